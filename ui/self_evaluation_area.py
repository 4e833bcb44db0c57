"""One area of the Self-evaluation page: the three questions criterion by criterion, and the triangulation matrix."""

from datetime import date

import pandas as pd
import streamlit as st

from readiness.charts.figure import Chart
from readiness.charts.palette import grade_mark
from readiness.charts.self_evaluation import self_chart
from readiness.config.models import STRANDS
from readiness.dates import uk_date
from readiness.insight.cards import band_edges
from readiness.insight.challenge import challenge
from readiness.insight.self_evaluation.area import history_words, themes_words, verdict_words
from readiness.insight.self_evaluation.claims import FILE
from readiness.insight.self_evaluation.facts import AreaView, SelfView, self_view
from readiness.insight.self_evaluation.places import Place
from readiness.insight.self_evaluation.triangulation import RULE, Cell, triangulation
from readiness.workspace import Workspace
from ui.figures import show
from ui.parts import plain, show_long, show_table
from ui.self_evaluation import marked_claim, marked_position, show_how_to_add
from ui.state import View

NO_PLAN = "no plan on record"
TRIANGULATION = "Triangulation: what each kind of evidence holds and says"


def show_area(view: View, area: AreaView) -> None:
    """The three questions of one area, who has challenged its grade, and what the evidence rests on."""
    claimed = any(each.claim for each in area.places)
    if not claimed:
        show_how_to_add()
    show_answers(area.whole)
    said = view.workspace.once(challenge, view.as_at, view.framework.id, area.whole.id).sentence
    st.markdown(f"**Challenge:** {plain(said)}")
    drawn = view.workspace.once(area_drawn, view.as_at, view.framework.id, area.whole.id)
    if drawn:
        show(drawn)
    elif claimed:
        st.markdown(f"**{plain(themes_words(area.themes))}**")
    st.header("Criterion by criterion", anchor=False)
    questions, kinds = st.tabs(
        ["The three questions" if claimed else "What the evidence indicates", TRIANGULATION]
    )
    with questions:
        table = questions_table(area) if claimed else evidence_table(area)
        show_table(table, alt="Our grade, how we know, our plan, and the evidence, by criterion")
    with kinds:
        show_triangulation(view, area.whole.id)


def show_answers(whole: Place) -> None:
    """What the self-evaluation says of the area as a whole, with its row."""
    claim = whole.claim
    if claim is None:
        return
    st.markdown(
        f"**What we know:** {grade_mark(claim.grade)} {claim.grade}. "
        f"**How we know it:** {plain(claim.how_we_know)}. **Our plan:** {plain(claim.plan or NO_PLAN)}."
    )
    st.caption(f"{uk_date(claim.day)}; {FILE}, line {claim.line}. {plain(history_words(whole))}")


def questions_table(area: AreaView) -> pd.DataFrame:
    """A row a criterion: the three answers, and the evidence beside them."""
    rows = [
        {
            "Criterion": each.title,
            "What we say": marked_claim(each),
            "The evidence indicates": marked_position(each),
            "Our grade is": verdict_words(each.verdict),
            "How we know it": each.claim.how_we_know if each.claim else "",
            "Plan": each.claim.plan if each.claim else "",
            "Open actions": len(each.actions),
            f"Date and line of {FILE}": f"{uk_date(each.claim.day)}, {each.claim.line}" if each.claim else "",
        }
        for each in area.themes
    ]
    return pd.DataFrame(rows)


def evidence_table(area: AreaView) -> pd.DataFrame:
    """What stands beside our grades where there are none: the evidence, and open actions, by criterion."""
    rows = [
        {
            "Criterion": each.title,
            "The evidence indicates": marked_position(each),
            "Open actions": len(each.actions),
        }
        for each in area.themes
    ]
    return pd.DataFrame(rows)


def area_drawn(workspace: Workspace, as_at: date, framework_id: str, area_id: str) -> Chart | None:
    """An area's criteria in the official order, our grade beside the evidence; None where none can be. Made once."""
    found: SelfView = workspace.once(self_view, as_at, framework_id)
    area = found.area(area_id)
    if not any(each.claim and each.now.score is not None for each in area.themes):
        return None
    bands = band_edges(workspace.config.scoring)
    return self_chart(
        area.themes, found.as_at, bands, themes_words(area.themes), f"self-evaluation-{area_id}"
    )


def show_triangulations(view: View, found: SelfView) -> None:
    """The matrix of every area, folded away area by area."""
    st.header(TRIANGULATION, anchor=False)
    for area in found.areas:
        with st.expander(plain(area.whole.title)):
            show_triangulation(view, area.whole.id)


def show_triangulation(view: View, area_id: str) -> None:
    """Criterion by kind of evidence: what each holds, says, and how fresh it is."""
    found = view.workspace.once(triangulation, view.as_at, view.framework.id, area_id)
    st.markdown(f"**{plain(found.sentence)}** {plain(found.missing)}")
    rows = [
        {
            "Criterion": row.title,
            "Rests on": row.rests,
            **{
                strand.capitalize(): cell_words(cell) for strand, cell in zip(STRANDS, row.cells, strict=True)
            },
        }
        for row in found.rows
    ]
    show_long(pd.DataFrame(rows), alt="What each kind of evidence says of each criterion")
    st.caption(plain(RULE))


def cell_words(cell: Cell) -> str:
    """A cell with the mark of the band that its score lies in."""
    return cell.says if cell.score is None else f"{grade_mark(cell.grade)} {cell.score}, {cell.says}"
