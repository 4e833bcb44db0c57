"""The file of scoring numbers: absent, in part, whole, and each number wrong."""

from pathlib import Path

import pytest
import yaml

from readiness.config.models import Scoring
from readiness.config.scoring_rules import DEFAULTS
from readiness.problems import Code
from tests.unit.config.folders import load, problem

SHIPPED = Path(__file__).parents[3] / "config/scoring.yaml"


def test_without_a_file_the_shipped_numbers_hold(tmp_path: Path) -> None:
    assert load(tmp_path).scoring == Scoring.model_validate({})
    assert load(tmp_path, scoring="# nothing changed\n").scoring == Scoring.model_validate({})


def test_the_shipped_file_says_the_defaults() -> None:
    assert yaml.safe_load(SHIPPED.read_text(encoding="utf-8")) == DEFAULTS


def test_a_number_given_is_laid_over_the_others(tmp_path: Path) -> None:
    scoring = load(tmp_path, scoring="strands: {practice: {enough: 3}}\nbands: {good: 65}").scoring
    assert (scoring.strands["practice"].enough, scoring.strands["practice"].weight) == (3, 30)
    assert scoring.bands == {"inadequate": 0, "requires improvement": 40, "good": 65, "outstanding": 80}
    assert scoring.strands.performance.fresh_days == {"monthly": 62, "quarterly": 138, "annual": 548}


def test_the_strands_are_met_in_their_official_order(tmp_path: Path) -> None:
    strands = load(tmp_path, scoring="strands: {improvement: {weight: 5}}").scoring.strands
    assert list(strands) == list(strands.keys()) == [name for name, _ in strands.items()]
    assert list(strands) == ["performance", "practice", "scrutiny", "voice", "improvement"]
    assert len(strands) == 5 and "voice" in strands and "noise" not in strands


def test_a_strand_that_is_none_has_no_numbers() -> None:
    with pytest.raises(KeyError):
        Scoring.model_validate({}).strands["model_fields"]


@pytest.mark.parametrize(
    ("text", "key", "said"),
    [
        ("bands: {good: 40}", "bands", "rise from grade to grade"),
        ("bands: {inadequate: 5}", "bands", "start at 0"),
        ("bands: {goood: 60}", "bands.goood", "did you mean `good`?"),
        ("grade_points: {good: 101}", "grade_points.good", "100 or less"),
        ("grade_points: {good: -1}", "grade_points.good", "0 or more"),
        ("strands: {practise: {}}", "strands.practise", "did you mean `practice`?"),
        ("strands: {voice: {enough: 0}}", "strands.voice.enough", "above 0"),
        ("strands: {voice: {half_life: 2}}", "strands.voice.half_life", "`half_life_days`"),
        ("strands: {performance: {enough: 2}}", "strands.performance.enough", "unknown key"),
        ("strands: {performance: {fresh_days: 3}}", "strands.performance.fresh_days", "keys with values"),
        (
            "strands: {performance: {fresh_days: {weekly: 3}}}",
            "strands.performance.fresh_days.weekly",
            "monthly",
        ),
        ("strands: 5", "strands", "keys with values"),
        ("weights: {judgement: yes}", "weights.judgement", "a number"),
        ("weights: {judgement: true}", "weights.judgement", "a number"),
        ("weights: {judgement: }", "weights.judgement", "nothing is written here"),
        ("finding_points: {strenght: 75}", "finding_points.strenght", "did you mean `strength`?"),
        ("feedback_points: {negative: x}", "feedback_points.negative", "a number"),
        ("status_points: {stopped: 5}", "status_points.stopped", "not started"),
        ("caps: {weak_practice: {audits: 1.5}}", "caps.weak_practice.audits", "whole number"),
        ("caps: {last_judgement: {grade: adequate}}", "caps.last_judgement.grade", "`inadequate`"),
        ("confidence: {low: 0.6}", "confidence", "medium more than low"),
        ("confidence: {high: 75}", "confidence.high", "1 or less"),
        ("disagreement: {point: 3}", "disagreement.point", "did you mean `points`?"),
    ],
)
def test_each_wrong_number_is_named(text: str, key: str, said: str, tmp_path: Path) -> None:
    found = problem(tmp_path, scoring=f"# first line\n{text}\n")
    assert (found.file, found.line, found.column) == ("scoring.yaml", 2, key)
    assert said in found.message


def test_a_file_that_is_no_mapping_is_told_so(tmp_path: Path) -> None:
    found = problem(tmp_path, scoring="just text")
    assert (found.code, found.message) == (Code.WRONG_VALUE, "should be keys with values")
