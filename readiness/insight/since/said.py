"""One sentence of what changed between two days, and what every part of that story is made with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from readiness.config.models import Framework
from readiness.dates import uk_date
from readiness.insight.indicators.words import counted_out
from readiness.statistics.disclosure import is_small
from readiness.wording import listed
from readiness.workspace import Workspace

COMPARED_ON = "trends"
"""The page on which what moved an area between two days can be followed to its rows."""

MOST_NAMED = 3
"""Things of one kind up to which each is named; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of what changed.

    `kind` is what it is about: safety, judgement, area, signal, stale, action, audit, voice, confirmation, event or
    figure. It may leave the screen: a count of 1 to 4 children or families is told as fewer than five. `page` and
    `parameters` lead to where its figures can be followed to their rows. Where one row is meant, `file` and `line` are
    where it stands and `day` is the day from which it was known. `brief` says less, for a screen with little room;
    empty where the sentence is short enough.
    """

    kind: str
    sentence: str
    page: str
    parameters: Mapping[str, str] = field(default_factory=dict)
    file: str = ""
    line: int | None = None
    day: date | None = None
    brief: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """What one kind of evidence says of the time between, most important first; `short` in a headline's few words.

    `beside` is `short` without the children not made safe, where that is not the same.
    """

    said: tuple[Said, ...] = ()
    short: str = ""
    beside: str | None = None

    def few_words(self, *, unsafe: bool) -> str:
        """What a headline says of it, with the children not made safe or without them."""
        return self.short if unsafe or self.beside is None else self.beside


@dataclass(frozen=True, slots=True)
class Between:
    """What is asked: a workspace, by the areas of a framework, after the `first` day up to and with the `last`."""

    workspace: Workspace
    framework_id: str
    first: date
    last: date

    @property
    def framework(self) -> Framework:
        """The framework by whose areas it is told."""
        return self.workspace.config.frameworks[self.framework_id]

    @property
    def days(self) -> tuple[date, date]:
        """Both days."""
        return self.first, self.last

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in the time between: what was known on the first day itself is not new."""
        return day is not None and self.first < day <= self.last


def named(names: Sequence[str], most: int = MOST_NAMED) -> str:
    """Names in a row, those beyond `most` counted: `A, B, C and 4 more`."""
    rest = len(names) - most
    return listed([*names[:most], f"{counted_out(rest)} more"] if rest > 0 else names)


def quoted(names: Sequence[str], most: int = 2) -> str:
    """Titles in quotation marks, which commas of their own can't break; those beyond `most` counted."""
    return named([f"“{name}”" for name in names], most)


def of_children(number: int, one: str, many: str) -> str:
    """A count of children, families or what is told of each: `fewer than five children`, `12 children`."""
    return (
        f"fewer than five {many}"
        if is_small(number)
        else f"{counted_out(number)} {one if number == 1 else many}"
    )


def between_words(first: date, last: date) -> str:
    """The time between: `Between 5 October and 6 November 2026`; what both days share is said once."""
    month = "" if first.month == last.month else f" {first:%B}"
    begins = f"{first.day}{month}" if first.year == last.year else uk_date(first)
    return f"Between {begins} and {uk_date(last)}"
