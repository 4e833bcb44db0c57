"""From one score to another, step by step: each step begins where the one before it ended."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import pandas as pd
import plotly.graph_objects as go

from readiness.charts.bands import Drawn, note
from readiness.charts.figure import Chart
from readiness.charts.native import Plot, PlotSeries
from readiness.charts.palette import ACCENT, CONCERN, IMPROVEMENT, ORDINARY
from readiness.charts.template import new_figure
from readiness.charts.words import shortened, wrapped
from readiness.dates import uk_date
from readiness.insight.changes import AreaChange, split_sentence
from readiness.insight.steps import SMALL, Step, step_words

ROW = 46
BAR = 0.3
FIGURE, EDGE = 0.26, 0.03
"""Shares of the axis: what the figure of a bar takes beside it on a phone, and what is left free at an end without."""
LEAST = 3.0
"""Points that the bars span at least, so that a small change does not look like a large one."""
MOST_TICKS = 6
NAME = 26
"""Characters on a line of a step's name: what a phone has room for."""
HOW_TO_READ = (
    "Read from top to bottom. The first mark is the score on the earlier day, the last on the later one. Each bar "
    "begins where the one before it ended: blue to the right lifted the score, orange to the left lowered it. The "
    "axis shows only the part of the scale that is needed. Scores are cut to whole numbers, never rounded up."
)
BARS = (
    "Each bar is the points by which one source lifted the score, blue and to the right, or lowered it, orange and to "
    "the left. Together they are the change from the earlier score to the later one."
)
"""How the bars of a file are read, which begin at nought."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A step with the score before and after it."""

    step: Step
    low: float
    high: float


def waterfall(change: AreaChange, steps: Sequence[Step], by: str) -> Chart:
    """The steps from the score on one day to that on another, grouped `by` what its words say."""
    figure = new_figure(40 + ROW * len(steps))
    placed = _placed(steps)
    _frame(figure, placed)
    middle = sum(_axis(placed)) / 2
    figure.update_layout(annotations=[_figure(row, each, middle) for row, each in enumerate(placed)])
    figure.add_traces([_trace(row, each) for row, each in enumerate(placed)])
    first, last = change.drivers.dates
    return Chart(
        title=change.sentence,
        subtitle=f"Readiness points, {uk_date(first)} to {uk_date(last)}, grouped by {by}",
        reading=f"The steps add up to the change exactly. {split_sentence(change)}".strip(),
        how_to_read=HOW_TO_READ,
        figure=figure,
        table=_table(placed, by),
        alt=f"{change.sentence} A bar per driver, from the earlier score to the later one.",
        file_name=f"drivers-{change.area.id}-{first.isoformat()}-{last.isoformat()}",
        native=_native(placed),
    )


def _placed(steps: Sequence[Step]) -> list[_Placed]:
    start, *moves, end = steps
    after = list(accumulate((move.points for move in moves), initial=start.points))
    middle = [_Placed(move, was, now) for move, was, now in zip(moves, after[:-1], after[1:], strict=True)]
    return [
        _Placed(start, start.points, start.points),
        *middle,
        _Placed(end, end.points, end.points),
    ]


def _frame(figure: go.Figure, placed: Sequence[_Placed]) -> None:
    first, last = _axis(placed)
    figure.update_layout(
        margin={"l": 4, "r": 4, "t": 4, "b": 4},
        xaxis={
            "range": [first, last],
            "tickvals": _ticks(first, last),
            "title": {"text": "Readiness score"},
        },
        yaxis={
            "range": [len(placed) - 0.4, -0.6],
            "tickvals": list(range(len(placed))),
            "ticks": "",
            "ticktext": [wrapped(each.step.name, NAME, 2) for each in placed],
            "showgrid": False,
        },
    )


def _axis(placed: Sequence[_Placed]) -> tuple[float, float]:
    """The part of the scale that is shown: all bars, and room for a figure beyond an end that has one there."""
    levels = [level for each in placed for level in (each.low, each.high)]
    middle, half = (min(levels) + max(levels)) / 2, max(max(levels) - min(levels), LEAST) / 2
    # What a figure needs beyond the bare edge, as a share of what the bars take up where the other end has room.
    near = 2 * half * (FIGURE - EDGE) / (1 - FIGURE - EDGE)
    falls = any(each.high < each.low and each.high < middle - half + near for each in placed)
    rises = any(each.high >= each.low and each.high > middle + half - near for each in placed)
    before, beyond = (FIGURE if there else EDGE for there in (falls, rises))
    width = 2 * half / (1 - before - beyond)
    return middle - half - before * width, middle + half + beyond * width


def _ticks(first: float, last: float) -> list[int]:
    """Round scores along the axis, none where the scale has no score."""
    step = next(each for each in (1, 2, 5, 10, 20, 50) if (last - first) / each <= MOST_TICKS)
    ticks = range(math.ceil(first / step) * step, math.floor(last) + 1, step)
    return [tick for tick in ticks if 0 <= tick <= 100]


def _figure(row: int, each: _Placed, middle: float) -> Drawn:
    """The step's figure beside where it ends, on the side it moves to; words for a small one, where there is room."""
    small = each.step.kind not in ("start", "end") and abs(each.step.points) < SMALL
    rising = each.high < middle if small else each.high >= each.low
    words, side, shift = f"<b>{step_words(each.step)}</b>", "left" if rising else "right", 6 if rising else -6
    size = 18 if each.step.kind in ("start", "end") else 14
    return note(words, each.high, row, "x", "y", side, "middle", xshift=shift, font={"size": size})


def _trace(row: int, each: _Placed) -> go.Bar | go.Scatter:
    if each.step.kind in ("start", "end"):
        return go.Scatter(
            x=[each.high], y=[row], mode="markers", hoverinfo="skip",
            marker={"symbol": "line-ns-open", "size": 22, "line": {"width": 4, "color": ACCENT}, "color": ACCENT},
        )  # fmt: skip
    return go.Bar(
        x=[each.high - each.low], base=[each.low], y=[row], orientation="h", width=2 * BAR,
        marker={"color": _colour(each), "line": {"width": 0}},
        hovertemplate=f"{shortened(each.step.name, 80)}: {step_words(each.step)}<extra></extra>",
    )  # fmt: skip


def _colour(each: _Placed) -> str:
    if each.step.kind == "rest":
        return ORDINARY
    return IMPROVEMENT if each.high >= each.low else CONCERN


def _native(placed: Sequence[_Placed]) -> Plot:
    """The steps between the two scores as bars of points to either side of nought."""
    moves = [each for each in placed if each.step.kind not in ("start", "end")]
    named = ((IMPROVEMENT, "Lifted the score"), (CONCERN, "Lowered the score"), (ORDINARY, "Everything else"))
    series = (
        PlotSeries(
            name, tuple(each.step.points if _colour(each) == colour else None for each in moves), colour
        )
        for colour, name in named
    )
    return Plot(
        "stacked bars",
        tuple(each.step.name for each in moves),
        tuple(each for each in series if any(value is not None for value in each.values)),
        unit="Points",
        decimals=1,
        how_to_read=BARS,
    )


def _table(placed: Sequence[_Placed], by: str) -> pd.DataFrame:
    rows = [
        (
            each.step.name,
            "" if each.step.kind in ("start", "end") else f"{each.step.points:+.2f}".replace("-", "−"),
            f"{each.high:.2f}",
        )
        for each in placed
    ]
    return pd.DataFrame(rows, columns=[f"Step, by {by}", "Points", "Score after it, to two decimals"])
