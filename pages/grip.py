"""Grip: when did we first know, what did we decide, did it work?"""

import streamlit as st

from readiness.insight.grip.facts import grip_on
from ui.grip import show_events, show_inspectors, show_raised, show_signals
from ui.parts import plain
from ui.state import View, current_view


def main(view: View) -> None:
    """What leaders knew and decided; what charts, inspectors and serious events say that is or is not on it."""
    found = view.workspace.once(grip_on, view.as_at, view.framework.id)
    first, *rest = found.headline
    st.title(plain(first), anchor=False)
    st.markdown(plain(" ".join(rest)))
    show_signals(view, found)
    show_raised(found)
    show_inspectors(found)
    show_events(found)


main(current_view())
