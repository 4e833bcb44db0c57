"""The worked example of the method: five rows of evidence, every figure of which was worked out by hand."""

from datetime import date

import pytest

from readiness.config.models import Scoring
from readiness.insight.rows import EvidenceRow
from readiness.method.blocks import markdown
from readiness.method.worked_example import AS_AT, WorkedExample, worked_example, worked_example_section
from readiness.scoring.results import CellScore


@pytest.fixture(scope="module")
def example() -> WorkedExample:
    return worked_example()


def exactly(value: float) -> object:
    return pytest.approx(value, abs=1e-9, rel=0)


def rows_of(example: WorkedExample, strand: str) -> list[EvidenceRow]:
    return sorted((row for row in example.rows if row.strand == strand), key=lambda row: row.known)


def cell(example: WorkedExample, strand: str) -> CellScore:
    [criterion] = example.area.criteria
    return criterion.cells[strand]


def test_the_indicator_lies_halfway_between_two_values_of_its_scale(example: WorkedExample) -> None:
    [row] = rows_of(example, "performance")
    assert (row.points, row.trust) == (exactly(55), exactly(1))
    assert row.known == date(2025, 2, 28)


def test_the_older_audit_has_faded_to_a_quarter_and_the_moderated_one_counts_in_full(
    example: WorkedExample,
) -> None:
    older, newer = rows_of(example, "practice")
    assert (older.points, older.weight, older.trust) == (50, 0.5, exactly(0.25))
    assert (newer.points, newer.weight, newer.trust) == (70, 1, exactly(1))


def test_the_action_is_overdue_whatever_its_last_update_says(example: WorkedExample) -> None:
    [row] = rows_of(example, "improvement")
    assert (row.points, row.trust, row.known) == (15, 1, date(2025, 3, 1))
    assert (row.file, row.line) == ("actions.csv", 2)


def test_each_strand_has_the_score_coverage_and_weight_worked_out_by_hand(example: WorkedExample) -> None:
    assert (cell(example, "performance").score, cell(example, "performance").coverage) == (
        exactly(55),
        exactly(1),
    )
    assert (cell(example, "practice").score, cell(example, "practice").coverage) == (
        exactly(66),
        exactly(1.25 / 6),
    )
    assert (cell(example, "improvement").score, cell(example, "improvement").coverage) == (
        exactly(15),
        exactly(0.5),
    )
    assert example.weights == {
        "performance": exactly(0.30),
        "practice": exactly(0.0625),
        "improvement": exactly(0.05),
    }


def test_scrutiny_and_voice_are_expected_and_missing_not_nought(example: WorkedExample) -> None:
    for strand in ("scrutiny", "voice"):
        missing = cell(example, strand)
        assert (missing.expected, missing.score, missing.coverage, missing.items) == (True, None, 0, 0)


def test_the_area_stands_at_51_8182_on_a_coverage_of_0_4125(example: WorkedExample) -> None:
    area = example.area
    assert area.uncapped == exactly((0.30 * 55 + 0.0625 * 66 + 0.05 * 15) / 0.4125)
    assert area.uncapped == pytest.approx(51.8182, abs=5e-5)
    assert (area.score, area.coverage) == (area.uncapped, exactly(0.4125))
    assert (area.low, area.high) == (exactly(21.375), exactly(80.125))


def test_it_reads_requires_improvement_at_low_confidence_with_evidence_that_disagrees(
    example: WorkedExample,
) -> None:
    area = example.area
    assert (area.grade, area.confidence) == ("requires improvement", "low")
    assert (area.disagrees, area.disagreement) == (True, ("performance", "improvement"))
    assert area.caps == ()


def test_practice_is_too_thin_to_take_part_in_the_disagreement(example: WorkedExample) -> None:
    practice = example.area.strands["practice"]
    assert practice.coverage == exactly(1.25 / 6)
    assert practice.coverage < 0.25


def test_the_day_before_the_second_audit_only_the_faded_one_speaks_for_practice() -> None:
    before = cell(worked_example(as_at=date(2025, 3, 30)), "practice")
    trust = 0.5 * 2 ** (-(274 - 92) / 183)
    assert (before.items, before.score, before.coverage) == (1, exactly(50), exactly(trust / 6))


def test_the_day_before_it_was_due_the_action_was_still_on_track() -> None:
    before = worked_example(as_at=date(2025, 2, 28))
    assert (cell(before, "improvement").score, cell(before, "improvement").coverage) == (
        exactly(60),
        exactly(0.5),
    )
    assert not before.area.disagrees


def test_a_month_earlier_the_indicator_was_not_known_yet_and_there_was_too_little_to_grade() -> None:
    before = worked_example(as_at=date(2025, 1, 31)).area
    assert (before.grade, before.confidence) == (None, "none")
    assert before.criteria[0].cells["performance"].items == 0


def test_before_any_row_was_known_there_is_no_score_and_the_range_is_everything() -> None:
    nothing = worked_example(as_at=date(2024, 6, 28)).area
    assert (nothing.score, nothing.coverage, nothing.low, nothing.high) == (None, 0, 0, 100)


def test_an_authority_that_changes_its_numbers_sees_the_example_change_with_them() -> None:
    changed = worked_example(Scoring.model_validate({"status_points": {"overdue": 5}}))
    assert changed.area.uncapped == exactly((0.30 * 55 + 0.0625 * 66 + 0.05 * 5) / 0.4125)


@pytest.mark.parametrize(
    "figure", ["55", "66", "0.0625", "51.8182", "0.4125", "21.375", "80.125", "low", "disagrees"]
)
def test_the_text_holds_every_figure(example: WorkedExample, figure: str) -> None:
    assert figure in markdown([worked_example_section(example)])


def test_the_example_is_scored_as_at_the_end_of_march_2025(example: WorkedExample) -> None:
    assert example.as_at == AS_AT == date(2025, 3, 31)
    assert "31 March 2025" in markdown([worked_example_section(example)])
