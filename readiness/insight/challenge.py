"""Challenge: the grade that people confirmed for an area, beside the indicative one, and what Ofsted said later."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from readiness.config.models import GRADES, Area, Framework
from readiness.dates import uk_date
from readiness.insight.indicators.words import counted
from readiness.insight.inspections.judgements import OfstedJudgement, area_judgements, is_ordinal
from readiness.insight.rows import Record, text
from readiness.wording import lower_first
from readiness.workspace import Workspace

NOT_ENOUGH = "not enough evidence"


@dataclass(frozen=True, slots=True)
class Confirmed:
    """One row of confirmations.csv on an area.

    `indicative` is as the row recorded it; `method` is what the method gives for that day with the rules and files of
    today, None where it has not enough evidence. `later` is the next judgement on the area after the day, if known.
    """

    day: date
    indicative: str
    confirmed: str
    method: str | None
    by: str
    reason: str
    dissent: str
    later: OfstedJudgement | None
    line: int

    @property
    def overridden(self) -> bool:
        """Whether people confirmed another grade than the indicative one recorded."""
        return self.confirmed != self.indicative

    @property
    def recorded_otherwise(self) -> bool:
        """Whether the row recorded another indicative grade than the method gives for that day."""
        return self.indicative != self.method


@dataclass(frozen=True, slots=True)
class Challenge:
    """All confirmations of an area by a day, latest first. `now` is its indicative grade on the day, None: too little.

    `sentence` says the latest of them; `record` how confirmed grades compared with later judgements, empty where none
    came.
    """

    as_at: date
    now: str | None
    every: tuple[Confirmed, ...]
    sentence: str
    record: str


@dataclass(frozen=True, slots=True)
class AreaConfirmed:
    """What people confirmed last of one area by a day, beside its indicative grade; `latest` None: nobody did."""

    area: str
    label: str
    now: str | None
    latest: Confirmed | None
    sentence: str


def challenge(workspace: Workspace, as_at: date, framework_id: str, area_id: str) -> Challenge:
    """Who confirmed an area's grade by a day, and how that lies to the method then, now, and to Ofsted since.

    Rows may name the area by its id in this framework, or in one that it continues. Of several rows of one day the
    last in the file comes first.
    """
    framework = workspace.config.frameworks[framework_id]
    rows = workspace.dataset.tables["confirmations"].rows
    mine = rows["area"].astype(str).isin(ids_of_area(framework, area_id))
    held = rows[mine & (rows["date"] <= pd.Timestamp(as_at))].sort_values(["date", "line"], ascending=False)
    judged = area_judgements(workspace.evidence(framework_id), as_at)[area_id]
    every = tuple(_confirmed(workspace, framework, area_id, row, judged) for row in held.to_dict("records"))
    now = workspace.score(as_at, framework_id).area(area_id).grade
    return Challenge(as_at, now, every, _sentence(every, as_at, now), _record(every))


def confirmations_on(workspace: Workspace, as_at: date, framework_id: str) -> tuple[AreaConfirmed, ...]:
    """The latest confirmation of every area by a day, in the framework's order, areas without one included."""
    found = (
        (area, challenge(workspace, as_at, framework_id, area.id))
        for area in _scored(workspace, framework_id)
    )
    return tuple(
        AreaConfirmed(area.id, area.label, each.now, each.every[0] if each.every else None, each.sentence)
        for area, each in found
    )


def _scored(workspace: Workspace, framework_id: str) -> list[Area]:
    """The areas of a framework that can be scored: those with criteria."""
    return [area for area in workspace.config.frameworks[framework_id].areas if area.criteria]


def ids_of_area(framework: Framework, area_id: str) -> set[str]:
    """The ids that stand for an area: its own, and those it continues that mean no other area of its framework."""
    area = next(each for each in framework.areas if each.id == area_id)
    older = {reference.partition("/")[2] for reference in area.continues}
    return {area_id, *(older - {each.id for each in framework.areas})}


