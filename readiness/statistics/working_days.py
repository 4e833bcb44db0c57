"""Working days in England: Monday to Friday, without bank holidays."""

from datetime import date, timedelta
from functools import cache

import numpy as np

FIRST_YEAR, LAST_YEAR = 1978, 2077
"""Years whose days can be counted: the early May holiday began in 1978. Checked against published lists 1995-2035;
holidays proclaimed in later years have to be added below."""

MOVED = {
    date(1995, 5, 1): date(1995, 5, 8),  # fifty years since VE Day
    date(2002, 5, 27): date(2002, 6, 4),  # golden jubilee
    date(2012, 5, 28): date(2012, 6, 4),  # diamond jubilee
    date(2020, 5, 4): date(2020, 5, 8),  # seventy-five years since VE Day
    date(2022, 5, 30): date(2022, 6, 2),  # platinum jubilee
}
ADDED = (
    date(1981, 7, 29),  # royal wedding
    date(1999, 12, 31),  # millennium
    date(2002, 6, 3),  # golden jubilee
    date(2011, 4, 29),  # royal wedding
    date(2012, 6, 5),  # diamond jubilee
    date(2022, 6, 3),  # platinum jubilee
    date(2022, 9, 19),  # state funeral
    date(2023, 5, 8),  # coronation
)
MONDAY = 0


def working_days_between(start: date, end: date) -> int:
    """Working days from the start, which is day 0, to the end, which counts if it is one.

    So the next working day is 1, and a weekend after the start adds nothing. Negative where the end comes first.
    Raises ValueError outside 1978 to 2077. Counting by numpy's business days.
    """
    _check(start, end)
    if end < start:
        return -int(np.busday_count(end, start, busdaycal=_calendar()))
    next_day = timedelta(days=1)
    return int(np.busday_count(start + next_day, end + next_day, busdaycal=_calendar()))


def add_working_days(start: date, days: int) -> date:
    """The day that is so many working days after the start (before it, if negative); the start itself for 0.

    Raises ValueError outside 1978 to 2077.
    """
    _check(start)
    if days == 0:
        return start
    roll = "backward" if days > 0 else "forward"
    found = np.busday_offset(start, days, roll=roll, busdaycal=_calendar()).astype(object)
    _check(found)
    return found


def is_working_day(day: date) -> bool:
    """Monday to Friday and no bank holiday in England."""
    _check(day)
    return bool(np.is_busday(day, busdaycal=_calendar()))


@cache
def bank_holidays(year: int) -> tuple[date, ...]:
    """The bank holidays of a year in England, in order, as the weekdays on which they are taken.

    Sources: Banking and Financial Dealings Act 1971, schedule 1, and the royal proclamations of single days, as
    GOV.UK lists them. A holiday at a weekend is taken on the next weekday that is not one already.
    """
    fixed = [date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)]
    taken = {day for day in fixed if not _at_weekend(day)}
    for day in fixed:
        if _at_weekend(day):
            taken.add(_next_free_weekday(day, taken))
    added = {day for day in ADDED if day.year == year}
    return tuple(sorted(taken | {MOVED.get(day, day) for day in _mondays_and_easter(year)} | added))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar.

    Source: the anonymous algorithm of Nature, 20 April 1876, as in Meeus J, Astronomical Algorithms, chapter 8.
    """
    century, rest = divmod(year, 100)
    leaps, skipped = divmod(century, 4)
    moon = (19 * (year % 19) + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * skipped + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (year % 19 + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def _mondays_and_easter(year: int) -> tuple[date, ...]:
    sunday = easter(year)
    return (
        sunday - timedelta(days=2),
        sunday + timedelta(days=1),
        _monday_on_or_after(date(year, 5, 1)),
        _monday_on_or_after(date(year, 5, 25)),
        _monday_on_or_after(date(year, 8, 25)),
    )


def _monday_on_or_after(day: date) -> date:
    return day + timedelta(days=(MONDAY - day.weekday()) % 7)


def _next_free_weekday(day: date, taken: set[date]) -> date:
    while _at_weekend(day) or day in taken:
        day += timedelta(days=1)
    return day


def _at_weekend(day: date) -> bool:
    return day.weekday() >= 5


@cache
def _calendar() -> np.busdaycalendar:
    days = [day for year in range(FIRST_YEAR, LAST_YEAR + 1) for day in bank_holidays(year)]
    return np.busdaycalendar(holidays=days)


def _check(*days: date) -> None:
    if not all(FIRST_YEAR <= day.year <= LAST_YEAR for day in days):
        raise ValueError(f"Working days are known from {FIRST_YEAR} to {LAST_YEAR}.")
