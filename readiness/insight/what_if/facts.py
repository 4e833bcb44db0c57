"""What if: the areas as they stand, and as they would stand were some of the evidence otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from readiness.insight.indicators.words import counted
from readiness.insight.plan.actions import Action, actions_known
from readiness.insight.what_if.dataset import supposed
from readiness.insight.what_if.scenario import Done, Known, Scenario
from readiness.scoring import prepare, score_at
from readiness.scoring.results import AreaScore, Cap, Scores
from readiness.wording import listed_names, lower_first, whole_score
from readiness.workspace import Workspace

CLOSED_WELL = frozenset({"completed", "impact evidenced"})
NOTHING = "Nothing is changed: the areas stand as they are."
NO_STEP = "no area would move by a whole point"
STATUS_WORDS = (
    "Marking an action done moves only the improvement strand, because a status is not an impact: what it was meant "
    "to change moves when an indicator, an audit or what people say does."
)


@dataclass(frozen=True, slots=True)
class AreaMoved:
    """One area before and after. `caps_gone` and `caps_come` hold what limited it, or would; `lines` its safety lines.

    `lines_cleared` and `lines_crossed` are the titles of safety lines that the scenario clears or crosses.
    """

    before: AreaScore
    after: AreaScore
    caps_gone: tuple[Cap, ...]
    caps_come: tuple[Cap, ...]
    lines_cleared: tuple[str, ...]
    lines_crossed: tuple[str, ...]
    sentence: str

    @property
    def moved(self) -> bool:
        """Whether anything at all is otherwise."""
        return self.before != self.after

    @property
    def points(self) -> float | None:
        """By how much the score would move; None where either side has too little evidence for a number."""
        if not (self.before.enough and self.after.enough):
            return None
        return (self.after.score or 0.0) - (self.before.score or 0.0)


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A scenario and what would follow for every area, in the framework's order. `headline` says the most of it."""

    scenario: Scenario
    before: Scores
    after: Scores
    areas: tuple[AreaMoved, ...]
    headline: str

    def area(self, area_id: str) -> AreaMoved:
        """The area with this id. Raises StopIteration where the framework has none such."""
        return next(each for each in self.areas if each.before.id == area_id)


def what_if(workspace: Workspace, as_at: date, framework_id: str, scenario: Scenario) -> WhatIf:
    """The areas before and after a scenario, scored by the same rules; equal throughout where nothing is changed."""
    before = workspace.score(as_at, framework_id)
    after = scores_if(workspace, as_at, framework_id, scenario)
    areas = tuple(area_moved(was, now) for was, now in zip(before.areas, after.areas, strict=True))
    return WhatIf(scenario, before, after, areas, headline(scenario, areas))


def scores_if(workspace: Workspace, as_at: date, framework_id: str, scenario: Scenario) -> Scores:
    """The scores of a framework were the scenario so: its rows read as evidence and scored as any other."""
    if not scenario:
        return workspace.score(as_at, framework_id)
    dataset = supposed(workspace.dataset, scenario, as_at)
    return score_at(prepare(dataset, workspace.config, workspace.config.frameworks[framework_id]), as_at)


def area_moved(before: AreaScore, after: AreaScore) -> AreaMoved:
    """One area compared with itself under a scenario."""
    gone, come = _less(before.caps, after.caps), _less(after.caps, before.caps)
    was, now = _crossed(before), _crossed(after)
    cleared = tuple(title for title in was if title not in now)
    crossed = tuple(title for title in now if title not in was)
    sentence = _sentence(before, after, gone, come, cleared, crossed)
    return AreaMoved(before, after, gone, come, cleared, crossed, sentence)


def _less(caps: Sequence[Cap], others: Sequence[Cap]) -> tuple[Cap, ...]:
    """The caps that have no counterpart of their kind, cause and grade among the others."""
    held = {(cap.kind, cap.id, cap.caps_at) for cap in others}
    return tuple(cap for cap in caps if (cap.kind, cap.id, cap.caps_at) not in held)


def _crossed(area: AreaScore) -> tuple[str, ...]:
    return tuple(line.title for line in area.red_lines if line.state == "crossed")


def _sentence(
    before: AreaScore,
    after: AreaScore,
    gone: Sequence[Cap],
    come: Sequence[Cap],
    cleared: Sequence[str],
    crossed: Sequence[str],
) -> str:
    parts = [_where(before, after)]
    if cleared:
        parts.append(f"Safety {_lines(cleared)} cleared: {listed_names(cleared)}.")
    if crossed:
        parts.append(f"Safety {_lines(crossed)} crossed: {listed_names(crossed)}.")
    if not after.enough:
        # A cap holds down a number, and there is none.
        return " ".join(parts)
    parts += [f"Gone: the cap at {cap.caps_at}, {_cause(cap)}." for cap in gone if cap.kind != "red line"]
    parts += [f"New: a cap at {cap.caps_at}, {_cause(cap)}." for cap in come if cap.kind != "red line"]
    if after.caps and before != after:
        parts.append(_lowest(after, come))
    return " ".join(part for part in parts if part)


def _lowest(after: AreaScore, come: Sequence[Cap]) -> str:
    """The lowest cap of those that would hold; empty where it has just been named as a new one."""
    cap = min(after.caps, key=lambda each: each.limit)
    if cap not in come:
        return f"Still capped at {cap.caps_at}: {cap_cause(after, cap)}."
    return f"It would be capped at {cap.caps_at}: {cap_cause(after, cap)}." if cap.kind == "red line" else ""


