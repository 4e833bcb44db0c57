"""Signals as they stood on a day: what waits, for how long, and how long decisions took."""

from datetime import date
from pathlib import Path

import pytest

from readiness.insight.grip.signals import Signals, signals_on, stands_words
from readiness.workspace import Workspace
from tests.unit.insight.grip_made import made, signal

DAY = date(2026, 3, 31)


def on(workspace: Workspace, day: date = DAY) -> Signals:
    return signals_on(workspace, day, "ilacs-2026")


def test_days_run_from_known_to_decided_to_checked(tmp_path: Path) -> None:
    found = on(
        made(tmp_path, signals=(signal("a", "2026-01-01", decided="2026-01-11", checked="2026-03-12"),))
    )
    (each,) = found.every
    assert (each.to_decide, each.to_check, each.waited, each.line) == (10, 60, 0, 2)
    assert stands_words(each) == "decided after 10 days, effect checked 60 days later"
    assert found.sentences == ("The one signal on record was followed to a check of the effect.",)


def test_those_that_wait_come_first_the_longest_first(tmp_path: Path) -> None:
    rows = (
        signal("done", "2025-01-01", decided="2025-02-01", checked="2025-03-01"),
        signal("new", "2026-03-30"),
        signal("unchecked", "2025-06-01", decided="2025-07-01"),
        signal("old", "2026-01-30"),
    )
    found = on(made(tmp_path, signals=rows))
    assert [each.id for each in found.every] == ["old", "new", "unchecked", "done"]
    assert found.sentences == (
        "Two signals wait for a decision, the longest for 60 days.",
        "One signal waits for its effect to be checked, for 273 days.",
    )


def test_nothing_that_came_after_the_day_is_known_on_it(tmp_path: Path) -> None:
    workspace = made(
        tmp_path, signals=(signal("a", "2026-01-01", decided="2026-01-11", checked="2026-03-12"),)
    )
    assert on(workspace, date(2025, 12, 31)).every == ()
    before = {day: on(workspace, day).every[0] for day in (date(2026, 1, 10), date(2026, 3, 11))}
    assert [each.state for each in before.values()] == [
        "waiting for a decision",
        "waiting for its effect to be checked",
    ]
    assert [(each.decision, each.effect) for each in before.values()] == [("", ""), ("Act", "")]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (signal("a", "2026-03-31"), "waiting for a decision; a decision is written down without its day"),
        (signal("a", "2026-03-30", decision=""), "waiting for a decision for one day"),
        (signal("a", "2026-03-31", decided="2026-03-31"), "decided the same day, its effect not checked"),
        (
            signal("a", "2026-03-01", decided="2026-03-01", checked="2026-03-01"),
            "decided the same day, effect checked the same day",
        ),
        (
            signal("a", "2026-03-01", checked="2026-03-04", decision=""),
            "effect checked after three days; no decision has a day",
        ),
    ],
)
def test_where_a_signal_stands_is_said_without_more_than_is_recorded(
    tmp_path: Path, row: str, words: str
) -> None:
    assert stands_words(on(made(tmp_path, signals=(row,))).every[0]) == words


def decided_after(*days: int) -> tuple[str, ...]:
    return tuple(signal(f"s{day}", "2026-01-01", decided=f"2026-01-{1 + day:02d}") for day in days)


def test_a_median_is_said_with_its_number_and_range_and_who_is_not_in_it(tmp_path: Path) -> None:
    found = on(made(tmp_path, signals=(*decided_after(2, 5, 20), signal("w", "2026-01-01"))))
    assert found.took == "Decisions took a median of 5 days"
    assert found.pace == (
        "Three decisions: a median of 5 days from first known (2 to 20). No effect has been checked yet. "
        "The four still waiting are not in these figures until the wait ends."
    )


def test_two_decisions_are_named_and_no_median_is_said_of_them(tmp_path: Path) -> None:
    found = on(made(tmp_path, signals=decided_after(2, 5)))
    assert found.took == "Two decisions so far, too few to say how long one takes"
    assert found.pace.startswith("Two decisions took 2 and 5 days from first known.")


def test_without_a_signal_nothing_is_said_of_pace(tmp_path: Path) -> None:
    found = on(made(tmp_path, signals=()))
    assert (found.every, found.pace, found.took) == ((), "", "")
    assert found.sentences == ("No signal is on record by 31 March 2026.",)
