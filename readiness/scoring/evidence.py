"""Everything that scoring needs of one dataset in one framework, prepared once and then asked at any date."""

from dataclasses import dataclass

import numpy as np

from readiness.config.models import Config, Framework
from readiness.evidence.dataset import Dataset
from readiness.items import AreaJudgements, Items, Lookup, findings_on, judgements_on, make_items
from readiness.scoring.caps import CapSpan, cap_spans
from readiness.scoring.expected import Expected, expected_evidence
from readiness.scoring.practice import AuditDays, audit_days
from readiness.scoring.red_lines import WatchedLine, watched_lines


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """One dataset as evidence in one framework. Nothing in it depends on a date asked for."""

    config: Config
    framework: Framework
    dataset: Dataset
    lookup: Lookup
    items: Items
    judgements: AreaJudgements
    expected: Expected
    audits: AuditDays
    lines: tuple[WatchedLine, ...]
    caps: tuple[CapSpan, ...]

    def criteria_of(self, area: int) -> np.ndarray:
        """The positions of an area's criteria, less those that expect no evidence and are left out."""
        return np.flatnonzero((self.lookup.area_of == area) & (self.expected.weight > 0))

    @property
    def scored_areas(self) -> tuple[int, ...]:
        """Positions of the areas that are scored: those with criteria."""
        return tuple(index for index, area in enumerate(self.framework.areas) if area.criteria)


def prepare(dataset: Dataset, config: Config, framework: Framework) -> Evidence:
    """Turn a dataset's tables into evidence in a framework."""
    lookup = Lookup(framework)
    lines = watched_lines(dataset, config, framework)
    judgements = judgements_on(dataset, config, framework)
    findings = findings_on(dataset, config, lookup)
    return Evidence(
        config=config,
        framework=framework,
        dataset=dataset,
        lookup=lookup,
        items=make_items(dataset, config, lookup, judgements, findings),
        judgements=judgements,
        expected=expected_evidence(config, lookup, dataset.description.strands),
        audits=audit_days(dataset, lookup),
        lines=lines,
        caps=cap_spans(dataset, config, framework, lookup, lines, judgements, findings),
    )
