"""The status an action has had, as spans of time (scoring.md 3.5). Knows no tables.

An action always has one status: each update replaces it, and from its due date on one that is not
closed is overdue, whatever its last update says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from readiness.dates import NEVER

CLOSED = frozenset({"partially achieved", "completed", "impact evidenced", "stopped"})
OVERDUE = "overdue"

Update = tuple[int, int, str]
"""(day, row of action_updates.csv, status)"""


@dataclass(frozen=True, slots=True)
class Span:
    """A status from day `start` up to, not including, day `until`; `update` is its row, None for overdue."""

    status: str
    start: int
    until: int
    update: int | None


def status_spans(created: int, due: int | None, updates: Sequence[Update]) -> list[Span]:
    """Every span of status of one action, in order of time. Before its first update it has none, unless overdue.

    `updates` may be in any order; of two on one day the later row holds.
    """
    held = list({day: (day, row, status) for day, row, status in sorted(updates)}.values())
    spans = [*_stated(due, held), *_overdue(created, due, held)]
    return sorted(spans, key=lambda span: span.start)


def _stated(due: int | None, held: Sequence[Update]) -> Iterator[Span]:
    for index, (day, row, status) in enumerate(held):
        replaced = held[index + 1][0] if index + 1 < len(held) else NEVER
        until = replaced if due is None or status in CLOSED else min(replaced, due)
        if day < until:
            yield Span(status, day, until, row)


def _overdue(created: int, due: int | None, held: Sequence[Update]) -> Iterator[Span]:
    """One span from the due date (or creation, or reopening, if later) until the action is closed."""
    if due is None:
        return
    for opened, closed in _open_periods(created, held):
        start = max(due, opened)
        if start < closed:
            yield Span(OVERDUE, start, closed, None)


def _open_periods(created: int, held: Sequence[Update]) -> Iterator[tuple[int, int]]:
    opened: int | None = created
    for day, _, status in held:
        if status in CLOSED and opened is not None:
            yield opened, day
            opened = None
        elif status not in CLOSED and opened is None:
            opened = day
    if opened is not None:
        yield opened, NEVER
