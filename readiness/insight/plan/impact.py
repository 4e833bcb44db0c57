"""Did it work? Whether the figure an action is measured by moved after it was set, and stayed moved for two periods.

An order in time, never a proof: nothing here says that an action moved a figure. A status is no impact either.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

from readiness.dates import month
from readiness.insight.indicators.fact import IndicatorFact, Plotted
from readiness.insight.indicators.words import NOUN, TOO_FEW_AHEAD, counted, counted_out, period_words
from readiness.insight.indicators.years import change_between
from readiness.insight.plan.actions import Action
from readiness.wording import in_unit, listed, upper_first

Verdict = Literal["held", "lapsed", "unmoved", "worse", "unsaid"]

VERDICTS: Mapping[Verdict, tuple[str, str]] = {
    "held": ("↑", "Improved since, and held for two periods"),
    "lapsed": ("↓", "Improved since, then slipped back"),
    "worse": ("▼", "Worse since, for two periods"),
    "unmoved": ("↔", "No improvement seen"),
    "unsaid": ("·", "Can't be said yet"),
}
"""Each verdict's mark and words, in the order in which the page shows them."""

SAID: Mapping[Verdict, str] = {
    "held": "improved and held for two periods",
    "lapsed": "improved and slipped back",
    "worse": "got worse for two periods",
    "unmoved": "shows no improvement",
}
"""Each verdict that can be given, as the sentence over all of them says it of the measure."""

STAYED = 2
"""Periods for which a change must last."""
RULE = (
    "The measure is the success_measure of the action. Monthly and quarterly figures: at least "
    f"{TOO_FEW_AHEAD} before the action was set, and a signal of improvement on the indicator's own control chart that "
    f"began after that and is still there in the last two figures; “no improvement” needs {TOO_FEW_AHEAD} figures "
    f"since. Yearly figures: the last two since the action was set both differ from the last one before it by more "
    "than chance, which needs counts. Figures that follow an action show an order in time, not that the action moved "
    "them; several actions may share one measure, and among many measures some move by chance."
)


@dataclass(frozen=True, slots=True)
class Impact:
    """What the figures since an action was set say, in a verdict and sentences.

    `label` names its measure; `shared` is how many actions name the same one, so that none can be told apart.
    """

    action: Action
    label: str
    verdict: Verdict
    says: str
    shared: int


def impacts(
    actions: Sequence[Action], facts: Mapping[str, IndicatorFact], titles: Mapping[str, str]
) -> tuple[Impact, ...]:
    """The verdict on every action that names a measure, in the order of the actions.

    `facts` are the indicators known on the day, `titles` the names of all indicators.
    """
    shared = Counter(each.measure for each in actions if each.measure)
    return tuple(
        Impact(
            each,
            titles.get(each.measure, each.measure),
            *judged(each, facts.get(each.measure)),
            shared[each.measure],
        )
        for each in actions
        if each.measure
    )


def judged(action: Action, fact: IndicatorFact | None) -> tuple[Verdict, str]:
    """The verdict on one action and its sentence."""
    if fact is None:
        return "unsaid", "No figure of its measure is known."
    return moved_since(action.created, fact, action.closed)


def moved_since(day: date, fact: IndicatorFact, closed: date | None = None) -> tuple[Verdict, str]:
    """What the figures after a day say against those by it, and the sentence of an action that was set on that day."""
    seen = [point for point in fact.reading.points if point.measured]
    before = [point for point in seen if point.day <= day]
    after = [point for point in seen if point.day > day]
    if fact.better is None:
        return "unsaid", "Its measure is neither better high nor low."
    if not after:
        last = period_words(seen[-1].day, "monthly")
        return "unsaid", f"No figure of its measure is known since it was set; the last is of {last}."
    if fact.controlled:
        return _controlled(day, fact, before, after)
    return _yearly(closed, fact, before, after)


