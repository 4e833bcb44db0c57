"""Names and figures beside the right end of a plot, moved apart so that no two of them overlap."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from readiness.charts.bands import Drawn, note

WIDTH = 138
"""Pixels to the right of the plot that labels need."""
LINE = 17.0
"""Pixels from one label to the next."""


@dataclass(frozen=True, slots=True)
class SideLabel:
    """Words beside a line (escaped), at the figure at which it ends. `strong` for our own latest figure."""

    words: str
    at: float
    strong: bool = False


def side_labels(labels: Sequence[SideLabel], low: float, high: float, height: float) -> list[Drawn]:
    """The labels of a plot `height` pixels tall whose axis runs from `low` to `high`."""
    ordered = sorted(labels, key=lambda label: (label.at, label.words))
    wanted = [(min(max(label.at, low), high) - low) / (high - low) * height for label in ordered]
    placed = apart(wanted, LINE, height)
    return [_drawn(label, level / height) for label, level in zip(ordered, placed, strict=True)]


def lowered(figure: go.Figure, height: int) -> go.Figure:
    """The figure, no higher than `height`; the names beside its plot are moved apart anew for the room that is left."""
    low = go.Figure(figure)
    before = figure.layout.height or height
    low.update_layout(height=min(before, height))
    room = low.layout.height - (figure.layout.margin.t or 0) - (figure.layout.margin.b or 0)
    beside = sorted((each for each in low.layout.annotations if _is_beside(each)), key=lambda each: each.y)
    if before > height:
        for each, level in zip(beside, apart([each.y * room for each in beside], LINE, room), strict=True):
            each.y = level / room
    return low


def _is_beside(drawn: go.layout.Annotation) -> bool:
    return (drawn.xref, drawn.yref, drawn.x, drawn.xanchor) == ("x domain", "y domain", 1, "left")


def apart(wanted: Sequence[float], gap: float, height: float) -> list[float]:
    """Levels in rising order as near to those wanted as leaves `gap` between them and keeps them in 0 to `height`.

    Where they don't all fit into the height they stay `gap` apart and reach below 0.
    """
    if not wanted:
        return []
    blocks: list[list[float]] = []  # each: sum of wanted starts, and how many labels
    for number, level in enumerate(wanted):
        blocks.append([level - number * gap, 1.0])
        while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] > blocks[-1][0] / blocks[-1][1]:
            start, count = blocks.pop()
            blocks[-1][0] += start
            blocks[-1][1] += count
    starts = [start / count for start, count in blocks for _ in range(int(count))]
    room = height - (len(wanted) - 1) * gap
    return [min(max(start, 0.0), room) + number * gap for number, start in enumerate(starts)]


def _drawn(label: SideLabel, share: float) -> Drawn:
    words = label.words
    size = 16 if label.strong else 12
    shown = f"<b>{words}</b>" if label.strong else words
    return note(
        shown, 1, share, "x domain", "y domain", "left", "middle", xshift=8, font={"size": size}, align="left"
    )
