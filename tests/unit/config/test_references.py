"""Names used in one place and known in another, across the files."""

from pathlib import Path

import pytest

from readiness.problems import Code
from tests.unit.config.folders import FRAMEWORK, INDICATORS, load, problem, problems, write

RED_LINE = "red_lines:\n  - {id: slow, area: help, indicator: re-referrals, above: 40, caps_at: inadequate}\n"
LIMIT = "overall:\n  limits:\n    - {areas: [help], any_at_or_below: inadequate, gives: inadequate}\n"
CRITERION = "      - {id: %s, title: Other, good: Good.}\n"


def test_a_red_line_without_a_title_is_called_by_its_id(tmp_path: Path) -> None:
    line = load(tmp_path, framework=FRAMEWORK + RED_LINE).frameworks["local-2025"].red_lines[0]
    assert (line.title, line.above, line.below) == ("Slow", 40, None)


@pytest.mark.parametrize(
    ("added", "line", "key", "said"),
    [
        (RED_LINE.replace("area: help", "area: hlep"), 14, "red_lines.slow.area", "`help`"),
        (RED_LINE.replace("re-referrals", "rereferrals"), 14, "red_lines.slow.indicator", "`re-referrals`"),
        (LIMIT.replace("[help]", "[helpp]"), 15, "overall.limits.1.areas.1", "`help`"),
        (
            LIMIT.replace("[help]", "[front-door]"),
            15,
            "overall.limits.1.areas.1",
            "no area of this framework",
        ),
    ],
)
def test_a_framework_names_only_what_there_is(
    added: str, line: int, key: str, said: str, tmp_path: Path
) -> None:
    found = problem(tmp_path, framework=FRAMEWORK + added)
    assert (found.code, found.line, found.column) == (Code.UNKNOWN_REFERENCE, line, key)
    assert said in found.message


@pytest.mark.parametrize("criteria", ["[front-dor]", "{front-dor: 1}"])
def test_an_indicator_names_only_known_criteria(criteria: str, tmp_path: Path) -> None:
    found = problem(tmp_path, indicators=INDICATORS.replace("[front-door]", criteria))
    assert (found.code, found.line, found.value) == (Code.UNKNOWN_REFERENCE, 9, "front-dor")
    assert "did you mean `front-door`?" in found.message


@pytest.mark.parametrize("criteria", ["[Front Door]", "{Front Door: 1}"])
def test_an_id_that_is_none_is_called_wrong_once_and_not_also_unknown(criteria: str, tmp_path: Path) -> None:
    found = problem(tmp_path, indicators=INDICATORS.replace("[front-door]", criteria))
    assert (found.code, found.value) == (Code.WRONG_VALUE, "Front Door")


def test_an_indicator_may_name_an_area_and_its_criterion(tmp_path: Path) -> None:
    both = INDICATORS.replace("[front-door]", "[front-door, help]")
    assert load(tmp_path, indicators=both).indicators["re-referrals"].criteria == {"front-door": 1, "help": 1}


def test_an_area_may_continue_one_of_a_framework_that_is_not_configured(tmp_path: Path) -> None:
    text = FRAMEWORK.replace("    criteria:", "    continues: [sif-2013/adoption]\n    criteria:")
    assert load(tmp_path, framework=text).frameworks["local-2025"].areas[0].continues == (
        "sif-2013/adoption",
    )


def test_an_area_continues_only_areas_that_a_configured_framework_has(tmp_path: Path) -> None:
    older = FRAMEWORK.replace("local-2025", "local-2020").replace("id: help", "id: early-help")
    (write(tmp_path) / "frameworks/older.yaml").write_text(older)
    newer = FRAMEWORK.replace("    criteria:", "    continues: [local-2020/erly-help]\n    criteria:")
    found = problem(tmp_path, framework=newer)
    assert (found.line, found.column) == (9, "areas.help.continues.1")
    assert "did you mean `local-2020/early-help`?" in found.message


@pytest.mark.parametrize("repeated", ["front-door", "help"])
def test_area_and_criterion_ids_are_one_namespace(repeated: str, tmp_path: Path) -> None:
    found = problem(tmp_path, framework=FRAMEWORK + CRITERION % repeated)
    assert (found.code, found.line, found.value) == (Code.DUPLICATE_ID, 13, repeated)


def test_red_lines_of_one_id_are_refused(tmp_path: Path) -> None:
    twice = RED_LINE + RED_LINE.partition("\n")[2]
    assert problem(tmp_path, framework=FRAMEWORK + twice).code == Code.DUPLICATE_ID


def test_indicators_of_one_id_are_refused(tmp_path: Path) -> None:
    found = problem(tmp_path, indicators=INDICATORS + INDICATORS.partition("\n")[2])
    assert (found.code, found.line) == (Code.DUPLICATE_ID, 11)
    assert "line 2 has the same id" in found.message


def test_frameworks_of_one_id_are_refused_with_both_files(tmp_path: Path) -> None:
    (write(tmp_path) / "frameworks/second.yaml").write_text(FRAMEWORK)
    found = problem(tmp_path)
    assert (found.file, found.line, found.code) == ("frameworks/second.yaml", 1, Code.DUPLICATE_ID)
    assert "frameworks/local-2025.yaml" in found.message


def test_a_framework_that_cannot_be_read_makes_no_reference_wrong(tmp_path: Path) -> None:
    assert [one.code for one in problems(tmp_path, framework="a: [")] == [Code.YAML_SYNTAX]


def test_a_mistake_in_one_key_hides_no_unknown_name_elsewhere(tmp_path: Path) -> None:
    wrong = INDICATORS.replace("percent", "percnt").replace("[front-door]", "[front-dor]")
    assert {one.code for one in problems(tmp_path, indicators=wrong)} == {
        Code.WRONG_VALUE,
        Code.UNKNOWN_REFERENCE,
    }
