"""How far apart the months stand that an axis of a chart in a file names."""

from datetime import date

import pytest

from readiness.dates import month_ends
from readiness.packs.plot_days import months_apart

YEARS = [date(year, 3, 31) for year in range(2013, 2027)]


@pytest.mark.parametrize(
    ("days", "apart"),
    [
        (month_ends(date(2026, 1, 1), date(2026, 6, 30)), 1),
        (month_ends(date(2025, 1, 1), date(2026, 11, 30)), 3),
        (YEARS[-3:], 12),
        (YEARS, 24),
        ([date(2026, 3, 31)], 1),
    ],
)
def test_few_months_are_named_and_of_yearly_figures_only_their_own(days: list[date], apart: int) -> None:
    assert months_apart(list(days)) == apart
