"""What waits for a decision: lines crossed without an action, signals that nobody explains, what is late or unowned."""

from dataclasses import dataclass
from datetime import date

from readiness.insight.indicators.explained import explained_on
from readiness.insight.indicators.facts import indicators_on
from readiness.insight.indicators.matrix import is_grave, signals
from readiness.insight.indicators.words import counted, counted_out
from readiness.insight.plan.facts import Plan, plan_on
from readiness.insight.safety.counts import NOBODY_ACTS
from readiness.insight.safety.room import safety_room
from readiness.insight.since.said import named
from readiness.wording import listed, upper_first
from readiness.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Waiting:
    """One kind of thing that waits: `short` as a headline lists it, `sentence` with what it is."""

    short: str
    sentence: str


def waiting_on(workspace: Workspace, as_at: date, framework_id: str) -> tuple[Waiting, ...]:
    """Everything on record that waits for a decision on a day, gravest first. It tells no count of children."""
    plan = workspace.once(plan_on, as_at, framework_id)
    found = (
        _crossed(workspace, as_at, framework_id),
        _unexplained(workspace, as_at),
        _late(plan) if plan else None,
        _unowned(plan) if plan else None,
    )
    return tuple(each for each in found if each)


def waiting_headline(found: tuple[Waiting, ...]) -> str:
    """All of it in one sentence; that nothing on record waits, where that is so."""
    if not found:
        return "Nothing on record waits for a decision."
    return f"For decision: {listed([each.short for each in found])}."


def _crossed(workspace: Workspace, as_at: date, framework_id: str) -> Waiting | None:
    """Safety lines that are crossed while no open action has them as its measure."""
    room = workspace.once(safety_room, as_at, framework_id, True)
    titles = [each.title for each in room.held("Crossed") if each.acts == NOBODY_ACTS]
    if not titles:
        return None
    number = counted(len(titles), "safety line")
    verb = "is" if len(titles) == 1 else "are"
    said = (
        f"{upper_first(number)} {verb} crossed, and no open action has {'it' if len(titles) == 1 else 'them'}"
    )
    return Waiting(f"{number} without an action", f"{said} as its measure: {named(titles)}.")


def _unexplained(workspace: Workspace, as_at: date) -> Waiting | None:
    """Signals of concern, or targets unlikely to be met, that nobody is named to explain."""
    explained = workspace.once(explained_on, as_at)
    grave = [each for each in signals(workspace.once(indicators_on, as_at)) if is_grave(each)]
    names = [
        each.indicator.label for each in grave if not any(one.who for one in explained[each.indicator.id])
    ]
    if not names:
        return None
    number = counted(len(names), "signal")
    return Waiting(
        f"{number} that nobody explains", f"Nobody is named to explain {number} of concern: {named(names)}."
    )


def _late(plan: Plan) -> Waiting | None:
    if not plan.overdue:
        return None
    number, longest = counted(len(plan.overdue), "overdue action"), plan.overdue[0]
    verb = "waits" if len(plan.overdue) == 1 else "wait"
    by = f"the longest by {counted(longest.overdue_days or 0, 'day')}: {longest.title}"
    return Waiting(number, f"{upper_first(number)} {verb}, {by}.")


def _unowned(plan: Plan) -> Waiting | None:
    bare = len(plan.gaps.no_owner)
    if not bare:
        return None
    number = counted(bare, "open action")
    every = counted(plan.gaps.open, "open action")
    if plan.gaps.open == 1:
        said = "The one open action has no role that owns it."
    elif bare == plan.gaps.open:
        said = f"None of {every} has a role that owns it."
    else:
        has, whose = ("has", "it") if bare == 1 else ("have", "them")
        said = f"{upper_first(counted_out(bare))} of {every} {has} no role that owns {whose}."
    return Waiting(f"{number} without an owner", said)
