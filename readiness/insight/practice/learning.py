"""The learning loop: what audits raised, whether it was acted on, in time, and whether anybody checked practice."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from readiness.dates import uk_date
from readiness.insight.indicators.words import counted
from readiness.insight.practice.audits import NO_TEAM, YEAR, Graded
from readiness.wording import in_unit


@dataclass(frozen=True, slots=True)
class Loop:
    """Learning that was due in some period, by the day. Every one `raised` is done in time, done late, or not done.

    `checked`: of those raised, somebody checked that practice changed. A grade with learning counts as one.
    """

    name: str
    raised: int
    in_time: int
    late: int
    not_done: int
    checked: int

    @property
    def done(self) -> int:
        """How many were acted on by the day, in time or late."""
        return self.in_time + self.late


@dataclass(frozen=True, slots=True)
class LearningFact:
    """Learning due in the 12 months to a day and in those before, by team, and what is open however old it is.

    `overdue` is past its day and not recorded as done, `not_due` is still to come, both by the day; `oldest` is the
    due date of the longest overdue; `undated` is learning recorded as done or checked without a day it was due.
    """

    now: Loop
    before: Loop
    teams: tuple[Loop, ...]
    overdue: int
    oldest: date | None
    not_due: int
    undated: int
    sentence: str


def learning_fact(audits: Sequence[Graded], as_at: date) -> LearningFact | None:
    """What became of the learning of the audits known on a day; None where no audit raised any."""
    raised = [one for one in audits if one.learning_due or one.learning_closed or one.checked]
    if not raised:
        return None
    pieces = [(one.learning_due, one) for one in raised if one.learning_due]
    now = _due(pieces, as_at)
    overdue = [due for due, one in pieces if not one.learning_closed and due < as_at]
    whole = loop("Last 12 months", now)
    return LearningFact(
        now=whole,
        before=loop("12 months before", _due(pieces, as_at - timedelta(days=YEAR))),
        teams=_teams(now),
        overdue=len(overdue),
        oldest=min(overdue, default=None),
        not_due=sum(not one.learning_closed and due >= as_at for due, one in pieces),
        undated=len(raised) - len(pieces),
        sentence=_sentence(whole, overdue),
    )


Piece = tuple[date, Graded]
"""A piece of learning: the day it is due, and the grade that it comes from."""


def _due(pieces: Sequence[Piece], as_at: date) -> list[Piece]:
    """The learning due in the 12 months up to the day before: what is due on the day itself is not late yet."""
    first = as_at - timedelta(days=YEAR)
    return [(due, one) for due, one in pieces if first <= due < as_at]


def _teams(pieces: Sequence[Piece]) -> tuple[Loop, ...]:
    """The same by team, the largest share not done first."""
    teams: dict[str, list[Piece]] = defaultdict(list)
    for due, one in pieces:
        teams[one.team].append((due, one))
    loops = [loop(team, mine) for team, mine in teams.items() if team != NO_TEAM]
    return tuple(sorted(loops, key=lambda each: (-each.not_done / each.raised, each.name)))


def loop(name: str, pieces: Sequence[Piece]) -> Loop:
    """What became of learning that has fallen due."""
    done = [(due, one.learning_closed) for due, one in pieces if one.learning_closed]
    in_time = sum(closed <= due for due, closed in done)
    return Loop(
        name=name,
        raised=len(pieces),
        in_time=in_time,
        late=len(done) - in_time,
        not_done=len(pieces) - len(done),
        checked=sum(one.checked is not None for _, one in pieces),
    )


def _sentence(now: Loop, overdue: Sequence[date]) -> str:
    """What became of the year's learning, and how much is overdue in all."""
    if not now.raised:
        return f"No learning fell due in the last 12 months.{_overdue(overdue)}"
    in_time = f", {now.in_time or 'none'} of them in time" if now.done > 1 else _one_in_time(now)
    return (
        f"Of {counted(now.raised, 'piece')} of learning due in the last 12 months {_part(now.done, now, 'acted on')}"
        f"{in_time}; {_part(now.checked, now, 'checked in practice')}.{_overdue(overdue)}"
    )


def _one_in_time(now: Loop) -> str:
    return ("", ", late" if now.late else ", in time")[now.done]


def _part(part: int, now: Loop, what: str) -> str:
    """`181 were acted on (86.6%)`, `none was checked in practice`."""
    if not part:
        return f"none was {what}"
    return f"{part} {'was' if part == 1 else 'were'} {what} ({in_unit(100 * part / now.raised, 'percent')})"


def _overdue(overdue: Sequence[date]) -> str:
    if not overdue:
        return ""
    if len(overdue) == 1:
        return f" One is overdue and not recorded as done, due on {uk_date(overdue[0])}."
    oldest = uk_date(min(overdue))
    return f" In all {len(overdue)} are overdue and not recorded as done, the oldest due on {oldest}."
