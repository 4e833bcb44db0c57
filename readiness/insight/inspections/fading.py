"""What will have gone stale by a later day, if all that is known today ages and nothing new comes."""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from readiness.config.models import STRANDS
from readiness.dates import NEVER, day_number
from readiness.insight.indicators.words import counted, counted_out
from readiness.items import Items
from readiness.scoring.evidence import Evidence
from readiness.scoring.means import area_mean, cells, criteria_means
from readiness.scoring.trust import cell_sums
from readiness.wording import listed, lower_first
from readiness.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Fade:
    """The coverage (0 to 1) of one criterion or area now and on the later day. `enough`: what a figure needs."""

    id: str
    title: str
    area: str
    now: float
    then: float
    enough: float

    @property
    def falls(self) -> bool:
        """Whether there is enough today and too little on the later day."""
        return self.holds_now and round(self.then, 9) < self.enough

    @property
    def holds_now(self) -> bool:
        """Whether there is enough today."""
        return round(self.now, 9) >= self.enough


@dataclass(frozen=True, slots=True)
class Ageing:
    """The rows of one kind of evidence: how many are in use, fresh today, and still fresh on the later day."""

    strand: str
    rows: int
    fresh_now: int
    fresh_then: int


@dataclass(frozen=True, slots=True)
class Fading:
    """Criteria, areas and kinds of evidence as they will stand on `day` if nothing new comes after `as_at`."""

    as_at: date
    day: date
    criteria: tuple[Fade, ...]
    areas: tuple[Fade, ...]
    strands: tuple[Ageing, ...]

    @property
    def falling(self) -> tuple[Fade, ...]:
        """The criteria with enough evidence today and too little then."""
        return tuple(each for each in self.criteria if each.falls)


def fading(workspace: Workspace, as_at: date, framework_id: str, day: date) -> Fading:
    """The coverage left on `day` (not before `as_at`) of the evidence in use on `as_at`, which only ages.

    Nothing known after `as_at` is used, and nothing that is in use ends: what would replace it is not known yet.
    """
    evidence = workspace.evidence(framework_id)
    held = _in_use(evidence.items, day_number(as_at))
    now, then = day_number(as_at), day_number(day)
    sums = cell_sums(held, len(evidence.lookup.criteria), np.unique([now, then]))
    covered = cells(sums, evidence.expected)
    enough = workspace.config.scoring.confidence.low
    criteria = criteria_means(covered, evidence.expected).coverage
    areas = [
        area_mean(covered, evidence.expected, evidence.criteria_of(area)) for area in evidence.scored_areas
    ]
    return Fading(
        as_at=as_at,
        day=day,
        criteria=_criteria(evidence, criteria, enough),
        areas=tuple(
            _area(evidence, position, mean.coverage, enough)
            for position, mean in zip(evidence.scored_areas, areas, strict=True)
        ),
        strands=tuple(_ageing(held, index, (now, then)) for index in np.unique(held.strand)),
    )


def _in_use(items: Items, day: int) -> Items:
    """The items active on a day, without an end."""
    active = items.active(day)
    kept = {name: getattr(items, name)[active] for name in Items.__slots__}
    return replace(Items(**kept), until=np.full(int(active.sum()), NEVER, dtype=np.int64))


def _criteria(evidence: Evidence, coverage: np.ndarray, enough: float) -> tuple[Fade, ...]:
    """Every criterion that expects evidence: those that fall first, then by how much they lose."""
    found = [
        Fade(
            id=criterion.id,
            title=criterion.title,
            area=evidence.framework.areas[evidence.lookup.area_of[index]].label,
            now=float(coverage[index, 0]),
            then=float(coverage[index, -1]),
            enough=enough,
        )
        for index, criterion in enumerate(evidence.lookup.criteria)
        if evidence.expected.weight[index] > 0
    ]
    return tuple(sorted(found, key=lambda each: (not each.falls, each.then - each.now, each.title)))


def _area(evidence: Evidence, position: int, coverage: np.ndarray, enough: float) -> Fade:
    area = evidence.framework.areas[position]
    return Fade(area.id, area.label, "", float(coverage[0]), float(coverage[-1]), enough)


def _ageing(held: Items, strand: int, days: tuple[int, int]) -> Ageing:
    """A row that stands on several criteria counts once."""
    mine = held.strand == strand
    fresh = [_rows(held, mine & (day - held.known <= held.fresh)) for day in days]
    return Ageing(STRANDS[strand], _rows(held, mine), *fresh)


def _rows(held: Items, chosen: np.ndarray) -> int:
    return len(np.unique(np.stack([held.table[chosen], held.row[chosen]]), axis=1).T)


def fading_words(found: Fading) -> str:
    """What is left on the later day, in a sentence or two."""
    holding = sum(each.holds_now for each in found.criteria)
    if not holding:
        return "No theme has evidence enough today, so none can lose it."
    themes = counted(len(found.criteria), "theme")
    which = (
        f"Of {themes}, {counted_out(holding)}" if holding < len(found.criteria) else f"Every one of {themes}"
    )
    has = "have" if 1 < holding < len(found.criteria) else "has"
    today = f"{which} {has} evidence enough today"
    if not found.falling:
        return f"{today}, and if nothing new comes {_all(holding)} still will."
    left = len(found.falling)
    lost = [lower_first(each.title) for each in found.areas if each.falls]
    areas = f" Whole areas without a figure then: {listed(lost)}." if lost else ""
    return f"{today}; if nothing new comes, {counted_out(left)} of them will have too little.{areas}"


def _all(number: int) -> str:
    return "it" if number == 1 else "all of them"


def ageing_words(found: Fading) -> str:
    """How many rows that are fresh today will be past it, by kind of evidence."""
    said = [
        f"{each.strand} {each.fresh_now - each.fresh_then} of {each.fresh_now}"
        for each in found.strands
        if each.fresh_now > each.fresh_then
    ]
    fresh = sum(each.fresh_now for each in found.strands)
    if not fresh:
        return "No row in use is fresh today."
    return (
        f"Rows fresh today that will be past it: {', '.join(said)}."
        if said
        else "Every row fresh today still will be."
    )
