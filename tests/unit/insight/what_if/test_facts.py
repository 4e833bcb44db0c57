"""Scenarios worked out by hand on the worked example, and what is said of them."""

import pytest

from readiness.insight.what_if.facts import NOTHING, WhatIf, note_on_status, what_if
from readiness.insight.what_if.scenario import (
    MOST_AUDITS,
    MOST_EXERCISES,
    NOTHING_CHANGED,
    Change,
    Done,
    Figure,
    Known,
    MoreAudits,
    MoreVoice,
    Scenario,
    link_text,
    possible,
    read_link,
)
from readiness.insight.what_if.words import change_words, movable, not_held
from readiness.scoring.results import AreaScore
from tests.pages.shipped import opened, shipped
from tests.unit.insight.what_if_made import AS_AT, FRAMEWORK, HELD, example

KNOWN = Known({"re-referrals-12m": "percent"}, frozenset({"hub", "a,b:c"}), frozenset({"front-door"}))


def supposing(*changes: Change, watched: float | None = None) -> WhatIf:
    return what_if(example(watched=watched), AS_AT, FRAMEWORK, Scenario(changes))


def after(*changes: Change) -> AreaScore:
    return supposing(*changes).areas[0].after


def test_nothing_changed_is_the_very_same_scores() -> None:
    found = supposing()
    assert found.after is found.before
    assert found.headline == NOTHING
    assert not any(each.moved for each in found.areas)


def test_a_figure_at_the_edge_of_good_moves_the_area_by_its_lift() -> None:
    assert after(Figure("re-referrals-12m", 20.0)).uncapped == pytest.approx(
        (0.30 * 60 + 0.0625 * 66 + 0.05 * 15) / HELD
    )


def test_three_more_audits_at_good_count_beside_those_there_are() -> None:
    area = after(MoreAudits("front-door", "good", 3))
    practice = (70 + 0.25 * 50 + 3 * 70) / 4.25
    assert area.criteria[0].cells["practice"].score == pytest.approx(practice)
    weight = 0.30 * 4.25 / 6
    assert area.uncapped == pytest.approx(
        (0.30 * 55 + weight * practice + 0.05 * 15) / (0.30 + weight + 0.05)
    )
    assert area.coverage == pytest.approx(0.30 + weight + 0.05)


def test_two_surveys_with_eighty_of_a_hundred_positive_bring_voice_in() -> None:
    area = after(MoreVoice("front-door", 80, 2))
    weight = 0.10 * 2 / 3
    assert area.strands["voice"].score == pytest.approx(80)
    assert area.uncapped == pytest.approx(
        (0.30 * 55 + 0.0625 * 66 + 0.05 * 15 + weight * 80) / (HELD + weight)
    )


def test_an_action_marked_completed_is_no_longer_overdue_and_moves_improvement_only() -> None:
    found = supposing(Done("hub", "completed"))
    before, now = found.areas[0].before, found.areas[0].after
    assert now.uncapped == pytest.approx((0.30 * 55 + 0.0625 * 66 + 0.05 * 70) / HELD)
    moved = {name for name in before.strands if before.strands[name] != now.strands[name]}
    assert moved == {"improvement"}
    assert "a status is not an impact" in note_on_status(found.scenario)
    assert note_on_status(NOTHING_CHANGED) == ""


def test_a_safety_line_at_its_limit_is_clear_and_its_cap_gone() -> None:
    found = supposing(Figure("re-referrals-12m", 21.5), watched=21.5)
    [moved] = found.areas
    assert moved.lines_cleared == ("Again",)
    assert [cap.kind for cap in moved.caps_gone] == ["red line"]
    assert (moved.before.grade, moved.after.grade) == ("inadequate", "requires improvement")
    assert found.headline == (
        "With this one change, one safety line would be cleared, and help and protection would rise from 39 to 53 "
        "(indicative: requires improvement)."
    )


def test_a_safety_line_that_a_scenario_crosses_comes_first_in_what_is_said() -> None:
    found = supposing(Figure("re-referrals-12m", 30.0), watched=25.0)
    assert found.areas[0].lines_crossed == ("Again",)
    assert found.headline.startswith("With this one change, one safety line would be crossed, and help and ")
    assert found.areas[0].sentence.endswith(
        "Safety line crossed: Again. It would be capped at inadequate: again."
    )


def test_a_new_cap_is_not_called_one_that_still_holds() -> None:
    found = supposing(MoreAudits("front-door", "inadequate", 9))
    [moved] = found.areas
    assert [cap.kind for cap in moved.caps_come] == ["weak practice"]
    assert "New: a cap at requires improvement, weak practice in " in moved.sentence
    assert "Still capped" not in moved.sentence


def test_where_evidence_stays_too_thin_no_number_of_a_cap_is_told() -> None:
    [day] = opened("2011-01-01")
    workspace = shipped("northmere")
    criterion = workspace.config.frameworks["ilacs-2023"].areas[0].criteria[0].id
    found = what_if(workspace, day, "ilacs-2023", Scenario((MoreAudits(criterion, "inadequate", 6),)))
    assert found.areas[0].sentence.endswith(": not enough evidence for a number, before or after.")


def test_an_area_goes_on_with_a_small_letter_within_a_headline() -> None:
    found = supposing(MoreAudits("front-door", "outstanding", 9))
    assert found.headline.startswith("With this one change, help and protection would rise from ")


