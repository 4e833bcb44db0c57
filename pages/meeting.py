"""Meeting: what do we show and decide today?"""

import streamlit as st

from ui.meeting import order_is_right, show_launch, since_in_link
from ui.meeting_return import SCREEN, is_screen
from ui.meeting_screen import show_screen
from ui.parts import plain
from ui.state import View, current_view, in_url


def main(view: View) -> None:
    """The screen that the link names, over the whole window; else what will be shown, and the way to begin."""
    name = in_url(SCREEN)
    if not order_is_right(view):
        return
    if is_screen(name):
        show_screen(view, name, since_in_link(view))
        return
    if name:
        st.warning(plain(f"There is no screen called {name}, so this is where the meeting begins."))
    show_launch(view)


main(current_view())