def _confirmed(
    workspace: Workspace,
    framework: Framework,
    area_id: str,
    row: Record,
    judged: tuple[OfstedJudgement, ...],
) -> Confirmed:
    day = row["date"].date()
    later = (each for each in judged if each.published > day and is_ordinal(each.grade))
    return Confirmed(
        day=day,
        indicative=str(row["indicative"]),
        confirmed=str(row["confirmed"]),
        method=_method(workspace, framework, area_id, str(row["area"]), day),
        by=text(row["by"]),
        reason=text(row["reason"]),
        dissent=text(row["dissent"]),
        later=next(later, None),
        line=int(row["line"]),
    )


def _method(workspace: Workspace, framework: Framework, area_id: str, named: str, day: date) -> str | None:
    """The indicative grade of a day, by the framework that its page would have shown; else by the one in use."""
    then = workspace.framework(day)
    if _area(then, named):
        return workspace.score(day, then.id).area(named).grade
    return workspace.score(day, framework.id).area(area_id).grade


def _area(framework: Framework, area_id: str) -> Area | None:
    return next((each for each in framework.areas if each.id == area_id), None)


def _sentence(every: tuple[Confirmed, ...], as_at: date, now: str | None) -> str:
    """The latest confirmation in one sentence, and whether the indicative grade has moved since."""
    if not every:
        return f"Nobody has confirmed or overridden this area's indicative grade by {uk_date(as_at)}."
    latest = every[0]
    by = latest.by if latest.by[1:2].isupper() else lower_first(latest.by)
    said = (
        f"confirmed {latest.confirmed}, where the indicative grade was {latest.indicative}"
        if latest.overridden
        else f"confirmed the indicative grade, {latest.confirmed}"
    )
    days = (as_at - latest.day).days
    ago = f", {counted(days, 'day')} ago" if days else ""
    return f"The {by} {said}, on {uk_date(latest.day)}{ago}.{_moved(latest, now)}"


def _moved(latest: Confirmed, now: str | None) -> str:
    """How the indicative grade of today lies to what was confirmed."""
    if now is None:
        return " There is not enough evidence for an indicative grade now."
    if now == latest.confirmed:
        return f" The indicative grade is {f'now {now} too' if latest.overridden else f'still {now}'}."
    return f" The indicative grade is {now} now, {_than(now, latest.confirmed)} than what was confirmed."


def _than(one: str, other: str) -> str:
    return "higher" if GRADES.index(one) > GRADES.index(other) else "lower"


def recorded_words(confirmed: Confirmed) -> str:
    """That the recorded indicative grade is not what the method gives for that day; empty where it is."""
    if not confirmed.recorded_otherwise:
        return ""
    return (
        f"The row of {uk_date(confirmed.day)} records the indicative grade as {confirmed.indicative}; for that day the "
        f"method now gives {confirmed.method or NOT_ENOUGH}. The rules or the files have changed since, or the row "
        "was filled in otherwise."
    )


def later_words(confirmed: Confirmed) -> str:
    """What was judged next, beside what was confirmed and what was indicated."""
    judged = confirmed.later
    if judged is None:
        return "No judgement since"
    return (
        f"{judged.grade.capitalize()}, {uk_date(judged.published)}; the grade confirmed was "
        f"{_beside(confirmed.confirmed, judged)}, the indicative one {_beside(confirmed.indicative, judged)}"
    )


def _beside(grade: str, judged: OfstedJudgement) -> str:
    return "the same" if grade == judged.grade else _than(grade, judged.grade)


def _record(every: tuple[Confirmed, ...]) -> str:
    """How often the confirmed and the indicative grade were the one given next; one sentence for all judgements."""
    # Of several confirmations before one judgement only the last was what people held when it came.
    last: dict[int, Confirmed] = {}
    for each in every:
        if each.later:
            last.setdefault(each.later.line, each)
    if not last:
        return ""
    number = len(last)
    confirmed = sum(each.confirmed == each.later.grade for each in last.values() if each.later)
    indicative = sum(each.indicative == each.later.grade for each in last.values() if each.later)
    if number == 1:
        (each,) = last.values()
        return f"One judgement has come since: {lower_first(later_words(each))}."
    return (
        f"Of {number} judgements that came after a confirmation, the grade confirmed last before it was the same in "
        f"{confirmed}, the indicative grade recorded with it in {indicative}."
    )
