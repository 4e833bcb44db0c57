"""The four shipped frameworks, as files: what Ofsted fixed, and what the rest of the project relies on."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from readiness.config.models import Framework
from readiness.scoring.overall import overall_grade
from tests.unit.insight.made import area

CONFIG = Path(__file__).parents[2] / "config"
AREAS = {
    "sif-2013": ["help-and-protection", "children-looked-after", "adoption", "care-leavers", "leadership"],
    "ilacs-2018": ["impact-of-leaders", "help-and-protection", "children-in-care-and-care-leavers"],
    "ilacs-2023": ["impact-of-leaders", "help-and-protection", "children-in-care", "care-leavers"],
    "ilacs-2026": ["impact-of-leaders", "help-and-protection", "children-in-care", "care-leavers"],
}
PRACTICE = {
    "help-and-protection": {"help-and-protection"},
    "children in care": {"children-looked-after", "children-in-care-and-care-leavers", "children-in-care"},
    "care leavers": {"care-leavers", "children-in-care-and-care-leavers"},
}
INADEQUATE, RI, GOOD, OUTSTANDING = "inadequate", "requires improvement", "good", "outstanding"


def framework(framework_id: str) -> Framework:
    text = (CONFIG / "frameworks" / f"{framework_id}.yaml").read_text(encoding="utf-8")
    return Framework.model_validate(yaml.safe_load(text))


def criteria(one: Framework) -> list[str]:
    return [criterion.id for area in one.areas for criterion in area.criteria]


@pytest.mark.parametrize("framework_id", AREAS)
def test_the_areas_stand_in_the_official_order(framework_id: str) -> None:
    one = framework(framework_id)
    assert one.id == framework_id
    assert [area.id for area in one.areas] == AREAS[framework_id]


def test_every_framework_has_the_same_54_themes_each_of_them_once() -> None:
    themes = criteria(framework("ilacs-2026"))
    assert len(themes) == len(set(themes)) == 54
    assert all(sorted(criteria(framework(other))) == sorted(themes) for other in AREAS)


def test_the_current_areas_hold_14_14_14_and_12_themes() -> None:
    held = {area.id: len(area.criteria) for area in framework("ilacs-2026").areas}
    assert list(held.values()) == [14, 14, 14, 12]
    assert held["care-leavers"] == 12


@pytest.mark.parametrize("framework_id", AREAS)
def test_what_good_looks_like_is_one_sentence_and_area_and_criterion_ids_are_one_namespace(
    framework_id: str,
) -> None:
    one = framework(framework_id)
    sentences = [criterion.good for area in one.areas for criterion in area.criteria]
    assert all(sentence.endswith(".") and sentence.count(". ") == 0 for sentence in sentences)
    assert len(one.ids) == len(one.areas) + len(criteria(one))


def test_each_framework_begins_the_day_after_the_one_before_it_ends() -> None:
    inforce = [framework(framework_id).in_force for framework_id in AREAS]
    for before, after in pairwise(inforce):
        assert before.to is not None
        assert after.from_ == before.to + timedelta(days=1)
    assert inforce[0].from_ == date(2013, 11, 1)
    assert inforce[-1].to is None


@pytest.mark.parametrize("framework_id", AREAS)
def test_an_area_continues_areas_that_exist_in_each_framework_before_it(framework_id: str) -> None:
    before = list(AREAS)[: list(AREAS).index(framework_id)]
    existing = {f"{older}/{area}" for older in before for area in AREAS[older]}
    for each in framework(framework_id).areas:
        assert set(each.continues) <= existing
        assert {ancestor.split("/")[0] for ancestor in each.continues} == set(before)


def test_children_in_care_now_continue_the_joint_area_of_2018_and_children_looked_after_of_2013() -> None:
    in_care = next(area for area in framework("ilacs-2026").areas if area.id == "children-in-care")
    assert set(in_care.continues) == {
        "ilacs-2023/children-in-care",
        "ilacs-2018/children-in-care-and-care-leavers",
        "sif-2013/children-looked-after",
    }


@pytest.mark.parametrize("framework_id", AREAS)
def test_each_area_of_practice_has_two_safety_lines_or_more_on_indicators_that_exist(
    framework_id: str,
) -> None:
    one = framework(framework_id)
    known = {entry["id"] for entry in yaml.safe_load((CONFIG / "indicators.yaml").read_text())["indicators"]}
    assert {line.indicator for line in one.red_lines} <= known
    assert {line.area for line in one.red_lines} <= {area.id for area in one.areas}
    for areas in PRACTICE.values():
        assert sum(line.area in areas for line in one.red_lines) >= 2


@pytest.mark.parametrize("framework_id", AREAS)
def test_every_safety_line_says_in_a_comment_what_supports_it(framework_id: str) -> None:
    text = (CONFIG / "frameworks" / f"{framework_id}.yaml").read_text(encoding="utf-8").splitlines()
    lines = [text.index(f"  - id: {line.id}") for line in framework(framework_id).red_lines]
    assert len(lines) == 8
    assert all(text[number - 1].startswith("  # ") for number in lines)


@pytest.mark.parametrize("framework_id", AREAS)
def test_the_first_comment_teaches_how_to_edit_and_says_that_the_body_is_a_working_model(
    framework_id: str,
) -> None:
    text = (CONFIG / "frameworks" / f"{framework_id}.yaml").read_text(encoding="utf-8")
    first_comment = text[: text.index("\nid: ")]
    assert all(line.startswith("#") for line in first_comment.strip().splitlines())
    assert "How to edit" in first_comment
    assert "WORKING MODEL" in first_comment


@pytest.mark.parametrize(
    ("framework_id", "grades", "overall"),
    [
        pytest.param("sif-2013", [INADEQUATE, INADEQUATE, RI, RI, INADEQUATE], INADEQUATE, id="Reading 2016"),
        pytest.param("sif-2013", [RI, RI, GOOD, RI, RI], RI, id="Wokingham 2016"),
        pytest.param("ilacs-2018", [RI, RI, RI], RI, id="Reading 2019"),
        pytest.param("ilacs-2023", [RI, RI, GOOD, GOOD], RI, id="Reading 2024"),
        pytest.param("ilacs-2023", [RI, GOOD, GOOD, INADEQUATE], INADEQUATE, id="Harrow 2025"),
        pytest.param("ilacs-2023", [INADEQUATE, RI, RI, RI], RI, id="Slough 2023: leaders alone"),
    ],
)
def test_the_overall_rule_gives_the_grade_that_was_published(
    framework_id: str, grades: list[str], overall: str
) -> None:
    rule = framework(framework_id).overall
    assert rule is not None
    areas = [area(name, 50.0, grade=grade) for name, grade in zip(AREAS[framework_id], grades, strict=True)]
    assert overall_grade(rule, areas).grade == overall


def test_from_april_2026_there_is_no_overall_grade() -> None:
    assert framework("ilacs-2026").overall is None


@pytest.mark.parametrize("framework_id", ["ilacs-2023", "ilacs-2026"])
def test_the_days_of_an_inspection_end_where_its_visit_says(framework_id: str) -> None:
    one = framework(framework_id)
    on_site = {visit["id"]: visit["days_on_site"] for visit in one.visits}
    last = {day["id"]: day.get("last_day") for day in one.timetable}
    assert last["off-site"] + on_site["short-inspection"] == last["feedback-short"]
    assert last["off-site"] + on_site["standard-inspection"] == last["feedback-standard"]


@pytest.mark.parametrize("framework_id", ["ilacs-2023", "ilacs-2026"])
def test_every_pre_inspection_item_is_marked_to_be_confirmed(framework_id: str) -> None:
    items = [item.model_dump() for item in framework(framework_id).pre_inspection_items]
    assert [item["id"] for item in items] == [f"d{number:02d}" for number in range(1, 17)]
    assert all(item["title"] and item["due"] and item["format"] for item in items)
    assert {item["source"] for item in items} == {"confirm"}
