"""The audits known on a day, as every fact about practice reads them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from readiness.config.fields import GradeName
from readiness.workspace import Workspace

GOOD = ("good", "outstanding")
YEAR = 365
"""Days of "the last 12 months", counted as scoring.md 4 counts them: after the day a year ago, up to the day itself."""
NO_TEAM = "No team named"
NO_THEME = "No theme named"
NO_KIND = "kind not named"


@dataclass(frozen=True, slots=True)
class Graded:
    """One row of audits.csv as known on a day: what an audit graded one criterion (or a whole area).

    `given` is the auditor's grade. What had not happened by the day is None: learning closed or checked, a child found
    unsafe or made safe. A moderated grade has no date of its own in the contract, so it is known with the audit.
    """

    audit: str
    day: date
    criterion: str
    given: GradeName
    moderated: GradeName | None
    team: str
    kind: str
    theme: str
    learning_due: date | None
    learning_closed: date | None
    checked: date | None
    escalated: date | None
    made_safe: date | None
    line: int

    @property
    def grade(self) -> GradeName:
        """The grade that counts (scoring.md 3.2): the moderated one where there is one, else the auditor's."""
        return self.moderated or self.given

    @property
    def good(self) -> bool:
        """Whether the grade that counts is good or better."""
        return self.grade in GOOD


def audits_known(workspace: Workspace, as_at: date) -> tuple[Graded, ...]:
    """Every row of audits.csv known by a day, whatever the kind of audit, in order of date."""
    every = workspace.dataset.tables["audits"].rows
    rows = every[every["date"] <= pd.Timestamp(as_at)]
    columns = (
        rows["audit"].astype(str),
        _dates(rows["date"]),
        rows["criterion"].astype(str),
        rows["grade"].astype(str),
        _texts(rows["moderated_grade"], None),
        _texts(rows["team"], NO_TEAM),
        _texts(rows["kind"], NO_KIND),
        _texts(rows["theme"], NO_THEME),
        _dates(rows["learning_due"]),
        *(_dates(rows[name], as_at) for name in ("learning_closed", "checked_in_practice")),
        *(_dates(rows[name], as_at) for name in ("escalated", "made_safe")),
        rows["line"].astype(int),
    )
    found = (Graded(*cells) for cells in zip(*columns, strict=True))
    return tuple(sorted(found, key=lambda one: (one.day, one.line)))


def window(audits: Iterable[Graded], as_at: date, days: int = YEAR) -> tuple[Graded, ...]:
    """The audits of so many days up to a day: by default the 12 months up to it."""
    first = as_at - timedelta(days=days)
    return tuple(one for one in audits if first < one.day <= as_at)


def number_of_audits(graded: Iterable[Graded]) -> int:
    """How many audits gave these grades: one that graded several criteria counts once."""
    return len({one.audit for one in graded})


def _dates(column: pd.Series, by: date | None = None) -> Sequence[date | None]:
    days = [None if pd.isna(each) else each.date() for each in column]
    return [each if each and (by is None or each <= by) else None for each in days]


def _texts(column: pd.Series, blank: str | None) -> Sequence[str | None]:
    return [blank if pd.isna(each) else str(each) for each in column]
