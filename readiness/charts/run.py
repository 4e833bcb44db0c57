"""A yearly indicator as a run of years, with the interval that its counts allow."""

import plotly.graph_objects as go

from readiness.charts.figure import Chart
from readiness.charts.indicator import Setting, drawn, series_line
from readiness.charts.palette import ORDINARY, faint
from readiness.insight.indicators.fact import IndicatorFact

HOW_TO_READ = (
    "A point a year. The upright line through a point is its 95% interval: chance alone could have moved the figure "
    "that far; without counts there is none. A blue diamond has improved, an orange square is of concern, against "
    "the year before and by more than chance. The axis shows only the part of the scale that is needed. Numbers on "
    "top are listed below."
)


def run_chart(fact: IndicatorFact, setting: Setting) -> Chart:
    """The years with their intervals, the target, and what they are compared with."""
    return drawn(fact, setting, [series_line(fact), _intervals(fact)], (), HOW_TO_READ)


def _intervals(fact: IndicatorFact) -> go.Scatter:
    known = [(point.day, point.interval) for point in fact.reading.points if point.interval]
    return go.Scatter(
        x=[each for day, _ in known for each in (day, day, None)],
        y=[each for _, interval in known for each in (interval.lower, interval.upper, None)],
        mode="lines", hoverinfo="skip", line={"color": faint(ORDINARY, 0.7), "width": 3}, name="interval",
    )  # fmt: skip
