"""What leaders knew, decided and checked: each row of signals.csv as it stood on a day, with its days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Literal

import pandas as pd

from readiness.config.models import Config, Framework
from readiness.dates import uk_date
from readiness.insight.indicators.words import counted, counted_out
from readiness.insight.rows import Record, text
from readiness.insight.voice.facts import criterion_titles
from readiness.wording import listed, plain_number, upper_first
from readiness.workspace import Workspace

State = Literal["waiting for a decision", "waiting for its effect to be checked", "effect checked"]
FEWEST = 3
"""Decisions from which a median is said; fewer are named one by one."""


@dataclass(frozen=True, slots=True)
class Signal:
    """One row of signals.csv as known on the day `as_at`: what happened later is None, and its words are empty.

    `about` is an indicator's, criterion's or area's id and `subject` its name. `undated`: a decision is written down
    without the day it was taken, so on no day is it known.
    """

    id: str
    about: str
    subject: str
    what: str
    known_by: str
    known: date
    decided: date | None
    decision: str
    checked: date | None
    effect: str
    undated: bool
    as_at: date
    line: int

    @property
    def state(self) -> State:
        """What it waits for, if anything."""
        if self.checked:
            return "effect checked"
        return "waiting for its effect to be checked" if self.decided else "waiting for a decision"

    @property
    def to_decide(self) -> int | None:
        """Days from first known to decided."""
        return (self.decided - self.known).days if self.decided else None

    @property
    def to_check(self) -> int | None:
        """Days from decided to the check of its effect."""
        return (self.checked - self.decided).days if self.decided and self.checked else None

    @property
    def waited(self) -> int:
        """Days that it has waited in its present state: since known, or since decided; 0 once checked."""
        return 0 if self.checked else (self.as_at - (self.decided or self.known)).days

    def ended_before(self, day: date) -> bool:
        """Whether its effect had been checked before a day, so that it says nothing of what began then."""
        return self.checked is not None and self.checked < day


@dataclass(frozen=True, slots=True)
class Signals:
    """Every signal known by a day: those that wait for a decision first, then for a check, the longest first.

    `sentences` say how many wait and how long; `pace` how long decisions and checks took, `took` the same in a title.
    """

    as_at: date
    every: tuple[Signal, ...]
    sentences: tuple[str, ...]
    pace: str
    took: str

    def waiting(self, state: State) -> tuple[Signal, ...]:
        """Those in a state."""
        return tuple(each for each in self.every if each.state == state)


def signals_on(workspace: Workspace, as_at: date, framework_id: str) -> Signals:
    """The signals first known by a day, as they stood on it; subjects are named in a framework's words."""
    names = subject_names(workspace.config, workspace.config.frameworks[framework_id])
    rows = workspace.dataset.tables["signals"].rows
    held = rows[rows["first_known"] <= pd.Timestamp(as_at)]
    every = sorted((_signal(row, names, as_at) for row in held.to_dict("records")), key=_order)
    return Signals(as_at, tuple(every), _sentences(every, as_at), *_pace(every))


def subject_names(config: Config, framework: Framework) -> dict[str, str]:
    """The name of every id that a signal may be about: criteria and areas in this framework's words, indicators."""
    names = {each.id: each.label for each in config.indicators.values()}
    return names | dict(criterion_titles(config, framework))


def _signal(row: Record, names: dict[str, str], as_at: date) -> Signal:
    decided, checked = _by(row["decided"], as_at), _by(row["effect_checked"], as_at)
    return Signal(
        id=str(row["signal"]),
        about=str(row["about"]),
        subject=names.get(str(row["about"]), str(row["about"])),
        what=text(row["what"]),
        known_by=text(row["known_by"]),
        known=row["first_known"].date(),
        decided=decided,
        decision=text(row["decision"]) if decided else "",
        checked=checked,
        effect=text(row["effect"]) if checked else "",
        undated=pd.isna(row["decided"]) and bool(text(row["decision"])),
        as_at=as_at,
        line=int(row["line"]),
    )


def _by(day: pd.Timestamp, as_at: date) -> date | None:
    return None if pd.isna(day) or day.date() > as_at else day.date()


