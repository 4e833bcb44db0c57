"""One judgement area in a sentence, and each of its criteria in a few words."""

from readiness.config.models import Scoring
from readiness.scoring.results import AreaScore, CriterionScore
from readiness.wording import whole_score

SCORE_EDGE = 9
"""Decimals after which a coverage is compared with an edge (scoring.md 1)."""


def area_sentence(area: AreaScore, scoring: Scoring) -> str:
    """Where the area stands, whether a cap holds it there, and its weakest theme."""
    if not area.enough or area.score is None:
        return f"{area.short}: there is not enough evidence for a number."
    capped = next((f", capped at {cap.caps_at}" for cap in area.caps if cap.bites), "")
    weakest = weakest_criterion(area, scoring)
    theme = f" {weakest.title} is its weakest theme." if weakest else ""
    return f"{area.short} stands at {whole_score(area.score)}, indicative {area.grade}{capped}.{theme}"


def weakest_criterion(area: AreaScore, scoring: Scoring) -> CriterionScore | None:
    """The criterion with the lowest score, of those with enough evidence to show one; None if tied or none."""
    known = sorted(
        (criterion for criterion in area.criteria if criterion_enough(criterion, scoring)),
        key=lambda criterion: criterion.score or 0.0,
    )
    if len(known) < 2 or round(known[0].score or 0.0, 9) == round(known[1].score or 0.0, 9):
        return None
    return known[0]


def criterion_enough(criterion: CriterionScore, scoring: Scoring) -> bool:
    """Whether a criterion has enough evidence for its number to be shown: the rule of areas, one level down."""
    return criterion.score is not None and round(criterion.coverage, SCORE_EDGE) >= scoring.confidence.low


def criterion_words(criterion: CriterionScore, scoring: Scoring) -> str:
    """A criterion's score cut to a whole number and how much evidence is held; no number where it is too little."""
    held = f"{int(round(criterion.coverage * 100, SCORE_EDGE))}% of the evidence expected is held"
    if criterion.score is None or not criterion_enough(criterion, scoring):
        return f"Not enough evidence: {held}"
    return f"{whole_score(criterion.score)} · {held}"
