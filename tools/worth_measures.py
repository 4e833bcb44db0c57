"""How far scores and judgements go together, with intervals that allow for one authority being judged repeatedly.

Intervals are the 2.5th and 97.5th percentile of the measure over resamples of whole authorities, drawn with
replacement: the cluster bootstrap (Field CA, Welsh AH, Journal of the Royal Statistical Society B 2007; 69: 369-390).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist

import numpy as np

from readiness.statistics.agreement import agreement_weights

SEED = 2026
RESAMPLES = 2000
FEWEST = 10
"""Fewer judgements than this on either side of the line, and nothing is said of a share."""

Measure = Callable[[np.ndarray], np.ndarray]
"""Weights (a row a resample, a column an inspection) to the measure of each resample."""


@dataclass(frozen=True)
class Estimate:
    """A measure with its 95% interval; NaN throughout where it can't be worked out."""

    value: float
    low: float
    high: float


@lru_cache(maxsize=16)
def resamples(clusters: tuple[str, ...], times: int = RESAMPLES, seed: int = SEED) -> np.ndarray:
    """How often each row counts in each resample of whole clusters, in the rows' order."""
    names, of_row = np.unique(np.asarray(clusters, dtype=str), return_inverse=True)
    drawn = np.random.default_rng(seed).multinomial(
        len(names), np.full(len(names), 1 / len(names)), size=times
    )
    return drawn[:, of_row].astype(float)


def estimated(measure: Measure, weights: np.ndarray) -> Estimate:
    """The measure of all rows, each counted once, with its interval over the resamples."""
    value = float(measure(np.ones((1, weights.shape[1])))[0])
    if np.isnan(value):
        return Estimate(value, value, value)
    low, high = np.nanpercentile(measure(weights), [2.5, 97.5])
    return Estimate(value, float(low), float(high))


def auc(scores: np.ndarray, reached: np.ndarray) -> Measure:
    """Of two rows, one that reached the grade and one that did not: how often the first scored higher.

    Ties count half. The area under the receiver operating characteristic curve (Hanley JA, McNeil BJ, Radiology
    1982; 143: 29-36). NaN where fewer than `FEWEST` rows are on either side.
    """
    yes, no = np.flatnonzero(reached), np.flatnonzero(~reached)
    higher = scores[yes][:, None] > scores[no][None, :]
    won = higher + 0.5 * (scores[yes][:, None] == scores[no][None, :])

    def measure(weights: np.ndarray) -> np.ndarray:
        if min(len(yes), len(no)) < FEWEST:
            return np.full(len(weights), np.nan)
        one, other = weights[:, yes], weights[:, no]
        return _over(((one @ won) * other).sum(axis=1), one.sum(axis=1) * other.sum(axis=1))

    return measure


def rank_correlation(scores: np.ndarray, grades: np.ndarray) -> Measure:
    """Spearman's correlation of scores and grades, ties at their middle rank: 1 the same order, 0 none."""
    below_score, below_grade = _places(scores), _places(grades)

    def measure(weights: np.ndarray) -> np.ndarray:
        one, other = weights @ below_score, weights @ below_grade
        total = weights.sum(axis=1, keepdims=True)
        one = one - (weights * one).sum(axis=1, keepdims=True) / total
        other = other - (weights * other).sum(axis=1, keepdims=True) / total
        spread = np.sqrt((weights * one**2).sum(axis=1) * (weights * other**2).sum(axis=1))
        return _over((weights * one * other).sum(axis=1), spread)

    return measure


def weighted_kappa(first: np.ndarray, second: np.ndarray, categories: int) -> Measure:
    """Cohen's kappa of two lists of category places, disagreements counted by their steps (linear weights)."""
    cells = np.eye(categories * categories)[first * categories + second]
    agree = agreement_weights(categories, "linear")

    def measure(weights: np.ndarray) -> np.ndarray:
        shares = (weights @ cells).reshape(-1, categories, categories)
        shares = shares / shares.sum(axis=(1, 2), keepdims=True)
        observed = (shares * agree).sum(axis=(1, 2))
        expected = np.einsum("bi,ij,bj->b", shares.sum(axis=2), agree, shares.sum(axis=1))
        return _over(observed - expected, 1 - expected)

    return measure


def share(marked: np.ndarray) -> Measure:
    """The share of rows that are marked."""

    def measure(weights: np.ndarray) -> np.ndarray:
        return _over(weights @ marked.astype(float), weights.sum(axis=1))

    return measure


def less(first: Measure, second: Measure) -> Measure:
    """The first measure less the second, of the same rows: resampled together, so that what they share drops out."""
    return lambda weights: first(weights) - second(weights)


def two_sided(measure: Measure, weights: np.ndarray, neutral: float) -> float:
    """The probability of lying so far from `neutral` by chance: a normal one, with the spread of the resamples."""
    spread = float(np.nanstd(measure(weights), ddof=1))
    value = float(measure(np.ones((1, weights.shape[1])))[0])
    return 2 * (1 - NormalDist().cdf(abs(value - neutral) / spread)) if spread > 0 else float("nan")


def stand_out(probabilities: Sequence[float], rate: float = 0.05) -> np.ndarray:
    """Which of many tests stand out where at most this share of those that do may be chance.

    Source: Benjamini Y, Hochberg Y, Journal of the Royal Statistical Society B 1995; 57: 289-300.
    """
    values = np.asarray(probabilities, dtype=float)
    order = np.argsort(values)
    within = values[order] <= rate * np.arange(1, len(values) + 1) / max(len(values), 1)
    last = np.flatnonzero(within).max(initial=-1)
    chosen = np.zeros(len(values), dtype=bool)
    chosen[order[: last + 1]] = True
    return chosen


def _places(values: np.ndarray) -> np.ndarray:
    """Row j, column i: what j adds to the rank of i: 1 where it is below, half where it is level."""
    return (values[:, None] < values[None, :]) + 0.5 * (values[:, None] == values[None, :])


def _over(top: np.ndarray, bottom: np.ndarray) -> np.ndarray:
    return np.divide(top, bottom, out=np.full(len(top), np.nan), where=np.abs(bottom) > 1e-12)
