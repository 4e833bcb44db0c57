"""A monthly or quarterly indicator as a process control chart: is it noise, or has something changed?"""

from collections.abc import Sequence
from datetime import date

import plotly.graph_objects as go

from readiness.charts.bands import Drawn, note
from readiness.charts.figure import Chart
from readiness.charts.indicator import Setting, drawn, number, series_line
from readiness.charts.indicator_native import within
from readiness.charts.palette import ORDINARY
from readiness.charts.side_labels import SideLabel
from readiness.insight.indicators.fact import IndicatorFact, UsualRange

HOW_TO_READ = (
    "Points between the two dotted limits are usual variation: chance explains them, so no single one is news. Blue "
    "diamonds have improved and orange squares are of concern by more than that: outside the limits, seven in a row "
    "on one side of the mean, seven rising or falling, or two of three near a limit. Grey stars are signals of a "
    "measure that is neither good nor bad. Limits are cut at what is possible; the axis shows only the part of the "
    "scale that is needed. Numbers on top are listed below."
)
SCREENED = "Single outlying steps from one figure to the next are left out when limits are worked out."
NOT_SCREENED = "Every step from one figure to the next counts towards the limits, outlying ones too."


def control_chart_of(fact: IndicatorFact, setting: Setting) -> Chart:
    """The series with its mean and limits and where those change, its target, and what it is compared with."""
    lines = [line for each in fact.reading.ranges for line in _limits(fact, each)]
    changes = _changes(fact)
    how_to_read = f"{HOW_TO_READ} {SCREENED if fact.reading.screened else NOT_SCREENED}"
    every = [_upright([day for day, _ in changes]), *lines, series_line(fact)]
    return drawn(fact, setting, every, _labels(fact), how_to_read, [_note(*each) for each in changes])


def _changes(fact: IndicatorFact) -> list[tuple[date, str]]:
    """Where limits start afresh, or cease to be set by the figures, each halfway between two periods."""
    found = []
    for each in fact.reading.fresh_limits:
        if each.begins:
            found.append((_halfway(fact, each.begins), "New limits"))
        if each.fixed_until and each.fixed_until < fact.reading.points[-1].day:
            after = next(point.day for point in fact.reading.points if point.day > each.fixed_until)
            found.append((_halfway(fact, after), "Limits kept"))
    return found


def _halfway(fact: IndicatorFact, day: date) -> date:
    before = max(point.day for point in fact.reading.points if point.day < day)
    return before + (day - before) / 2


def _upright(days: Sequence[date]) -> go.Scatter:
    return go.Scatter(
        x=[each for day in days for each in (day, day, None)], y=[0, 100, None] * len(days), yaxis="y2",
        mode="lines", line={"color": ORDINARY, "width": 1.5, "dash": "dash"}, hoverinfo="skip", name="limits change",
    )  # fmt: skip


def _note(day: date, words: str) -> Drawn:
    return note(words, day, 0, "x", "paper", "left", "bottom", xshift=4, font={"size": 12})


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
