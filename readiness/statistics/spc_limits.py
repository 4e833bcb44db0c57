"""Mean and process limits of an XmR chart, from the moving ranges of neighbouring points."""

import math
from collections.abc import Sequence

from readiness.statistics.spc_results import Segment

LIMIT_FACTOR = 2.66
"""Limits stand at the mean plus and minus 2.66 mean moving ranges: 3 / 1.128, rounded as NHS England rounds it."""
SCREENING_FACTOR = 3.27
"""The upper limit of moving ranges, in mean moving ranges (Nelson 1982; the constant D4 for pairs)."""

Values = Sequence[float | None]


def segment_limits(
    values: Values,
    first: int,
    last: int,
    reason: str = "",
    *,
    baseline: int | None = None,
    screen: bool = False,
) -> Segment:
    """Mean and limits of the positions `first` to `last`, set by the first `baseline` of them (all, where None).

    Sources: NHS England, Making Data Count (X chart of an XmR pair: mean and 2.66 mean moving ranges). A moving
    range joins two neighbouring positions that were both observed; none is taken across a missing one, since the
    change in one step is not known there.

    `screen` leaves out moving ranges above 3.27 times their mean and takes the mean again, once (Nelson LS,
    Control charts for individual measurements, Journal of Quality Technology 1982; 14: 172-173). The spreadsheet
    tools of Making Data Count do not screen, so it is off unless asked for; the R package NHSRplotthedots screens
    by default and says so in its note on deviations.
    """
    end = last + 1 if baseline is None else min(last + 1, first + baseline)
    observed = [value for value in values[first:end] if value is not None]
    if not observed:
        return Segment(first, last, reason, 0, None, None, None, None)
    mean = mean_of(observed)
    ranges = moving_ranges(values, first, end)
    screened = outlying(ranges) if screen else ()
    kept = [size for position, size in ranges.items() if position not in screened]
    if not kept:
        return Segment(first, last, reason, len(observed), mean, None, None, None)
    spread = mean_of(kept)
    lower, upper = mean - LIMIT_FACTOR * spread, mean + LIMIT_FACTOR * spread
    return Segment(first, last, reason, len(observed), mean, spread, lower, upper, screened)


def moving_ranges(values: Values, first: int, end: int) -> dict[int, float]:
    """The size of each step between neighbouring observed points, by the position of the later one."""
    ranges = {}
    for position in range(first + 1, end):
        before, after = values[position - 1], values[position]
        if before is not None and after is not None:
            ranges[position] = abs(after - before)
    return ranges


def outlying(ranges: dict[int, float]) -> tuple[int, ...]:
    """Positions whose moving range is more than 3.27 times the mean moving range."""
    if not ranges:
        return ()
    ceiling = SCREENING_FACTOR * mean_of(list(ranges.values()))
    return tuple(position for position, size in ranges.items() if size > ceiling)


def mean_of(numbers: Sequence[float]) -> float:
    """The arithmetic mean, summed without loss."""
    return math.fsum(numbers) / len(numbers)
