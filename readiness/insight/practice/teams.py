"""What audits say of each team: over everything, in each judgement area and for each criterion."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from readiness.config.models import Framework
from readiness.insight.practice.audits import NO_TEAM, Graded, audits_known, window
from readiness.insight.practice.shares import SharesFact, shares_fact
from readiness.workspace import Workspace


@dataclass(frozen=True)
class AuditTeams:
    """Teams in the audits of the 12 months to a day, low end first.

    `whole` is over every grade; `areas` and `criteria` go by the framework's ids, in its order. Only where a team is
    named. Each is tested for itself: among twenty, one would stand out by chance alone.
    """

    as_at: date
    whole: SharesFact | None
    areas: Mapping[str, SharesFact]
    criteria: Mapping[str, SharesFact]


def audit_teams(workspace: Workspace, as_at: date, framework_id: str | None = None) -> AuditTeams:
    """Which team stands lowest in the last 12 months' audits, and whether that is more than chance.

    The framework is the one asked for, else the one that the workspace shows at the day. To an area belong the grades
    of its criteria and of the area as a whole; to a criterion only its own, or one team would stand out many times.
    """
    audits = window(workspace.once(audits_known, as_at), as_at)
    framework = workspace.framework(as_at, framework_id)
    held = placed(audits, framework)
    areas = {area.id: held[area.id] for area in framework.areas}
    own = grouped(audits, lambda one: one.criterion)
    criteria = {one.id: own.get(one.id, []) for area in framework.areas for one in area.criteria}
    return AuditTeams(as_at, by_team(audits), _facts(areas), _facts(criteria))


def by_team(graded: Sequence[Graded]) -> SharesFact | None:
    """The teams of some audits. Those without a team are left out; None where no team is named."""
    teams = grouped(graded, lambda one: one.team)
    teams.pop(NO_TEAM, None)
    return shares_fact("team", teams)


def grouped(graded: Sequence[Graded], name: Callable[[Graded], str]) -> dict[str, list[Graded]]:
    """The grades by a name that each has."""
    found: dict[str, list[Graded]] = defaultdict(list)
    for one in graded:
        found[name(one)].append(one)
    return found


def placed(graded: Sequence[Graded], framework: Framework) -> dict[str, list[Graded]]:
    """The grades of every area and of every criterion of a framework, by their ids.

    To an area belong the grades of its criteria and of itself; to a criterion its own and those of its whole area,
    as in the score.
    """
    named = grouped(graded, lambda one: one.criterion)
    held: dict[str, list[Graded]] = {}
    for area in framework.areas:
        whole = named.get(area.id, [])
        own = {one.id: named.get(one.id, []) for one in area.criteria}
        held[area.id] = [*whole, *(one for rows in own.values() for one in rows)]
        held |= {criterion: [*whole, *rows] for criterion, rows in own.items()}
    return held


def _facts(held: Mapping[str, Sequence[Graded]]) -> dict[str, SharesFact]:
    found = {name: by_team(rows) for name, rows in held.items()}
    return {name: fact for name, fact in found.items() if fact}
