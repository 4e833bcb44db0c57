"""Method: how every score is worked out, with an example scored live, and how far it can be trusted."""

import pandas as pd
import streamlit as st

from readiness.method.blocks import Block, Section
from readiness.method.sections import IN_ONE_SENTENCE, TABS, method_sections
from ui.parts import plain, show_table
from ui.state import current_view


def main() -> None:
    """One sentence, then the sections in tabs."""
    view = current_view()
    st.title("Method", anchor=False)
    st.markdown(f"**{plain(IN_ONE_SENTENCE)}**")
    st.markdown(
        "Every number here is the one in use: `config/scoring.yaml` sets them, and nothing else does."
    )
    sections = {section.id: section for section in method_sections(view.workspace.config, view.framework)}
    for tab, ids in zip(st.tabs(list(TABS)), TABS.values(), strict=True):
        with tab:
            for section_id in ids:
                show_section(sections[section_id])


def show_section(section: Section) -> None:
    """One subject: its heading, paragraphs and tables."""
    st.subheader(section.title, anchor=False)
    for block in section.blocks:
        show_block(block, section.title)


def show_block(block: Block, title: str) -> None:
    """A paragraph of our own words, or a table."""
    if isinstance(block, str):
        st.markdown(block)
    else:
        show_table(pd.DataFrame(list(block.rows), columns=list(block.headings)), alt=title)


main()
