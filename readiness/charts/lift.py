"""How far each kind of evidence would lift each area, over the bands: from where it stands, end to end."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from readiness.charts.bands import Bands, Drawn, column_names, column_shades, note
from readiness.charts.figure import Chart
from readiness.charts.native import Plot, PlotSeries
from readiness.charts.palette import ACCENT, SERIES, grade_colour, grade_symbol
from readiness.charts.template import new_figure
from readiness.charts.words import plain
from readiness.dates import uk_date
from readiness.insight.what_if.lift import KINDS, Lifts, Total
from readiness.insight.what_if.lift_sources import SourceKind
from readiness.insight.what_if.lift_words import OF_KIND, caps_sentence, gain_finding
from readiness.scoring.results import AreaScore, Scores
from readiness.wording import signed, whole_score

ROW, HEADROOM, FOOT = 62, 64, 40
BAR = 0.26
COLOURS: dict[SourceKind, str] = {"practice": ACCENT, "indicator": SERIES[3], "voice": SERIES[4]}
LEAST = 0.05
"""Points under which a bar would not be seen."""
HOW_TO_READ = (
    "The mark is the score now. Each bar is what one kind of evidence would add if all that stands below its aim "
    "reached it: practice audited as good, indicators at target or the edge of good, answers at the edge of good. The "
    "bars add up. Where a cap holds an area, the bars begin at its score before caps."
)


@dataclass(frozen=True, slots=True)
class _Bar:
    """One kind of evidence in one area: from the score before it to that after it."""

    row: int
    kind: SourceKind
    low: float
    high: float


def lift_chart(found: Lifts, scores: Scores, bands: Bands) -> Chart:
    """A row per area that has a number: its mark, and end to end what each kind of evidence would add."""
    areas = [area for area in scores.areas if area.enough]
    bars = [bar for row, area in enumerate(areas) for bar in _bars(row, area, found.totals)]
    figure = new_figure(HEADROOM + ROW * len(areas) + FOOT)
    figure.update_layout(
        margin={"l": 4, "r": 16, "t": HEADROOM, "b": FOOT},
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": -0.02, "yanchor": "top", "traceorder": "normal"},
        barmode="overlay",
        xaxis={"range": [0, 100], "tickvals": [], "showgrid": False},
        yaxis={"range": [len(areas) - 0.5, -0.7], "visible": False},
        shapes=column_shades(bands),
        annotations=[
            *column_names(bands),
            *(_name(row, area) for row, area in enumerate(areas)),
            *(_end(row, area, bars) for row, area in enumerate(areas)),
        ],
    )
    figure.add_traces(
        [*(_trace(kind, areas, bars) for kind in KINDS), *map(_score, range(len(areas)), areas)]
    )
    return Chart(
        title=gain_finding(found),
        subtitle=f"Score, 0 to 100, as at {uk_date(found.as_at)}, and points to be gained by kind of evidence",
        reading=" ".join(
            [
                "The most there is to gain, all else as it is, and not a forecast.",
                *filter(None, map(caps_sentence, areas)),
            ]
        ),
        how_to_read=HOW_TO_READ,
        figure=figure,
        table=_table(areas, found.totals),
        alt=f"{gain_finding(found)} A bar per kind of evidence from each area's score.",
        file_name=f"lifts-{found.as_at.isoformat()}",
        native=_native(areas, found.totals),
    )


def _of(area: AreaScore, kind: SourceKind, totals: Sequence[Total]) -> float:
    return next((each.points for each in totals if each.area.id == area.id and each.kind == kind), 0.0)


def _bars(row: int, area: AreaScore, totals: Sequence[Total]) -> list[_Bar]:
    bars, low = [], area.uncapped or 0.0
    for kind in KINDS:
        high = low + _of(area, kind, totals)
        bars.append(_Bar(row, kind, low, high))
        low = high
    return bars


def _trace(kind: SourceKind, areas: Sequence[AreaScore], bars: Sequence[_Bar]) -> go.Bar:
    mine = [bar for bar in bars if bar.kind == kind and bar.high - bar.low >= LEAST]
    name = OF_KIND[kind][1].capitalize()
    return go.Bar(
        x=[bar.high - bar.low for bar in mine], base=[bar.low for bar in mine], y=[bar.row for bar in mine],
        orientation="h", width=2 * BAR, name=name, marker={"color": COLOURS[kind], "line": {"width": 0}},
        customdata=[plain(f"{areas[bar.row].short}, {name}: {signed(bar.high - bar.low)}") for bar in mine],
        hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip


def _score(row: int, area: AreaScore) -> go.Scatter:
    score = area.score or 0.0
    return go.Scatter(
        x=[score], y=[row], mode="markers+text", text=[f"<b>{whole_score(score)}</b>"], showlegend=False,
        textposition="middle left", textfont={"size": 18},
        marker={"symbol": grade_symbol(area.grade), "size": 18, "color": grade_colour(area.grade)},
        hovertemplate=plain(f"{area.short} now: {whole_score(score)}, indicative {area.grade}") + "<extra></extra>",
    )  # fmt: skip


def _name(row: int, area: AreaScore) -> Drawn:
    held = next((cap for cap in area.caps if cap.bites), None)
    capped = f' <span style="font-size:12px">capped at {plain(held.caps_at)}</span>' if held else ""
    words = f"<b>{plain(area.short)}</b>{capped}"
    return note(words, 0.5, row, "x", "y", "left", "bottom", yshift=12, font={"size": 15})


def _end(row: int, area: AreaScore, bars: Sequence[_Bar]) -> Drawn:
    """The whole gain behind the last bar."""
    end = max(bar.high for bar in bars if bar.row == row)
    gained = end - (area.uncapped or 0.0)
    words = f"<b>{signed(gained)}</b>" if round(gained, 1) else "no gain"
    side, shift = ("left", 12) if end < 88 else ("right", -12)
    return note(words, end, row, "x", "y", side, "middle", xshift=shift, font={"size": 15})


def _table(areas: Sequence[AreaScore], totals: Sequence[Total]) -> pd.DataFrame:
    rows = [
        {
            "Judgement area": area.title,
            "Score now": str(whole_score(area.score or 0.0)),
            **{OF_KIND[kind][0]: signed(_of(area, kind, totals)) for kind in KINDS},
            "Together": signed(sum(_of(area, kind, totals) for kind in KINDS)),
            "Cap": "; ".join(dict.fromkeys(f"{cap.caps_at} ({cap.kind})" for cap in area.caps)),
        }
        for area in areas
    ]
    return pd.DataFrame(rows)


def _native(areas: Sequence[AreaScore], totals: Sequence[Total]) -> Plot | None:
    if not areas:
        return None
    return Plot(
        "stacked bars",
        tuple(area.short for area in areas),
        tuple(
            PlotSeries(
                OF_KIND[kind][1].capitalize(),
                tuple(round(_of(area, kind, totals), 1) for area in areas),
                COLOURS[kind],
            )
            for kind in KINDS
        ),
        unit="Readiness points to be gained",
        low=0.0,
        decimals=1,
    )
