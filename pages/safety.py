"""Safety: is any child unsafe, unseen or unallocated today, and how do we know?"""

import streamlit as st

from readiness.insight.safety.room import safety_room
from ui.parts import plain
from ui.safety_page import show_counts, show_crossed, show_events, show_states, show_teams
from ui.state import View, current_view


def main(view: View) -> None:
    """The one sentence, what is not known and what is crossed, every count, teams and serious events."""
    room = view.workspace.once(safety_room, view.as_at, view.framework.id)
    st.title(plain(room.headline), anchor=False)
    show_states(room)
    show_crossed(room)
    show_counts(room)
    show_teams(room)
    show_events(room.events)


main(current_view())
