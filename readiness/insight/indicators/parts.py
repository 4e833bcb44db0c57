"""Variation inside an authority: which team or which group of children stands at the low end, and is it chance?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from readiness.config.models import Indicator
from readiness.insight.indicators.series import Blank, Measured
from readiness.insight.indicators.words import counted
from readiness.insight.indicators.years import interval_of
from readiness.statistics.disclosure import is_small, protect_table
from readiness.statistics.intervals import Interval, difference_of_proportions
from readiness.statistics.spc_results import Better
from readiness.wording import in_unit, listed

Kind = Literal["team", "group"]
CHANCE = 0.05
LOOK_BACK = 12
"""Periods over which it is counted how often a team stood at the low end."""


@dataclass(frozen=True, slots=True)
class Part:
    """One team or group in one period. `hidden` where its small numbers may not be shown: then it has no figure."""

    name: str
    figure: float | None
    interval: Interval | None
    numerator: float | None
    denominator: float | None
    line: int
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class PartsFact:
    """The parts of one indicator in their latest period, low end first. `differs` is None where it can't be tested.

    `without` are the parts whose row of that period has no figure.
    """

    indicator: str
    label: str
    kind: Kind
    day: date
    parts: tuple[Part, ...]
    differs: bool | None
    sentence: str
    without: tuple[Part, ...] = ()


def parts_fact(
    indicator: Indicator,
    series: Sequence[Measured],
    kind: Kind,
    better: Better | None,
    blanks: Sequence[Blank] = (),
) -> PartsFact | None:
    """The latest period in which two or more parts were measured; None where there is none.

    `blanks` are the rows without a figure.
    """
    periods = by_day(series)
    day = max((each for each, rows in periods.items() if len(rows) > 1), default=None)
    if day is None:
        return None
    rows = periods[day]
    hidden = hidden_names(rows, indicator.unit) if kind == "group" else frozenset()
    parts = tuple(sorted((_part(row, indicator.unit, hidden) for row in rows), key=_low_end_first(better)))
    shown = [part for part in parts if not part.hidden]
    without = _without(blanks, day, parts)
    differs = _differs(shown, indicator.unit, better)
    sentence = _sentence(shown, (kind, day, indicator.unit), better, differs)
    if kind == "team" and better and len(shown) > 1 and len(lowest(shown)) == 1:
        sentence += _how_often(shown[0].name, periods, day, better)
    if len(shown) < len(parts):
        sentence += " Groups with small numbers are not shown."
    if without:
        verb = "has" if len(without) == 1 else "have"
        sentence += f" {counted(len(without), kind).capitalize()} {verb} no figure."
    return PartsFact(indicator.id, indicator.label, kind, day, parts, differs, sentence, without)


def _without(blanks: Sequence[Blank], day: date, parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts of a period whose rows have no figure."""
    named = {part.name for part in parts}
    held = {each.who: each.line for each in blanks if each.period_end == day and each.who not in named}
    return tuple(Part(name, None, None, None, None, line) for name, line in held.items())


def by_day(series: Sequence[Measured]) -> dict[date, list[Measured]]:
    """The rows of each period."""
    found: dict[date, list[Measured]] = {}
    for each in series:
        found.setdefault(each.period_end, []).append(each)
    return found


def hidden_names(rows: Sequence[Measured], unit: str) -> frozenset[str]:
    """The parts whose counts of 1 to 4 may not be shown, and those that would give one away (readiness disclosure)."""
    counted = [row for row in rows if row.numerator is not None]
    if unit == "percent":
        counted = [row for row in counted if row.denominator is not None]
        tops = [round(row.numerator or 0) for row in counted]
        rests = [max(round((row.denominator or 0) - (row.numerator or 0)), 0) for row in counted]
        table = protect_table([tops, rests])
        wholes = [is_small(row.denominator or 0) for row in counted]
        cells = zip(counted, *table.cells, wholes, strict=True)
        return frozenset(
            row.who for row, top, rest, small in cells if top.count is None or rest.count is None or small
        )
    return frozenset(row.who for row in counted if is_small(row.numerator or 0))


def _part(row: Measured, unit: str, hidden: frozenset[str]) -> Part:
    if row.who in hidden:
        return Part(row.who, None, None, None, None, row.line, hidden=True)
    return Part(row.who, row.figure, interval_of(row, unit), row.numerator, row.denominator, row.line)


