"""A monthly or quarterly indicator as a process control chart: is it noise, or has something changed?"""

import plotly.graph_objects as go

from readiness.charts.figure import Chart
from readiness.charts.indicator import Setting, drawn, number, series_line, within
from readiness.charts.palette import ORDINARY
from readiness.charts.side_labels import SideLabel
from readiness.insight.indicator_fact import IndicatorFact, UsualRange

HOW_TO_READ = (
    "Points between the two dotted limits are usual variation: chance explains them, so no single one is news. Blue "
    "diamonds have improved and orange squares are of concern by more than that: outside the limits, seven in a row "
    "on one side of the mean, seven rising or falling, or two of three near a limit. Grey stars are signals of a "
    "measure that is neither good nor bad. Limits are cut at what is possible; the axis shows only the part of the "
    "scale that is needed. Numbers on top are listed below."
)


def control_chart_of(fact: IndicatorFact, setting: Setting) -> Chart:
    """The series with its mean and limits, its target, and what it is compared with."""
    lines = [line for each in fact.reading.ranges for line in _limits(fact, each)]
    return drawn(fact, setting, [*lines, series_line(fact)], _labels(fact), HOW_TO_READ)


def _limits(fact: IndicatorFact, each: UsualRange) -> list[go.Scatter]:
    levels = ((each.mean, "solid"), (within(fact, each.lower), "dot"), (within(fact, each.upper), "dot"))
    return [
        go.Scatter(
            x=[each.first, each.last], y=[level, level], mode="lines", hoverinfo="skip",
            line={"color": ORDINARY, "width": 1.5, "dash": dash}, name="limit" if dash == "dot" else "mean",
        )
        for level, dash in levels
    ]  # fmt: skip


def _labels(fact: IndicatorFact) -> list[SideLabel]:
    """The mean and the limits of the latest stretch."""
    if not fact.reading.ranges:
        return []
    last = fact.reading.ranges[-1]
    named = (
        ("Mean", last.mean),
        ("Lower limit", within(fact, last.lower)),
        ("Upper limit", within(fact, last.upper)),
    )
    return [SideLabel(f"{name} {number(level, fact)}", level) for name, level in named]
