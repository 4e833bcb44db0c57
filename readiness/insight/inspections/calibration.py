"""What Ofsted judged beside what our evidence said on the day before: a record that grows with each inspection."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import comb
from types import MappingProxyType
from typing import Literal

from readiness.config.models import GRADES
from readiness.insight.indicators.words import counted, counted_out
from readiness.insight.inspections.judgements import OfstedJudgement, area_judgements
from readiness.scoring.results import AreaScore, Confidence
from readiness.workspace import Workspace

Verdict = Literal["the same", "ours higher", "ours lower", "not enough evidence"]
WAYS: Mapping[Verdict, int] = MappingProxyType({"the same": 0, "ours higher": 1, "ours lower": -1})
"""The verdicts where there was evidence enough, and which way each leans."""
FEWEST = 6
"""Inspections under which even a record that always went one way could be chance (two in 64 where there are six)."""
CHANCE = 0.05
"""Up to this probability that so one-sided a record arose by an even chance, a lean is said."""
RULE = (
    "Each line takes the evidence known on the day before the report was published, by the rules and weights of today "
    "and in the framework that was judged by. Nothing published on that day or later counts, so the report's own "
    "judgements and findings do not; earlier reports do, while they have not faded. Areas of one inspection are judged "
    "together, so they are fewer than they seem."
)


@dataclass(frozen=True, slots=True)
class Compared:
    """One judgement on one area beside our indicative grade of the day before.

    `ours`, `score` are None where there was not enough evidence; `coverage` is 0 to 1; `held_down` are the reasons of
    the caps that lowered the score.
    """

    judged: OfstedJudgement
    framework: str
    area: str
    day: date
    ours: str | None
    score: float | None
    coverage: float
    confidence: Confidence
    held_down: tuple[str, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Calibration:
    """Every judgement by a day that falls on a scored area of the framework it was judged by, latest first."""

    as_at: date
    compared: tuple[Compared, ...]
    sentence: str


def calibration(workspace: Workspace, as_at: date) -> Calibration:
    """The record of all inspections published by a day, whatever the framework in use."""
    found = [
        _compare(workspace, framework_id, judged)
        for framework_id in workspace.config.frameworks
        for judged in _judged_by(workspace, framework_id, as_at)
    ]
    found = [each for each in found if each is not None]
    found.sort(key=lambda each: (-each.judged.published.toordinal(), each.judged.line))
    return Calibration(as_at, tuple(found), calibration_words(found))


def _judged_by(workspace: Workspace, framework_id: str, as_at: date) -> list[OfstedJudgement]:
    """The judgements that were made by a framework itself, on areas of its own."""
    fallen = area_judgements(workspace.evidence(framework_id), as_at)
    return [each for judged in fallen.values() for each in judged if each.framework == framework_id]


def _compare(workspace: Workspace, framework_id: str, judged: OfstedJudgement) -> Compared | None:
    """None where the area is judged once and never scored, since it has no criteria."""
    day = judged.published - timedelta(days=1)
    scores = workspace.score(day, framework_id)
    area = next((each for each in scores.areas if each.id == judged.area), None)
    if area is None:
        return None
    short = next(
        one.label for one in workspace.config.frameworks[framework_id].areas if one.id == judged.area
    )
    enough = area.enough and area.grade is not None
    return Compared(
        judged=judged,
        framework=framework_id,
        area=short,
        day=day,
        ours=area.grade if enough else None,
        score=area.score if enough else None,
        coverage=area.coverage,
        confidence=area.confidence,
        held_down=tuple(cap.reason for cap in area.caps if cap.bites) if enough else (),
        verdict=_verdict(area, judged.grade) if enough else "not enough evidence",
    )


def _verdict(area: AreaScore, judged: str) -> Verdict:
    ours, theirs = GRADES.index(area.grade), GRADES.index(judged)
    return "the same" if ours == theirs else "ours higher" if ours > theirs else "ours lower"


def calibration_words(found: Sequence[Compared]) -> str:
    """The reading: how many agreed, and no more than so few allow."""
    if not found:
        return "No judgement can be set beside our evidence of the day before yet."
    compared = [each for each in found if each.verdict in WAYS]
    if not compared:
        on = "the one judgement" if len(found) == 1 else f"any of {counted_out(len(found))} judgements"
        return f"On the day before {on} there was not enough evidence to compare: nothing can be said of our grades."
    counts = Counter(each.verdict for each in compared)
    outcome = ", ".join(f"{each} on {counted_out(counts[each])}" for each in WAYS if counts[each])
    enough = (
        f"On {counted_out(len(compared))} of {counted(len(found), 'judgement')} there was enough evidence"
    )
    return f"{enough} the day before: {outcome}. {_allowed(compared)}"


def _allowed(compared: Sequence[Compared]) -> str:
    """What so many comparisons allow to be said. An inspection counts once, by where its areas lean together."""
    leans: Counter[date] = Counter()
    for each in compared:
        leans[each.judged.published] += WAYS[each.verdict]
    if len(leans) < FEWEST:
        few = "one inspection" if len(leans) == 1 else f"{counted_out(len(leans))} inspections"
        return (
            f"These are of {few}: too few to say how far our grades can be trusted, or which way they lean."
        )
    higher, lower = (sum(lean * way > 0 for lean in leans.values()) for way in (1, -1))
    if sign_probability(higher, lower) > CHANCE:
        return f"Over {counted_out(len(leans))} inspections no lean beyond chance shows."
    which = "higher" if higher > lower else "lower"
    return f"Over {counted_out(len(leans))} inspections ours lean {which} by more than chance explains."


def sign_probability(one: int, other: int) -> float:
    """The two-sided probability of so uneven a split where either side is as likely; 1 where there is none.

    The exact sign test. Source: Conover WJ, Practical Nonparametric Statistics, 3rd ed. 1999, section 3.4.
    """
    number = one + other
    tail = sum(comb(number, each) for each in range(min(one, other) + 1)) / 2**number
    return min(1.0, 2 * tail)
