"""The safety strip: the safety lines by state, and children found unsafe in audits. Facts in, words out."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Literal

import pandas as pd
import streamlit as st

from readiness.dates import uk_date
from readiness.insight.indicators.words import counted
from readiness.insight.safety.escalations import Escalation, Escalations
from readiness.insight.safety.lines import SafetyLine, state_sentence
from ui.parts import plain, show_table
from ui.state import page_file

State = Literal["Crossed", "Not known", "Clear"]
STATE_MARKS: Mapping[State, str] = MappingProxyType({"Crossed": "✖", "Not known": "?", "Clear": "✓"})
BOXES: Mapping[State, Callable[[str], object]] = MappingProxyType(
    {"Crossed": st.error, "Not known": st.warning, "Clear": st.success}
)
MOST_TILES = 6
"""Children found unsafe who have a tile each; the Practice page lists them all."""


def show_safety(lines: Sequence[SafetyLine], unsafe: Escalations, *, audits_expected: bool) -> None:
    """The safety lines by state, crossed first, and with them the children found unsafe in audits.

    A word and a mark say each state, not the colour alone. Without an audit it is not known whether a child was found
    unsafe, which is said where audits are expected of this dataset.
    """
    show_state(lines, "Crossed")
    if unsafe.open:
        st.error(f"**{STATE_MARKS['Crossed']} {plain(unsafe.sentence)}** {plain(unsafe.past)}")
    show_state(lines, "Not known")
    if audits_expected and not unsafe.audits:
        st.warning(f"**{STATE_MARKS['Not known']} Not known.** {plain(unsafe.sentence)}")
    show_state(lines, "Clear")
    if unsafe.audits and not unsafe.open:
        st.markdown(plain(unsafe.sentence))
    show_tiles([line for line in lines if line.word == "Crossed"], unsafe.open)
    if not lines:
        st.markdown("This framework names no safety lines.")
        return
    with st.expander("Every safety line: what was last seen, and where its figure stands"):
        show_table(pd.DataFrame([line_row(line) for line in lines]), alt="Safety lines, crossed first")


def show_state(lines: Sequence[SafetyLine], word: State) -> None:
    """How many lines are in one state, and which; nothing where none is."""
    if sentence := state_sentence(lines, word):
        head, rest = sentence.split(". ", 1)
        BOXES[word](f"**{STATE_MARKS[word]} {plain(head)}.** {plain(rest)}")


def show_tiles(crossed: Sequence[SafetyLine], children: Sequence[Escalation]) -> None:
    """A tile for every line that is crossed, with its figure, and for children not made safe: these come first."""
    with st.grid("auto", min_column_width=280, border=True, key="crossed") as grid:
        for line in crossed:
            with grid.cell():
                st.markdown(
                    f"**{STATE_MARKS[line.word]} {plain(line.line.title)}**  \n{plain(line.sentence)}"
                )
                st.caption(plain(f"{line.area} · {line.limit} · {where_it_stands(line)}"))
        for one in children[:MOST_TILES]:
            with grid.cell():
                show_child(one)
    if children:
        st.page_link(page_file("practice"), label="Children found unsafe in audits")


def show_child(one: Escalation) -> None:
    """A child found unsafe and not recorded as made safe: since when, in which team, and where that is written."""
    mark = STATE_MARKS["Crossed"]
    st.markdown(f"**{mark} Not recorded as made safe**  \nFound unsafe {plain(since_words(one))}.")
    st.caption(plain(f"{one.team} · {one.place}"))


def line_row(line: SafetyLine) -> dict[str, str]:
    """A safety line as a row of a table."""
    return {
        "State": f"{STATE_MARKS[line.word]} {line.word}",
        "Safety line": line.line.title,
        "What was last seen": line.sentence,
        "Limit": line.limit,
        "Judgement area": line.area,
        "File and line": where_it_stands(line),
    }


def where_it_stands(line: SafetyLine) -> str:
    """The row that holds the figure of a line; nothing where none was ever seen."""
    return f"observations.csv, line {line.line.line}" if line.line.line else "no row"


def since_words(one: Escalation) -> str:
    """When the child was found unsafe: `on 4 October 2026, 33 days ago`; no days where it is today."""
    ago = f"{counted(one.days, 'day')} ago" if one.days else "today"
    return f"on {uk_date(one.escalated)}, {ago}"
