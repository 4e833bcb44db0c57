"""Serious events by a day, and whether what was learned from each is recorded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from readiness.dates import uk_date
from readiness.insight.indicator_words import counted_out
from readiness.insight.rows import text
from readiness.workspace import Workspace


@dataclass(frozen=True, slots=True)
class SeriousEvent:
    """One row of serious_events.csv. Its learning has no date in the contract, so it stands as written today."""

    day: date
    kind: str
    count: int
    learning: str
    source: str
    line: int


@dataclass(frozen=True, slots=True)
class SeriousEvents:
    """The serious events known by a day, latest first."""

    as_at: date
    every: tuple[SeriousEvent, ...]
    sentence: str


def serious_events(workspace: Workspace, as_at: date) -> SeriousEvents:
    """Every row dated by a day."""
    rows = workspace.dataset.tables["serious_events"].rows
    held = rows[rows["date"] <= pd.Timestamp(as_at)].sort_values(["date", "line"], ascending=False)
    every = tuple(
        SeriousEvent(
            row["date"].date(),
            str(row["kind"]),
            int(row["count"]),
            text(row["learning"]),
            text(row["source"]),
            int(row["line"]),
        )
        for row in held.to_dict("records")
    )
    return SeriousEvents(as_at, every, _sentence(every, as_at))


def _sentence(every: Sequence[SeriousEvent], as_at: date) -> str:
    if not every:
        return f"No serious event is on record by {uk_date(as_at)}."
    total, rows = sum(each.count for each in every), len(every)
    first, last = every[-1].day, every[0].day
    dated = f"from {uk_date(first)} to {uk_date(last)}" if first < last else f"of {uk_date(last)}"
    noun = "serious event is" if total == 1 else "serious events are"
    said = f"{counted_out(total).capitalize()} {noun} on record, {dated}"
    lacking = [each for each in every if not each.learning]
    if not lacking:
        return f"{said}; {'its row says' if rows == 1 else 'each row says'} what was learned."
    oldest = f"{uk_date(lacking[-1].day)} ({lacking[-1].kind})"
    if rows == 1:
        return f"{said}; what was learned is not recorded yet."
    if len(lacking) == 1:
        return f"{said}; one of {rows} rows does not say yet what was learned, that of {oldest}."
    number = counted_out(len(lacking))
    return f"{said}; {number} of {rows} rows do not say yet what was learned, the oldest of {oldest}."
