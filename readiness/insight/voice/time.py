"""What is heard over time: the share of positive answers of each group, quarter by quarter or year by year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from readiness.dates import month_end
from readiness.insight.voice.heard import Answers, Change, added_up, by, change, hidden_of
from readiness.insight.voice.rows import WHO, Voice, Year, year_to
from readiness.insight.voice.sentences import moved_words

QUARTER, YEAR = 3, 12


@dataclass(frozen=True, slots=True)
class Course:
    """One group's answers by period, in order of time. `change` is from the first year on record to the latest."""

    who: str
    points: tuple[tuple[date, Answers], ...]
    hidden: frozenset[date]
    change: Change | None


@dataclass(frozen=True, slots=True)
class Courses:
    """Every group that was asked. `months` is the length of a period: 3 or 12; `years` are those compared, if two."""

    months: int
    groups: tuple[Course, ...]
    years: tuple[Year, Year] | None


def courses(voices: Sequence[Voice]) -> Courses | None:
    """Counted answers by group and period; None where fewer than two periods hold any.

    Quarters where at least half of those between the first and last answer hold one, else calendar years.
    """
    asked = [voice for voice in voices if voice.counted]
    months = _length([voice.day for voice in asked])
    if len({period_end(voice.day, months) for voice in asked}) < 2:
        return None
    first, last = (_first_year(asked), year_to(max(voice.day for voice in asked)))
    years = (first, last) if first.last < last.first else None
    groups = by(asked, lambda voice: voice.who)
    return Courses(
        months,
        tuple(_course(who, groups[who], months, years, len(groups)) for who in WHO if who in groups),
        years,
    )


def _first_year(asked: Sequence[Voice]) -> Year:
    """The twelve months that begin with the month of the first answer."""
    first = min(voice.day for voice in asked)
    ends = first.year * YEAR + first.month - 2 + YEAR
    return Year(first.replace(day=1), month_end(ends // YEAR, ends % YEAR + 1))


def _course(
    who: str, asked: Sequence[Voice], months: int, years: tuple[Year, Year] | None, tests: int
) -> Course:
    held = by(asked, lambda voice: period_end(voice.day, months))
    answers = {end: added_up(held[end]) for end in sorted(held)}
    moved = change(asked, years[1], years[0], tests) if years else None
    return Course(who, tuple((end, each) for end, each in answers.items() if each), _hidden(answers), moved)


def _hidden(answers: Mapping[date, Answers | None]) -> frozenset[date]:
    """The periods that a file leaves out, year by year back from the latest: the total of a year stands elsewhere."""
    latest = max(answers)
    blocks: dict[int, dict[date, Answers | None]] = {}
    for end, each in answers.items():
        blocks.setdefault(((latest.year - end.year) * YEAR + latest.month - end.month) // YEAR, {})[end] = (
            each
        )
    return frozenset().union(*(hidden_of(block) for block in blocks.values()))


def _length(days: Sequence[date]) -> int:
    ends = {period_end(day, QUARTER) for day in days}
    if not ends:
        return YEAR
    between = ((max(ends).year - min(ends).year) * YEAR + max(ends).month - min(ends).month) // QUARTER + 1
    return QUARTER if 2 * len(ends) >= between else YEAR


def period_end(day: date, months: int) -> date:
    """The last day of the calendar quarter, or year, that a day lies in."""
    return month_end(day.year, -(-day.month // months) * months)


def courses_sentence(found: Courses) -> str:
    """Who answers more, or less, positively than at first, on the same questions. It names groups and no figure."""
    if found.years is None:
        return f"Share of positive answers by {period_noun(found)}"
    since = f"than in the year to {found.years[0].last:%B %Y}"
    more, less = (
        [each.who for each in found.groups if each.change and each.change.move == way]
        for way in ("up", "down")
    )
    if more or less:
        return moved_words(more, less, since)
    return f"No group answers more or less positively {since}, beyond chance"


def period_noun(found: Courses) -> str:
    """What a period is called."""
    return "quarter" if found.months == QUARTER else "year"
