"""How far two people who graded the same things agree, beyond what chance would give."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from readiness.statistics.intervals import normal_deviate

Weights = Literal["unweighted", "linear", "quadratic"]

NOTHING_RATED = "Nothing was graded twice."
NO_SPREAD = "Every grade is the same, so agreement by chance can not be told from real agreement."
ONE_GRADE = "One of the two gave the same grade to everything, so how sure this kappa is can not be told."


@dataclass(frozen=True)
class Agreement:
    """Cohen's kappa with its interval, over `number` things graded twice.

    `observed` and `expected` are the shares of (weighted) agreement seen and to be expected by chance. Kappa, or
    only its errors and limits (where one of the two gave a single grade kappa is 0 whatever the other did), are
    None where they can not be worked out, and `reason` then says why. The limits are not cut at 1.
    `null_standard_error` is the one under no agreement, for a test against 0.
    """

    number: float
    observed: float | None
    expected: float | None
    kappa: float | None
    standard_error: float | None
    null_standard_error: float | None
    lower: float | None
    upper: float | None
    reason: str = ""


def agreement_table(
    first: Sequence[str], second: Sequence[str], categories: Sequence[str]
) -> tuple[tuple[int, ...], ...]:
    """How often each pair of grades was given: a row for each of the first person's, a column for the second's.

    `categories` stand in their order. Raises ValueError for lists of two lengths or a grade that is no category.
    """
    place = {category: index for index, category in enumerate(categories)}
    unknown = {*first, *second} - set(place)
    if unknown:
        raise ValueError(f"Not a category: {', '.join(sorted(unknown))}.")
    counts = np.zeros((len(place), len(place)), dtype=int)
    for one, two in zip(first, second, strict=True):
        counts[place[one], place[two]] += 1
    return tuple(tuple(int(count) for count in row) for row in counts)


def cohen_kappa(
    table: Sequence[Sequence[float]], *, weights: Weights = "unweighted", confidence: float = 0.95
) -> Agreement:
    """Kappa of a square table of counts, its categories in order, with its large-sample interval.

    Linear weights count a disagreement by its steps, quadratic by their square. Raises ValueError for a table that
    is not square, is empty or has a negative count. Sources: Cohen J, Educational and Psychological Measurement
    1960; 20: 37-46, and Psychological Bulletin 1968; 70: 213-220; standard errors: Fleiss JL, Cohen J, Everitt BS,
    Psychological Bulletin 1969; 72: 323-327.
    """
    counts = _checked(table)
    number = float(counts.sum())
    if number == 0:
        return Agreement(0.0, None, None, None, None, None, None, None, NOTHING_RATED)
    shares = counts / number
    weighting = agreement_weights(len(counts), weights)
    observed = float((weighting * shares).sum())
    expected = float(shares.sum(axis=1) @ weighting @ shares.sum(axis=0))
    if 1 - expected < 1e-12:
        return Agreement(number, observed, expected, None, None, None, None, None, NO_SPREAD)
    kappa = (observed - expected) / (1 - expected)
    if 1 in (np.count_nonzero(counts.sum(axis=0)), np.count_nonzero(counts.sum(axis=1))):
        return Agreement(number, observed, expected, kappa, None, None, None, None, ONE_GRADE)
    error, null_error = _standard_errors(shares, weighting, observed, expected, number)
    reach = normal_deviate(confidence) * error
    return Agreement(number, observed, expected, kappa, error, null_error, kappa - reach, kappa + reach)


def agreement_weights(categories: int, weights: Weights) -> np.ndarray:
    """How much each pair of categories agrees: 1 for the same, less the further apart, 0 for the ends."""
    if weights == "unweighted":
        return np.eye(categories)
    steps = np.abs(np.subtract.outer(np.arange(categories), np.arange(categories)))
    apart = steps / max(categories - 1, 1)
    return 1 - (apart if weights == "linear" else apart**2)


def _standard_errors(
    shares: np.ndarray, weighting: np.ndarray, observed: float, expected: float, number: float
) -> tuple[float, float]:
    """The standard error of kappa, and the one where there is no agreement (Fleiss, Cohen and Everitt 1969).

    Their formulas with each sum of squares taken about its mean, so that no two large numbers are subtracted.
    """
    rows, columns = shares.sum(axis=1), shares.sum(axis=0)
    typical = (weighting @ columns)[:, None] + (rows @ weighting)[None, :]
    room = 1 - expected
    influence = weighting * room - typical * (1 - observed)
    centre = observed * expected - 2 * expected + observed
    variance = (shares * (influence - centre) ** 2).sum() / (number * room**4)
    null_spread = (np.outer(rows, columns) * (weighting - typical + expected) ** 2).sum()
    return math.sqrt(variance), math.sqrt(null_spread / (number * room**2))


def _checked(table: Sequence[Sequence[float]]) -> np.ndarray:
    if not table or any(len(row) != len(table) for row in table):
        raise ValueError("Agreement needs a square table, a row and a column for each category.")
    counts = np.asarray(table, dtype=float)
    if not np.isfinite(counts).all() or (counts < 0).any():
        raise ValueError("A count is not negative.")
    return counts
