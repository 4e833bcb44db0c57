"""A plan's burn-up: actions set, those closed, and those that should have been by their due dates."""

from collections.abc import Sequence
from datetime import date, timedelta

import pandas as pd
import plotly.graph_objects as go

from readiness.charts.figure import Chart
from readiness.charts.native import Plot, PlotSeries
from readiness.charts.palette import ACCENT, CONCERN, ORDINARY
from readiness.charts.side_labels import WIDTH, SideLabel, side_labels
from readiness.charts.template import new_figure
from readiness.dates import uk_date
from readiness.insight.plan.burn_up import BurnUp, burn_up_finding

HEIGHT = 380
TOP, BOTTOM = 16, 36
SMALL = 6
"""Actions under which every one has a tick."""
HOW_TO_READ = (
    "The upper solid line is every action set so far, the lower those closed: between them is what is open."
)
DUE = (
    " The dashed line is how many were due by then, by the due dates as they are now, so a date that was put "
    "off does not show. Closed below due means late."
)


def burn_up_chart(found: BurnUp, source: str) -> Chart:
    """The three lines by month end, the due dates also ahead of the day."""
    high = max(*found.opened, *found.due, 1) * 1.08
    figure = new_figure(HEIGHT)
    room = timedelta(days=max((found.days[-1] - found.days[0]).days, 60) * 0.02)
    figure.update_layout(
        margin={"t": TOP, "b": BOTTOM, "l": 8, "r": WIDTH},
        xaxis={"type": "date", "range": [found.days[0] - room, found.days[-1] + room], "showgrid": False},
        # Actions are whole: a small plan has no ticks between them.
        yaxis={"range": [0, high], **({"dtick": 1} if high < SMALL else {"nticks": 6})},
        annotations=side_labels(_labels(found), 0, high, HEIGHT - TOP - BOTTOM),
    )
    past = found.days[: len(found.opened)]
    figure.add_traces(
        [
            _line(past, found.opened, "set", {"color": ORDINARY, "width": 2}),
            _line(past, found.closed, "closed", {"color": ACCENT, "width": 4}),
            *(
                [_line(found.days, found.due, "due", {"color": CONCERN, "width": 2, "dash": "dash"})]
                if any(found.due)
                else []
            ),
            *_today(found, high),
        ]
    )
    return Chart(
        title=burn_up_finding(found),
        subtitle=f"Number of actions by month end, {uk_date(found.days[0])} to {uk_date(found.days[-1])}. {source}",
        reading=found.sentence,
        how_to_read=HOW_TO_READ + (DUE if any(found.due) else ""),
        figure=figure,
        table=_table(found),
        alt=f"{found.sentence} Lines of actions set, closed and due, month by month.",
        file_name=f"plan-burn-up-{found.as_at.isoformat()}",
        native=_native(found),
    )


def _line(days: Sequence[date], counts: Sequence[int], name: str, style: dict[str, object]) -> go.Scatter:
    return go.Scatter(
        x=list(days), y=list(counts), mode="lines", name=name, line={**style, "shape": "hv"},
        hovertemplate=f"%{{x|%-d %B %Y}}: %{{y}} {name}<extra></extra>",
    )  # fmt: skip


def _today(found: BurnUp, high: float) -> list[go.Scatter]:
    """An upright line on the day itself, where due dates reach beyond it."""
    if found.days[-1] <= found.as_at:
        return []
    return [
        go.Scatter(
            x=[found.as_at, found.as_at], y=[0, high], mode="lines", hoverinfo="skip", name="today",
            line={"color": ORDINARY, "width": 1, "dash": "dot"},
        )
    ]  # fmt: skip


def _labels(found: BurnUp) -> list[SideLabel]:
    labels = [
        SideLabel(f"{found.opened[-1]} set", found.opened[-1]),
        SideLabel(f"{found.closed[-1]} closed", found.closed[-1], strong=True),
    ]
    if any(found.due):
        labels.append(SideLabel(f"{found.due[-1]} due by {found.days[-1]:%b %Y}", found.due[-1]))
    return labels


def _native(found: BurnUp) -> Plot:
    ahead = (None,) * (len(found.days) - len(found.opened))
    due = PlotSeries("Due", tuple(map(float, found.due)), CONCERN, thin="dash")
    return Plot(
        "lines",
        tuple(f"{day.day} {day:%b %Y}" for day in found.days),
        (
            PlotSeries("Set", (*map(float, found.opened), *ahead), ORDINARY),
            PlotSeries("Closed", (*map(float, found.closed), *ahead), ACCENT),
            *([due] if any(found.due) else []),
        ),
        unit="Actions",
        low=0.0,
    )


def _table(found: BurnUp) -> pd.DataFrame:
    """A row per month end, latest first; what lies ahead has due dates only."""
    rows = [
        {
            "By": uk_date(day),
            "Set": str(found.opened[index]) if index < len(found.opened) else "",
            "Closed": str(found.closed[index]) if index < len(found.closed) else "",
            "Due": str(found.due[index]),
        }
        for index, day in enumerate(found.days)
    ]
    return pd.DataFrame(rows[::-1])
