"""The Theil-Sen line, against scipy."""

import numpy as np
import pytest
from scipy import stats

from readiness.statistics.slope import theil_sen


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
