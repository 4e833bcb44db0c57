"""What is marked on a time axis: inspections and visits with their judgements, and events."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from readiness.config.models import Config
from readiness.evidence.dataset import Dataset
from readiness.insight.rows import Record, text, worded_then


@dataclass(frozen=True, slots=True)
class Mark:
    """One moment: `kind` is "inspection", "visit", "event", or "action" where a chart is drawn for one action.

    `detail` holds the judgements or the source.
    """

    day: date
    kind: str
    label: str
    detail: str


def marks(dataset: Dataset, config: Config, first: date, last: date) -> tuple[Mark, ...]:
    """Inspections, visits and events between two days (both included), in order of time."""
    found = [*_inspections(dataset, config), *_events(dataset.tables["events"].rows)]
    return tuple(
        sorted((mark for mark in found if first <= mark.day <= last), key=lambda mark: (mark.day, mark.label))
    )


def _inspections(dataset: Dataset, config: Config) -> list[Mark]:
    judgements = dataset.tables["judgements"].rows
    rows = dataset.tables["inspections"].rows
    return [
        Mark(
            row["published"].date(),
            "inspection" if row["kind"] in ("inspection", "joint inspection") else "visit",
            text(row["title"]),
            _graded(judgements[judgements["inspection"] == row["inspection"]], row, config),
        )
        for row in rows.to_dict("records")
    ]


def _graded(judgements: pd.DataFrame, inspection: Record, config: Config) -> str:
    each = [
        f"{worded_then(row, inspection, config)}: {row['grade']}" for row in judgements.to_dict("records")
    ]
    return "; ".join(each) or "No grades were given"


def _events(rows: pd.DataFrame) -> list[Mark]:
    return [
        Mark(row["date"].date(), "event", text(row["label"]), text(row["source"]))
        for row in rows.to_dict("records")
    ]
