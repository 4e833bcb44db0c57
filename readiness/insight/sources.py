"""Where the evidence comes from: the distinct sources of every table, with how many rows rest on each."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from readiness.evidence.dataset import Dataset
from readiness.evidence.tables import TABLES

END_OF_NAME = re.compile(r"[,;]| \(")
"""What follows a publication's name: the place in it, another source, or a bracket, which may hold commas."""


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


@dataclass(frozen=True, slots=True)
class Publication:
    """Sources whose words are the same up to where the name ends: one paper, of which rows name several places."""

    name: str
    files: tuple[str, ...]
    places: int
    rows: int


def publications(every: Iterable[Source]) -> tuple[Publication, ...]:
    """Sources put together by the words that name the publication, the one with most rows first."""
    held: dict[str, list[Source]] = {}
    for each in every:
        held.setdefault(END_OF_NAME.split(each.source, maxsplit=1)[0].strip(), []).append(each)
    found = [
        Publication(
            name,
            tuple(dict.fromkeys(each.file for each in mine)),
            len({each.source for each in mine}),
            sum(each.rows for each in mine),
        )
        for name, mine in held.items()
    ]
    return tuple(sorted(found, key=lambda each: (-each.rows, each.name)))
