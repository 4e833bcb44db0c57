"""What the rules of enquiry look at on a day, and what each of them raises."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType

from readiness.config.models import Config, Framework
from readiness.insight.plan.actions import Action, actions_known
from readiness.scoring.results import AreaScore, CriterionScore, Scores
from readiness.workspace import Workspace


@dataclass(frozen=True, slots=True)
class RowAt:
    """Where a row stands."""

    file: str
    line: int

    @property
    def words(self) -> str:
        """`findings.csv, line 12`."""
        return f"{self.file}, line {self.line}"


@dataclass(frozen=True, slots=True)
class Raised:
    """What one rule found. `why` is a sentence with its figures and dates, `rows` are those it rests on.

    `criterion` is empty where it is about a line or a whole area. `names` fill in the question, besides area and
    criterion. Where it is about `indicators`, their figures answer it; an answer must be newer than `since`, where
    that is given. `evidence` is the best there is, and `wanted` what is missing, as far as the rule knows them. `page`
    and `parameters` lead to where the figures can be followed.
    """

    area: str
    criterion: str
    subject: str
    why: str
    rows: tuple[RowAt, ...] = ()
    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    indicators: tuple[str, ...] = ()
    since: date | None = None
    evidence: str = ""
    wanted: str = ""
    page: str = "areas"
    parameters: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class Ground:
    """One dataset on one day in the terms of one framework."""

    workspace: Workspace
    as_at: date
    framework: Framework

    @property
    def config(self) -> Config:
        """The configuration that is open."""
        return self.workspace.config

    @cached_property
    def scores(self) -> Scores:
        """Every scored area on the day."""
        return self.workspace.score(self.as_at, self.framework.id)

    @cached_property
    def criteria(self) -> Mapping[str, tuple[AreaScore, CriterionScore]]:
        """Every criterion that expects evidence, in the framework's order, with its area."""
        return {each.id: (area, each) for area in self.scores.areas for each in area.criteria}

    @cached_property
    def areas(self) -> Mapping[str, str]:
        """The id of the area that each criterion, and each area itself, belongs to."""
        return {one.id: area.id for area in self.framework.areas for one in (area, *area.criteria)}

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """The short name of each area, the title of each criterion."""
        names = {each.id: each.title for area in self.framework.areas for each in area.criteria}
        return names | {area.id: area.label for area in self.framework.areas}

    @cached_property
    def open_actions(self) -> tuple[Action, ...]:
        """The actions known on the day that are not closed."""
        known = self.workspace.once(actions_known, self.as_at)
        return tuple(each for each in known if each.closed is None)

    def place_of(self, indicator: str) -> tuple[str, str]:
        """The area and criterion of an indicator: the first that it feeds in this framework; empty where it feeds none.

        Where it feeds a whole area, or only a red line watches it, the criterion is empty.
        """
        fed = next((each for each in self.config.indicators[indicator].criteria if each in self.areas), "")
        if not fed:
            watched = (line.area for line in self.framework.red_lines if line.indicator == indicator)
            return next(watched, ""), ""
        area = self.areas[fed]
        return area, "" if fed == area else fed
