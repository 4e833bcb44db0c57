"""Days and months: the arithmetic of dates that everything else shares. Imports nothing of ours.

Inside scoring a day is an integer: days since 1 January 1970, as numpy counts them.
"""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np

EPOCH = date(1970, 1, 1)
NEVER = np.iinfo(np.int64).max // 4
"""A day later than any that is asked for: the end of evidence that nothing has replaced."""


def day_number(day: date) -> int:
    """The day as an integer, days since 1 January 1970."""
    return (day - EPOCH).days


def from_day_number(number: int) -> date:
    """The date of an integer day."""
    return EPOCH + timedelta(days=int(number))


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def month_ends(first: date, last: date) -> tuple[date, ...]:
    """Month ends from the first on or after `first` to the last on or before `last`; none gives an empty tuple."""
    return tuple(day for day in _month_ends_from(first, last) if first <= day <= last)


def _month_ends_from(first: date, last: date) -> Iterator[date]:
    for months in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield month_end(months // 12, months % 12 + 1)


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier, or the last day of that month where it is shorter."""
    index = day.year * 12 + day.month - 1 - months
    if index < 12:  # before the calendar begins
        return date.min
    last = month_end(index // 12, index % 12 + 1)
    return last.replace(day=min(day.day, last.day))


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    if index >= (date.max.year + 1) * 12:  # after the calendar ends
        return date.max
    last = month_end(index // 12, index % 12 + 1)
    return last.replace(day=min(day.day, last.day))


def months_between(first: date, last: date) -> int:
    """Whole months from a day to another that is not earlier: 3 March to 2 May is one."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - (months_after(first, months) > last)


def uk_date(day: date) -> str:
    """The day as people in England write it: 31 March 2025."""
    return f"{day.day} {day:%B %Y}"


def month(day: date) -> str:
    """The month of a day: March 2025."""
    return f"{day:%B %Y}"
