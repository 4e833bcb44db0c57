"""Since we last met: actions closed, late, slipped and new."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from readiness.insight.indicators.words import counted, counted_out
from readiness.insight.plan.actions import EVIDENCED, Action, actions_known
from readiness.insight.since.said import Between, Part, Said, quoted
from readiness.items.status import OVERDUE
from readiness.wording import upper_first

PAGE = "plan"
FILE = "actions.csv"
AT_RISK = "at risk"
MOST_NAMED = 2


def plan_part(between: Between) -> Part:
    """Actions newly overdue first, then those that slipped, were closed, were found to have worked, and are new."""
    actions = between.workspace.once(actions_known, between.last)
    late = [each for each in actions if newly_overdue(between, each)]
    slipped = [each for each in actions if each not in late and has_slipped(between, each)]
    closed = [each for each in actions if between.holds(each.closed)]
    proved = [each for each in actions if each not in closed and any(map(between.holds, each.evidenced))]
    new = [each for each in actions if between.holds(each.created)]
    said = [
        *_late(late),
        *_slipped(between, slipped),
        *_closed(closed),
        *_told(proved, f"{_was(proved)} closed earlier and {_is(proved)} now recorded with impact evidenced"),
        *_told(new, f"{_was(new)} added to the plan", lambda each: each.created),
    ]
    return Part(tuple(said), _short(closed, late))


def newly_overdue(between: Between, action: Action) -> bool:
    """Whether it is overdue on the last day and was not on the first, be it that it did not exist."""
    return action.status == OVERDUE and action.status_on(between.first) != OVERDUE


def has_slipped(between: Between, action: Action) -> bool:
    """Whether it was closed and is open again, or is at risk where it was not."""
    if action.created > between.first:
        return False
    reopened = action.closed_on(between.first) and action.closed is None
    return reopened or (action.status == AT_RISK and action.status_on(between.first) != AT_RISK)


def _short(closed: Sequence[Action], late: Sequence[Action]) -> str:
    done = f"{counted(len(closed), 'action')} {_was(closed)} closed" if closed else ""
    if not late:
        return done
    became = f"{counted_out(len(late))} became overdue"
    return f"{done} and {became}" if done else f"{counted(len(late), 'action')} became overdue"


def _was(actions: Sequence[Action]) -> str:
    return "was" if len(actions) == 1 else "were"


def _is(actions: Sequence[Action]) -> str:
    return "is" if len(actions) == 1 else "are"


def _late(actions: Sequence[Action]) -> list[Said]:
    every = sorted(actions, key=lambda each: (-(each.overdue_days or 0), each.line))
    return _told(every, "became overdue", _overdue_since)


def _overdue_since(action: Action) -> date:
    return action.as_at - timedelta(days=action.overdue_days or 0)


def _slipped(between: Between, actions: Sequence[Action]) -> list[Said]:
    again = [each for each in actions if each.closed_on(between.first)]
    at_risk = [each for each in actions if each not in again]
    return [
        *_told(again, f"{_was(again)} closed and {_is(again)} open again"),
        *_told(at_risk, f"{_is(at_risk)} newly at risk"),
    ]


def _closed(actions: Sequence[Action]) -> list[Said]:
    evidenced = sum(each.status == EVIDENCED for each in actions)
    share = "all" if evidenced == len(actions) else counted_out(evidenced)
    some = "" if len(actions) == 1 else f" {share} of them"
    impact = f",{some} with impact recorded as evidenced" if evidenced else ""
    return _told(actions, f"{_was(actions)} closed{impact}", lambda each: each.closed)


def _told(
    actions: Sequence[Action], did: str, day: Callable[[Action], date | None] = lambda each: None
) -> list[Said]:
    """What several actions did, two by title and the rest counted; a link to the one where there is one only."""
    if not actions:
        return []
    titles = quoted([each.title for each in actions], MOST_NAMED)
    if len(actions) == 1:
        one = actions[0]
        where = {"action": one.action}
        return [Said("action", f"The action {titles} {did}.", PAGE, where, FILE, one.line, day(one))]
    return [Said("action", f"{upper_first(counted(len(actions), 'action'))} {did}: {titles}.", PAGE)]
