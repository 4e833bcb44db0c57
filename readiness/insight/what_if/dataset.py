"""A dataset as a scenario would have it: rows changed and rows added, so that scoring itself says what follows."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd

from readiness.dates import day_number
from readiness.evidence.dataset import Dataset
from readiness.insight.what_if.scenario import Change, Done, Figure, MoreAudits, MoreVoice, Scenario
from readiness.items import current_observations

ANSWERS = 100
"""The answers of a survey that is supposed: so many that its share of positive ones is a whole number."""
ADDED = 0
"""The line of a row that stands in no file."""

Row = Mapping[str, object]


def supposed(dataset: Dataset, scenario: Scenario, as_at: date) -> Dataset:
    """The dataset with the scenario's rows, known on the day; the dataset itself where nothing is changed.

    A figure takes the place of the current one in its own row, known and trusted as that is; an indicator without a
    current figure gets a row of the day. Actions, audits and feedback get rows of the day.
    """
    if not scenario:
        return dataset
    changes = scenario.changes
    tables = dict(dataset.tables)
    figures = {each.indicator: each.value for each in changes if isinstance(each, Figure)}
    rows = _with_figures(tables["observations"].rows, figures, as_at)
    tables["observations"] = replace(tables["observations"], rows=rows)
    for name, added in _added(changes, as_at).items():
        tables[name] = replace(tables[name], rows=with_rows(tables[name].rows, added))
    return replace(dataset, tables=tables)


def current_rows(rows: pd.DataFrame, as_at: date) -> dict[str, int]:
    """The position of the observation of each indicator that is current on a day (scoring.md 3.1)."""
    current, day = current_observations(rows), day_number(as_at)
    held = (current.known <= day) & (day < current.until)
    names = rows["indicator"].cat.categories
    return {
        str(names[code]): int(row)
        for code, row in zip(current.indicator[held], current.row[held], strict=True)
    }


def _with_figures(rows: pd.DataFrame, figures: Mapping[str, float], as_at: date) -> pd.DataFrame:
    current = current_rows(rows, as_at)
    column = rows["figure"].to_numpy(dtype=float).copy()
    for indicator, value in figures.items():
        if indicator in current:
            column[current[indicator]] = value
    changed = rows.assign(figure=column)
    return with_rows(
        changed,
        [
            {"indicator": indicator, "period_end": as_at, "known": as_at, "value": value, "figure": value}
            for indicator, value in figures.items()
            if indicator not in current
        ],
    )


def _added(changes: Sequence[Change], as_at: date) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {"action_updates": [], "audits": [], "feedback": []}
    for number, change in enumerate(changes):
        match change:
            case Done(action, status):
                found["action_updates"].append({"action": action, "date": as_at, "status": status})
            case MoreAudits(criterion, grade, many):
                found["audits"] += [
                    {"audit": f"supposed-{number}-{each}", "date": as_at, "criterion": criterion, "grade": grade,
                     "moderated_grade": grade}
                    for each in range(many)
                ]  # fmt: skip
            case MoreVoice(criterion, positive, many):
                found["feedback"] += [
                    {"feedback": f"supposed-{number}-{each}", "date": as_at, "criterion": criterion, "from": "children",
                     "kind": "survey", "positive": positive, "responses": ANSWERS}
                    for each in range(many)
                ]  # fmt: skip
    return {name: rows for name, rows in found.items() if rows}


def with_rows(frame: pd.DataFrame, added: Sequence[Row]) -> pd.DataFrame:
    """A table with rows at its end, every column typed as before; cells that a row does not name are blank."""
    if not added:
        return frame
    old, new = {}, {}
    for name in frame.columns:
        values = [row.get(name, ADDED if name == "line" else None) for row in added]
        old[name], new[name] = _typed(frame[name], values)
    return pd.concat([pd.DataFrame(old), pd.DataFrame(new)], ignore_index=True)


def _typed(column: pd.Series, values: Sequence[object]) -> tuple[pd.Series, pd.Series]:
    """A column, and values as a column of the same type; a category that is new is new to both."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        fresh = [value for value in dict.fromkeys(values) if value is not None]
        column = column.cat.add_categories([value for value in fresh if value not in column.cat.categories])
        return column, pd.Series(pd.Categorical(values, categories=column.cat.categories))
    if column.dtype.kind == "f":
        return column, pd.Series([np.nan if value is None else value for value in values], dtype=column.dtype)
    return column, pd.Series(list(values), dtype=column.dtype)
