"""Monthly and quarterly series: read as a process control chart."""

from collections.abc import Sequence
from datetime import date

from readiness.insight.indicators.fact import FreshLimits, Plotted, Reading, Tone, UsualRange
from readiness.insight.indicators.limits import FROM_ALL_FIGURES, Limits, placed_limits
from readiness.insight.indicators.series import Cadence, Measured, by_period
from readiness.insight.indicators.words import (
    NO_RANGE,
    NOUN,
    VARIATION,
    assurance_icon,
    control_finding,
    control_outlook,
    counted,
)
from readiness.statistics.spc import ENOUGH_POINTS, control_chart
from readiness.statistics.spc_results import Better, Caution, CautionKind, ControlChart, Point, Segment

FEWEST_TO_TEST = 5
"""With fewer figures no rule can be met, whatever they are: one of four lies at most 2.6 sigma from their mean."""


def control_reading(
    series: Sequence[Measured],
    cadence: Cadence,
    better: Better | None,
    target: float | None,
    unit: str,
    limits: Limits = FROM_ALL_FIGURES,
) -> Reading:
    """The chart of a series of at least one figure, and what it comes to in icons and words."""
    placed = by_period(series, cadence)
    days = [day for day, _ in placed]
    decided = placed_limits(limits, days)
    chart = control_chart(
        [each.figure if each else None for _, each in placed],
        better=better,
        target=target if better else None,
        rebases=decided.rebases,
        baseline=decided.baseline,
        screen=limits.screened,
    )
    used = chart.segments[-1].used
    return Reading(
        points=tuple(_plotted(point, *placed[point.position], better) for point in chart.points),
        ranges=tuple(_range(each, days, decided.fresh) for each in chart.segments if each.lower is not None),
        variation=VARIATION[chart.variation] if chart.variation else NO_RANGE,
        assurance=assurance_icon(chart, used),
        finding=control_finding(chart, days, cadence, unit),
        outlook=control_outlook(chart, used, unit, cadence, firm=used >= ENOUGH_POINTS),
        cautions=(*_cautions(chart, days, cadence), *doubt(series[-1])),
        tested=chart.variation is not None and used >= FEWEST_TO_TEST,
        fresh_limits=decided.fresh,
        screened=limits.screened,
    )


def doubt(latest: Measured) -> tuple[str, ...]:
    """A caution where the latest figure is marked doubtful, as a provisional one is."""
    return ("The latest figure is marked doubtful.",) if latest.doubtful else ()


def tone_of(side: str | None, better: Better | None) -> Tone:
    """What a signal to one side means, for who knows which side is better."""
    if side is None:
        return "ordinary"
    if better is None:
        return "neutral"
    return "improvement" if side == better else "concern"


def _plotted(point: Point, day: date, measured: Measured | None, better: Better | None) -> Plotted:
    signals = tuple(str(rule) for rule in point.rules)
    return Plotted(day, measured, None, tone_of(point.side, better), signals)


def _range(segment: Segment, days: Sequence[date], fresh: Sequence[FreshLimits]) -> UsualRange:
    first, last = days[segment.first], days[segment.last]
    until = next((each.fixed_until for each in fresh if (each.begins or days[0]) == first), None)
    return UsualRange(
        first,
        last,
        segment.mean or 0.0,
        segment.lower or 0.0,
        segment.upper or 0.0,
        segment.used,
        until if until != last else None,
    )


def _cautions(chart: ControlChart, days: Sequence[date], cadence: Cadence) -> tuple[str, ...]:
    said = []
    for caution in chart.cautions:
        if caution.kind is CautionKind.TOO_SHORT:
            current = caution.segment == len(chart.segments) - 1
            said.append(_too_short(caution, None if current else days[chart.segments[caution.segment].last]))
    missing = sum(each.count for each in chart.cautions if each.kind is CautionKind.MISSING)
    if missing:
        said.append(
            f"{counted(missing, NOUN[cadence]).capitalize()} {'is' if missing == 1 else 'are'} missing."
        )
    left_out = sum(len(segment.screened) for segment in chart.segments)
    if left_out:
        verb = "is" if left_out == 1 else "are"
        said.append(f"{counted(left_out, 'outlying step').capitalize()} {verb} left out of the limits.")
    return tuple(said)


def _too_short(caution: Caution, until: date | None) -> str:
    """Limits that are not firm: the present ones, or those up to an earlier day."""
    rest = f"rest on {counted(caution.count, 'figure')}, and {ENOUGH_POINTS} or more make them firm."
    return f"The limits up to {until:%B %Y} {rest}" if until else f"The limits are for now only: they {rest}"
