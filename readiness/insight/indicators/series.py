"""What was measured and known by a day: each indicator's series, its parts, those it is compared with, its targets."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise, repeat
from statistics import median
from typing import Literal

import pandas as pd

from readiness.dates import month_end
from readiness.insight.rows import text
from readiness.workspace import Workspace

Cadence = Literal["monthly", "quarterly", "annual"]
STEP: Mapping[Cadence, int] = {"monthly": 1, "quarterly": 3, "annual": 12}
"""Months from one period to the next."""
LONGEST_GAP: Mapping[Cadence, int] = {"monthly": 45, "quarterly": 135}
"""Days: figures that usually come no further apart than this are monthly, or quarterly."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One figure in the indicator's unit, and where its row stands. `who` is its team, group or comparator."""

    period_end: date
    figure: float
    numerator: float | None
    denominator: float | None
    known: date
    doubtful: bool
    who: str
    source: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Target:
    """A target and the first day it holds."""

    since: date
    figure: float
    line: int


@dataclass(frozen=True, slots=True)
class Blank:
    """A row without a figure, such as one that its source suppressed; `who` is its team or group."""

    period_end: date
    who: str
    line: int


Series = tuple[Measured, ...]
Blanks = tuple[Blank, ...]


@dataclass(frozen=True)
class Known:
    """Everything known by a day, by indicator. Each series is in order of time, one figure a period and name."""

    as_at: date
    whole: Mapping[str, Series]
    teams: Mapping[str, Series]
    groups: Mapping[str, Series]
    comparators: Mapping[str, Series]
    targets: Mapping[str, tuple[Target, ...]]
    blank_teams: Mapping[str, Blanks]
    blank_groups: Mapping[str, Blanks]


def known_by(workspace: Workspace, as_at: date) -> Known:
    """The latest revision of every figure that was known by a day. Disputed figures are left out."""
    tables = workspace.dataset.tables
    rows = tables["observations"].rows
    rows = rows[rows["reliability"] != "disputed"]
    of_team, of_group = rows["team"].notna(), rows["group"].notna()
    others = tables["comparators"].rows
    return Known(
        as_at=as_at,
        whole=_series(rows[~of_team & ~of_group], "", "observations.csv", as_at),
        teams=_series(rows[of_team & ~of_group], "team", "observations.csv", as_at),
        groups=_series(rows[of_group & ~of_team], "group", "observations.csv", as_at),
        comparators=_series(others, "comparator", "comparators.csv", as_at),
        targets=_targets(tables["targets"].rows, as_at),
        blank_teams=_blanks(rows[of_team & ~of_group], "team", as_at),
        blank_groups=_blanks(rows[of_group & ~of_team], "group", as_at),
    )


def _blanks(rows: pd.DataFrame, who: str, as_at: date) -> dict[str, Blanks]:
    held = rows[rows["figure"].isna() & (rows["known"] <= pd.Timestamp(as_at))]
    found: dict[str, list[Blank]] = {}
    for row in held.sort_values("line").to_dict("records"):
        blank = Blank(row["period_end"].date(), str(row[who]), int(row["line"]))
        found.setdefault(str(row["indicator"]), []).append(blank)
    return {indicator: tuple(blanks) for indicator, blanks in found.items()}


def _series(rows: pd.DataFrame, who: str, file: str, as_at: date) -> dict[str, Series]:
    held = rows[rows["figure"].notna() & (rows["known"] <= pd.Timestamp(as_at))]
    names = held[who].astype(str) if who else pd.Series("", index=held.index)
    held = held.assign(who=names, indicator=held["indicator"].astype(str))
    held = held.sort_values(["indicator", "period_end", "who", "known", "line"], kind="stable")
    held = held.drop_duplicates(["indicator", "period_end", "who"], keep="last")
    pairs = zip(held["indicator"].tolist(), _measured(held, file), strict=True)
    return {
        indicator: tuple(measured for _, measured in mine)
        for indicator, mine in groupby(pairs, key=lambda pair: pair[0])
    }


def _measured(rows: pd.DataFrame, file: str) -> Iterator[Measured]:
    """The rows as values; by column, since row by row takes several times as long."""
    doubtful = rows["reliability"] == "doubtful" if "reliability" in rows else pd.Series(False, rows.index)
    columns = (
        _days(rows["period_end"]),
        rows["figure"].astype(float).tolist(),
        _numbers(rows["numerator"]),
        _numbers(rows["denominator"]),
        _days(rows["known"]),
        doubtful.tolist(),
        rows["who"].tolist(),
        map(text, rows["source"].tolist()),
        repeat(file, len(rows)),
        rows["line"].tolist(),
    )
    return map(Measured, *columns)


def _days(column: pd.Series) -> list[date]:
    return column.to_numpy().astype("datetime64[D]").tolist()


def _numbers(column: pd.Series) -> list[float | None]:
    return [None if number != number else number for number in column.astype(float).tolist()]


def _targets(rows: pd.DataFrame, as_at: date) -> dict[str, tuple[Target, ...]]:
    held = rows[rows["figure"].notna() & (rows["from"] <= pd.Timestamp(as_at))]
    found: dict[str, list[Target]] = {}
    for row in held.sort_values(["from", "line"]).to_dict("records"):
        target = Target(row["from"].date(), float(row["figure"]), int(row["line"]))
        found.setdefault(str(row["indicator"]), []).append(target)
    return {indicator: tuple(targets) for indicator, targets in found.items()}


def cadence_of(series: Sequence[Measured], declared: Cadence) -> Cadence:
    """How often figures come: what lies between most of them; what the indicator declares, where there is one only."""
    if len(series) < 2:
        return declared
    gap = median((after.period_end - before.period_end).days for before, after in pairwise(series))
    return next((cadence for cadence, longest in LONGEST_GAP.items() if gap <= longest), "annual")


def by_period(series: Sequence[Measured], cadence: Cadence) -> tuple[tuple[date, Measured | None], ...]:
    """Every month (or quarter) from the first to the last with its figure, None where one is missing.

    Of several figures in one period the last stands.
    """
    if not series:
        return ()
    first = _month(series[0].period_end)
    held = {(_month(each.period_end) - first) // STEP[cadence]: each for each in series}
    return tuple(
        (held[at].period_end, held[at]) if at in held else (_month_end(first + at * STEP[cadence]), None)
        for at in range(max(held) + 1)
    )


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month_end(month: int) -> date:
    return month_end(month // 12, month % 12 + 1)
