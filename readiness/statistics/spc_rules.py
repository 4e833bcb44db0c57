"""The rules of Making Data Count: which points of one segment are signals, and which way each points.

A missing position is passed over: it neither adds to a run nor breaks it. Runs do not cross a rebase, because
the lines they are read against change there. Equal means equal to within a millionth of a millionth of the
largest figure, so that 30% from 3 of 10 and from 6 of 20 are the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from readiness.statistics.spc_results import Rule, Segment

RUN = 7
"""Points in a shift or a trend (NHS England, Making Data Count: seven, where older guides say six or eight)."""
WINDOW, ENOUGH = 3, 2
SAME = 1e-12

Signs = Mapping[int, int]
"""Positions that break a rule: 1 where it points up, -1 where it points down."""


@dataclass(frozen=True)
class Lines:
    """A segment's lines and how near counts as equal."""

    mean: float
    lower: float
    upper: float
    slack: float

    def side(self, value: float) -> int:
        """1 above the mean, -1 below, 0 on it."""
        return sign(value - self.mean, self.slack)

    def outside(self, value: float) -> bool:
        """Beyond a limit; a point on the limit is inside."""
        return value > self.upper + self.slack or value < self.lower - self.slack

    def in_outer_third(self, value: float) -> bool:
        """In the third next to a limit, the limit included; beyond it is the other rule's signal."""
        third = (self.upper - self.lower) / 6
        return not self.outside(value) and abs(value - self.mean) > 2 * third + self.slack


def signals(values: Sequence[float | None], segment: Segment) -> dict[Rule, Signs]:
    """Every signal among one segment's points, by rule and position.

    Source: NHS England, Making Data Count, as its R package NHSRplotthedots 0.2 applies them. All points of a
    shift or trend are signals, not only the seventh; of two in three, only those in the outer third.
    """
    observed = [
        (position, value)
        for position, value in enumerate(values[segment.first : segment.last + 1], segment.first)
        if value is not None
    ]
    if segment.mean is None or segment.lower is None or segment.upper is None:
        return {}
    lines = Lines(
        segment.mean,
        segment.lower,
        segment.upper,
        SAME * max((abs(value) for _, value in observed), default=0),
    )
    return {
        Rule.OUTSIDE: outside(observed, lines),
        Rule.TREND: trends(observed, lines),
        Rule.OUTER_THIRD: outer_third(observed, lines),
        Rule.SHIFT: shifts(observed, lines),
    }


Observed = Sequence[tuple[int, float]]


def outside(observed: Observed, lines: Lines) -> Signs:
    """Points beyond a process limit."""
    return {position: lines.side(value) for position, value in observed if lines.outside(value)}


def shifts(observed: Observed, lines: Lines) -> Signs:
    """Runs of seven or more points on one side of the mean. A point exactly on the mean ends a run."""
    sides = [lines.side(value) for _, value in observed]
    return _runs([position for position, _ in observed], sides, RUN)


def trends(observed: Observed, lines: Lines) -> Signs:
    """Runs of seven or more points each higher, or each lower, than the one before. Two equal points end a run.

    The turning point of two trends belongs to the later one.
    """
    found: dict[int, int] = {}
    steps = [sign(after - before, lines.slack) for (_, before), (_, after) in pairwise(observed)]
    runs = _runs(range(len(steps)), steps, RUN - 1)
    for step, way in runs.items():
        found[observed[step][0]] = way
        found[observed[step + 1][0]] = way
    return found


def outer_third(observed: Observed, lines: Lines) -> Signs:
    """Points in the outer third where two of three neighbours are and all three are on one side of the mean."""
    found: dict[int, int] = {}
    for start in range(len(observed) - WINDOW + 1):
        window = observed[start : start + WINDOW]
        sides = {lines.side(value) for _, value in window}
        near = [position for position, value in window if lines.in_outer_third(value)]
        if len(sides) == 1 and 0 not in sides and len(near) >= ENOUGH:
            found.update(dict.fromkeys(near, sides.pop()))
    return found


def _runs(positions: Sequence[int], signs: Sequence[int], enough: int) -> dict[int, int]:
    """Positions in unbroken stretches of one sign, other than 0, that are long enough."""
    found: dict[int, int] = {}
    start = 0
    for end in range(1, len(signs) + 1):
        if end == len(signs) or signs[end] != signs[start]:
            if signs[start] and end - start >= enough:
                found.update(dict.fromkeys(positions[start:end], signs[start]))
            start = end
    return found


def sign(difference: float, slack: float) -> int:
    """1, -1, or 0 where the difference is no more than the slack."""
    return 0 if abs(difference) <= slack else (1 if difference > 0 else -1)
