"""Bands and confidence: where a score or a coverage stands between its edges (scoring.md 1 and 4)."""

from readiness.config.models import GRADES, Scoring
from readiness.scoring.results import Confidence


def grade_of(scoring: Scoring, score: float) -> str:
    """The band that holds a score, lower edge included. Always *indicative*: Ofsted makes graded judgements."""
    held = [grade for grade in GRADES if round(score, 9) >= scoring.bands[grade]]
    return held[-1] if held else GRADES[0]


def holds_enough(scoring: Scoring, coverage: float) -> bool:
    """Whether a coverage (0 to 1) is enough for a number to be shown at all, of an area, a criterion or one cell."""
    return round(coverage, 9) >= scoring.confidence.low


def confidence_in(scoring: Scoring, coverage: float, *, disagrees: bool) -> Confidence:
    """How sure a coverage (0 to 1) makes us; where the evidence disagrees, medium at most."""
    if not holds_enough(scoring, coverage):
        return "none"
    covered = round(coverage, 9)
    if covered < scoring.confidence.medium:
        return "low"
    return "medium" if disagrees or covered < scoring.confidence.high else "high"
