"""A scenario: what is supposed to be otherwise than the evidence says, and the short text by which a link names it."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import quote, unquote

from readiness.config.models import GRADES

ActionStatus = Literal["completed", "impact evidenced"]
STATUSES: tuple[ActionStatus, ...] = ("completed", "impact evidenced")
MOST_AUDITS, MOST_EXERCISES = 60, 20
MOST_CHANGES = 40
"""A link with more changes than this is cut: no page could show them."""


@dataclass(frozen=True, slots=True)
class Figure:
    """An indicator's current figure, supposed to be `value`, in its own unit."""

    indicator: str
    value: float


@dataclass(frozen=True, slots=True)
class Done:
    """An action, supposed to be recorded with a status on the day."""

    action: str
    status: str


@dataclass(frozen=True, slots=True)
class MoreAudits:
    """So many more audits of a criterion on the day, moderated at a grade."""

    criterion: str
    grade: str
    number: int


@dataclass(frozen=True, slots=True)
class MoreVoice:
    """So many more surveys on a criterion on the day, with so many of 100 answers positive."""

    criterion: str
    positive: int
    number: int


Change = Figure | Done | MoreAudits | MoreVoice


@dataclass(frozen=True, slots=True)
class Scenario:
    """What is supposed, in the order in which it was chosen. Two changes of one subject don't stand together."""

    changes: tuple[Change, ...] = ()

    def having(self, change: Change) -> "Scenario":
        """The scenario with one more change, which takes the place of an earlier one of the same subject."""
        kept = tuple(each for each in self.changes if subject(each) != subject(change))
        return Scenario((*kept, change))

    def without(self, change: Change) -> "Scenario":
        """The scenario less a change."""
        return Scenario(tuple(each for each in self.changes if each != change))

    def __bool__(self) -> bool:
        return bool(self.changes)


NOTHING_CHANGED = Scenario()


def subject(change: Change) -> tuple[str, ...]:
    """What a change is about: its kind and the ids that make it one of its kind."""
    match change:
        case Figure(indicator, _):
            return ("figure", indicator)
        case Done(action, _):
            return ("action", action)
        case MoreAudits(criterion, grade, _):
            return ("audits", criterion, grade)
        case MoreVoice(criterion, positive, _):
            return ("voice", criterion, str(positive))


def link_text(scenario: Scenario) -> str:
    """The scenario as a URL parameter: `figure:visits:95,audits:front-door:good:3`; empty where nothing is changed."""
    return ",".join(":".join(quote(part, safe="") for part in _parts(each)) for each in scenario.changes)


def _parts(change: Change) -> tuple[str, ...]:
    match change:
        case Figure(_, value):
            return (*subject(change), f"{value:.10g}")
        case Done(_, status):
            return (*subject(change), status)
        case MoreAudits(_, _, number) | MoreVoice(_, _, number):
            return (*subject(change), str(number))


@dataclass(frozen=True, slots=True)
class Known:
    """The ids that a scenario may name: indicators with their units, actions still open to a status, criteria."""

    units: dict[str, str] = field(default_factory=dict)
    actions: frozenset[str] = frozenset()
    criteria: frozenset[str] = frozenset()


def read_link(text: str, known: Known) -> tuple[Scenario, int]:
    """The scenario that a link names, and how many of its parts could not be understood or name what is not there."""
    scenario, wrong = NOTHING_CHANGED, 0
    parts = text.split(",") if text else []
    for part in parts[:MOST_CHANGES]:
        change = _read([unquote(each) for each in part.split(":")], known)
        if change is None:
            wrong += 1
        else:
            scenario = scenario.having(change)
    return scenario, wrong + max(len(parts) - MOST_CHANGES, 0)


def _read(parts: Sequence[str], known: Known) -> Change | None:
    readers: dict[str, Callable[[Sequence[str], Known], Iterator[Change]]] = {
        "figure": _figures,
        "action": _done,
        "audits": _audits,
        "voice": _voice,
    }
    reader = readers.get(parts[0])
    return next(reader(parts[1:], known), None) if reader else None


def _figures(parts: Sequence[str], known: Known) -> Iterator[Change]:
    if len(parts) == 2 and parts[0] in known.units:
        value = _number(parts[1])
        if value is not None and possible(value, known.units[parts[0]]):
            yield Figure(parts[0], value)


def possible(value: float, unit: str) -> bool:
    """Whether a figure in a unit can be: finite, not negative, and a percentage not over 100."""
    return math.isfinite(value) and value >= 0 and (unit != "percent" or value <= 100)


def _done(parts: Sequence[str], known: Known) -> Iterator[Change]:
    if len(parts) == 2 and parts[0] in known.actions and parts[1] in STATUSES:
        yield Done(parts[0], parts[1])


def _audits(parts: Sequence[str], known: Known) -> Iterator[Change]:
    if len(parts) == 3 and parts[0] in known.criteria and parts[1] in GRADES:
        number = _whole(parts[2], 1, MOST_AUDITS)
        if number is not None:
            yield MoreAudits(parts[0], parts[1], number)


def _voice(parts: Sequence[str], known: Known) -> Iterator[Change]:
    if len(parts) == 3 and parts[0] in known.criteria:
        positive, number = _whole(parts[1], 0, 100), _whole(parts[2], 1, MOST_EXERCISES)
        if positive is not None and number is not None:
            yield MoreVoice(parts[0], positive, number)


def _number(words: str) -> float | None:
    try:
        return float(words)
    except ValueError:
        return None


def _whole(words: str, least: int, most: int) -> int | None:
    if not (words.isascii() and words.isdigit() and len(words) < 4):
        return None
    return int(words) if least <= int(words) <= most else None
