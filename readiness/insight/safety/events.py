"""Serious events: what happened in the last 12 months by kind, and which events have no learning yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from readiness.dates import uk_date
from readiness.insight.few import how_many
from readiness.insight.indicators.words import counted
from readiness.insight.practice.audits import YEAR
from readiness.insight.rows import text
from readiness.statistics.disclosure import is_small
from readiness.workspace import Workspace

FILE = "serious_events.csv"


@dataclass(frozen=True, slots=True)
class SeriousEvent:
    """One row of serious_events.csv: so many events of a kind on a day (or up to it).

    Its learning has no date in the contract, so it stands as written today.
    """

    day: date
    kind: str
    count: int
    learning: str
    source: str
    line: int


@dataclass(frozen=True, slots=True)
class EventsOfKind:
    """How many events of a kind there were in the last 12 months and in the 12 before; `last` is the latest of all."""

    kind: str
    year: int
    year_before: int
    last: date


@dataclass(frozen=True, slots=True)
class SeriousEvents:
    """The serious events known by a day. `year` are those of the 12 months to it, latest first, as are `earlier`.

    `kinds` are those that the file has, most events of the last 12 months first. `sentence` says how many there were
    and how many name no learning.
    """

    as_at: date
    year: tuple[SeriousEvent, ...]
    earlier: tuple[SeriousEvent, ...]
    kinds: tuple[EventsOfKind, ...]
    sentence: str

    @property
    def known(self) -> bool:
        """Whether the file has any row by the day: without one, nothing is known."""
        return bool(self.year or self.earlier)


def serious_events(workspace: Workspace, as_at: date, protected: bool = False) -> SeriousEvents:
    """The serious events on record by a day, and those of the 12 months to it.

    The sentence of `protected` ones may leave the screen: it tells 1 to 4 events as fewer than five.
    """
    every = events_known(workspace, as_at)
    begins = as_at - timedelta(days=YEAR)
    year = tuple(one for one in every if one.day > begins)
    earlier = tuple(one for one in every if one.day <= begins)
    sentence = _sentence(as_at, year, earlier, protected)
    return SeriousEvents(as_at, year, earlier, _kinds(year, earlier, begins), sentence)


def events_known(workspace: Workspace, as_at: date) -> tuple[SeriousEvent, ...]:
    """Every row dated by a day, latest first. A row counts from its date: the contract has no day of publication."""
    rows = workspace.dataset.tables["serious_events"].rows
    rows = rows[rows["date"] <= pd.Timestamp(as_at)].sort_values(["date", "line"], ascending=[False, True])
    return tuple(_event(row) for row in rows.to_dict("records"))


def _event(row: dict) -> SeriousEvent:
    return SeriousEvent(
        row["date"].date(),
        str(row["kind"]),
        int(row["count"]),
        text(row["learning"]),
        text(row["source"]),
        int(row["line"]),
    )


def _kinds(
    year: Sequence[SeriousEvent], earlier: Sequence[SeriousEvent], begins: date
) -> tuple[EventsOfKind, ...]:
    before = [one for one in earlier if one.day > begins - timedelta(days=YEAR)]
    last = {one.kind: one.day for one in reversed((*year, *earlier))}
    found = [EventsOfKind(kind, _of(kind, year), _of(kind, before), day) for kind, day in last.items()]
    return tuple(sorted(found, key=lambda one: (-one.year, one.kind)))


def _of(kind: str, events: Sequence[SeriousEvent]) -> int:
    return sum(one.count for one in events if one.kind == kind)


def _sentence(
    as_at: date, year: Sequence[SeriousEvent], earlier: Sequence[SeriousEvent], protected: bool
) -> str:
    when = uk_date(as_at)
    if not year and not earlier:
        return f"No serious event is on record by {when}: it is not known whether there was none."
    number = sum(one.count for one in year)
    if not number:
        last = uk_date((*year, *earlier)[0].day)
        return f"No serious event is on record in the 12 months to {when}; the last row is of {last}."
    if protected and is_small(number):
        return f"Fewer than five serious events are on record in the 12 months to {when}."
    said = counted(number, "serious event").capitalize()
    verb = "is" if number == 1 else "are"
    return f"{said} {verb} on record in the 12 months to {when}{_without_learning(year, number, protected)}."


def _without_learning(year: Sequence[SeriousEvent], number: int, protected: bool) -> str:
    bare = sum(one.count for one in year if not one.learning)
    if not bare:
        return ", each with what was learnt" if number > 1 else ", with what was learnt"
    if bare == number:
        return ", without what was learnt" if number == 1 else ", none with what was learnt"
    return f"; {how_many(bare, protected=protected)} of them without what was learnt"
