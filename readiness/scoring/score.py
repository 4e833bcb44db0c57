"""Scores at one date, and at many: the same sums, the same means, the same caps (scoring.md 4 and 6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from readiness.config.models import STRANDS, Area, Scoring
from readiness.dates import day_number
from readiness.scoring.caps import CapSpan, cap_limit, weak_practice
from readiness.scoring.evidence import Evidence
from readiness.scoring.grades import confidence_in, grade_of
from readiness.scoring.means import Cells, Means, area_mean, cells, criteria_means, strand_means
from readiness.scoring.overall import overall_grade
from readiness.scoring.results import AreaScore, Cap, CellScore, CriterionScore, History, Scores, StrandScore
from readiness.scoring.trust import CellSums, cell_sums

PRACTICE = STRANDS.index("practice")


def score_at(evidence: Evidence, as_at: date) -> Scores:
    """Every area of the framework as it could be known on one day."""
    sums, held = _held(evidence, [as_at])
    areas = tuple(
        _area_score(evidence, index, sums, held, day_number(as_at)) for index in evidence.scored_areas
    )
    framework = evidence.framework
    overall = overall_grade(framework.overall, areas) if framework.overall else None
    return Scores(as_at, framework.id, evidence.dataset.id, areas, overall)


def score_history(evidence: Evidence, dates: Sequence[date]) -> History:
    """The score and coverage of every area and criterion at each of the dates, which must be in order."""
    _, held = _held(evidence, dates)
    days = np.array([day_number(day) for day in dates], dtype=np.int64)
    limits = _limits(evidence, held, days)
    by_criterion = criteria_means(held, evidence.expected)
    scores, coverage, criteria, criteria_coverage = {}, {}, {}, {}
    for index in evidence.scored_areas:
        area = evidence.framework.areas[index]
        mean = area_mean(held, evidence.expected, evidence.criteria_of(index))
        scores[area.id] = _listed(np.minimum(mean.score, limits[index]))
        coverage[area.id] = tuple(mean.coverage.tolist())
        for position in evidence.criteria_of(index):
            criterion = evidence.lookup.criteria[position].id
            criteria[criterion] = _listed(by_criterion.score[position])
            criteria_coverage[criterion] = tuple(by_criterion.coverage[position].tolist())
    return History(
        framework=evidence.framework.id,
        dates=tuple(dates),
        areas=scores,
        coverage=coverage,
        criteria=criteria,
        criteria_coverage=criteria_coverage,
        enough=evidence.config.scoring.confidence.low,
    )


def _held(evidence: Evidence, dates: Sequence[date]) -> tuple[CellSums, Cells]:
    days = np.array([day_number(day) for day in dates], dtype=np.int64)
    sums = cell_sums(evidence.items, len(evidence.lookup.criteria), days)
    return sums, cells(sums, evidence.expected)


def _listed(values: np.ndarray) -> tuple[float | None, ...]:
    return tuple(None if np.isnan(value) else value for value in values.tolist())


def _limits(evidence: Evidence, held: Cells, days: np.ndarray) -> np.ndarray:
    """Areas x dates: the highest score that the caps leave, infinite where none applies."""
    scoring = evidence.config.scoring
    limits = np.full((len(evidence.framework.areas), len(days)), np.inf)
    for span in evidence.caps:
        within = (span.start <= days) & (days < span.until)
        limits[span.area, within] = np.minimum(limits[span.area, within], cap_limit(scoring, span.caps_at))
    weak = _weak_practice(evidence, held, days)
    limit = cap_limit(scoring, scoring.caps.weak_practice.caps_at)
    for index in evidence.scored_areas:
        capped = weak[evidence.lookup.area_of == index].any(axis=0)
        limits[index, capped] = np.minimum(limits[index, capped], limit)
    return limits


def _weak_practice(evidence: Evidence, held: Cells, days: np.ndarray) -> np.ndarray:
    window = evidence.config.scoring.caps.weak_practice.days
    return weak_practice(
        evidence.config.scoring, evidence.audits.within(days, window), held.score[:, PRACTICE]
    )


# One area at one date --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Uncapped:
    """An area's mean, before caps."""

    score: float | None
    coverage: float

    @property
    def low(self) -> float:
        return self.coverage * (self.score or 0.0)

    @property
    def high(self) -> float:
        return self.low + (1.0 - self.coverage) * 100.0


