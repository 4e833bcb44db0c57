"""Challenge on the Judgement areas page: an area's confirmed grade beside the indicative one, and confirming it."""

import pandas as pd
import streamlit as st

from readiness.charts.palette import grade_mark
from readiness.config.models import GRADES
from readiness.dates import uk_date
from readiness.insight.challenge import (
    NOT_ENOUGH,
    Challenge,
    Confirmed,
    challenge,
    later_words,
    recorded_words,
)
from readiness.insight.confirm import FILE, NewConfirmation, confirm, why_not_confirm
from readiness.scoring.results import AreaScore
from ui import loading
from ui.fields import Fields
from ui.parts import grade_badge, plain, show_table
from ui.state import View
from ui.writing import filled, save, show_done, show_may_not

LABELS = {
    "confirmed": "Grade confirmed",
    "by": "By (role or board)",
    "reason": "Reason",
    "dissent": "Dissent",
    "indicative": "Indicative grade",
}


def show_challenge(view: View, area: AreaScore) -> None:
    """Who confirmed or overrode the area's indicative grade, why, and who saw it otherwise; and the form to do so."""
    found = view.workspace.once(challenge, view.as_at, view.framework.id, area.id)
    st.header("Challenge", anchor=False)
    show_done(_form(area))
    st.markdown(plain(found.sentence))
    if found.every:
        show_side_by_side(found)
        show_latest(found.every[0])
        for words in filter(None, (*map(recorded_words, found.every), found.record)):
            st.markdown(plain(words))
        with st.expander(f"Every confirmation of this area, latest first ({len(found.every)})"):
            show_every(found)
    with st.expander("Confirm or override this grade"):
        show_confirm(view, area)


def show_confirm(view: View, area: AreaScore) -> None:
    """The form that writes a confirmation; else why it can't be done here, and how to do it by hand."""
    refusal = why_not_confirm(view.workspace, view.as_at, view.framework.id, area.id, loading.today())
    if refusal:
        st.markdown(plain(refusal))
        return
    if show_may_not(view):
        show_how_to_add(area.id)
        return
    form = _form(area)
    with st.form(f"{form}-{filled(form)}", enter_to_submit=False):
        said = confirmation_fields(view, area)
        pressed = st.form_submit_button("Record this", type="primary")
    if pressed:
        day, framework = view.as_at, view.framework.id
        save(
            view,
            form,
            lambda: confirm(view.workspace, day, framework, area.id, said, loading.today()),
            "Recorded. Both grades are kept side by side, and no earlier row was changed.",
            LABELS,
        )


def confirmation_fields(view: View, area: AreaScore) -> NewConfirmation:
    """The fields of a confirmation, below the indicative grade that it is about."""
    fields = Fields(_form(area), LABELS)
    st.markdown(
        f"The indicative grade as at {uk_date(view.as_at)} is **{marked(area.grade)}**. It is recorded as it is, "
        "beside what you confirm."
    )
    confirmed = fields.pick("confirmed", {grade: marked(grade) for grade in reversed(GRADES)})
    by = fields.line(
        "by", "Such as Director of children's services, or Improvement board. Never a person's name."
    )
    reason = fields.reason("reason", "What was seen that bears the grade out, or speaks against it.")
    dissent = fields.reason("dissent", "Who saw it otherwise, by role, and why.", optional=True)
    return NewConfirmation(confirmed, by, reason, dissent)


def show_side_by_side(found: Challenge) -> None:
    """The grade confirmed last, the one indicated then, and the one indicated now."""
    latest = found.every[0]
    with st.container(horizontal=True):
        grade_badge(latest.confirmed, "Confirmed")
        grade_badge(latest.indicative, "Indicative then")
        grade_badge(found.now, "Indicative now")


def show_latest(latest: Confirmed) -> None:
    """The reason, any dissent, and the row in which both stand."""
    st.markdown(f"**Reason:** {plain(latest.reason.rstrip('.'))}.")
    dissent = f"**Dissent:** {plain(latest.dissent.rstrip('.'))}."
    st.markdown(dissent if latest.dissent else "No dissent is recorded.")
    st.caption(f"{FILE}, line {latest.line}")


def show_every(found: Challenge) -> None:
    """All confirmations as a table: what was recorded, what the method gives for that day, and what came next."""
    rows = [
        {
            "Date": uk_date(each.day),
            "Indicative, as recorded": marked(each.indicative),
            "Indicative for that day, by the method now": marked(each.method),
            "Confirmed": f"{marked(each.confirmed)}{' (overridden)' if each.overridden else ''}",
            "By": each.by,
            "Reason": each.reason,
            "Dissent": each.dissent or "None recorded",
            "Judged next": later_words(each),
            f"Line of {FILE}": str(each.line),
        }
        for each in found.every
    ]
    show_table(pd.DataFrame(rows), alt="Confirmations of this area, latest first")


def marked(grade: str | None) -> str:
    """A grade with its mark; that there is too little evidence where there is none."""
    return f"{grade_mark(grade)} {grade or NOT_ENOUGH}"


def show_how_to_add(area_id: str) -> None:
    """How a confirmation gets onto the page by hand: it is written into the file, and never changed afterwards."""
    st.markdown(
        f"To confirm or override by hand, add a row to `{FILE}` with date, area ({plain(area_id)}), indicative, "
        "confirmed, by (a role) and reason; and dissent where somebody saw it otherwise. Earlier rows stay as they are."
    )


def _form(area: AreaScore) -> str:
    return f"confirm-{area.id}"
