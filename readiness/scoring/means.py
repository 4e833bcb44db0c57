"""Cells to criteria, strands and areas: weighted means over what is expected (scoring.md 4), for all dates at once."""

from dataclasses import dataclass

import numpy as np

from readiness.scoring.expected import Expected
from readiness.scoring.trust import CellSums


@dataclass(frozen=True, slots=True, eq=False)
class Means:
    """A score and its coverage over dates (the last axis). A score is NaN where there is no evidence."""

    score: np.ndarray
    coverage: np.ndarray


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """Cells over criteria x strands x dates, with `weight` = W(c, s): 0 where nothing is expected or held."""

    score: np.ndarray
    coverage: np.ndarray
    weight: np.ndarray


def cells(sums: CellSums, expected: Expected) -> Cells:
    """Each cell's score, coverage and weight; those that are not expected have no score."""
    held = expected.strand[:, :, None] & (sums.trust > 0)
    score = np.divide(sums.points, sums.trust, out=np.full(sums.trust.shape, np.nan), where=held)
    coverage = np.where(held, np.minimum(1.0, sums.trust / expected.enough[:, :, None]), 0.0)
    return Cells(score, coverage, expected.share[:, :, None] * coverage)


def criteria_means(held: Cells, expected: Expected) -> Means:
    """Scores over criteria x dates."""
    return _mean(held.weight, held.score, axis=1, whole=expected.weight[:, None])


def area_mean(held: Cells, expected: Expected, criteria: np.ndarray) -> Means:
    """The uncapped score and coverage of the area that holds these criteria, over dates."""
    return _mean(
        held.weight[criteria], held.score[criteria], axis=(0, 1), whole=expected.weight[criteria].sum()
    )


def strand_means(held: Cells, expected: Expected, criteria: np.ndarray) -> Means:
    """The score and coverage of each strand over these criteria: arrays of strands x dates."""
    whole = expected.share[criteria].sum(axis=0)[:, None]
    return _mean(held.weight[criteria], held.score[criteria], axis=0, whole=whole)


def _mean(
    weight: np.ndarray, score: np.ndarray, axis: int | tuple[int, ...], whole: np.ndarray | float
) -> Means:
    total = weight.sum(axis=axis)
    weighted = (weight * np.nan_to_num(score)).sum(axis=axis)
    whole = np.broadcast_to(np.asarray(whole, dtype=float), total.shape)
    return Means(
        np.divide(weighted, total, out=np.full(total.shape, np.nan), where=total > 0),
        np.divide(total, whole, out=np.zeros(total.shape), where=whole > 0),
    )
