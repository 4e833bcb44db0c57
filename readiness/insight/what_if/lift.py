"""What would lift us: every source that could stand higher, ranked by what matters to children, points last."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from readiness.config.models import Scoring
from readiness.insight.what_if.facts import AreaMoved, area_moved, scores_if
from readiness.insight.what_if.lift_sources import Source, SourceKind, sources
from readiness.insight.what_if.scenario import (
    MOST_AUDITS,
    Change,
    Figure,
    MoreAudits,
    MoreVoice,
    Scenario,
)
from readiness.scoring.grades import grade_of
from readiness.scoring.results import AreaScore, Cap, Scores
from readiness.workspace import Workspace

Rank = Literal["safety line", "cap", "weak practice", "other"]
RANKS: tuple[Rank, ...] = ("safety line", "cap", "weak practice", "other")
"""What matters to children, in order: a line crossed, weak practice that caps, practice as weak uncapped, the rest."""
WORTH_SHOWING = 0.05
"""Points: a lift of less rounds to nought."""
KINDS: tuple[SourceKind, ...] = ("practice", "indicator", "voice")


@dataclass(frozen=True, slots=True)
class Lift:
    """One source and what it would do. `after` is the area scored again where a cap is at stake, else None.

    `try_it` is the change that tries it in a scenario: an indicator at its aim, more audits at good, one more survey.
    """

    source: Source
    rank: Rank
    area: AreaScore
    try_it: Change
    after: AreaMoved | None = None

    @property
    def would_be(self) -> float:
        """The area's score with this lift, under the caps that hold now; with `after`, as scored again."""
        if self.after is not None:
            return self.after.after.score or 0.0
        return min((self.area.uncapped or 0.0) + self.source.points, limit_of(self.area.caps))


@dataclass(frozen=True, slots=True)
class Total:
    """What all sources of one kind in an area would add together: lifts of different sources add up.

    `would_be` is the area's score with all of them, under the caps that hold now, and `grade` the one it indicates.
    """

    area: AreaScore
    kind: SourceKind
    points: float
    sources: int
    would_be: float
    grade: str


@dataclass(frozen=True, slots=True)
class Lifts:
    """Every lift on a day, ranked. `lines` is what would follow if every safety line crossed were cleared at once.

    `totals` are by area and kind, the largest first. `thin` are areas with too little evidence for a number, which get
    no lifts but those of safety lines; `fixed` the caps that no evidence of ours lifts, with the area's short name.
    """

    as_at: date
    ranked: tuple[Lift, ...]
    lines: tuple[AreaMoved, ...]
    totals: tuple[Total, ...]
    thin: tuple[AreaScore, ...]
    fixed: tuple[tuple[str, Cap], ...]

    def of(self, area_id: str) -> tuple[Lift, ...]:
        """The lifts of one area, in the order of the ranking."""
        return tuple(each for each in self.ranked if each.area.id == area_id)


def lifts(workspace: Workspace, as_at: date, framework_id: str) -> Lifts:
    """What would lift each area on a day, from performance, practice and voice: a status is not an impact."""
    scores = workspace.score(as_at, framework_id)
    asked = _Asked(workspace, as_at, framework_id, scores)
    found = [asked.lift(each) for each in sources(workspace, as_at, framework_id)]
    shown = [each for each in found if each.area.enough or each.rank == "safety line"]
    ranked = sorted((each for each in shown if _worth_showing(each)), key=order)
    return Lifts(
        as_at=as_at,
        ranked=tuple(ranked),
        lines=asked.without_lines([each for each in ranked if each.rank == "safety line"]),
        totals=tuple(sorted(_totals(shown, workspace.config.scoring), key=lambda each: -each.points)),
        thin=tuple(area for area in scores.areas if not area.enough),
        fixed=tuple(
            (area.short, cap)
            for area in scores.areas
            for cap in area.caps
            if cap.kind in ("last judgement", "priority action")
        ),
    )


