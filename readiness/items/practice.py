"""Case and thematic audits (scoring.md 3.2)."""

import numpy as np
import pandas as pd

from readiness.config.models import Scoring
from readiness.dates import NEVER
from readiness.items.columns import Items, days, strand_items
from readiness.items.lookup import Lookup


def practice_items(rows: pd.DataFrame, scoring: Scoring, lookup: Lookup) -> Items:
    """One item per audit and criterion: the moderated grade where there is one, else the auditor's."""
    moderated = rows["moderated_grade"].notna().to_numpy()
    grade = rows["moderated_grade"].astype(object).where(moderated, rows["grade"].astype(object))
    points = grade.map(scoring.grade_points).to_numpy(dtype=float)
    weight = np.where(moderated, scoring.weights.moderated_audit, scoring.weights.unmoderated_audit)
    row, criterion = lookup.spread(rows["criterion"].array)
    return strand_items(
        "practice",
        scoring,
        criterion=criterion,
        known=days(rows["date"])[row],
        until=NEVER,
        points=points[row],
        weight=weight[row],
        table="audits",
        row=row,
    )
