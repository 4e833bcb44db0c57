"""Who explains an indicator's signal, and by when: open actions that it measures, and signals on record."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from readiness.dates import day_number, uk_date
from readiness.evidence.dataset import Dataset
from readiness.insight.indicators.fact import IndicatorFact
from readiness.insight.indicators.matrix import is_grave, is_signal
from readiness.insight.indicators.notes import Note, notes
from readiness.insight.rows import text
from readiness.items.improvement import action_spans
from readiness.items.status import CLOSED, OVERDUE
from readiness.workspace import Workspace

NOBODY = "Nobody is named to explain it yet"


@dataclass(frozen=True, slots=True)
class Explainer:
    """One row that names who explains an indicator. `who` is a role, empty where the row names none."""

    who: str
    due: date | None
    late: bool
    says: str
    file: str
    line: int


def explained_on(workspace: Workspace, as_at: date) -> Mapping[str, tuple[Explainer, ...]]:
    """Who explains each indicator, by what was known on a day: those with the nearest date first.

    Actions count while they are open, signals of signals.csv until their effect was checked.
    """
    found: dict[str, list[Explainer]] = {each: [] for each in workspace.config.indicators}
    for indicator, explainer in _actions(workspace.dataset, as_at):
        found[indicator].append(explainer)
    return {
        indicator: (
            *sorted(mine, key=lambda each: (not each.who, each.due or date.max, each.line)),
            *(_of_signal(note) for note in notes(workspace.dataset, indicator, as_at) if not note.closed),
        )
        for indicator, mine in found.items()
    }


def _actions(dataset: Dataset, as_at: date) -> Iterator[tuple[str, Explainer]]:
    """The open actions whose success an indicator measures."""
    day = day_number(as_at)
    status = {row: span.status for row, span in action_spans(dataset) if span.start <= day < span.until}
    rows = dataset.tables["actions"].rows
    rows = rows[rows["success_measure"].notna() & (rows["created"] <= pd.Timestamp(as_at))]
    for row, record in zip(rows.index, rows.to_dict("records"), strict=True):
        stands = status.get(row, "no update yet")
        if stands not in CLOSED:
            yield str(record["success_measure"]), _of_action(record, stands)


def _of_action(record: Mapping, stands: str) -> Explainer:
    who = text(record["owner"])
    due = None if pd.isna(record["due"]) else record["due"].date()
    parts = [who or "no owner named", f"due {uk_date(due)}" if due else "no date set", stands]
    says = f"{record['title']}: {', '.join(parts)}."
    return Explainer(who, due, stands == OVERDUE, says, "actions.csv", int(record["line"]))


def _of_signal(note: Note) -> Explainer:
    return Explainer(note.who, None, False, note.says, "signals.csv", note.line)


def needs_explaining(fact: IndicatorFact) -> bool:
    """Whether there is a signal, or a target that is unlikely to be met."""
    return is_signal(fact) or is_grave(fact)


def explained_words(explainers: Sequence[Explainer]) -> str:
    """Who explains it and by when, in a few words: the one who is to do so first, and how many others."""
    named = [each for each in explainers if each.who]
    if not named:
        return NOBODY
    first, rest = named[0], len(named) - 1
    by = f"by {uk_date(first.due)}{', late' if first.late else ''}" if first.due else "no date set"
    others = f"; {rest} more" if rest else ""
    return f"To be explained by: {first.who}, {by}{others}"


def wanted_words(fact: IndicatorFact, explainers: Sequence[Explainer]) -> str:
    """What to add to which file where a signal lacks somebody to explain it, or a date; empty where it has both."""
    if not needs_explaining(fact) or any(each.who and each.due for each in explainers):
        return ""
    lacks = "No date is set to explain it" if any(each.who for each in explainers) else NOBODY
    return (
        f"{lacks}. Add a row to actions.csv with success_measure {fact.indicator.id}, the role that owns it and the "
        "day it is due; and what was seen and decided to signals.csv."
    )