def order(each: Lift) -> tuple[int, int, float]:
    """By rank; within it the most children first, where known, and only then the most points."""
    return RANKS.index(each.rank), -(each.source.children or 0), -each.source.points


def limit_of(caps: Sequence[Cap]) -> float:
    """The highest score that caps leave; 100 where there is none."""
    return min((cap.limit for cap in caps), default=100.0)


def _worth_showing(each: Lift) -> bool:
    return each.rank in ("safety line", "cap") or each.source.points >= WORTH_SHOWING


def _totals(found: Sequence[Lift], scoring: Scoring) -> Iterator[Total]:
    for area in {each.area.id: each.area for each in found if each.area.enough}.values():
        for kind in KINDS:
            mine = [each.source for each in found if each.area.id == area.id and each.source.kind == kind]
            if mine:
                points = sum(each.points for each in mine)
                score = min((area.uncapped or 0.0) + points, limit_of(area.caps))
                yield Total(area, kind, points, len(mine), score, grade_of(scoring, score))


class _Asked:
    """The scores of a day, and what they would be under the few scenarios that clear a line or a cap."""

    def __init__(self, workspace: Workspace, as_at: date, framework_id: str, scores: Scores) -> None:
        self.workspace, self.as_at, self.framework_id = workspace, as_at, framework_id
        self.scores = scores

    def lift(self, source: Source) -> Lift:
        area = self.scores.area(source.area)
        scoring = self.workspace.config.scoring
        rank = rank_of(source, area, scoring.caps.weak_practice.below)
        change = tried(source, area, scoring)
        after = self._scored_again(area, (change,)) if rank in ("safety line", "cap") else None
        return Lift(source, rank, area, change, after)

    def _scored_again(self, area: AreaScore, changes: tuple[Change, ...]) -> AreaMoved:
        scenario = Scenario(changes)
        now = scores_if(self.workspace, self.as_at, self.framework_id, scenario)
        return area_moved(area, now.area(area.id))

    def without_lines(self, crossed: Sequence[Lift]) -> tuple[AreaMoved, ...]:
        """Each area with a line crossed, were every line at its limit."""
        changes = tuple({each.source.id: each.try_it for each in crossed}.values())
        areas = {each.area.id: each.area for each in crossed}.values()
        return tuple(self._scored_again(area, changes) for area in areas)


def rank_of(source: Source, area: AreaScore, below: float) -> Rank:
    """What a source is about. `below` is the practice score under which practice is called weak (scoring.yaml)."""
    if source.line is not None:
        return "safety line"
    if source.kind != "practice":
        return "other"
    if source.id in {cap.id for cap in area.caps if cap.kind == "weak practice"}:
        return "cap"
    return "weak practice" if round(source.was, 9) < below else "other"


def tried(source: Source, area: AreaScore, scoring: Scoring) -> Change:
    """The change that tries a source in a scenario."""
    if source.kind == "indicator":
        return Figure(source.id, source.figure or 0.0)
    if source.kind == "practice":
        return MoreAudits(source.id, "good", audits_needed(source.id, area, scoring))
    return MoreVoice(source.criterion, round(source.to), 1)


def audits_needed(criterion_id: str, area: AreaScore, scoring: Scoring) -> int:
    """How many moderated audits at good bring a criterion's practice to what the cap asks; else as many as are enough.

    With T the trust held, S the score, w the weight of a moderated audit and G the points of good, the score after n
    more is (T x S + n x w x G) / (T + n x w).
    """
    cell = next(each for each in area.criteria if each.id == criterion_id).cells["practice"]
    good, below, weight = (
        scoring.grade_points["good"],
        scoring.caps.weak_practice.below,
        scoring.weights.moderated_audit,
    )
    if cell.score is None or cell.score >= below or good <= below:
        return math.ceil(scoring.strands.practice.enough)
    needed = cell.trust * (below - cell.score) / (weight * (good - below))
    return min(max(math.ceil(round(needed, 9)), 1), MOST_AUDITS)
