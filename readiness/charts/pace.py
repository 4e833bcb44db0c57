"""The pace of an area: its last year, the line through it, where that leads, and when the inspector may come."""

from collections.abc import Iterator
from datetime import date, timedelta

import pandas as pd
import plotly.graph_objects as go

from readiness.charts.bands import Bands, Drawn, note, row_names, row_shades
from readiness.charts.figure import Chart
from readiness.charts.native import Plot, PlotSeries
from readiness.charts.palette import ACCENT, ORDINARY, faint
from readiness.charts.template import new_figure
from readiness.dates import month, uk_date
from readiness.insight.what_if.projection import MONTH_DAYS, AreaPace, horizon
from readiness.insight.what_if.projection_words import finding, reading
from readiness.wording import whole_score

HEIGHT = 390
HOW_TO_READ = (
    "Dots are the scores at month ends, the straight line runs through the middle of them. The dashed line carries the "
    "pace on from today; the shaded fan is the 95% range of the pace. The grey band is when the next inspection may "
    "come. Without a dashed line the pace can't be told from standing still, or is not given."
)


def pace_chart(found: AreaPace, bands: Bands, source: str) -> Chart:
    """One area's last twelve month ends, and its pace carried on to the horizon where there is one."""
    end = horizon(found)
    first = found.months[0][0] if found.months else found.as_at
    figure = new_figure(HEIGHT)
    figure.update_layout(
        margin={"t": 30, "l": 8, "r": 40, "b": 8},
        xaxis={
            "type": "date",
            "range": [first - timedelta(days=12), end + timedelta(days=12)],
            "showgrid": False,
        },
        yaxis={"range": [0, 100], "tickvals": [0, *list(bands.values())[1:], 100]},
        shapes=[*row_shades(bands), *_window(found, end)],
        annotations=[*row_names(bands), *_words(found, end)],
    )
    figure.add_traces([*_fan(found, end), *_line(found), _dots(found), *_today(found)])
    return Chart(
        title=finding(found),
        subtitle=f"Readiness score at month ends, 0 to 100, {uk_date(first)} to {uk_date(found.as_at)}. {source}",
        reading=reading(found),
        how_to_read=HOW_TO_READ,
        figure=figure,
        table=_table(found),
        alt=f"{finding(found)} Dots by month with a line through them over four bands.",
        file_name=f"pace-{found.area.id}-{found.as_at.isoformat()}",
        native=_native(found),
    )  # fmt: skip


def _dots(found: AreaPace) -> go.Scatter:
    return go.Scatter(
        x=[day for day, _ in found.months], y=[score for _, score in found.months], mode="markers",
        marker={"size": 8, "color": ACCENT},
        customdata=[None if score is None else whole_score(score) for _, score in found.months],
        hovertemplate="%{x|%B %Y}: %{customdata}<extra></extra>",
    )  # fmt: skip


def _line(found: AreaPace) -> list[go.Scatter]:
    """The Theil-Sen line, from the first month to the last."""
    if found.line is None:
        return []
    places = [at for at, (_, score) in enumerate(found.months) if score is not None]
    ends = [places[0], places[-1]]
    return [
        go.Scatter(
            x=[found.months[at][0] for at in ends], y=[found.line.at(at) for at in ends], mode="lines",
            line={"color": ACCENT, "width": 3}, hoverinfo="skip",
        )
    ]  # fmt: skip


def _ahead(found: AreaPace, slope: float, end: date) -> tuple[list[date], list[float]]:
    """The score carried on from the day at so many points a month, as far as the scale goes."""
    start = found.area.score or 0.0
    months = (end - found.as_at).days / MONTH_DAYS
    reached = min((100.0 - start) / slope, months) if slope > 0 else months
    day = found.as_at + timedelta(days=round(reached * MONTH_DAYS))
    return [found.as_at, day, end], [
        start,
        start + slope * reached,
        max(min(start + slope * months, 100.0), 0.0),
    ]


def _fan(found: AreaPace, end: date) -> Iterator[go.Scatter]:
    """The pace carried on with its range, only where a date is given."""
    if found.finish is None or found.line is None or found.slope is None:
        return
    low, high = (_ahead(found, slope, end) for slope in found.slope)
    yield go.Scatter(
        x=[*high[0], *reversed(low[0])], y=[*high[1], *reversed(low[1])], fill="toself", mode="lines",
        line={"width": 0}, fillcolor=faint(ACCENT, 0.25), hoverinfo="skip",
    )  # fmt: skip
    days, scores = _ahead(found, found.line.slope, end)
    yield go.Scatter(
        x=days, y=scores, mode="lines", line={"color": ACCENT, "width": 2, "dash": "dash"}, hoverinfo="skip"
    )


def _today(found: AreaPace) -> list[go.Scatter]:
    return [
        go.Scatter(
            x=[found.as_at, found.as_at], y=[0, 100], mode="lines", hoverinfo="skip",
            line={"color": ORDINARY, "width": 1, "dash": "dot"},
        )
    ]  # fmt: skip


def _window(found: AreaPace, end: date) -> list[Drawn]:
    if found.window is None or found.window[1] < found.as_at or found.window[0] > end:
        return []
    return [
        {
            "type": "rect", "xref": "x", "yref": "y domain", "x0": max(found.window[0], found.as_at),
            "x1": min(found.window[1], end), "y0": 0, "y1": 1, "fillcolor": faint(ORDINARY, 0.28),
            "line": {"width": 0}, "layer": "below",
        }
    ]  # fmt: skip


def _words(found: AreaPace, end: date) -> Iterator[Drawn]:
    """The score today, the window's name, and when good is reached."""
    if found.area.enough:
        score = found.area.score or 0.0
        words = f"<b>{whole_score(score)}</b>"
        yield note(
            words, found.as_at, score, "x", "y", "left", "bottom", xshift=5, yshift=4, font={"size": 18}
        )
    if _window(found, end) and found.window:
        first, last = max(found.window[0], found.as_at), min(found.window[1], end)
        middle, name = first + (last - first) / 2, "Inspection window"
        yield note(name, middle, 1, "x", "y domain", "center", "bottom", yshift=2, font={"size": 12})
    likely = found.finish[1] if found.finish else None
    if likely and likely <= end:
        words = f"good: {likely:%b %Y}"
        yield note(words, likely, found.good, "x", "y", "center", "bottom", yshift=6, font={"size": 13})


def _table(found: AreaPace) -> pd.DataFrame:
    rows = [
        {
            "Month end": month(day),
            "Score": "too little evidence" if score is None else str(whole_score(score)),
            "On the line": "" if found.line is None else f"{found.line.at(at):.1f}",
        }
        for at, (day, score) in enumerate(found.months)
    ]
    return pd.DataFrame(rows[::-1], columns=["Month end", "Score", "On the line"])


def _native(found: AreaPace) -> Plot | None:
    if not found.months:
        return None
    series = [PlotSeries("Readiness score", tuple(_shown(score) for _, score in found.months), ACCENT)]
    line = found.line
    if line is not None:
        fitted = tuple(round(line.at(at), 1) for at in range(len(found.months)))
        series.append(PlotSeries("Pace", fitted, ORDINARY, thin="dash"))
    return Plot(
        "lines",
        tuple(f"{day:%b %Y}" for day, _ in found.months),
        tuple(series),
        unit="Readiness score, 0 to 100",
        low=0.0,
        high=100.0,
    )


def _shown(score: float | None) -> float | None:
    return None if score is None else float(whole_score(score))
