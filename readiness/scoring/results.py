"""What scoring returns: small frozen values that insight, charts, pages and the command line take.

Scores are 0 to 100, coverages 0 to 1, nothing rounded. `None` is "no evidence", never nought.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

Confidence = Literal["high", "medium", "low", "none"]
LineState = Literal["crossed", "clear", "never observed", "not known lately"]


@dataclass(frozen=True, slots=True)
class CellScore:
    """One strand of evidence on one criterion. `trust` is the sum of its items' trust; `items` how many are active."""

    strand: str
    expected: bool
    score: float | None
    coverage: float
    items: int
    trust: float
    enough: float


@dataclass(frozen=True, slots=True)
class CriterionScore:
    """One criterion: its score over its strands; `cells` holds all five strands by name."""

    id: str
    title: str
    good: str
    weight: float
    score: float | None
    coverage: float
    cells: Mapping[str, CellScore]


@dataclass(frozen=True, slots=True)
class StrandScore:
    """One strand over a whole area. Coverage is None-free: 0 where nothing is expected or held."""

    strand: str
    expected: bool
    score: float | None
    coverage: float


@dataclass(frozen=True, slots=True)
class Cap:
    """A rule that limits an area's score: `limit` is the highest it leaves; `bites`, whether it lowered it."""

    kind: Literal["red line", "weak practice", "last judgement", "priority action"]
    id: str
    caps_at: str
    reason: str
    limit: float
    bites: bool


@dataclass(frozen=True, slots=True)
class RedLineState:
    """A safety line as it stands: the indicator's current figure (None where never observed) against its limit."""

    id: str
    title: str
    area: str
    indicator: str
    state: LineState
    limit: float
    over: bool
    """True where crossing means going above the limit, False where it means falling below."""
    figure: float | None
    period_end: date | None
    known: date | None
    line: int | None
    """The line of observations.csv that holds the current figure."""


@dataclass(frozen=True, slots=True)
class AreaScore:
    """One judgement area at one date. `score` is after caps, `uncapped` before; `low` to `high` the range."""

    id: str
    title: str
    short: str
    score: float | None
    uncapped: float | None
    grade: str | None
    coverage: float
    confidence: Confidence
    low: float
    high: float
    disagrees: bool
    disagreement: tuple[str, str] | None
    """The two strands furthest apart (higher first) where the evidence disagrees."""
    caps: tuple[Cap, ...]
    red_lines: tuple[RedLineState, ...]
    strands: Mapping[str, StrandScore]
    criteria: tuple[CriterionScore, ...]

    @property
    def enough(self) -> bool:
        """Whether there is enough evidence to show a number and a grade at all."""
        return self.confidence != "none"


@dataclass(frozen=True, slots=True)
class Overall:
    """An overall effectiveness grade, where the framework has one, and the rule that decided it, in words."""

    title: str
    grade: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Scores:
    """Every area of a framework at one date, for one dataset."""

    as_at: date
    framework: str
    dataset: str
    areas: tuple[AreaScore, ...]
    overall: Overall | None

    def area(self, area_id: str) -> AreaScore:
        """The area with this id. Raises KeyError where the framework has none such."""
        for area in self.areas:
            if area.id == area_id:
                return area
        raise KeyError(area_id)


@dataclass(frozen=True, slots=True)
class History:
    """Scores at each month end. Each list is as long as `dates`; None where there was no evidence."""

    framework: str
    dates: tuple[date, ...]
    areas: Mapping[str, tuple[float | None, ...]]
    coverage: Mapping[str, tuple[float, ...]]
    criteria: Mapping[str, tuple[float | None, ...]]
    criteria_coverage: Mapping[str, tuple[float, ...]]
    enough: float
    """The coverage under which there is not enough evidence to show a number."""

    def shown(self, area_id: str) -> tuple[float | None, ...]:
        """An area's scores where there was enough evidence to show them; None elsewhere."""
        return self._where_enough(self.areas[area_id], self.coverage[area_id])

    def shown_criterion(self, criterion_id: str) -> tuple[float | None, ...]:
        """A criterion's scores where there was enough evidence to show them; None elsewhere."""
        return self._where_enough(self.criteria[criterion_id], self.criteria_coverage[criterion_id])

    def _where_enough(
        self, scores: tuple[float | None, ...], coverage: tuple[float, ...]
    ) -> tuple[float | None, ...]:
        return tuple(
            score if round(held, 9) >= self.enough else None
            for score, held in zip(scores, coverage, strict=True)
        )
