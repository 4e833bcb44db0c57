"""Voice on a day: what children, families, carers, staff and partners say, who is missing, and what was done."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from readiness.config.models import Config, Framework, Indicator
from readiness.dates import uk_date
from readiness.insight.indicators.fact import IndicatorFact
from readiness.insight.indicators.facts import indicators_on
from readiness.insight.indicators.words import counted
from readiness.insight.voice.answered import Answered, answered
from readiness.insight.voice.complaint_words import praise_sentence, received_sentence
from readiness.insight.voice.complaints import Complaints, complaints_on
from readiness.insight.voice.heard import (
    Heard,
    heard_by_criterion,
    heard_by_theme,
    heard_by_who,
    questions_of,
)
from readiness.insight.voice.missing import Reach, reach
from readiness.insight.voice.rows import Voice, Year, voices_known, within, year_to
from readiness.insight.voice.sentences import moved_sentence, percent, told_words
from readiness.insight.voice.time import Courses, courses
from readiness.statistics.disclosure import is_small
from readiness.wording import listed
from readiness.workspace import Workspace

NOT_ASKED_BEFORE = "to questions that were not asked the year before"


@dataclass(frozen=True)
class VoiceFact:
    """All that the page says. `year` is the one shown: to the day, or to the newest voice where that is older.

    `current` says which. `indicators` of the voice strand have a figure, `missing` ones none.
    """

    as_at: date
    voices: tuple[Voice, ...]
    year: Year
    current: bool
    groups: tuple[Heard, ...]
    questions: tuple[Heard, ...]
    themes: tuple[Heard, ...]
    criteria: tuple[Heard, ...]
    reach: Reach
    courses: Courses | None
    complaints: Complaints | None
    answered: tuple[Answered, ...]
    indicators: tuple[IndicatorFact, ...]
    missing: tuple[Indicator, ...]


def voice_on(workspace: Workspace, as_at: date, framework_id: str) -> VoiceFact:
    """What is known by a day of everything that was said, read by one framework's criteria."""
    framework = workspace.config.frameworks[framework_id]
    voices = voices_known(workspace, as_at)
    year, current = year_shown(voices, as_at)
    indicators = workspace.once(indicators_on, as_at)
    return VoiceFact(
        as_at=as_at,
        voices=voices,
        year=year,
        current=current,
        groups=heard_by_who(voices, year),
        questions=questions_of(voices, year),
        themes=heard_by_theme(voices, year),
        criteria=heard_by_criterion(voices, year, criterion_titles(workspace.config, framework)),
        reach=reach(voices, framework, year_to(as_at)),
        courses=courses(voices),
        complaints=complaints_on(workspace, as_at),
        answered=answered(workspace, voices, as_at),
        indicators=tuple(each for each in indicators.facts.values() if each.indicator.strand == "voice"),
        missing=tuple(each for each in indicators.missing if each.strand == "voice"),
    )


def year_shown(voices: Sequence[Voice], as_at: date) -> tuple[Year, bool]:
    """The year to the day, if anything was heard in it; else the year to the newest voice (newest first)."""
    latest = year_to(as_at)
    if not voices or voices[0].day in latest:
        return latest, True
    return year_to(voices[0].day), False


def criterion_titles(config: Config, framework: Framework) -> Mapping[str, str]:
    """The title of every criterion and area, in this framework's words where it has them."""
    every = [*(one for one in config.frameworks.values() if one.id != framework.id), framework]
    return {each.id: each.title for one in every for area in one.areas for each in (area, *area.criteria)}


def voice_headline(found: VoiceFact, *, protected: bool = False) -> tuple[str, ...]:
    """What the page says first, in its parts: who is missing, then what moved, then the lowest share.

    `protected` parts may leave the screen: they give no count of 1 to 4 away.
    """
    if not found.voices:
        return _without_voices(found, protected)
    if not found.current:
        newest = found.voices[0].day
        return (f"No voice of the last 12 months is on record: the newest is of {uk_date(newest)}.",)
    missing = [each.name for each in found.reach.people]
    first = f"Nothing from {listed(missing)} is on record" if missing else "Every group was heard"
    return f"{first} in the last 12 months.", *_then(found, protected)


def _without_voices(found: VoiceFact, protected: bool) -> tuple[str, ...]:
    if found.complaints is None:
        return (f"Nothing that anybody said is on record by {uk_date(found.as_at)}.",)
    if protected:
        return ("Complaints and compliments are counted, and nothing else that anybody said is on record.",)
    counted_only = praise_sentence if found.complaints.now.received is None else received_sentence
    return counted_only(found.complaints), "Nothing else that anybody said is on record."


def _then(found: VoiceFact, protected: bool) -> tuple[str, ...]:
    """What the answers say, or that there are only words."""
    questions = [each for each in found.questions if not (protected and each.hidden)]
    said = [each for each in (moved_sentence(found.groups), lowest_words(questions)) if each]
    if said:
        return tuple(f"{each}." for each in said)
    if number := round(sum(group.answers.responses for group in found.groups if group.answers)):
        verb = "was" if number == 1 else "were"
        if protected and is_small(number):
            return (f"Fewer than five answers were counted, {NOT_ASKED_BEFORE}.",)
        return (f"{counted(number, 'answer').capitalize()} {verb} counted, {NOT_ASKED_BEFORE}.",)
    if protected:
        return ("No answers were counted; what was said in words is on record.",)
    held: Counter[str] = Counter()
    for group in found.groups:
        held.update(group.told)
    return (f"No answers were counted; of what was said in words {told_words(held)}.",)


def lowest_words(questions: Sequence[Heard]) -> str:
    """The question with the lowest share of positive answers; empty where there is no second one, or two are lowest."""
    shares = [(percent(each.answers), each) for each in questions if each.answers]
    if len(shares) < 2 or shares[0][0] == shares[1][0]:
        return ""
    share, lowest = shares[0]
    return f"Lowest is {lowest.who} on “{lowest.name}”, {share} positive"


def newest_voices(found: VoiceFact, number: int) -> tuple[Voice, ...]:
    """What was said last in words: rows that were not counted, newest first; of one day, complaints first."""
    told = [voice for voice in within(found.voices, found.year) if not voice.counted]
    told.sort(key=lambda voice: (-voice.day.toordinal(), voice.kind != "complaint", voice.line))
    return tuple(told[:number])
