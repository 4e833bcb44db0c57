"""Whether this software still gives the figures that were presented, from the same files."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from readiness import VERSION
from readiness.snapshots.snapshot import Snapshot
from readiness.wording import listed, whole_score
from readiness.workspace import Workspace

WITHIN = 1e-6
"""Points: the last digits may differ from one machine to another."""


def figures_differ(snapshot: Snapshot, workspace: Workspace) -> tuple[str, ...]:
    """A sentence for each area of which this software says otherwise than was presented; `workspace` is the frozen one.

    Empty where every score, grade, coverage and limit is as it was: what is on screen is what the board saw.
    """
    scores = workspace.score(snapshot.as_at, snapshot.framework)
    then = {str(area.get("id")): area for area in snapshot.scores.get("areas", ())}
    said = [
        f"{area.short} was presented {_stood(then[area.id])}; this software (version {VERSION}, then "
        f"{snapshot.version}) gives {_now(area.enough, area.score, area.grade)}."
        for area in scores.areas
        if area.id in then and _differs(then[area.id], area.score, area.grade, area.coverage)
    ]
    gone = sorted(set(then) ^ {area.id for area in scores.areas})
    return (*said, f"The areas are no longer the same: {listed(gone)}.") if gone else tuple(said)


def titles_differ(snapshot: Snapshot, titles: Sequence[str]) -> tuple[str, ...]:
    """The titles of screens that are not as they were presented, each beside what it was; empty where all are.

    Empty too where none were kept. A title tells a finding with its figures, so a difference is one of the story.
    """
    if not snapshot.titles:
        return ()
    if len(titles) != len(snapshot.titles):
        number = len(snapshot.titles)
        return (f"Presented: {number} {'screen' if number == 1 else 'screens'}; now: {len(titles)}.",)
    return tuple(
        f"“{was}” was presented; this software says “{now}”"
        for was, now in zip(snapshot.titles, titles, strict=True)
        if was != now
    )


def _differs(then: Mapping[str, Any], score: float | None, grade: str | None, coverage: float) -> bool:
    return (
        then.get("grade") != grade
        or not _same(then.get("score"), score)
        or not _same(then.get("coverage"), coverage)
    )


def _same(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, abs_tol=WITHIN)


def _stood(area: Mapping[str, Any]) -> str:
    """How it stood; without a number where there was not enough evidence for one."""
    if area.get("confidence") == "none" or area.get("score") is None:
        return "without a figure"
    return f"at {whole_score(area['score'])} ({area.get('grade')})"


def _now(enough: bool, score: float | None, grade: str | None) -> str:
    return f"{whole_score(score)} ({grade})" if enough and score is not None else "no figure"
