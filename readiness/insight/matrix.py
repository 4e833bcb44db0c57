"""Areas by strands of evidence: what each kind of evidence says of each area, and how much of it is held."""

from collections.abc import Sequence
from dataclasses import dataclass

from readiness.config.models import STRANDS, Scoring
from readiness.scoring.grades import grade_of, holds_enough
from readiness.scoring.results import AreaScore, CriterionScore, Scores, StrandScore
from readiness.wording import listed, whole_score

NOT_EXPECTED = "not expected"
WHOLE = "as a whole"
MOST_HELD = "most held"


@dataclass(frozen=True, slots=True)
class StrandCell:
    """One strand of one area. `score` is None where too little is held to show a number."""

    strand: str
    score: int | None
    grade: str | None
    held: str

    @property
    def words(self) -> str:
        """The cell in a few words: `62 · most held`."""
        return self.held if self.score is None else f"{self.score} · {self.held}"


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One area (or criterion), what it says as a whole, and its cells in the order of the strands shown."""

    id: str
    name: str
    whole: StrandCell
    cells: tuple[StrandCell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows by the strands that the dataset can hold; `missing` names those that it can't, in a sentence."""

    strands: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    missing: str


def strand_matrix(scores: Scores, scoring: Scoring, held: Sequence[str]) -> Matrix:
    """What each strand says of each area. `held` are the strands that the dataset can hold."""
    strands = tuple(strand for strand in STRANDS if strand in held)
    rows = tuple(
        MatrixRow(area.id, area.short, _whole(area, scoring), _area_cells(area, strands, scoring))
        for area in scores.areas
    )
    return Matrix(strands, rows, missing_strands(held))


def criterion_matrix(area: AreaScore, scoring: Scoring, held: Sequence[str]) -> Matrix:
    """What each strand says of each criterion of an area."""
    strands = tuple(strand for strand in STRANDS if strand in held)
    rows = tuple(
        MatrixRow(each.id, each.title, _whole(each, scoring), _criterion_cells(each, strands, scoring))
        for each in area.criteria
    )
    return Matrix(strands, rows, missing_strands(held))


def missing_strands(held: Sequence[str]) -> str:
    """Which strands a dataset can't hold, said plainly; empty where it can hold them all."""
    missing = [strand for strand in STRANDS if strand not in held]
    if not missing:
        return ""
    return f"This dataset can't hold evidence of {listed(missing)}: none is expected, and nothing is known from it."


def held_words(coverage: float) -> str:
    """How much of the expected evidence is held, in words."""
    if coverage <= 0:
        return "none held"
    for edge, words in ((0.75, MOST_HELD), (0.5, "over half held"), (0.25, "some held")):
        if round(coverage, 9) >= edge:
            return words
    return "little held"


def _whole(each: AreaScore | CriterionScore, scoring: Scoring) -> StrandCell:
    """All kinds of evidence together, shown by the same rule as one of them."""
    return _cell(StrandScore(WHOLE, True, each.score, each.coverage), scoring, True)


def _area_cells(area: AreaScore, strands: Sequence[str], scoring: Scoring) -> tuple[StrandCell, ...]:
    return tuple(_cell(area.strands[strand], scoring, area.enough) for strand in strands)


def _criterion_cells(
    each: CriterionScore, strands: Sequence[str], scoring: Scoring
) -> tuple[StrandCell, ...]:
    parts = [each.cells[strand] for strand in strands]
    enough = holds_enough(scoring, each.coverage)
    return tuple(
        _cell(StrandScore(part.strand, part.expected, part.score, part.coverage), scoring, enough)
        for part in parts
    )


def _cell(part: StrandScore, scoring: Scoring, enough: bool) -> StrandCell:
    """`enough`: whether the whole row has enough evidence for any number of it to be shown."""
    if not part.expected:
        return StrandCell(part.strand, None, None, NOT_EXPECTED)
    held = held_words(part.coverage)
    if not enough or part.score is None or not holds_enough(scoring, part.coverage):
        return StrandCell(part.strand, None, None, held)
    return StrandCell(part.strand, whole_score(part.score), grade_of(scoring, part.score), held)
