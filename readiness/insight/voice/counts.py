"""Complaints and compliments as counted: rows by team, stage and period, and the years they can be put together to."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from readiness.dates import uk_date
from readiness.insight.rows import text
from readiness.wording import listed
from readiness.workspace import Workspace

FILE = "complaints.csv"
COMPLIMENT, STATED = "compliment", "all"
FURTHER = ("stage 2", "stage 3", "ombudsman")
FORMAL = ("stage 1", *FURTHER)
STAGES = ("early resolution", *FORMAL, "out of scope")
WHOLE = ("all", "all teams", "total", "totals", "whole service")
"""Names under which a row stands for all teams together, not for one."""


@dataclass(frozen=True, slots=True)
class CountRow:
    """One row of complaints.csv. `period` is its name, empty where none is given."""

    period_end: date
    period: str
    team: str
    stage: str
    count: int
    source: str
    line: int

    @property
    def whole(self) -> bool:
        """Whether it stands for all teams together."""
        return self.team.casefold() in WHOLE


@dataclass(frozen=True, slots=True)
class Tally:
    """One team's counts, or those of all teams together. What has no row is not known: None, or absent, never 0.

    `received` is how many complaints came: in each period the total that the file states (stage `all`), else its
    stages added up, out of scope included. `stages` are the complaints by the stage they reached. `parts` holds
    (stages added up, total stated) where the file gives both and they differ. `periods` were counted.
    """

    team: str
    received: int | None
    stages: Mapping[str, int]
    compliments: int | None
    parts: tuple[int, int] | None
    periods: int
    rows: tuple[CountRow, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """One period, or several that make a year: the tallies of each team, and of `whole` if the file gives it itself."""

    name: str
    ends: tuple[date, ...]
    teams: tuple[Tally, ...]
    stated: Tally | None

    @property
    def parts(self) -> tuple[Tally, ...]:
        """The teams; where none has a row, what the file states for the whole."""
        return self.teams or ((self.stated,) if self.stated else ())

    @property
    def received(self) -> int | None:
        """Complaints of all teams added up; what the file states for the whole where no team has a row."""
        return _total(team.received for team in self.parts)

    @property
    def compliments(self) -> int | None:
        """Compliments of all teams added up, or as stated for the whole."""
        return _total(team.compliments for team in self.parts)

    @property
    def stages(self) -> Mapping[str, int]:
        """Complaints by stage, all teams added up."""
        return _stages([row for part in self.parts for row in part.rows])

    @property
    def tallies(self) -> tuple[Tally, ...]:
        """Everything on file: the teams, and the whole where that is stated."""
        return (*self.teams, self.stated) if self.stated else self.teams

    def team(self, name: str) -> Tally | None:
        """A team's tally; None where it has no row."""
        return next((each for each in self.teams if each.team == name), None)


def _total(counts: Iterable[int | None]) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if known else None


def counts_known(workspace: Workspace, as_at: date) -> tuple[CountRow, ...]:
    """Every row of complaints.csv whose period had ended by a day."""
    rows = workspace.dataset.tables["complaints"].rows
    held = rows[rows["period_end"] <= pd.Timestamp(as_at)]
    return tuple(_row(row) for row in held.to_dict("records"))


def _row(row: Mapping) -> CountRow:
    return CountRow(
        period_end=row["period_end"].date(),
        period=text(row["period"]),
        team=text(row["team"]),
        stage=text(row["stage"]),
        count=int(row["count"]),
        source=text(row["source"]),
        line=int(row["line"]),
    )


def periods(rows: Sequence[CountRow]) -> tuple[Span, ...]:
    """Every period that has rows, by its last day and its name, newest first."""
    keys = sorted({(row.period_end, row.period) for row in rows}, reverse=True)
    return tuple(
        together(
            name or f"the period to {uk_date(end)}",
            [row for row in rows if (row.period_end, row.period) == (end, name)],
        )
        for end, name in keys
    )


def together(name: str, rows: Sequence[CountRow]) -> Span:
    """Rows of one or more periods as the tallies of teams, most complaints first."""
    names = dict.fromkeys(row.team for row in rows if not row.whole)
    teams = [_tally(team, [row for row in rows if row.team == team]) for team in names]
    whole = [row for row in rows if row.whole]
    teams.sort(key=lambda each: (-(each.received or 0), each.team))
    ends = tuple(sorted({row.period_end for row in rows}))
    return Span(name, ends, tuple(teams), _tally("All teams", whole) if whole else None)


def _tally(team: str, rows: Sequence[CountRow]) -> Tally:
    each = [
        (
            _total(row.count for row in mine if row.stage in STAGES),
            _total(row.count for row in mine if row.stage == STATED),
        )
        for end in {row.period_end for row in rows}
        for mine in [[row for row in rows if row.period_end == end]]
    ]
    came = [staged if stated is None else stated for staged, stated in each]
    both = [(staged, stated) for staged, stated in each if None not in (staged, stated) and staged != stated]
    return Tally(
        team=team,
        received=_total(came),
        stages=_stages(rows),
        compliments=_total(row.count for row in rows if row.stage == COMPLIMENT),
        parts=(sum(one or 0 for one, _ in both), sum(other or 0 for _, other in both)) if both else None,
        periods=sum(count is not None for count in came),
        rows=tuple(rows),
    )


def _stages(rows: Sequence[CountRow]) -> dict[str, int]:
    found: Counter[str] = Counter()
    for row in rows:
        found[row.stage] += row.count
    return {stage: found[stage] for stage in STAGES if stage in found}


def line_words(rows: Sequence[CountRow]) -> str:
    """The lines of rows, runs put together: `2 to 5 and 9`."""
    runs: list[list[int]] = []
    for line in sorted(row.line for row in rows):
        if runs and line == runs[-1][-1] + 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    return listed([str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs])
