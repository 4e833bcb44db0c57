"""The steps that lead from one score to another, drivers grouped, adding up exactly."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from readiness.config.models import Framework
from readiness.dates import uk_date
from readiness.insight.changes import AreaChange, comparable
from readiness.insight.drivers import Grouping
from readiness.wording import whole_score

MOST_STEPS = 8
GROUPED_BY: Mapping[Grouping, str] = {
    "indicator": "indicator, inspection or plan",
    "strand": "kind of evidence",
    "criterion": "criterion",
    "source": "source",
}
"""The ways to group drivers, in words."""

SMALL = 0.05
"""Points: groups that moved the score by less are put together as everything else."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `points` is the score itself for start and end, else what the step adds (either sign)."""

    name: str
    points: float
    kind: Literal["start", "move", "rest", "caps", "end"]


def steps(
    change: AreaChange, by: Grouping, names: Mapping[str, str], most: int = MOST_STEPS
) -> tuple[Step, ...]:
    """Start, the largest groups, everything else, caps, end; empty where either date has too little evidence.

    Start plus every move, the rest and the caps is the end, to the last decimal a float holds.
    """
    found = change.drivers
    start, end = found.score
    if start is None or end is None or not comparable(change):
        return ()
    groups = found.grouped(by)
    named = [group for group in groups[:most] if abs(group[1]) >= SMALL]
    moves = [Step(names.get(name, name), points, "move") for name, points in named]
    rest = [Step("Everything else", sum(points for _, points in groups[len(named) :]), "rest")]
    caps = [Step("Caps", found.cap, "caps")] if found.cap else []
    after = rest if len(groups) > len(named) else []
    return (
        Step(uk_date(found.dates[0]), start, "start"),
        *moves,
        *after,
        *caps,
        Step(uk_date(found.dates[1]), end, "end"),
    )


def grouping(name: str) -> Grouping:
    """The grouping with this name. Raises StopIteration where there is none such."""
    return next(each for each in GROUPED_BY if each == name)


def grouping_words(name: str) -> str:
    """What a grouping puts together, in words."""
    return GROUPED_BY[grouping(name)]


def group_names(framework: Framework) -> dict[str, str]:
    """Criterion ids to their titles, for steps grouped by criterion; strands and sources name themselves."""
    return {each.id: each.title for area in framework.areas for each in area.criteria}


def step_words(step: Step) -> str:
    """A step's figure as people read it: a whole score at either end, a signed move with one decimal between."""
    if step.kind in ("start", "end"):
        return str(whole_score(step.points))
    if abs(step.points) < SMALL:
        return "under 0.1"
    return f"{step.points:+.1f}".replace("-", "−")
