"""Actions and recommendations, by the status each has had (scoring.md 3.5)."""

import numpy as np

from readiness.config.models import Scoring
from readiness.evidence.dataset import Dataset
from readiness.items.columns import NO_DAY, SOURCES, Items, days, strand_items
from readiness.items.lookup import Lookup
from readiness.items.status import Span, status_spans


def improvement_items(dataset: Dataset, scoring: Scoring, lookup: Lookup) -> Items:
    """The status of every action as it changed, and overdue while it was past its date and not closed."""
    actions = dataset.tables["actions"].rows
    spans = [(row, span) for row, span in action_spans(dataset) if span.status != "stopped"]
    action_row = np.array([row for row, _ in spans], dtype=np.int64)
    which, criterion = lookup.spread(actions["criterion"].array.take(action_row))
    chosen = [spans[index][1] for index in which]
    overdue = np.array([span.update is None for span in chosen], dtype=bool)
    status = np.array([scoring.status_points[span.status] for span in chosen], dtype=float)
    source = np.array(
        [action_row[index] if spans[index][1].update is None else spans[index][1].update for index in which],
        dtype=np.int64,
    )
    items = strand_items(
        "improvement",
        scoring,
        criterion=criterion,
        known=np.array([span.start for span in chosen], dtype=np.int64),
        until=np.array([span.until for span in chosen], dtype=np.int64),
        points=status,
        weight=1.0,
        table="action_updates",
        row=source,
    )
    items.fresh[overdue] = np.inf
    items.table[overdue] = SOURCES.index("actions")
    return items


def action_spans(dataset: Dataset) -> list[tuple[int, Span]]:
    """(row of actions.csv, span) for every status that every action has had."""
    actions, updates = dataset.tables["actions"].rows, dataset.tables["action_updates"].rows
    by_action: dict[str, list[tuple[int, int, str]]] = {}
    for row, action, day, status in zip(
        updates.index, updates["action"], days(updates["date"]), updates["status"], strict=True
    ):
        by_action.setdefault(action, []).append((int(day), row, status))
    created, due = days(actions["created"]), days(actions["due"])
    return [
        (row, span)
        for row, action in zip(actions.index, actions["action"], strict=True)
        for span in status_spans(int(created[row]), _day_or_none(int(due[row])), by_action.get(action, []))
    ]


def _day_or_none(day: int) -> int | None:
    return None if day == NO_DAY else day
