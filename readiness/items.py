"""Tables to evidence items: one small function per table (scoring.md section 3).

Items are held as columns (one numpy array per field), because a dataset may make hundreds of
thousands of them. `criterion` indexes the criteria of the framework in use, in its order.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

import numpy as np
import pandas as pd

from readiness.actions import Span, status_spans
from readiness.config.models import GRADES, STRANDS, Config, Framework, Indicator, Scoring
from readiness.dates import NEVER, day_number
from readiness.evidence.dataset import Dataset

SOURCES = ("observations", "audits", "judgements", "findings", "feedback", "action_updates", "actions")
"""The tables that make items; `Items.table` indexes this."""

ASKED_KINDS = ("survey", "consultation", "focus group")
"""The kinds of feedback that are scored: people were asked, so silence and answer both mean something."""

Ints = np.ndarray
Floats = np.ndarray


@dataclass(frozen=True, slots=True, eq=False)
class Items:
    """Evidence items as columns of equal length.

    `known` and `until` are days; `fresh` and `half_life` are in days (`fresh` infinite: does not age);
    `table` indexes SOURCES and `row` the used rows of that table.
    """

    criterion: Ints
    strand: Ints
    known: Ints
    until: Ints
    points: Floats
    weight: Floats
    fresh: Floats
    half_life: Floats
    table: Ints
    row: Ints

    def __len__(self) -> int:
        return len(self.known)

    def select(self, chosen: np.ndarray) -> "Items":
        """The items at these positions (or where this mask is true)."""
        return Items(**{field.name: getattr(self, field.name)[chosen] for field in fields(self)})

    def active(self, day: int) -> np.ndarray:
        """A mask of the items active on a day: known by then, and not yet replaced or ended."""
        return (self.known <= day) & (day < self.until)

    def trust(self, day: int) -> Floats:
        """How far each item can be trusted on a day; 0 where it is not active."""
        faded = np.maximum(day - self.known - self.fresh, 0.0)
        return np.where(self.active(day), self.weight * np.exp2(-faded / self.half_life), 0.0)


class Lookup:
    """Which criteria of one framework an id stands for: an area for all of its criteria, a criterion for itself."""

    def __init__(self, framework: Framework) -> None:
        self.criteria = tuple(criterion for area in framework.areas for criterion in area.criteria)
        self.area_of = np.array(
            [index for index, area in enumerate(framework.areas) for _ in area.criteria], dtype=np.int64
        )
        position = {criterion.id: index for index, criterion in enumerate(self.criteria)}
        self._stands_for = {criterion_id: (index,) for criterion_id, index in position.items()}
        for area in framework.areas:
            self._stands_for[area.id] = tuple(position[criterion.id] for criterion in area.criteria)
        self.area_ids = {area.id for area in framework.areas}

    def indices(self, reference: str) -> tuple[int, ...]:
        """The criteria a reference stands for; none where only another framework knows it."""
        return self._stands_for.get(reference, ())

    def spread(self, references: pd.Categorical) -> tuple[Ints, Ints]:
        """Each row of references repeated once per criterion: row positions, and criterion indices."""
        stands_for = [self.indices(str(category)) for category in references.categories] + [()]
        counts = np.array([len(criteria) for criteria in stands_for], dtype=np.int64)
        flat = np.array([index for criteria in stands_for for index in criteria], dtype=np.int64)
        starts = np.cumsum(counts) - counts
        codes = np.asarray(references.codes, dtype=np.int64)  # -1, no reference, finds the empty last entry
        each = counts[codes]
        rows = np.repeat(np.arange(len(codes)), each)
        within = np.arange(len(rows)) - np.repeat(np.cumsum(each) - each, each)
        return rows, flat[starts[codes[rows]] + within] if len(rows) else np.empty(0, np.int64)

    def mapping(self, indicator: Indicator) -> Mapping[int, float]:
        """Criterion index -> weight of an indicator; a criterion's own entry holds over its area's."""
        by_area = [(key, weight) for key, weight in indicator.criteria.items() if key in self.area_ids]
        own = [(key, weight) for key, weight in indicator.criteria.items() if key not in self.area_ids]
        return {index: weight for key, weight in by_area + own for index in self.indices(key)}


def make_items(dataset: Dataset, config: Config, framework: Framework) -> Items:
    """Every evidence item that a dataset makes in a framework, in no particular order."""
    lookup = Lookup(framework)
    return _joined(
        [
            performance_items(dataset.tables["observations"].rows, config, lookup),
            practice_items(dataset.tables["audits"].rows, config.scoring, lookup),
            judgement_items(judgements_on(dataset, config, framework), config.scoring, lookup),
            finding_items(dataset, config, framework, lookup),
            voice_items(dataset.tables["feedback"].rows, config.scoring, lookup),
            improvement_items(dataset, config.scoring, lookup),
        ]
    )


# Performance -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class CurrentObservations:
    """For each indicator the observation that was current, and from when until when (3.1).

    `indicator` holds codes into the rows' categories; `row` positions in the observations table.
    """

    row: Ints
    indicator: Ints
    known: Ints
    until: Ints


def current_observations(rows: pd.DataFrame) -> CurrentObservations:
    """Which whole-authority figure was current when: latest period, then last published, then later row.

    Rows without a figure and disputed ones are never current. `until` is NEVER for the last.
    """
    figures = np.flatnonzero(_is_scored(rows))
    indicator = np.asarray(rows["indicator"].cat.codes, dtype=np.int64)[figures]
    period = days(rows["period_end"])[figures]
    known = days(rows["known"])[figures]
    rank = np.empty(len(figures), dtype=np.int64)
    rank[np.lexsort((figures, known, period))] = np.arange(len(figures))
    order = np.lexsort((rank, known, indicator))
    row, indicator, known, rank = figures[order], indicator[order], known[order], rank[order]
    best = np.maximum.accumulate(rank + indicator * (len(figures) + 1)) - indicator * (len(figures) + 1)
    leads = np.flatnonzero(best == rank)  # takes the place of whatever was current before it
    row, indicator, known = row[leads], indicator[leads], known[leads]
    until = np.append(known, NEVER)[1:]
    until[np.append(indicator[1:] != indicator[:-1], True)[: len(until)]] = NEVER
    lasts = until > known  # of several known on one day, the last holds
    return CurrentObservations(row[lasts], indicator[lasts], known[lasts], until[lasts])


def _is_scored(rows: pd.DataFrame) -> np.ndarray:
    whole = rows["team"].isna() & rows["group"].isna()
    return np.asarray(whole & rows["figure"].notna() & (rows["reliability"] != "disputed"))


def performance_items(rows: pd.DataFrame, config: Config, lookup: Lookup) -> Items:
    """Items of the current observations of every scored indicator, on each criterion it is mapped to."""
    current = current_observations(rows)
    figures = rows["figure"].to_numpy(dtype=float)
    doubtful = np.asarray(rows["reliability"] == "doubtful")
    half_life = config.scoring.strands["performance"].half_life_days
    parts = []
    for code, indicator_id in enumerate(rows["indicator"].cat.categories):
        indicator = config.indicators[indicator_id]
        mine = np.flatnonzero(current.indicator == code)
        mapping = lookup.mapping(indicator)
        if not indicator.scored or not len(mine) or not mapping:
            continue
        row, known, until = current.row[mine], current.known[mine], current.until[mine]
        trust = np.where(doubtful[row], config.scoring.weights.doubtful, 1.0)
        parts.append(
            _items(
                criterion=np.repeat(list(mapping), len(mine)),
                strand=indicator.strand,
                known=np.tile(known, len(mapping)),
                until=np.tile(until, len(mapping)),
                points=np.tile(points_on_scale(indicator, figures[row], known), len(mapping)),
                weight=np.repeat(list(mapping.values()), len(mine)) * np.tile(trust, len(mapping)),
                fresh=fresh_days(indicator, config.scoring),
                half_life=half_life,
                table="observations",
                row=np.tile(row, len(mapping)),
            )
        )
    return _joined(parts)


def fresh_days(indicator: Indicator, scoring: Scoring) -> float:
    """For how many days an observation of this indicator counts in full."""
    if indicator.fresh_days is not None:
        return float(indicator.fresh_days)
    return float(scoring.strands["performance"].fresh_days[indicator.frequency])


def points_on_scale(indicator: Indicator, figures: Floats, known: Ints) -> Floats:
    """Points 0 to 100 of figures on the scale that was in use on the day each was known."""
    points = np.empty(len(figures))
    entries = sorted(indicator.scale or (), key=lambda entry: entry.from_)
    begins = [day_number(entry.from_) for entry in entries]
    newest = np.maximum(np.searchsorted(begins, known, side="right") - 1, 0)  # none begun yet: the oldest
    for index, entry in enumerate(entries):
        chosen = newest == index
        points[chosen] = _interpolate(figures[chosen], entry.values)
    return points


def _interpolate(figures: Floats, scale: Sequence[float]) -> Floats:
    marks = [0.0, 40.0, 60.0, 80.0, 100.0]
    if scale[0] > scale[-1]:
        return np.interp(figures, scale[::-1], marks[::-1])
    return np.interp(figures, scale, marks)


# Practice --------------------------------------------------------------------------------------


def practice_items(rows: pd.DataFrame, scoring: Scoring, lookup: Lookup) -> Items:
    """One item per audit and criterion: the moderated grade where there is one, else the auditor's."""
    moderated = rows["moderated_grade"].notna().to_numpy()
    grade = rows["moderated_grade"].astype(object).where(moderated, rows["grade"].astype(object))
    points = grade.map(scoring.grade_points).to_numpy(dtype=float)
    weight = np.where(moderated, scoring.weights.moderated_audit, scoring.weights.unmoderated_audit)
    row, criterion = lookup.spread(rows["criterion"].array)
    return _strand_items(
        "practice",
        scoring,
        criterion,
        days(rows["date"])[row],
        NEVER,
        points[row],
        weight[row],
        "audits",
        row,
    )


