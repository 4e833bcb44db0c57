"""One judgement area in a sentence, and each of its criteria in a few words."""

from collections.abc import Sequence

from readiness.config.models import Scoring
from readiness.insight.indicators.words import counted, counted_out
from readiness.scoring.grades import holds_enough
from readiness.scoring.results import AreaScore, CriterionScore
from readiness.wording import listed_names, lower_first, whole_score

SCORE_EDGE = 9
"""Decimals after which a coverage is compared with an edge (scoring.md 1)."""
FEW, MOST_NAMED = 3, 4
"""The weakest themes that a sentence names, and how many at most where the last of them are tied."""


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
    known = _numbered(area, scoring)
    if len(known) < 2 or round(known[0].score or 0.0, SCORE_EDGE) == round(known[1].score or 0.0, SCORE_EDGE):
        return None
    return known[0]


def weakest_first(area: AreaScore, scoring: Scoring) -> tuple[CriterionScore, ...]:
    """The criteria by their score, the lowest first; after them those with too little evidence, which are not weak."""
    thin = [each for each in area.criteria if not criterion_enough(each, scoring)]
    return (*_numbered(area, scoring), *thin)


def themes_sentence(area: AreaScore, scoring: Scoring) -> str:
    """The weakest themes by name with their scores, and how many have too little evidence for one."""
    known = _numbered(area, scoring)
    thin = len(area.criteria) - len(known)
    if not known:
        return "No theme has enough evidence for a number."
    end = f" Too little evidence for a number: {counted(thin, 'theme')}." if thin else ""
    return f"{_weakest(known)}{end}"


def _weakest(known: Sequence[CriterionScore]) -> str:
    """The lowest three, and those that stand as low as the third; fewer where ties make that too many to name."""
    shown = [whole_score(each.score or 0.0) for each in known]
    if shown[0] == shown[-1]:
        return (
            f"{known[0].title} stands at {shown[0]}."
            if len(known) == 1
            else f"{_every(len(known))} stand at {shown[0]}."
        )
    for edge in (shown[min(FEW, len(shown)) - 1], shown[0]):
        named = [each for each, score in zip(known, shown, strict=True) if score <= edge]
        if len(named) <= MOST_NAMED and len(named) < len(known):
            return f"Weakest: {_with_scores(named)}."
    lowest = sum(score == shown[0] for score in shown)
    return f"Weakest: {counted(lowest, 'theme')} at {shown[0]}."


def _every(number: int) -> str:
    return "Both themes with a number" if number == 2 else f"All {counted_out(number)} themes with a number"


def _with_scores(named: Sequence[CriterionScore]) -> str:
    return listed_names([f"{lower_first(each.title)} ({whole_score(each.score or 0.0)})" for each in named])


def _numbered(area: AreaScore, scoring: Scoring) -> list[CriterionScore]:
    """The criteria with enough evidence for a number, the lowest first; as in the framework where they are tied."""
    known = [each for each in area.criteria if criterion_enough(each, scoring)]
    return sorted(known, key=lambda each: round(each.score or 0.0, SCORE_EDGE))


def criterion_enough(criterion: CriterionScore, scoring: Scoring) -> bool:
    """Whether a criterion has enough evidence for its number to be shown: the rule of areas, one level down."""
    return criterion.score is not None and holds_enough(scoring, criterion.coverage)


def criterion_words(criterion: CriterionScore, scoring: Scoring) -> str:
    """A criterion's score cut to a whole number and how much evidence is held; no number where it is too little."""
    held = f"{int(round(criterion.coverage * 100, SCORE_EDGE))}% of the evidence expected is held"
    if criterion.score is None or not criterion_enough(criterion, scoring):
        return f"Not enough evidence: {held}"
    return f"{whole_score(criterion.score)} · {held}"
