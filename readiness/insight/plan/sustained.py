"""Sustained or slipped back? What yearly figures did after the actions that they measure were closed, row by row.

Figures as they stand, which is all that yearly ones without counts allow. Monthly and quarterly ones move by chance
each time: of them the verdicts of `plan_impact` say what their control charts bear.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from readiness.insight.indicators.fact import IndicatorFact
from readiness.insight.indicators.series import Measured
from readiness.insight.indicators.words import counted, counted_out
from readiness.insight.plan.actions import Action
from readiness.wording import in_unit, listed

Course = Literal["slipped back", "slipped back for a time", "sustained"]
COURSES: Mapping[Course, tuple[str, str]] = {
    "slipped back": ("▼", "Slipped back"),
    "slipped back for a time": ("↔", "Slipped back for a time"),
    "sustained": ("✓", "Not worse since"),
}
"""Each course's mark and words, those to see first in front."""
CAUTION = (
    "Yearly figures as they stand, against the last one by the day on which the action was closed. A difference may be "
    "chance: what is more than that stands under “Did it work?”, as does what monthly and quarterly figures did."
)
STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Sustained:
    """One measure of actions closed at the same figure. `since` are the figures after it, `worse` those worse than it.

    All are rows of observations.csv. `says` is a sentence of them.
    """

    label: str
    unit: str
    actions: tuple[Action, ...]
    at_close: Measured
    since: tuple[Measured, ...]
    worse: tuple[Measured, ...]
    furthest: Measured | None
    course: Course
    says: str


def sustained(actions: Sequence[Action], facts: Mapping[str, IndicatorFact]) -> tuple[Sustained, ...]:
    """Each yearly measure of closed actions with a figure by the closing and one since; those that slipped first.

    A stopped action claims nothing; a measure that is neither better high nor low can't slip.
    """
    held: dict[tuple[str, Measured], list[Action]] = defaultdict(list)
    for each in actions:
        fact = facts.get(each.measure)
        if each.closed and each.status != STOPPED and fact and fact.better and not fact.controlled:
            by_then = [one for one in _measured(fact) if one.period_end <= each.closed]
            if by_then and by_then[-1] != fact.latest:
                held[each.measure, by_then[-1]].append(each)
    found = [_sustained(facts[measure], at_close, mine) for (measure, at_close), mine in held.items()]
    order = list(COURSES)
    return tuple(sorted(found, key=lambda each: (order.index(each.course), -len(each.worse), each.label)))


def _measured(fact: IndicatorFact) -> list[Measured]:
    return [point.measured for point in fact.reading.points if point.measured]


def _sustained(fact: IndicatorFact, at_close: Measured, mine: Sequence[Action]) -> Sustained:
    sign = 1 if fact.better == "high" else -1
    since = tuple(each for each in _measured(fact) if each.period_end > at_close.period_end)
    worse = tuple(each for each in since if sign * (each.figure - at_close.figure) < 0)
    furthest = min(worse, key=lambda each: sign * each.figure, default=None)
    course: Course = (
        "sustained" if not worse else "slipped back" if since[-1] in worse else "slipped back for a time"
    )
    return Sustained(
        label=fact.indicator.label,
        unit=fact.indicator.unit,
        actions=tuple(mine),
        at_close=at_close,
        since=since,
        worse=worse,
        furthest=furthest,
        course=course,
        says=_says(fact, at_close, since, worse, furthest),
    )


def _says(
    fact: IndicatorFact,
    at_close: Measured,
    since: Sequence[Measured],
    worse: Sequence[Measured],
    furthest: Measured | None,
) -> str:
    """The figure when it was closed, how often worse since and the furthest, and the latest."""
    unit, last = fact.indicator.unit, since[-1]
    said = f"{fact.indicator.label}: {level(at_close, unit)}, the last figure when it was closed"
    if not worse or furthest is None:
        every = "in the one figure" if len(since) == 1 else f"in any of {counted_out(len(since))} figures"
        return f"{said}; not worse {every} since, {level(last, unit)}."
    if len(since) == 1:
        return f"{said}; worse in the one figure since, {level(last, unit)}."
    often = f"worse in {counted_out(len(worse))} of {counted(len(since), 'figure')} since"
    first = "" if furthest == worse[0] else f" first {level(worse[0], unit)},"
    if furthest == last:
        return f"{said}; {often},{first} furthest the latest, {level(last, unit)}."
    return f"{said}; {often},{first} furthest {level(furthest, unit)}; the latest {level(last, unit)}."


def level(measured: Measured, unit: str) -> str:
    """A figure with its month, and that it is doubtful where its row says so: `14% at March 2015 (marked doubtful)`."""
    doubtful = " (marked doubtful)" if measured.doubtful else ""
    return f"{in_unit(measured.figure, unit)} at {measured.period_end:%B %Y}{doubtful}"


def sustained_sentence(found: Sequence[Sustained]) -> str:
    """How many measures of closed actions are worse now, were for a time, and never were."""
    if not found:
        return "No closed action has a yearly measure with a figure by its closing and another since."
    counts = Counter(each.course for each in found)
    words: Mapping[Course, tuple[str, str]] = {
        "slipped back": (
            "is worse now than when they were closed",
            "are worse now than when they were closed",
        ),
        "slipped back for a time": ("was worse for a time", "were worse for a time"),
        "sustained": ("was never worse", "were never worse"),
    }
    if len(found) == 1:
        return f"The one yearly measure of closed actions with figures since {words[found[0].course][0]}."
    parts = [
        f"{counted_out(counts[each])} {words[each][counts[each] > 1]}" for each in COURSES if counts[each]
    ]
    return f"Of {counted_out(len(found))} yearly measures of closed actions {listed(parts)}."
