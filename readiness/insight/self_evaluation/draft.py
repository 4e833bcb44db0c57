"""What a self-evaluation says of one area beside grades: the figures, audits, voices and actions that it rests on.

Made for a file, so every word and figure may leave the screen: a count of 1 to 4 children or families is not told.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from readiness.config.models import Framework
from readiness.dates import uk_date
from readiness.insight.few import FEWER, figure_words
from readiness.insight.indicators.fact import IndicatorFact
from readiness.insight.indicators.facts import indicators_on
from readiness.insight.indicators.matrix import matrix
from readiness.insight.indicators.words import counted
from readiness.insight.plan.actions import Action
from readiness.insight.practice.audits import audits_known, number_of_audits, window
from readiness.insight.practice.shares import FEWEST, share_of
from readiness.insight.practice.teams import placed
from readiness.insight.self_evaluation.area import position_words
from readiness.insight.self_evaluation.facts import AreaView
from readiness.insight.self_evaluation.places import Place, at_least_good
from readiness.insight.voice.rows import Voice, answer_words, voice_words, voices_known
from readiness.statistics.disclosure import is_small, may_show_percentage
from readiness.wording import in_unit, listed, lower_first
from readiness.workspace import Workspace

ENGLAND = "England"
MOST_VOICES = 5


@dataclass(frozen=True, slots=True)
class Measure:
    """One indicator: its latest figure and month, target, England's, and what the chart says. Empty where not known."""

    title: str
    latest: str
    target: str
    england: str
    says: str
    line: int


@dataclass(frozen=True, slots=True)
class AreaDraft:
    """All that the draft says of one area.

    `strengths` and `weaknesses` are its criteria by our grade and the evidence together; `doubtful` those where the
    two part on which it is. `measures` have those of concern first; `actions` the overdue first.
    """

    view: AreaView
    strengths: tuple[Place, ...]
    weaknesses: tuple[Place, ...]
    doubtful: tuple[Place, ...]
    measures: tuple[Measure, ...]
    audits: str
    voices: tuple[str, ...]
    actions: tuple[Action, ...]
    unknown: tuple[str, ...]


def area_draft(workspace: Workspace, as_at: date, framework: Framework, view: AreaView) -> AreaDraft:
    """What is known of an area on a day, for its part of the draft."""
    areas = {each.id: each for each in matrix(workspace.once(indicators_on, as_at), framework)}
    lines = areas[view.whole.id].lines if view.whole.id in areas else ()
    return AreaDraft(
        view=view,
        strengths=tuple(each for each in view.themes if _good(each) is True),
        weaknesses=tuple(each for each in view.themes if _good(each) is False),
        doubtful=tuple(each for each in view.themes if _parts(each)),
        measures=tuple(measure(line.fact) for line in lines),
        audits=audits_words(workspace, as_at, framework, view.whole.id),
        voices=voices(workspace.once(voices_known, as_at), view),
        actions=_sorted(view.whole.actions),
        unknown=unknown(view),
    )


def _good(each: Place) -> bool | None:
    """Whether a criterion is a strength: by our grade and the evidence where both are known, else by the one known."""
    said = [
        at_least_good(grade) for grade in (each.claim.grade if each.claim else None, each.now.grade) if grade
    ]
    return said[0] if said and all(one == said[0] for one in said) else None


def _parts(each: Place) -> bool:
    """Whether one of our grade and the evidence says good and the other does not."""
    return bool(
        each.claim and each.now.grade and at_least_good(each.claim.grade) != at_least_good(each.now.grade)
    )


def measure(fact: IndicatorFact) -> Measure:
    """An indicator as the draft tells it."""
    unit = fact.indicator.unit
    england = next((each for each in fact.comparisons if each.name == ENGLAND), None)
    ahead = f"; {lower_first(fact.reading.assurance.words)}" if fact.target is not None else ""
    return Measure(
        title=fact.indicator.title,
        latest=f"{figure_words(fact.latest, unit, protected=True)}, {fact.latest.period_end:%b %Y}",
        target=in_unit(fact.target, unit) if fact.target is not None else "",
        england=f"{in_unit(england.latest.figure, unit)}, {england.latest.period_end:%b %Y}"
        if england
        else "",
        says=f"{fact.reading.variation.words}{ahead}{'; no newer figure is known' if fact.stale else ''}",
        line=fact.latest.line,
    )


def audits_words(workspace: Workspace, as_at: date, framework: Framework, area_id: str) -> str:
    """How many audits of the last year looked at an area, and the share graded good or better; none: that it is so."""
    year = window(workspace.once(audits_known, as_at), as_at)
    mine = placed(year, framework).get(area_id, [])
    if not mine:
        return "No audit of the last 12 months looked at it (audits.csv)."
    number, share = number_of_audits(mine), share_of("", mine)
    audits = f"{FEWER} audits" if is_small(number) else counted(number, "audit")
    said = f"{audits} of the 12 months to {uk_date(as_at)} looked at it"
    said = f"{said[:1].upper()}{said[1:]}"
    if share.percent is None or share.interval is None or number < FEWEST:
        return f"{said}: too few to say a share (audits.csv)."
    low, high = (in_unit(each, "percent") for each in (share.interval.lower, share.interval.upper))
    return (
        f"{said}; {in_unit(share.percent, 'percent')} of the grades they gave are good or better "
        f"(95% interval {low} to {high}; audits.csv)."
    )


def voices(every: Sequence[Voice], view: AreaView) -> tuple[str, ...]:
    """What was last said of an area or its criteria by people who were asked, newest first."""
    titles: Mapping[str, str] = {each.id: each.title for each in view.places}
    mine = [each for each in every if each.asked and each.criterion in titles]
    return tuple(
        f"{each.who.capitalize()}, {each.kind} of {uk_date(each.day)}, on {titles[each.criterion]}: "
        f"{_summary(each)} ({answer_words(each, protected=True)}; feedback.csv, line {each.line})"
        for each in mine[:MOST_VOICES]
    )


def _summary(each: Voice) -> str:
    """What was said; only the theme where few answered so, since a summary may repeat the count."""
    if (
        each.positive is not None
        and each.responses is not None
        and not may_show_percentage(each.positive, each.responses)
    ):
        return each.theme or "no theme named"
    return voice_words(each)


def unknown(view: AreaView) -> tuple[str, ...]:
    """What the evidence can't say of an area: too little of it, or a single kind."""
    thin = [each for each in view.themes if each.now.grade is None]
    single = [each for each in view.themes if each.now.grade is not None and len(each.now.kinds) == 1]
    parts = [f"{each.title}: {position_words(each.now)}." for each in thin]
    if single:
        parts.append(f"Resting on one kind of evidence alone: {listed([each.title for each in single])}.")
    return tuple(parts)


def _sorted(actions: Sequence[Action]) -> tuple[Action, ...]:
    """The longest overdue first, then what is due soonest."""
    late = {each.line: -1 if each.overdue_days is None else each.overdue_days for each in actions}
    return tuple(sorted(actions, key=lambda each: (-late[each.line], each.due or date.max, each.line)))