def test_what_stands_too_thin_may_have_a_number_under_a_scenario() -> None:
    [day] = opened("2025-01-31")
    found = what_if(example(), day, FRAMEWORK, Scenario((MoreAudits("front-door", "good", 6),)))
    assert found.areas[0].points is None
    assert "would have evidence enough for a number: 6" in found.areas[0].sentence
    assert "would have evidence enough for a number." in found.headline


def test_an_indicator_never_seen_gets_a_figure_known_on_the_day() -> None:
    [day] = opened("2024-06-28")
    found = what_if(example(), day, FRAMEWORK, Scenario((Figure("re-referrals-12m", 20.0),)))
    performance = found.areas[0].after.strands["performance"]
    assert (performance.score, performance.coverage) == pytest.approx((60, 1))


def test_a_small_step_says_that_no_number_on_screen_moves() -> None:
    found = supposing(Figure("re-referrals-12m", 22.4))
    assert found.headline == "With this one change, no area would move by a whole point."


@pytest.mark.parametrize(
    "scenario",
    [
        NOTHING_CHANGED,
        Scenario((Figure("re-referrals-12m", 20.25), Done("a,b:c", "impact evidenced"))),
        Scenario((MoreAudits("front-door", "requires improvement", 12), MoreVoice("front-door", 0, 3))),
    ],
)
def test_a_link_opens_exactly_the_scenario(scenario: Scenario) -> None:
    assert read_link(link_text(scenario), KNOWN) == (scenario, 0)


@pytest.mark.parametrize(
    "text",
    [
        "figure:re-referrals-12m:nan",
        "figure:re-referrals-12m:101",
        "figure:re-referrals-12m:-1",
        "figure:unheard-of:3",
        "figure:re-referrals-12m",
        "action:hub:stopped",
        "action:nobody:completed",
        "audits:front-door:adequate:3",
        "audits:front-door:good:0",
        "audits:front-door:good:1e2",
        "voice:front-door:101:1",
        "voice:front-door:80:²",
        "nothing",
        ":::",
    ],
)
def test_a_part_of_a_link_that_means_nothing_is_left_out_and_counted(text: str) -> None:
    assert read_link(text, KNOWN) == (NOTHING_CHANGED, 1)
    kept, wrong = read_link(f"figure:re-referrals-12m:20,{text}", KNOWN)
    assert (kept, wrong) == (Scenario((Figure("re-referrals-12m", 20.0),)), 1)


@pytest.mark.parametrize(
    ("value", "unit", "can_be"),
    [
        (0, "percent", True),
        (100, "percent", True),
        (100.1, "percent", False),
        (100.1, "count", True),
        (-0.1, "count", False),
        (float("inf"), "count", False),
    ],
)
def test_a_figure_may_be_supposed_up_to_the_very_end_of_its_unit(
    value: float, unit: str, can_be: bool
) -> None:
    assert possible(value, unit) is can_be


def test_as_many_audits_and_surveys_as_the_page_offers_can_be_linked_and_one_more_cannot() -> None:
    most = f"audits:front-door:good:{MOST_AUDITS},voice:front-door:100:{MOST_EXERCISES}"
    over = f"audits:front-door:good:{MOST_AUDITS + 1},voice:front-door:100:{MOST_EXERCISES + 1}"
    assert read_link(most, KNOWN)[1] == 0
    assert read_link(over, KNOWN) == (NOTHING_CHANGED, 2)


def test_a_link_as_long_as_no_page_could_show_is_cut() -> None:
    _, wrong = read_link(",".join(["figure:re-referrals-12m:20"] * 45), KNOWN)
    assert wrong == 5


def test_a_second_change_of_one_subject_takes_the_place_of_the_first() -> None:
    scenario = Scenario().having(Figure("a", 1.0)).having(Done("b", "completed")).having(Figure("a", 2.0))
    assert scenario.changes == (Done("b", "completed"), Figure("a", 2.0))
    assert scenario.without(Figure("a", 2.0)).changes == (Done("b", "completed"),)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (Figure("re-referrals-12m", 20.0), "Re-referrals at 20% (now 22.5%, February 2025)"),
        (MoreAudits("front-door", "good", 1), "One more audit of front door and thresholds, moderated good"),
        (MoreVoice("front-door", 75, 2), "Two more surveys on front door and thresholds, 75% positive"),
    ],
)
def test_a_change_is_told_beside_how_things_stand(change: Change, says: str) -> None:
    assert change_words(example(), AS_AT, FRAMEWORK, change) == says


def test_an_action_is_told_with_how_it_stands_now() -> None:
    words = change_words(example(), AS_AT, FRAMEWORK, Done("hub", "completed"))
    assert words.startswith("Action completed: Open one front door for every contact (now: overdue")


def test_the_indicators_offered_begin_with_the_lines_crossed() -> None:
    [day] = opened("2026-04-02")
    every = movable(shipped("reading"), day, "ilacs-2026")
    assert [each.crossed for each in every[:4]] == [True, True, True, False]
    assert every[0].words.startswith("Safety line crossed: ")


def test_what_a_dataset_cant_hold_is_not_offered_and_that_is_said() -> None:
    assert not_held(("performance", "scrutiny", "improvement")).startswith(
        "This dataset can't hold practice (audits.csv) and voice (feedback.csv)"
    )
    assert not_held(("performance", "practice", "voice", "improvement")) == ""
