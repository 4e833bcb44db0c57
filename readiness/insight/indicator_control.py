"""Monthly and quarterly series: read as a process control chart."""

from collections.abc import Sequence
from datetime import date

from readiness.insight.indicator_fact import Plotted, Reading, Tone, UsualRange
from readiness.insight.indicator_series import Cadence, Measured, by_period
from readiness.insight.indicator_words import (
    NO_RANGE,
    NOUN,
    VARIATION,
    assurance_icon,
    control_finding,
    control_outlook,
    counted,
)
from readiness.statistics.spc import ENOUGH_POINTS, control_chart
from readiness.statistics.spc_results import Better, CautionKind, ControlChart, Point, Segment


def control_reading(
    series: Sequence[Measured], cadence: Cadence, better: Better | None, target: float | None, unit: str
) -> Reading:
    """The chart of a series of at least one figure, and what it comes to in icons and words."""
    placed = by_period(series, cadence)
    days = [day for day, _ in placed]
    chart = control_chart(
        [each.figure if each else None for _, each in placed],
        better=better,
        target=target if better else None,
    )
    used = chart.segments[-1].used
    return Reading(
        points=tuple(_plotted(point, *placed[point.position], better) for point in chart.points),
        ranges=tuple(_range(segment, days) for segment in chart.segments if segment.lower is not None),
        variation=VARIATION[chart.variation] if chart.variation else NO_RANGE,
        assurance=assurance_icon(chart, used),
        finding=control_finding(chart, days, cadence, unit),
        outlook=control_outlook(chart, used, unit, cadence, firm=used >= ENOUGH_POINTS),
        cautions=_cautions(chart, cadence),
        tested=chart.variation is not None,
    )


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


def _range(segment: Segment, days: Sequence[date]) -> UsualRange:
    return UsualRange(
        days[segment.first],
        days[segment.last],
        segment.mean or 0.0,
        segment.lower or 0.0,
        segment.upper or 0.0,
        segment.used,
    )


def _cautions(chart: ControlChart, cadence: Cadence) -> tuple[str, ...]:
    said = []
    for caution in chart.cautions:
        if caution.kind is CautionKind.TOO_SHORT:
            said.append(
                f"The limits are for now only: they rest on {counted(caution.count, 'figure')}, and "
                f"{ENOUGH_POINTS} or more make them firm."
            )
        elif caution.kind is CautionKind.MISSING:
            verb = "is" if caution.count == 1 else "are"
            said.append(f"{counted(caution.count, NOUN[cadence]).capitalize()} {verb} missing.")
    return tuple(said)
