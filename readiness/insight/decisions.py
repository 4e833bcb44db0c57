"""What a meeting agreed, taken down as it is agreed: actions for the plan, and decisions that ask nobody to act.

An action is a row of actions.csv whose source names the meeting. A decision that is no action (to keep, stop or accept
something) is a row of signals.csv: what was known, since when and by whom, and what was decided on the day. Of a
signal that is there and waits, the two blank cells are filled.

No first row of action_updates.csv is written with an action: "not started" is scored evidence (scoring.yaml), so what a
meeting agrees would move, as it agrees it, the scores that it looks at. That nobody has said yet how an action of the
day stands is not counted against it (`Action.silent`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import pandas as pd

from readiness.dates import uk_date
from readiness.evidence.fill import fill_row
from readiness.evidence.record import add_made, ids_written, next_id
from readiness.insight.grip.signals import Signal, signals_on, subject_names
from readiness.insight.indicators.words import counted
from readiness.insight.rows import Record, text
from readiness.problems import Code, Problem, UserError
from readiness.wording import listed, upper_first
from readiness.workspace import Workspace

ACTION_PREFIX, SIGNAL_PREFIX = "ACT", "SIG"

SAY_WHAT = "Say what was decided."

Kind = Literal["action", "decision"]


@dataclass(frozen=True, slots=True)
class NewAction:
    """An action as it is taken down. `about` is a criterion's or area's id; `measure` an indicator's, or empty."""

    title: str
    about: str
    owner: str
    due: date | None = None
    measure: str = ""
    rationale: str = ""


