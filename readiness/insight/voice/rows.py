"""What people said, row by row: every row of feedback.csv that is known by a day, and the years they fall into."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from readiness.dates import months_before
from readiness.evidence.tables import TABLES
from readiness.insight.few import FEWER
from readiness.insight.rows import text
from readiness.items.voice import ASKED_KINDS
from readiness.statistics.disclosure import is_small, may_show_percentage
from readiness.workspace import Workspace

FILE = "feedback.csv"
WHO = next(column.choices for column in TABLES["feedback"].columns if column.name == "from")
"""Everybody who can be heard, in the order of the data contract."""

SMALL = "share not shown: small numbers"


@dataclass(frozen=True, slots=True)
class Year:
    """Twelve months by their first and last day, both included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def before(self) -> "Year":
        """The twelve months before."""
        return year_to(self.first - timedelta(days=1))


def year_to(last: date) -> Year:
    """The twelve months that end on a day."""
    return Year(months_before(last, 12) + timedelta(days=1), last)


@dataclass(frozen=True, slots=True)
class Voice:
    """One row of feedback. `tone` is empty where none was given; `positive` and `responses` are both given or None."""

    day: date
    criterion: str
    who: str
    kind: str
    tone: str
    positive: float | None
    responses: float | None
    theme: str
    summary: str
    source: str
    line: int

    @property
    def asked(self) -> bool:
        """Whether people were asked (survey, consultation, focus group), and did not come of themselves."""
        return self.kind in ASKED_KINDS

    @property
    def counted(self) -> bool:
        """Whether answers were counted: only of people who were asked, as for the scores."""
        return self.asked and self.responses is not None

    @property
    def question(self) -> tuple[str, str, str]:
        """What makes two rows the same question: who was asked, on which theme, about which criterion."""
        return self.who, self.theme, self.criterion


def voices_known(workspace: Workspace, as_at: date) -> tuple[Voice, ...]:
    """Every row of feedback dated by a day, newest first."""
    rows = workspace.dataset.tables["feedback"].rows
    held = rows[rows["date"] <= pd.Timestamp(as_at)]
    held = held.sort_values(["date", "line"], ascending=[False, True], kind="stable")
    return tuple(_voice(row) for row in held.to_dict("records"))


def _voice(row: Mapping) -> Voice:
    counted = pd.notna(row["positive"]) and pd.notna(row["responses"])
    return Voice(
        day=row["date"].date(),
        criterion=text(row["criterion"]),
        who=text(row["from"]),
        kind=text(row["kind"]),
        tone=text(row["sentiment"]),
        positive=float(row["positive"]) if counted else None,
        responses=float(row["responses"]) if counted else None,
        theme=text(row["theme"]),
        summary=text(row["summary"]),
        source=text(row["source"]),
        line=int(row["line"]),
    )


def within(voices: Sequence[Voice], year: Year) -> tuple[Voice, ...]:
    """The voices of a year."""
    return tuple(voice for voice in voices if voice.day in year)


def answer_words(voice: Voice, *, protected: bool = False) -> str:
    """How a row came out: `38 of 46 positive (83%)`, a tone, or that none is given.

    `protected` words may leave the screen as a file: no count of 1 to 4 follows from them.
    """
    if voice.positive is None or voice.responses is None:
        return voice.tone or "no tone given"
    if protected and not may_show_percentage(voice.positive, voice.responses):
        number = FEWER if is_small(voice.responses) else f"{voice.responses:,.6g}"
        return f"{number} answers, {SMALL}"
    share = 100 * voice.positive / voice.responses
    return f"{voice.positive:,.6g} of {voice.responses:,.6g} positive ({share:.0f}%)"


def voice_words(voice: Voice) -> str:
    """What was said, in the words of the row: its summary, else its theme."""
    return voice.summary or voice.theme or "nothing is written down"
