"""Scores made by hand, for sentences about them."""

from datetime import date

from readiness.config.models import STRANDS
from readiness.scoring.results import (
    AreaScore,
    CellScore,
    CriterionScore,
    LineState,
    RedLineState,
    Scores,
    StrandScore,
)


def area(name: str, score: float | None, *, enough: bool = True, grade: str = "good", themes: dict | None = None,
         lines: tuple = ()) -> AreaScore:  # fmt: skip
    """An area called `name` with a score; `themes` maps titles to scores of its criteria."""
    strands: dict[str, StrandScore] = {
        strand: StrandScore(strand, True, score, 0.5 if enough else 0.1) for strand in STRANDS
    }
    return AreaScore(
        id=name.lower().replace(" ", "-"),
        title=name,
        short=name,
        score=score,
        uncapped=score,
        grade=grade if enough and score is not None else None,
        coverage=0.5 if enough else 0.1,
        confidence="medium" if enough else "none",
        low=0.0,
        high=100.0,
        disagrees=False,
        disagreement=None,
        caps=(),
        red_lines=lines,
        strands=strands,
        criteria=tuple(criterion(title, value) for title, value in (themes or {}).items()),
    )


def criterion(title: str, score: float | None) -> CriterionScore:
    cells: dict[str, CellScore] = {
        strand: CellScore(strand, True, score, 0.5, 1, 1.0, 2.0) for strand in STRANDS
    }
    return CriterionScore(title.lower(), title, "Good.", 1.0, score, 0.0 if score is None else 0.5, cells)


def line(
    title: str, state: LineState, figure: float | None = None, indicator: str = "unallocated"
) -> RedLineState:
    seen = None if figure is None else date(2020, 1, 31)
    return RedLineState(title.lower(), title, "care", indicator, state, 0.0, True, figure, seen, seen, 2)


def scores(*areas: AreaScore, as_at: date = date(2020, 2, 29)) -> Scores:
    return Scores(as_at, "new", "made", areas, None)
