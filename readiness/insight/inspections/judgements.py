"""What Ofsted last said of each area, kept apart from what our evidence says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from readiness.config.models import GRADES
from readiness.dates import day_number
from readiness.insight.rows import Records, text, worded_then
from readiness.items import SOURCES
from readiness.scoring.evidence import Evidence
from readiness.wording import judgement_of


@dataclass(frozen=True, slots=True)
class OfstedJudgement:
    """One published judgement: the area as worded then, its grade, and where the row stands."""

    area: str
    """The id of the area of the framework in use that it falls on; or "overall", or free text for history only."""
    worded: str
    grade: str
    published: date
    inspection: str
    source: str
    framework: str | None
    line: int


def whose_judgements(kind: str, inspectorate: str, noun: str = "judgements") -> str:
    """How the last judgements of a kind of dataset are headed: those of a synthetic one are nobody's."""
    return judgement_of(kind, inspectorate, noun, "last")


def one_report(judgements: Sequence[OfstedJudgement | None]) -> OfstedJudgement | None:
    """A judgement of the one report that gave all of these; None where an area has none, or one of another report."""
    reports = {(each.published, each.inspection) if each else None for each in judgements}
    return judgements[0] if len(reports) == 1 else None


def last_judgements(evidence: Evidence, as_at: date) -> dict[str, OfstedJudgement | None]:
    """For each area the latest judgement by a day (the lowest, of several on one day); None if none yet."""
    fallen = evidence.judgements
    records = _records(evidence)
    latest: dict[str, OfstedJudgement | None] = {}
    for index, area in enumerate(evidence.framework.areas):
        mine = np.flatnonzero((fallen.area == index) & (fallen.published <= day_number(as_at)))
        if not len(mine):
            latest[area.id] = None
            continue
        chosen = mine[np.lexsort((fallen.grade[mine], -fallen.published[mine]))[0]]
        latest[area.id] = _judgement(records, area.id, int(fallen.row[chosen]))
    return latest


def area_judgements(evidence: Evidence, as_at: date) -> dict[str, tuple[OfstedJudgement, ...]]:
    """For each area of the framework every graded judgement that fell on it by a day, earliest first.

    Of several on one day the lowest comes last, so that the last is the one of `last_judgements`.
    """
    fallen = evidence.judgements
    records = _records(evidence)
    order = np.lexsort((-fallen.grade, fallen.published))
    order = order[fallen.published[order] <= day_number(as_at)]
    return {
        area.id: tuple(
            _judgement(records, area.id, int(fallen.row[each]))
            for each in order
            if fallen.area[each] == index
        )
        for index, area in enumerate(evidence.framework.areas)
    }


def judgements_by(evidence: Evidence, as_at: date) -> tuple[OfstedJudgement, ...]:
    """Every judgement published by a day, history included, latest first."""
    rows = evidence.dataset.tables["judgements"].rows
    records = _records(evidence)
    every = [_judgement(records, str(area), row) for row, area in zip(rows.index, rows["area"], strict=True)]
    return tuple(
        sorted(
            (each for each in every if each.published <= as_at), key=lambda each: each.published, reverse=True
        )
    )


def _judgement(records: Records, area: str, row: int) -> OfstedJudgement:
    record = records.get("judgements", row)
    inspection = records.inspections[record["inspection"]]
    return OfstedJudgement(
        area=area,
        worded=worded_then(record, inspection, records.config),
        grade=str(record["grade"]),
        published=inspection["published"].date(),
        inspection=text(inspection["title"]),
        source=text(inspection["source"]),
        framework=text(inspection["framework"]) or None,
        line=int(record["line"]),
    )


def _records(evidence: Evidence) -> Records:
    """Every row of judgements.csv at hand."""
    records = Records(evidence)
    rows = np.arange(len(evidence.dataset.tables["judgements"].rows))
    records.fetch(np.full(len(rows), SOURCES.index("judgements")), rows)
    return records


def is_ordinal(grade: str) -> bool:
    """Whether a grade stands on today's scale; `adequate` and `satisfactory` are different grades, before 2013."""
    return grade in GRADES


def standing_words(judgement: OfstedJudgement) -> str:
    """Why a judgement does or does not count today, where it needs saying; else empty."""
    if not is_ordinal(judgement.grade):
        return "A different grade, used before 2013: not on today's scale, never scored"
    if judgement.framework is None:
        return "History only: never scored"
    return "Overall judgement: shown, never scored" if judgement.area == "overall" else ""
