"""Every story planted in the self-evaluation of Northmere is found by name: what flatters, is modest, has a plan."""

from datetime import date
from functools import cache

import pytest

from readiness.insight.self_evaluation.facts import SelfView, self_view
from readiness.insight.self_evaluation.lists import find
from readiness.insight.self_evaluation.places import Place
from tests.pages.shipped import shipped
from tools.northmere_self_view import FLATTERING, MODEST

NOW = "2026-11-06"


@cache
def found(day: str = NOW) -> SelfView:
    workspace, at = shipped("northmere"), date.fromisoformat(day)
    return self_view(workspace, at, workspace.framework(at).id)


def place(name: str, day: str = NOW) -> Place:
    return next(each for area in found(day).areas for each in area.places if each.id == name)


def listed(name: str, day: str = NOW) -> set[str]:
    return {each.place.id for each in find(found(day).lists, name).entries}


@pytest.mark.parametrize("criterion", sorted(set(FLATTERING) - {"stable-homes"}))
def test_each_flattering_grade_is_called_above_the_evidence(criterion: str) -> None:
    assert place(criterion).verdict == "ours higher"
    assert criterion in listed("higher")


def test_stable_homes_is_good_by_the_mean_and_still_found_by_what_speaks_against_it() -> None:
    # The mean of the evidence says good; the long-term homes that break down are what the claim leaves out.
    said = " ".join(each.says for each in place("stable-homes").signs)
    assert place("stable-homes").verdict == "the same"
    assert "stable-homes" in listed("against")
    assert "unlikely to meet the target" in said
    assert "Long-term homes break down" in said


def test_outstanding_supervision_is_two_steps_of_trouble() -> None:
    says = next(each.says for each in find(found().lists, "higher").entries if each.place.id == "supervision")
    assert says == "The evidence is at 61, where outstanding begins at 80."
    assert any("supervision" in sign.says.lower() for sign in place("supervision").signs)


@pytest.mark.parametrize("criterion", sorted(MODEST))
def test_each_modest_grade_is_a_weakness_with_something_behind_it(criterion: str) -> None:
    assert place(criterion).weakness
    assert criterion in listed("planned") | listed("unplanned")


def test_modest_grades_under_the_evidence_are_said_to_be_lower() -> None:
    assert listed("lower") == {"pathway-plans", "returning-home"}


def test_most_honest_weaknesses_have_a_live_plan_and_that_speaks_for_us() -> None:
    chosen = find(found().lists, "planned")
    assert chosen.good
    assert len(chosen.entries) == 10
    assert listed("unplanned") == {"neglect-and-parental-risk", "permanence"}


def test_the_headline_says_the_over_optimism_first_and_no_overall_grade() -> None:
    said = found().headline
    assert said == (
        "We grade ourselves higher than our evidence in 20 of 54 criteria that can be compared; lower in two."
    )
    assert not any(grade in said for grade in ("inadequate", "requires improvement", "good", "outstanding"))


def test_on_the_day_it_was_written_fewer_grades_were_above_the_evidence() -> None:
    then, now = len(found("2026-05-29").agreed.higher), len(found().agreed.higher)
    assert then < now
    assert "the evidence has fallen since" in find(found().lists, "higher").sentence


def test_before_criteria_were_graded_areas_are_compared_and_the_history_is_kept() -> None:
    view = found("2025-08-01")
    assert view.agreed.noun == "area"
    assert [each.grade for each in place("impact-of-leaders").claims] == [
        "good",
        "requires improvement",
        "requires improvement",
    ]


def test_before_the_first_row_nothing_is_on_record() -> None:
    assert not found("2024-03-01").claimed
