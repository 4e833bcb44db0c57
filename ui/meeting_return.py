"""Which screen of a meeting is on show, in the URL; and the way back to it from a page that it has led to."""

import streamlit as st

from readiness.config.models import SCREEN_IDS, Screen
from ui.parts import plain
from ui.state import in_url, page_file

SCREEN = "screen"
"""The parameter of the URL that names the screen on show."""
MET = "met"
"""The parameter that holds the day compared with."""
BACK = "meeting"
"""The parameter that other pages keep while a screen waits for the presenter to return to it."""
SHOWN = "_meeting_shown"
"""The screen shown last, kept apart from the URL: the browser may send a parameter that is a key press old."""
MEETING = "meeting"
"""The address of the Meeting page."""


def is_screen(name: str) -> bool:
    """Whether there is a screen of this name."""
    return name in SCREEN_IDS


def go_to(screen: str) -> None:
    """Name a screen in the URL, which shows it; an empty name ends the meeting."""
    st.session_state[SCREEN] = st.session_state[SHOWN] = screen
    st.session_state[BACK] = ""


def wait_here(screen: str) -> None:
    """Keep a screen in the URL as the one to return to, while another page is looked at."""
    st.session_state[BACK] = screen


def show_return(path: str) -> None:
    """A button back to the waiting screen, and one that ends the wait, on every page but the meeting's own."""
    waiting = in_url(BACK)
    if path == MEETING or not is_screen(waiting):
        return
    name = Screen.model_validate({"id": waiting}).name
    with st.container(key="way-back", horizontal=True):
        label = plain(f"Back to the meeting: {name}")
        if st.button(label, key="return-to-meeting", shortcut="M", type="primary"):
            st.switch_page(page_file(MEETING), query_params={SCREEN: waiting})
        st.button("End the meeting", key="leave-meeting", on_click=go_to, args=("",), type="tertiary")