def _lines(titles: Sequence[str]) -> str:
    return "line" if len(titles) == 1 else "lines"


def cap_cause(area: AreaScore, cap: Cap) -> str:
    """Why a cap holds, in words that may leave the screen: of a safety line its title, without its figure."""
    if cap.kind != "red line":
        return _cause(cap)
    return next((lower_first(line.title) for line in area.red_lines if line.id == cap.id), cap.id)


def _cause(cap: Cap) -> str:
    """The reason as a sentence goes on; one that begins with an inspectorate's name keeps its capital."""
    named = cap.kind == "last judgement" and not cap.reason.startswith("Invented")
    return cap.reason if named else lower_first(cap.reason)


def _where(before: AreaScore, after: AreaScore) -> str:
    name = after.short
    if not before.enough and not after.enough:
        return f"{name}: not enough evidence for a number, before or after."
    if not before.enough:
        score = whole_score(after.score or 0.0)
        return f"{name} would have evidence enough for a number: {score}, indicative {after.grade}."
    if not after.enough:
        return f"{name} would no longer have evidence enough for a number."
    was, now = whole_score(before.score or 0.0), whole_score(after.score or 0.0)
    graded = (
        f"indicative {after.grade} as now"
        if before.grade == after.grade
        else f"indicative {after.grade} in place of {before.grade}"
    )
    if was == now:
        return f"{name} would stay at {was}, {graded}."
    return f"{name} would {'rise' if now > was else 'fall'} from {was} to {now}, {graded}."


def headline(scenario: Scenario, areas: Sequence[AreaMoved]) -> str:
    """What the scenario would do, in one sentence: lines first, then the area that moves most."""
    if not scenario:
        return NOTHING
    number = len(scenario.changes)
    lead = "With this one change" if number == 1 else f"With these {counted(number, 'change')}"
    crossed = [title for area in areas for title in area.lines_crossed]
    cleared = [title for area in areas for title in area.lines_cleared]
    # Which lines, and what else moves, each area's own sentence says: a title that is long is not read.
    if crossed:
        return f"{lead}, {counted(len(crossed), 'safety line')} would be crossed, and {_most(areas, others=False)}"
    if cleared:
        return f"{lead}, {counted(len(cleared), 'safety line')} would be cleared, and {_most(areas, others=False)}"
    return f"{lead}, {_most(areas, others=True)}"


def _most(areas: Sequence[AreaMoved], *, others: bool) -> str:
    placed = [area for area in areas if area.after.enough and not area.before.enough]
    if placed:
        names = listed_names([lower_first(area.after.short) for area in placed])
        return f"{names} would have evidence enough for a number."
    moved = [area for area in areas if _steps(area)]
    if not moved:
        return f"{NO_STEP}."
    most = max(moved, key=lambda area: abs(area.points or 0.0))
    was, now = whole_score(most.before.score or 0.0), whole_score(most.after.score or 0.0)
    regraded = f" (indicative: {most.after.grade})" if most.after.grade != most.before.grade else ""
    also = f"; {counted(len(moved) - 1, 'other area')} would move" if others and len(moved) > 1 else ""
    way = "rise" if now > was else "fall"
    return f"{lower_first(most.after.short)} would {way} from {was} to {now}{regraded}{also}."


def _steps(area: AreaMoved) -> bool:
    """Whether the number on screen would be another."""
    if area.points is None:
        return False
    return whole_score(area.before.score or 0.0) != whole_score(area.after.score or 0.0)


def overall_sentence(found: WhatIf) -> str:
    """The overall effectiveness before and after, where the framework has it; else empty."""
    before, after = found.before.overall, found.after.overall
    if before is None or after is None or after.grade is None:
        return ""
    if before.grade == after.grade:
        return f"{after.title} would stay indicative {after.grade}: {after.rule}."
    return (
        f"{after.title} would be indicative {after.grade} in place of {before.grade or 'none'}: {after.rule}."
    )


def note_on_status(scenario: Scenario) -> str:
    """That a status is not an impact, where the scenario marks an action; else empty."""
    return STATUS_WORDS if any(isinstance(each, Done) for each in scenario.changes) else ""


def open_to_a_status(workspace: Workspace, as_at: date) -> tuple[Action, ...]:
    """The actions known on a day that are neither completed nor evidenced yet, the longest overdue first."""
    found = [each for each in workspace.once(actions_known, as_at) if each.status not in CLOSED_WELL]
    return tuple(
        sorted(found, key=lambda each: (each.overdue_days is None, -(each.overdue_days or 0), each.line))
    )


def nameable(workspace: Workspace, as_at: date, framework_id: str) -> Known:
    """What a scenario may name on a day in a framework."""
    framework = workspace.config.frameworks[framework_id]
    lines = {line.indicator for line in framework.red_lines}
    return Known(
        units={
            each.id: each.unit
            for each in workspace.config.indicators.values()
            if each.scored or each.id in lines
        },
        actions=frozenset(each.action for each in workspace.once(actions_known, as_at)),
        criteria=frozenset(each.id for area in framework.areas for each in area.criteria),
    )
