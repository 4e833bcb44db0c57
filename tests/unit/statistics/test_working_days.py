"""Working days, against the bank holidays that GOV.UK lists and against counting day by day."""

from datetime import date, timedelta

import pytest

from readiness.statistics.working_days import (
    add_working_days,
    bank_holidays,
    easter,
    is_working_day,
    working_days_between,
)

# GOV.UK, UK bank holidays, England and Wales: the weekdays on which they were taken (month, day).
PUBLISHED = {
    1995: [(1, 2), (4, 14), (4, 17), (5, 8), (5, 29), (8, 28), (12, 25), (12, 26)],
    1999: [(1, 1), (4, 2), (4, 5), (5, 3), (5, 31), (8, 30), (12, 27), (12, 28), (12, 31)],
    2002: [(1, 1), (3, 29), (4, 1), (5, 6), (6, 3), (6, 4), (8, 26), (12, 25), (12, 26)],
    2011: [(1, 3), (4, 22), (4, 25), (4, 29), (5, 2), (5, 30), (8, 29), (12, 26), (12, 27)],
    2012: [(1, 2), (4, 6), (4, 9), (5, 7), (6, 4), (6, 5), (8, 27), (12, 25), (12, 26)],
    2020: [(1, 1), (4, 10), (4, 13), (5, 8), (5, 25), (8, 31), (12, 25), (12, 28)],
    2021: [(1, 1), (4, 2), (4, 5), (5, 3), (5, 31), (8, 30), (12, 27), (12, 28)],
    2022: [(1, 3), (4, 15), (4, 18), (5, 2), (6, 2), (6, 3), (8, 29), (9, 19), (12, 26), (12, 27)],
    2023: [(1, 2), (4, 7), (4, 10), (5, 1), (5, 8), (5, 29), (8, 28), (12, 25), (12, 26)],
    2024: [(1, 1), (3, 29), (4, 1), (5, 6), (5, 27), (8, 26), (12, 25), (12, 26)],
    2025: [(1, 1), (4, 18), (4, 21), (5, 5), (5, 26), (8, 25), (12, 25), (12, 26)],
    2026: [(1, 1), (4, 3), (4, 6), (5, 4), (5, 25), (8, 31), (12, 25), (12, 28)],
    2027: [(1, 1), (3, 26), (3, 29), (5, 3), (5, 31), (8, 30), (12, 27), (12, 28)],
}
EASTERS = {
    1995: (4, 16),
    2000: (4, 23),
    2008: (3, 23),
    2011: (4, 24),
    2016: (3, 27),
    2024: (3, 31),
    2035: (3, 25),
}


@pytest.mark.parametrize("year", PUBLISHED)
def test_bank_holidays_are_those_published(year: int) -> None:
    assert bank_holidays(year) == tuple(date(year, *day) for day in PUBLISHED[year])


@pytest.mark.parametrize("year", EASTERS)
def test_easter_is_the_churchs(year: int) -> None:
    assert easter(year) == date(year, *EASTERS[year])


@pytest.mark.parametrize("year", range(1995, 2036))
def test_every_year_has_eight_bank_holidays_on_weekdays_and_those_proclaimed(year: int) -> None:
    days = bank_holidays(year)
    extra = {1999: 1, 2002: 1, 2011: 1, 2012: 1, 2022: 2, 2023: 1}.get(year, 0)
    assert len(set(days)) == len(days) == 8 + extra
    assert all(day.weekday() < 5 for day in days)


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (date(2025, 6, 2), date(2025, 6, 2), 0),
        (date(2025, 6, 2), date(2025, 6, 3), 1),
        (date(2025, 6, 6), date(2025, 6, 9), 1),
        (date(2025, 6, 7), date(2025, 6, 9), 1),
        (date(2025, 6, 6), date(2025, 6, 8), 0),
        (date(2025, 4, 17), date(2025, 4, 22), 1),
        (date(2022, 9, 16), date(2022, 9, 20), 1),
        (date(2021, 12, 24), date(2022, 1, 4), 4),
        (date(2025, 6, 3), date(2025, 6, 2), -1),
    ],
)
def test_the_start_is_day_nought(start: date, end: date, days: int) -> None:
    assert working_days_between(start, end) == days


def test_an_action_plan_of_seventy_working_days_fell_due_as_published() -> None:
    # A council's plan after a report published on 9 May 2023 was due on 16 August 2023 (cabinet paper, June 2023).
    assert add_working_days(date(2023, 5, 9), 70) == date(2023, 8, 16)


def test_counting_agrees_with_going_day_by_day() -> None:
    start = date(2019, 12, 20)
    days = [start + timedelta(days=number) for number in range(1, 1500)]
    counted = 0
    for day in days:
        counted += is_working_day(day)
        assert working_days_between(start, day) == counted


def test_adding_nothing_stays_even_at_a_weekend() -> None:
    assert add_working_days(date(2025, 6, 7), 0) == date(2025, 6, 7)
    assert add_working_days(date(2025, 6, 7), 1) == date(2025, 6, 9)
    assert add_working_days(date(2025, 6, 7), -1) == date(2025, 6, 6)


def test_years_that_nobody_can_know_are_refused() -> None:
    with pytest.raises(ValueError, match="1978 to 2077"):
        working_days_between(date(1970, 1, 1), date(2020, 1, 1))
    with pytest.raises(ValueError, match="1978 to 2077"):
        add_working_days(date(2077, 12, 31), 5)
