"""Burn-up: how many actions were set, closed and due, month by month."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from readiness.dates import month_ends, uk_date
from readiness.insight.indicators.words import counted, counted_out
from readiness.insight.plan.actions import Action

PARTLY = "partially achieved"


@dataclass(frozen=True)
class BurnUp:
    """Counts on each of `days`: the month ends from the first action to the day, the day, and those ahead of it.

    `opened` and `closed` stop at the day; `due` runs on to the last due date. `closed` counts what stood closed
    then, so it falls where an action was opened again.
    """

    as_at: date
    days: tuple[date, ...]
    opened: tuple[int, ...]
    closed: tuple[int, ...]
    due: tuple[int, ...]
    sentence: str


def burn_up(actions: Sequence[Action], as_at: date) -> BurnUp:
    """The burn-up of at least one action, by the due dates as they stand."""
    past = sorted({*month_ends(min(each.created for each in actions), as_at), as_at})
    dues = sorted(each.due for each in actions if each.due)
    ahead = month_ends(as_at, dues[-1]) if dues else ()
    last = [dues[-1]] if dues and dues[-1] > as_at else []
    days = tuple(sorted({*past, *ahead, *last}))
    created = sorted(each.created for each in actions)
    return BurnUp(
        as_at=as_at,
        days=days,
        opened=tuple(bisect_right(created, day) for day in past),
        closed=tuple(sum(each.created <= day and each.closed_on(day) for each in actions) for day in past),
        due=tuple(bisect_right(dues, day) for day in days),
        sentence=_sentence(actions, as_at),
    )


def _sentence(actions: Sequence[Action], as_at: date) -> str:
    closed = [each for each in actions if each.closed]
    said = f"Of {counted(len(actions), 'action')} set by {uk_date(as_at)} {_were(len(closed))} closed{_partly(closed)}"
    late = [each.days_late for each in closed if each.days_late is not None]
    if not late:
        return f"{said}; none of these had a due date." if closed else f"{said}."
    after = sum(days > 0 for days in late)
    whole = "them" if len(late) == len(closed) else f"the {counted_out(len(late))} of them with a due date"
    return f"{said}; of {whole} {counted_out(after) if after else 'none'} {'was' if after <= 1 else 'were'} late."


def _partly(closed: Sequence[Action]) -> str:
    """How many closed actions did not do all that was promised: closed is not achieved."""
    partly = sum(each.status == PARTLY for each in closed)
    if not partly:
        return ""
    if partly < len(closed):
        return f", {counted_out(partly)} of them only {PARTLY}"
    return f", {'all ' if partly > 1 else ''}only {PARTLY}"


def _were(number: int) -> str:
    return f"{counted_out(number) if number else 'none'} {'is' if number <= 1 else 'are'}"


def burn_up_finding(found: BurnUp) -> str:
    """What the chart is there to show, in a line: closed against due."""
    closed, due = found.closed[-1], found.due[len(found.opened) - 1]
    if not due:
        return f"{counted(closed, 'action').capitalize()} closed of {found.opened[-1]}; none was due by now"
    return f"{counted(closed, 'action').capitalize()} closed, {counted_out(due)} due by now"
