"""A plan made by hand: actions with the updates that each has had."""

from datetime import date, timedelta
from itertools import count

from readiness.dates import day_number
from readiness.insight.plan.actions import Action
from readiness.insight.voice.answered import Update
from readiness.items.status import status_spans

TODAY = date(2026, 3, 31)
LINES = count(2)


def days_ago(days: int) -> date:
    """So many days before today."""
    return TODAY - timedelta(days=days)


def action(
    created: date,
    due: date | None = None,
    updates: tuple[tuple[date, str], ...] = (),
    *,
    as_at: date = TODAY,
    owner: str = "Head of service",
    measure: str = "visits",
    plan: str = "Board",
    criterion: str = "plans",
) -> Action:
    """One action as it stands on a day: its updates, and its due date, as the contract's rule reads them."""
    line = next(LINES)
    known = [(day, status) for day, status in updates if day <= as_at]
    stated = [(day_number(day), row, status) for row, (day, status) in enumerate(updates)]
    spans = status_spans(day_number(created), None if due is None else day_number(due), stated)
    begun = tuple(span for span in spans if span.start <= day_number(as_at))
    said = tuple(Update(day, status, "", row + 2) for row, (day, status) in enumerate(known))
    return Action(
        f"A{line}",
        f"Action {line}",
        criterion,
        plan,
        plan,
        "",
        created,
        due,
        owner,
        measure,
        "",
        begun,
        said,
        as_at,
        line,
    )


def closed(created: date, day: date, due: date | None = None) -> Action:
    """One action completed on a day."""
    return action(created, due, ((day, "completed"),))
