"""The next graded inspection: which kind by the profile of judgements, when, and how sure that is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np
import pandas as pd

from readiness.config.models import GRADES, Condition, Framework, VisitRoute
from readiness.dates import months_after, months_between
from readiness.evidence.description import NextInspection
from readiness.insight.inspections.judgements import is_ordinal, judgements_by, last_judgements
from readiness.insight.rows import text
from readiness.national import judgements_known
from readiness.workspace import Workspace

Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Began:
    """A graded inspection and the day it began; the day of its report where the first day on site is not on file."""

    title: str
    day: date


@dataclass(frozen=True, slots=True)
class Visit:
    """A kind of visit as the framework's file describes it; `days` are working days on site, None where not said."""

    title: str
    notice: str
    days: int | None


@dataclass(frozen=True, slots=True)
class Waits:
    """Months that English authorities waited between two graded inspections of today's kind: the middle 80%."""

    number: int
    low: int
    middle: int
    high: int


@dataclass(frozen=True, slots=True)
class NextVisit:
    """What is known by a day of the next graded inspection.

    `began` are our graded inspections, earliest first, `gaps` the months between them. `route` is the framework's
    rule that fits the last judgements (None: it has none, or nothing was judged); `visit` its entry under `visits`,
    `why` the grades that decided it. `by_rule` is the window by that rule, `given` the one of dataset.yaml where it
    was known by the day, `given_by` who foresees it; `waits` what happened in England, None where under 20 authorities
    were inspected twice.
    """

    as_at: date
    began: tuple[Began, ...]
    gaps: tuple[int, ...]
    route: VisitRoute | None
    visit: Visit | None
    why: tuple[tuple[str, str], ...]
    by_rule: Span | None
    given: Span | None
    waits: Waits | None
    given_by: str = ""

    @property
    def window(self) -> Span | None:
        """The window that counts: the one given where there is one, else the rule's."""
        return self.given or self.by_rule


FEWEST_WAITS = 20
"""Authorities under which the middle 80% of their waits says little."""


def next_visit(workspace: Workspace, as_at: date, framework_id: str) -> NextVisit:
    """The next inspection as it could be foreseen on a day, by the rules of a framework."""
    framework = workspace.config.frameworks[framework_id]
    began = graded_inspections(workspace, as_at)
    grades = last_grades(workspace, as_at, framework)
    route = (
        next((each for each in framework.next_inspection if taken(each, grades)), None) if grades else None
    )
    decisive = dict.fromkeys(
        area for each in framework.next_inspection for one in each.when for area in one.areas
    )
    said = workspace.dataset.description.next_inspection
    return NextVisit(
        as_at=as_at,
        began=began,
        gaps=tuple(months_between(one.day, other.day) for one, other in pairwise(began)),
        route=route,
        visit=_visit(framework, route),
        why=tuple((_name(framework, area), grades[area]) for area in decisive if area in grades),
        by_rule=_by_rule(route, began),
        given=given_window(said, began, as_at),
        waits=workspace.once(waits_in_england, as_at),
        given_by=said.source or "" if said else "",
    )


def graded_inspections(workspace: Workspace, as_at: date) -> tuple[Began, ...]:
    """Our inspections of a configured framework that gave a grade and whose report was out by a day."""
    tables = workspace.dataset.tables
    graded = set(tables["judgements"].rows["inspection"])
    found = [
        Began(text(row["title"]), (row["published"] if pd.isna(row["start"]) else row["start"]).date())
        for row in tables["inspections"].rows.to_dict("records")
        if row["inspection"] in graded
        and row["framework"] in workspace.config.frameworks
        and row["published"].date() <= as_at
    ]
    return tuple(sorted(found, key=lambda each: each.day))


def last_grades(workspace: Workspace, as_at: date, framework: Framework) -> dict[str, str]:
    """The last grade of each area of a framework, and of `overall`, by a day; without those nobody has judged."""
    evidence = workspace.evidence(framework.id)
    grades = {
        area: judged.grade for area, judged in last_judgements(evidence, as_at).items() if judged is not None
    }
    for each in judgements_by(evidence, as_at):  # latest first
        if (
            each.area == "overall"
            and each.framework in workspace.config.frameworks
            and is_ordinal(each.grade)
        ):
            return grades | {"overall": each.grade}
    return grades


def taken(route: VisitRoute, grades: Mapping[str, str]) -> bool:
    """Whether every condition of a route holds; one without conditions always does."""
    return all(fulfilled(each, grades) for each in route.when)


def fulfilled(condition: Condition, grades: Mapping[str, str]) -> bool:
    """Whether as many of its areas as it asks for hold such a grade; an area without a grade holds none."""
    levels = [GRADES.index(grades[area]) for area in condition.areas if area in grades]
    if condition.at_least is not None:
        edge = GRADES.index(condition.at_least)
        holding = sum(level >= edge for level in levels)
    else:
        edge = GRADES.index(condition.at_or_below or GRADES[0])
        holding = sum(level <= edge for level in levels)
    return holding >= (condition.minimum or len(condition.areas))


def _visit(framework: Framework, route: VisitRoute | None) -> Visit | None:
    for each in framework.visits:
        if route is not None and each.get("id") == route.visit:
            days = each.get("days_on_site")
            return Visit(
                text(each.get("title")) or route.visit,
                text(each.get("notice")),
                days if isinstance(days, int) else None,
            )
    return None


def _name(framework: Framework, area_id: str) -> str:
    return next((area.label for area in framework.areas if area.id == area_id), "Overall effectiveness")


def _by_rule(route: VisitRoute | None, began: tuple[Began, ...]) -> Span | None:
    if route is None or route.window is None or not began:
        return None
    last = began[-1].day
    return months_after(last, route.window.from_months), months_after(last, route.window.to_months)


def given_window(given: NextInspection | None, began: tuple[Began, ...], as_at: date) -> Span | None:
    """The window of dataset.yaml; None where it was said later than the day, or is over by an inspection since."""
    if given is None or (given.published is not None and given.published > as_at):
        return None
    return None if began and began[-1].day >= given.from_ else (given.from_, given.to)


def waits_in_england(workspace: Workspace, as_at: date) -> Waits | None:
    """How long authorities waited from one standard or short inspection to the next, by the reports of a day.

    Those not inspected a second time yet are left out, so the real waits are longer if anything.
    """
    known = judgements_known(workspace.national, as_at)
    graded = known[known["kind"].isin(("standard", "short")) & known["start"].notna()]
    days = (
        graded.drop_duplicates("inspection").sort_values("start").groupby("authority", observed=True)["start"]
    )
    months = [months_between(one.date(), other.date()) for _, each in days for one, other in pairwise(each)]
    if len(months) < FEWEST_WAITS:
        return None
    low, middle, high = (int(each) for each in np.percentile(months, (10, 50, 90), method="nearest"))
    return Waits(len(months), low, middle, high)