def _area_score(evidence: Evidence, index: int, sums: CellSums, held: Cells, day: int) -> AreaScore:
    scoring, area, criteria = (
        evidence.config.scoring,
        evidence.framework.areas[index],
        evidence.criteria_of(index),
    )
    mean = area_mean(held, evidence.expected, criteria)
    uncapped = _Uncapped(_number(mean.score[0]), float(mean.coverage[0]))
    spans = _caps_on(evidence, index, held, day)
    limit = min((cap_limit(scoring, span.caps_at) for span in spans), default=np.inf)
    score = None if uncapped.score is None else min(uncapped.score, float(limit))
    strands = _strand_scores(evidence, held, criteria)
    apart = disagreement(scoring, strands)
    by_criterion = criteria_means(held, evidence.expected)
    confidence = confidence_in(scoring, uncapped.coverage, disagrees=apart is not None)
    return AreaScore(
        id=area.id,
        title=area.title,
        short=area.label,
        score=score,
        uncapped=uncapped.score,
        grade=None if score is None or confidence == "none" else grade_of(scoring, score),
        coverage=uncapped.coverage,
        confidence=confidence,
        low=min(uncapped.low, float(limit)),
        high=min(uncapped.high, float(limit)),
        disagrees=apart is not None,
        disagreement=apart,
        caps=tuple(_cap(scoring, span, uncapped.score) for span in spans),
        red_lines=_lines_on(evidence, area, day),
        strands=strands,
        criteria=tuple(
            _criterion_score(evidence, position, sums, held, by_criterion) for position in criteria
        ),
    )


def _lines_on(evidence: Evidence, area: Area, day: int) -> tuple:
    return tuple(line.state(day) for line in evidence.lines if line.rule.area == area.id)


def _caps_on(evidence: Evidence, index: int, held: Cells, day: int) -> list[CapSpan]:
    spans = [span for span in evidence.caps if span.area == index and span.start <= day < span.until]
    days = np.array([day], dtype=np.int64)
    rule = evidence.config.scoring.caps.weak_practice
    counts = evidence.audits.within(days, rule.days)
    for position in np.flatnonzero(
        _weak_practice(evidence, held, days)[:, 0] & (evidence.lookup.area_of == index)
    ):
        criterion = evidence.lookup.criteria[position]
        reason = (
            f"Weak practice in {criterion.title}: {counts[position, 0]} audits in {rule.days:g} days, "
            f"practice score {int(held.score[position, PRACTICE, 0])} (the line is below {rule.below:g})"
        )
        spans.append(CapSpan(index, "weak practice", criterion.id, rule.caps_at, reason, day, day + 1))
    return spans


def _cap(scoring: Scoring, span: CapSpan, uncapped: float | None) -> Cap:
    limit = cap_limit(scoring, span.caps_at)
    return Cap(
        span.kind, span.id, span.caps_at, span.reason, limit, uncapped is not None and limit < uncapped
    )


def _strand_scores(evidence: Evidence, held: Cells, criteria: np.ndarray) -> dict[str, StrandScore]:
    means = strand_means(held, evidence.expected, criteria)
    expected = evidence.expected.strand[criteria].any(axis=0)
    return {
        name: StrandScore(
            name, bool(expected[index]), _number(means.score[index, 0]), float(means.coverage[index, 0])
        )
        for index, name in enumerate(STRANDS)
    }


def disagreement(scoring: Scoring, strands: dict[str, StrandScore]) -> tuple[str, str] | None:
    """The two strands furthest apart, higher first, where they are well covered and lie too far apart to agree."""
    rule = scoring.disagreement
    covered = {
        name: strand.score
        for name, strand in strands.items()
        if strand.score is not None and round(strand.coverage, 9) >= rule.coverage
    }
    if len(covered) < 2:
        return None
    highest, lowest = max(covered, key=covered.__getitem__), min(covered, key=covered.__getitem__)
    return (highest, lowest) if round(covered[highest] - covered[lowest], 9) > rule.points else None


def _criterion_score(
    evidence: Evidence, position: int, sums: CellSums, held: Cells, means: Means
) -> CriterionScore:
    criterion = evidence.lookup.criteria[position]
    cell_scores: dict[str, CellScore] = {
        name: CellScore(
            strand=name,
            expected=bool(evidence.expected.strand[position, index]),
            score=_number(held.score[position, index, 0]),
            coverage=float(held.coverage[position, index, 0]),
            items=int(sums.items[position, index, 0]),
            trust=float(sums.trust[position, index, 0]),
            enough=float(evidence.expected.enough[position, index]),
        )
        for index, name in enumerate(STRANDS)
    }
    return CriterionScore(
        id=criterion.id,
        title=criterion.title,
        good=criterion.good,
        weight=criterion.weight,
        score=_number(means.score[position, 0]),
        coverage=float(means.coverage[position, 0]),
        cells=cell_scores,
    )


def _number(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
