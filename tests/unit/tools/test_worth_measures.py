"""Measures of how scores and judgements go together: worked by hand, held against scipy and scikit-learn."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import spearmanr
from sklearn.metrics import cohen_kappa_score, roc_auc_score

from tools.worth_measures import (
    Measure,
    auc,
    estimated,
    less,
    rank_correlation,
    resamples,
    share,
    stand_out,
    two_sided,
    weighted_kappa,
)

ROWS = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 3)), min_size=25, max_size=60)


def once(measure: Measure, rows: int) -> float:
    return float(measure(np.ones((1, rows)))[0])


def made(rows: list[tuple[int, int]]) -> tuple[np.ndarray, np.ndarray]:
    scores, grades = np.array(rows, dtype=float).T
    return scores, grades


def test_pairs_in_the_right_order_count_one_and_ties_count_half() -> None:
    scores = np.repeat([3.0, 2.0, 2.0, 1.0], 10)
    reached = np.repeat([True, True, False, False], 10)
    assert once(auc(scores, reached), 40) == pytest.approx((1 + 1 + 0.5 + 1) / 4)


def test_nothing_is_said_of_fewer_than_ten_on_one_side() -> None:
    assert np.isnan(once(auc(np.arange(30.0), np.arange(30) > 20), 30))


@given(ROWS)
def test_the_share_of_pairs_is_the_area_under_the_curve(rows: list[tuple[int, int]]) -> None:
    scores, grades = made(rows)
    reached = grades >= 2
    if 10 <= reached.sum() <= len(rows) - 10:
        assert once(auc(scores, reached), len(rows)) == pytest.approx(roc_auc_score(reached, scores))


@given(ROWS)
def test_turning_the_scores_round_turns_the_pairs_round(rows: list[tuple[int, int]]) -> None:
    scores, grades = made(rows)
    one, other = (once(auc(each, grades >= 2), len(rows)) for each in (scores, -scores))
    assert (np.isnan(one) and np.isnan(other)) or one + other == pytest.approx(1)


@given(ROWS)
def test_the_rank_correlation_is_spearmans(rows: list[tuple[int, int]]) -> None:
    scores, grades = made(rows)
    if len(set(scores)) > 1 and len(set(grades)) > 1:
        expected = spearmanr(scores, grades).statistic
        assert once(rank_correlation(scores, grades), len(rows)) == pytest.approx(expected)


def test_a_row_counted_twice_is_two_rows() -> None:
    scores, grades = np.array([1.0, 2, 3, 4, 5]), np.array([0.0, 2, 1, 3, 3])
    weights = np.array([[2.0, 1, 0, 1, 2]])
    again = np.repeat(np.arange(5), [2, 1, 0, 1, 2])
    expected = spearmanr(scores[again], grades[again]).statistic
    assert rank_correlation(scores, grades)(weights)[0] == pytest.approx(expected)


@given(ROWS)
def test_kappa_is_linearly_weighted(rows: list[tuple[int, int]]) -> None:
    first, second = np.array(rows).T
    first = first % 4
    if len({*first, *second}) > 1:
        expected = cohen_kappa_score(first, second, labels=[0, 1, 2, 3], weights="linear")
        if not np.isnan(expected):
            assert once(weighted_kappa(first, second, 4), len(rows)) == pytest.approx(expected)


def test_authorities_are_drawn_whole() -> None:
    weights = resamples(("a", "a", "b", "c"), times=50)
    assert (weights[:, 0] == weights[:, 1]).all()
    assert (weights[:, 1:].sum(axis=1) == 3).all()


def test_the_same_seed_draws_the_same() -> None:
    rows = tuple("abcdef")
    assert (resamples(rows, 20, 1) == resamples.__wrapped__(rows, 20, 1)).all()


def test_an_estimate_lies_within_its_interval() -> None:
    marked = np.array([True] * 30 + [False] * 70)
    found = estimated(share(marked), resamples(tuple(map(str, range(100)))))
    assert found.value == 0.3
    assert 0.18 < found.low < 0.25 < 0.35 < found.high < 0.42


def test_what_two_measures_share_drops_out_of_their_difference() -> None:
    marked = np.array([True] * 30 + [False] * 70)
    found = estimated(less(share(marked), share(marked)), resamples(tuple(map(str, range(100)))))
    assert (found.value, found.low, found.high) == (0, 0, 0)


def test_a_share_far_from_a_half_is_unlikely_to_be_chance() -> None:
    weights = resamples(tuple(map(str, range(100))))
    assert two_sided(share(np.arange(100) < 80), weights, 0.5) < 0.001
    assert two_sided(share(np.arange(100) < 52), weights, 0.5) > 0.5


def test_benjamini_and_hochberg_step_up() -> None:
    # Ranked, the lines are 0.0125, 0.025, 0.0375, 0.05: the third passes and carries the second with it.
    assert stand_out([0.001, 0.2, 0.03, 0.037]).tolist() == [True, False, True, True]
    assert not stand_out([0.02, 0.9, 0.8]).any()
