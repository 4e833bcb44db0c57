"""Judge first, then see: a grade is asked for while the evidence is hidden, then both are set side by side."""

from typing import TypedDict

import pandas as pd
import streamlit as st

from readiness.charts.palette import grade_mark
from readiness.config.models import GRADES
from readiness.evidence.record import add_row
from readiness.insight.self_evaluation.area import judged_words, themes_words, verdict_words
from readiness.insight.self_evaluation.facts import AreaView, SelfView
from readiness.insight.self_evaluation.places import compare
from ui.fields import Fields
from ui.parts import plain, show_table
from ui.self_evaluation import marked_claim, marked_position
from ui.self_evaluation_area import TRIANGULATION, show_triangulation
from ui.state import View
from ui.writing import filled, save, show_done, show_may_not

LABELS = {
    "grade": "What do you know? Your grade",
    "how_we_know": "How do you know it?",
    "plan": "What are the plans for the next 12 months?",
}
SAVED = "Your grade is in self_evaluation.csv, dated the as-at date."
_JUDGED = "_judged-first"


class Judged(TypedDict):
    """What somebody entered of an area before seeing the evidence."""

    grade: str
    how_we_know: str
    plan: str


def show_judge(view: View, found: SelfView, area: AreaView, label: str) -> None:
    """The form for an area; once filled in, the comparison, and the offer to keep it."""
    given = judged(view).get(area.whole.id)
    show_done(form_of(area))
    if given is None:
        st.markdown(
            "Nothing of what the evidence says is on this page until you have given your own grade. What you enter "
            "stays in this session until you choose to keep it."
        )
        show_form(view, area)
        return
    st.markdown(f"**{plain(judged_words(area.whole, label, given['grade']))}**")
    st.markdown(plain(themes_words(area.themes)))
    st.markdown(f"**How you know it:** {plain(given['how_we_know'])}")
    if given["plan"]:
        st.markdown(f"**Your plan:** {plain(given['plan'])}")
    with st.expander(TRIANGULATION):
        show_triangulation(view, area.whole.id)
    show_keep(view, area, given)
    st.button("Judge this area again", on_click=forget, args=(view, area.whole.id), type="tertiary")
    show_all(view, found)


def show_form(view: View, area: AreaView) -> None:
    """The three questions. Nothing is revealed before a grade and a reason are given."""
    form = form_of(area)
    with st.form(f"{form}-{filled(form)}", enter_to_submit=False):
        fields = Fields(form, LABELS)
        grade = fields.pick("grade", {each: f"{grade_mark(each)} {each}" for each in reversed(GRADES)})
        reason = fields.reason("how_we_know", "Which evidence you have in mind, in a sentence or two.")
        plan = fields.reason("plan", optional=True)
        pressed = st.form_submit_button("Show the evidence", type="primary")
    if not pressed:
        return
    missing = [LABELS[name] for name, text in (("grade", grade), ("how_we_know", reason)) if not text]
    if missing:
        st.error(f"Still to answer: {plain(' '.join(missing))}")
        return
    judged(view)[area.whole.id] = Judged(grade=grade, how_we_know=reason, plan=plan)
    st.rerun()


def show_keep(view: View, area: AreaView, given: Judged) -> None:
    """The offer to write the grade into the self-evaluation, for whom may write."""
    if show_may_not(view):
        return
    row = {"date": view.as_at.isoformat(), "criterion": area.whole.id, **given}
    if st.button("Keep this in our self-evaluation", key=f"keep-{area.whole.id}"):
        workspace = view.workspace
        save(
            view,
            form_of(area),
            lambda: add_row(workspace.dataset, workspace.config, "self_evaluation", row),
            SAVED,
            LABELS,
        )


def show_all(view: View, found: SelfView) -> None:
    """Every area judged in this session beside the evidence; those not judged yet stay hidden."""
    given = judged(view)
    rows = [
        {
            "Judgement area": area.whole.title,
            "You say": f"{grade_mark(given[area.whole.id]['grade'])} {given[area.whole.id]['grade']}",
            "The evidence indicates": marked_position(area.whole),
            "Yours is": verdict_words(compare(given[area.whole.id]["grade"], area.whole.now.grade)),
            "On record": marked_claim(area.whole),
        }
        for area in found.areas
        if area.whole.id in given
    ]
    left = len(found.areas) - len(rows)
    if len(rows) > 1:
        st.header("What you have judged so far", anchor=False)
        show_table(pd.DataFrame(rows), alt="Your grades beside the evidence")
    if left:
        st.caption(f"{left} more {'area is' if left == 1 else 'areas are'} still hidden: choose one above.")


def judged(view: View) -> dict[str, Judged]:
    """What this session has entered by area, for the dataset, day and framework on screen."""
    every = st.session_state.setdefault(_JUDGED, {})
    return every.setdefault((view.dataset, view.as_at, view.framework.id), {})


def forget(view: View, area_id: str) -> None:
    """Take back what was entered of an area, so that it is hidden again."""
    judged(view).pop(area_id, None)


def form_of(area: AreaView) -> str:
    """The name of an area's form."""
    return f"judge-{area.whole.id}"
