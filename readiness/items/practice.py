"""Case and thematic audits (scoring.md 3.2)."""

import numpy as np
import pandas as pd

from readiness.config.models import Scoring
from readiness.dates import NEVER
from readiness.items.columns import Items, by_word, days, strand_items
from readiness.items.lookup import Lookup


def practice_items(rows: pd.DataFrame, scoring: Scoring, lookup: Lookup) -> Items:
    """One item per audit and criterion: the moderated grade where there is one, else the auditor's."""
    moderated = by_word(rows["moderated_grade"], scoring.grade_points)
    points = np.where(np.isnan(moderated), by_word(rows["grade"], scoring.grade_points), moderated)
    weights = scoring.weights
    weight = np.where(np.isnan(moderated), weights.unmoderated_audit, weights.moderated_audit)
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
