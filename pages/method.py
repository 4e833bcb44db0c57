"""Method: how is this worked out, and how far can it be trusted?"""

import streamlit as st

from readiness.charts.worth import worth_chart
from readiness.method.sections import IN_ONE_SENTENCE, NUMBERS_IN_USE, TABS, THEN, WORTH, method_sections
from readiness.worth.facts import read_worth
from ui.explanation import show_section
from ui.figures import show
from ui.state import View, current_view


def main(view: View) -> None:
    """One sentence, then the sections in tabs."""
    st.title(IN_ONE_SENTENCE, anchor=False)
    st.markdown(THEN)
    st.markdown(NUMBERS_IN_USE)
    sections = {section.id: section for section in method_sections(view.workspace.config, view.framework)}
    for tab, ids in zip(st.tabs(list(TABS)), TABS.values(), strict=True):
        with tab:
            for section_id in ids:
                show_section(sections[section_id])
                if section_id == WORTH:
                    show(worth_chart(read_worth()))


main(current_view())
