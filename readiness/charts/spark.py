"""The small trend on a card: three years of one area over the bands, its last point labelled."""

from collections.abc import Sequence
from datetime import date, timedelta

import plotly.graph_objects as go

from readiness.charts.bands import Bands, Drawn, note, row_shades
from readiness.charts.palette import ACCENT
from readiness.charts.template import new_figure
from readiness.wording import whole_score

HEIGHT = 130
Points = Sequence[tuple[date, float | None]]


def spark(points: Points, bands: Bands) -> go.Figure:
    """Month ends and scores as a line, gaps where there was too little evidence. Needs at least one point."""
    figure = new_figure(HEIGHT)
    days = [day for day, _ in points]
    room = timedelta(days=max((days[-1] - days[0]).days, 30) * 0.01)
    figure.update_layout(
        margin={"l": 4, "r": 34, "t": 4, "b": 4},
        xaxis={
            "range": [days[0], days[-1] + room], "showgrid": False, "type": "date",
            "tickvals": [days[0], days[-1]], "ticktext": [f"{day:%b %Y}" for day in (days[0], days[-1])],
        },
        yaxis={"range": [0, 100], "tickvals": [*bands.values(), 100], "tickfont": {"size": 11}},
        shapes=row_shades(bands), annotations=_last_label(points),
    )  # fmt: skip
    figure.add_scatter(
        x=days, y=[score for _, score in points], mode="lines+markers", connectgaps=False,
        line={"color": ACCENT, "width": 2.5}, marker={"size": 3},
        customdata=[None if score is None else whole_score(score) for _, score in points],
        hovertemplate="%{x|%B %Y}: %{customdata}<extra></extra>",
    )  # fmt: skip
    return figure


def spark_alt(name: str, points: Points) -> str:
    """What the small trend shows, for a screen reader: where it began and where it stands."""
    shown = [(day, whole_score(score)) for day, score in points if score is not None]
    if not shown:
        return f"{name}: too little evidence in the last three years for a line"
    (first, start), (last, end) = shown[0], shown[-1]
    return f"{name}: {start} in {first:%B %Y}, {end} in {last:%B %Y}"


def _last_label(points: Points) -> list[Drawn]:
    shown = [(day, score) for day, score in points if score is not None]
    return [
        note(f"<b>{whole_score(score)}</b>", day, score, "x", "y", "left", "middle", xshift=5)
        for day, score in shown[-1:]
    ]
