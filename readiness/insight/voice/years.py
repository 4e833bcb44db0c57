"""Which periods of complaints make a year, and which year they may be compared with: of the same length only."""

import re
from collections.abc import Collection, Sequence
from datetime import date
from itertools import pairwise

from readiness.dates import uk_date
from readiness.insight.voice.counts import CountRow, Span, together

MONTHS = 12


def two_years(rows: Sequence[CountRow]) -> tuple[Span, Span | None] | None:
    """The latest year and the one before, each of the same periods; None where there are no rows.

    A year is the periods of one length that fill twelve months; where they don't, it is the latest period alone,
    beside the one that ended a year before. Without such a one, or without names, no length is known to compare.
    """
    mine = _latest_kind(rows)
    if not mine:
        return None
    months = {_month(row.period_end) for row in mine}
    latest, step = max(months), _step(sorted(months))
    for number in (MONTHS // step, 1) if step and mine[0].period else ():
        now = {latest - step * back for back in range(number)}
        before = {month - MONTHS for month in now}
        if now | before <= months:
            return _year(mine, now), _year(mine, before)
    return _year(mine, {latest}), None


def _latest_kind(rows: Sequence[CountRow]) -> list[CountRow]:
    """The rows of the kind of period (named alike but for its digits) that was counted last and most often."""
    kinds: dict[str, list[CountRow]] = {}
    for row in rows:
        kinds.setdefault(re.sub(r"\d+", "9", row.period.casefold()), []).append(row)
    return max(
        kinds.values(),
        key=lambda mine: (max(row.period_end for row in mine), len({row.period_end for row in mine})),
        default=[],
    )


def _month(day: date) -> int:
    return day.year * MONTHS + day.month


def _step(months: Sequence[int]) -> int:
    """Months from one period to the next, if that divides a year; else 0."""
    gap = min((after - before for before, after in pairwise(months)), default=0)
    return gap if gap and MONTHS % gap == 0 else 0


def _year(rows: Sequence[CountRow], months: Collection[int]) -> Span:
    chosen = [row for row in rows if _month(row.period_end) in months]
    last = uk_date(max(row.period_end for row in chosen))
    return together(
        f"the year to {last}" if len(months) > 1 else chosen[0].period or f"the period to {last}", chosen
    )