@dataclass(frozen=True, slots=True)
class NewDecision:
    """A decision as it is taken down: what was decided, on what matter, and who had known of it since when."""

    decision: str
    about: str
    matter: str
    known: date | None
    known_by: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing that a meeting agreed, as its row says it; `file` and `line` are where that stands.

    `subject` is the name of what it is about. Of an action: `owner` (a role), `due`, `measure` (the indicator's name)
    and `why`. Of a decision: `owner` is the role that knew of the matter, and `why` the matter itself.
    """

    kind: Kind
    id: str
    title: str
    about: str
    subject: str
    owner: str
    due: date | None
    measure: str
    why: str
    file: str
    line: int


def meeting_source(day: date) -> str:
    """What the source of an action says of the meeting that set it."""
    return f"Meeting of {uk_date(day)}"


def decisions_of(workspace: Workspace, day: date) -> tuple[Decision, ...]:
    """What was agreed on a day, from the files: actions whose source is its meeting, then what else was decided."""
    names = subject_names(workspace.config, workspace.framework(day))
    actions, signals = workspace.dataset.tables["actions"].rows, workspace.dataset.tables["signals"].rows
    taken = actions[actions["source"].astype(str) == meeting_source(day)].to_dict("records")
    decided = signals[signals["decided"] == pd.Timestamp(day)].to_dict("records")
    return (*(_action(row, names) for row in taken), *(_decision(row, names) for row in decided))


def details(decision: Decision) -> str:
    """What it is about, whose it is, by when and how it will be known to have worked; or the matter of a decision."""
    if decision.kind == "decision":
        return f"{decision.subject}. The matter: {decision.why.rstrip('.')}. Known by: {decision.owner}"
    due = f"due {uk_date(decision.due)}" if decision.due else "no due date"
    measured = f"measured by {decision.measure}" if decision.measure else "no measure named"
    return f"{decision.subject}. {decision.owner or 'No owner named'}, {due}, {measured}"


def decisions_sentence(decisions: Sequence[Decision], day: date) -> str:
    """How much was agreed on a day, and what of it has no due date."""
    if not decisions:
        return f"Nothing has been taken down on {uk_date(day)} yet."
    actions = [each for each in decisions if each.kind == "action"]
    counts = (len(actions), "action"), (len(decisions) - len(actions), "decision")
    said = listed([counted(number, noun) for number, noun in counts if number])
    verb = "has" if len(decisions) == 1 else "have"
    undated = sum(each.due is None for each in actions)
    without = f" {_undated(undated, len(actions))}" if undated else ""
    return f"{upper_first(said)} {verb} been taken down on {uk_date(day)}.{without}"


def _undated(undated: int, actions: int) -> str:
    """Which of the actions have no due date, of those at least one."""
    if actions == 1:
        return "The action has no due date, so it can't be called overdue."
    if undated == actions:
        return "No action has a due date, so none can be called overdue."
    has, they = ("has", "it") if undated == 1 else ("have", "they")
    return f"{upper_first(counted(undated, 'action'))} {has} no due date, so {they} can't be called overdue."


def take_action(workspace: Workspace, day: date, action: NewAction) -> int:
    """Write an action that a meeting on `day` agreed; returns its line in actions.csv.

    Raises UserError with every problem, nothing written, where the row would not be used or is due before the meeting.
    """
    faults = []
    if action.due is not None and action.due < day:
        faults.append(_wrong("due", f"The due date should not be before the meeting, {uk_date(day)}."))
    if not action.owner.strip():
        faults.append(_wrong("owner", "Name the role that owns it: an action without an owner is nobody's."))
    row = {
        "title": action.title,
        "criterion": action.about,
        "source": meeting_source(day),
        "created": day.isoformat(),
        "due": action.due.isoformat() if action.due else "",
        "owner": action.owner,
        "success_measure": action.measure,
        "rationale": action.rationale,
    }
    return _add(workspace, "actions", ACTION_PREFIX, row, faults)


def take_decision(workspace: Workspace, day: date, decision: NewDecision) -> int:
    """Write a decision that a meeting on `day` took; returns its line in signals.csv. Raises as `take_action` does."""
    faults = []
    if decision.known is not None and decision.known > day:
        faults.append(_wrong("first_known", "A matter can't be known only after it was decided."))
    if not decision.decision.strip():
        faults.append(_wrong("decision", SAY_WHAT))
    row = {
        "first_known": decision.known.isoformat() if decision.known else "",
        "known_by": decision.known_by,
        "about": decision.about,
        "what": decision.matter,
        "decided": day.isoformat(),
        "decision": decision.decision,
    }
    return _add(workspace, "signals", SIGNAL_PREFIX, row, faults)


def waiting_signals(workspace: Workspace, day: date) -> tuple[Signal, ...]:
    """The signals on record that wait for a decision on a day, the longest first."""
    found = signals_on(workspace, day, workspace.framework(day).id)
    return tuple(each for each in found.waiting("waiting for a decision") if not each.undated)


def take_answer(workspace: Workspace, day: date, signal: str, decision: str) -> int:
    """Write what a meeting on `day` decided on a signal that waited for it; returns its line in signals.csv.

    Raises UserError, nothing written, where somebody has decided on it meanwhile, or nothing was decided.
    """
    faults = [] if signal else [_wrong("signal", "Choose the signal that was decided on.")]
    faults += [] if decision.strip() else [_wrong("decision", SAY_WHAT)]
    if faults:
        raise UserError(faults)
    values = {"decided": day.isoformat(), "decision": decision}
    return fill_row(workspace.dataset, workspace.config, "signals", signal, values)


def _add(
    workspace: Workspace, table: str, prefix: str, row: dict[str, str], faults: Sequence[Problem]
) -> int:
    """Add the row under the next free id, which is found while nobody else can write."""
    dataset = workspace.dataset

    def make() -> list[tuple[str, dict[str, str]]]:
        return [
            (table, {table.removesuffix("s"): next_id(ids_written(dataset.folder, table), prefix), **row})
        ]

    return add_made(dataset, workspace.config, make, faults)[0]


def _wrong(column: str, message: str) -> Problem:
    return Problem("What was typed", None, column, None, message, Code.WRONG_VALUE)


def _action(row: Record, names: dict[str, str]) -> Decision:
    measure = text(row["success_measure"])
    return Decision(
        kind="action",
        id=text(row["action"]),
        title=text(row["title"]),
        about=text(row["criterion"]),
        subject=names.get(text(row["criterion"]), text(row["criterion"])),
        owner=text(row["owner"]),
        due=None if pd.isna(row["due"]) else row["due"].date(),
        measure=names.get(measure, measure),
        why=text(row["rationale"]),
        file="actions.csv",
        line=int(row["line"]),
    )


def _decision(row: Record, names: dict[str, str]) -> Decision:
    return Decision(
        kind="decision",
        id=text(row["signal"]),
        title=text(row["decision"]),
        about=text(row["about"]),
        subject=names.get(text(row["about"]), text(row["about"])),
        owner=text(row["known_by"]),
        due=None,
        measure="",
        why=text(row["what"]),
        file="signals.csv",
        line=int(row["line"]),
    )
