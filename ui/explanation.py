"""Sections of explanation on a page: headings, paragraphs of our own words, tables."""

import pandas as pd
import streamlit as st

from readiness.method.blocks import Block, Section
from ui.parts import show_table


def show_section(section: Section) -> None:
    """One subject: its heading, its paragraphs and its tables."""
    st.header(section.title, anchor=False)
    for block in section.blocks:
        show_block(block, section.title)


def show_block(block: Block, title: str) -> None:
    """A paragraph of our own words, or a table, which `title` names for a screen reader."""
    if isinstance(block, str):
        st.markdown(block)
    else:
        show_table(pd.DataFrame(list(block.rows), columns=list(block.headings)), alt=title)