def _controlled(
    day: date, fact: IndicatorFact, before: Sequence[Plotted], after: Sequence[Plotted]
) -> tuple[Verdict, str]:
    """By the signals of the control chart that the Indicators page shows."""
    moved = f"From {_level(fact, before[-1])} to {_level(fact, after[-1])}" if before else ""
    if missing := _too_little(day, fact, before, after):
        return "unsaid", f"{missing}{f' {moved}.' if moved else ''}"
    first = _begun([*before, *after])
    if first and first in before:
        if first.tone == "improvement":
            return "unsaid", f"{moved}: it was improving already before the action was set."
        return "unmoved", f"{moved}: of concern since {month(first.day)}, before the action was set."
    if first:
        way = "an improvement" if first.tone == "improvement" else "of concern"
        verdict: Verdict = "held" if first.tone == "improvement" else "worse"
        return verdict, f"{moved}: {way} by more than its usual variation since {month(first.day)}."
    if lapsed := _lapsed(before, after):
        return (
            "lapsed",
            f"{moved}: an improvement was seen up to {month(lapsed.day)} and is not in the last two figures.",
        )
    if len(after) < TOO_FEW_AHEAD:
        figures = counted(len(after), "figure")
        return (
            "unsaid",
            f"{moved}: no change yet, in {figures} since it was set; {TOO_FEW_AHEAD} are needed to say.",
        )
    return "unmoved", f"{moved}: no lasting change beyond its usual variation since it was set."


def _too_little(day: date, fact: IndicatorFact, before: Sequence[Plotted], after: Sequence[Plotted]) -> str:
    """Why nothing can be said of a monthly or quarterly measure, as a sentence; empty where something can."""
    if len(before) < TOO_FEW_AHEAD:
        known = counted(len(before), "figure").capitalize()
        return f"{known} of its measure before it was set; {TOO_FEW_AHEAD} are needed."
    fresh = [each.begins for each in fact.reading.fresh_limits if each.begins and each.begins > day]
    if fresh:
        when = f"{fresh[0]:%B %Y}"
        return (
            f"The limits of its measure start afresh in {when}, after it was set, so before and after differ."
        )
    if not fact.reading.tested:
        return "Its measure has no usual range yet."
    if len(after) < STAYED:
        return f"One {NOUN[fact.cadence]} only is known since it was set; {STAYED} are needed."
    return ""


def _begun(seen: Sequence[Plotted]) -> Plotted | None:
    """The first point of the signal that the last two figures are part of; None where they are not of one signal."""
    tone = seen[-1].tone
    run = 0
    for point in reversed(seen):
        if point.tone != tone:
            break
        run += 1
    return seen[-run] if run >= STAYED and tone in ("improvement", "concern") else None


def _lapsed(before: Sequence[Plotted], after: Sequence[Plotted]) -> Plotted | None:
    """The last point of an improvement that began after the action was set, lasted two periods, and has ended."""
    every = groupby([*before, *after], key=lambda point: point.tone)
    runs = [list(run) for tone, run in every if tone == "improvement"]
    ended = [run for run in runs if run[0] in after and len(run) >= STAYED and run[-1] is not after[-1]]
    return ended[-1][-1] if ended else None


def _yearly(
    closed: date | None, fact: IndicatorFact, before: Sequence[Plotted], after: Sequence[Plotted]
) -> tuple[Verdict, str]:
    """By the intervals of the last two years against the last one before the action was set."""
    course = _course_words(closed, fact, before, after)
    if not before:
        return "unsaid", f"No figure is known from before it was set. {course}"
    if len(after) < STAYED:
        return "unsaid", f"One figure only is known since it was set. {course}"
    changes = [_change(fact, before[-1], point) for point in after]
    if any(change is None for change in changes[-STAYED:]):
        return "unsaid", f"Without counts a change can't be told from chance. {course}"
    better = 1 if fact.better == "high" else -1
    if all(change == better for change in changes[-STAYED:]):
        return "held", course
    if all(change == -better for change in changes[-STAYED:]):
        return "worse", course
    if changes[-1] != better and any(change == better for change in changes[:-1]):
        return "lapsed", course
    if changes[-1] == better:
        return "unsaid", f"Better in the last year only. {course}"
    return "unmoved", course


