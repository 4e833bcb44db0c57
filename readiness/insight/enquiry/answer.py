"""The best evidence there is to answer a question, whose it is to answer, and what is missing to answer it well."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from readiness.config.models import STRANDS
from readiness.dates import day_number, uk_date
from readiness.insight.cards import STRAND_FILES
from readiness.insight.enquiry.ground import Ground, Raised, RowAt
from readiness.insight.enquiry.safety import latest_words
from readiness.insight.few import figure_words
from readiness.insight.indicators.series import known_by
from readiness.insight.indicators.words import counted, counted_out
from readiness.insight.plan.actions import Action
from readiness.insight.plan.chain import standing
from readiness.insight.rows import EvidenceRow, described
from readiness.scoring.grades import holds_enough
from readiness.statistics.disclosure import may_show_percentage
from readiness.wording import listed

NO_OWNER = "No owner on record"
BREADTH = ("improvement", "practice", "voice", "scrutiny", "performance")
"""Kinds of evidence by how many children one row speaks of, fewest first; the status of an action speaks of none."""
MOST_GAPS = 3
NO_GAP = (
    "None shows: the evidence expected is held, and what is open has an owner, a measure and a date to come."
)


@dataclass(frozen=True, slots=True)
class Owner:
    """Who answers, by role, and the open action that says so; its row is None where no action is open."""

    role: str
    action: str
    row: RowAt | None


def best_evidence(ground: Ground, raised: Raised, criteria: Sequence[str]) -> tuple[str, RowAt | None]:
    """The strongest, freshest row that can answer, in a sentence with its date, file and line.

    What the rule itself knows; of an indicator its newest figure. Else of the rows in use on the criteria: the one
    trusted most (a fresh row as much as any), then the one that speaks of most of the criteria, then the kind of
    evidence of which one row speaks of most children, then the newest. The status of an action is no evidence of what
    it is like, and what is not newer than a repeat finding can't answer it.
    """
    if raised.evidence:
        return raised.evidence, raised.rows[0]
    if raised.indicators:
        return latest_words(ground, raised.indicators)
    chosen = _chosen(ground, criteria, raised.since)
    if chosen is None:
        if raised.since:
            return f"Nothing on file is newer than the report of {uk_date(raised.since)}.", None
        return "No evidence of what it is like is on file.", None
    row = _described(ground, chosen)
    at = RowAt(row.file, row.line)
    # A figure or judgement tells its own date; what an old one is worth, a reader must see.
    age = ground.as_at - row.known
    old = f", {age.days:,} days ago" if age.days > 365 else ""
    return f"{_says(ground, row)}; known on {uk_date(row.known)}{old} ({at.words}).", at


def _chosen(ground: Ground, criteria: Sequence[str], since: date | None) -> int | None:
    evidence = ground.workspace.evidence(ground.framework.id)
    items, day = evidence.items, day_number(ground.as_at)
    positions = [index for index, each in enumerate(evidence.lookup.criteria) if each.id in criteria]
    held = (
        items.active(day) & np.isin(items.criterion, positions) & (items.strand != STRANDS.index(BREADTH[0]))
    )
    if since:
        held &= items.known > day_number(since)
    mine = np.flatnonzero(held)
    if not len(mine):
        return None
    breadth = np.array([BREADTH.index(name) for name in STRANDS])[items.strand[mine]]
    trust = np.round(np.minimum(items.trust(day)[mine], 1.0), 1)
    _, row, times = np.unique(
        np.stack((items.table[mine], items.row[mine])), axis=1, return_inverse=True, return_counts=True
    )
    return int(mine[np.lexsort((items.known[mine], breadth, times[row.ravel()], trust))[-1]])


def _described(ground: Ground, item: int) -> EvidenceRow:
    evidence = ground.workspace.evidence(ground.framework.id)
    trust = evidence.items.trust(day_number(ground.as_at))
    return described(evidence, np.array([item]), trust, np.zeros_like(trust))[0]


def _says(ground: Ground, row: EvidenceRow) -> str:
    """What a row says, in words that may leave the screen."""
    if row.file == "observations.csv":
        return _figure(ground, row)
    if row.file == "feedback.csv":
        return _heard(ground, row)
    if row.file == "audits.csv":
        return f"{row.about}, the newest of those trusted most: {row.says.partition(': ')[2]}"
    return row.says.rstrip(".")


def _figure(ground: Ground, row: EvidenceRow) -> str:
    for name, series in ground.workspace.once(known_by, ground.as_at).whole.items():
        indicator = ground.config.indicators[name]
        for each in series:
            if each.line == row.line:
                figure = figure_words(each, indicator.unit, protected=True)
                return f"{indicator.label}: {figure}, {uk_date(each.period_end)}"
    return row.about


def _heard(ground: Ground, row: EvidenceRow) -> str:
    """A survey's words without its counts where they give few people away."""
    rows = ground.workspace.dataset.tables["feedback"].rows
    found = rows[rows["line"] == row.line].iloc[0]
    counted_row = found["positive"] == found["positive"] and found["responses"] == found["responses"]
    if counted_row and not may_show_percentage(float(found["positive"]), float(found["responses"])):
        return f"{row.about}: asked, and the counts are too small to show"
    return row.says.rstrip(".")


