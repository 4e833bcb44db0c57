"""Small pieces that several pages show: badges, cards, and the states with nothing, one row or an error."""

import re
from collections.abc import Iterable, Mapping
from numbers import Integral
from types import MappingProxyType
from typing import Literal

import pandas as pd
import streamlit as st

from readiness.charts.palette import grade_mark
from readiness.problems import Problem, UserError, shortened
from readiness.wording import as_seen

ThemeColour = Literal["red", "orange", "yellow", "blue", "green", "violet", "gray"]

GRADE_THEME: Mapping[str, ThemeColour] = MappingProxyType(
    {"inadequate": "red", "requires improvement": "yellow", "good": "green", "outstanding": "violet"}
)
"""The name under which `.streamlit/config.toml` holds each grade's colour. Orange is concern, blue
improvement, grey ordinary."""

LONGEST_HTML_TABLE = 60
"""Rows up to which a table is drawn as HTML; longer ones scroll in a frame of their own."""

TO_THE_RIGHT = "text-align: right !important"
"""Numbers stand under each other; Streamlit's own alignment stands in each cell, and only this is stronger."""

PROBLEM_HEADINGS = ["File", "Line", "Column or key", "Found", "What was expected, and the fix", "Kind"]

MARKDOWN_SIGNS = re.compile(r"([\\`*_\[\]#|~$:<>&])")
ADDRESSES = re.compile(r"(?<![a-z0-9])(?=https?:|www\.)|(?<=@)(?=[\w-])", re.I)
NO_WIDTH = "\u200b"
"""Stands before an address and after the sign of an e-mail address: Streamlit makes links of them otherwise, whatever
of it is escaped."""
LINE_START_SIGNS = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")


def plain(text: object) -> str:
    """`text` from a file so that Markdown shows it as written: no links, pictures, colours or formulas."""
    one_line = ADDRESSES.sub(NO_WIDTH, as_seen(" ".join(str(text).split())))
    return LINE_START_SIGNS.sub(_escape_start, MARKDOWN_SIGNS.sub(r"\\\1", one_line))


def _escape_start(found: re.Match[str]) -> str:
    space, sign = found.groups()
    return f"{space}\\{sign}" if not sign.isdigit() else f"{space}{sign}\\"


def grade_badge(grade: str | None, prefix: str = "Indicative") -> None:
    """Our own grade: its mark, the word, and that it is indicative. Grey where there is none."""
    words = f"{prefix}: {grade}" if grade else "Not enough evidence"
    st.badge(f"{grade_mark(grade)} {words}", color=GRADE_THEME.get(grade or "", "gray"))


def show_empty(what: str, file: str, add: str) -> None:
    """The state with nothing to show: what is missing, and what to add to which file."""
    st.info(f"{plain(what)} Add {plain(add)} to `{file}`.")


def show_one_row(row: Mapping[str, object]) -> None:
    """A table of one row, read downwards instead of across; a cell that would be blank has no line."""
    for name, value in row.items():
        if cell := plain_cell(value):
            st.markdown(f"**{plain(name)}:** {cell}")


def show_table(table: pd.DataFrame, alt: str) -> None:
    """A short table as real HTML, which prints and can be read aloud; text from files shown as written."""
    if len(table) == 1:
        show_one_row(table.to_dict("records")[0])
        return
    escaped = table.map(plain_cell).rename(columns=plain)
    numbers = [at for at, name in enumerate(table.columns) if pd.api.types.is_numeric_dtype(table[name])]
    styled = escaped.style.set_table_styles(
        [{"selector": f"td.col{at}, th.col{at}", "props": TO_THE_RIGHT} for at in numbers]
    )
    st.table(styled, hide_index=True, border="horizontal", alt=alt)


def show_long(table: pd.DataFrame, alt: str) -> None:
    """A table as HTML while it is short; a longer one in a frame that can be searched and sorted."""
    if table.empty:
        st.markdown("Nothing to list.")
    elif len(table) <= LONGEST_HTML_TABLE:
        show_table(table, alt=alt)
    else:
        st.dataframe(table, hide_index=True, width="stretch", alt=alt)


def plain_cell(value: object) -> str:
    """A cell as text: blank where there is no figure, thousands parted in a whole number."""
    if value is None or pd.isna(value):
        return ""
    return f"{value:,}" if isinstance(value, Integral) and not isinstance(value, bool) else plain(value)


def show_problems(heading: str, error: UserError) -> None:
    """What a person can put right: every problem with its place, what was found and what was expected."""
    st.error(plain(heading))
    show_problem_table(error.problems)
    st.markdown("Every kind of problem is explained, with its fix, in `docs/problems.md`.")


def show_problem_table(problems: Iterable[Problem]) -> None:
    """Problems as a table that prints; a long list, such as a wholly damaged file, scrolls instead."""
    table = problem_table(problems)
    if len(table) <= LONGEST_HTML_TABLE:
        st.table(table.map(plain_cell), hide_index=True, border="horizontal", alt="Problems found")
    else:
        st.dataframe(table, hide_index=True, width="stretch")


def problem_table(problems: Iterable[Problem]) -> pd.DataFrame:
    """Problems as rows, in the words of pages and downloads."""
    rows = [
        (
            problem.file,
            problem.line,
            problem.column or "",
            shortened(problem.value or ""),
            shortened(problem.message, 400),
            problem.code.value,
        )
        for problem in problems
    ]
    return pd.DataFrame(rows, columns=PROBLEM_HEADINGS).astype({"Line": "Int64"})
