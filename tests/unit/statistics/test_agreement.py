"""Kappa, against published examples and against statsmodels and scikit-learn."""

import numpy as np
import pytest
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import cohens_kappa

from readiness.statistics.agreement import (
    NO_SPREAD,
    NOTHING_RATED,
    ONE_GRADE,
    Weights,
    agreement_table,
    cohen_kappa,
)

SAS_SMALL = [[0, 4, 1], [0, 8, 0], [0, 1, 5]]
SAS_SKIN = [[10, 4, 1, 0], [5, 10, 12, 2], [2, 4, 12, 5], [0, 2, 6, 13]]
GRADES = ("inadequate", "requires improvement", "good", "outstanding")


@pytest.mark.parametrize(
    ("table", "weights", "printed"),
    [
        # Output of SAS as the tests of statsmodels give it: kappa, error, limits, error under no agreement.
        (SAS_SMALL, "unweighted", (0.4842, 0.1380, 0.2137, 0.7547, 0.1484)),
        (SAS_SMALL, "linear", (0.4701, 0.1457, 0.1845, 0.7558, 0.1426)),
    ],
)
def test_kappa_agrees_with_printed_output_of_sas(table, weights: Weights, printed: tuple) -> None:  # noqa: ANN001
    found = cohen_kappa(table, weights=weights)
    got = (found.kappa, found.standard_error, found.lower, found.upper, found.null_standard_error)
    assert got == pytest.approx(printed, abs=5.1e-5)


def test_kappa_agrees_with_the_skin_example_of_the_sas_manual() -> None:
    # SAS/STAT user's guide, FREQ procedure, two dermatologists: 0.3449 (0.2030 to 0.4868).
    found = cohen_kappa(SAS_SKIN)
    assert (found.kappa, found.lower, found.upper) == pytest.approx((0.3449, 0.2030, 0.4868), abs=5.1e-5)


def test_kappa_agrees_with_the_example_of_statpsych() -> None:
    # R package statpsych, ci.kappa(.05, 31, 12, 4, 58), after Fleiss and Paik 2003.
    found = cohen_kappa([[31, 12], [4, 58]])
    got = (found.kappa, found.standard_error, found.lower, found.upper)
    assert got == pytest.approx((0.6756757, 0.07344761, 0.5317210, 0.8196303), abs=5e-8)


@pytest.mark.parametrize(
    ("weights", "wt"), [("unweighted", None), ("linear", "linear"), ("quadratic", "quadratic")]
)
@pytest.mark.parametrize("seed", range(6))
def test_kappa_and_its_errors_agree_with_statsmodels(weights: Weights, wt: str | None, seed: int) -> None:
    table = np.random.default_rng(seed).integers(0, 12, (4, 4)) + 9 * np.eye(4, dtype=int)
    found, expected = cohen_kappa(table.tolist(), weights=weights), cohens_kappa(table, wt=wt)
    got = (found.kappa, found.standard_error, found.lower, found.upper, found.null_standard_error)
    wanted = (expected.kappa, expected.std_kappa, expected.kappa_low, expected.kappa_upp, expected.std_kappa0)
    assert got == pytest.approx(wanted, abs=1e-9)


@pytest.mark.parametrize("weights", ["unweighted", "linear", "quadratic"])
def test_kappa_of_pairs_of_grades_agrees_with_scikit_learn(weights: Weights) -> None:
    random = np.random.default_rng(3)
    first, second = random.choice(GRADES, 80).tolist(), random.choice(GRADES, 80).tolist()
    found = cohen_kappa(agreement_table(first, second, GRADES), weights=weights)
    wanted = cohen_kappa_score(
        first, second, labels=list(GRADES), weights=None if weights == "unweighted" else weights
    )
    assert found.kappa == pytest.approx(wanted, abs=1e-9)


def test_complete_agreement_is_one_without_error() -> None:
    found = cohen_kappa([[5, 0], [0, 7]])
    assert (found.kappa, found.standard_error, found.lower, found.upper) == (1, 0, 1, 1)


def test_two_people_who_gave_one_grade_only_have_no_kappa_but_a_reason() -> None:
    found = cohen_kappa([[0, 0, 0], [0, 9, 0], [0, 0, 0]], weights="quadratic")
    assert (found.kappa, found.lower, found.observed, found.reason) == (None, None, 1, NO_SPREAD)


@pytest.mark.parametrize("table", [[[0, 2], [0, 4]], [[0, 0], [3, 4]], [[0, 0, 0], [1, 1, 1], [0, 0, 0]]])
def test_a_person_who_gave_one_grade_only_leaves_kappa_at_nought_and_its_error_untold(
    table: list[list[int]],
) -> None:
    found = cohen_kappa(table, weights="linear")
    assert found.kappa == pytest.approx(0, abs=1e-12)
    assert (found.standard_error, found.lower, found.upper, found.reason) == (None, None, None, ONE_GRADE)


def test_an_error_that_is_nought_is_nought_also_where_nearly_everything_has_one_grade() -> None:
    found = cohen_kappa([[99_999, 0], [0, 1]])
    assert (found.kappa, found.standard_error) == pytest.approx((1, 0), abs=1e-9)


def test_nothing_graded_twice_has_no_kappa_but_a_reason() -> None:
    found = cohen_kappa([[0, 0], [0, 0]])
    assert (found.kappa, found.number, found.reason) == (None, 0, NOTHING_RATED)


@pytest.mark.parametrize(
    "table", [[], [[1, 2]], [[1, 2], [3]], [[1, -2], [3, 4]], [[float("nan"), 1], [1, 1]]]
)
def test_what_is_no_table_of_agreement_is_refused(table: list[list[float]]) -> None:
    with pytest.raises(ValueError, match=r"square|negative"):
        cohen_kappa(table)


def test_a_grade_that_is_no_category_is_refused() -> None:
    with pytest.raises(ValueError, match="adequate"):
        agreement_table(["good"], ["adequate"], GRADES)
