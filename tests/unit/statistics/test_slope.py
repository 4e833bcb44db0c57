"""The Theil-Sen line, against scipy."""

import numpy as np
import pytest
from scipy import stats

from readiness.statistics.slope import slope_interval, theil_sen


@pytest.mark.parametrize("seed", range(5))
def test_the_line_agrees_with_scipy(seed: int) -> None:
    values = np.random.default_rng(seed).normal(50, 10, 24 + seed)
    line, expected = theil_sen(values.tolist()), stats.theilslopes(values, np.arange(len(values)))
    assert line is not None
    assert (line.slope, line.intercept) == pytest.approx((expected.slope, expected.intercept), abs=1e-9)


def test_one_odd_month_does_not_bend_the_line() -> None:
    line = theil_sen([0, 1, 2, 3, 90, 5, 6, 7])
    assert line is not None
    assert line.slope == 1


def test_missing_months_keep_their_place_on_the_line() -> None:
    line = theil_sen([0, None, 4, float("nan"), 8])
    assert line is not None
    assert (line.slope, line.at(3)) == (2, 6)


def test_fewer_than_two_figures_have_no_slope() -> None:
    assert theil_sen([None, 3]) is None
    assert theil_sen([]) is None


@pytest.mark.parametrize("seed", range(8))
def test_the_interval_of_the_slope_agrees_with_scipy_ties_and_gaps_included(seed: int) -> None:
    rng = np.random.default_rng(seed)
    values = [
        None if rng.random() < 0.2 else round(float(value)) for value in rng.normal(50, 3, 6 + 3 * seed)
    ]
    held = [(place, value) for place, value in enumerate(values) if value is not None]
    expected = stats.theilslopes([value for _, value in held], [place for place, _ in held])
    assert slope_interval(values) == pytest.approx((expected.low_slope, expected.high_slope), abs=1e-12)


def test_a_level_line_has_an_interval_of_nought() -> None:
    assert slope_interval([5.0] * 8) == (0, 0)


def test_a_straight_rise_leaves_no_doubt_of_its_slope() -> None:
    assert slope_interval([2.0 * month for month in range(12)]) == (2, 2)


def test_with_fewer_than_two_figures_there_is_no_interval() -> None:
    assert slope_interval([None, 3]) is None
