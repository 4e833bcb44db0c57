"""Facts as tables: strands by area, drivers, evidence rows, freshness. Words and marks only, no arithmetic."""

from collections.abc import Iterable, Sequence

import pandas as pd
import streamlit as st

from readiness.charts.marks import marks_table
from readiness.charts.palette import grade_mark
from readiness.dates import uk_date
from readiness.insight.changes import AreaChange, comparable
from readiness.insight.freshness import Freshness
from readiness.insight.inspections.judgements import OfstedJudgement, standing_words
from readiness.insight.matrix import Matrix, StrandCell
from readiness.insight.rows import EvidenceRow
from readiness.insight.timeline import Mark
from ui.parts import show_long, show_table


def show_matrix(matrix: Matrix, first: str) -> None:
    """Rows by strands of evidence: mark, score and how much is held; `first` heads the names."""
    rows = [[row.name, *(cell_words(cell) for cell in row.cells)] for row in matrix.rows]
    columns = [first, *(strand.capitalize() for strand in matrix.strands)]
    show_table(pd.DataFrame(rows, columns=columns), alt=f"{first} by kind of evidence")
    if matrix.missing:
        st.markdown(f"**{matrix.missing}**")


def cell_words(cell: StrandCell) -> str:
    """A cell with the mark of the band that its score lies in."""
    return f"{mark_of(cell)}{cell.words}"


def mark_of(cell: StrandCell) -> str:
    """The mark of the band that a cell's score lies in, with a space; empty where it has no number."""
    return "" if cell.score is None else f"{grade_mark(cell.grade)} "


def show_rows(rows: Sequence[EvidenceRow], *, trust: bool = True) -> None:
    """The evidence rows behind a score, each traced to its file and line.

    `trust` is False for rows that are put together over criteria, where each item has a trust of its own.
    """
    table = pd.DataFrame(
        [
            {
                "What it says": row.says,
                "File and line": f"{row.file}, line {row.line}",
                "Points": f"{row.points:.0f}",
                "Trust": f"{row.trust:.2f} of {row.weight:g}",
                "Share of the area's score": f"{row.share:.1%}",
                "Known on": uk_date(row.known),
                "Kind": row.strand,
                "Source": row.source,
            }
            for row in rows
        ]
    )
    show_long(table if trust else table.drop(columns="Trust", errors="ignore"), "Evidence, heaviest first")


def show_drivers(change: AreaChange) -> None:
    """Every item that moved an area between two dates, with its effect in points."""
    if not comparable(change):
        return
    table = pd.DataFrame(
        [
            {
                "What it says": effect.row.says,
                "Points moved": signed_points(effect.effect),
                "Why": effect.change,
                "File and line": f"{effect.row.file}, line {effect.row.line}",
                "Known on": uk_date(effect.row.known),
                "Source": effect.row.source,
            }
            for effect in change.drivers.effects
        ]
    )
    show_long(table, f"Drivers of {change.area.short}, largest first")


def signed_points(points: float) -> str:
    """An effect in points with its sign and two decimals."""
    return f"{points:+.2f}".replace("-", "−")


def show_freshness(strands: Iterable[Freshness]) -> None:
    """How fresh each kind of evidence is, and which kinds the dataset can't hold."""
    rows = [{"Kind of evidence": each.title, "How fresh": each.sentence} for each in strands]
    show_table(pd.DataFrame(rows), alt="Freshness of the evidence by kind")


def show_judgements(judgements: Iterable[OfstedJudgement]) -> None:
    """Judgements as worded then, latest first; grades of other scales are marked as such."""
    rows = [
        {
            "Published": uk_date(each.published),
            "Grade": f"{grade_mark(each.grade)} {each.grade}",
            "Judgement, as worded then": each.worded,
            "Inspection": each.inspection,
            "Note": standing_words(each),
            "Line of judgements.csv": str(each.line),
        }
        for each in judgements
    ]
    table = pd.DataFrame(rows)
    if rows and not any(table["Note"]):
        table = table.drop(columns="Note")
    show_long(table, "Judgements, latest first")


def show_marks(marks: Sequence[Mark]) -> None:
    """What the numbers on a time axis stand for."""
    show_long(marks_table(marks), "Inspections, visits and events, by their number on the charts")
