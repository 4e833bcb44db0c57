"""Where the evidence comes from: the distinct sources of every table, with how many rows rest on each."""

from dataclasses import dataclass

from readiness.evidence.dataset import Dataset
from readiness.evidence.tables import TABLES


@dataclass(frozen=True, slots=True)
class Source:
    """One source of one table, as its rows word it, and how many of the used rows name it."""

    file: str
    source: str
    rows: int


def sources(dataset: Dataset) -> tuple[Source, ...]:
    """The distinct sources of the used rows: by table, the one with most rows first."""
    return tuple(
        Source(TABLES[name].file, str(source), int(rows))
        for name, table in dataset.tables.items()
        if "source" in table.rows
        for source, rows in table.rows["source"].value_counts().items()
        if rows
    )
