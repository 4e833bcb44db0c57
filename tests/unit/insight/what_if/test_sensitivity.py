"""Weights moved by a quarter: by hand on the worked example, and what is said of the grades."""

import pytest

from readiness.insight.what_if.sensitivity import LESS, MORE, sensitivity, tilted_scoring, with_weight
from readiness.scoring import score_at
from tests.pages.shipped import opened, shipped
from tests.unit.insight.what_if_made import AS_AT, FRAMEWORK, example


def test_improvement_counting_a_quarter_less_lets_the_overdue_action_weigh_less() -> None:
    [area] = sensitivity(example(), AS_AT, FRAMEWORK).areas
    less = area.at("improvement", LESS)
    weights = (30, 30 * 1.25 / 6, 10 * LESS * 0.5)
    assert less is not None
    assert less.score == pytest.approx((weights[0] * 55 + weights[1] * 66 + weights[2] * 15) / sum(weights))


def test_every_strand_is_moved_both_ways() -> None:
    [area] = sensitivity(example(), AS_AT, FRAMEWORK).areas
    assert len(area.tilts) == 10
    assert area.sentence.startswith(
        "Help and protection stays indicative requires improvement if any one kind of evidence counts a quarter more or"
    )


def test_the_same_weight_changes_nothing() -> None:
    evidence = example().evidence(FRAMEWORK)
    assert score_at(with_weight(evidence, "practice", 1.0), AS_AT) == example().score(AS_AT, FRAMEWORK)


def test_only_the_one_weight_is_another() -> None:
    scoring = example().config.scoring
    tilted = tilted_scoring(scoring, "voice", MORE)
    assert tilted.strands.voice.weight == scoring.strands.voice.weight * 1.25
    assert tilted.strands.practice == scoring.strands.practice
    assert tilted.bands == scoring.bands


def test_a_grade_that_hangs_on_the_weights_is_named_with_what_would_change_it() -> None:
    [day] = opened("2026-04-02")
    found = sensitivity(shipped("wokingham"), day, "ilacs-2026")
    assert found.strands == ("performance", "scrutiny", "improvement")
    assert found.sentence == (
        "Care leavers: its indicative grade hangs on the weights, since a quarter more or less of one would change it."
    )
    leavers = found.areas[-1]
    assert leavers.sentence == (
        "Care leavers, indicative good now, would be requires improvement if performance counted a quarter less or "
        "scrutiny counted a quarter more (59 to 63)."
    )


def test_an_area_held_by_a_cap_keeps_its_grade_and_that_is_said() -> None:
    [day] = opened("2026-04-02")
    capped = next(each for each in sensitivity(shipped("reading"), day, "ilacs-2026").areas if each.area.caps)
    assert capped.sentence.endswith("(39 throughout; a cap holds it).")


def test_without_a_grade_there_is_nothing_to_hang() -> None:
    [day] = opened("2011-01-01")
    found = sensitivity(shipped("reading"), day, "ilacs-2026")
    assert found.sentence == "No area has evidence enough for a grade, so none can hang on the weights."
    assert all(each.sentence.endswith("not enough evidence for a grade to test.") for each in found.areas)


def test_several_grades_that_hang_on_the_weights_are_spoken_of_as_several() -> None:
    [day] = opened("2018-11-08")
    said = sensitivity(shipped("wokingham"), day, "sif-2013").sentence
    assert said == (
        "Help and protection, adoption, and care leavers: their indicative grades hang on the weights, since a quarter "
        "more or less of one would change them."
    )
