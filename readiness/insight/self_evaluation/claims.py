"""What we say of ourselves: the rows of self_evaluation.csv, each with the area or criterion that it is about."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from readiness.config.models import Framework
from readiness.insight.challenge import ids_of_area
from readiness.insight.rows import Record, text
from readiness.workspace import Workspace

FILE = "self_evaluation.csv"


@dataclass(frozen=True, slots=True)
class Claim:
    """One row of self_evaluation.csv. `about` is the area or criterion as the row names it; `plan` may be empty."""

    about: str
    day: date
    grade: str
    how_we_know: str
    plan: str
    line: int


@dataclass(frozen=True, slots=True)
class Claims:
    """The rows known by a day, latest first: by area and criterion of a framework, and those that fall on none."""

    by_place: Mapping[str, tuple[Claim, ...]]
    elsewhere: tuple[Claim, ...]

    def of(self, place: str) -> tuple[Claim, ...]:
        """What was said of a place, latest first; of two rows of one day the later row."""
        return self.by_place.get(place, ())


def claims_known(workspace: Workspace, as_at: date, framework_id: str) -> Claims:
    """The self-evaluation known by a day. A row may name an area by its id in a framework that the area continues."""
    places = _places(workspace.config.frameworks[framework_id])
    rows = workspace.dataset.tables["self_evaluation"].rows
    held = rows[rows["date"] <= pd.Timestamp(as_at)].sort_values(["date", "line"], ascending=False)
    found: dict[str, list[Claim]] = defaultdict(list)
    for row in held.to_dict("records"):
        claim = _claim(row)
        found[places.get(claim.about, "")].append(claim)
    elsewhere = tuple(found.pop("", ()))
    return Claims({place: tuple(mine) for place, mine in found.items()}, elsewhere)


def _places(framework: Framework) -> dict[str, str]:
    """Every id that a row may use for an area or criterion of a framework, and the place that it stands for."""
    found = {name: area.id for area in framework.areas for name in ids_of_area(framework, area.id)}
    return found | {one: one for one in framework.ids}


def _claim(row: Record) -> Claim:
    return Claim(
        about=str(row["criterion"]),
        day=row["date"].date(),
        grade=str(row["grade"]),
        how_we_know=text(row["how_we_know"]),
        plan=text(row["plan"]),
        line=int(row["line"]),
    )
