"""The one sentence an authority's position comes to: lines crossed first, then children found unsafe in audits and
not made safe, then the weakest, then what moved.

Never a count of grades: that would rebuild the overall grade which Ofsted abolished.
"""

from collections.abc import Collection, Sequence
from datetime import date

from readiness.config.models import Config, Scoring
from readiness.dates import months_before
from readiness.insight.area import weakest_criterion
from readiness.insight.few import few_now
from readiness.insight.safety.escalations import open_escalations
from readiness.insight.safety.lines import SafetyLine, safety_lines
from readiness.scoring.results import AreaScore, Scores
from readiness.wording import listed, whole_score
from readiness.workspace import Workspace

YEAR = 12
"""Months over which the headline says what moved."""
STEADY_WITHIN = 1.0
"""Points: a move smaller than this is called steady, because a score is shown cut to a whole number."""


def headline(
    workspace: Workspace, as_at: date, framework_id: str, *, protected: bool = False
) -> tuple[str, ...]:
    """What the Overview would say if it could say only one thing, in its parts, what matters most first.

    The first part may stand alone, as on a wall. Movement is taken from a year before. `protected` words may leave
    the screen: they tell 1 to 4 children as fewer than five.
    """
    scores = workspace.score(as_at, framework_id)
    year_ago = workspace.score(months_before(as_at, YEAR), framework_id)
    unsafe = workspace.once(open_escalations, as_at, protected)
    few = few_now(workspace, as_at) if protected else None
    return headline_parts(scores, year_ago, workspace.config, unsafe.sentence if unsafe.open else "", few)


def headline_parts(
    scores: Scores, earlier: Scores, config: Config, unsafe: str = "", few: Collection[str] | None = None
) -> tuple[str, ...]:
    """The headline's parts from scores and those of an earlier date; `unsafe` says which children are not made safe.

    `few` as for safety_lines.
    """
    lines = safety_lines(scores, config, few)
    return (
        *_crossed(lines),
        *([unsafe] if unsafe else []),
        _weakest(scores, earlier, config.scoring),
        *_moved(scores, earlier),
        *_not_known(lines),
    )


def _crossed(lines: Sequence[SafetyLine]) -> list[str]:
    return [f"{each.line.title}: {each.sentence}" for each in lines if each.word == "Crossed"]


def _weakest(scores: Scores, earlier: Scores, scoring: Scoring) -> str:
    placed = [area for area in scores.areas if area.enough and area.score is not None]
    if not placed:
        return "There is not enough evidence to place any area."
    lowest = min(whole_score(area.score or 0.0) for area in placed)
    weakest = [area for area in placed if whole_score(area.score or 0.0) == lowest]
    missing = [area for area in scores.areas if not area.enough]
    return f"{_weakest_words(weakest, earlier, len(placed))}{_theme(weakest, scoring)}.{_too_little(missing)}"


def _weakest_words(weakest: Sequence[AreaScore], earlier: Scores, placed: int) -> str:
    if placed == 1:
        return f"{weakest[0].short} is the only area with enough evidence to place (indicative: {weakest[0].grade})"
    if len(weakest) == placed:
        return f"{listed(_in_a_row(weakest))} stand level, none weaker than another (indicative: {weakest[0].grade})"
    if len(weakest) > 1:
        return f"{listed(_in_a_row(weakest))} are the weakest areas (indicative: {weakest[0].grade})"
    area = weakest[0]
    direction = direction_of(area, _same(earlier, area.id))
    return f"{area.short} is the weakest area (indicative: {area.grade}){f' and {direction}' if direction else ''}"


def _in_a_row(areas: Sequence[AreaScore]) -> list[str]:
    """Names as one sentence takes them: only the first keeps its capital."""
    return [areas[0].short, *(area.short.lower() for area in areas[1:])]


def _theme(weakest: Sequence[AreaScore], scoring: Scoring) -> str:
    if len(weakest) != 1:
        return ""
    theme = weakest_criterion(weakest[0], scoring)
    return f"; {theme.title.lower()} is its weakest theme" if theme else ""


def spread_words(scores: Scores) -> str:
    """From which area to which the scores reach, in a sentence; that none can be placed, where none can."""
    placed = sorted(
        (area for area in scores.areas if area.enough and area.score is not None),
        key=lambda area: area.score or 0.0,
    )
    if not placed:
        return "No area has enough evidence for a number"
    low, high = placed[0], placed[-1]
    if whole_score(low.score or 0.0) == whole_score(high.score or 0.0):
        return f"{listed(_in_a_row(placed))}: {whole_score(low.score or 0.0)}"
    return (
        f"{low.short} is lowest at {whole_score(low.score or 0.0)}, "
        f"{high.short.lower()} highest at {whole_score(high.score or 0.0)}"
    )


def direction_of(area: AreaScore, earlier: AreaScore | None) -> str:
    """Rising, falling or steady since an earlier date; nothing where either has too little evidence."""
    if (
        earlier is None
        or not area.enough
        or not earlier.enough
        or area.score is None
        or earlier.score is None
    ):
        return ""
    moved = area.score - earlier.score
    if abs(moved) < STEADY_WITHIN:
        return "steady"
    return "rising" if moved > 0 else "falling"


def _moved(scores: Scores, earlier: Scores) -> list[str]:
    moves = [
        (area, before)
        for area in scores.areas
        if (before := _same(earlier, area.id)) and direction_of(area, before) in ("rising", "falling")
    ]
    if not moves:
        return []
    most, was = max(moves, key=lambda move: abs((move[0].score or 0.0) - (move[1].score or 0.0)))
    start, end = whole_score(was.score or 0.0), whole_score(most.score or 0.0)
    return [f"{most.short} moved most over the year, from {start} to {end}."]


def _not_known(lines: Sequence[SafetyLine]) -> list[str]:
    unknown = sum(each.word == "Not known" for each in lines)
    if not unknown:
        return []
    if unknown == len(lines):
        if len(lines) == 1:
            return ["The one safety line can't be known from this evidence."]
        return [f"None of the {len(lines)} safety lines can be known from this evidence."]
    return [f"{unknown} of {len(lines)} safety lines {'is' if unknown == 1 else 'are'} not known."]


def _too_little(missing: Sequence[AreaScore]) -> str:
    if not missing:
        return ""
    return f" There is not enough evidence to place {listed([area.short.lower() for area in missing])}."


def _same(scores: Scores, area_id: str) -> AreaScore | None:
    return next((area for area in scores.areas if area.id == area_id), None)
