"""How many audits looked at each criterion in a year: the first half of the weak-practice cap (scoring.md 4)."""

from dataclasses import dataclass

import numpy as np

from readiness.evidence.dataset import Dataset
from readiness.items import Lookup, days


@dataclass(frozen=True, slots=True, eq=False)
class AuditDays:
    """For each criterion the sorted days of the audits that graded it; one audit counts once."""

    days: tuple[np.ndarray, ...]

    def within(self, dates: np.ndarray, window: float) -> np.ndarray:
        """Criteria x dates: audits after `date - window` and up to `date`."""
        counts = [
            np.searchsorted(held, dates, "right") - np.searchsorted(held, dates - window, "right")
            for held in self.days
        ]
        return np.array(counts, dtype=np.int64).reshape(len(self.days), len(dates))


def audit_days(dataset: Dataset, lookup: Lookup) -> AuditDays:
    """The audits that graded each criterion, by its own id or by its area's."""
    rows = dataset.tables["audits"].rows
    row, criterion = lookup.spread(rows["criterion"].array)
    audit = np.asarray(rows["audit"].cat.codes, dtype=np.int64)[row]
    once = np.unique(audit * len(lookup.criteria) + criterion, return_index=True)[1]
    day, criterion = days(rows["date"])[row[once]], criterion[once]
    order = np.lexsort((day, criterion))
    bounds = np.searchsorted(criterion[order], np.arange(1, len(lookup.criteria)))
    return AuditDays(tuple(np.split(day[order], bounds)) if len(lookup.criteria) else ())
