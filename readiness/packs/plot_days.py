"""The categories of a line as days, for an axis of time in a file: names of months would stand on top of each other."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import pairwise

from readiness.charts.native import Plot
from readiness.dates import month_end

MOST_TICKS = 8
STEPS = (1, 2, 3, 6, 12, 24, 36, 60)
"""Months from one name on the axis to the next."""


def days_of(plot: Plot) -> list[date]:
    """The days of a line's categories, for an axis of time: the last of a month (`Mar 2025`), or that named.

    Empty where they are no days, or do not follow one another.
    """
    found = [_day(each) for each in plot.categories] if plot.kind == "lines" else []
    days = [each for each in found if each]
    rising = all(before < after for before, after in pairwise(days))
    return days if len(days) == len(found) and rising else []


def _day(words: str) -> date | None:
    for written in ("%d %b %Y", "%b %Y"):
        try:
            read = datetime.strptime(words, written)
        except ValueError:
            continue
        return read.date() if written.startswith("%d") else month_end(read.year, read.month)
    return None


def months_apart(days: Sequence[date]) -> int:
    """How many months lie between the names on an axis over these days, so that few enough are named.

    Not fewer than between one figure and the next: of yearly figures only their own months are named.
    """
    months = (days[-1] - days[0]).days // 30
    apart = min(((after - before).days // 28 for before, after in pairwise(days)), default=1)
    enough = (each for each in STEPS if months / each <= MOST_TICKS and each >= min(apart, 12))
    return next(enough, STEPS[-1] * 2)
