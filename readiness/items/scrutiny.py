"""What inspectors judged and found, until a later judgement falls on the same area (scoring.md 3.3)."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from readiness.config.models import GRADES, Config, Framework, Scoring
from readiness.dates import NEVER
from readiness.evidence.dataset import Dataset
from readiness.items.columns import Ints, Items, by_word, days, strand_items
from readiness.items.lookup import Lookup


@dataclass(frozen=True, slots=True, eq=False)
class AreaJudgements:
    """Graded judgements as they fall on the areas of the framework in use (one may fall on several).

    `area` indexes the framework's areas; `grade` the four grades, lowest first; `row` the judgements table.
    """

    area: Ints
    published: Ints
    grade: Ints
    row: Ints
    inspection: tuple[str, ...]

    def ends(self, area: Ints, published: Ints) -> Ints:
        """For evidence published on these days, the day a later judgement falls on its area (NEVER: none yet)."""
        until = np.full(len(area), NEVER, dtype=np.int64)
        for index in np.unique(area):
            mine = area == index
            judged = np.append(np.unique(self.published[self.area == index]), NEVER)
            until[mine] = judged[np.searchsorted(judged, published[mine], side="right")]
        return until


def judgements_on(dataset: Dataset, config: Config, framework: Framework) -> AreaJudgements:
    """The graded judgements that fall on each area of a framework: its own, and those it continues."""
    inspections = _scored_inspections(dataset, config)
    rows = dataset.tables["judgements"].rows
    found: list[tuple[int, int, int, int, str]] = []
    for row, inspection, area_id, grade in zip(
        rows.index, rows["inspection"], rows["area"], rows["grade"], strict=True
    ):
        known = inspections.get(inspection)
        if known is None or grade not in GRADES or area_id == "overall":
            continue
        judged_in, published = known
        for index, area in enumerate(framework.areas):
            same = judged_in == framework.id and area_id == area.id
            if same or f"{judged_in}/{area_id}" in area.continues:
                found.append((index, published, GRADES.index(grade), row, inspection))
    columns = np.array([entry[:4] for entry in found], dtype=np.int64).reshape(-1, 4)
    return AreaJudgements(*columns.T, inspection=tuple(entry[4] for entry in found))


def _scored_inspections(dataset: Dataset, config: Config) -> dict[str, tuple[str, int]]:
    """Inspection id -> (framework, day published), of those whose framework is configured; the rest are history."""
    rows = dataset.tables["inspections"].rows
    published = days(rows["published"])
    return {
        inspection: (framework, int(published[row]))
        for row, inspection, framework in zip(rows.index, rows["inspection"], rows["framework"], strict=True)
        if framework in config.frameworks
    }


def judgement_items(judgements: AreaJudgements, scoring: Scoring, lookup: Lookup) -> Items:
    """A judgement's grade points on every criterion of the area it falls on, until a later judgement there."""
    criteria_of = [np.flatnonzero(lookup.area_of == area) for area in judgements.area]
    which = np.repeat(np.arange(len(criteria_of)), [len(criteria) for criteria in criteria_of])
    criterion = np.concatenate(criteria_of) if criteria_of else np.empty(0, np.int64)
    points = np.array([scoring.grade_points[grade] for grade in GRADES], dtype=float)[judgements.grade[which]]
    until = judgements.ends(judgements.area, judgements.published)[which]
    known = judgements.published[which]
    weight = scoring.weights.judgement
    return strand_items(
        "scrutiny",
        scoring,
        criterion=criterion,
        known=known,
        until=until,
        points=points,
        weight=weight,
        table="judgements",
        row=judgements.row[which],
    )


@dataclass(frozen=True, slots=True, eq=False)
class Findings:
    """Findings of scored inspections, one entry per criterion each stands for; `row` is in the findings table."""

    row: Ints
    criterion: Ints
    published: Ints


def findings_on(dataset: Dataset, config: Config, lookup: Lookup) -> Findings:
    """Every finding of an inspection whose framework is configured, spread over the criteria it stands for."""
    inspections = _scored_inspections(dataset, config)
    rows = dataset.tables["findings"].rows
    published = np.array(
        [inspections.get(inspection, ("", -1))[1] for inspection in rows["inspection"]], dtype=np.int64
    )
    scored = np.array([inspection in inspections for inspection in rows["inspection"]], dtype=bool)
    row, criterion = lookup.spread(rows["criterion"].array)
    kept = scored[row] if len(row) else np.empty(0, bool)
    return Findings(row[kept], criterion[kept], published[row[kept]])


def finding_items(
    rows: pd.DataFrame, findings: Findings, judgements: AreaJudgements, scoring: Scoring, lookup: Lookup
) -> Items:
    """A finding's points by its kind, until a later judgement falls on the area that holds its criterion."""
    kinds = by_word(rows["kind"], scoring.finding_points)
    until = judgements.ends(lookup.area_of[findings.criterion], findings.published)
    return strand_items(
        "scrutiny",
        scoring,
        criterion=findings.criterion,
        known=findings.published,
        until=until,
        points=kinds[findings.row],
        weight=scoring.weights.finding,
        table="findings",
        row=findings.row,
    )
