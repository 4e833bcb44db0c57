"""Complaints and compliments: two years side by side, how many went further, and what the counts don't bear out.

Complaints show how open the door is. More is not simply worse, so nothing here is scored, good or bad.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from readiness.insight.conflicts import Conflict, conflicts
from readiness.insight.voice.counts import (
    FILE,
    FORMAL,
    FURTHER,
    CountRow,
    Span,
    Tally,
    counts_known,
    periods,
)
from readiness.insight.voice.years import two_years
from readiness.statistics.count_change import CountChange, count_change
from readiness.statistics.disclosure import Cell, protect_counts
from readiness.statistics.intervals import Interval, wilson
from readiness.workspace import Workspace

CHANCE = 0.05
Texts = tuple[str, str, str]
"""Complaints now, complaints before and compliments, as a file may show them; empty where there is no row."""


@dataclass(frozen=True, slots=True)
class TeamLine:
    """One team in two years. Shares are of all teams' complaints, in percent, worked out from the counts."""

    team: str
    now: int | None
    before: int | None
    compliments: int | None
    share: float | None
    share_before: float | None
    change: CountChange | None
    protected: Texts


@dataclass(frozen=True, slots=True)
class Escalation:
    """Formal complaints (stage 1 or further), how many of them went further, and that share with its interval."""

    formal: int
    further: int
    share: Interval


@dataclass(frozen=True, slots=True)
class Complaints:
    """What complaints.csv says by a day. `total` compares all complaints of two years, `praise` all compliments.

    `file_total` is the total as a file may show it; `tested` says how many teams' changes were looked at together.
    """

    as_at: date
    now: Span
    before: Span | None
    total: CountChange | None
    praise: CountChange | None
    teams: tuple[TeamLine, ...]
    tested: int
    escalation: Escalation | None
    escalation_before: Escalation | None
    doubled: tuple[tuple[CountRow, ...], ...]
    conflicts: tuple[Conflict, ...]
    file_total: Cell | None
    periods: tuple[Span, ...]


def complaints_on(workspace: Workspace, as_at: date) -> Complaints | None:
    """The latest year of complaints known by a day beside the one before; None where no row is known."""
    rows = counts_known(workspace, as_at)
    years = two_years(rows)
    if years is None:
        return None
    now, before = years
    lines = team_lines(now, before)
    known = {row.line for row in rows}
    return Complaints(
        as_at=as_at,
        now=now,
        before=before,
        total=_changed(now.received, before.received if before else None),
        praise=_changed(now.compliments, before.compliments if before else None),
        teams=lines,
        tested=sum(line.change is not None for line in lines),
        escalation=escalation(now),
        escalation_before=escalation(before) if before else None,
        doubled=doubled(rows),
        conflicts=tuple(
            each for each in conflicts(workspace.dataset) if each.file == FILE and each.line in known
        ),
        file_total=_protected([team.received for team in now.teams])[1],
        periods=periods(rows),
    )


def _changed(now: int | None, before: int | None, tests: int = 1) -> CountChange | None:
    if now is None or before is None:
        return None
    return count_change(before, now, confidence=1 - CHANCE / max(tests, 1))


def team_lines(now: Span, before: Span | None) -> tuple[TeamLine, ...]:
    """Every team that either year counts, most complaints first; those of the earlier year alone come last.

    A team is compared where both years count it in every period. The more teams are looked at together, the surer
    each change must be (Bonferroni).
    """
    earlier = [team for team in (before.teams if before else ()) if now.team(team.team) is None]
    names = [team.team for team in [*now.teams, *earlier]]
    pairs = [(now.team(name), before.team(name) if before else None) for name in names]
    tests = sum(_comparable(*pair, now, before) for pair in pairs)
    columns = [
        _protected(counts)[0]
        for counts in (
            [_received(one) for one, _ in pairs],
            [_received(other) for _, other in pairs],
            [one.compliments if one else None for one, _ in pairs],
        )
    ]
    return tuple(
        TeamLine(
            team=name,
            now=_received(one),
            before=_received(other),
            compliments=one.compliments if one else None,
            share=_share(_received(one), now.received),
            share_before=_share(_received(other), before.received if before else None),
            change=_changed(_received(one), _received(other), tests)
            if _comparable(one, other, now, before)
            else None,
            protected=texts,
        )
        for name, (one, other), texts in zip(names, pairs, zip(*columns, strict=True), strict=True)
    )


def _received(tally: Tally | None) -> int | None:
    return tally.received if tally else None


def _comparable(one: Tally | None, other: Tally | None, now: Span, before: Span | None) -> bool:
    if one is None or other is None or before is None:
        return False
    return one.periods == len(now.ends) and other.periods == len(before.ends)


def _share(count: int | None, whole: int | None) -> float | None:
    return None if count is None or not whole else 100 * count / whole


def _protected(counts: Sequence[int | None]) -> tuple[list[str], Cell | None]:
    """Counts of teams, and their total, as a file may show them; empty, or None, where there is no count."""
    known = [count for count in counts if count is not None]
    found = protect_counts(known) if known else None
    cells = iter(found.cells if found else ())
    return ["" if count is None else next(cells).text for count in counts], found.total if found else None


def escalation(span: Span) -> Escalation | None:
    """How many formal complaints went further than stage 1; None where no formal complaint is counted by stage.

    Each complaint is taken to stand once, at the stage it reached (data contract: "stage reached").
    """
    formal = sum(span.stages.get(stage, 0) for stage in FORMAL)
    further = sum(span.stages.get(stage, 0) for stage in FURTHER)
    share = wilson(further, formal, per=100)
    return Escalation(formal, further, share) if share else None


def doubled(rows: Sequence[CountRow]) -> tuple[tuple[CountRow, ...], ...]:
    """Rows that count the same team, stage and period more than once; their counts are added up."""
    keys = Counter((row.period_end, row.period, row.team, row.stage) for row in rows)
    return tuple(
        tuple(row for row in rows if (row.period_end, row.period, row.team, row.stage) == key)
        for key, times in keys.items()
        if times > 1
    )