def _order(each: Signal) -> tuple[int, int, int]:
    """Undecided, then unchecked, the longest waiting first; then those checked, the latest first."""
    if each.checked:
        return 2, -each.checked.toordinal(), each.line
    return (1 if each.decided else 0), -each.waited, each.line


def _sentences(every: Sequence[Signal], as_at: date) -> tuple[str, ...]:
    """How many wait, and how long: for a decision first."""
    if not every:
        return (f"No signal is on record by {uk_date(as_at)}.",)
    states: tuple[State, ...] = ("waiting for a decision", "waiting for its effect to be checked")
    said = [waiting_words([each for each in every if each.state == state], state) for state in states]
    if any(said):
        return tuple(f"{upper_first(each)}." for each in said if each)
    one = "The one signal on record was" if len(every) == 1 else f"All {counted_out(len(every))} signals were"
    return (f"{one} followed to a check of the effect.",)


def waiting_words(waiting: Sequence[Signal], state: State) -> str:
    """`four signals wait for a decision, the longest for 144 days`; empty where none does."""
    if not waiting:
        return ""
    one, longest = len(waiting) == 1, max(each.waited for each in waiting)
    what = "a decision" if state == "waiting for a decision" else "their effect to be checked"
    what = what.replace("their", "its") if one else what
    how_long = f"for {counted(longest, 'day')}" if longest else "since today"
    said = f"{counted(len(waiting), 'signal')} {'waits' if one else 'wait'} for {what}"
    return f"{said}, {how_long}" if one else f"{said}, the longest {how_long}"


def _pace(every: Sequence[Signal]) -> tuple[str, str]:
    """How long decisions and checks took, of those that were made; and the same in a title's few words."""
    decided = sorted(each.to_decide for each in every if each.to_decide is not None)
    checked = sorted(each.to_check for each in every if each.to_check is not None)
    if not decided:
        return ("No decision has a day yet.", "No decision has a day yet") if every else ("", "")
    checks = _took("check", "after the decision", checked) or "No effect has been checked yet."
    parts = [_took("decision", "from first known", decided), checks]
    waiting = sum(each.checked is None for each in every)
    if waiting:
        still = "one still waiting is" if waiting == 1 else f"{counted_out(waiting)} still waiting are"
        parts.append(f"The {still} not in these figures until the wait ends.")
    return " ".join(parts), _title(decided, checked)


def _title(decided: Sequence[int], checked: Sequence[int]) -> str:
    if len(decided) < FEWEST:
        return f"{counted(len(decided), 'decision').capitalize()} so far, too few to say how long one takes"
    more = f", checks of the effect {plain_number(median(checked))} more" if len(checked) >= FEWEST else ""
    return f"Decisions took a median of {plain_number(median(decided))} days{more}"


def _took(noun: str, since: str, days: Sequence[int]) -> str:
    if not days:
        return ""
    if len(days) < FEWEST:
        each = listed([f"{day:,}" for day in days])
        last = "day" if days[-1] == 1 else "days"
        return f"{counted(len(days), noun).capitalize()} took {each} {last} {since}."
    middle, low, high = plain_number(median(days)), f"{days[0]:,}", f"{days[-1]:,}"
    return f"{counted(len(days), noun).capitalize()}: a median of {middle} days {since} ({low} to {high})."


def stands_words(signal: Signal) -> str:
    """Where one signal stands: `decided after 147 days, effect checked 189 days later`."""
    if signal.checked and signal.decided:
        return (
            f"{_decided(signal)}, effect checked {_days((signal.checked - signal.decided).days, '{} later')}"
        )
    if signal.checked:
        whole = _days((signal.checked - signal.known).days, "after {}")
        return f"effect checked {whole}; no decision has a day"
    waited = f" for {counted(signal.waited, 'day')}" if signal.waited else ""
    if signal.decided:
        return f"{_decided(signal)}, its effect not checked{waited}"
    undated = "; a decision is written down without its day" if signal.undated else ""
    return f"waiting for a decision{waited}{undated}"


def _decided(signal: Signal) -> str:
    return f"decided {_days(signal.to_decide or 0, 'after {}')}"


def _days(number: int, words: str) -> str:
    return words.format(counted(number, "day")) if number else "the same day"
