"""A slope that one odd month does not bend."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import median


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
    observed = [
        (position, float(value))
        for position, value in enumerate(values)
        if value is not None and not math.isnan(value)
    ]
    if len(observed) < 2:
        return None
    slope = median(
        (later - sooner) / (after - before) for (before, sooner), (after, later) in combinations(observed, 2)
    )
    middle = median(position for position, _ in observed)
    return Line(slope, median(value for _, value in observed) - slope * middle)
