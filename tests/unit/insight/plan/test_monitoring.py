"""One quarter of a plan, action by action, and what yearly figures did after actions were closed."""

from datetime import date

import pytest

from readiness.config.models import Framework
from readiness.insight.indicators.facts import indicators_on
from readiness.insight.plan.actions import Action
from readiness.insight.plan.facts import plan_on
from readiness.insight.plan.monitoring import Change, monitoring, quarter_id, report_words
from readiness.insight.plan.pace import plan_quarters
from readiness.insight.plan.sustained import sustained, sustained_sentence
from tests.pages.shipped import shipped
from tests.unit.insight.plan_made import TODAY, action

BEFORE, IN_IT = date(2025, 12, 1), date(2026, 2, 1)
SET = date(2025, 11, 3)


def framework() -> Framework:
    return shipped("northmere").config.frameworks["ilacs-2026"]


def seen(*actions: Action):  # noqa: ANN201
    """January to March 2026 of these actions."""
    return monitoring(actions, plan_quarters(actions, TODAY)[-1], TODAY, framework())


@pytest.mark.parametrize(
    ("due", "updates", "change"),
    [
        (None, ((BEFORE, "on track"), (IN_IT, "at risk")), "slipped"),
        (date(2026, 2, 2), ((BEFORE, "on track"),), "slipped"),
        (None, ((BEFORE, "at risk"), (IN_IT, "on track")), "moved on"),
        (None, ((BEFORE, "on track"), (IN_IT, "completed")), "closed"),
        (None, ((BEFORE, "on track"), (IN_IT, "on track")), "as it was"),
        (None, ((IN_IT, "not started"),), "as it was"),
        (None, ((BEFORE, "completed"), (IN_IT, "on track")), "slipped"),
        (None, ((BEFORE, "on track"), (IN_IT, "completed"), (date(2026, 3, 2), "on track")), "slipped"),
    ],
)
def test_what_an_action_did_in_a_quarter(
    due: date | None, updates: tuple[tuple[date, str], ...], change: Change
) -> None:
    (found,) = seen(action(SET, due, updates)).rows
    assert found.change == change
    assert [each.day for each in found.reports] == [day for day, _ in updates if day >= IN_IT]


def test_an_action_set_in_the_quarter_is_new_unless_it_is_late_already() -> None:
    new = seen(action(date(2026, 1, 5))).rows[0]
    assert (new.before, new.change) == ("not set yet", "set")
    assert seen(action(date(2026, 1, 5), date(2026, 2, 1))).rows[0].change == "slipped"


def test_what_was_closed_before_and_stayed_so_is_not_in_hand() -> None:
    done = action(SET, None, ((BEFORE, "completed"),))
    found = seen(done, action(SET))
    assert [each.action.line for each in found.rows] != [done.line]
    assert len(found.rows) == 1


def test_the_sentence_counts_and_says_where_nobody_reported() -> None:
    late = action(SET, date(2026, 2, 2), ((BEFORE, "on track"),))
    done = action(SET, None, ((IN_IT, "completed"),))
    assert seen(late, done).sentence == (
        "Jan to Mar 2026: two actions in hand; one was reported on; one slipped and one closed."
    )
    assert (
        seen(action(SET)).sentence
        == "Jan to Mar 2026: one action in hand; none was reported on, and none moved."
    )
    told = action(SET, None, ((BEFORE, "on track"), (IN_IT, "on track")))
    assert seen(told).sentence == "Jan to Mar 2026: one action in hand; it was reported on, and none moved."
    closed = action(SET, None, ((BEFORE, "completed"),))
    assert seen(closed).sentence == "Jan to Mar 2026: no action was in hand."


def test_a_report_is_told_by_its_day() -> None:
    (found,) = seen(action(SET, None, ((IN_IT, "at risk"),))).rows
    assert report_words(found) == "1 Feb: at risk."
    assert report_words(seen(action(SET)).rows[0]) == "Nothing reported"


def test_a_quarter_has_a_name_for_links() -> None:
    assert [quarter_id(each) for each in plan_quarters([action(SET)], TODAY)] == ["2025-q4", "2026-q1"]


def test_the_quarter_of_the_annual_review_has_its_14_closed_and_55_set() -> None:
    workspace, day = shipped("wokingham"), date(2026, 4, 30)
    plan = plan_on(workspace, day, "ilacs-2026")
    assert plan is not None
    quarter = next(each for each in plan.pace.quarters if each.first == date(2015, 4, 1))
    found = monitoring(plan.actions, quarter, day, workspace.framework(day))
    assert found.sentence == (
        "Apr to Jun 2015: 69 actions in hand; 14 were reported on; 14 closed and 55 newly set."
    )
    assert sum(len(found.of_area(area)) for area in found.areas) == 69
    assert all(each.action.rationale for each in found.rows if each.change == "set")


def wokingham(day: date):  # noqa: ANN201
    workspace = shipped("wokingham")
    plan = plan_on(workspace, day, workspace.framework(day).id)
    assert plan is not None
    return sustained(plan.actions, indicators_on(workspace, day).facts)


def test_turnover_slipped_back_from_14_to_31_6_by_2019_each_figure_with_its_row() -> None:
    first = wokingham(date(2019, 5, 31))[0]
    assert (first.label, first.course) == ("Turnover", "slipped back")
    assert first.says == (
        "Turnover: 14% at March 2015 (marked doubtful), the last figure when it was closed; worse in three of four "
        "figures since, first 26.5% at September 2016, furthest the latest, 31.6% at September 2018."
    )
    rows = {(each.figure, each.file, each.line) for each in (first.at_close, *first.worse)}
    assert {
        (14.0, "observations.csv", 488),
        (26.5, "observations.csv", 490),
        (31.6, "observations.csv", 492),
    } <= rows


def test_by_2026_it_was_worse_for_a_time_and_re_referrals_never_were() -> None:
    found = wokingham(date(2026, 4, 30))
    assert [(each.label, each.course) for each in found] == [
        ("Turnover", "slipped back for a time"),
        ("Re-referrals", "sustained"),
    ]
    assert found[0].says.endswith("furthest 31.6% at September 2018; the latest 9.6% at September 2025.")
    assert sustained_sentence(found) == (
        "Of two yearly measures of closed actions one was worse for a time and one was never worse."
    )
    assert (
        sustained_sentence(found[:1])
        == "The one yearly measure of closed actions with figures since was worse for a time."
    )


def test_monthly_figures_are_left_to_their_control_charts_and_nothing_is_said_of_none() -> None:
    workspace, day = shipped("northmere"), date(2026, 11, 6)
    plan = plan_on(workspace, day, "ilacs-2026")
    assert plan is not None
    found = sustained(plan.actions, indicators_on(workspace, day).facts)
    assert found == ()
    assert sustained_sentence(found).startswith("No closed action has a yearly measure")
