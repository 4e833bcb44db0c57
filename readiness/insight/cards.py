"""One judgement area as a card shows it: where it stands, how sure we are, and how it has moved."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from readiness.config.models import Scoring
from readiness.dates import months_before, uk_date
from readiness.insight.drivers import Movement, movement
from readiness.insight.inspections.judgements import OfstedJudgement, last_judgements
from readiness.scoring.results import AreaScore, Scores
from readiness.wording import listed, score_range, signed, whole_score
from readiness.workspace import Workspace

SPLIT_WORDS = {
    "new evidence": "new evidence",
    "gone": "evidence that ended",
    "aged": "evidence ageing",
    "caps": "caps",
}
CHANGE_MONTHS = (3, 12)
STRAND_FILES: Mapping[str, str] = MappingProxyType(
    {
        "performance": "observations.csv",
        "practice": "audits.csv",
        "scrutiny": "findings.csv",
        "voice": "feedback.csv",
        "improvement": "action_updates.csv",
    }
)
"""The file that each kind of evidence is added to."""


@dataclass(frozen=True, slots=True)
class ChangeFact:
    """How an area moved since some months ago, in points, split by cause; `moved` is None where it can't be said."""

    months: int
    since: date
    moved: float | None
    split: dict[str, float]
    sentence: str


@dataclass(frozen=True, slots=True)
class AreaCard:
    """Everything a card shows of one area. `trend` holds (day, score), None where too thin."""

    area: AreaScore
    position: str
    range_words: str
    confidence_words: str
    disagreement_words: str
    changes: tuple[ChangeFact, ...]
    trend: tuple[tuple[date, float | None], ...]
    last: OfstedJudgement | None
    wanted: str


def area_cards(workspace: Workspace, as_at: date, framework_id: str) -> tuple[AreaCard, ...]:
    """A card for every scored area of a framework, in its official order."""
    scores = workspace.score(as_at, framework_id)
    last = last_judgements(workspace.evidence(framework_id), as_at)
    return tuple(_card(workspace, scores, area, last[area.id]) for area in scores.areas)


def _card(workspace: Workspace, scores: Scores, area: AreaScore, last: OfstedJudgement | None) -> AreaCard:
    scoring = workspace.config.scoring
    return AreaCard(
        area=area,
        position=position_in_band(scoring, area),
        range_words=score_range(area.low, area.high),
        confidence_words=confidence_words(area),
        disagreement_words=disagreement_words(area),
        changes=tuple(change_since(workspace, scores, area, months) for months in CHANGE_MONTHS),
        trend=_trend(workspace, scores, area),
        last=last,
        wanted=wanted_evidence(area),
    )


def band_edges(scoring: Scoring) -> dict[str, float]:
    """Each grade with the lower edge of its band, rising from 0."""
    return {str(grade): edge for grade, edge in scoring.bands.items()}


def position_in_band(scoring: Scoring, area: AreaScore) -> str:
    """Where the score lies in its band: lower, middle or upper third; empty where there is too little evidence."""
    if area.grade is None or area.score is None:
        return ""
    edges = [*scoring.bands.values(), 100.0]
    grades: list[str] = list(scoring.bands)
    low, high = edges[grades.index(area.grade)], edges[grades.index(area.grade) + 1]
    third = min(int(3 * (area.score - low) / (high - low)), 2)
    return f"{('lower', 'middle', 'upper')[third]} third of {area.grade}"


def confidence_words(area: AreaScore) -> str:
    """How much of the expected evidence is held, and what that makes us."""
    held = int(area.coverage * 100)
    if not area.enough:
        return f"Not enough evidence: {held}% of what this area expects is held and fresh"
    return f"{area.confidence.capitalize()} confidence: {held}% of what this area expects is held and fresh"


def disagreement_words(area: AreaScore) -> str:
    """Where two strands lie too far apart to agree, which they are; else empty."""
    if area.disagreement is None:
        return ""
    high, low = area.disagreement
    top, bottom = area.strands[high].score or 0.0, area.strands[low].score or 0.0
    return f"The evidence disagrees: {high} says {whole_score(top)}, {low} says {whole_score(bottom)}"


def wanted_evidence(area: AreaScore) -> str:
    """What would change "not enough evidence": the expected strands that hold least, and the files to add to."""
    thin = sorted(
        (strand for strand in area.strands.values() if strand.expected), key=lambda strand: strand.coverage
    )[:2]
    if not thin:
        return "No strand of evidence is expected here; see dataset.yaml."
    return f"It would take more {listed([f'{strand.strand} ({STRAND_FILES[strand.strand]})' for strand in thin])}."


def change_since(workspace: Workspace, scores: Scores, area: AreaScore, months: int) -> ChangeFact:
    """How one area has moved over so many months, and how much of that is only evidence ageing or ending."""
    since = months_before(scores.as_at, months)
    before = workspace.score(since, scores.framework).area(area.id)
    if not area.enough or not before.enough:
        when = "now" if not area.enough else f"on {uk_date(since)}"
        return ChangeFact(months, since, None, {}, f"{months} months: too little evidence {when} to say")
    moved = movement(workspace.evidence(scores.framework), before, area, (since, scores.as_at))
    points = (area.score or 0.0) - (before.score or 0.0)
    return ChangeFact(
        months, since, points, moved.split(), f"{months} months: {signed(points)}{_split_words(moved)}"
    )


def _split_words(moved: Movement) -> str:
    parts = [
        f"{SPLIT_WORDS[cause]} {signed(points)}"
        for cause, points in moved.split().items()
        if abs(points) >= 0.5
    ]
    return f" ({', '.join(parts)})" if parts else ""


def _trend(workspace: Workspace, scores: Scores, area: AreaScore) -> tuple[tuple[date, float | None], ...]:
    """Three years of month ends and then the day itself, so that the line ends at the number on the card."""
    history = workspace.history(months_before(scores.as_at, 36), scores.as_at, scores.framework)
    points = list(zip(history.dates, history.shown(area.id), strict=True))
    if not points or points[-1][0] != scores.as_at:
        points.append((scores.as_at, area.score if area.enough else None))
    return tuple(points)
