"""What holds of every plan, whatever was promised and recorded."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from readiness.insight.plan.actions import Action
from readiness.insight.plan.burn_up import burn_up
from readiness.insight.plan.facts import headline
from readiness.insight.plan.groups import gaps, groups, owner
from readiness.insight.plan.monitoring import CHANGES, monitoring
from readiness.insight.plan.pace import pace_fact, plan_quarters
from tests.pages.shipped import shipped
from tests.unit.insight.plan_made import TODAY, action

FRAMEWORK = shipped("northmere").config.frameworks["ilacs-2026"]
STATUSES = (
    "not started",
    "on track",
    "at risk",
    "partially achieved",
    "completed",
    "impact evidenced",
    "stopped",
)


@st.composite
def actions(draw: st.DrawFn) -> Action:
    """An action of the last three years with up to four updates."""
    created = TODAY - timedelta(days=draw(st.integers(0, 1000)))
    due = draw(st.none() | st.integers(0, 900).map(lambda days: created + timedelta(days=days)))
    days = st.integers(0, 1200).map(lambda days: created + timedelta(days=days))
    updates = draw(st.lists(st.tuples(days, st.sampled_from(STATUSES)), max_size=4))
    return action(created, due, tuple(updates), owner=draw(st.sampled_from(("", "Head of service", "Board"))))


PLANS = st.lists(actions(), min_size=1, max_size=12)


@given(PLANS)
def test_every_action_is_open_or_closed_and_only_open_ones_are_overdue(plan: list[Action]) -> None:
    for each in plan:
        assert each.overdue_days is None or (
            each.closed is None and each.due is not None and each.overdue_days >= 0
        )
        assert each.closed is None or each.created <= each.closed <= TODAY


@given(PLANS)
def test_the_quarters_add_up_to_the_plan(plan: list[Action]) -> None:
    quarters = plan_quarters(plan, TODAY)
    assert sum(each.opened for each in quarters) == len(plan)
    assert sum(each.closed for each in quarters) == sum(len(each.closings) for each in plan)
    assert quarters[-1].open_end == sum(each.closed is None for each in plan)
    assert all(each.overdue_end <= each.open_end for each in quarters)


@given(PLANS)
def test_groups_add_up_to_the_plan(plan: list[Action]) -> None:
    found = groups(plan, owner)
    assert sum(each.actions for each in found) == len(plan)
    assert sum(each.open + each.closed for each in found) == len(plan)
    assert gaps(plan).open == sum(each.open for each in found)


@given(PLANS)
def test_the_burn_up_ends_where_the_plan_stands(plan: list[Action]) -> None:
    found = burn_up(plan, TODAY)
    assert (found.opened[-1], found.closed[-1]) == (len(plan), sum(each.closed is not None for each in plan))
    assert found.due[-1] == sum(each.due is not None for each in plan)
    assert all(shut <= begun for shut, begun in zip(found.closed, found.opened, strict=True))


@given(PLANS)
def test_a_projection_has_its_soonest_day_first_and_a_headline_is_one_line(plan: list[Action]) -> None:
    finish = pace_fact(plan, TODAY, None).finish
    days = [day or date.max for day in finish] if finish else []
    assert days == sorted(days)
    assert headline(plan, []).endswith(".")


@given(PLANS)
def test_a_quarter_has_every_action_in_hand_once_and_its_changes_add_up(plan: list[Action]) -> None:
    for quarter in plan_quarters(plan, TODAY)[-3:]:
        found = monitoring(plan, quarter, TODAY, FRAMEWORK)
        lines = [each.action.line for each in found.rows]
        assert len(lines) == len(set(lines))
        assert {
            each.line for each in plan if each.created <= found.last and not each.closed_on(found.last)
        } <= set(lines)
        assert sum(len(found.of_area(area)) for area in found.areas) == len(lines)
        assert all(each.change in CHANGES for each in found.rows)
        assert found.sentence.startswith(f"{quarter.name}: ")
        assert found.sentence.endswith(".")
