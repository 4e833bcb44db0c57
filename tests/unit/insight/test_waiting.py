"""What waits for a decision."""

from datetime import date
from pathlib import Path

from readiness.insight.waiting import waiting_headline, waiting_on
from tests.unit.story.told import made

DAY = date(2026, 11, 6)


def test_nothing_on_record_waits_where_there_is_no_row(tmp_path: Path) -> None:
    assert waiting_on(made(tmp_path), DAY, "now") == ()
    assert waiting_headline(()) == "Nothing on record waits for a decision."


def test_a_crossed_line_comes_first_then_what_is_late_and_what_nobody_owns(tmp_path: Path) -> None:
    rows = {
        "observations": ["alone,2026-10-31,6,,,2026-11-01,tests"],
        "actions": [
            "ACT-1,See each child,front-door,Plan,2026-01-01,2026-10-30,",
            "ACT-2,Train each team,front-door,Plan,2026-01-01,2026-10-31,Head of service",
        ],
    }
    found = waiting_on(made(tmp_path, rows), DAY, "now")
    assert [each.sentence for each in found] == [
        "One safety line is crossed, and no open action has it as its measure: Children alone.",
        "Two overdue actions wait, the longest by seven days: See each child.",
        "One of two open actions has no role that owns it.",
    ]
    assert waiting_headline(found) == (
        "For decision: one safety line without an action, two overdue actions and one open action without an owner."
    )


def test_it_waits_only_from_the_day_on_which_it_could_be_known(tmp_path: Path) -> None:
    workspace = made(tmp_path, {"observations": ["alone,2026-10-31,6,,,2026-11-06,tests"]})
    assert waiting_on(workspace, date(2026, 11, 5), "now") == ()
    assert len(waiting_on(workspace, DAY, "now")) == 1


def test_open_actions_of_which_none_has_an_owner_are_told_as_one_or_as_none(tmp_path: Path) -> None:
    bare = [f"ACT-{number},See each child,front-door,Plan,2026-01-01,," for number in (1, 2)]
    [one] = waiting_on(made(tmp_path / "one", {"actions": bare[:1]}), DAY, "now")
    [two] = waiting_on(made(tmp_path / "two", {"actions": bare}), DAY, "now")
    assert one.sentence == "The one open action has no role that owns it."
    assert two.sentence == "None of two open actions has a role that owns it."
