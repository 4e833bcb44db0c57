"""A score month by month over shaded bands, with how much evidence it rests on, and what happened when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd
import plotly.graph_objects as go

from readiness.charts.bands import Bands, Drawn, note, row_names, row_shades
from readiness.charts.figure import Chart
from readiness.charts.marks import LEVELS, mark_lines, mark_numbers
from readiness.charts.native import Plot, PlotSeries
from readiness.charts.palette import ACCENT, ORDINARY, faint, grade_colour, grade_symbol
from readiness.charts.template import new_figure
from readiness.charts.words import plain
from readiness.dates import month, uk_date
from readiness.insight.inspections.judgements import OfstedJudgement
from readiness.insight.timeline import Mark
from readiness.insight.trends import Trend
from readiness.wording import judgement_of, whole_score

HEIGHT = 390
PLOT, OFSTED, COVERAGE = (0.25, 0.87), (0.89, 0.96), (0.0, 0.14)
"""The parts of the height for the scores, Ofsted's judgements above and the coverage strip below."""
MARKS_FROM = 0.965
STYLES = (("low", 2.5, "dot"), ("medium", 3, "solid"), ("high", 5, "solid"))
"""Confidence, line width in pixels and dash: the less evidence, the thinner the line."""

READ = (
    "The line is our score, 0 to 100, against the four bands; it is dotted where evidence is thin, thick where it is "
    "strong, and stops where there is too little for a number. The grey strip is how much of the expected evidence "
    "was held and fresh. The row on top: {judgement}, on the day it was published. Numbers are listed below the charts."
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What every chart of a set shares, so that they can be laid side by side.

    `confidence` holds the coverages from which confidence is low, medium and high; `kind` is the dataset's,
    `inspectorate` the framework's.
    """

    bands: Bands
    confidence: tuple[float, float, float]
    span: tuple[date, date]
    marks: Sequence[Mark]
    source: str
    kind: str
    inspectorate: str


def trend_chart(trend: Trend, judgements: Sequence[OfstedJudgement], setting: Setting) -> Chart:
    """One area's or criterion's scores over a span, with the judgements that fell on it."""
    figure = new_figure(HEIGHT)
    _frame(figure, setting)
    figure.update_layout(
        shapes=[*row_shades(setting.bands), _thin_edge(setting)],
        annotations=[
            *row_names(setting.bands),
            *mark_numbers(setting.marks, setting.span, MARKS_FROM),
            _strip_name(),
            _last_point(trend),
        ],
    )
    figure.add_traces(
        [
            *mark_lines(setting.marks),
            *_lines(trend, setting),
            _points(trend),
            _coverage(trend),
            _judgements(judgements, setting),
        ]
    )
    return Chart(
        title=trend.finding,
        subtitle=f"Readiness score at each month end, 0 to 100, {span_words(setting.span)}. {setting.source}",
        reading=trend.reading,
        how_to_read=how_to_read(setting.kind, setting.inspectorate),
        figure=figure,
        table=_table(trend),
        alt=f"{trend.finding}. A line over the four bands, with the coverage below.",
        file_name=f"trend-{trend.id}",
        native=_native(trend),
    )


def how_to_read(kind: str, inspectorate: str) -> str:
    """How a trend is read; the judgements of a synthetic dataset are nobody's."""
    return READ.format(judgement=judgement_of(kind, inspectorate, which="own"))


def span_words(span: tuple[date, date]) -> str:
    """A span of days: `1 January 2011 to 2 April 2026`."""
    return f"{uk_date(span[0])} to {uk_date(span[1])}"


def _frame(figure: go.Figure, setting: Setting) -> None:
    first, last = setting.span
    room = timedelta(days=max((last - first).days, 30) * 0.01)
    figure.update_layout(
        margin={"t": 8 + 13 * LEVELS, "l": 8, "r": 36, "b": 8},
        xaxis={"range": [first, last + room], "anchor": "y2", "showgrid": False, "type": "date"},
        yaxis={"range": [0, 100], "domain": PLOT, "tickvals": [0, *list(setting.bands.values())[1:], 100]},
        yaxis2={
            "range": [0, 1], "domain": COVERAGE, "tickvals": [0, 1], "ticktext": ["0%", "100%"],
            "anchor": "x", "showgrid": False, "fixedrange": True, "tickfont": {"size": 11},
        },
        yaxis3={
            "range": [0, 1], "domain": OFSTED, "tickvals": [0.5], "ticktext": [plain(_row_name(setting))], "ticks": "",
            "showgrid": False, "anchor": "x", "fixedrange": True,
        },
    )  # fmt: skip


def _strip_name() -> Drawn:
    """What the strip below the scores is; it stands inside the chart, where a phone has room for it."""
    words = "Evidence held; no number under the dashed line"
    return note(words, 0, COVERAGE[1], "x domain", "paper", "left", "bottom", font={"size": 11})


def _coverage(trend: Trend) -> go.Scatter:
    return go.Scatter(
        x=trend.dates, y=trend.coverage, yaxis="y2", mode="lines", fill="tozeroy",
        line={"width": 1, "color": ORDINARY}, fillcolor=faint(ORDINARY, 0.45),
        hovertemplate="%{x|%B %Y}: %{y:.0%} of the expected evidence held<extra></extra>",
    )  # fmt: skip


def _thin_edge(setting: Setting) -> Drawn:
    edge = setting.confidence[0]
    return {
        "type": "line", "xref": "x domain", "yref": "y2", "x0": 0, "x1": 1, "y0": edge, "y1": edge,
        "line": {"width": 1, "dash": "dash", "color": ORDINARY},
    }  # fmt: skip


def _lines(trend: Trend, setting: Setting) -> list[go.Scatter]:
    levels = [_level(coverage, setting.confidence) for coverage in trend.coverage]
    return [
        go.Scatter(
            x=trend.dates, y=_segments(trend.scores, levels, number), mode="lines", connectgaps=False,
            line={"width": width, "dash": dash, "color": ACCENT}, hoverinfo="skip",
        )
        for number, (_, width, dash) in enumerate(STYLES)
    ]  # fmt: skip


def _points(trend: Trend) -> go.Scatter:
    return go.Scatter(
        x=trend.dates, y=trend.scores, mode="markers",
        marker={"size": _sizes(trend.scores), "color": ACCENT, "line": {"width": 0}},
        customdata=[None if score is None else whole_score(score) for score in trend.scores],
        hovertemplate="%{x|%B %Y}: %{customdata}<extra></extra>",
    )  # fmt: skip


def _level(coverage: float, confidence: tuple[float, float, float]) -> int:
    """0 low, 1 medium, 2 high; also 0 where there is too little, which has no score to draw."""
    return max(sum(round(coverage, 9) >= edge for edge in confidence) - 1, 0)


def _segments(scores: Sequence[float | None], levels: Sequence[int], wanted: int) -> list[float | None]:
    """The scores that begin or end a piece of line of this confidence; a piece is as sure as its thinner end."""
    drawn: list[float | None] = [None] * len(scores)
    for here in range(len(scores) - 1):
        if min(levels[here], levels[here + 1]) == wanted:
            drawn[here], drawn[here + 1] = scores[here], scores[here + 1]
    return drawn


def _sizes(scores: Sequence[float | None]) -> list[int]:
    """A dot where a month stands alone and would draw no line; elsewhere only something to point at."""
    padded = [None, *scores, None]
    return [
        6 if before is None and after is None else 2
        for before, after in zip(padded[:-2], padded[2:], strict=True)
    ]


def _row_name(setting: Setting) -> str:
    return "Invented" if setting.kind == "synthetic" else setting.inspectorate


def _judgements(judgements: Sequence[OfstedJudgement], setting: Setting) -> go.Scatter:
    whose = judgement_of(setting.kind, setting.inspectorate)
    return go.Scatter(
        x=[each.published for each in judgements], y=[0.5] * len(judgements), yaxis="y3", mode="markers",
        marker={
            "size": 13,
            "symbol": [grade_symbol(each.grade) for each in judgements],
            "color": [grade_colour(each.grade) for each in judgements],
        },
        customdata=[plain(f"{whose}: {each.grade}, {uk_date(each.published)}") for each in judgements],
        hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip


def _last_point(trend: Trend) -> Drawn:
    shown = [(day, score) for day, score in zip(trend.dates, trend.scores, strict=True) if score is not None]
    if not shown:
        words = "Not enough evidence for a number"
        return note(words, 0.5, 0.5, "x domain", "y domain", "center", "middle", font={"size": 14})
    day, score = shown[-1]
    return note(
        f"<b>{whole_score(score)}</b>", day, score, "x", "y", "left", "middle", xshift=6, font={"size": 16}
    )


def _native(trend: Trend) -> Plot:
    """The scores as numbers are shown, cut to whole ones, with gaps where evidence is too thin."""
    return Plot(
        "lines",
        tuple(f"{day:%b %Y}" for day in trend.dates),
        (PlotSeries("Readiness score", tuple(_shown(score) for score in trend.scores), ACCENT),),
        unit="Readiness score, 0 to 100",
        low=0.0,
        high=100.0,
    )


def _shown(score: float | None) -> float | None:
    return None if score is None else float(whole_score(score))


def _table(trend: Trend) -> pd.DataFrame:
    rows = [
        (
            month(day),
            "too little evidence" if score is None else str(whole_score(score)),
            f"{int(round(coverage * 100, 9))}%",
        )
        for day, score, coverage in zip(trend.dates, trend.scores, trend.coverage, strict=True)
    ]
    return pd.DataFrame(rows[::-1], columns=["Month end", "Score", "Evidence held"])
