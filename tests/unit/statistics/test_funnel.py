"""Funnels, against printed tables, the formulas written out in numpy and against statsmodels' meta-analysis."""

from dataclasses import astuple

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.meta_analysis import combine_effects

from readiness.statistics.dispersion import Dispersion, dispersion, winsorise
from readiness.statistics.funnel import Model, Place, proportion_funnel, rate_funnel

RANDOM = np.random.default_rng(153)
CASES = RANDOM.integers(40, 4000, 153)
ON_TIME = RANDOM.binomial(CASES, np.clip(RANDOM.normal(0.83, 0.08, 153), 0.3, 0.99))
CHILDREN = RANDOM.integers(3000, 300_000, 153)
EVENTS = RANDOM.poisson(CHILDREN * RANDOM.gamma(16, 60 / 16, 153) / 10_000)


# Public Health England, funnel limits of a proportion: the expected output in the tests of its R package
# PHEindicatormethods (testdata_funnel_prop_outputs.csv): size, 95% limits, 99.8% limits; baseline 80.642448%.
PRINTED = [
    (1, 3.204264, 100, 0, 100),
    (18, 62.390093, 98.894803, 51.864359, 100),
    (102, 72.974925, 88.309971, 68.553233, 92.731663),
    (1008, 78.203374, 83.081521, 76.796814, 84.488082),
    (9998, 79.867989, 81.416907, 79.421375, 81.863521),
    (110000, 80.408963, 80.875933, 80.274317, 81.010578),
]


@pytest.mark.parametrize(("size", "lower95", "upper95", "lower998", "upper998"), PRINTED)
def test_limits_of_proportions_agree_with_those_printed_by_public_health_england(
    size: int, lower95: float, upper95: float, lower998: float, upper998: float
) -> None:
    limits = proportion_funnel([1], [1], target=80.642448).limits_at(size)
    assert astuple(limits) == pytest.approx((lower95, upper95, lower998, upper998), abs=1.1e-6)


def test_limits_of_proportions_are_the_target_and_so_many_standard_errors() -> None:
    funnel = proportion_funnel(ON_TIME.tolist(), CASES.tolist())
    share = ON_TIME.sum() / CASES.sum()
    error = 100 * np.sqrt(share * (1 - share) / CASES)
    lower95 = [point.limits[Model.CHANCE].lower95 for point in funnel.points]
    upper998 = [point.limits[Model.CHANCE].upper998 for point in funnel.points]
    assert lower95 == pytest.approx(100 * share - stats.norm.ppf(0.975) * error, abs=1e-9)
    assert upper998 == pytest.approx(np.minimum(100, 100 * share + stats.norm.ppf(0.999) * error), abs=1e-9)


def test_limits_of_rates_take_counts_as_poisson() -> None:
    funnel = rate_funnel(EVENTS.tolist(), CHILDREN.tolist())
    rate = EVENTS.sum() / CHILDREN.sum()
    upper = [point.limits[Model.CHANCE].upper95 for point in funnel.points]
    assert funnel.target == pytest.approx(10_000 * rate, abs=1e-9)
    assert upper == pytest.approx(
        10_000 * (rate + stats.norm.ppf(0.975) * np.sqrt(rate / CHILDREN)), abs=1e-9
    )


def test_phi_and_tau_follow_spiegelhalter_2005() -> None:
    found = proportion_funnel(ON_TIME.tolist(), CASES.tolist()).dispersion
    share = ON_TIME.sum() / CASES.sum()
    weights = CASES / (share * (1 - share))
    scores = (ON_TIME / CASES - share) * np.sqrt(weights)
    phi = (np.clip(scores, *np.quantile(scores, [0.1, 0.9])) ** 2).mean()
    tau = (153 * phi - 152) / (weights.sum() - (weights**2).sum() / weights.sum())
    assert (found.phi, found.factor) == pytest.approx((phi, phi), rel=1e-9)
    assert found.tau_squared == pytest.approx(tau, rel=1e-9)


def test_without_winsorising_tau_is_that_of_dersimonian_and_laird() -> None:
    share = ON_TIME.sum() / CASES.sum()
    variances = share * (1 - share) / CASES
    scores = (ON_TIME / CASES - share) / np.sqrt(variances)
    found = dispersion(scores.tolist(), np.sqrt(variances).tolist(), winsorised=0)
    expected = combine_effects(ON_TIME / CASES, variances, method_re="dl")
    assert found.tau_squared == pytest.approx(expected.tau2, rel=1e-9)


def log_ratios(table: list[tuple[int, int, int, int]], odds: bool) -> tuple[np.ndarray, np.ndarray]:
    """Logarithms of odds or risk ratios of (events, rest) in two arms, and their variances."""
    a, b, c, d = (np.array(column, dtype=float) for column in zip(*table, strict=True))
    if odds:
        return np.log(a * d / (b * c)), 1 / a + 1 / b + 1 / c + 1 / d
    return np.log(a / (a + b) / (c / (c + d))), 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)


