"""The evidence behind a score, row by row: what it says, what it counts for, and where it stands in which file."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from readiness.config.models import STRANDS, Config, Overall
from readiness.dates import day_number, from_day_number, uk_date
from readiness.evidence.context import OVERALL
from readiness.items import SOURCES
from readiness.scoring.evidence import Evidence
from readiness.scoring.means import Cells, cells
from readiness.scoring.trust import cell_sums
from readiness.wording import in_unit, judgement_of

PLAN_NAME = re.compile(r"\. | \(")
"""Where the name of a plan ends in a source: what follows says on which page it stands."""

Record = Mapping[str, Any]
"""One row of a table by column name, as typed by the reader."""


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One evidence item as people read it.

    `points` 0 to 100; `trust` and `weight` as the method defines them; `share` (0 to 1) is the part of the
    area's uncapped score that it makes; `file` and `line` are where its row stands.
    """

    criterion: str
    strand: str
    says: str
    points: float
    weight: float
    trust: float
    share: float
    known: date
    source: str
    file: str
    line: int
    about: str
    """What groups rows about the same thing, in words: the indicator, the inspection, the plan an action comes from."""


def evidence_rows(
    evidence: Evidence, area_id: str, as_at: date, criterion_id: str | None = None
) -> tuple[EvidenceRow, ...]:
    """The active items of an area (or of one of its criteria) on a day, heaviest share first.

    Items in strands that the criterion does not expect are left out: they are not scored.
    """
    day = day_number(as_at)
    share, trust = shares(evidence, area_id, day)
    wanted = np.flatnonzero(share > 0)
    if criterion_id is not None:
        position = [criterion.id for criterion in evidence.lookup.criteria].index(criterion_id)
        wanted = wanted[evidence.items.criterion[wanted] == position]
    wanted = wanted[np.argsort(-share[wanted], kind="stable")]
    return described(evidence, wanted, trust, share)


def row_by_row(rows: Sequence[EvidenceRow]) -> tuple[EvidenceRow, ...]:
    """The items of one row of a file put together, with the sum of their shares; heaviest first.

    One judgement or figure stands on many criteria; `criterion` names the first of them.
    """
    together: dict[tuple[str, int], EvidenceRow] = {}
    for row in rows:
        place = (row.file, row.line)
        share = row.share + (together[place].share if place in together else 0.0)
        together[place] = replace(together.get(place, row), share=share)
    return tuple(sorted(together.values(), key=lambda row: -row.share))


def shares(evidence: Evidence, area_id: str, day: int) -> tuple[np.ndarray, np.ndarray]:
    """Each item's share u(i, t) of the area's uncapped score, and its trust, on a day (scoring.md 5).

    The shares of an area with evidence add up to 1; `sum(share x points)` is its uncapped score.
    """
    items = evidence.items
    trust = items.trust(day)
    sums = cell_sums(items, len(evidence.lookup.criteria), np.array([day]))
    weight = _area_weights(evidence, area_id, cells(sums, evidence.expected))
    total = weight.sum()
    per_trust = np.divide(
        weight, sums.trust[:, :, 0], out=np.zeros_like(weight), where=sums.trust[:, :, 0] > 0
    )
    share = per_trust[items.criterion, items.strand] * trust
    return share / total if total > 0 else np.zeros(len(items)), trust


def _area_weights(evidence: Evidence, area_id: str, held: Cells) -> np.ndarray:
    index = [area.id for area in evidence.framework.areas].index(area_id)
    inside = evidence.lookup.area_of == index
    return np.where(inside[:, None], held.weight[:, :, 0], 0.0)


def described(
    evidence: Evidence, chosen: np.ndarray, trust: np.ndarray, share: np.ndarray
) -> tuple[EvidenceRow, ...]:
    """The items at these positions as people read them; `trust` and `share` are over all items."""
    items, records = evidence.items, Records(evidence)
    records.fetch(items.table[chosen], items.row[chosen])
    return tuple(
        _row(evidence, records, int(index), float(trust[index]), float(share[index])) for index in chosen
    )


class Records:
    """Rows of the dataset's tables as plain mappings, fetched in one go because one at a time is slow."""

    def __init__(self, evidence: Evidence) -> None:
        self.config = evidence.config
        self.inspectorate = evidence.framework.inspectorate
        self.kind = evidence.dataset.description.kind
        self._tables = evidence.dataset.tables
        self._held: dict[tuple[str, int], Record] = {}

    def fetch(self, tables: np.ndarray, rows: np.ndarray) -> None:
        """Make ready the rows at these positions of these tables (positions in SOURCES)."""
        for table in np.unique(tables):
            name, wanted = SOURCES[table], np.unique(rows[tables == table])
            found = self._tables[name].rows.iloc[wanted].to_dict("records")
            self._held.update({(name, int(row)): record for row, record in zip(wanted, found, strict=True)})

    def get(self, table: str, row: int) -> Record:
        """A row that was fetched."""
        return self._held[table, row]

    @cached_property
    def inspections(self) -> dict[str, Record]:
        """The rows of inspections.csv by id."""
        return {
            record["inspection"]: record for record in self._tables["inspections"].rows.to_dict("records")
        }

    @cached_property
    def actions(self) -> dict[str, Record]:
        """The rows of actions.csv by id."""
        return {record["action"]: record for record in self._tables["actions"].rows.to_dict("records")}


