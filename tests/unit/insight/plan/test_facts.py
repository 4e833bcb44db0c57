"""The plan in one sentence, its groups and its gaps: no more than the rows say."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from readiness.config.models import Framework
from readiness.insight.inspections.next_visit import next_visit
from readiness.insight.plan.actions import Action
from readiness.insight.plan.facts import (
    action_headline,
    again_sentence,
    claimed,
    claimed_sentence,
    headline,
    no_actions_headline,
    overdue_sentence,
    plan_on,
)
from readiness.insight.plan.groups import ELSEWHERE, by_area, foremost_words, gaps, groups, owner
from readiness.insight.plan.impact import Impact, Verdict
from tests.pages.shipped import opened, shipped
from tests.unit.insight.plan_made import TODAY, action, closed, days_ago
from tests.unit.story.told import made

LATE = action(days_ago(90), days_ago(12), ((days_ago(80), "on track"),))
DUE_TODAY = action(days_ago(90), TODAY, ((days_ago(80), "on track"),))
IN_TIME = action(days_ago(90), date(2026, 6, 30), ((days_ago(80), "on track"),))
DONE = closed(days_ago(90), days_ago(10))
SILENT = action(days_ago(90))


def judged(each: Action, verdict: Verdict) -> Impact:
    return Impact(each, "Visits", verdict, "", 1)


@pytest.mark.parametrize(
    ("actions", "says"),
    [
        ([LATE], "The one open action is overdue, by 12 days."),
        ([LATE, DUE_TODAY], "Two of two open actions are overdue, the longest by 12 days."),
        ([DUE_TODAY], "The one open action is overdue, since today."),
        ([IN_TIME], "The one open action is not overdue."),
        ([IN_TIME, IN_TIME], "None of two open actions is overdue."),
        ([DONE], "The one action is closed."),
        ([DONE, DONE], "Both actions are closed."),
        (
            [action(days_ago(1))],
            "The one open action has no due date, so it can't be called overdue; nothing is on record",
        ),
        (
            [action(days_ago(1)), IN_TIME],
            "None of two open actions is overdue, though one has no due date; one of two actions has no",
        ),
        (
            [LATE, SILENT, SILENT],
            "Two of three actions have no update on record; one of three open actions is overdue, by 12 days.",
        ),
        (
            [SILENT, SILENT, DONE],
            "Two of three actions have no update on record; none of two open actions has a due date",
        ),
        (
            [action(days_ago(1))] * 2,
            "None of two open actions has a due date, so none can be called overdue; none has an",
        ),
    ],
)
def test_the_headline_says_first_what_is_late_or_that_most_is_not_known(
    actions: list[Action], says: str
) -> None:
    assert headline(actions, []).startswith(says)


@pytest.mark.parametrize(
    ("verdicts", "says"),
    [
        ([], "Of two closed actions it can be said of none whether it worked."),
        (["unsaid"], "Of two closed actions it can be said of none whether it worked."),
        (
            ["held"],
            "Of two closed actions one can be measured so far, and was followed by an improvement that has lasted.",
        ),
        (
            ["held", "worse"],
            "two can be measured so far: one was followed by an improvement that has lasted.",
        ),
        (["worse"], "one can be measured so far: none was followed by an improvement that has lasted."),
    ],
)
def test_the_headline_ends_with_whether_it_worked(verdicts: list[Verdict], says: str) -> None:
    assert headline([DONE, DONE], [judged(DONE, each) for each in verdicts]).endswith(says)


def test_what_was_done_of_open_actions_is_no_result() -> None:
    assert headline([IN_TIME], [judged(IN_TIME, "held")]).endswith("Whether it worked can't be said.")
    assert headline([IN_TIME] * 2, []).endswith("so whether any worked can't be said.")
    assert no_actions_headline(TODAY).startswith("No action is known by 31 March 2026")


def test_groups_put_most_overdue_first_and_name_what_has_no_owner() -> None:
    nobody = [action(days_ago(90), days_ago(each), owner="") for each in (12, 40)]
    first, second = groups([DONE, LATE, *nobody], owner)
    assert (first.name, first.overdue, first.longest, first.closed) == ("No owner named", 2, 40, 0)
    assert (second.name, second.overdue, second.closed, second.actions) == ("Head of service", 1, 1, 2)


def test_a_criterion_or_a_whole_area_belongs_to_an_area_and_others_to_none() -> None:
    framework: Framework = shipped("northmere").config.frameworks["ilacs-2023"]
    area = framework.areas[0]
    made = [action(TODAY, criterion=each) for each in (area.id, area.criteria[0].id, "unheard-of")]
    assert {each.name: each.actions for each in by_area(made, framework)} == {area.label: 2, ELSEWHERE: 1}


def test_what_open_actions_lack_is_counted_and_closed_ones_are_left_out() -> None:
    lacks = gaps([DONE, IN_TIME, action(days_ago(1), owner="", measure="")])
    assert lacks.sentence == (
        "Of two open actions one has no owner, one has no due date, one has no measure and one has no update on record."
    )
    assert gaps([action(days_ago(1), owner="", measure="")] * 15).sentence == (
        "Of 15 open actions none has an owner, none has a due date, none has a measure "
        "and none has an update on record."
    )
    assert gaps([IN_TIME]).sentence.startswith("The one open action has an owner")
    assert gaps([replace(IN_TIME, owner="", measure="")]).sentence == (
        "The one open action has no owner and no measure."
    )
    assert gaps([DONE]).sentence == "No action is open, so none lacks anything."


def test_an_action_set_on_the_day_itself_is_not_told_to_lack_an_update_nor_to_have_one() -> None:
    today = action(TODAY, TODAY, measure="re-referrals-12m")
    new = replace(today, spans=(), due=date(2027, 3, 31))
    assert gaps([new]).sentence == "The one open action has an owner, a due date and a measure."
    assert gaps([new, new]).sentence == "All of two open actions have an owner, a due date and a measure."
    assert "update on record" not in headline([new], [])
    assert gaps([replace(new, created=days_ago(1))]).sentence == (
        "The one open action has no update on record."
    )


def test_the_shipped_plan_can_be_traced_and_doubted() -> None:
    workspace, day = shipped("northmere"), date(2026, 11, 6)
    plan = plan_on(workspace, day, "ilacs-2023")
    assert plan is not None
    assert (len(plan.actions), len(plan.overdue)) == (260, 31)
    doubted = claimed(plan)
    assert {each.action.status for each in doubted} == {"impact evidenced"}
    assert {each.verdict for each in doubted} <= {"unmoved", "worse", "lapsed"}
    assert claimed_sentence(plan) == (
        f"{len(doubted)} actions are recorded as impact evidenced, yet their own measures have not improved, "
        "or not lastingly, since."
    )
    one = replace(plan, impacts=doubted[:1])
    assert claimed_sentence(one).startswith(
        "One action is recorded as impact evidenced, yet its own measure has"
    )
    assert claimed_sentence(replace(plan, impacts=())) == ""
    assert (
        overdue_sentence(plan) == "31 actions are overdue, most with: Service manager, care leavers (five)."
    )
    assert (
        action_headline(plan, doubted[0].action).split(" Its measure: ")[1] == "worse since, for two periods."
    )
    assert again_sentence(replace(plan, named_again=())).startswith(
        "Of 156 closed actions none is on a criterion"
    )


@pytest.mark.parametrize("dataset", ["northmere", "wokingham", "reading"])
def test_the_window_of_the_next_inspection_is_the_one_that_the_inspections_page_shows(dataset: str) -> None:
    workspace = shipped(dataset)
    for day in (date(2026, 4, 30), date(2026, 3, 26)):
        plan = plan_on(workspace, day, "ilacs-2026")
        assert plan is not None
        assert plan.pace.window == next_visit(workspace, day, "ilacs-2026").window
        assert plan.pace.window is not None


def test_wokinghams_turnover_is_told_from_14_percent_when_closed_to_31_6_after() -> None:
    plan = plan_on(shipped("wokingham"), date(2019, 5, 31), "ilacs-2018")
    assert plan is not None
    turnover = next(each for each in plan.impacts if each.action.action == "ar13-02")
    assert turnover.verdict == "unsaid"
    assert turnover.says.endswith(
        "14% at March 2015, when it was closed; higher in three of four figures since, highest 31.6% at September 2018."
    )


def test_a_single_overdue_action_is_not_spoken_of_as_all() -> None:
    [day] = opened("2026-03-31")
    plan = plan_on(shipped("northmere"), day, "ilacs-2023")
    assert plan is not None
    assert overdue_sentence(plan) == "One action is overdue, with: Head of service, help and protection."


def test_overdue_actions_that_nobody_owns_are_not_said_to_be_with_somebody(tmp_path: Path) -> None:
    rows = {"actions": ["ACT-1,See each child,front-door,Plan,2026-01-01,2026-10-30,"]}
    plan = plan_on(made(tmp_path, rows), date(2026, 11, 6), "now")
    assert plan is not None
    assert overdue_sentence(plan) == "One action is overdue, without an owner named."


def test_the_first_group_is_told_with_what_is_overdue_or_else_open() -> None:
    assert (
        foremost_words(groups([LATE, IN_TIME, DONE], lambda each: each.plan)) == "Board, 1 of 2 open overdue"
    )
    assert foremost_words(groups([IN_TIME, DONE], lambda each: each.plan)) == "Board, 1 open of 2"
