"""A slope that one odd month does not bend."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import NormalDist, median


@dataclass(frozen=True)
class Line:
    """A straight line: change in each period, and the height at position 0."""

    slope: float
    intercept: float

    def at(self, position: float) -> float:
        """The height of the line at a position."""
        return self.intercept + self.slope * position


def theil_sen(values: Sequence[float | None]) -> Line | None:
    """The median of the slopes between every two observed values, one value a period, missing ones left out.

    None where fewer than two were observed. Sources: Sen PK, Journal of the American Statistical Association
    1968; 63: 1379-1389; the line passes through the medians (Conover WJ, Practical Nonparametric Statistics).
    """
    observed = _observed(values)
    if len(observed) < 2:
        return None
    slope = median(_slopes(observed))
    middle = median(position for position, _ in observed)
    return Line(slope, median(value for _, value in observed) - slope * middle)


def slope_interval(values: Sequence[float | None], confidence: float = 0.95) -> tuple[float, float] | None:
    """The confidence interval of the Theil-Sen slope by Sen's method: the two slopes, counted in from the ends of all.

    How far in follows from the variance of Kendall's count of rises less falls, ties among the values allowed for.
    It takes the values as independent. None where fewer than two were observed. Source: Sen PK, Journal of the
    American Statistical Association 1968; 63: 1379-1389, formula 2.6.
    """
    observed = _observed(values)
    if len(observed) < 2:
        return None
    slopes, number = sorted(_slopes(observed)), len(observed)
    ties = sum(_pairs(many) for many in Counter(value for _, value in observed).values())
    spread = math.sqrt((_pairs(number) - ties) / 18) * NormalDist().inv_cdf((1 + confidence) / 2)
    low = max(round((len(slopes) - spread) / 2) - 1, 0)
    return slopes[low], slopes[min(round((len(slopes) + spread) / 2), len(slopes) - 1)]


def _observed(values: Sequence[float | None]) -> list[tuple[int, float]]:
    return [
        (position, float(value))
        for position, value in enumerate(values)
        if value is not None and not math.isnan(value)
    ]


def _slopes(observed: Sequence[tuple[int, float]]) -> list[float]:
    return [
        (later - sooner) / (after - before) for (before, sooner), (after, later) in combinations(observed, 2)
    ]


def _pairs(number: int) -> int:
    """What so many values add to eighteen times the variance of Kendall's count."""
    return number * (number - 1) * (2 * number + 5)
