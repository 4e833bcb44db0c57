"""Tables to evidence items: one small module per strand (scoring.md section 3).

`criterion` of an item indexes the criteria of the framework in use, in its order.
"""

from readiness.config.models import Config, Framework
from readiness.evidence.dataset import Dataset
from readiness.items.columns import SOURCES, Items, days, joined
from readiness.items.improvement import improvement_items
from readiness.items.lookup import Lookup
from readiness.items.performance import current_observations, fresh_days, performance_items
from readiness.items.practice import practice_items
from readiness.items.scrutiny import (
    AreaJudgements,
    finding_items,
    findings_on,
    judgement_items,
    judgements_on,
)
from readiness.items.voice import voice_items

__all__ = [
    "SOURCES",
    "AreaJudgements",
    "Items",
    "Lookup",
    "current_observations",
    "days",
    "findings_on",
    "fresh_days",
    "judgements_on",
    "make_items",
]


def make_items(dataset: Dataset, config: Config, framework: Framework) -> Items:
    """Every evidence item that a dataset makes in a framework, in no particular order."""
    lookup = Lookup(framework)
    return joined(
        [
            performance_items(dataset.tables["observations"].rows, config, lookup),
            practice_items(dataset.tables["audits"].rows, config.scoring, lookup),
            judgement_items(judgements_on(dataset, config, framework), config.scoring, lookup),
            finding_items(dataset, config, framework, lookup),
            voice_items(dataset.tables["feedback"].rows, config.scoring, lookup),
            improvement_items(dataset, config.scoring, lookup),
        ]
    )
