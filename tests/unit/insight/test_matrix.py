"""Areas by strands: numbers only where enough is held, and what can't be held is named."""

from dataclasses import replace

import pytest

from readiness.config.models import STRANDS, Scoring
from readiness.insight.area import area_sentence, criterion_words
from readiness.insight.matrix import MatrixRow, criterion_matrix, held_words, missing_strands, strand_matrix
from readiness.insight.rows import row_by_row
from readiness.scoring.results import Cap
from tests.unit.charts.facts import row
from tests.unit.insight.made import area, scores

SCORING = Scoring.model_validate({})


def words(matrix_row: MatrixRow) -> list[str]:
    return [cell.words for cell in matrix_row.cells]


def test_a_cell_says_the_score_and_how_much_is_held() -> None:
    matrix = strand_matrix(scores(area("Care", 62.9)), SCORING, ("practice",))
    assert words(matrix.rows[0]) == ["62 · over half held"]
    assert matrix.rows[0].cells[0].grade == "good"


def test_an_area_with_too_little_evidence_has_no_number_in_any_cell() -> None:
    matrix = strand_matrix(scores(area("Care", 62.9, enough=False)), SCORING, STRANDS)
    assert [cell.score for cell in matrix.rows[0].cells] == [None] * len(STRANDS)


def test_a_criterion_with_too_little_evidence_has_no_number_in_any_cell() -> None:
    made = area("Care", 62.9, themes={"Plans": 50.0})
    thin = replace(made, criteria=(replace(made.criteria[0], coverage=0.2),))
    assert words(criterion_matrix(made, SCORING, ("voice",)).rows[0]) == ["50 · over half held"]
    assert words(criterion_matrix(thin, SCORING, ("voice",)).rows[0]) == ["over half held"]
    assert (
        criterion_words(thin.criteria[0], SCORING)
        == "Not enough evidence: 20% of the evidence expected is held"
    )


def test_strands_that_a_dataset_cannot_hold_are_named() -> None:
    assert "practice and voice" in missing_strands(("performance", "scrutiny", "improvement"))
    assert missing_strands(STRANDS) == ""


@pytest.mark.parametrize(
    ("coverage", "said"),
    [(1.0, "most held"), (0.75, "most held"), (0.6, "over half held"), (0.25, "some held"), (0.1, "little held"),
     (0.0, "none held")],
)  # fmt: skip
def test_coverage_in_words(coverage: float, said: str) -> None:
    assert held_words(coverage) == said


def test_an_area_says_where_it_stands_and_what_caps_it() -> None:
    cap = Cap("red line", "line", "inadequate", "Fifteen children", 39.99, True)
    capped = replace(area("Care", 39.99, grade="inadequate"), caps=(cap,))
    assert (
        area_sentence(capped, Scoring.model_validate({}))
        == "Care stands at 39, indicative inadequate, capped at inadequate."
    )
    assert "not enough evidence" in area_sentence(
        area("Care", 50.0, enough=False), Scoring.model_validate({})
    )


def test_the_items_of_one_row_are_put_together_heaviest_first() -> None:
    rows = [
        row("a", share=0.3, line=2),
        row("b", share=0.4, line=3),
        row("a", share=0.2, line=2, criterion="homes"),
    ]
    assert [(each.line, each.share) for each in row_by_row(rows)] == [(2, 0.5), (3, 0.4)]
