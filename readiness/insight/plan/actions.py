"""The actions known on a day: what was promised, to whom it falls, and the status each has had. One derivation."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import pandas as pd

from readiness.dates import day_number, from_day_number
from readiness.insight.rows import PLAN_NAME, text
from readiness.insight.voice.answered import Update
from readiness.items.improvement import action_spans
from readiness.items.status import CLOSED, OVERDUE, Span
from readiness.workspace import Workspace

EVIDENCED = "impact evidenced"
NO_UPDATE = "no update on record"
"""What an action has until its first update, unless it is overdue."""


@dataclass(frozen=True, slots=True)
class Action:
    """One row of actions.csv with what was recorded of it by a day.

    `plan` names where it comes from: the inspection (its id in `inspection`, else empty) or the plan named. `owner` and
    `measure` are empty where none is named. `spans` are its statuses in order of time (scoring.md 3.5), begun by the
    day; `updates` the rows of action_updates.csv known by it, in order of time.
    """

    action: str
    title: str
    criterion: str
    source: str
    plan: str
    inspection: str
    created: date
    due: date | None
    owner: str
    measure: str
    rationale: str
    spans: tuple[Span, ...]
    updates: tuple[Update, ...]
    as_at: date
    line: int

    @property
    def status(self) -> str:
        """How it stands on the day."""
        return self.status_on(self.as_at)

    @property
    def silent(self) -> bool:
        """Whether nobody has said how it stands, though it was set before the day: on that day nobody could have."""
        return self.status == NO_UPDATE and self.created < self.as_at

    @property
    def closed(self) -> date | None:
        """The day since which it is closed; None while it is open."""
        return self.closings[-1] if self.status in CLOSED else None

    @property
    def closings(self) -> tuple[date, ...]:
        """Every day on which it was closed: more than one where it was opened again."""
        return tuple(_begun(self.spans, CLOSED))

    @property
    def evidenced(self) -> tuple[date, ...]:
        """Every day from which impact was recorded as evidenced."""
        return tuple(_begun(self.spans, frozenset({EVIDENCED})))

    @property
    def overdue_days(self) -> int | None:
        """Days since it became overdue, 0 on the due date itself; None where it is not overdue."""
        if self.status != OVERDUE:
            return None
        return day_number(self.as_at) - self.spans[-1].start

    @property
    def days_late(self) -> int | None:
        """Days from the due date until it was closed, negative where before it; None while open or without a date."""
        closed = self.closed
        return (closed - self.due).days if closed and self.due else None

    def status_on(self, day: date) -> str:
        """How it stood on a day from its creation to the day that the facts are about."""
        number = day_number(day)
        held = (span.status for span in self.spans if span.start <= number < span.until)
        return next(held, NO_UPDATE)

    def closed_on(self, day: date) -> bool:
        """Whether it stood closed on a day."""
        return self.status_on(day) in CLOSED


def _begun(spans: tuple[Span, ...], statuses: frozenset[str]) -> Iterator[date]:
    """The days on which one of these statuses began after another, or as the first."""
    if spans and spans[0].status in statuses:
        yield from_day_number(spans[0].start)
    for before, after in pairwise(spans):
        if after.status in statuses and before.status not in statuses:
            yield from_day_number(after.start)


def actions_known(workspace: Workspace, as_at: date) -> tuple[Action, ...]:
    """Every action created by a day, with the updates known by it, in the order of actions.csv."""
    dataset, day = workspace.dataset, day_number(as_at)
    spans: dict[int, list[Span]] = defaultdict(list)
    for row, span in action_spans(dataset):
        if span.start <= day:
            spans[row].append(span)
    updates = _updates(dataset.tables["action_updates"].rows, as_at)
    rows = dataset.tables["actions"].rows
    titles = _inspections(workspace)
    held = rows[rows["created"] <= pd.Timestamp(as_at)]
    return tuple(
        _action(record, titles, tuple(spans[row]), updates.get(text(record["action"]), ()), as_at)
        for row, record in zip(held.index, held.to_dict("records"), strict=True)
    )


def _inspections(workspace: Workspace) -> dict[str, str]:
    """The title of every inspection by its id, with the month of its report, since titles come again."""
    rows = workspace.dataset.tables["inspections"].rows.to_dict("records")
    return {text(row["inspection"]): f"{text(row['title'])}, {row['published']:%B %Y}" for row in rows}


def _updates(rows: pd.DataFrame, as_at: date) -> dict[str, tuple[Update, ...]]:
    held = rows[rows["date"] <= pd.Timestamp(as_at)].sort_values(["date", "line"], kind="stable")
    found: dict[str, list[Update]] = defaultdict(list)
    for row in held.to_dict("records"):
        update = Update(row["date"].date(), text(row["status"]), text(row["note"]), int(row["line"]))
        found[text(row["action"])].append(update)
    return {action: tuple(mine) for action, mine in found.items()}


def _action(
    record: Mapping,
    titles: Mapping[str, str],
    spans: tuple[Span, ...],
    updates: tuple[Update, ...],
    as_at: date,
) -> Action:
    source = text(record["source"])
    return Action(
        action=text(record["action"]),
        title=text(record["title"]),
        criterion=text(record["criterion"]),
        source=source,
        plan=titles.get(source) or PLAN_NAME.split(source, maxsplit=1)[0],
        inspection=source if source in titles else "",
        created=record["created"].date(),
        due=None if pd.isna(record["due"]) else record["due"].date(),
        owner=text(record["owner"]),
        measure=text(record["success_measure"]),
        rationale=text(record["rationale"]),
        spans=spans,
        updates=updates,
        as_at=as_at,
        line=int(record["line"]),
    )
