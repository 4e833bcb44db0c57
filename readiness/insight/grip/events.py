"""Serious events by a day, and whether what was learned from each is recorded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from readiness.dates import uk_date
from readiness.insight.indicators.words import counted_out
from readiness.insight.safety.events import SeriousEvent, events_known
from readiness.workspace import Workspace


@dataclass(frozen=True, slots=True)
class RecordedEvents:
    """The serious events known by a day, latest first."""

    as_at: date
    every: tuple[SeriousEvent, ...]
    sentence: str


def recorded_events(workspace: Workspace, as_at: date) -> RecordedEvents:
    """Every serious event on record by a day."""
    every = events_known(workspace, as_at)
    return RecordedEvents(as_at, every, _sentence(every, as_at))


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
