"""The fields of forms that write: each belongs to a column, keeps its text on one line, and is empty once saved."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import streamlit as st

from readiness.evidence.typed import one_line
from ui.writing import filled

LONGEST, LONGEST_REASON = 300, 1000
"""Characters of a line and of a reason: what can still be read from the wall."""
EARLIEST, LATEST = date(2000, 1, 1), date(2100, 12, 31)


@dataclass(frozen=True)
class Fields:
    """The fields of one form; `labels` are what they are called, by column."""

    form: str
    labels: Mapping[str, str]

    def line(self, column: str, help: str | None = None) -> str:
        """A text of one line."""
        typed = st.text_input(self.labels[column], max_chars=LONGEST, help=help, key=self._key(column))
        return one_line(typed)

    def reason(self, column: str, help: str | None = None, *, optional: bool = False) -> str:
        """A text of a few sentences."""
        label = self._label(column, optional)
        typed = st.text_area(label, max_chars=LONGEST_REASON, height=100, help=help, key=self._key(column))
        return one_line(typed)

    def pick(
        self, column: str, names: Mapping[str, str], help: str | None = None, *, optional: bool = False
    ) -> str:
        """One id of several, shown by its name; empty where none is chosen."""
        chosen = st.selectbox(
            self._label(column, optional),
            list(names),
            index=None,
            format_func=lambda each: names[each],
            help=help,
            placeholder="Choose, or type to find",
            key=self._key(column),
        )
        return chosen or ""

    def day(
        self, column: str, help: str | None = None, first: date = EARLIEST, last: date = LATEST
    ) -> date | None:
        """A day within bounds; None where none is given."""
        chosen = st.date_input(
            self.labels[column],
            value=None,
            min_value=first,
            max_value=last,
            format="DD/MM/YYYY",
            help=help,
            key=self._key(column),
        )
        return chosen if isinstance(chosen, date) else None

    def _label(self, column: str, optional: bool) -> str:
        return f"{self.labels[column]} (optional)" if optional else self.labels[column]

    def _key(self, column: str) -> str:
        return f"{self.form}-{column}-{filled(self.form)}"
