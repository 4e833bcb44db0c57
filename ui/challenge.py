"""Challenge on the Judgement areas page: the confirmed grade of an area beside the indicative one. Reading only."""

import pandas as pd
import streamlit as st

from readiness.charts.palette import grade_mark
from readiness.dates import uk_date
from readiness.insight.challenge import (
    NOT_ENOUGH,
    Challenge,
    Confirmed,
    challenge,
    later_words,
    recorded_words,
)
from readiness.scoring.results import AreaScore
from ui.parts import plain, show_table
from ui.state import View

FILE = "confirmations.csv"


def show_challenge(view: View, area: AreaScore) -> None:
    """Who confirmed or overrode the area's indicative grade, why, and who saw it otherwise."""
    found = view.workspace.once(challenge, view.as_at, view.framework.id, area.id)
    st.subheader("Challenge", anchor=False)
    st.markdown(plain(found.sentence))
    if not found.every:
        show_how_to_add(area.id)
        return
    show_latest(found.every[0])
    for words in filter(None, (*map(recorded_words, found.every), found.record)):
        st.markdown(plain(words))
    with st.expander(f"Every confirmation of this area, latest first ({len(found.every)})"):
        show_every(found)
        show_how_to_add(area.id)


def show_latest(latest: Confirmed) -> None:
    """The reason, any dissent, and the row in which both stand."""
    st.markdown(f"**Reason:** {plain(latest.reason)}.")
    st.markdown(f"**Dissent:** {plain(latest.dissent)}." if latest.dissent else "No dissent is recorded.")
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
    """How a confirmation gets onto the page: it is written into the file, and never changed afterwards."""
    st.markdown(
        f"To confirm or override, add a row to `{FILE}` with date, area ({plain(area_id)}), indicative, confirmed, by "
        "(a role) and reason; and dissent where somebody saw it otherwise. Earlier rows stay as they are."
    )
