"""What children, families, carers, staff and partners say when they are asked (scoring.md 3.4)."""

import numpy as np
import pandas as pd

from readiness.config.models import Scoring
from readiness.dates import NEVER
from readiness.items.columns import Items, by_word, days, strand_items
from readiness.items.lookup import Lookup

ASKED_KINDS = ("survey", "consultation", "focus group")
"""The kinds of feedback that are scored: people were asked, so silence and answer both mean something."""


def voice_items(rows: pd.DataFrame, scoring: Scoring, lookup: Lookup) -> Items:
    """What people said when asked: the share that was positive, or the tone where it was not counted."""
    counted = (100.0 * rows["positive"] / rows["responses"]).to_numpy(dtype=float)
    points = np.where(np.isnan(counted), by_word(rows["sentiment"], scoring.feedback_points), counted)
    asked = (by_word(rows["kind"], dict.fromkeys(ASKED_KINDS, 1.0)) == 1.0) & ~np.isnan(points)
    row, criterion = lookup.spread(rows["criterion"].array)
    kept = asked[row]
    row, criterion = row[kept], criterion[kept]
    return strand_items(
        "voice",
        scoring,
        criterion=criterion,
        known=days(rows["date"])[row],
        until=NEVER,
        points=points[row],
        weight=1.0,
        table="feedback",
        row=row,
    )
