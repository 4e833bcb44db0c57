"""XmR process control charts as NHS England's Making Data Count draws them."""

import math
from collections.abc import Sequence
from datetime import date

from readiness.statistics.spc_limits import segment_limits
from readiness.statistics.spc_results import (
    Assurance,
    Better,
    Caution,
    CautionKind,
    ControlChart,
    Point,
    Rebase,
    Rule,
    Segment,
    Variation,
)
from readiness.statistics.spc_rules import SAME, Signs, signals

ENOUGH_POINTS = 13
"""Fewer points than this set limits that are for now only (Making Data Count asks for more than a year of months)."""


def control_chart(
    values: Sequence[float | None],
    *,
    better: Better | None,
    target: float | None = None,
    rebases: Sequence[Rebase] = (),
    baseline: int | None = None,
    screen: bool = False,
) -> ControlChart:
    """The chart of a series in order of time, one value a period; None or NaN where a period has no figure.

    `better` is the direction of improvement, None for an indicator with none. `rebases` start new limits;
    `baseline` sets each segment's limits on its first so many periods and keeps them, unless the segment's rebase
    has a number of its own; `screen` leaves outlying moving ranges out (see segment_limits). Raises ValueError for
    an infinite value, a rebase that is not inside the series or has no reason, and a baseline under two.

    Sources: NHS England, Making Data Count (2.66 mean moving ranges; the four rules; the two icons), in the
    reading of its R package NHSRplotthedots 0.2; Wheeler DJ, Understanding Variation, 1993.
    """
    series = _checked(values)
    ordered = _checked_rebases(rebases, len(series))
    if any(each is not None and each < 2 for each in (baseline, *(rebase.periods for rebase in ordered))):
        raise ValueError("A baseline needs at least two periods.")
    segments = _segments(series, ordered, baseline, screen)
    points = tuple(point for segment in segments for point in _points(series, segment))
    current = _current(points, segments)
    return ControlChart(
        points=points,
        segments=segments,
        variation=_variation(points, current, better),
        assurance=assurance(current, better, target),
        cautions=tuple(_cautions(series, segments)),
        better=better,
        target=target,
    )


def rebase_on(days: Sequence[date], day: date, reason: str) -> Rebase:
    """A rebase at the first period that ends on or after a day; `days` are the period ends, in order.

    Raises ValueError where every period ends before it.
    """
    position = next((position for position, end in enumerate(days) if end >= day), None)
    if position is None:
        raise ValueError("The rebase is later than the last period.")
    return Rebase(position, reason)


def assurance(segment: Segment | None, better: Better | None, target: float | None) -> Assurance | None:
    """Whether the process, left as it is, will meet the target: always, never, or sometimes.

    A figure equal to its target meets it. None without a target, a direction or limits. Source: Making Data
    Count, assurance icons: the target against the process limits.
    """
    if segment is None or better is None or target is None or math.isnan(target):
        return None
    if segment.lower is None or segment.upper is None:
        return None
    slack = SAME * max(abs(segment.lower), abs(segment.upper), abs(target))
    worst, best = (segment.lower, segment.upper) if better == "high" else (-segment.upper, -segment.lower)
    wanted = target if better == "high" else -target
    if worst >= wanted - slack:
        return Assurance.HITS
    return Assurance.MISSES if best < wanted - slack else Assurance.HIT_AND_MISS


def _checked(values: Sequence[float | None]) -> tuple[float | None, ...]:
    series = tuple(None if value is None or math.isnan(value) else float(value) for value in values)
    if any(value is not None and math.isinf(value) for value in series):
        raise ValueError("A value is infinite.")
    return series


def _checked_rebases(rebases: Sequence[Rebase], length: int) -> tuple[Rebase, ...]:
    ordered = tuple(sorted(rebases, key=lambda rebase: rebase.position))
    positions = [rebase.position for rebase in ordered]
    if len(set(positions)) < len(positions) or not all(0 < position < length for position in positions):
        raise ValueError("A rebase must stand inside the series, after its first point, and only once.")
    if not all(rebase.reason.strip() for rebase in ordered):
        raise ValueError("A rebase needs its reason.")
    return ordered


def _segments(
    series: Sequence[float | None], rebases: Sequence[Rebase], baseline: int | None, screen: bool
) -> tuple[Segment, ...]:
    if not series:
        return ()
    starts = [0, *(rebase.position for rebase in rebases)]
    lasts = [*(start - 1 for start in starts[1:]), len(series) - 1]
    reasons = ["", *(rebase.reason for rebase in rebases)]
    fixed = [baseline, *(rebase.periods or baseline for rebase in rebases)]
    return tuple(
        segment_limits(series, first, last, reason, baseline=periods, screen=screen)
        for first, last, reason, periods in zip(starts, lasts, reasons, fixed, strict=True)
    )


def _points(series: Sequence[float | None], segment: Segment) -> list[Point]:
    found = signals(series, segment)
    return [
        _point(position, series[position], segment, found)
        for position in range(segment.first, segment.last + 1)
    ]


def _point(position: int, value: float | None, segment: Segment, found: dict[Rule, Signs]) -> Point:
    ways = [(rule, signs[position]) for rule, signs in found.items() if position in signs]
    return Point(
        position,
        value,
        segment.mean,
        segment.lower,
        segment.upper,
        tuple(rule for rule, _ in ways),
        ("high" if ways[0][1] > 0 else "low") if ways else None,
    )


def _current(points: Sequence[Point], segments: Sequence[Segment]) -> Segment | None:
    """The segment of the latest observed point."""
    latest = next((point.position for point in reversed(points) if point.value is not None), None)
    if latest is None:
        return None
    return next(segment for segment in segments if segment.first <= latest <= segment.last)


def _variation(points: Sequence[Point], current: Segment | None, better: Better | None) -> Variation | None:
    """The icon of the latest observed point, named by the first of its rules; None without limits."""
    if current is None or current.lower is None:
        return None
    side = next(point.side for point in reversed(points) if point.value is not None)
    if side is None:
        return Variation.COMMON_CAUSE
    if better is None:
        return Variation.NEUTRAL_HIGH if side == "high" else Variation.NEUTRAL_LOW
    if side == better:
        return Variation.IMPROVEMENT_HIGH if side == "high" else Variation.IMPROVEMENT_LOW
    return Variation.CONCERN_HIGH if side == "high" else Variation.CONCERN_LOW


def _cautions(series: Sequence[float | None], segments: Sequence[Segment]) -> list[Caution]:
    cautions = [
        caution for index, segment in enumerate(segments) for caution in _of_segment(series, index, segment)
    ]
    if series and series[-1] is None:
        cautions.append(Caution(CautionKind.LATEST_MISSING, len(segments) - 1, 1))
    return cautions


def _of_segment(series: Sequence[float | None], index: int, segment: Segment) -> list[Caution]:
    cautions = []
    if segment.used < ENOUGH_POINTS:
        cautions.append(Caution(CautionKind.TOO_SHORT, index, segment.used))
    if segment.lower is None:
        cautions.append(Caution(CautionKind.NO_LIMITS, index, segment.used))
    if segment.mean_moving_range == 0:
        cautions.append(Caution(CautionKind.NO_VARIATION, index, segment.used))
    missing = series[segment.first : segment.last + 1].count(None)
    if missing:
        cautions.append(Caution(CautionKind.MISSING, index, missing))
    return cautions