def owner_of(ground: Ground, raised: Raised, criteria: Sequence[str]) -> Owner:
    """The role that owns the open action on it: measured by it first, then with an owner, then due soonest.

    Of several criteria, the role that owns most of the open actions on them.
    """
    about = [each for each in ground.open_actions if _is_about(each, raised, criteria)]
    if not about:
        return Owner(NO_OWNER, "", None)
    if len(criteria) > 1:
        return _shared(about)
    first = min(about, key=lambda each: _foremost(each, raised))
    at, rest = RowAt("actions.csv", first.line), len(about) - 1
    more = f"; {counted(rest, 'more open action')} on it" if rest else ""
    return Owner(first.owner or NO_OWNER, f"{first.title}: {standing(first)} ({at.words}){more}.", at)


def _is_about(action: Action, raised: Raised, criteria: Sequence[str]) -> bool:
    if action.measure in raised.indicators:
        return True
    return action.criterion in criteria or (not criteria and action.criterion == raised.area)


def _foremost(action: Action, raised: Raised) -> tuple[bool, bool, date, int]:
    return action.measure not in raised.indicators, not action.owner, action.due or date.max, action.line


def _shared(about: Sequence[Action]) -> Owner:
    named = Counter(each.owner for each in about if each.owner)
    actions = f"{counted(len(about), 'open action').capitalize()} on these themes"
    if not named:
        return Owner(NO_OWNER, f"{actions}, without an owner.", RowAt("actions.csv", about[0].line))
    role, number = named.most_common(1)[0]
    row = next(each.line for each in about if each.owner == role)
    ties = sum(each == number for each in named.values()) > 1
    most = f"{counted_out(number)} with this role, {'as many as with another' if ties else 'the most of any'}"
    if number == len(about):
        most = {1: "with this role", 2: "both with this role"}.get(number, "all with this role")
    return Owner(role, f"{actions}, {most}.", RowAt("actions.csv", row))


def gap_of(ground: Ground, raised: Raised, criteria: Sequence[str]) -> str:
    """What is missing to answer it well, each thing with its file; that nothing is, where nothing is."""
    parts = [
        raised.wanted,
        _thin(ground, criteria),
        _newer(ground, raised, criteria),
        _lacking(ground, raised, criteria),
    ]
    said = [part for part in parts if part][:MOST_GAPS]
    return " ".join(said) or NO_GAP


def _thin(ground: Ground, criteria: Sequence[str]) -> str:
    """The kinds of evidence expected of all these criteria of which too little is held to count."""
    scoring = ground.config.scoring
    cells = [ground.criteria[each][1].cells for each in criteria if each in ground.criteria]
    thin = [
        name
        for name in STRANDS
        if cells
        and all(cell[name].expected and not holds_enough(scoring, cell[name].coverage) for cell in cells)
    ]
    return (
        f"Too little is held of {listed([f'{name} ({STRAND_FILES[name]})' for name in thin])}."
        if thin
        else ""
    )


def _newer(ground: Ground, raised: Raised, criteria: Sequence[str]) -> str:
    """That nothing has come since a repeat finding was raised last."""
    if raised.since is None or _chosen(ground, criteria, raised.since) is not None:
        return ""
    return f"Evidence from after {uk_date(raised.since)} that it is different now."


def _lacking(ground: Ground, raised: Raised, criteria: Sequence[str]) -> str:
    """What the open action lacks; that there is none."""
    about = [each for each in ground.open_actions if _is_about(each, raised, criteria)]
    if not about:
        name = f"criterion {criteria[0] if len(criteria) == 1 else raised.area}"
        if raised.indicators:
            name = f"success_measure {' or '.join(raised.indicators)}"
        return f"No open action is about it: a row with {name}, an owner and a date in actions.csv."
    if len(criteria) > 1:
        return _lacking_of_many(about)
    first = min(about, key=lambda each: _foremost(each, raised))
    empty, parts = _empty(first), []
    if first.overdue_days is not None and first.action not in raised.wanted:
        parts.append(
            f"Why its open action is overdue, and by when now: a row of {first.action} in action_updates.csv."
        )
    if empty:
        parts.append(f"Its open action lacks {listed(empty)}: actions.csv, line {first.line}.")
    return " ".join(parts)


def _lacking_of_many(about: Sequence[Action]) -> str:
    """How many of the open actions on several themes are overdue, or lack what an action needs."""
    late, bare = (
        sum(each.overdue_days is not None for each in about),
        sum(bool(_empty(each)) for each in about),
    )
    said = [f"{_part(late, about)} overdue"] if late else []
    said += [f"{_part(bare, about)} without an owner, a due date or a measure"] if bare else []
    which = "The one open action" if len(about) == 1 else f"Of {counted(len(about), 'open action')}"
    return f"{which} on these themes: {listed(said)}." if said else ""


def _part(number: int, about: Sequence[Action]) -> str:
    if number < len(about):
        return counted_out(number)
    return {1: "it is", 2: "both"}.get(number, "all")


def _empty(action: Action) -> list[str]:
    """The columns of actions.csv in which an action has nothing, of those that it needs."""
    needed = (("owner", action.owner), ("due", action.due), ("success_measure", action.measure))
    return [column for column, value in needed if not value]
