"""What every message is told from: a workspace on a day, by a framework, and the day to compare with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from readiness.config.models import Config, Framework
from readiness.dates import uk_date
from readiness.evidence.tables import TABLES
from readiness.insight.enquiry.facts import Enquiry, enquiries
from readiness.scoring.results import Scores
from readiness.story.message import Question
from readiness.workspace import KNOWN_ON, Workspace

MOST_POINTS = 5
MOST_ROWS = 8
MOST_QUESTIONS = 4


@dataclass(frozen=True)
class Scene:
    """A day of a meeting. `since` is the day that it is compared with."""

    workspace: Workspace
    as_at: date
    framework_id: str
    since: date

    @property
    def config(self) -> Config:
        """The configuration that is open."""
        return self.workspace.config

    @property
    def framework(self) -> Framework:
        """The framework by whose areas it is told."""
        return self.config.frameworks[self.framework_id]

    @property
    def scores(self) -> Scores:
        """The areas' scores on the day."""
        return self.workspace.score(self.as_at, self.framework_id)

    def files(self, *tables: str) -> tuple[str, ...]:
        """The files of these tables, each with the newest day from which a row of it was known."""
        return tuple(f"{TABLES[table].file}{self._newest(table)}" for table in tables)

    def _newest(self, table: str) -> str:
        column = KNOWN_ON.get(table)
        if column is None:
            return ""
        days = self.workspace.dataset.tables[table].rows[column]
        known = days[days <= pd.Timestamp(self.as_at)]
        if known.empty:
            return f", no row known by {uk_date(self.as_at)}"
        return f", newest row known on {uk_date(known.max().date())}"

    def asked(self, *kinds: str, most: int = 2) -> tuple[Question, ...]:
        """The likely questions that rules of these kinds raise, gravest first, each with the best answer there is."""
        rules = {rule.id: rule.kind for rule in self.config.enquiry.rules}
        return tuple(
            question_of(each) for each in self.enquiries if not kinds or rules.get(each.rule) in kinds
        )[:most]

    @property
    def enquiries(self) -> Sequence[Enquiry]:
        """Every likely question, gravest first."""
        return self.workspace.once(enquiries, self.as_at, self.framework_id)


def question_of(enquiry: Enquiry) -> Question:
    """A line of enquiry as a question with its answer: the best evidence, and what is missing from it."""
    return Question(enquiry.question, " ".join(part for part in (enquiry.evidence, enquiry.gap) if part))
