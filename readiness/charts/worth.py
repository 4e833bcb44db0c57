"""How far a score went with the judgement that followed: a dot and its interval for each kind of evidence, by area."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from readiness.charts.bands import Drawn, note
from readiness.charts.figure import Chart
from readiness.charts.palette import ACCENT, ORDINARY
from readiness.charts.template import new_figure
from readiness.charts.words import plain
from readiness.worth.facts import COIN, AreaTested, Estimate, Worth
from readiness.worth.words import coin_words, in_100, interval_words

KINDS = (
    ("readiness", "Readiness score", "circle", ACCENT),
    ("performance", "Indicators alone", "diamond", ORDINARY),
    ("previous", "Last judgement alone", "square-open", ORDINARY),
)
"""What is compared: its id among the measures, its name, its mark and its colour."""
ROWS = len(KINDS) + 1
ROW, HEADROOM, FOOT = 27, 30, 60
LOWEST = 25
HOW_TO_READ = (
    "A dot on the line at 50 would do as well as a coin; at 100 it would always be right. The bar is the 95% "
    "interval: where it crosses 50, chance can not be told from worth; where two bars overlap widely, nor can one kind "
    "of evidence from the other."
)


@dataclass(frozen=True, slots=True)
class _Dot:
    """One row of the chart: where it stands, and what it shows."""

    row: int
    area: AreaTested
    kind: str
    symbol: str
    colour: str
    pairs: Estimate


def worth_chart(worth: Worth) -> Chart:
    """A row for each kind of evidence under each area, all areas first."""
    dots = list(_dots(worth))
    names = {at * ROWS: f"<b>{plain(area.title)}</b>" for at, area in enumerate(worth.areas)}
    names |= {dot.row: dot.kind for dot in dots}
    length = ROWS * len(worth.areas)
    figure = new_figure(HEADROOM + ROW * length + FOOT)
    figure.update_layout(
        margin={"l": 4, "r": 16, "t": HEADROOM, "b": 8},
        xaxis={"range": [_lowest(dots), 100], "tickvals": [25, 50, 75, 100], "title": {"text": "in 100 pairs"}},
        yaxis={
            "range": [length - 0.4, -0.6], "showgrid": False, "ticks": "",
            "tickvals": [*names], "ticktext": [*names.values()],
        },
        annotations=[_coin_name()],
        shapes=[_coin_line()],
    )  # fmt: skip
    figure.add_traces([trace for dot in dots for trace in (_trace(dot), _number(dot))])
    title = coin_words(worth)
    return Chart(
        title=title,
        subtitle=(
            "Of two judgements, one Good or better and one not: in how many of 100 such pairs the better one had the "
            "higher figure on the day before the inspection. Source: Ofsted's judgements and published statistics"
        ),
        reading=_reading(worth),
        how_to_read=HOW_TO_READ,
        figure=figure,
        table=_table(dots),
        alt=f"{title}. Dots with 95% intervals, a row for each kind of evidence under each judgement area.",
        file_name="score-worth",
    )


def _reading(worth: Worth) -> str:
    tested = worth.areas[0]
    return (
        f"{tested.shown:,} judgements since {worth.about['first'][:4]} for which published evidence alone gave a "
        "number on the day before."
    )


def _dots(worth: Worth) -> Iterator[_Dot]:
    for at, area in enumerate(worth.areas):
        for below, (evidence, kind, symbol, colour) in enumerate(KINDS, start=1):
            pairs = worth.pairs(evidence, area.id)
            if pairs is not None:
                yield _Dot(at * ROWS + below, area, kind, symbol, colour, pairs)


def _trace(dot: _Dot) -> go.Scatter:
    pairs = dot.pairs
    return go.Scatter(
        x=[100 * pairs.value], y=[dot.row], mode="markers",
        marker={"symbol": dot.symbol, "size": 11, "color": dot.colour, "line": {"width": 2, "color": dot.colour}},
        error_x={
            "array": [100 * (pairs.high - pairs.value)], "arrayminus": [100 * (pairs.value - pairs.low)],
            "color": dot.colour, "thickness": 2, "width": 0,
        },
        hovertemplate=plain(f"{dot.area.title}, {dot.kind}: {interval_words(pairs)}") + "<extra></extra>",
    )  # fmt: skip


def _number(dot: _Dot) -> go.Scatter:
    """The figure at the end of its interval, where no other bar runs."""
    return go.Scatter(
        x=[100 * dot.pairs.high + 1], y=[dot.row], mode="text", text=[f"<b>{in_100(dot.pairs.value)}</b>"],
        textposition="middle right", textfont={"size": 13}, hoverinfo="skip",
    )  # fmt: skip


def _lowest(dots: list[_Dot]) -> float:
    return min([LOWEST, *(100 * dot.pairs.low - 2 for dot in dots)])


def _coin_name() -> Drawn:
    return note("a coin: 50", 100 * COIN, 1, "x", "y domain", "center", "bottom", font={"size": 12})


def _coin_line() -> Drawn:
    return {
        "type": "line", "xref": "x", "yref": "y domain", "x0": 100 * COIN, "x1": 100 * COIN, "y0": 0, "y1": 1,
        "line": {"color": ORDINARY, "width": 2, "dash": "dash"}, "layer": "below",
    }  # fmt: skip


def _table(dots: list[_Dot]) -> pd.DataFrame:
    rows = [
        (
            dot.area.title,
            dot.kind,
            in_100(dot.pairs.value),
            in_100(dot.pairs.low),
            in_100(dot.pairs.high),
            dot.pairs.judgements,
            dot.pairs.authorities,
        )
        for dot in dots
    ]
    headings = ["Judgement area", "Evidence", "In 100 pairs", "Low", "High", "Judgements", "Authorities"]
    return pd.DataFrame(rows, columns=headings)
