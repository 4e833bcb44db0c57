"""Inspections: what has Ofsted said, to us and to our neighbours?"""

import streamlit as st

from readiness.insight.own_judgements import own_headline
from ui.inspections import show_beside, show_england, show_neighbours, show_own
from ui.parts import plain
from ui.state import View, current_view


def main(view: View) -> None:
    """Our own judgements first, then how they lie to our neighbours' and to England's."""
    st.title(plain(own_headline(view.workspace, view.as_at, view.framework)), anchor=False)
    show_own(view)
    show_beside(view)
    show_neighbours(view)
    show_england(view)


main(current_view())
