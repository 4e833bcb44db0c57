"""The one door in: a configuration and a dataset, opened, checked, and asked for scores at any date."""

from collections.abc import Callable
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeVar

import numpy as np

from readiness.config.load import load_config
from readiness.config.models import Config, Framework
from readiness.dates import from_day_number, month_ends
from readiness.evidence.dataset import Dataset, read_dataset
from readiness.items import days
from readiness.national import National
from readiness.problems import Code, Problem, UserError
from readiness.scoring import Evidence, prepare, score_at, score_history
from readiness.scoring.results import History, Scores

Fact = TypeVar("Fact")

KNOWN_ON = {
    "observations": "known",
    "audits": "date",
    "inspections": "published",
    "feedback": "date",
    "action_updates": "date",
}
"""The column that says when a row of each scored table could be known."""


class Workspace:
    """One dataset read with one configuration. Nothing in it changes after opening, so sessions may share it.

    `national` is what is published about other authorities: to compare with, never scored.
    """

    def __init__(self, config: Config, dataset: Dataset, national: National | None = None) -> None:
        self.config = config
        self.dataset = dataset
        self.national = national or National.none()
        self.evidence = lru_cache(maxsize=None)(self._evidence)
        self.score = lru_cache(maxsize=256)(self._score)
        self.history = lru_cache(maxsize=32)(self._history)
        self._remembered = lru_cache(maxsize=256)(self._make)

    def once(self, make: Callable[..., Fact], *about: object) -> Fact:
        """What `make(self, *about)` answers, worked out once whichever session asks. `about` must be hashable."""
        return self._remembered(make, *about)

    def _make(self, make: Callable[..., Fact], *about: object) -> Fact:
        return make(self, *about)

    def framework(self, as_at: date, framework_id: str | None = None) -> Framework:
        """The framework asked for; else the dataset's own; else the one in force at the date.

        Raises UserError where no framework has the id.
        """
        chosen = framework_id or self.dataset.description.framework
        if chosen is None:
            return self.config.framework_in_force(as_at)
        if chosen not in self.config.frameworks:
            known = ", ".join(sorted(self.config.frameworks))
            message = f"no framework has this id; there are {known}"
            raise UserError(
                [Problem("frameworks", None, "framework", chosen, message, Code.UNKNOWN_REFERENCE)]
            )
        return self.config.frameworks[chosen]

    def default_as_at(self, today: date) -> date:
        """Today for a live dataset; for others the last day that added evidence (today, where none has any)."""
        if self.dataset.description.kind == "live" or self.last_evidence is None:
            return today
        return min(self.last_evidence, today)

    @cached_property
    def last_evidence(self) -> date | None:
        """The last day on which a row of a scored table could first be known; None where there are no rows."""
        return max((day for _, day in self._known_days()), default=None)

    @cached_property
    def first_evidence(self) -> date | None:
        """The first day on which a row of a scored table could be known; None where there are no rows."""
        return min((day for day, _ in self._known_days()), default=None)

    def _known_days(self) -> list[tuple[date, date]]:
        known = [days(self.dataset.tables[table].rows[column]) for table, column in KNOWN_ON.items()]
        return [(from_day_number(np.min(each)), from_day_number(np.max(each))) for each in known if len(each)]

    def _evidence(self, framework_id: str) -> Evidence:
        return prepare(self.dataset, self.config, self.config.frameworks[framework_id])

    def _score(self, as_at: date, framework_id: str | None = None) -> Scores:
        return score_at(self.evidence(self.framework(as_at, framework_id).id), as_at)

    def _history(self, first: date, last: date, framework_id: str | None = None) -> History:
        evidence = self.evidence(self.framework(last, framework_id).id)
        return score_history(evidence, month_ends(first, last))


def open_workspace(config_dir: Path, dataset_dir: Path, national: National | None = None) -> Workspace:
    """Read a configuration and a dataset folder. Raises UserError where either can't be used at all."""
    config = load_config(config_dir)
    return Workspace(config, read_dataset(dataset_dir, config), national)
