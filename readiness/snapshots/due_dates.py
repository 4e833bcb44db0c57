"""The due dates of actions as a snapshot kept them: the one place where an earlier due date is on record."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from readiness.evidence.date_cells import parse_date
from readiness.evidence.tables import TABLES
from readiness.snapshots.rows import table_rows
from readiness.snapshots.snapshot import Snapshot

ACTIONS = TABLES["actions"]


def due_dates(kept: Snapshot) -> Mapping[str, date]:
    """The due date of each action that had one, by its id; of rows with one id the first counts, as everywhere.

    Empty where no plan was kept. Raises OSError where the file can't be read.
    """
    path = kept.dataset_folder / ACTIONS.file
    if not path.is_file():
        return MappingProxyType({})
    _, rows = table_rows(path.read_bytes(), ACTIONS)
    found: dict[str, date | None] = {}
    for _, row in rows:
        found.setdefault(row.get("action", ""), parse_date(row.get("due", "")))
    return MappingProxyType({action: due for action, due in found.items() if due})
