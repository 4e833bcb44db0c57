"""Method: how is this worked out, and how far can it be trusted?"""

import pandas as pd
import streamlit as st

from readiness.method.blocks import Block, Section
from readiness.method.sections import IN_ONE_SENTENCE, NUMBERS_IN_USE, TABS, THEN, method_sections
from ui.parts import show_table
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


def show_section(section: Section) -> None:
    st.subheader(section.title, anchor=False)
    for block in section.blocks:
        show_block(block, section.title)


def show_block(block: Block, title: str) -> None:
    if isinstance(block, str):
        st.markdown(block)
    else:
        show_table(pd.DataFrame(list(block.rows), columns=list(block.headings)), alt=title)


main(current_view())
