"""Where every area stands now, and where it would stand under a scenario, with both ranges, over the bands."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from readiness.charts.bands import Bands, Drawn, column_names, column_shades, note
from readiness.charts.figure import Chart
from readiness.charts.native import Plot, PlotSeries
from readiness.charts.palette import (
    ACCENT,
    CONCERN,
    IMPROVEMENT,
    ORDINARY,
    grade_colour,
    grade_mark,
    grade_symbol,
)
from readiness.charts.template import new_figure
from readiness.charts.words import plain
from readiness.dates import uk_date
from readiness.insight.headline import spread_words
from readiness.insight.what_if.facts import AreaMoved, WhatIf, cap_cause
from readiness.scoring.results import AreaScore
from readiness.wording import lower_first, not_of, score_range, signed, whole_score

ROW, HEADROOM = 66, 64
ABOVE, BELOW = 0.2, 0.2
"""The range of now runs this part of a row above the scores, that of the scenario so far below."""
HOW_TO_READ = (
    "The hollow mark is the score now, the full one what it would be; the bar between them is the move, blue where it "
    "rises, orange where it falls. The thin lines reach from what each would be if all missing evidence were at 0 to "
    "what it would be at 100: the upper one now, the lower one under the changes."
)


def what_if_chart(found: WhatIf, bands: Bands, inspectorate: str) -> Chart:
    """A row per area: before and after. Areas with too little evidence on a side have no mark on it.

    `inspectorate` is the framework's, whose judgement this is not.
    """
    figure = new_figure(HEADROOM + ROW * len(found.areas))
    figure.update_layout(
        margin={"l": 4, "r": 16, "t": HEADROOM, "b": 4},
        xaxis={"range": [0, 100], "tickvals": [*bands.values(), 100], "showgrid": False},
        yaxis={"range": [len(found.areas) - 0.5, -0.7], "visible": False},
        shapes=column_shades(bands),
        annotations=[
            *column_names(bands),
            *(_name(row, each) for row, each in enumerate(found.areas)),
            *(drawn for row, each in enumerate(found.areas) for drawn in _figures(row, each)),
        ],
    )
    figure.add_traces([trace for row, each in enumerate(found.areas) for trace in _traces(row, each)])
    as_at = found.before.as_at
    return Chart(
        title=f"With the changes: {lower_first(spread_words(found.after))}",
        subtitle=f"Readiness score of each judgement area as at {uk_date(as_at)}, now and under the changes, 0 to 100",
        reading=(
            "Worked out by the same rules, with only the changes listed. "
            f"Indicative, {not_of(inspectorate)} judgement."
        ),
        how_to_read=HOW_TO_READ,
        figure=figure,
        table=_table(found.areas),
        alt=f"{found.headline} Two marks per judgement area over four bands.",
        file_name=f"what-if-{as_at.isoformat()}",
        native=_native(found.areas),
    )


def _name(row: int, each: AreaMoved) -> Drawn:
    thin = "" if each.after.enough else ": not enough evidence for a number"
    words = f"<b>{plain(each.after.short)}</b>{thin}"
    return note(words, 0.5, row, "x", "y", "left", "bottom", yshift=16, font={"size": 15})


def _traces(row: int, each: AreaMoved) -> list[go.Scatter]:
    traces = []
    if each.before.enough:
        traces.append(_range(row - ABOVE, each.before, "now"))
    if each.after.enough:
        traces.append(_range(row + BELOW, each.after, "under the changes"))
    if each.points is not None and each.before.score != each.after.score:
        traces.append(_move(row, each))
    if each.before.enough:
        traces.append(_mark(row, each.before, "now", hollow=True))
    if each.after.enough:
        traces.append(_mark(row, each.after, "under the changes", hollow=False))
    return traces


def _range(at: float, area: AreaScore, when: str) -> go.Scatter:
    words = f"{area.short} {when}: range {score_range(area.low, area.high)}"
    return go.Scatter(
        x=[area.low, area.high], y=[at, at], mode="lines+markers",
        line={"color": ORDINARY, "width": 1.5}, marker={"symbol": "line-ns-open", "size": 8, "color": ORDINARY},
        hovertemplate=plain(words) + "<extra></extra>",
    )  # fmt: skip


def _move(row: int, each: AreaMoved) -> go.Scatter:
    colour = IMPROVEMENT if (each.points or 0.0) > 0 else CONCERN
    return go.Scatter(
        x=[each.before.score, each.after.score], y=[row, row], mode="lines", hoverinfo="skip",
        line={"color": colour, "width": 7},
    )  # fmt: skip


def _mark(row: int, area: AreaScore, when: str, *, hollow: bool) -> go.Scatter:
    colour = grade_colour(area.grade)
    symbol = f"{grade_symbol(area.grade)}{'-open' if hollow else ''}"
    words = f"{area.short} {when}: {whole_score(area.score or 0.0)}, indicative {area.grade}"
    return go.Scatter(
        x=[area.score], y=[row], mode="markers",
        marker={"symbol": symbol, "size": 18, "color": colour, "line": {"width": 2.5, "color": colour}},
        hovertemplate=plain(words) + "<extra></extra>",
    )  # fmt: skip


def _figures(row: int, each: AreaMoved) -> list[Drawn]:
    """The scores beside their marks, each on its outer side, so that neither strikes the other through."""
    now, was = each.after, each.before
    if not now.enough:
        return []
    rising = (now.score or 0.0) >= (was.score or 0.0)
    right = rising or not was.enough
    drawn = [_number(row, now.score or 0.0, right=right, strong=True)]
    if was.enough and whole_score(was.score or 0.0) != whole_score(now.score or 0.0):
        drawn.append(_number(row, was.score or 0.0, right=not right, strong=False))
    return drawn


def _number(row: int, score: float, *, right: bool, strong: bool) -> Drawn:
    words = f"<b>{whole_score(score)}</b>" if strong else str(whole_score(score))
    side, shift = ("left", 13) if right else ("right", -13)
    return note(
        words, score, row, "x", "y", side, "middle", xshift=shift, font={"size": 20 if strong else 15}
    )


def _table(areas: Sequence[AreaMoved]) -> pd.DataFrame:
    rows = [
        {
            "Judgement area": each.after.title,
            "Now": _standing(each.before),
            "Under the changes": _standing(each.after),
            "Change": "" if each.points is None else signed(each.points),
            "Range now": _range_words(each.before),
            "Range then": _range_words(each.after),
            "Evidence held now": f"{int(round(each.before.coverage * 100, 9))}%",
            "Evidence held then": f"{int(round(each.after.coverage * 100, 9))}%",
            "Caps then": "; ".join(f"{cap.caps_at}: {cap_cause(each.after, cap)}" for cap in each.after.caps) or "none",
            "Safety lines crossed then": _lines(each.after),
        }
        for each in areas
    ]  # fmt: skip
    return pd.DataFrame(rows)


def _standing(area: AreaScore) -> str:
    if not area.enough:
        return "not enough evidence"
    return f"{whole_score(area.score or 0.0)}, {grade_mark(area.grade)} {area.grade}"


def _range_words(area: AreaScore) -> str:
    return score_range(area.low, area.high) if area.enough else ""


def _lines(area: AreaScore) -> str:
    return "; ".join(line.title for line in area.red_lines if line.state == "crossed") or "none"


def _native(areas: Sequence[AreaMoved]) -> Plot | None:
    if not areas:
        return None
    return Plot(
        "bars",
        tuple(each.after.short for each in areas),
        (
            PlotSeries("Now", tuple(_shown(each.before) for each in areas), ORDINARY),
            PlotSeries("Under the changes", tuple(_shown(each.after) for each in areas), ACCENT),
        ),
        unit="Readiness score, 0 to 100",
        low=0.0,
        high=100.0,
    )


def _shown(area: AreaScore) -> float | None:
    return float(whole_score(area.score or 0.0)) if area.enough else None