def worded_then(judgement: Record, inspection: Record, config: Config) -> str:
    """A judgement as worded then; where no row says, its area as its framework calls it, else as it is written."""
    area = text(judgement["area"])
    framework = config.frameworks.get(text(inspection["framework"]))
    called = {each.id: each.title for each in framework.areas} if framework else {}
    if framework:
        called[OVERALL] = (framework.overall or Overall()).title
    return text(judgement["title"]) or called.get(area, area)


def _row(evidence: Evidence, records: Records, index: int, trust: float, share: float) -> EvidenceRow:
    items = evidence.items
    table = SOURCES[items.table[index]]
    record = records.get(table, int(items.row[index]))
    says, source, about = DESCRIBE[table](record, records)
    return EvidenceRow(
        criterion=evidence.lookup.criteria[items.criterion[index]].id,
        strand=STRANDS[items.strand[index]],
        says=says,
        points=float(items.points[index]),
        weight=float(items.weight[index]),
        trust=trust,
        share=share,
        known=from_day_number(items.known[index]),
        source=source,
        file=f"{table}.csv",
        line=int(record["line"]),
        about=about,
    )


Described = tuple[str, str, str]
"""What a row says, its source, and what groups it with others."""


def _observation(row: Record, records: Records) -> Described:
    indicator = records.config.indicators[row["indicator"]]
    says = f"{indicator.label}: {in_unit(row['figure'], indicator.unit)}, {uk_date(row['period_end'].date())}"
    doubtful = " (doubtful: counts for less)" if row["reliability"] == "doubtful" else ""
    return says + doubtful, text(row["source"]), indicator.label


def _audit(row: Record, records: Records) -> Described:
    moderated = text(row["moderated_grade"])
    graded = f"moderated {moderated}" if moderated else f"{row['grade']}, not moderated"
    return (
        f"{text(row['kind']).capitalize() or 'Case'} audit {row['audit']}: {graded}",
        text(row["team"]) or "Case audits",
        "Case audits",
    )


def _judgement(row: Record, records: Records) -> Described:
    inspection = records.inspections[row["inspection"]]
    worded = worded_then(row, inspection, records.config)
    return (
        f"{judgement_of(records.kind, records.inspectorate)}: {worded}: {row['grade']}",
        text(inspection["source"]),
        text(inspection["title"]),
    )


def _finding(row: Record, records: Records) -> Described:
    inspection = records.inspections[row["inspection"]]
    return (
        f"{str(row['kind']).capitalize()}: {row['summary']}",
        text(row["source"]),
        text(inspection["title"]),
    )


def _feedback(row: Record, records: Records) -> Described:
    counted = pd.notna(row["positive"]) and pd.notna(row["responses"])
    heard = f"{row['positive']:.0f} of {row['responses']:.0f} positive" if counted else text(row["sentiment"])
    summary = text(row["summary"]) or text(row["theme"])
    return (
        f"{str(row['kind']).capitalize()} of {row['from']}: {heard}. {summary}".strip(),
        text(row["source"]),
        f"{str(row['kind']).capitalize()} of {row['from']}",
    )


def _update(row: Record, records: Records) -> Described:
    action = records.actions[row["action"]]
    return f"Action {row['status']}: {action['title']}", text(action["source"]), _plan(action, records)


def _overdue(row: Record, records: Records) -> Described:
    return (
        f"Action overdue since {uk_date(row['due'].date())}: {row['title']}",
        text(row["source"]),
        _plan(row, records),
    )


def _plan(action: Record, records: Records) -> str:
    """Where an action comes from: the inspection it answers, or the review named."""
    inspection = records.inspections.get(action["source"])
    named = (
        text(inspection["title"]) if inspection else PLAN_NAME.split(text(action["source"]), maxsplit=1)[0]
    )
    return f"Actions: {named}"


DESCRIBE: dict[str, Callable[[Record, Records], Described]] = {
    "observations": _observation,
    "audits": _audit,
    "judgements": _judgement,
    "findings": _finding,
    "feedback": _feedback,
    "action_updates": _update,
    "actions": _overdue,
}


def text(value: object) -> str:
    """A cell as text; a blank one is empty, never "nan"."""
    return "" if value is None or value is pd.NA or value != value else str(value)
