"""Since we last met: what has changed since the last meeting, and why?"""

import streamlit as st

from readiness.insight.since.facts import since
from ui.parts import plain
from ui.since import (
    choose_between,
    meetings_before,
    show_meetings,
    show_most_moved,
    show_no_meeting,
    show_nothing,
    show_said,
)
from ui.state import View, current_view


def main(view: View) -> None:
    """Choose two days or two meetings, then read what changed between them on one page."""
    place = st.container(key="finding-of-sentences")
    span = choose_between(view)
    found = view.workspace.once(since, view.framework.id, span.first, span.last)
    place.title(plain(found.headline), anchor=False)
    if not meetings_before(view):
        show_no_meeting()
    if not found.said:
        show_nothing()
    show_said(view, found)
    show_most_moved(view, found)
    show_meetings(span)


main(current_view())
