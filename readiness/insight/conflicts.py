"""Rows that carry a conflict between sources: marked in their note or source, listed for everybody to see."""

from dataclasses import dataclass

import pandas as pd

from readiness.dates import uk_date
from readiness.evidence.dataset import Dataset
from readiness.insight.rows import text

MARK = "Conflict: "


@dataclass(frozen=True, slots=True)
class Conflict:
    """A row that disagrees with another source, in the words of its note."""

    file: str
    line: int
    about: str
    says: str


def conflicts(dataset: Dataset) -> tuple[Conflict, ...]:
    """Every used row whose note or source says that it conflicts, in the order of tables and lines."""
    return tuple(
        Conflict(f"{name}.csv", int(line), about, says)
        for name, table in dataset.tables.items()
        for line, about, says in _marked(table.rows)
    )


def _marked(rows: pd.DataFrame) -> list[tuple[int, str, str]]:
    found = []
    for column in ("note", "source", "rationale", "summary", "learning"):
        if column in rows:
            marked = rows[rows[column].astype("str").str.contains(MARK, regex=False, na=False)]
            found += [
                (row["line"], _about(row.iloc[0]), text(row[column]).split(MARK, 1)[1])
                for _, row in marked.iterrows()
            ]
    return sorted(found)


def _about(first: object) -> str:
    """What a row is about: its first cell, with a date as people read it."""
    return uk_date(first.date()) if isinstance(first, pd.Timestamp) else text(first)
