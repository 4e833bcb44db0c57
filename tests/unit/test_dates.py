"""Days and months."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.dates import day_number, from_day_number, month_ends, months_before, uk_date


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
