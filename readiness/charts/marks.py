"""Moments on a time axis: numbered, so that labels stay short; the list below the chart says what each one is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd
import plotly.graph_objects as go

from readiness.charts.bands import TOP, Drawn, note
from readiness.charts.palette import ORDINARY, faint
from readiness.dates import uk_date
from readiness.insight.timeline import Mark

DASHES = {"inspection": "solid", "visit": "dash", "event": "solid", "action": "dot"}
FROM = {"inspection": 0.0, "visit": 0.0, "event": 92.0, "action": 0.0}
"""The score down to which a mark reaches from the top."""
GAP = 0.06
"""The part of the axis that a label needs: marks closer than this share one, such as `3–5`."""
LEVELS = 2


@dataclass(frozen=True, slots=True)
class Label:
    """The label of one or more neighbouring marks: where it stands, its words, and on which level."""

    day: date
    words: str
    level: int


def mark_lines(marks: Sequence[Mark]) -> list[go.Scatter]:
    """Upright lines: solid for inspections, dashed for visits, an event a short tick on top; a trace a kind.

    Dotted, where there are any, is what became of the one action that a chart is drawn for.
    """
    lines = {kind: [mark.day for mark in marks if mark.kind == kind] for kind in DASHES}
    return [_upright(days, kind) for kind, days in lines.items() if days or kind != "action"]


def _upright(days: Sequence[date], kind: str) -> go.Scatter:
    # One trace with gaps: a shape for each mark would cost plotly twenty times as much.
    return go.Scatter(
        x=[each for day in days for each in (day, day, None)], y=[FROM[kind], TOP, None] * len(days),
        mode="lines", line={"color": faint(ORDINARY, 0.7), "width": 1, "dash": DASHES[kind]}, hoverinfo="skip",
    )  # fmt: skip


def mark_numbers(marks: Sequence[Mark], span: tuple[date, date], height: float) -> list[Drawn]:
    """The numbers of the marks above the plot; `height` is the paper height of the first level."""
    return [
        note(
            label.words, label.day, height, "x", "paper", "center", "bottom",
            yshift=13 * label.level, font={"size": 11},
        )
        for label in labels(marks, span)
    ]  # fmt: skip


def labels(marks: Sequence[Mark], span: tuple[date, date]) -> tuple[Label, ...]:
    """Numbers from 1 in order of time, neighbours put together so that no two labels of a level overlap."""
    gap = max((span[1] - span[0]).days, 1) * GAP
    groups: list[list[int]] = []
    for number, mark in enumerate(marks):
        if groups and (mark.day - marks[groups[-1][0]].day).days < gap:
            groups[-1].append(number)
        else:
            groups.append([number])
    return tuple(_label(group, marks, level % LEVELS) for level, group in enumerate(groups))


def _label(group: Sequence[int], marks: Sequence[Mark], level: int) -> Label:
    first, last = marks[group[0]].day, marks[group[-1]].day
    words = str(group[0] + 1) if len(group) == 1 else f"{group[0] + 1}–{group[-1] + 1}"
    return Label(first + timedelta(days=(last - first).days // 2), words, level)


def marks_table(marks: Sequence[Mark]) -> pd.DataFrame:
    """The numbered marks as a table: number, date, kind, what it was, and the grades or the source."""
    rows = [
        (number, uk_date(mark.day), mark.kind.capitalize(), mark.label, mark.detail)
        for number, mark in enumerate(marks, start=1)
    ]
    return pd.DataFrame(rows, columns=["No.", "Date", "Kind", "What", "Grades as worded, or source"])
