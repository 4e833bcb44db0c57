"""What Ofsted has said of us: the last judgements in a sentence, and all of them by area over time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter

import pandas as pd

from readiness.config.models import GRADES, Framework
from readiness.dates import month, uk_date
from readiness.evidence.dataset import Dataset
from readiness.insight.inspections.judgements import (
    OfstedJudgement,
    area_judgements,
    is_ordinal,
    judgements_by,
    last_judgements,
    whose_judgements,
)
from readiness.insight.rows import text
from readiness.insight.timeline import Mark
from readiness.wording import listed, lower_first, upper_first
from readiness.workspace import Workspace

FIRST = "had their first"
TERMS = " in the terms of this framework"
VISITS = ("focused visit", "monitoring visit", "joint inspection")


@dataclass(frozen=True, slots=True)
class AreaJudged:
    """One area of the framework with every judgement that fell on it, earliest first."""

    area: str
    label: str
    judgements: tuple[OfstedJudgement, ...]


@dataclass(frozen=True, slots=True)
class OwnJudgements:
    """Our judgements by a day. `earlier` are in other terms, so they fall on no area; `visits` gave no grades."""

    as_at: date
    name: str
    areas: tuple[AreaJudged, ...]
    earlier: tuple[OfstedJudgement, ...]
    visits: tuple[Mark, ...]


def own_judgements(workspace: Workspace, as_at: date, framework_id: str) -> OwnJudgements:
    """Everything that Ofsted published about us by a day, in the terms of a framework."""
    evidence = workspace.evidence(framework_id)
    fallen = area_judgements(evidence, as_at)
    lines = {each.line for judged in fallen.values() for each in judged}
    every = judgements_by(evidence, as_at)
    return OwnJudgements(
        as_at=as_at,
        name=workspace.dataset.description.authority.name,
        areas=tuple(AreaJudged(each.id, each.label, fallen[each.id]) for each in evidence.framework.areas),
        earlier=tuple(each for each in every if each.line not in lines and not _is_overall(each)),
        visits=_visits(workspace.dataset, as_at),
    )


def _visits(dataset: Dataset, as_at: date) -> tuple[Mark, ...]:
    """The inspectorates' visits that gave no grades: not the reviews and audits of others."""
    rows = dataset.tables["inspections"].rows
    graded = set(dataset.tables["judgements"].rows["inspection"])
    held = rows[rows["kind"].isin(VISITS) & ~rows["inspection"].isin(graded)]
    held = held[held["published"] <= pd.Timestamp(as_at)].sort_values("published")
    return tuple(
        Mark(row["published"].date(), "visit", text(row["title"]), text(row["source"]))
        for row in held.to_dict("records")
    )


def _is_overall(judgement: OfstedJudgement) -> bool:
    """An overall judgement of a configured framework: listed, but no area in other terms."""
    return judgement.area == "overall" and judgement.framework is not None


def own_headline(workspace: Workspace, as_at: date, framework: Framework) -> str:
    """The last judgement on each area in one sentence, lowest first; or that there is none."""
    description = workspace.dataset.description
    evidence = workspace.evidence(framework.id)
    last = last_judgements(evidence, as_at)
    groups = _by_grade(framework, last)
    every = judgements_by(evidence, as_at)
    if not groups:
        any_yet = TERMS if every else ""
        return f"By {uk_date(as_at)} no judgement of {description.authority.name} was published{any_yet}."
    days = {day for _, day, _ in groups}
    newer = max(each.published for each in every) > max(days)
    when = f", {month(next(iter(days)))}" if len(days) == 1 else ""
    whose = f"{whose_judgements(description.kind, framework.inspectorate)}{TERMS if newer else ''}{when}"
    said = "; ".join(
        f"{grade} for {listed(names)}{'' if when else f' ({month(day)})'}" for grade, day, names in groups
    )
    if description.kind == "synthetic":
        return f"{upper_first(said)} ({lower_first(whose)})."
    return f"{whose}: {said}."


def _by_grade(
    framework: Framework, last: dict[str, OfstedJudgement | None]
) -> list[tuple[str, date, list[str]]]:
    """Areas that share grade and day, lowest grade first, then the latest."""
    found: dict[tuple[str, date], list[str]] = {}
    for area in framework.areas:
        judged = last[area.id]
        if judged and is_ordinal(judged.grade):
            label = lower_first(area.label)
            found.setdefault((judged.grade, judged.published), []).append(label)
    order = sorted(found, key=lambda key: (GRADES.index(key[0]), -key[1].toordinal()))
    return [(*key, found[key]) for key in order]


def own_finding(found: OwnJudgements) -> str:
    """Which areas went up, down or stayed at their last judgement, against the one before."""
    moved: dict[str, list[str]] = {
        "went up": [],
        "went down": [],
        "stayed the same": [],
        "had their first": [],
    }
    for area in found.areas:
        levels = [GRADES.index(each.grade) for each in lowest_of_each_report(area.judgements)]
        if levels:
            moved[_way(levels)].append(lower_first(area.label))
    said = [f"{listed(names)} {way}" for way, names in moved.items() if names]
    if not said:
        return "No area is judged in the terms of this framework"
    if len(said) == 1 and moved[FIRST]:
        return f"Judged once so far: {listed(moved[FIRST])}"
    return f"At the last judgement {'; '.join(said)}"


def own_reading(found: OwnJudgements) -> str:
    """Which areas have stood at one grade over two judgements or more, and since when; and which have none."""
    stood: dict[tuple[str, date], list[str]] = {}
    for area in found.areas:
        latest_first = reversed(lowest_of_each_report(area.judgements))
        run = next((list(same) for _, same in groupby(latest_first, attrgetter("grade"))), [])
        if len(run) > 1:
            stood.setdefault((run[0].grade, run[-1].published), []).append(lower_first(area.label))
    said = [
        f"{upper_first(grade)} at every judgement since {month(first)}: {listed(names)}."
        for (grade, first), names in stood.items()
    ]
    bare = [lower_first(each.label) for each in found.areas if not each.judgements]
    said += [f"Without a judgement that speaks for it: {listed(bare)}."] if bare else []
    return " ".join(said) or "Every area has been judged at least once."


def lowest_of_each_report(judgements: Sequence[OfstedJudgement]) -> tuple[OfstedJudgement, ...]:
    """One judgement for each day of publication, earliest first, of those of an area in `area_judgements`.

    Two judgements of one report may fall on an area (of 2013, those on children looked after and on care leavers):
    they stand side by side, and neither came after the other.
    """
    return tuple({each.published: each for each in judgements if is_ordinal(each.grade)}.values())


def _way(levels: list[int]) -> str:
    if len(levels) == 1:
        return FIRST
    return (
        "went up"
        if levels[-1] > levels[-2]
        else "went down"
        if levels[-1] < levels[-2]
        else "stayed the same"
    )
