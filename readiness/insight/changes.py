"""What changed between two dates, area by area, in sentences that say no more than the figures."""

from dataclasses import dataclass
from datetime import date

from readiness.dates import uk_date
from readiness.insight.cards import SPLIT_WORDS
from readiness.insight.drivers import Drivers, drivers
from readiness.scoring.results import AreaScore
from readiness.wording import listed, signed, whole_score
from readiness.workspace import Workspace

NAMED_DRIVERS = 3
WORTH_NAMING = 0.5
"""Points: a driver smaller than this is not named in a sentence (it is in the table)."""


@dataclass(frozen=True, slots=True)
class AreaChange:
    """One area between two dates: the sentence, and the drivers behind it."""

    area: AreaScore
    before: AreaScore
    drivers: Drivers
    sentence: str


def area_changes(workspace: Workspace, framework_id: str, since: date, as_at: date) -> tuple[AreaChange, ...]:
    """What moved every area between two dates, the largest move first; those that can't be compared last."""
    before, after = workspace.score(since, framework_id), workspace.score(as_at, framework_id)
    changes = [
        area_change(workspace, before.area(area.id), area, (since, as_at), framework_id)
        for area in after.areas
    ]
    return tuple(
        sorted(changes, key=lambda change: -abs(change.drivers.moved) if comparable(change) else 1.0)
    )


def area_change(
    workspace: Workspace, before: AreaScore, after: AreaScore, dates: tuple[date, date], framework_id: str
) -> AreaChange:
    """What moved one area between two dates."""
    found = drivers(workspace.evidence(framework_id), before, after, dates)
    return AreaChange(after, before, found, _sentence(before, after, found))


def split_sentence(change: AreaChange) -> str:
    """How much of a change is new evidence, evidence that ended, ageing and caps, so that fading is no improvement."""
    if not comparable(change):
        return ""
    parts = [
        f"{SPLIT_WORDS[cause]} {signed(points)}"
        for cause, points in change.drivers.split().items()
        if round(points, 1)
    ]
    return f"By cause: {', '.join(parts)}." if parts else "No cause moved it by a tenth of a point."


def comparable(change: AreaChange) -> bool:
    """Whether both dates had enough evidence for a number to be shown."""
    return change.area.enough and change.before.enough


def _sentence(before: AreaScore, after: AreaScore, found: Drivers) -> str:
    thin = [uk_date(day) for day, area in zip(found.dates, (before, after), strict=True) if not area.enough]
    if thin:
        return f"{after.short}: there was not enough evidence on {listed(thin)}, so no change is given."
    start, end = whole_score(before.score or 0.0), whole_score(after.score or 0.0)
    moved = "stayed at" if start == end else f"{'rose' if end > start else 'fell'} from {start} to"
    return f"{after.short} {moved} {end}{_because(found)}."


def _because(found: Drivers) -> str:
    named = [(name, points) for name, points in found.grouped("indicator") if abs(points) >= WORTH_NAMING][
        :NAMED_DRIVERS
    ]
    parts = [f"{name} {signed(points)}" for name, points in named]
    if abs(found.cap) >= WORTH_NAMING:
        parts.insert(0, f"caps {signed(found.cap)}")
    return f": {', '.join(parts)}" if parts else "; no single source moved it by half a point"
