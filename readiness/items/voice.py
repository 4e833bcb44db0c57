"""What children, families, carers, staff and partners say when they are asked (scoring.md 3.4)."""

import numpy as np
import pandas as pd

from readiness.config.models import Scoring
from readiness.dates import NEVER
from readiness.items.columns import Items, days, strand_items
from readiness.items.lookup import Lookup

ASKED_KINDS = ("survey", "consultation", "focus group")
"""The kinds of feedback that are scored: people were asked, so silence and answer both mean something."""


def voice_items(rows: pd.DataFrame, scoring: Scoring, lookup: Lookup) -> Items:
    """What people said when asked: the share that was positive, or the tone where it was not counted."""
    counted = rows["positive"].notna() & rows["responses"].notna()
    tone = rows["sentiment"].astype(object).map(scoring.feedback_points)
    points = (
        (100.0 * rows["positive"] / rows["responses"])
        .where(counted, tone.astype(float))
        .to_numpy(dtype=float)
    )
    asked = np.asarray(rows["kind"].isin(ASKED_KINDS)) & ~np.isnan(points)
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
