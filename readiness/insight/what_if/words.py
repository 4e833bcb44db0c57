"""The changes of a scenario in words, beside how things stand now."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from readiness.insight.indicators.words import counted
from readiness.insight.plan.actions import actions_known
from readiness.insight.plan.chain import standing
from readiness.insight.what_if.dataset import current_rows
from readiness.insight.what_if.scenario import Change, Done, Figure, MoreAudits, MoreVoice
from readiness.wording import in_unit, listed, lower_first, upper_first
from readiness.workspace import Workspace

FILES = {
    "performance": "observations.csv",
    "practice": "audits.csv",
    "voice": "feedback.csv",
    "improvement": "actions.csv",
}
"""The kinds of evidence that a scenario can change, and the file of each."""


@dataclass(frozen=True, slots=True)
class Movable:
    """An indicator that a scenario can move: its label, unit, current figure (None: none), and safety line's limit.

    `now` is the current figure in words, with the month of its period.
    """

    id: str
    label: str
    unit: str
    figure: float | None
    limit: float | None
    crossed: bool
    now: str

    @property
    def words(self) -> str:
        """How it is offered: `Visits on time (now 82.1%)`, a line that is crossed marked as such."""
        return f"{'Safety line crossed: ' if self.crossed else ''}{self.label} ({self.now})"


def movable(workspace: Workspace, as_at: date, framework_id: str) -> tuple[Movable, ...]:
    """The indicators that score or carry a safety line, those with a line crossed first, then by name."""
    config, framework = workspace.config, workspace.config.frameworks[framework_id]
    rows = workspace.dataset.tables["observations"].rows
    current = current_rows(rows, as_at)
    figures = {each: float(rows["figure"].iloc[row]) for each, row in current.items()}
    limits = {
        line.indicator: line.above if line.above is not None else line.below for line in framework.red_lines
    }
    crossed = {
        line.indicator
        for area in workspace.score(as_at, framework_id).areas
        for line in area.red_lines
        if line.state == "crossed"
    }
    found = [
        Movable(
            each.id,
            each.label,
            each.unit,
            figures.get(each.id),
            limits.get(each.id),
            each.id in crossed,
            now_words(rows, current.get(each.id), each.unit),
        )
        for each in config.indicators.values()
        if each.id in limits or (each.scored and framework.ids & set(each.criteria))
    ]
    return tuple(sorted(found, key=lambda each: (not each.crossed, each.figure is None, each.label)))


def change_words(workspace: Workspace, as_at: date, framework_id: str, change: Change) -> str:
    """One change as a line of a list, with what it would take the place of."""
    match change:
        case Figure(indicator, value):
            return _figure_words(workspace, as_at, indicator, value)
        case Done(action, status):
            return _action_words(workspace, as_at, action, status)
        case MoreAudits(criterion, grade, number):
            title = criterion_title(workspace, framework_id, criterion)
            return upper_first(f"{counted(number, 'more audit')} of {lower_first(title)}, moderated {grade}")
        case MoreVoice(criterion, positive, number):
            title = criterion_title(workspace, framework_id, criterion)
            return upper_first(
                f"{counted(number, 'more survey')} on {lower_first(title)}, {positive}% positive"
            )


def _figure_words(workspace: Workspace, as_at: date, indicator_id: str, value: float) -> str:
    indicator = workspace.config.indicators[indicator_id]
    rows = workspace.dataset.tables["observations"].rows
    now = now_words(rows, current_rows(rows, as_at).get(indicator_id), indicator.unit)
    return f"{indicator.label} at {in_unit(value, indicator.unit)} ({now})"


def now_words(rows: pd.DataFrame, row: int | None, unit: str) -> str:
    """The figure of a row with the month of its period: `now 82.1%, March 2025`; that there is none without a row."""
    if row is None:
        return "no figure so far"
    return f"now {in_unit(float(rows['figure'].iloc[row]), unit)}, {rows['period_end'].iloc[row]:%B %Y}"


def _action_words(workspace: Workspace, as_at: date, action: str, status: str) -> str:
    found = next(each for each in workspace.once(actions_known, as_at) if each.action == action)
    return f"Action {status}: {found.title} (now: {standing(found)})"


def criterion_title(workspace: Workspace, framework_id: str, criterion: str) -> str:
    """The title of a criterion of a framework; its id where it has none such."""
    areas = workspace.config.frameworks[framework_id].areas
    return next((each.title for area in areas for each in area.criteria if each.id == criterion), criterion)


def not_held(held: tuple[str, ...]) -> str:
    """What can't be tried because the dataset can't hold it; empty where it holds every kind."""
    lacking = [f"{name} ({file})" for name, file in FILES.items() if name not in held]
    if not lacking:
        return ""
    return (
        f"This dataset can't hold {listed(lacking)}, so rows of that kind are neither offered here nor would they be "
        "scored. The key strands of dataset.yaml says what it can hold."
    )
