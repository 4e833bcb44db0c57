"""Which due dates were moved since meetings were kept: on the Plan page, and of one action."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from readiness.dates import uk_date
from readiness.insight.plan.actions import Action
from readiness.insight.plan.moved_dates import KeptDates, MovedDate, moved_dates, moved_sentence, moved_words
from readiness.snapshots.snapshot import Snapshot
from ui import loading
from ui.parts import plain, show_long
from ui.since import meetings_before
from ui.state import View


def kept_dates(view: View) -> tuple[KeptDates, ...]:
    """The due dates that the meetings kept by the day of the view had before them, in the order they were kept.

    In a snapshot only what was kept before it; a meeting whose plan can't be read is left out.
    """
    held = sorted(meetings_before(view), key=lambda each: each.taken)
    before = [each for each in held if view.snapshot is None or each.taken < view.snapshot.taken]
    return tuple(found for each in before if (found := _dates(each)))


def _dates(kept: Snapshot) -> KeptDates | None:
    try:
        return KeptDates(kept.as_at, loading.due_dates(kept))
    except OSError:
        return None


def show_moved_dates(view: View, actions: Sequence[Action]) -> None:
    """How many due dates were put off, as far as meetings on record can tell; each on request."""
    kept = kept_dates(view)
    found = moved_dates(actions, kept)
    if not found:
        st.caption(plain(moved_sentence(found, kept)))
        return
    st.markdown(f"**{plain(moved_sentence(found, kept))}**")
    with st.expander(f"Each due date that was moved, the furthest first ({len(found)})"):
        show_long(pd.DataFrame([moved_row(each) for each in found]), "Due dates that were moved")


def moved_row(each: MovedDate) -> dict[str, str]:
    """One moved date as a row, with where both dates stand."""
    return {
        "Action": each.action.title,
        "Its due date": moved_words(each),
        "How it stands": each.action.status,
        "Where both stand": f"actions.csv kept as presented as at {uk_date(each.kept)}; now actions.csv, line "
        f"{each.action.line}",
    }


def show_moved_date(view: View, action: Action) -> None:
    """That one action's due date was moved, where it was."""
    for each in moved_dates([action], kept_dates(view)):
        st.markdown(f"Its due date was moved: {plain(moved_words(each))}.")
