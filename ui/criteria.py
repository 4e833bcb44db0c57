"""An area's criteria side by side, as a whole and by kind of evidence; pressing one opens its rows in its place."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import streamlit as st

from readiness.charts.palette import GRADE_KEY, grade_mark
from readiness.insight.area import criterion_words, themes_sentence, weakest_first
from readiness.insight.matrix import MOST_HELD, WHOLE, MatrixRow, StrandCell, criterion_matrix
from readiness.insight.rows import evidence_rows
from readiness.scoring.results import AreaScore, CriterionScore
from readiness.wording import upper_first
from ui.parts import GRADE_THEME, plain
from ui.state import CRITERION, View, choose, in_url
from ui.tables import cell_words, mark_of, show_rows

ORDER = "order"
"""The URL parameter that holds the order of the criteria."""
WEAKEST, FRAMEWORK = "weakest", "framework"
ORDERS: Mapping[str, str] = MappingProxyType({WEAKEST: "Weakest first", FRAMEWORK: "As in the framework"})
HOW_TO_READ = (
    f"How to read it: the mark is the band that a score lies in, {GRADE_KEY}. "
    "Beside a score stands how much of the evidence expected is held, where that is not most of it. "
    "On screen each theme opens on what good looks like and on the rows behind it."
)


def show_criteria(view: View, area: AreaScore) -> None:
    """The weakest themes in a sentence, then every criterion in a line."""
    scoring = view.workspace.config.scoring
    sentence, place = st.columns([5, 2], gap="medium", vertical_alignment="center")
    sentence.markdown(f"**{plain(themes_sentence(area, scoring))}**")
    with place:
        criteria = in_order(area, weakest_first(area, scoring))
    matrix = criterion_matrix(area, scoring, view.workspace.dataset.description.strands)
    rows = {row.id: row for row in matrix.rows}
    chosen = in_url(CRITERION)
    with st.container(key="themes", gap="xsmall"):
        show_heads(matrix.strands)
        for criterion in criteria:
            show_line(rows[criterion.id], criterion.id == chosen)
            if criterion.id == chosen:
                show_opened(view, area, criterion, rows[criterion.id])
    st.caption(plain(HOW_TO_READ))
    if matrix.missing:
        st.markdown(f"**{plain(matrix.missing)}**")


def in_order(area: AreaScore, weakest: Sequence[CriterionScore]) -> Sequence[CriterionScore]:
    """The criteria in the order chosen; nothing is offered to choose where both orders are one."""
    if weakest == area.criteria:
        return weakest
    chosen = choose("Order", list(ORDERS), ORDER, WEAKEST, ORDERS.__getitem__)
    return weakest if chosen == WEAKEST else area.criteria


def show_heads(strands: Sequence[str]) -> None:
    """What stands in each column, on a screen that is wide enough for columns."""
    with st.container(key="themes-heads"):
        heads = _columns(len(strands))
        for place, name in zip(heads, ("theme", WHOLE, *strands), strict=True):
            place.markdown(f":small[{name.capitalize()}]")


def show_line(row: MatrixRow, opened: bool) -> None:
    """One criterion: its name, which opens its rows, what it says as a whole, and what each kind of evidence says."""
    name, *places = _columns(len(row.cells))
    name.button(
        plain(f"Hide the evidence: {row.name}" if opened else row.name),
        key=f"row-open-{row.id}",
        on_click=choose_criterion,
        args=("" if opened else row.id,),
        type="tertiary",
        wrap=True,
    )
    for place, cell in zip(places, (row.whole, *row.cells), strict=True):
        place.markdown(_cell(cell))


def _columns(strands: int) -> list[st.delta_generator.DeltaGenerator]:
    return st.columns([4, *[2] * (strands + 1)], gap="xsmall", vertical_alignment="center")


def _cell(cell: StrandCell) -> str:
    """What a cell is of, which only a phone shows and a reader hears, and what it says."""
    label = f":small[{cell.strand.capitalize()}]"
    if cell.score is None:
        return f"{label} {plain(cell.held)}"
    mark = f":{GRADE_THEME[cell.grade or '']}[{grade_mark(cell.grade)}]"
    held = "" if cell.held == MOST_HELD else f" · {plain(cell.held)}"
    return f"{label} {mark} {f'**{cell.score}**' if cell.strand == WHOLE else cell.score}{held}"


def show_opened(view: View, area: AreaScore, criterion: CriterionScore, row: MatrixRow) -> None:
    """One criterion opened: what good looks like, where it stands, and its rows, each with its file and line."""
    with st.container(border=True, key=f"criterion-{criterion.id}"):
        st.markdown(f"**What good looks like, in our words:** {plain(criterion.good)}")
        said = upper_first("; ".join(f"{cell.strand} {cell_words(cell)}" for cell in row.cells))
        standing = criterion_words(criterion, view.workspace.config.scoring)
        st.markdown(f"**Where it stands:** {mark_of(row.whole)}{plain(standing)}. {plain(said)}.")
        evidence = view.workspace.evidence(view.framework.id)
        show_rows(evidence_rows(evidence, area.id, view.as_at, criterion.id))


def choose_criterion(criterion_id: str) -> None:
    """Name a criterion in the URL, which opens its rows; an empty name closes them."""
    st.session_state[CRITERION] = criterion_id
