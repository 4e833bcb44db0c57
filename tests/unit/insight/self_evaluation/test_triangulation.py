"""Triangulation: what each kind of evidence holds of a criterion, and in which words it is missing."""

from datetime import date
from pathlib import Path

from readiness.insight.self_evaluation.triangulation import Row, Triangulation, triangulation
from readiness.workspace import Workspace
from tests.pages.shipped import shipped
from tests.unit.insight.grip_made import made
from tests.unit.insight.self_evaluation_made import DAY, FRAMEWORK, judged

AREA = "help-and-protection"


def asked(workspace: Workspace, day: date = DAY, area: str = AREA) -> Triangulation:
    return triangulation(workspace, day, FRAMEWORK, area)


def row(found: Triangulation, name: str) -> Row:
    return next(each for each in found.rows if each.id == name)


def test_an_empty_dataset_holds_nothing_and_says_so(tmp_path: Path) -> None:
    found = asked(made(tmp_path))
    assert found.sentence == f"{len(found.rows)} criteria are without any evidence."
    assert {each.says for each in row(found, "early-help").cells} == {"none held", "not expected"}
    assert row(found, "early-help").rests == "Nothing held"


def test_one_judgement_is_one_row_of_one_kind(tmp_path: Path) -> None:
    found = row(asked(made(tmp_path, **judged("good"))), "early-help")
    scrutiny = next(each for each in found.cells if each.strand == "scrutiny")
    assert (found.rests, scrutiny.says) == ("Only scrutiny", "most held: one row, Sep 2026, fresh")
    assert (scrutiny.score, scrutiny.grade) == (70, "good")


def test_a_row_past_its_fresh_days_is_fading(tmp_path: Path) -> None:
    found = row(asked(made(tmp_path, **judged("good", published="2024-01-01"))), "early-help")
    scrutiny = next(each for each in found.cells if each.strand == "scrutiny")
    assert scrutiny.says.endswith("one row, Jan 2024, fading")


def test_kinds_that_a_dataset_cannot_hold_are_named() -> None:
    found = asked(shipped("wokingham"), date(2026, 4, 30))
    assert found.missing.startswith("This dataset can't hold evidence of practice and voice")
    held = {each.strand: each.says for each in found.rows[0].cells}
    assert held["practice"] == held["voice"] == "can't be held"


def test_a_criterion_with_too_little_evidence_has_no_number_in_any_cell() -> None:
    found = asked(shipped("wokingham"), date(2026, 4, 30), "impact-of-leaders")
    scores = shipped("wokingham").score(date(2026, 4, 30), FRAMEWORK).area("impact-of-leaders")
    for each, criterion in zip(found.rows, scores.criteria, strict=True):
        if criterion.coverage < 0.25:
            assert [cell.score for cell in each.cells] == [None] * 5


def test_every_row_of_evidence_is_counted_once() -> None:
    found = asked(shipped("northmere"))
    scores = shipped("northmere").score(DAY, FRAMEWORK).area(AREA)
    for each, criterion in zip(found.rows, scores.criteria, strict=True):
        expected = sum(cell.items for cell in criterion.cells.values() if cell.expected)
        assert sum(cell.rows for cell in each.cells) == expected
        assert all(0 <= cell.fresh <= cell.rows for cell in each.cells)


def test_disagreement_is_said_with_which_kind_is_higher() -> None:
    found = asked(shipped("northmere"), area="impact-of-leaders")
    apart = [each for each in found.rows if each.apart]
    assert found.sentence.startswith("Seven criteria have kinds of evidence that disagree")
    assert len(apart) == 7
    assert "evidence disagrees: performance higher than scrutiny" in row(found, "supervision").rests
