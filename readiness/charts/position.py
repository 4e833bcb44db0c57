"""Where every area stands in the four bands, with the range that missing evidence leaves open."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from readiness.charts.bands import Bands, Drawn, column_names, column_shades, note
from readiness.charts.figure import Chart
from readiness.charts.native import Plot, PlotSeries
from readiness.charts.palette import GRADES, ORDINARY, grade_colour, grade_mark, grade_symbol
from readiness.charts.template import new_figure
from readiness.charts.words import plain
from readiness.dates import uk_date
from readiness.insight.cards import AreaCard
from readiness.insight.headline import spread_words
from readiness.scoring.results import Scores
from readiness.wording import not_of, upper_first, whole_score

ROW = 58
HEADROOM = 64
BELOW = 0.27
"""The range runs this part of a row below the score, so that it does not strike the number through."""

HOW_TO_READ = (
    "The mark is the score, with its number. The thin line under it reaches from what the score would be if all "
    "missing evidence were at 0 to what it would be at 100: a long line means that little is known."
)
BARS = (
    "Each bar is as long as the score of an area, which stands in it. The thin line through its end reaches from what "
    "the score would be if all missing evidence were at 0 to what it would be at 100: a long line means that little is "
    "known."
)


def position_chart(cards: Sequence[AreaCard], scores: Scores, bands: Bands, inspectorate: str) -> Chart:
    """A row per area over the bands. Areas with too little evidence have their words and no mark.

    `inspectorate` is the framework's, whose judgement this is not.
    """
    title = spread_words(scores)
    figure = new_figure(HEADROOM + ROW * len(cards))
    figure.update_layout(
        margin={"l": 4, "r": 16, "t": HEADROOM, "b": 4},
        xaxis={"range": [0, 100], "tickvals": [*bands.values(), 100], "showgrid": False},
        yaxis={"range": [len(cards) - 0.5, -0.6], "visible": False},
        shapes=column_shades(bands),
        annotations=[*column_names(bands), *(_name(row, card) for row, card in enumerate(cards))],
    )
    placed = [(row, card) for row, card in enumerate(cards) if card.area.enough]
    figure.add_traces([trace for row, card in placed for trace in (_range(row, card), _score(row, card))])
    return Chart(
        title=title,
        subtitle=f"Readiness score of each judgement area, 0 to 100, as at {uk_date(scores.as_at)}",
        reading=(
            "Indicative, worked out from the evidence in this dataset. "
            f"{upper_first(not_of(inspectorate))} judgement."
        ),
        how_to_read=HOW_TO_READ,
        figure=figure,
        table=_table(cards),
        alt=f"{title}. A row per judgement area over four bands.",
        file_name=f"areas-{scores.as_at.isoformat()}",
        native=_native(cards),
    )


def _name(row: int, card: AreaCard) -> Drawn:
    too_little = "" if card.area.enough else ": not enough evidence for a number"
    words = f"<b>{plain(card.area.short)}</b>{too_little}"
    return note(words, 0.5, row, "x", "y", "left", "bottom", yshift=8, font={"size": 15})


def _range(row: int, card: AreaCard) -> go.Scatter:
    return go.Scatter(
        x=[card.area.low, card.area.high], y=[row + BELOW] * 2, mode="lines+markers",
        line={"color": ORDINARY, "width": 2}, marker={"symbol": "line-ns-open", "size": 10, "color": ORDINARY},
        hovertemplate=plain(f"{card.area.short}: range {card.range_words}") + "<extra></extra>",
    )  # fmt: skip


def _score(row: int, card: AreaCard) -> go.Scatter:
    score = card.area.score or 0.0
    return go.Scatter(
        x=[score], y=[row], mode="markers+text", text=[f"<b>{whole_score(score)}</b>"],
        textposition="middle right" if score < 92 else "middle left", textfont={"size": 20},
        marker={"symbol": grade_symbol(card.area.grade), "size": 20, "color": grade_colour(card.area.grade)},
        hovertemplate=plain(f"{card.area.short}: {whole_score(score)}, indicative {card.area.grade}")
        + "<extra></extra>",
    )  # fmt: skip


def _native(cards: Sequence[AreaCard]) -> Plot:
    """A bar per area, as long as its number on screen, in the series of its grade; none where evidence is too thin.

    Its range is that of missing evidence, cut to whole numbers as in the table.
    """
    return Plot(
        "stacked bars",
        tuple(card.area.short for card in cards),
        tuple(_graded(cards, grade) for grade in GRADES if any(_stands(card, grade) for card in cards)),
        unit="Readiness score, 0 to 100; line: what missing evidence leaves open",
        low=0.0,
        high=100.0,
        how_to_read=BARS,
    )


def _graded(cards: Sequence[AreaCard], grade: str) -> PlotSeries:
    """The areas that stand at a grade, with their ranges."""
    mine = [_stands(card, grade) for card in cards]
    held = list(zip(cards, mine, strict=True))
    return PlotSeries(
        f"{grade_mark(grade)} {grade}",
        tuple(float(whole_score(card.area.score or 0.0)) if here else None for card, here in held),
        grade_colour(grade),
        ends=tuple(_ends(card) if here else None for card, here in held),
    )


def _stands(card: AreaCard, grade: str) -> bool:
    return card.area.enough and card.area.grade == grade


def _ends(card: AreaCard) -> tuple[float, float]:
    return float(whole_score(card.area.low)), float(whole_score(card.area.high))


def _table(cards: Sequence[AreaCard]) -> pd.DataFrame:
    rows = [
        (
            card.area.title,
            str(whole_score(card.area.score or 0.0)) if card.area.enough else "not enough evidence",
            card.area.grade or "none" if card.area.enough else "none",
            card.range_words if card.area.enough else "",
            card.confidence_words,
        )
        for card in cards
    ]
    return pd.DataFrame(rows, columns=["Judgement area", "Score", "Indicative grade", "Range", "Confidence"])
