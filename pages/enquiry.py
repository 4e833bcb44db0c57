"""Lines of enquiry: what would an inspector ask, and what is our best answer?"""

import streamlit as st

from readiness.insight.enquiry.facts import enquiries
from readiness.insight.enquiry.words import ABOUT, answered_words, headline, narrowed_words
from readiness.insight.matrix import missing_strands
from ui.enquiry import choose_questions, show_list, show_questions
from ui.parts import plain
from ui.state import View, current_view


def main(view: View) -> None:
    """How many questions are likely and the gravest; then each with why, our best evidence, the owner and the gap."""
    config, held = view.workspace.config, view.workspace.dataset.description.strands
    found = enquiries(view.workspace, view.as_at, view.framework.id)
    st.title(plain(headline(found, config.enquiry.rules)), anchor=False)
    st.markdown(plain(f"{answered_words(found)} {missing_strands(held)}".strip()))
    if found:
        chosen, everything = choose_questions(view, found)
        numbers = [number for number, each in enumerate(found, 1) if each in chosen]
        if narrowed := narrowed_words(len(chosen), len(found)):
            st.markdown(plain(narrowed))
        show_questions(view, chosen, numbers, everything=everything)
        show_list(view, chosen, numbers)
    st.caption(plain(ABOUT))


main(current_view())
