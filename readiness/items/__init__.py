"""Tables to evidence items: one small module per strand (scoring.md section 3).

`criterion` of an item indexes the criteria of the framework in use, in its order.
"""

from readiness.config.models import Config
from readiness.evidence.dataset import Dataset
from readiness.items.columns import SOURCES, Items, days, joined
from readiness.items.improvement import improvement_items
from readiness.items.lookup import Lookup
from readiness.items.performance import (
    current_observations,
    figure_on_scale,
    fresh_days,
    performance_items,
    points_on_scale,
)
from readiness.items.practice import practice_items
from readiness.items.scrutiny import (
    AreaJudgements,
    Findings,
    finding_items,
    findings_on,
    judgement_items,
    judgements_on,
)
from readiness.items.voice import voice_items

__all__ = [
    "SOURCES",
    "AreaJudgements",
    "Findings",
    "Items",
    "Lookup",
    "current_observations",
    "days",
    "figure_on_scale",
    "findings_on",
    "fresh_days",
    "judgements_on",
    "make_items",
    "points_on_scale",
]


def make_items(
    dataset: Dataset, config: Config, lookup: Lookup, judgements: AreaJudgements, findings: Findings
) -> Items:
    """Every evidence item that a dataset makes in the framework of the lookup, in no particular order."""
    rows = {name: table.rows for name, table in dataset.tables.items()}
    return joined(
        [
            performance_items(rows["observations"], config, lookup),
            practice_items(rows["audits"], config.scoring, lookup),
            judgement_items(judgements, config.scoring, lookup),
            finding_items(rows["findings"], findings, judgements, config.scoring, lookup),
            voice_items(rows["feedback"], config.scoring, lookup),
            improvement_items(dataset, config.scoring, lookup),
        ]
    )
