"""Days and months."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.dates import (
    day_number,
    from_day_number,
    month_ends,
    months_after,
    months_before,
    months_between,
    uk_date,
)


def test_month_ends_run_from_the_first_on_or_after_to_the_last_on_or_before() -> None:
    assert month_ends(date(2024, 1, 31), date(2024, 3, 30)) == (date(2024, 1, 31), date(2024, 2, 29))


def test_a_span_without_a_month_end_gives_none() -> None:
    assert month_ends(date(2024, 2, 1), date(2024, 2, 28)) == ()
    assert month_ends(date(2024, 3, 1), date(2024, 1, 1)) == ()


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2025, 3, 31), 1, date(2025, 2, 28)),
        (date(2025, 3, 31), 12, date(2024, 3, 31)),
        (date(2025, 1, 15), 3, date(2024, 10, 15)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
    ],
)
def test_months_before_keeps_the_day_or_takes_the_last_of_a_shorter_month(
    day: date, months: int, expected: date
) -> None:
    assert months_before(day, months) == expected


def test_a_date_is_written_as_people_in_england_write_it() -> None:
    assert uk_date(date(2025, 3, 1)) == "1 March 2025"


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_day_numbers_go_there_and_back(day: date) -> None:
    assert from_day_number(day_number(day)) == day


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(0, 600))
def test_so_many_months_after_a_day_are_so_many_months_between(day: date, months: int) -> None:
    assert months_between(day, months_after(day, months)) == months


def test_months_between_are_whole_ones() -> None:
    assert months_between(date(2023, 3, 6), date(2025, 9, 5)) == 29
    assert months_between(date(2023, 3, 6), date(2025, 9, 6)) == 30
    assert months_after(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert months_after(date(9999, 6, 1), 12) == date.max
