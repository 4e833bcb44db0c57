"""The words of what is different now: over all repeat findings, and one of them in a line."""

from collections import Counter
from collections.abc import Mapping, Sequence

from readiness.dates import month
from readiness.insight.indicators.words import counted, counted_out
from readiness.insight.inspections.findings_words import state, told
from readiness.insight.inspections.since_raised import Moved, SinceRaised
from readiness.insight.plan.actions import NO_UPDATE
from readiness.insight.plan.impact import VERDICTS, Verdict
from readiness.wording import in_unit, lower_first, upper_first

WENT: Mapping[Verdict, str] = {
    "held": "improved and held for two periods",
    "lapsed": "improved and slipped back",
    "worse": "worse for two periods",
    "unmoved": "no improvement seen",
    "unsaid": "not told apart from chance yet",
}
"""What stands before the figures of each verdict, in their order."""


def different(found: Sequence[SinceRaised]) -> str:
    """Of the repeats that no later report found a strength: on how many anything was done, and which way figures went.

    Empty where there is no such finding.
    """
    still = [each for each in found if not each.theme.reversed_by]
    if not still:
        return ""
    if len(still) == 1:
        return f"One repeat finding has no later strength on file. {done(still[0])} {figures(still[0])}"
    number = len(still)
    acted, closed = sum(bool(each.actions) for each in still), sum(bool(each.closed) for each in still)
    better, worse = (sum(bool(each.went(way)) for each in still) for way in ("held", "worse"))
    return (
        f"{upper_first(counted_out(number))} repeat findings have no later strength on file. An action has since been "
        f"set on {_on(acted, number)} and closed on {_on(closed, number)}; a figure improved and held on "
        f"{_on(better, number)} and got worse on {_on(worse, number)}."
    )


def _on(number: int, of: int) -> str:
    every = "both" if of == 2 else "all"
    return (every if number == of else counted_out(number)) if number else "none"


def line(found: SinceRaised) -> str:
    """When it was told, what later reports said, what was set since and how that stands, and what moved."""
    return f"{upper_first(told(found.theme))}. {state(found.theme)}. {done(found)} {figures(found)}"


def done(found: SinceRaised) -> str:
    """How many actions were set since it was first raised, how they stand, and what their measures did."""
    first = month(found.theme.raised[0].published)
    if not found.actions:
        return f"No action on it is on file since {first}."
    number = counted(len(found.actions), "action")
    return f"{upper_first(number)} set since {first}: {_stand(found)}, {_measured(found)}."


def _stand(found: SinceRaised) -> str:
    number = len(found.actions)
    if all(each.status == NO_UPDATE for each in found.actions):
        return NO_UPDATE
    if number == 1:
        return "closed" if found.closed else "not closed"
    return (
        f"{'all' if found.closed == number else counted_out(found.closed) if found.closed else 'none'} closed"
    )


def _measured(found: SinceRaised) -> str:
    """What the measures that the actions name have done since each was set."""
    if not found.impacts:
        return "no measure named"
    counts = Counter(each.verdict for each in found.impacts)
    if len(found.impacts) == 1:
        return f"one measure named ({lower_first(VERDICTS[found.impacts[0].verdict][1])})"
    said = [
        f"{lower_first(words)}: {counted_out(counts[verdict])}"
        for verdict, (_, words) in VERDICTS.items()
        if counts[verdict]
    ]
    return f"{counted_out(len(found.impacts))} with a measure ({'; '.join(said)})"


def figures(found: SinceRaised) -> str:
    """Which way each figure of the theme went since it was last raised."""
    last = month(found.theme.raised[-1].published)
    if not found.figures:
        return f"No figure of it is known from before and since {last}."
    said = [
        f"{words}: {', '.join(_course(each) for each in mine)}"
        for verdict, words in WENT.items()
        if (mine := found.went(verdict))
    ]
    return f"Since {last}, {'; '.join(said)}."


def _course(each: Moved) -> str:
    """An indicator with its two figures by year; a monthly or quarterly one by its name, since months differ."""
    if each.controlled:
        return each.label
    before, latest = (
        f"{in_unit(one.figure, each.unit)} in {one.period_end.year}" for one in (each.before, each.latest)
    )
    return f"{each.label} ({before}, {latest})"
