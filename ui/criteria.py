"""An area's criteria, each with what good looks like, its score by strand, and the way to its evidence."""

import streamlit as st

from readiness.charts.palette import grade_mark
from readiness.config.models import Scoring
from readiness.insight.area import criterion_enough, criterion_words
from readiness.insight.matrix import MatrixRow, criterion_matrix
from readiness.scoring.grades import grade_of
from readiness.scoring.results import AreaScore, CriterionScore
from ui.parts import plain
from ui.state import CRITERION
from ui.tables import cell_words


def show_criteria(area: AreaScore, scoring: Scoring, held: tuple[str, ...]) -> None:
    """Every criterion of an area in its official order; pressing one opens the rows behind it."""
    matrix = criterion_matrix(area, scoring, held)
    for criterion, row in zip(area.criteria, matrix.rows, strict=True):
        with st.container(border=True, key=f"criterion-{criterion.id}"):
            show_criterion(criterion, row, scoring)
    if matrix.missing:
        st.markdown(f"**{matrix.missing}**")


def show_criterion(criterion: CriterionScore, row: MatrixRow, scoring: Scoring) -> None:
    """One criterion: its name opens its evidence, then what good looks like, then what each strand says."""
    theme, strands = st.columns([3, 2], gap="medium")
    with theme:
        st.markdown(f"**{plain(criterion.title)}**  \n{plain(criterion.good)}")
        st.button(
            "Show the evidence rows", key=f"open-{criterion.id}", on_click=choose_criterion,
            args=(criterion.id,), type="tertiary", icon=":material/arrow_downward:",
            help=f"Show the evidence rows of: {plain(criterion.title)}",
        )  # fmt: skip
    with strands:
        st.markdown(f"**{mark_of(criterion, scoring)} {plain(criterion_words(criterion, scoring))}**")
        said = [f"{cell.strand.capitalize()}: {cell_words(cell)}" for cell in row.cells]
        st.markdown("  \n".join(said))


def mark_of(criterion: CriterionScore, scoring: Scoring) -> str:
    """The mark of the band that a criterion's score lies in; the empty circle where it has no number."""
    enough = criterion.score is not None and criterion_enough(criterion, scoring)
    return grade_mark(grade_of(scoring, criterion.score or 0.0) if enough else None)


def choose_criterion(criterion_id: str) -> None:
    """Name a criterion in the URL, which opens its rows."""
    st.session_state[CRITERION] = criterion_id
