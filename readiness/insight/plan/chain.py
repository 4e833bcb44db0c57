"""One action as a chain: what was found before it, what was promised and done, and whether it was found again."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from readiness.dates import uk_date
from readiness.insight.indicators.words import counted
from readiness.insight.plan.actions import NO_UPDATE, Action
from readiness.insight.rows import text
from readiness.insight.timeline import Mark
from readiness.items.status import OVERDUE
from readiness.workspace import Workspace

TO_IMPROVE = ("area for improvement", "priority action")


@dataclass(frozen=True, slots=True)
class Finding:
    """One row of findings.csv: what an inspection or review said of a criterion."""

    kind: str
    summary: str
    inspection: str
    title: str
    published: date
    line: int


@dataclass(frozen=True, slots=True)
class Chain:
    """What findings.csv says around one action. No file links a finding to an action, so both go by the criterion.

    `found` are the findings that its source has on its criterion; where its source is no inspection or has none, those
    to improve that were published before it was set, latest first. `again` are findings to improve, on the same
    criterion, published since.
    """

    found: tuple[Finding, ...]
    of_source: bool
    again: tuple[Finding, ...]


def chain(workspace: Workspace, action: Action) -> Chain:
    """What was found before an action was set, and again since, by its day."""
    every = workspace.once(findings_by_criterion).get(action.criterion, ())
    about = [each for each in every if each.published <= action.as_at]
    own = tuple(each for each in about if action.inspection and each.inspection == action.inspection)
    to_improve = [each for each in about if each.kind in TO_IMPROVE and each not in own]
    earlier = tuple(each for each in reversed(to_improve) if each.published <= action.created)
    again = tuple(each for each in to_improve if each.published > action.created)
    return Chain(own or earlier, bool(own), again)


def findings_by_criterion(workspace: Workspace) -> dict[str, tuple[Finding, ...]]:
    """Every finding by its criterion, in order of publication."""
    tables = workspace.dataset.tables
    reports = {text(row["inspection"]): row for row in tables["inspections"].rows.to_dict("records")}
    held: dict[str, list[Finding]] = defaultdict(list)
    for row in tables["findings"].rows.to_dict("records"):
        held[text(row["criterion"])].append(_finding(row, reports[text(row["inspection"])]))
    return {
        criterion: tuple(sorted(mine, key=lambda each: (each.published, each.line)))
        for criterion, mine in held.items()
    }


def _finding(row: Mapping, report: Mapping) -> Finding:
    return Finding(
        kind=text(row["kind"]),
        summary=text(row["summary"]),
        inspection=text(row["inspection"]),
        title=text(report["title"]),
        published=report["published"].date(),
        line=int(row["line"]),
    )


def standing(action: Action) -> str:
    """How an action stands, in a few words with its days: `overdue since 3 May 2026, 12 days`."""
    if action.overdue_days is not None:
        since = date.fromordinal(action.as_at.toordinal() - action.overdue_days)
        return f"{OVERDUE} since {uk_date(since)}" + (
            f", {counted(action.overdue_days, 'day')}" if action.overdue_days else ""
        )
    if action.closed:
        return f"{action.status}; closed on {uk_date(action.closed)}{late_words(action)}"
    if action.status == NO_UPDATE:
        return NO_UPDATE
    return f"{action.status}, {uk_date(action.updates[-1].day)}"


def late_words(action: Action) -> str:
    """How late a closed action was, with a comma before it; empty while it is open or had no date."""
    days = action.days_late
    if days is None:
        return ""
    if days == 0:
        return ", on its due date"
    return f", {counted(abs(days), 'day')} {'late' if days > 0 else 'early'}"


def promised(action: Action) -> str:
    """Whose an action is and by when, or that neither is named."""
    due = f"due {uk_date(action.due)}" if action.due else "no due date"
    return f"Set {uk_date(action.created)}, {due}; {action.owner or 'no owner named'}"


def action_marks(action: Action, first: date, last: date) -> tuple[Mark, ...]:
    """When an action was set, closed and opened again, between two days: before and after on its measure's chart."""
    found = [Mark(action.created, "action", "set", promised(action))]
    found += [Mark(day, "action", "closed", action.status_on(day)) for day in action.closings]
    return tuple(each for each in found if first <= each.day <= last)


def marks_words(marks: Sequence[Mark]) -> str:
    """What the dotted lines of an action's chart stand for, by number; that none is on it, where none is."""
    if not marks:
        return "The days on which it was set or closed lie outside these figures."
    said = [f"{number}: {mark.label}, {uk_date(mark.day)}" for number, mark in enumerate(marks, 1)]
    return f"Dotted lines: {'; '.join(said)}."


def again_words(found: Chain) -> str:
    """Whether the same criterion was named again to improve since the action was set."""
    if not found.again:
        return "No report since has named the same criterion as one to improve."
    last = found.again[-1]
    reports = counted(len({each.inspection for each in found.again}), "report")
    said = f"The same criterion was named as one to improve in {reports} since"
    return f"{said}, last on {uk_date(last.published)} ({last.title})."


def named_again(workspace: Workspace, actions: Sequence[Action]) -> tuple[Action, ...]:
    """The closed actions whose criterion a report has named as one to improve since they were closed, by their day."""
    every = workspace.once(findings_by_criterion)
    return tuple(each for each in actions if each.closed and _named(every.get(each.criterion, ()), each))


def _named(findings: Sequence[Finding], action: Action) -> bool:
    """Whether a report named something to improve between the closing of an action and its day."""
    closed = action.closed or action.as_at
    return any(each.kind in TO_IMPROVE and closed < each.published <= action.as_at for each in findings)
