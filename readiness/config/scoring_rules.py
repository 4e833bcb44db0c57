"""The numbers of the scoring method, as `config/scoring.yaml` may set them. Defaults: `DEFAULTS`."""

from collections.abc import ItemsView, Iterator, KeysView, Mapping
from itertools import pairwise
from typing import Annotated, Any, Literal, overload

from pydantic import AfterValidator, model_validator

from readiness.config.fields import (
    STRANDS,
    FrequencyName,
    GradeName,
    HowMany,
    Model,
    Points,
    Positive,
    Share,
)

DEFAULTS: Mapping[str, Any] = {
    "bands": {"inadequate": 0, "requires improvement": 40, "good": 60, "outstanding": 80},
    "grade_points": {"inadequate": 20, "requires improvement": 50, "good": 70, "outstanding": 90},
    "strands": {
        "performance": {
            "weight": 30,
            "fresh_days": {"monthly": 62, "quarterly": 138, "annual": 548},
            "half_life_days": 92,
        },
        "practice": {"weight": 30, "fresh_days": 92, "half_life_days": 183, "enough": 6},
        "scrutiny": {"weight": 20, "fresh_days": 548, "half_life_days": 548, "enough": 2},
        "voice": {"weight": 10, "fresh_days": 92, "half_life_days": 183, "enough": 3},
        "improvement": {"weight": 10, "fresh_days": 183, "half_life_days": 183, "enough": 2},
    },
    "weights": {
        "moderated_audit": 1,
        "unmoderated_audit": 0.5,
        "judgement": 2,
        "finding": 1,
        "doubtful": 0.5,
    },
    "finding_points": {"strength": 75, "mixed": 50, "area for improvement": 35, "priority action": 10},
    "feedback_points": {"positive": 75, "mixed": 50, "negative": 25},
    "status_points": {
        "not started": 40,
        "on track": 60,
        "at risk": 35,
        "overdue": 15,
        "partially achieved": 50,
        "completed": 70,
        "impact evidenced": 90,
    },
    "caps": {
        "weak_practice": {"audits": 3, "days": 365, "below": 40, "caps_at": "requires improvement"},
        "last_judgement": {
            "grade": "inadequate",
            "days": 365,
            "caps_at": "inadequate",
            "then": "requires improvement",
        },
        "priority_action": {"caps_at": "inadequate"},
    },
    "confidence": {"high": 0.75, "medium": 0.5, "low": 0.25},
    "disagreement": {"points": 20, "coverage": 0.25},
}
"""The shipped numbers; what a `scoring.yaml` leaves out, at any depth, stands as here."""

FindingKind = Literal["strength", "mixed", "area for improvement", "priority action"]
Sentiment = Literal["positive", "mixed", "negative"]
Status = Literal[
    "not started", "on track", "at risk", "overdue", "partially achieved", "completed", "impact evidenced"
]


def merged(defaults: Mapping[str, object], given: object) -> object:
    """`defaults` with what was given laid over them, key by key at every depth; the defaults' order stays."""
    if given is None:
        return defaults
    if not isinstance(given, Mapping):
        return given
    laid = {key: _laid(value, given[key]) if key in given else value for key, value in defaults.items()}
    return laid | {key: value for key, value in given.items() if key not in defaults}


def _laid(default: object, given: object) -> object:
    return merged(default, given) if isinstance(default, Mapping) else given


def _rising_from_nought(bands: Mapping[str, float]) -> Mapping[str, float]:
    edges = list(bands.values())
    if edges[0] != 0 or any(low >= high for low, high in pairwise(edges)):
        raise ValueError("the four bands should start at 0 for inadequate and rise from grade to grade")
    return bands


class PerformanceStrand(Model):
    """Indicators. `fresh_days` goes by frequency; what is enough follows from the indicators mapped."""

    weight: Positive
    fresh_days: Mapping[FrequencyName, Positive]
    half_life_days: Positive


class Strand(Model):
    """One strand: its weight, the days before it fades, the half-life after (days), what is enough."""

    weight: Positive
    fresh_days: Positive
    half_life_days: Positive
    enough: Positive


class Strands(Model):
    """The five strands, as attributes or by name: `strands["practice"].enough`."""

    performance: PerformanceStrand
    practice: Strand
    scrutiny: Strand
    voice: Strand
    improvement: Strand

    @overload
    def __getitem__(self, name: Literal["performance"]) -> PerformanceStrand: ...
    @overload
    def __getitem__(self, name: str) -> Strand: ...
    def __getitem__(self, name: str) -> PerformanceStrand | Strand:
        if name not in STRANDS:
            raise KeyError(name)
        return getattr(self, name)

    def __iter__(self) -> Iterator[str]:  # ty: ignore[incompatible-method-override]
        return iter(STRANDS)

    def __len__(self) -> int:
        return len(STRANDS)

    def __contains__(self, name: object) -> bool:
        return name in STRANDS

    def keys(self) -> KeysView[str]:
        """The names of the strands, in the official order."""
        return dict.fromkeys(STRANDS).keys()

    def items(self) -> ItemsView[str, PerformanceStrand | Strand]:
        """Each strand with its name, in the official order."""
        return {name: self[name] for name in STRANDS}.items()


class Weights(Model):
    """How much one row of each kind counts; `doubtful` multiplies the weight of a doubtful figure."""

    moderated_audit: Positive
    unmoderated_audit: Positive
    judgement: Positive
    finding: Positive
    doubtful: Positive


class WeakPracticeCap(Model):
    """So many audits of a criterion in so many days, and a practice score below, cap the area."""

    audits: HowMany
    days: Positive
    below: Points
    caps_at: GradeName


class LastJudgementCap(Model):
    """After a judgement of `grade` the area is capped at `caps_at` for so many days, then at `then`."""

    grade: GradeName
    days: Positive
    caps_at: GradeName
    then: GradeName


class PriorityActionCap(Model):
    """The grade that an open area for priority action leaves at most."""

    caps_at: GradeName


class Caps(Model):
    """The rules that override a mean. Red lines stand with their framework."""

    weak_practice: WeakPracticeCap
    last_judgement: LastJudgementCap
    priority_action: PriorityActionCap


class Confidence(Model):
    """The coverage (0 to 1) from which confidence is high, medium or low; under low it is too thin."""

    high: Share
    medium: Share
    low: Share

    @model_validator(mode="after")
    def _in_order(self) -> "Confidence":
        if not self.high > self.medium > self.low > 0:
            raise ValueError("high should be more than medium, medium more than low, and low above 0")
        return self


class Disagreement(Model):
    """Strands of at least this coverage (0 to 1) that lie more than so many points apart disagree."""

    points: Points
    coverage: Share


class Scoring(Model):
    """Every number of the method. `Scoring()` is the shipped method; anything given is laid over it."""

    bands: Annotated[Mapping[GradeName, Points], AfterValidator(_rising_from_nought)]
    grade_points: Mapping[GradeName, Points]
    strands: Strands
    weights: Weights
    finding_points: Mapping[FindingKind, Points]
    feedback_points: Mapping[Sentiment, Points]
    status_points: Mapping[Status, Points]
    caps: Caps
    confidence: Confidence
    disagreement: Disagreement

    @model_validator(mode="before")
    @classmethod
    def _over_the_defaults(cls, given: object) -> object:
        return merged(DEFAULTS, given)
