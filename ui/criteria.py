"""An area's criteria, each with what good looks like, its score by strand, and the way to its evidence."""

import streamlit as st

from readiness.charts.palette import grade_mark
from readiness.config.models import Scoring
from readiness.insight.area import criterion_enough, criterion_words
from readiness.insight.matrix import MatrixRow, criterion_matrix
from readiness.insight.rows import evidence_rows
from readiness.scoring.grades import grade_of
from readiness.scoring.results import AreaScore, CriterionScore
from ui.parts import plain
from ui.state import CRITERION, View, in_url
from ui.tables import cell_words, show_rows


def show_criteria(view: View, area: AreaScore) -> None:
    """Every criterion of an area in its official order; pressing one opens the rows behind it, in its place."""
    scoring = view.workspace.config.scoring
    matrix = criterion_matrix(area, scoring, view.workspace.dataset.description.strands)
    chosen = in_url(CRITERION)
    for criterion, row in zip(area.criteria, matrix.rows, strict=True):
        with st.container(border=True, key=f"criterion-{criterion.id}"):
            show_criterion(criterion, row, scoring, criterion.id == chosen)
            if criterion.id == chosen:
                show_evidence(view, area, criterion)
    if matrix.missing:
        st.markdown(f"**{matrix.missing}**")


def show_criterion(criterion: CriterionScore, row: MatrixRow, scoring: Scoring, opened: bool) -> None:
    """One criterion: what good looks like, then where it stands and what each strand says."""
    theme, standing = st.columns([3, 2], gap="medium")
    with theme:
        st.markdown(f"**{plain(criterion.title)}**  \n{plain(criterion.good)}")
        show_button(criterion, opened)
    with standing:
        said = [f"{cell.strand.capitalize()}: {cell_words(cell)}" for cell in row.cells]
        words = f"{mark_of(criterion, scoring)} {plain(criterion_words(criterion, scoring))}"
        st.markdown("  \n".join([f"**{words}**", *said]))


def show_button(criterion: CriterionScore, opened: bool) -> None:
    """The button that opens a criterion's rows, or closes them again."""
    words = f"{'Hide' if opened else 'Show'} the evidence: {criterion.title}"
    wanted = "" if opened else criterion.id
    st.button(
        plain(words),
        key=f"open-{criterion.id}",
        on_click=choose_criterion,
        args=(wanted,),
        type="tertiary",
        wrap=True,
    )


def show_evidence(view: View, area: AreaScore, criterion: CriterionScore) -> None:
    """The rows behind a criterion, each with its file and line."""
    evidence = view.workspace.evidence(view.framework.id)
    show_rows(evidence_rows(evidence, area.id, view.as_at, criterion.id))


def mark_of(criterion: CriterionScore, scoring: Scoring) -> str:
    """The mark of the band that a criterion's score lies in; the empty circle where it has no number."""
    enough = criterion.score is not None and criterion_enough(criterion, scoring)
    return grade_mark(grade_of(scoring, criterion.score or 0.0) if enough else None)


def choose_criterion(criterion_id: str) -> None:
    """Name a criterion in the URL, which opens its rows; an empty name closes them."""
    st.session_state[CRITERION] = criterion_id
