"""Triangulation: criterion by kind of evidence, what each holds, what it says and how fresh it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from readiness.config.models import STRANDS, Scoring
from readiness.dates import day_number, from_day_number
from readiness.insight.area import criterion_enough
from readiness.insight.indicators.words import counted, counted_out
from readiness.insight.matrix import held_words, missing_strands
from readiness.insight.self_evaluation.agreement import places_begin
from readiness.scoring.evidence import Evidence
from readiness.scoring.grades import grade_of, holds_enough
from readiness.scoring.results import AreaScore, CellScore, CriterionScore, StrandScore
from readiness.scoring.score import disagreement
from readiness.wording import listed_names, whole_score
from readiness.workspace import Workspace

CANT_HOLD, NOT_EXPECTED, NONE_HELD = "can't be held", "not expected", "none held"
MOST_NAMED = 3
RULE = (
    "A cell says what one kind of evidence indicates for one criterion (0 to 100, where it holds enough), how much of "
    "what is expected is held, in how many rows, how many of them are fresh (they still count in full), and the month "
    "of the newest."
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One kind of evidence on one criterion. `score` (whole) and `grade` are None where too little is held.

    `fresh` is how many of the rows still count in full; `newest` is None without a row.
    """

    strand: str
    held: str
    rows: int
    score: int | None
    grade: str | None
    newest: date | None
    fresh: int

    @property
    def says(self) -> str:
        """What it holds, in words: `most held: six rows, two fresh, newest Oct 2026`."""
        if self.newest is None:
            return self.held
        if self.rows == 1:
            return f"{self.held}: one row, {self.newest:%b %Y}, {'fresh' if self.fresh else 'fading'}"
        fresh = (
            "all fresh"
            if self.fresh == self.rows
            else f"{counted_out(self.fresh) if self.fresh else 'none'} fresh"
        )
        return f"{self.held}: {counted(self.rows, 'row')}, {fresh}, newest {self.newest:%b %Y}"


@dataclass(frozen=True, slots=True)
class Row:
    """One criterion over the five kinds. `kinds` are those that hold something; `apart` the two that disagree most."""

    id: str
    title: str
    cells: tuple[Cell, ...]
    kinds: tuple[str, ...]
    apart: tuple[str, str] | None

    @property
    def rests(self) -> str:
        """On how many kinds it rests, and whether they disagree."""
        if not self.kinds:
            return "Nothing held"
        only = (
            f"Only {self.kinds[0]}"
            if len(self.kinds) == 1
            else f"{counted(len(self.kinds), 'kind').capitalize()}"
        )
        return (
            f"{only}; evidence disagrees: {self.apart[0]} higher than {self.apart[1]}" if self.apart else only
        )


@dataclass(frozen=True, slots=True)
class Triangulation:
    """The criteria of one area. `missing` names the kinds that the dataset can't hold, empty where it can hold all."""

    area: str
    rows: tuple[Row, ...]
    sentence: str
    missing: str


def triangulation(workspace: Workspace, as_at: date, framework_id: str, area_id: str) -> Triangulation:
    """What each kind of evidence holds and says of each criterion of an area on a day."""
    evidence = workspace.evidence(framework_id)
    area = workspace.score(as_at, framework_id).area(area_id)
    can_hold = workspace.dataset.description.strands
    ages = _ages(evidence, day_number(as_at))
    rows = tuple(_row(each, ages, can_hold, workspace.config.scoring) for each in area.criteria)
    return Triangulation(area_id, rows, triangulation_words(area, rows), missing_strands(can_hold))


Ages = dict[tuple[str, str], tuple[date, int]]
"""By criterion and strand: when the newest row in use was known, and how many rows still count in full."""


def _ages(evidence: Evidence, day: int) -> Ages:
    items, found = evidence.items, {}
    trust, active = items.trust(day), items.active(day)
    ids = [each.id for each in evidence.lookup.criteria]
    place = items.criterion * len(STRANDS) + items.strand
    for each in np.unique(place[active]):
        mine = active & (place == each)
        fresh = int((trust[mine] >= items.weight[mine]).sum())
        criterion, strand = divmod(int(each), len(STRANDS))
        found[ids[criterion], STRANDS[strand]] = from_day_number(items.known[mine].max()), fresh
    return found


def _row(each: CriterionScore, ages: Ages, can_hold: Sequence[str], scoring: Scoring) -> Row:
    enough = criterion_enough(each, scoring)
    cells = tuple(
        _cell(each, each.cells[name], ages, can_hold, scoring if enough else None) for name in STRANDS
    )
    strands = {
        name: StrandScore(name, cell.expected, cell.score, cell.coverage) for name, cell in each.cells.items()
    }
    return Row(
        id=each.id,
        title=each.title,
        cells=cells,
        kinds=tuple(name for name in STRANDS if each.cells[name].coverage > 0),
        apart=disagreement(scoring, strands) if enough else None,
    )


def _cell(
    each: CriterionScore, cell: CellScore, ages: Ages, can_hold: Sequence[str], scoring: Scoring | None
) -> Cell:
    """`scoring` is None where the criterion as a whole has too little evidence for any number of it to be shown."""
    if not cell.expected:
        held = NOT_EXPECTED if cell.strand in can_hold else CANT_HOLD
        return Cell(cell.strand, held, 0, None, None, None, 0)
    if not cell.items or cell.score is None:
        return Cell(cell.strand, NONE_HELD, 0, None, None, None, 0)
    newest, fresh = ages[each.id, cell.strand]
    shown = scoring is not None and holds_enough(scoring, cell.coverage)
    return Cell(
        strand=cell.strand,
        held=held_words(cell.coverage),
        rows=cell.items,
        score=whole_score(cell.score) if shown else None,
        grade=grade_of(scoring, cell.score) if scoring and shown else None,
        newest=newest,
        fresh=fresh,
    )


def triangulation_words(area: AreaScore, rows: Sequence[Row]) -> str:
    """On how many kinds of evidence the criteria of an area rest, and where they disagree."""
    if not rows:
        return f"{area.short} has no criterion that expects evidence."
    none = [each for each in rows if not each.kinds]
    one = [each for each in rows if len(each.kinds) == 1]
    apart = [each for each in rows if each.apart]
    parts = [
        _part(none, "without any evidence", "without any evidence"),
        _part(one, "rests on one kind of evidence", "rest on one kind of evidence"),
        _part(apart, "has kinds of evidence that disagree", "have kinds of evidence that disagree"),
    ]
    said = [part for part in parts if part]
    if said:
        return f"{'. '.join(said)}."
    fewest = min(len(each.kinds) for each in rows)
    every = (
        "The one criterion rests" if len(rows) == 1 else f"Each of {counted_out(len(rows))} criteria rests"
    )
    at_least = "" if all(len(each.kinds) == fewest for each in rows) else "at least "
    return f"{every} on {at_least}{counted(fewest, 'kind')} of evidence, and none has kinds that disagree."


def _part(found: Sequence[Row], singular: str, plural: str) -> str:
    if not found:
        return ""
    verb = singular if len(found) == 1 else plural
    lead = places_begin(len(found), "criterion")
    named = f": {listed_names([each.title for each in found])}" if len(found) <= MOST_NAMED else ""
    are = ("is " if len(found) == 1 else "are ") if verb.startswith("without") else ""
    return f"{lead} {are}{verb}{named}"
