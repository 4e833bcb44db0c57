"""What moved a score between two dates: the effects of items, which add up exactly (scoring.md 5)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np

from readiness.dates import day_number, uk_date
from readiness.insight.rows import EvidenceRow, described, shares
from readiness.scoring.evidence import Evidence
from readiness.scoring.results import AreaScore

Change = Literal["new evidence", "gone", "aged"]
Grouping = Literal["source", "indicator", "strand", "criterion"]


@dataclass(frozen=True, slots=True)
class Effect:
    """One item's part in a change, in points. `change`: it came, it went, or it was there at both dates and aged."""

    row: EvidenceRow
    change: Change
    effect: float


@dataclass(frozen=True, slots=True)
class Drivers:
    """Why an area's score moved between two dates.

    `effects` add up to `uncapped[1] - uncapped[0]`, and with `cap` (a cap that came, went or changed) to
    `score[1] - score[0]`. Where `why_not` is set there are no drivers, and it says why.
    """

    area: str
    dates: tuple[date, date]
    score: tuple[float | None, float | None]
    uncapped: tuple[float | None, float | None]
    effects: tuple[Effect, ...]
    cap: float
    why_not: str | None

    @property
    def moved(self) -> float:
        """The change in the score, caps included, in points; 0 where there are no drivers."""
        return 0.0 if self.score[0] is None or self.score[1] is None else self.score[1] - self.score[0]

    def split(self) -> dict[str, float]:
        """The change as new evidence, gone, aged and caps, so that fading evidence never reads as improvement."""
        parts: dict[str, float] = {"new evidence": 0.0, "gone": 0.0, "aged": 0.0, "caps": self.cap}
        for effect in self.effects:
            parts[effect.change] += effect.effect
        return parts

    def grouped(self, by: Grouping) -> tuple[tuple[str, float], ...]:
        """(name, effect in points) by source, indicator, strand or criterion, the largest first."""
        totals: dict[str, float] = {}
        for effect in self.effects:
            name = GROUPINGS[by](effect.row)
            totals[name] = totals.get(name, 0.0) + effect.effect
        return tuple(sorted(totals.items(), key=lambda group: -abs(group[1])))


GROUPINGS: dict[Grouping, Callable[[EvidenceRow], str]] = {
    "source": lambda row: row.source or row.about,
    "indicator": lambda row: row.about,
    "strand": lambda row: row.strand,
    "criterion": lambda row: row.criterion,
}


def drivers(evidence: Evidence, before: AreaScore, after: AreaScore, dates: tuple[date, date]) -> Drivers:
    """What moved one area between two dates, given its scores on each."""
    moved = movement(evidence, before, after, dates)
    effects = _described(evidence, moved) if moved.why_not is None else ()
    scores, uncapped = (before.score, after.score), (before.uncapped, after.uncapped)
    return Drivers(after.id, dates, scores, uncapped, effects, moved.cap, moved.why_not)


@dataclass(frozen=True, slots=True, eq=False)
class Movement:
    """A change as columns over the items that had a share at either date, the largest effect first; in points."""

    position: np.ndarray
    was: np.ndarray
    now: np.ndarray
    share: np.ndarray
    trust: np.ndarray
    effect: np.ndarray
    cap: float
    why_not: str | None

    def split(self) -> dict[str, float]:
        """The change as new evidence, gone, aged and caps."""
        return {
            "new evidence": float(self.effect[~self.was].sum()),
            "gone": float(self.effect[self.was & ~self.now].sum()),
            "aged": float(self.effect[self.was & self.now].sum()),
            "caps": self.cap,
        }


def movement(evidence: Evidence, before: AreaScore, after: AreaScore, dates: tuple[date, date]) -> Movement:
    """The effect of each item on an area's score between two dates, without describing the items."""
    nothing = np.empty(0)
    if before.uncapped is None or before.score is None or after.uncapped is None or after.score is None:
        empty = [day for day, area in zip(dates, (before, after), strict=True) if area.score is None]
        return Movement(*[nothing] * 6, cap=0.0, why_not=_why_not(empty))
    first, last = day_number(dates[0]), day_number(dates[1])
    share_before, _ = shares(evidence, after.id, first)
    share, trust = shares(evidence, after.id, last)
    effect = (share - share_before) * (evidence.items.points - before.uncapped)
    moved = np.flatnonzero((share_before > 0) | (share > 0))
    moved = moved[np.argsort(-np.abs(effect[moved]), kind="stable")]
    was, now = evidence.items.active(first)[moved], evidence.items.active(last)[moved]
    cap = (after.score - after.uncapped) - (before.score - before.uncapped)
    return Movement(moved, was, now, share, trust, effect[moved], cap, None)


def _why_not(empty: list[date]) -> str:
    when = " or ".join(uk_date(day) for day in empty)
    return f"There was no scored evidence on {when}, so there is nothing to compare."


def _described(evidence: Evidence, moved: Movement) -> tuple[Effect, ...]:
    rows = described(evidence, moved.position, moved.trust, moved.share)
    return tuple(
        Effect(row, _change(was, now), float(effect))
        for row, was, now, effect in zip(rows, moved.was, moved.now, moved.effect, strict=True)
    )


def _change(was: bool, now: bool) -> Change:
    if not was:
        return "new evidence"
    return "aged" if now else "gone"
