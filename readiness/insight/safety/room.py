"""Is any child unsafe, unseen or unallocated today, and how do we know? Every fact of the Safety page.

Nothing here is scored or graded. What is not known is not clear, and is counted before anything else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from readiness.config.models import Config
from readiness.insight.indicators.explained import explained_on
from readiness.insight.indicators.facts import indicators_on
from readiness.insight.indicators.parts import PartsFact
from readiness.insight.indicators.series import Blank, known_by
from readiness.insight.indicators.words import counted
from readiness.insight.practice.audits import audits_known
from readiness.insight.safety.counts import (
    STATES,
    SafetyCount,
    State,
    Watched,
    acts_words,
    checked_words,
    count_with_line,
    count_without_line,
    uncounted,
)
from readiness.insight.safety.escalations import Escalations, open_escalations
from readiness.insight.safety.events import SeriousEvents, serious_events
from readiness.insight.safety.headline import headline_of
from readiness.insight.safety.lines import SafetyLine, safety_lines
from readiness.items import fresh_days
from readiness.workspace import Workspace

IN_AUDITS = "Children found unsafe in audits"
ELSEWHERE = "Other safety lines"
OWNED_BY_NOBODY = "No owner on record: audits.csv names the team, not who acts"


@dataclass(frozen=True, slots=True)
class TeamCount:
    """A safety count by team. `beyond` names the teams that would cross its line by themselves, with their figure."""

    title: str
    unit: str
    parts: PartsFact
    limit: str
    beyond: tuple[str, ...]


@dataclass(frozen=True)
class SafetyRoom:
    """Everything about safety that is known by a day: counts in the order of their states, children found unsafe in
    audits, counts by team, and serious events.
    """

    as_at: date
    counts: tuple[SafetyCount, ...]
    unsafe: Escalations
    teams: tuple[TeamCount, ...]
    events: SeriousEvents
    headline: str

    def held(self, state: State) -> tuple[SafetyCount, ...]:
        """The counts in one state."""
        return tuple(one for one in self.counts if one.state == state)

    @property
    def without_teams(self) -> tuple[str, ...]:
        """The counts that have a figure for the whole authority and none by team."""
        teams = {one.parts.indicator for one in self.teams}
        return tuple(
            one.title for one in self.counts if one.opens and one.indicator and one.indicator.id not in teams
        )


def safety_room(workspace: Workspace, as_at: date, framework_id: str, protected: bool = False) -> SafetyRoom:
    """What is known by a day of every red line of a framework and every count of safety.yaml.

    The sentences of a `protected` one may leave the screen: they tell 1 to 4 children as fewer than five. Its counts by
    team are as they are.
    """
    lines = safety_lines(workspace.score(as_at, framework_id), workspace.config)
    unsafe = workspace.once(open_escalations, as_at, protected)
    watched = _watched(workspace, as_at, protected)
    counts = (_in_audits(workspace, unsafe), *_counts(workspace.config, lines, watched, as_at))
    counts = tuple(sorted(counts, key=lambda one: STATES.index(one.state)))
    teams = _teams(counts, lines, workspace.once(indicators_on, as_at).teams)
    events = workspace.once(serious_events, as_at, protected)
    return SafetyRoom(as_at, counts, unsafe, teams, events, headline_of(counts, unsafe))


def _watched(workspace: Workspace, as_at: date, protected: bool) -> Mapping[str, Watched]:
    """What is known by a day of every indicator."""
    series = workspace.once(known_by, as_at).whole
    acts = workspace.once(explained_on, as_at)
    blanks = _last_blanks(workspace, as_at)
    config = workspace.config
    return {
        each.id: Watched(
            each,
            series.get(each.id, ()),
            blanks.get(each.id),
            fresh_days(each, config.scoring),
            acts_words(acts[each.id]),
            protected,
        )
        for each in config.indicators.values()
    }


def _last_blanks(workspace: Workspace, as_at: date) -> dict[str, Blank]:
    """The last row of each indicator, for the whole authority, that has no figure, such as one that was suppressed."""
    rows = workspace.dataset.tables["observations"].rows
    rows = rows[rows["figure"].isna() & rows["team"].isna() & rows["group"].isna()]
    rows = rows[rows["known"] <= pd.Timestamp(as_at)].sort_values(["period_end", "line"])
    return {
        str(row["indicator"]): Blank(row["period_end"].date(), "", int(row["line"]))
        for row in rows.to_dict("records")
    }


def _counts(
    config: Config, lines: Sequence[SafetyLine], watched: Mapping[str, Watched], as_at: date
) -> list[SafetyCount]:
    """The counts of every group in its order; then red lines whose indicator no group names."""
    found: list[SafetyCount] = []
    for group in config.safety.groups:
        for name in group.indicators:
            mine = [line for line in lines if line.line.indicator == name]
            found += [count_with_line(watched[name], group.title, line, as_at) for line in mine]
            if not mine:
                found.append(count_without_line(watched[name], group.title, as_at))
        if not group.indicators:
            found.append(uncounted(group.title))
    named = {name for group in config.safety.groups for name in group.indicators}
    rest = [line for line in lines if line.line.indicator not in named]
    return found + [count_with_line(watched[line.line.indicator], ELSEWHERE, line, as_at) for line in rest]


def _in_audits(workspace: Workspace, unsafe: Escalations) -> SafetyCount:
    """Children found unsafe in audits as a count: crossed while one is not recorded as made safe."""
    limit = "Crossed while a child is not recorded as made safe"
    if not unsafe.audits:
        says = "No audit is known. Add rows to audits.csv, with escalated and made_safe where a child was found unsafe."
        return SafetyCount(IN_AUDITS, IN_AUDITS, None, "Not known", says, limit)
    last = workspace.once(audits_known, unsafe.as_at)[-1].day
    fresh = workspace.config.scoring.strands["practice"].fresh_days
    stale = (unsafe.as_at - last).days > fresh
    state: State = "Crossed" if unsafe.open else "Not known lately" if stale else "Clear"
    checked = f"Last audit: {checked_words(last, fresh, unsafe.as_at)}"
    place = "; ".join(one.place for one in unsafe.open) or f"audits.csv, {counted(unsafe.audits, 'audit')}"
    acts = OWNED_BY_NOBODY if unsafe.open else ""
    return SafetyCount(
        IN_AUDITS, IN_AUDITS, None, state, unsafe.sentence, limit, "", last, stale, checked, acts, place
    )


def _teams(
    counts: Sequence[SafetyCount], lines: Sequence[SafetyLine], held: Mapping[str, PartsFact]
) -> tuple[TeamCount, ...]:
    limits = {line.line.indicator: line for line in lines}
    ids = {one.indicator.id: one.indicator.unit for one in counts if one.indicator}
    return tuple(_team(held[name], unit, limits.get(name)) for name, unit in ids.items() if name in held)


def _team(parts: PartsFact, unit: str, line: SafetyLine | None) -> TeamCount:
    if line is None:
        return TeamCount(parts.label, unit, parts, "", ())
    beyond = tuple(
        part.name
        for part in parts.parts
        if part.figure is not None
        and (part.figure > line.line.limit if line.line.over else part.figure < line.line.limit)
    )
    return TeamCount(parts.label, unit, parts, line.limit, beyond)