def _low_end_first(better: Better | None):  # noqa: ANN202
    way = -1.0 if better == "low" else 1.0
    return lambda part: (part.hidden, way * (part.figure or 0.0), part.name)


def _differs(shown: Sequence[Part], unit: str, better: Better | None) -> bool | None:
    """Whether the low end is further from the rest than chance explains, allowing for its being chosen as lowest."""
    if better is None or unit != "percent" or len(shown) < 2:
        return None
    if any(part.interval is None for part in shown):
        return None
    number = len(lowest(shown))
    if number == len(shown):
        return False
    found = difference_of_proportions(
        _counts(shown[:number]), _counts(shown[number:]), confidence=1 - CHANCE / len(shown)
    )
    if found is None:
        return None
    return found.upper < 0 if better == "high" else found.lower > 0


def lowest(shown: Sequence[Part]) -> tuple[Part, ...]:
    """The parts at the low end: one, or several that are level; all of them where all are."""
    return tuple(part for part in shown if part.figure == shown[0].figure)


def _counts(parts: Sequence[Part]) -> tuple[float, float]:
    return sum(part.numerator or 0.0 for part in parts), sum(part.denominator or 0.0 for part in parts)


About = tuple[Kind, date, str]


def _sentence(shown: Sequence[Part], about: About, better: Better | None, differs: bool | None) -> str:
    kind, day, unit = about
    when = f"{day:%B %Y}"
    if not shown:
        return f"No {kind} has numbers large enough to be shown."
    low, high = shown[0], shown[-1]
    if len(shown) == 1:
        return f"{low.name}: {part_words(low, unit)} in {when}."
    if low.figure == high.figure:
        every = f"Both {kind}s" if len(shown) == 2 else f"All {counted(len(shown), kind)}"
        return f"{every} stand at {in_unit(low.figure or 0.0, unit)} in {when}."
    if better is None:
        first, last = (in_unit(part.figure or 0.0, unit) for part in (low, high))
        return f"From {first} ({low.name}) to {last} ({high.name}) in {when}."
    end = "Low end" if better == "high" else "High end, where low is better"
    return f"{_low_end(shown, unit, when, end)}{_by_chance(differs, len(shown), kind)}"


def _low_end(shown: Sequence[Part], unit: str, when: str, end: str) -> str:
    low = lowest(shown)
    rest = _rest(shown[len(low) :], unit)
    if len(low) > 1:
        names = listed([part.name for part in low])
        return f"{end}: {names}, each {in_unit(low[0].figure or 0.0, unit)} in {when}{rest}"
    return f"{end}: {low[0].name}, {part_words(low[0], unit)} in {when}{rest}"


def _rest(rest: Sequence[Part], unit: str) -> str:
    if unit != "percent" or any(part.interval is None for part in rest):
        return ""
    top, whole = _counts(rest)
    return f", against {in_unit(100 * top / whole, unit)} for the rest"


def _by_chance(differs: bool | None, number: int, kind: Kind) -> str:
    if differs is None:
        return "."
    return f". That is {'more than' if differs else 'no more than'} chance explains among {counted(number, kind)}."


def part_words(part: Part, unit: str) -> str:
    """A part's figure with its interval: `78.2% (69.2% to 85.2%)`."""
    if part.figure is None:
        return "not shown: small numbers" if part.hidden else "no figure in the row"
    words = in_unit(part.figure, unit)
    if part.interval is None:
        return words
    return f"{words} ({in_unit(part.interval.lower, unit)} to {in_unit(part.interval.upper, unit)})"


def _how_often(name: str, periods: Mapping[date, Sequence[Measured]], day: date, better: Better) -> str:
    """In how many of the last periods the team stood at the low end, alone or with others."""
    days = [each for each in sorted(periods) if each <= day and len(periods[each]) > 1][-LOOK_BACK:]
    choose = min if better == "high" else max
    at_low_end = sum(
        any(
            row.who == name and row.figure == choose(each.figure for each in periods[day])
            for row in periods[day]
        )
        for day in days
    )
    if len(days) < 2:
        return ""
    return f" It stood there in {at_low_end} of the last {len(days)} periods."
