"""How far the grades hang on the weights: would one change if a kind of evidence counted a quarter more, or less?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from readiness.config.models import STRANDS, Scoring
from readiness.scoring import Evidence, score_at
from readiness.scoring.expected import expected_evidence
from readiness.scoring.results import AreaScore, Scores
from readiness.wording import listed, listed_names, lower_first, whole_score
from readiness.workspace import Workspace

LESS, MORE = 0.75, 1.25
FACTORS = (LESS, MORE)
COUNTED = {LESS: "a quarter less", MORE: "a quarter more"}


@dataclass(frozen=True, slots=True)
class Tilt:
    """One area with the weight of one strand times `factor`: its score and indicative grade then, None if too thin."""

    strand: str
    factor: float
    score: float | None
    grade: str | None


@dataclass(frozen=True, slots=True)
class AreaSensitivity:
    """One area and what each change of one weight would make of it; none where it has too little evidence."""

    area: AreaScore
    tilts: tuple[Tilt, ...]
    sentence: str

    @property
    def regraded(self) -> tuple[Tilt, ...]:
        """The changes of a weight that would change the indicative grade."""
        return tuple(each for each in self.tilts if each.grade != self.area.grade)

    def at(self, strand: str, factor: float) -> Tilt | None:
        """The area under one change; None where it has no number."""
        return next((each for each in self.tilts if (each.strand, each.factor) == (strand, factor)), None)


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """Every area's, in the framework's order, over the strands that the dataset can hold."""

    strands: tuple[str, ...]
    areas: tuple[AreaSensitivity, ...]
    sentence: str


def sensitivity(workspace: Workspace, as_at: date, framework_id: str) -> Sensitivity:
    """What moving the weight of one strand by a quarter, either way, would do to each area on a day.

    The same evidence is scored by the same rules; only the one weight is another.
    """
    evidence, scores = workspace.evidence(framework_id), workspace.score(as_at, framework_id)
    held = tuple(strand for strand in STRANDS if strand in workspace.dataset.description.strands)
    tilted: dict[tuple[str, float], Scores] = {
        (strand, factor): score_at(with_weight(evidence, strand, factor), as_at)
        for strand in held
        for factor in FACTORS
    }
    areas = tuple(_area(area, tilted) for area in scores.areas)
    return Sensitivity(held, areas, _sentence(areas))


def with_weight(evidence: Evidence, strand: str, factor: float) -> Evidence:
    """The evidence with the weight of one strand times a factor above 0, and nothing else changed."""
    scoring = tilted_scoring(evidence.config.scoring, strand, factor)
    config = replace(evidence.config, scoring=scoring)
    expected = expected_evidence(config, evidence.lookup, evidence.dataset.description.strands)
    return replace(evidence, config=config, expected=expected)


def tilted_scoring(scoring: Scoring, strand: str, factor: float) -> Scoring:
    """The numbers of the method with the weight of one strand times a factor."""
    rule = scoring.strands[strand]
    strands = scoring.strands.model_copy(
        update={strand: rule.model_copy(update={"weight": rule.weight * factor})}
    )
    return scoring.model_copy(update={"strands": strands})


def _area(area: AreaScore, tilted: dict[tuple[str, float], Scores]) -> AreaSensitivity:
    if not area.enough:
        return AreaSensitivity(area, (), f"{area.short}: not enough evidence for a grade to test.")
    tilts = tuple(_tilt(strand, factor, scores.area(area.id)) for (strand, factor), scores in tilted.items())
    return AreaSensitivity(area, tilts, _area_sentence(area, tilts))


def _tilt(strand: str, factor: float, area: AreaScore) -> Tilt:
    return Tilt(strand, factor, area.score if area.enough else None, area.grade)


def _area_sentence(area: AreaScore, tilts: Sequence[Tilt]) -> str:
    changed = [each for each in tilts if each.grade != area.grade]
    scores = [whole_score(each.score) for each in tilts if each.score is not None]
    spread = f"{min(scores)} to {max(scores)}" if min(scores) < max(scores) else f"{scores[0]} throughout"
    if any(cap.bites for cap in area.caps):
        spread += "; a cap holds it"
    if not changed:
        kept = f"{area.short} stays indicative {area.grade}"
        return f"{kept} if any one kind of evidence counts a quarter more or less ({spread})."
    ways: dict[str, list[str]] = {}
    for each in changed:
        ways.setdefault(to_words(each), []).append(f"{each.strand} counted {COUNTED[each.factor]}")
    said = [f"{grade} if {' or '.join(causes)}" for grade, causes in ways.items()]
    return f"{area.short}, indicative {area.grade} now, would be {listed(said)} ({spread})."


def to_words(tilt: Tilt) -> str:
    """The grade under a change of weights; that there is too little evidence where there is none."""
    return tilt.grade or "without a grade"


def _sentence(areas: Sequence[AreaSensitivity]) -> str:
    graded = [each for each in areas if each.tilts]
    changed = [each for each in graded if each.regraded]
    if not graded:
        return "No area has evidence enough for a grade, so none can hang on the weights."
    if not changed:
        which = (
            "The one area with a grade keeps it" if len(graded) == 1 else "Every area with a grade keeps it"
        )
        return f"{which} whichever kind of evidence counts a quarter more or less."
    names = listed_names([changed[0].area.short, *(lower_first(each.area.short) for each in changed[1:])])
    grade = "grade hangs" if len(changed) == 1 else "grades hang"
    its, it = ("its", "it") if len(changed) == 1 else ("their", "them")
    return f"{names}: {its} indicative {grade} on the weights, since a quarter more or less of one would change {it}."