def _change(fact: IndicatorFact, before: Plotted, after: Plotted) -> int | None:
    if before.measured is None or after.measured is None:
        return None
    return change_between(before.measured, after.measured, fact.indicator.unit)


def _course_words(
    closed: date | None, fact: IndicatorFact, before: Sequence[Plotted], after: Sequence[Plotted]
) -> str:
    """The figures by date: before it was set, when it was closed and how often worse than that since, the latest."""
    at_close = next(
        (point for point in (*after[::-1], *before[::-1]) if closed and point.day <= closed), None
    )
    parts = [_level(fact, before[-1])] if before and before[-1] is not at_close else []
    if at_close:
        parts.append(f"{_level(fact, at_close)}, when it was closed{_since(fact, at_close, after)}")
    told, latest = "; ".join(parts), _level(fact, after[-1])
    return f"{told}." if told.endswith(latest) else f"{'; '.join([*parts, latest])}."


def _since(fact: IndicatorFact, at_close: Plotted, after: Sequence[Plotted]) -> str:
    """How many later figures were worse than the one when it was closed, and the furthest; empty where none was."""
    sign = 1 if fact.better == "high" else -1
    later = [point for point in after if point.day > at_close.day]
    worse = [point for point in later if sign * ((point.figure or 0.0) - (at_close.figure or 0.0)) < 0]
    if not worse:
        return ""
    way, furthest = ("lower", "lowest") if fact.better == "high" else ("higher", "highest")
    most = min(worse, key=lambda point: sign * (point.figure or 0.0))
    number = counted(len(later), "figure")
    return f"; {way} in {counted_out(len(worse))} of {number} since, {furthest} {_level(fact, most)}"


def _level(fact: IndicatorFact, point: Plotted) -> str:
    return f"{in_unit(point.figure or 0.0, fact.indicator.unit)} at {point.day:%B %Y}"


def impact_sentence(found: Sequence[Impact], actions: int) -> str:
    """How many actions were followed by a change that has lasted, of how many with a measure."""
    if not found and actions == 1:
        return "The one action names no indicator that would show whether it worked."
    if not found:
        return (
            f"None of the {counted(actions, 'action')} names the indicator that would show whether it worked."
        )
    counts = Counter(each.verdict for each in found)
    if len(found) == 1:
        return _one_measured(found[0])
    measured = counted(len(found), "action")
    if counts["unsaid"] == len(found):
        return f"For none of {measured} with a measure can it be said yet whether it worked."
    parts = [
        f"{words} for {counted_out(counts[verdict])}" for verdict, words in SAID.items() if counts[verdict]
    ]
    unsaid = f"; for {counted_out(counts['unsaid'])} it can't be said yet" if counts["unsaid"] else ""
    have = f"{upper_first(measured)} have a measure"
    return f"{have}. Since they were set it {listed(parts)}{unsaid}.{_measures(found)}"


def _one_measured(found: Impact) -> str:
    if found.verdict == "unsaid":
        return "Whether the one action with a measure worked can't be said yet."
    return f"The measure of the one action that has any {SAID[found.verdict]} since it was set."


def _measures(found: Sequence[Impact]) -> str:
    """How few measures the improvements are of, where several actions name one; else empty."""
    held = [each for each in found if each.verdict == "held"]
    names = {each.action.measure for each in held}
    if len(names) == len(held):
        return ""
    which = "one measure" if len(names) == 1 else f"{counted_out(len(names))} measures"
    return f" The {counted_out(len(held))} that improved have {which} between them."


def closed_on(found: Sequence[Impact], closed: bool) -> Counter[Verdict]:
    """How many actions there are of each verdict, of those closed or of those open."""
    return Counter(each.verdict for each in found if (each.action.closed is not None) == closed)
