"""The plan over one quarter, action by action: how each stood before and after, what was reported, what slipped.

Wokingham's annual review of 2014/15 asks for it: that its areas for development "are monitored on a quarterly basis
by the Quality Assurance Manager so that updates inform next year's annual review" (line 67 of the paper).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from readiness.config.models import Framework
from readiness.insight.indicators.words import counted, counted_out
from readiness.insight.plan.actions import NO_UPDATE, Action
from readiness.insight.plan.groups import ELSEWHERE, area_names
from readiness.insight.plan.pace import PlanQuarter
from readiness.insight.voice.answered import Update
from readiness.items.status import CLOSED, OVERDUE
from readiness.wording import listed, upper_first

Change = Literal["slipped", "closed", "moved on", "set", "as it was"]
CHANGES: Mapping[Change, tuple[str, str]] = {
    "slipped": ("▼", "Slipped"),
    "set": ("+", "Set in the quarter"),
    "as it was": ("·", "As it was"),
    "moved on": ("↑", "Moved on"),
    "closed": ("✓", "Closed"),
}
"""Each change's mark and words, in the order in which they are listed."""
NOT_SET = "not set yet"
LADDER = (OVERDUE, "at risk", NO_UPDATE, "not started", "on track")
"""How an open action stands, worst first; closed is above them all."""
RULE = (
    "Slipped means that it stands lower at the end of the quarter than before it: overdue, then at risk, then no "
    "update or not started, then on track, then closed; or that it was closed in the quarter and is open again. A due "
    "date that was moved is no slip here: the Plan page lists those that kept meetings show."
)


@dataclass(frozen=True, slots=True)
class Monitored:
    """One action over a quarter: how it stood the day before and on the last day, and what was reported in between."""

    action: Action
    area: str
    before: str
    after: str
    change: Change
    reports: tuple[Update, ...]


@dataclass(frozen=True, slots=True)
class Monitoring:
    """Every action in hand in a quarter: open when it began, or set in it; those that slipped first, by area."""

    quarter: PlanQuarter
    last: date
    rows: tuple[Monitored, ...]
    sentence: str

    def of_area(self, area: str) -> tuple[Monitored, ...]:
        """The actions of one area."""
        return tuple(each for each in self.rows if each.area == area)

    @property
    def areas(self) -> tuple[str, ...]:
        """The areas with an action in hand, in the framework's order."""
        return tuple(dict.fromkeys(each.area for each in self.rows))


def quarter_id(quarter: PlanQuarter) -> str:
    """A quarter as a link names it: `2026-q3`."""
    return f"{quarter.first.year}-q{(quarter.first.month + 2) // 3}"


def monitoring(
    actions: Sequence[Action], quarter: PlanQuarter, as_at: date, framework: Framework
) -> Monitoring:
    """The actions in hand in a quarter, up to its last day or to the day, whichever is sooner."""
    first, last = quarter.first, min(quarter.last, as_at)
    areas = area_names(framework)
    order = {area.label: index for index, area in enumerate(framework.areas)}
    held = [
        _row(each, areas.get(each.criterion, ELSEWHERE), first, last)
        for each in actions
        if each.created <= last and _in_hand(each, first, last)
    ]
    held.sort(
        key=lambda each: (
            order.get(each.area, len(order)),
            list(CHANGES).index(each.change),
            each.action.line,
        )
    )
    return Monitoring(quarter, last, tuple(held), _sentence(quarter, held))


def _in_hand(action: Action, first: date, last: date) -> bool:
    """Whether it was open on some day of the quarter: not closed before it and left so."""
    before = first - timedelta(days=1)
    return action.created >= first or not action.closed_on(before) or not action.closed_on(last)


def _row(action: Action, area: str, first: date, last: date) -> Monitored:
    before = NOT_SET if action.created >= first else action.status_on(first - timedelta(days=1))
    after = action.status_on(last)
    reports = tuple(each for each in action.updates if first <= each.day <= last)
    reopened = after not in CLOSED and any(first <= day <= last for day in action.closings)
    change: Change = "slipped" if reopened else _change(before, after)
    return Monitored(action, area, before, after, change, reports)


def _change(before: str, after: str) -> Change:
    if after in CLOSED:
        return "closed"
    if before == NOT_SET:
        return "slipped" if after in LADDER[:2] else "set"
    lower, higher = _step(after), _step(before)
    # A first report that it has not been started moves nothing.
    same = {before, after} <= {NO_UPDATE, "not started"} or lower == higher
    return "as it was" if same else "slipped" if lower < higher else "moved on"


def _step(status: str) -> int:
    return len(LADDER) if status in CLOSED else LADDER.index(status)


def _sentence(quarter: PlanQuarter, held: Sequence[Monitored]) -> str:
    """How many were in hand and reported on, and what became of them."""
    if not held:
        return f"{quarter.name}: no action was in hand."
    number = len(held)
    told = sum(bool(each.reports) for each in held)
    silent = "none was" if not told else f"{counted_out(told)} {'was' if told == 1 else 'were'}"
    if told == number:
        silent = "it was" if number == 1 else "both were" if number == 2 else "all were"
    said = f"{quarter.name}: {counted(number, 'action')} in hand; {silent} reported on"
    counts = {change: sum(each.change == change for each in held) for change in CHANGES}
    words: Mapping[Change, str] = {
        "slipped": "slipped",
        "closed": "closed",
        "moved on": "moved on",
        "set": "newly set",
    }
    parts = [f"{counted_out(counts[change])} {word}" for change, word in words.items() if counts[change]]
    return f"{said}; {listed(parts)}." if parts else f"{said}, and none moved."


def report_words(each: Monitored) -> str:
    """What was reported in the quarter, latest first; that nothing was."""
    if not each.reports:
        return "Nothing reported"
    return " ".join(
        upper_first(
            f"{report.day.day} {report.day:%b}: {report.status}{f'. {report.note}' if report.note else ''}.".replace(
                "..", "."
            )
        )
        for report in reversed(each.reports)
    )
