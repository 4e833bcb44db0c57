"""You said, we did: the actions that answer complaints or feedback, what was said, and whether they helped."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from readiness.dates import uk_date
from readiness.evidence.tables import TABLES
from readiness.insight.indicators.words import counted, counted_out
from readiness.insight.rows import text
from readiness.insight.voice.heard import Change, change
from readiness.insight.voice.rows import Voice, Year, within, year_to
from readiness.insight.voice.sentences import MOVED, percent
from readiness.items.status import CLOSED
from readiness.wording import listed, upper_first
from readiness.workspace import Workspace

KINDS = next(column.choices for column in TABLES["feedback"].columns if column.name == "kind")
NAMES_VOICE = re.compile(rf"\b(feedback|{'|'.join(KINDS)})s?\b", re.IGNORECASE)
"""Words by which an action's source, or the criterion it is about, names what people said."""
EVIDENCED = "impact evidenced"
MOST_SAID = 3
ORDER = ("overdue", "unknown", "done", "open", "helped", "stopped")
"""How actions stand, those first that people wait for most: late, not heard of again, closed without helping yet."""


@dataclass(frozen=True, slots=True)
class Update:
    """The last thing recorded of an action by a day."""

    day: date
    status: str
    note: str
    line: int


@dataclass(frozen=True, slots=True)
class Answered:
    """One action that answers what people said.

    `named_in` is "source" or "criterion", which names complaints or feedback. `said` are the rows of feedback on the
    same criterion in the year before it was set: the nearest on record, not a link that somebody wrote down. `asked`
    compares answers on that criterion in the latest year with those in the year before the action.
    """

    action: str
    title: str
    criterion: str
    source: str
    rationale: str
    owner: str
    created: date
    due: date | None
    named_in: str
    said: tuple[Voice, ...]
    update: Update | None
    overdue: bool
    asked: Change | None
    line: int


def answered(workspace: Workspace, voices: Sequence[Voice], as_at: date) -> tuple[Answered, ...]:
    """The actions set by a day whose source or criterion names complaints or feedback.

    In the order of ORDER; among those that stand alike the ones with something said on record first, then the newest.
    """
    tables = workspace.dataset.tables
    rows = tables["actions"].rows
    held = rows[rows["created"] <= pd.Timestamp(as_at)]
    updates = _updates(tables["action_updates"].rows, as_at)
    found = [
        _answered(row, named, voices, updates.get(text(row["action"])), as_at)
        for row in held.to_dict("records")
        if (named := _named_in(row))
    ]
    found.sort(key=lambda each: (each.created, each.line), reverse=True)
    return tuple(sorted(found, key=_standing))


def _standing(each: Answered) -> tuple[int, bool]:
    return ORDER.index(_state(each)), not each.said


def _named_in(row: Mapping) -> str:
    if NAMES_VOICE.search(text(row["source"])):
        return "source"
    return "criterion" if NAMES_VOICE.search(text(row["criterion"]).replace("-", " ")) else ""


def _updates(rows: pd.DataFrame, as_at: date) -> dict[str, Update]:
    held = rows[rows["date"] <= pd.Timestamp(as_at)].sort_values(["date", "line"], kind="stable")
    return {
        text(row["action"]): Update(
            row["date"].date(), text(row["status"]), text(row["note"]), int(row["line"])
        )
        for row in held.to_dict("records")
    }


def _answered(
    row: Mapping, named: str, voices: Sequence[Voice], update: Update | None, as_at: date
) -> Answered:
    created = row["created"].date()
    due = None if pd.isna(row["due"]) else row["due"].date()
    about = [voice for voice in voices if voice.criterion == text(row["criterion"])]
    before, latest = year_to(created), year_to(as_at)
    return Answered(
        action=text(row["action"]),
        title=text(row["title"]),
        criterion=text(row["criterion"]),
        source=text(row["source"]),
        rationale=text(row["rationale"]),
        owner=text(row["owner"]),
        created=created,
        due=due,
        named_in=named,
        said=_said(about, before),
        update=update,
        overdue=due is not None and as_at >= due and not (update and update.status in CLOSED),
        asked=change(about, latest, before, 1) if before.last < latest.first else None,
        line=int(row["line"]),
    )


def _said(about: Sequence[Voice], before: Year) -> tuple[Voice, ...]:
    """What was said in the year before: complaints, then what was negative or mixed, then the rest; newest first.

    What was said or asked more than once counts as it was last. Compliments ask for nothing, so they are left out.
    """
    held = [voice for voice in within(about, before) if voice.kind != "compliment"]
    newest = {
        (voice.question, voice.kind, "" if voice.counted else voice.summary): voice
        for voice in reversed(held)
    }
    return tuple(
        sorted(newest.values(), key=lambda voice: (_rank(voice), -voice.day.toordinal(), voice.line))[
            :MOST_SAID
        ]
    )


def _rank(voice: Voice) -> int:
    order = {"complaint": 0, "negative": 1, "mixed": 1}
    return order.get(voice.kind, order.get(voice.tone, 2))


def status_words(each: Answered) -> str:
    """How an action stands: `overdue since 3 May 2026`, `completed, 12 June 2025`, that nothing is recorded."""
    if each.overdue and each.due:
        return f"overdue since {uk_date(each.due)}"
    return f"{each.update.status}, {uk_date(each.update.day)}" if each.update else "no update is recorded"


def helped_words(each: Answered) -> str:
    """Whether it helped, as far as anything says so."""
    status = each.update.status if each.update else ""
    if status not in CLOSED:
        return "Not known yet."
    said = (
        "Evidence that it helped is recorded"
        if status == EVIDENCED
        else "No evidence that it helped is recorded"
    )
    note = f" Its last note: {each.update.note}." if each.update and each.update.note else ""
    asked = f" Answers on the same theme in the latest year: {asked_words(each.asked)}." if each.asked else ""
    return f"{said}.{note}{asked}"


def asked_words(found: Change) -> str:
    """How later answers compare with those from before the action: an order in time, not a proof."""
    return f"{percent(found.now)} positive, {percent(found.before)} in the year before the action, {MOVED[found.move]}"


def answered_sentence(actions: Sequence[Answered]) -> str:
    """How many actions answer what people said, and how they stand."""
    if not actions:
        return "No action is on record that answers complaints or feedback."
    states = Counter(_state(each) for each in actions)
    parts = [
        f"{counted_out(states[state])} {words}"
        for state, words in (
            ("helped", "with evidence that it helped"),
            ("done", "done, or done in part, without such evidence"),
            ("open", "still open"),
            ("overdue", "overdue"),
            ("unknown", "without an update"),
            ("stopped", "stopped"),
        )
        if states[state]
    ]
    number = counted(len(actions), "action")
    verb = "answers" if len(actions) == 1 else "answer"
    heard = sum(bool(each.said) for each in actions)
    known = counted_out(heard) if heard else "none"
    link = "" if heard == len(actions) else f" What was said is on record for {known} of them."
    return f"{upper_first(number)} {verb} complaints or feedback: {listed(parts)}.{link}"


def _state(each: Answered) -> str:
    if each.overdue:
        return "overdue"
    if each.update is None:
        return "unknown"
    named = {EVIDENCED: "helped", "stopped": "stopped"}
    return named.get(each.update.status, "done" if each.update.status in CLOSED else "open")
