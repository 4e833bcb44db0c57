"""Our own grade beside the evidence: for each area or criterion the band that we claim, and where the score lies."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from readiness.charts.bands import Bands, Drawn, column_names, column_shades, edges, note
from readiness.charts.figure import Chart
from readiness.charts.native import Plot, PlotSeries
from readiness.charts.palette import ACCENT, CONCERN, GRADES, IMPROVEMENT, ORDINARY, grade_mark
from readiness.charts.template import new_figure
from readiness.charts.words import shortened
from readiness.dates import uk_date
from readiness.insight.self_evaluation.area import apart_finding, verdict_words
from readiness.insight.self_evaluation.claims import FILE
from readiness.insight.self_evaluation.places import Place
from readiness.wording import whole_score

ROW = 46
HEADROOM, FOOT = 64, 26
LONGEST_NAME = 60
HOW_TO_READ = (
    "The outlined bar is the band of the grade that we give ourselves, the dot the score that the evidence comes to. A "
    "line from the dot rightwards to the bar is how far we grade ourselves above the evidence; leftwards, below it."
)


def self_chart(places: Sequence[Place], as_at: date, bands: Bands, reading: str, name: str) -> Chart:
    """A row per place over the bands, in the order given; those without a grade of ours or a score are left out."""
    shown = [each for each in places if each.claim and each.now.score is not None]
    figure = new_figure(HEADROOM + ROW * max(len(shown), 1) + FOOT)
    figure.update_layout(
        margin={"l": 4, "r": 16, "t": HEADROOM, "b": FOOT},
        xaxis={"range": [0, 100], "tickvals": [*bands.values(), 100], "showgrid": False},
        yaxis={"range": [len(shown) - 0.5, -0.7], "visible": False},
        shapes=[*column_shades(bands), *(_claimed(row, each, bands) for row, each in enumerate(shown))],
        annotations=[*column_names(bands), *(_name(row, each) for row, each in enumerate(shown))],
    )
    figure.add_traces([_gap(row, each, bands) for row, each in enumerate(shown) if each.points])
    figure.add_trace(_scores(shown, bands))
    return Chart(
        title=apart_finding(shown),
        subtitle=f"Our own grade ({FILE}) beside the score of the evidence, 0 to 100, as at {uk_date(as_at)}",
        reading=reading,
        how_to_read=HOW_TO_READ,
        figure=figure,
        table=_table(shown),
        alt=f"{apart_finding(shown)}. A row per criterion: the band that we claim, and the score of the evidence.",
        file_name=f"{name}-{as_at.isoformat()}",
        native=_native(shown),
    )


def _band(grade: str, bands: Bands) -> tuple[float, float]:
    return next((low, high) for name, low, high in edges(bands) if name == grade)


def _claimed(row: int, each: Place, bands: Bands) -> Drawn:
    low, high = _band(each.claim.grade if each.claim else GRADES[0], bands)
    return {
        "type": "rect", "xref": "x", "yref": "y", "x0": low + 0.4, "x1": high - 0.4, "y0": row - 0.13, "y1": row + 0.21,
        "line": {"color": ORDINARY, "width": 2}, "fillcolor": "rgba(0, 0, 0, 0)",
    }  # fmt: skip


def _name(row: int, each: Place) -> Drawn:
    words = f"<b>{shortened(each.name, LONGEST_NAME)}</b>"
    return note(words, 0.5, row, "x", "y", "left", "bottom", yshift=7, font={"size": 13})


def _gap(row: int, each: Place, bands: Bands) -> go.Scatter:
    """The line from the score to the nearer edge of the band claimed."""
    score = each.now.score or 0.0
    low, high = _band(each.claim.grade if each.claim else GRADES[0], bands)
    edge = low if score < low else high
    colour = CONCERN if each.verdict == "ours higher" else IMPROVEMENT
    return go.Scatter(
        x=[score, edge], y=[row + 0.04] * 2, mode="lines", hoverinfo="skip", name=each.verdict,
        line={"color": colour, "width": 4},
    )  # fmt: skip


def _scores(shown: Sequence[Place], bands: Bands) -> go.Scatter:
    return go.Scatter(
        x=[each.now.score for each in shown], y=[row + 0.04 for row in range(len(shown))],
        mode="markers+text", name="evidence",
        text=[f"<b>{whole_score(each.now.score or 0.0)}</b>" for each in shown],
        textposition=[f"middle {_side(each, bands)}" for each in shown],
        textfont={"size": 14}, marker={"symbol": "circle", "size": 12, "color": ACCENT},
        customdata=[_hover(each) for each in shown], hovertemplate="%{customdata}<extra></extra>", cliponaxis=False,
    )  # fmt: skip


def _side(each: Place, bands: Bands) -> str:
    """On which side of the dot its number stands: away from the line, or inside the bar away from its nearer edge."""
    low, high = _band(each.claim.grade if each.claim else GRADES[0], bands)
    score = each.now.score or 0.0
    return "left" if score < low or (low + high) / 2 < score <= high else "right"


def _hover(each: Place) -> str:
    grade = each.claim.grade if each.claim else ""
    return f"{shortened(each.name, LONGEST_NAME)}: we say {grade}, the evidence indicates {each.now.grade}"


def _table(shown: Sequence[Place]) -> pd.DataFrame:
    columns = [
        "Criterion or area",
        "Our grade",
        "Evidence, 0 to 100",
        "Evidence indicates",
        "Our grade is",
        f"Line of {FILE}",
    ]
    rows = [
        [
            each.name,
            f"{grade_mark(each.claim.grade)} {each.claim.grade}",
            whole_score(each.now.score or 0.0),
            f"{grade_mark(each.now.grade)} {each.now.grade}",
            verdict_words(each.verdict),
            str(each.claim.line),
        ]
        for each in shown
        if each.claim
    ]
    return pd.DataFrame(rows, columns=columns)


def _native(shown: Sequence[Place]) -> Plot | None:
    """The scores as bars: a file shows the grades in the table beside them."""
    if not shown:
        return None
    values = tuple(float(whole_score(each.now.score or 0.0)) for each in shown)
    return Plot(
        "bars",
        tuple(each.name for each in shown),
        (PlotSeries("Evidence", values, ACCENT),),
        unit="Readiness score, 0 to 100",
        low=0.0,
        high=100.0,
    )
