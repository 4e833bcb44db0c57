"""Voice: what do children, families, staff and partners tell us?"""

import streamlit as st

from readiness.insight.voice.facts import voice_headline, voice_on
from ui.answered import show_answered
from ui.complaints import show_complaints, show_rows_of
from ui.parts import plain
from ui.state import View, current_view
from ui.voice import show_heard, show_indicators, show_missing, show_voices, show_words


def main(view: View) -> None:
    """What is heard and from whom, in which words, who is missing, complaints, what was done, and the rows behind."""
    found = view.workspace.once(voice_on, view.as_at, view.framework.id)
    first, *rest = voice_headline(found)
    st.title(plain(first), anchor=False)
    st.markdown(plain(" ".join(rest)))
    show_heard(view, found)
    show_words(found)
    show_missing(found.reach)
    show_complaints(view, found.complaints)
    show_answered(found.answered)
    show_indicators(found)
    if found.voices or found.complaints:
        st.header("The rows behind it", anchor=False)
        show_voices(found)
        show_rows_of(found.complaints)


main(current_view())
