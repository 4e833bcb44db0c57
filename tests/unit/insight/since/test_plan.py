"""What became of the plan between two days: late, closed, slipped, added."""

from pathlib import Path

import pytest

from tests.unit.insight.grip_made import made
from tests.unit.insight.since_made import sentences, told


def plan(folder: Path, updates: tuple[str, ...], due: str = "2026-02-28") -> list[str]:
    row = f"a1,Train every team,supervision,Board,2025-01-06,{due},,"
    return sentences(told(made(folder, actions=(row,), action_updates=updates)), "action")


def test_an_action_that_became_overdue_is_told_with_its_title(tmp_path: Path) -> None:
    assert plan(tmp_path, ()) == ["The action “Train every team” became overdue."]
    assert plan(tmp_path, (), due="2025-06-30") == []


def test_an_action_that_was_closed_is_told_and_whether_it_worked(tmp_path: Path) -> None:
    assert plan(tmp_path, ("a1,2026-01-10,completed",)) == ["The action “Train every team” was closed."]
    assert plan(tmp_path, ("a1,2026-01-10,impact evidenced",)) == [
        "The action “Train every team” was closed, with impact recorded as evidenced."
    ]
    both = ("a1,2025-09-10,completed", "a1,2026-01-10,impact evidenced")
    assert plan(tmp_path, both) == [
        "The action “Train every team” was closed earlier and is now recorded with impact evidenced."
    ]


@pytest.mark.parametrize(
    ("statuses", "words"),
    [
        (("completed", "completed"), "were closed: "),
        (("completed", "impact evidenced"), "were closed, one of them with impact recorded as evidenced: "),
        (("impact evidenced",) * 2, "were closed, all of them with impact recorded as evidenced: "),
    ],
)
def test_of_several_actions_closed_it_is_said_how_many_record_impact(
    tmp_path: Path, statuses: tuple[str, ...], words: str
) -> None:
    rows = tuple(f"a{each},Action {each},supervision,Board,2025-01-06,,," for each in (0, 1))
    updates = tuple(f"a{each},2026-01-10,{status}" for each, status in enumerate(statuses))
    (said,) = sentences(told(made(tmp_path, actions=rows, action_updates=updates)), "action")
    assert said == f"Two actions {words}“Action 0” and “Action 1”."


def test_an_action_that_slipped_or_was_opened_again_is_told(tmp_path: Path) -> None:
    at_risk = ("a1,2025-02-01,on track", "a1,2026-01-10,at risk")
    assert plan(tmp_path, at_risk, due="") == ["The action “Train every team” is newly at risk."]
    again = ("a1,2025-02-01,completed", "a1,2026-01-10,on track")
    assert plan(tmp_path, again, due="") == ["The action “Train every team” was closed and is open again."]


def test_several_actions_are_counted_and_two_are_named(tmp_path: Path) -> None:
    rows = tuple(f"a{number},Action {number},supervision,Board,2026-01-06,,," for number in range(5))
    assert sentences(told(made(tmp_path, actions=rows)), "action") == [
        "Five actions were added to the plan: “Action 0”, “Action 1” and three more."
    ]