# Trials of BCG vaccine (Colditz and others 1994), as in the R package metafor: with and without tuberculosis.
BCG = [
    (4, 119, 11, 128),
    (6, 300, 29, 274),
    (3, 228, 11, 209),
    (62, 13536, 248, 12619),
    (33, 5036, 47, 5761),
    (180, 1361, 372, 1079),
    (8, 2537, 10, 619),
    (505, 87886, 499, 87892),
    (29, 7470, 45, 7232),
    (17, 1699, 65, 1600),
    (186, 50448, 141, 27197),
    (5, 2493, 3, 2338),
    (27, 16886, 29, 17825),
]
# The CLASP example of DerSimonian R, Kacker R, Contemporary Clinical Trials 2007; 28: 105-114.
CLASP = [
    (5, 151, 8, 66),
    (5, 298, 17, 286),
    (12, 553, 9, 468),
    (69, 1501, 94, 1471),
    (9, 94, 11, 94),
    (313, 4346, 352, 4298),
]


def spread_of(values: np.ndarray, variances: np.ndarray) -> Dispersion:
    """Dispersion about the fixed-effect mean, nothing drawn in."""
    middle = (values / variances).sum() / (1 / variances).sum()
    errors = np.sqrt(variances)
    return dispersion(((values - middle) / errors).tolist(), errors.tolist(), winsorised=0)


def test_the_spread_between_places_agrees_with_published_examples() -> None:
    bcg = spread_of(*log_ratios(BCG, odds=False))
    assert 13 * bcg.phi == pytest.approx(
        152.2330, abs=5e-5
    )  # Cochran's Q, as metafor and Stata's metan print it
    assert bcg.tau_squared == pytest.approx(0.3088, abs=5e-5)
    clasp = spread_of(*log_ratios(CLASP, odds=True))
    assert clasp.tau_squared**0.5 == pytest.approx(0.2323, abs=5e-5)  # table 3, DerSimonian and Laird


def test_overdispersed_limits_are_wider_both_ways_and_shown_beside_the_plain() -> None:
    funnel = proportion_funnel(ON_TIME.tolist(), CASES.tolist())
    plain, scaled, added = (funnel.limits_at(5000, model) for model in Model)
    assert scaled.upper95 - funnel.target == pytest.approx(
        (plain.upper95 - funnel.target) * funnel.dispersion.phi**0.5, rel=1e-9
    )
    variance = ((plain.upper95 - funnel.target) / 100 / stats.norm.ppf(0.975)) ** 2
    spread = 100 * stats.norm.ppf(0.975) * np.sqrt(variance + funnel.dispersion.tau_squared)
    assert added.upper95 - funnel.target == pytest.approx(spread, rel=1e-9)


def test_places_that_differ_by_less_than_chance_leave_the_limits_alone() -> None:
    funnel = proportion_funnel([50, 51, 49, 100], [100, 100, 100, 200])
    assert funnel.dispersion.factor == 1
    assert funnel.dispersion.tau_squared == 0
    assert funnel.limits_at(100, Model.ADDITIVE) == funnel.limits_at(100)


def test_a_figure_is_placed_against_both_limits() -> None:
    funnel = proportion_funnel([50, 61, 66, 39, 34], [100] * 5, target=50)
    found = [point.places[Model.CHANCE] for point in funnel.points]
    assert found == [Place.INSIDE, Place.ABOVE, Place.FAR_ABOVE, Place.BELOW, Place.FAR_BELOW]


def test_a_place_with_nothing_counted_has_no_limits_and_changes_nothing() -> None:
    with_none = proportion_funnel([50, 0, float("nan"), 70], [100, 0, 100, 100])
    assert [point.value for point in with_none.points] == [50, None, None, 70]
    assert with_none.dispersion == proportion_funnel([50, 70], [100, 100]).dispersion


def test_few_expected_events_make_rough_limits() -> None:
    points = rate_funnel([3, 400], [900, 100_000], target=40).points
    assert [point.rough for point in points] == [True, False]


def test_limits_stay_where_a_percentage_can_be() -> None:
    limits = proportion_funnel([9, 90], [10, 100]).limits_at(3)
    assert limits.upper998 == 100
    assert rate_funnel([1, 2], [1000, 1000]).limits_at(10).lower95 == 0


def test_everyone_at_a_hundred_percent_is_inside() -> None:
    funnel = proportion_funnel([10, 40], [10, 40])
    assert [point.places[Model.CHANCE] for point in funnel.points] == [Place.INSIDE, Place.INSIDE]


@pytest.mark.parametrize(("numerators", "denominators"), [([2], [1]), ([-1], [5]), ([0], [0]), ([], [])])
def test_impossible_or_empty_counts_are_refused(numerators: list[float], denominators: list[float]) -> None:
    with pytest.raises(ValueError, match=r"numerator|negative|at least one"):
        proportion_funnel(numerators, denominators)


def test_winsorising_draws_in_both_ends() -> None:
    assert winsorise(list(range(11))) == (1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9)
    assert winsorise([]) == ()
