"""Intervals, against published tables and against scipy and statsmodels."""

import pytest
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from readiness.statistics.intervals import (
    byar,
    difference_of_proportions,
    exact_poisson,
    rate_interval,
    wilson,
)

CASES = [
    (0, 1),
    (1, 1),
    (0, 20),
    (20, 20),
    (1, 29),
    (15, 148),
    (81, 263),
    (5, 9),
    (1045, 5000),
    (49_999, 50_000),
]


@pytest.mark.parametrize(
    ("numerator", "denominator", "lower", "upper"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_agrees_with_newcombe_1998_table_i_method_3(
    numerator: int, denominator: int, lower: float, upper: float
) -> None:
    found = wilson(numerator, denominator)
    assert found is not None
    assert (found.lower, found.upper) == pytest.approx((lower, upper), abs=5e-5)


@pytest.mark.parametrize("confidence", [0.9, 0.95, 0.998])
@pytest.mark.parametrize(("numerator", "denominator"), CASES)
def test_wilson_agrees_with_statsmodels(numerator: int, denominator: int, confidence: float) -> None:
    found = wilson(numerator, denominator, confidence=confidence)
    expected = proportion_confint(numerator, denominator, alpha=1 - confidence, method="wilson")
    assert found is not None
    assert (found.lower, found.upper) == pytest.approx(expected, abs=1e-9)


def test_a_proportion_of_nothing_has_no_interval() -> None:
    assert wilson(0, 0) is None
    assert difference_of_proportions((0, 0), (1, 2)) is None
    assert rate_interval(0, 0) is None


@pytest.mark.parametrize(("numerator", "denominator"), [(-1, 5), (6, 5), (float("nan"), 5)])
def test_an_impossible_proportion_is_refused(numerator: float, denominator: float) -> None:
    with pytest.raises(ValueError, match="numerator"):
        wilson(numerator, denominator)


@pytest.mark.parametrize("confidence", [0, 1, 95])
def test_a_confidence_that_is_no_share_is_refused(confidence: float) -> None:
    with pytest.raises(ValueError, match="confidence"):
        wilson(1, 2, confidence=confidence)


def test_a_percentage_is_a_proportion_times_a_hundred() -> None:
    bare, percentage = wilson(15, 148), wilson(15, 148, per=100)
    assert bare is not None and percentage is not None
    assert percentage.upper == pytest.approx(100 * bare.upper)


def test_a_difference_agrees_with_newcombe_1998_method_10() -> None:
    # Newcombe RG, Statistics in Medicine 1998; 17: 873-890, table II, contrast (a): 56/70 less 48/80.
    found = difference_of_proportions((56, 70), (48, 80))
    assert found is not None
    assert (found.lower, found.upper) == pytest.approx((0.0524, 0.3339), abs=5e-5)


@pytest.mark.parametrize(("first", "second"), [((9, 10), (3, 10)), ((0, 10), (10, 10)), ((5, 56), (0, 29))])
def test_a_difference_agrees_with_statsmodels(first: tuple[int, int], second: tuple[int, int]) -> None:
    found = difference_of_proportions(first, second)
    expected = confint_proportions_2indep(*first, *second, method="newcomb", compare="diff")
    assert found is not None
    assert (found.lower, found.upper) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize(
    ("events", "lower", "upper"),
    [(0, 0, 3.689), (1, 0.0253, 5.572), (2, 0.2422, 7.225), (5, 1.623, 11.668), (10, 4.795, 18.390)],
)
def test_exact_limits_agree_with_garwoods_table(events: int, lower: float, upper: float) -> None:
    found = exact_poisson(events)
    assert (found.lower, found.upper) == pytest.approx((lower, upper), abs=6e-4)


@pytest.mark.parametrize("confidence", [0.95, 0.998])
@pytest.mark.parametrize("events", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 40, 388])
def test_exact_limits_agree_with_chi_squared(events: int, confidence: float) -> None:
    found, tail = exact_poisson(events, confidence=confidence), (1 - confidence) / 2
    lower = stats.chi2.ppf(tail, 2 * events) / 2 if events else 0.0
    upper = stats.chi2.ppf(1 - tail, 2 * events + 2) / 2
    assert (found.lower, found.upper) == pytest.approx((lower, upper), rel=1e-9)


@pytest.mark.parametrize("events", [10, 11, 25, 65, 388, 1045])
def test_byar_is_within_a_fifth_of_one_percent_of_exact_from_ten_events(events: int) -> None:
    # Public Health England, Technical guide: confidence intervals, 2018: within 0.2% for numerators of 10 or more.
    near, exact = byar(events), exact_poisson(events)
    assert (near.lower, near.upper) == pytest.approx((exact.lower, exact.upper), rel=0.002)


def test_byar_follows_the_formula_of_public_health_england() -> None:
    deviate = stats.norm.ppf(0.975)
    found = byar(65)
    assert found.lower == pytest.approx(65 * (1 - 1 / 585 - deviate / (3 * 65**0.5)) ** 3, rel=1e-12)
    assert found.upper == pytest.approx(66 * (1 - 1 / 594 + deviate / (3 * 66**0.5)) ** 3, rel=1e-12)


def test_a_rate_is_exact_under_ten_events_and_byars_from_ten() -> None:
    nine, ten = rate_interval(9, 30_000, per=10_000), rate_interval(10, 30_000, per=10_000)
    assert nine is not None and ten is not None
    assert nine.value == pytest.approx(3)
    assert nine.upper == pytest.approx(exact_poisson(9).upper / 3)
    assert ten.upper == pytest.approx(byar(10).upper / 3)


@pytest.mark.parametrize("events", [-1, 2.5])
def test_a_count_that_is_no_count_is_refused(events: float) -> None:
    with pytest.raises(ValueError, match="whole number"):
        exact_poisson(events)  # ty: ignore[invalid-argument-type]


def test_byar_has_no_lower_limit_below_nothing() -> None:
    assert byar(0).lower == 0
    assert byar(1, confidence=0.9999).lower == 0
