"""Pace: what was opened and closed quarter by quarter, and when what is open would be closed at that pace."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from readiness.dates import month, month_end, uk_date
from readiness.insight.indicators.words import counted, counted_out
from readiness.insight.inspections.next_visit import Span
from readiness.insight.plan.actions import Action
from readiness.items.status import OVERDUE
from readiness.statistics.intervals import Interval, rate_interval

WHOLE_QUARTERS = 4
FEWEST_CLOSED = 5
"""With fewer closed in the last four whole quarters no finish is projected."""
QUARTER_DAYS = 365.25 / 4
FURTHEST = 40
"""Quarters ahead beyond which no date is given: ten years."""
METHOD = (
    "The projection divides what is open by the actions closed in a quarter, over the last four whole quarters; its "
    "range comes from the 95% limits of that count (Byar, exact under ten). It takes the pace as steady and adds "
    "no new action. Closed are partially achieved, completed, impact evidenced and stopped."
)


@dataclass(frozen=True, slots=True)
class PlanQuarter:
    """One calendar quarter of the plan. `open_end` and `overdue_end` stand at its last day, or at the day if sooner.

    `opened` counts actions created in it, `closed` those closed in it (twice, if opened again between), `evidenced`
    those whose impact was recorded as evidenced in it; `so_far` where it has not ended.
    """

    first: date
    last: date
    opened: int
    closed: int
    evidenced: int
    open_end: int
    overdue_end: int
    so_far: bool

    @property
    def name(self) -> str:
        """`Jul to Sep 2026`, or with `, so far`."""
        return f"{self.first:%b} to {self.last:%b %Y}{', so far' if self.so_far else ''}"


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast actions close. `rate` is of a quarter, with its limits; `finish` soonest, likely and latest day.

    `rate` and `finish` are None where too little was closed to say; a day of `finish` where it is over ten years off.
    `window` is when the next inspection may come, as the Inspections page has it; None where no rule or file says.
    """

    as_at: date
    open: int
    quarters: tuple[PlanQuarter, ...]
    rate: Interval | None
    finish: tuple[date | None, date | None, date | None] | None
    window: Span | None
    sentence: str


def plan_quarters(actions: Sequence[Action], as_at: date) -> tuple[PlanQuarter, ...]:
    """Every calendar quarter from the first action to the day, in order of time; none without an action."""
    if not actions:
        return ()
    first = _number(min(each.created for each in actions))
    return tuple(_quarter(index, actions, as_at) for index in range(first, _number(as_at) + 1))


def _number(day: date) -> int:
    return day.year * 4 + (day.month - 1) // 3


def _quarter(index: int, actions: Sequence[Action], as_at: date) -> PlanQuarter:
    first = date(index // 4, index % 4 * 3 + 1, 1)
    last = month_end(first.year, first.month + 2)
    end = min(last, as_at)
    begun = [each for each in actions if each.created <= end]
    return PlanQuarter(
        first=first,
        last=last,
        opened=sum(first <= each.created for each in begun),
        closed=sum(first <= day <= end for each in begun for day in each.closings),
        evidenced=sum(first <= day <= end for each in begun for day in each.evidenced),
        open_end=sum(not each.closed_on(end) for each in begun),
        overdue_end=sum(each.status_on(end) == OVERDUE for each in begun),
        so_far=as_at < last,
    )


def pace_fact(actions: Sequence[Action], as_at: date, window: Span | None) -> Pace:
    """The pace of a plan on a day, and when it would finish."""
    quarters = plan_quarters(actions, as_at)
    whole = [each for each in quarters if not each.so_far][-WHOLE_QUARTERS:]
    still = sum(each.closed is None for each in actions)
    closed = sum(each.closed for each in whole)
    rate = finish = None
    if len(whole) == WHOLE_QUARTERS and closed >= FEWEST_CLOSED:
        rate = rate_interval(closed, WHOLE_QUARTERS, per=1)
    if rate and still:
        finish = (
            _ends(as_at, still, rate.upper),
            _ends(as_at, still, rate.value),
            _ends(as_at, still, rate.lower),
        )
    sentence = _sentence(still, whole, finish)
    return Pace(
        as_at,
        still,
        quarters,
        rate,
        finish,
        window,
        f"{sentence}{_window_words(as_at, still, finish, window)}",
    )


def _ends(as_at: date, still: int, rate: float) -> date | None:
    quarters = still / rate
    return as_at + timedelta(days=round(quarters * QUARTER_DAYS)) if quarters <= FURTHEST else None


def _sentence(
    still: int, whole: Sequence[PlanQuarter], finish: tuple[date | None, date | None, date | None] | None
) -> str:
    if not still:
        return "No action is open."
    standing = f"{counted(still, 'action').capitalize()} {'is' if still == 1 else 'are'} open"
    if len(whole) < WHOLE_QUARTERS:
        return f"{standing}; with under four whole quarters behind it the plan has no pace yet."
    closed, opened = sum(each.closed for each in whole), sum(each.opened for each in whole)
    year = f"In the last four whole quarters {_were(closed, 'closed')} and {_were(opened, 'opened')}."
    if finish is None:
        few = "With so few closed" if closed else "With none closed"
        return f"{standing}. {year} {few} it can't be projected when the rest would be."
    if opened > closed:
        year += " More were opened than closed, so the plan has grown."
    soonest, likely, latest = finish
    if likely is None:
        return f"{standing}. {year} At that pace they would take over ten years to close."
    end = f"between {month(soonest or likely)} and {month(latest) if latest else 'over ten years from now'}"
    return f"{standing}. {year} At that pace they would be closed by {month(likely)} ({end}), if none were added."


def _were(number: int, verb: str) -> str:
    return f"{counted_out(number) if number else 'none'} {'was' if number <= 1 else 'were'} {verb}"


def _window_words(
    as_at: date,
    still: int,
    finish: tuple[date | None, date | None, date | None] | None,
    window: Span | None,
) -> str:
    """The projection against the window of the next inspection, as far as either is known."""
    if not still:
        return ""
    if window is None:
        return " No window of the next inspection is known to set it against." if finish else ""
    opens, closes = window
    if closes < as_at:
        return f" The window of the next inspection closed on {uk_date(closes)}, and none since is on file."
    when = (
        f" The next inspection is expected between {uk_date(opens)} and {uk_date(closes)}"
        if as_at < opens
        else f" The window of the next inspection has been open since {uk_date(opens)} and closes on {uk_date(closes)}"
    )
    if finish is None:
        return f"{when}."
    soonest, _, latest = finish
    if latest and latest < opens:
        return f"{when}, after all would be closed."
    if soonest is None or soonest > closes:
        return f"{when}, before all would be closed even at the quickest."
    return f"{when}: all may or may not be closed by then."
