"""Questions about the evidence itself: weak, contradictory, of one kind only, old, or none at all.

What is missing is never called weak: a weak theme has evidence enough for a number, and the number is low.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

import numpy as np

from readiness.config.models import STRANDS, EnquiryRule
from readiness.dates import day_number, from_day_number, month, uk_date
from readiness.insight.area import criterion_enough, criterion_words
from readiness.insight.enquiry.ground import Ground, Raised, RowAt
from readiness.items import SOURCES
from readiness.scoring.results import CellScore, CriterionScore
from readiness.wording import listed, plain_number, upper_first, whole_score

STATUS = "improvement"
"""How actions stand: a status is not an impact, so it contradicts nothing and makes nothing fresh."""


def weak(ground: Ground, rule: EnquiryRule) -> Iterator[Raised]:
    """Criteria with evidence enough for a number that lies below the rule's, the lowest first."""
    scoring, below = ground.config.scoring, rule.number("below")
    low = [
        each
        for _, each in ground.criteria.values()
        if criterion_enough(each, scoring) and round(each.score or 0.0, 9) < below
    ]
    for each in sorted(low, key=lambda each: each.score or 0.0):
        why = f"It stands at {criterion_words(each, scoring).replace(' · ', ' of 100; ')}"
        held = [cell for cell in _spoken(each) if _holds(cell, scoring.confidence.low)]
        lowest = min(held, key=lambda cell: cell.score or 0.0, default=None)
        if lowest and len(held) > 1:
            why += f", and {lowest.strand} is lowest at {whole_score(lowest.score or 0.0)}"
        why += f". A question is asked below {plain_number(below)}."
        yield _raised(ground, each, why, lowest=lowest.strand if lowest else "")


def contradictory(ground: Ground, rule: EnquiryRule) -> Iterator[Raised]:
    """Criteria of which two kinds of evidence say different things, those furthest apart first."""
    found = []
    for _, each in ground.criteria.values():
        held = [cell for cell in _spoken(each) if _holds(cell, rule.number("coverage"))]
        if len(held) > 1 and criterion_enough(each, ground.config.scoring):
            high = max(held, key=lambda cell: cell.score or 0.0)
            low = min(held, key=lambda cell: cell.score or 0.0)
            apart = (high.score or 0.0) - (low.score or 0.0)
            if round(apart, 9) > rule.number("points"):
                found.append((apart, each, high, low))
    for _, each, high, low in sorted(found, key=lambda one: -one[0]):
        top, bottom = whole_score(high.score or 0.0), whole_score(low.score or 0.0)
        why = f"Of 100 points {high.strand} says {top}, {low.strand} {bottom}: {top - bottom} apart."
        yield _raised(ground, each, why, {"high": high.strand, "low": low.strand}, lowest=low.strand)


def single_source(ground: Ground, rule: EnquiryRule) -> Iterator[Raised]:
    """Criteria that expect several kinds of evidence and hold one, from a coverage at which a kind can be shown."""
    enough = ground.config.scoring.confidence.low
    for _, each in ground.criteria.values():
        expected = [cell.strand for cell in each.cells.values() if cell.expected]
        held = [cell.strand for cell in each.cells.values() if _holds(cell, enough)]
        if len(held) == 1 and len(expected) > 1:
            others = listed([name for name in expected if name not in held])
            why = f"It rests on {held[0]}; of {others} it holds too little to count, though that is expected."
            yield _raised(ground, each, why, {"source": held[0]})


def stale(ground: Ground, rule: EnquiryRule) -> Iterator[Raised]:
    """Criteria of which nothing became known for longer than the rule's days, the oldest first."""
    days = rule.number("days")
    old = [
        (known, row, name)
        for name, (known, row) in newest(ground).items()
        if (ground.as_at - known).days > days
    ]
    for known, row, name in sorted(old, key=lambda one: one[0]):
        ago = f"{(ground.as_at - known).days:,} days before {uk_date(ground.as_at)}"
        why = f"The newest evidence of it became known on {uk_date(known)}, {ago}."
        yield _raised(ground, ground.criteria[name][1], why, {"newest": month(known)}, rows=(row,))


def no_evidence(ground: Ground, rule: EnquiryRule) -> Iterator[Raised]:
    """Criteria on which no row of any kind is in use."""
    for _, each in ground.criteria.values():
        if not any(cell.items for cell in each.cells.values()):
            yield _raised(ground, each, f"No row speaks of it on {uk_date(ground.as_at)}.")


def newest(ground: Ground) -> Mapping[str, tuple[date, RowAt]]:
    """Of each criterion the row in use that became known last, statuses of actions aside; none where there is none."""
    evidence = ground.workspace.evidence(ground.framework.id)
    items = evidence.items
    wanted = np.flatnonzero(items.active(day_number(ground.as_at)) & (items.strand != STRANDS.index(STATUS)))
    wanted = wanted[np.argsort(items.known[wanted], kind="stable")]
    last = {int(items.criterion[each]): int(each) for each in wanted}
    return {
        evidence.lookup.criteria[criterion].id: (from_day_number(items.known[each]), row_of(ground, each))
        for criterion, each in last.items()
        if evidence.lookup.criteria[criterion].id in ground.criteria
    }


def row_of(ground: Ground, item: int) -> RowAt:
    """Where the row of an evidence item stands."""
    items = ground.workspace.evidence(ground.framework.id).items
    table = SOURCES[items.table[item]]
    rows = ground.workspace.dataset.tables[table].rows
    return RowAt(f"{table}.csv", int(rows["line"].iat[int(items.row[item])]))


def _spoken(each: CriterionScore) -> list[CellScore]:
    """The kinds of evidence that say what it is like, with a score."""
    return [
        cell
        for cell in each.cells.values()
        if cell.strand != STATUS and cell.score is not None and cell.expected
    ]


def _holds(cell: CellScore, coverage: float) -> bool:
    return cell.expected and cell.score is not None and round(cell.coverage, 9) >= coverage


def _raised(
    ground: Ground,
    each: CriterionScore,
    why: str,
    names: Mapping[str, str] | None = None,
    *,
    rows: tuple[RowAt, ...] = (),
    lowest: str = "",
) -> Raised:
    area = ground.areas[each.id]
    return Raised(
        area=area,
        criterion=each.id,
        subject=each.title,
        why=upper_first(why),
        rows=rows or _lowest_row(ground, each.id, lowest),
        names=MappingProxyType(dict(names or {})),
        parameters=MappingProxyType({"area": area, "criterion": each.id}),
    )


def _lowest_row(ground: Ground, criterion: str, strand: str) -> tuple[RowAt, ...]:
    """The row that pulls a kind of evidence down most on a criterion: the fewest points, then the most trust."""
    if not strand:
        return ()
    evidence = ground.workspace.evidence(ground.framework.id)
    items, day = evidence.items, day_number(ground.as_at)
    position = [each.id for each in evidence.lookup.criteria].index(criterion)
    mine = np.flatnonzero(
        items.active(day) & (items.criterion == position) & (items.strand == STRANDS.index(strand))
    )
    order = np.lexsort((-items.trust(day)[mine], items.points[mine]))
    return (row_of(ground, int(mine[order[0]])),)
