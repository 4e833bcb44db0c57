"""Practice: what do audits say, and can we trust our own grading?"""

import streamlit as st

from readiness.insight.practice.facts import Practice, no_audits_headline, practice_on
from ui.parts import plain
from ui.practice import show_mix, show_no_audits, show_parts, show_trust, show_unsafe
from ui.practice_reach import (
    show_coverage,
    show_inspectors,
    show_learning,
    show_reach,
    show_rows_behind,
)
from ui.state import View, current_view


def main(view: View) -> None:
    """The audits known on the day, or what to add where there are none."""
    found = view.workspace.once(practice_on, view.as_at, view.framework.id)
    if found is None:
        st.title(plain(no_audits_headline(view.as_at)), anchor=False)
        show_no_audits()
        return
    first, *rest = found.headline
    st.title(plain(first), anchor=False)
    st.markdown(plain(" ".join(rest)))
    show_audits(view, found)


def show_audits(view: View, found: Practice) -> None:
    show_unsafe(found)
    show_mix(view, found)
    show_trust(view, found)
    show_parts(view, found)
    show_coverage(found)
    show_learning(found)
    show_inspectors(found)
    show_reach(found)
    show_rows_behind(found)


main(current_view())
