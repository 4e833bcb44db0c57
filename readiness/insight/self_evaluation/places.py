"""One area or criterion as we see it and as the evidence does: the grades, what each rests on, and which is higher."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from readiness.config.models import GRADES, STRANDS, Scoring
from readiness.insight.area import criterion_enough
from readiness.insight.inspections.calibration import Verdict
from readiness.insight.plan.actions import Action
from readiness.insight.self_evaluation.claims import Claim, Claims
from readiness.scoring.grades import confidence_in, grade_of
from readiness.scoring.results import AreaScore, Confidence, CriterionScore, Scores

Compared = Literal[Verdict, "not claimed"]
Backing = Literal["live plan", "overdue", "words only", "no plan"]
"""What stands behind a weakness: an open action in time; open actions that are all overdue; a sentence; nothing."""


@dataclass(frozen=True, slots=True)
class Position:
    """What the evidence says of a place on a day. `score` (0 to 100) and `grade` are None where there is too little.

    `coverage` is 0 to 1; `kinds` are the strands that hold something of it.
    """

    score: float | None
    grade: str | None
    coverage: float
    confidence: Confidence
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """A single thing known of a place that speaks against a good grade, and the row in which it stands."""

    says: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Place:
    """An area, or one of its criteria: what we say of it beside what the evidence says.

    `name` is what lists and pictures call it. `claims` are latest first; `now` and `then` are the evidence on the day
    and on the day of the latest claim (None without one). `points` is how far the score lies under the band that we
    claim, or above it; 0 where it lies inside. `actions` are the open ones that name it, or for an area any criterion
    of it.
    """

    id: str
    title: str
    name: str
    area: str
    whole: bool
    claims: tuple[Claim, ...]
    now: Position
    then: Position | None
    verdict: Compared
    points: float
    signs: tuple[Sign, ...]
    actions: tuple[Action, ...]

    @property
    def claim(self) -> Claim | None:
        """What we say of it now: the latest row."""
        return self.claims[0] if self.claims else None

    @property
    def weakness(self) -> bool:
        """Whether we ourselves grade it below good."""
        return self.claim is not None and not at_least_good(self.claim.grade)

    @property
    def strength(self) -> bool:
        """Whether we grade it good or better."""
        return self.claim is not None and at_least_good(self.claim.grade)

    @property
    def backing(self) -> Backing:
        """What plan stands behind it."""
        if any(each.overdue_days is None for each in self.actions):
            return "live plan"
        if self.actions:
            return "overdue"
        return "words only" if self.claim and self.claim.plan else "no plan"


Known = tuple[Scoring, Claims, Callable[[date], Scores], Mapping[str, tuple[Sign, ...]], Sequence[Action]]
"""What places are made from: the method, what we say, the scores of any day, signs by criterion, open actions."""


def area_place(area: AreaScore, known: Known) -> Place:
    """A whole area."""
    scoring, claims, score, signs, actions = known
    mine = claims.of(area.id)
    names = {area.id, *(each.id for each in area.criteria)}
    then = area_position(score(mine[0].day).area(area.id)) if mine else None
    open_on = tuple(each for each in actions if each.criterion in names)
    now = area_position(area)
    return _place(
        (area.id, area.title, f"{area.short} as a whole", area.id, True),
        mine,
        now,
        then,
        signs.get(area.id, ()),
        open_on,
        scoring,
    )


def criterion_place(area: AreaScore, each: CriterionScore, known: Known) -> Place:
    """One criterion of an area."""
    scoring, claims, score, signs, actions = known
    mine = claims.of(each.id)
    then = None
    if mine:
        earlier = score(mine[0].day).area(area.id)
        then = criterion_position(next(one for one in earlier.criteria if one.id == each.id), scoring)
    open_on = tuple(one for one in actions if one.criterion == each.id)
    now = criterion_position(each, scoring)
    return _place(
        (each.id, each.title, each.title, area.id, False),
        mine,
        now,
        then,
        signs.get(each.id, ()),
        open_on,
        scoring,
    )


def _place(
    named: tuple[str, str, str, str, bool],
    claims: tuple[Claim, ...],
    now: Position,
    then: Position | None,
    signs: tuple[Sign, ...],
    actions: tuple[Action, ...],
    scoring: Scoring,
) -> Place:
    grade = claims[0].grade if claims else None
    return Place(
        *named,
        claims=claims,
        now=now,
        then=then,
        verdict=compare(grade, now.grade),
        points=outside(grade, now.score, scoring),
        signs=signs,
        actions=actions,
    )


def area_position(area: AreaScore) -> Position:
    """What the evidence says of an area, after caps."""
    kinds = tuple(name for name in STRANDS if area.strands[name].coverage > 0)
    if not area.enough or area.grade is None:
        return Position(None, None, area.coverage, "none", kinds)
    return Position(area.score, area.grade, area.coverage, area.confidence, kinds)


def criterion_position(each: CriterionScore, scoring: Scoring) -> Position:
    """What the evidence says of a criterion: the rules of areas one level down, without caps."""
    kinds = tuple(name for name in STRANDS if each.cells[name].coverage > 0)
    if each.score is None or not criterion_enough(each, scoring):
        return Position(None, None, each.coverage, "none", kinds)
    sure = confidence_in(scoring, each.coverage, disagrees=False)
    return Position(each.score, grade_of(scoring, each.score), each.coverage, sure, kinds)


def compare(ours: str | None, theirs: str | None) -> Compared:
    """Which grade is higher: ours, or the one that the evidence indicates."""
    if ours is None:
        return "not claimed"
    if theirs is None:
        return "not enough evidence"
    one, other = GRADES.index(ours), GRADES.index(theirs)
    return "the same" if one == other else "ours higher" if one > other else "ours lower"


def outside(grade: str | None, score: float | None, scoring: Scoring) -> float:
    """Points between a score and the nearer edge of the band of a grade; 0 inside it, or where either is missing."""
    if grade is None or score is None:
        return 0.0
    place = GRADES.index(grade)
    low = scoring.bands[GRADES[place]]
    high = scoring.bands[GRADES[place + 1]] if place + 1 < len(GRADES) else 100.0
    return max(low - score, score - high, 0.0)


def at_least_good(grade: str | None) -> bool:
    """Whether a grade is good or outstanding."""
    return grade is not None and GRADES.index(grade) >= GRADES.index("good")
