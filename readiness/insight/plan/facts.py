"""Is what we promised done, on time, and did it work? Every fact of the Plan page, and its headline."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from readiness.config.models import Config
from readiness.dates import month, uk_date
from readiness.insight.indicators.facts import indicators_on
from readiness.insight.indicators.words import counted, counted_out
from readiness.insight.inspections.next_visit import next_visit
from readiness.insight.plan.actions import EVIDENCED, Action, actions_known
from readiness.insight.plan.chain import named_again, standing
from readiness.insight.plan.groups import NO_OWNER, Gaps, Group, by_area, gaps, groups, owner
from readiness.insight.plan.impact import VERDICTS, Impact, impacts
from readiness.insight.plan.pace import Pace, pace_fact
from readiness.insight.practice.facts import titles
from readiness.wording import lower_first, upper_first
from readiness.workspace import Workspace

MOST_NAMED = 2
AGAIN = "has named as one to improve (open an action to see what it said)"


@dataclass(frozen=True)
class Plan:
    """The actions known on a day: how they stand, whether they worked, at what pace, and what they lack.

    `overdue` has the longest overdue first. `names` gives criteria and areas of any framework their titles;
    `named_again` are closed actions whose criterion a report has named as one to improve since they were closed.
    """

    as_at: date
    actions: tuple[Action, ...]
    names: Mapping[str, str]
    overdue: tuple[Action, ...]
    impacts: tuple[Impact, ...]
    pace: Pace
    sources: tuple[Group, ...]
    areas: tuple[Group, ...]
    owners: tuple[Group, ...]
    gaps: Gaps
    named_again: tuple[Action, ...]
    headline: str

    def find(self, action: str) -> Action | None:
        """The action with this id; None where none was known."""
        return next((each for each in self.actions if each.action == action), None)


def plan_on(workspace: Workspace, as_at: date, framework_id: str) -> Plan | None:
    """What the actions known on a day say, by the areas of a framework; None where no action is known."""
    actions = workspace.once(actions_known, as_at)
    if not actions:
        return None
    facts = workspace.once(indicators_on, as_at).facts
    judged = impacts(actions, facts, {each.id: each.title for each in workspace.config.indicators.values()})
    late = [each for each in actions if each.overdue_days is not None]
    return Plan(
        as_at=as_at,
        actions=actions,
        names=criterion_names(workspace.config, framework_id),
        overdue=tuple(sorted(late, key=lambda each: (-(each.overdue_days or 0), each.line))),
        impacts=judged,
        pace=pace_fact(actions, as_at, workspace.once(next_visit, as_at, framework_id).window),
        sources=groups(actions, lambda each: each.plan),
        areas=by_area(actions, workspace.framework(as_at, framework_id)),
        owners=groups(actions, owner),
        gaps=gaps(actions),
        named_again=named_again(workspace, actions),
        headline=headline(actions, judged),
    )


def criterion_names(config: Config, framework_id: str) -> dict[str, str]:
    """The titles of the criteria and areas of every framework; of one id in several, the title of the one asked for."""
    found: dict[str, str] = {}
    for framework in config.frameworks.values():
        found |= titles(framework)
    return found | titles(config.frameworks[framework_id])


def no_actions_headline(as_at: date) -> str:
    """What the page says where no action is known."""
    return f"No action is known by {uk_date(as_at)}, so nothing can be said of what was promised."


def headline(actions: Sequence[Action], judged: Sequence[Impact]) -> str:
    """What is late, what nobody has reported on (first where that is most of the plan), and whether it worked."""
    parts = [part for part in (_late(actions), _silent(actions)) if part]
    if _mostly_silent(actions):
        parts = [parts[1], lower_first(parts[0])]
    return f"{upper_first('; '.join(parts))}. {_worked(actions, judged)}"


def _mostly_silent(actions: Sequence[Action]) -> bool:
    """Whether most of several actions, but not all, have no update: then what is overdue is the lesser news."""
    return len(actions) / 2 < sum(each.silent for each in actions) < len(actions)


def _late(actions: Sequence[Action]) -> str:
    """How many open actions are overdue, or why none can be called so; without its full stop."""
    still = [each for each in actions if each.closed is None]
    if not still:
        number = {1: "The one action is", 2: "Both actions are"}.get(len(actions))
        return f"{number or f'All {counted_out(len(actions))} actions are'} closed"
    late = [each.overdue_days for each in still if each.overdue_days is not None]
    if late:
        return _overdue(len(still), late)
    without = sum(each.due is None for each in still)
    if len(still) == 1:
        undated = "has no due date, so it can't be called overdue"
        return f"The one open action {undated if without else 'is not overdue'}"
    of_open = f"None of {counted(len(still), 'open action')}"
    if without == len(still):
        return f"{of_open} has a due date, so none can be called overdue"
    rest = (
        f", though {counted_out(without)} {'has' if without == 1 else 'have'} no due date" if without else ""
    )
    return f"{of_open} is overdue{rest}"


def _overdue(still: int, late: Sequence[int]) -> str:
    """How many of the open actions are overdue, and by how long."""
    longest = counted(max(late), "day")
    by = (
        "since today" if not max(late) else f"by {longest}" if len(late) == 1 else f"the longest by {longest}"
    )
    if still == 1:
        return f"The one open action is overdue, {by}"
    verb = "is" if len(late) == 1 else "are"
    return f"{counted_out(len(late)).capitalize()} of {counted(still, 'open action')} {verb} overdue, {by}"


def _silent(actions: Sequence[Action]) -> str:
    silent = sum(each.silent for each in actions)
    if not silent:
        return ""
    if silent == len(actions):
        return "nothing is on record of its progress" if silent == 1 else "none has an update on record"
    verb = "has" if silent == 1 else "have"
    return f"{counted_out(silent)} of {counted(len(actions), 'action')} {verb} no update on record"


def _worked(actions: Sequence[Action], judged: Sequence[Impact]) -> str:
    """Of the closed actions with a measure, how many were followed by an improvement that has lasted."""
    closed = [each for each in actions if each.closed]
    done = [each for each in judged if each.action.closed]
    if not closed:
        return (
            "None is recorded as closed, so whether any worked can't be said."
            if len(actions) > 1
            else ("Whether it worked can't be said.")
        )
    count = Counter(each.verdict for each in done)
    sayable = len(done) - count["unsaid"]
    whole = f"Of {counted(len(closed), 'closed action')}"
    if not sayable:
        return f"{whole} it can be said of none whether it worked."
    if sayable == count["held"] == 1:
        return f"{whole} one can be measured so far, and was followed by an improvement that has lasted."
    held = counted_out(count["held"]) if count["held"] else "none"
    followed = f"{held} {'was' if count['held'] <= 1 else 'were'} followed by an improvement that has lasted"
    return f"{whole} {counted_out(sayable)} can be measured so far: {followed}."


def pace_headline(pace: Pace) -> str:
    """Whether the pace is enough, in one sentence: when all would be closed, against the next inspection's window.

    Its range, and what it is reckoned from, stand in `Pace.sentence`. Empty where no action is open.
    """
    if not pace.open:
        return ""
    if pace.finish is None:
        return "When what is open would be closed can't be projected from the pace so far."
    likely = pace.finish[1]
    if likely is None:
        return "At the pace of the last year what is open would take over ten years to close."
    return f"At the pace of the last year what is open would be closed by {month(likely)}{_against(likely, pace)}."


def _against(likely: date, pace: Pace) -> str:
    if pace.window is None or pace.window[1] < pace.as_at:
        return ""
    opens, closes = pace.window
    if likely > closes:
        return f", after the window of the next inspection closes ({month(closes)})"
    return (
        ", before the window of the next inspection opens"
        if likely < opens
        else ", within the window of the next inspection"
    )


def action_headline(plan: Plan, action: Action) -> str:
    """One action in a sentence: how it stands, and what its measure has done since it was set."""
    said = f"{action.title}: {standing(action)}."
    verdict = next((each.verdict for each in plan.impacts if each.action == action), None)
    if verdict is None:
        return f"{said} It names no measure."
    words = VERDICTS[verdict][1]
    return (
        f"{said} Whether it worked can't be said yet."
        if verdict == "unsaid"
        else f"{said} Its measure: {words.lower()}."
    )


def overdue_sentence(plan: Plan) -> str:
    """What is overdue, whose it is most, or why nothing can be called so."""
    if not plan.overdue:
        return f"{_late(plan.actions)}."
    roles = [each for each in plan.owners if each.overdue]
    most = [each.name for each in roles if each.overdue == roles[0].overdue]
    said = f"{counted(len(plan.overdue), 'action').capitalize()} {'is' if len(plan.overdue) == 1 else 'are'} overdue"
    if [each.name for each in roles] == [NO_OWNER]:
        return f"{said}, without an owner named."
    if len(roles) == 1:
        every = {1: "with", 2: "both with"}.get(len(plan.overdue), "all with")
        return f"{said}, {every}: {roles[0].name}."
    if len(most) > MOST_NAMED:
        return f"{said}, spread over {len(roles)} owners."
    each = " each" if len(most) > 1 else ""
    return f"{said}, most with: {'; '.join(most)} ({counted_out(roles[0].overdue)}{each})."


def claimed(plan: Plan) -> tuple[Impact, ...]:
    """Actions recorded as impact evidenced whose measure got worse, slipped back or has not improved since."""
    order = ("worse", "lapsed", "unmoved")
    found = [each for each in plan.impacts if each.action.status == EVIDENCED and each.verdict in order]
    return tuple(sorted(found, key=lambda each: order.index(each.verdict)))


def claimed_sentence(plan: Plan) -> str:
    """How many actions are recorded as impact evidenced without their measure showing it; empty where none is."""
    doubted = len(claimed(plan))
    if not doubted:
        return ""
    verb, own = ("is", "its own measure has") if doubted == 1 else ("are", "their own measures have")
    said = f"{counted(doubted, 'action')} {verb} recorded as impact evidenced, yet {own}"
    return f"{upper_first(said)} not improved, or not lastingly, since."


def again_sentence(plan: Plan) -> str:
    """How many closed actions a later report has contradicted, as far as criteria go; empty where none is closed."""
    closed = sum(each.closed is not None for each in plan.actions)
    if not closed:
        return ""
    named = len(plan.named_again)
    whole = f"{'The one closed action' if closed == 1 else f'All {counted_out(closed)} closed actions'}"
    if named == closed:
        return f"{whole} {'is on a criterion' if closed == 1 else 'are on criteria'} that a later report {AGAIN}."
    of_closed = f"Of {counted(closed, 'closed action')}"
    if not named:
        return f"{of_closed} none is on a criterion that a later report {AGAIN}."
    verb = "is on a criterion" if named == 1 else "are on criteria"
    return f"{of_closed} {counted_out(named)} {verb} that a later report {AGAIN}."