# Scrutiny --------------------------------------------------------------------------------------


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
    return _strand_items(
        "scrutiny", scoring, criterion, known, until, points, weight, "judgements", judgements.row[which]
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


def finding_items(dataset: Dataset, config: Config, framework: Framework, lookup: Lookup) -> Items:
    """A finding's points by its kind, until a later judgement falls on the area that holds its criterion."""
    findings = findings_on(dataset, config, lookup)
    judgements = judgements_on(dataset, config, framework)
    kinds = (
        dataset.tables["findings"]
        .rows["kind"]
        .astype(object)
        .map(config.scoring.finding_points)
        .to_numpy(dtype=float)
    )
    until = judgements.ends(lookup.area_of[findings.criterion], findings.published)
    return _strand_items(
        "scrutiny",
        config.scoring,
        findings.criterion,
        findings.published,
        until,
        kinds[findings.row],
        config.scoring.weights.finding,
        "findings",
        findings.row,
    )


# Voice -----------------------------------------------------------------------------------------


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
    return _strand_items(
        "voice", scoring, criterion, days(rows["date"])[row], NEVER, points[row], 1.0, "feedback", row
    )


# Improvement -----------------------------------------------------------------------------------


def improvement_items(dataset: Dataset, scoring: Scoring, lookup: Lookup) -> Items:
    """The status of every action as it changed, and overdue while it was past its date and not closed."""
    actions = dataset.tables["actions"].rows
    spans = [(row, span) for row, span in action_spans(dataset) if span.status != "stopped"]
    action_row = np.array([row for row, _ in spans], dtype=np.int64)
    which, criterion = lookup.spread(actions["criterion"].array.take(action_row))
    chosen = [spans[index][1] for index in which]
    overdue = np.array([span.update is None for span in chosen], dtype=bool)
    status = np.array([scoring.status_points[span.status] for span in chosen], dtype=float)
    source = np.array(
        [action_row[index] if spans[index][1].update is None else spans[index][1].update for index in which],
        dtype=np.int64,
    )
    items = _strand_items(
        "improvement",
        scoring,
        criterion,
        np.array([span.start for span in chosen], dtype=np.int64),
        np.array([span.until for span in chosen], dtype=np.int64),
        status,
        1.0,
        "action_updates",
        source,
    )
    items.fresh[overdue] = np.inf
    items.table[overdue] = SOURCES.index("actions")
    return items


def action_spans(dataset: Dataset) -> list[tuple[int, Span]]:
    """(row of actions.csv, span) for every status that every action has had."""
    actions, updates = dataset.tables["actions"].rows, dataset.tables["action_updates"].rows
    by_action: dict[str, list[tuple[int, int, str]]] = {}
    for row, action, day, status in zip(
        updates.index, updates["action"], days(updates["date"]), updates["status"], strict=True
    ):
        by_action.setdefault(action, []).append((int(day), row, status))
    created, due = days(actions["created"]), days(actions["due"])
    return [
        (row, span)
        for row, action in zip(actions.index, actions["action"], strict=True)
        for span in status_spans(int(created[row]), _day_or_none(int(due[row])), by_action.get(action, []))
    ]


def _day_or_none(day: int) -> int | None:
    return None if day == _NO_DAY else day


# Columns ---------------------------------------------------------------------------------------

_NO_DAY = int(np.datetime64("NaT").astype(np.int64))


def days(column: pd.Series) -> Ints:
    """A column of dates as integer days; a blank is the smallest integer."""
    return column.to_numpy(dtype="datetime64[s]").astype("datetime64[D]").astype(np.int64)


def _strand_items(
    strand: str,
    scoring: Scoring,
    criterion: Ints,
    known: Ints,
    until: Ints | int,
    points: Floats,
    weight: Floats | float,
    table: str,
    row: Ints,
) -> Items:
    rules = scoring.strands[strand]
    return _items(
        criterion, strand, known, until, points, weight, rules.fresh_days, rules.half_life_days, table, row
    )


def _items(
    criterion: Ints,
    strand: str,
    known: Ints,
    until: Ints | int,
    points: Floats,
    weight: Floats | float,
    fresh: float,
    half_life: float,
    table: str,
    row: Ints,
) -> Items:
    size = len(known)

    def whole(value: Ints | int, kind: type = np.int64) -> Ints:
        return np.array(np.broadcast_to(np.asarray(value, dtype=kind), (size,)))

    return Items(
        criterion=whole(criterion),
        strand=whole(STRANDS.index(strand)),
        known=whole(known),
        until=whole(until),
        points=whole(points, float),
        weight=whole(weight, float),
        fresh=whole(fresh, float),
        half_life=whole(half_life, float),
        table=whole(SOURCES.index(table)),
        row=whole(row),
    )


def _joined(parts: Sequence[Items]) -> Items:
    if not parts:
        return _items(
            *([np.empty(0)] + ["performance"] + [np.empty(0)] * 4), 1.0, 1.0, "observations", np.empty(0)
        )
    return Items(
        **{
            field.name: np.concatenate([getattr(part, field.name) for part in parts])
            for field in fields(Items)
        }
    )
