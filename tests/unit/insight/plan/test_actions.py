"""How an action stands: one derivation of its status, its days overdue, and when it was closed."""

from datetime import date
from pathlib import Path

import pytest

from readiness.insight.plan.actions import NO_UPDATE, Action, actions_known
from readiness.insight.plan.chain import (
    action_marks,
    again_words,
    chain,
    late_words,
    marks_words,
    named_again,
    promised,
    standing,
)
from readiness.workspace import Workspace, open_workspace
from tests.unit.insight.plan_made import TODAY, action, closed, days_ago

CONFIG = Path(__file__).parents[4] / "config"
FILES = {
    "dataset.yaml": "title: Mine\nkind: live\nauthority: {name: Exampleshire}\n",
    "inspections.csv": (
        "inspection,framework,kind,title,published,source\n"
        "I1,ilacs-2023,inspection,Standard inspection,2024-01-10,Ofsted\n"
        "I2,ilacs-2023,focused visit,Focused visit,2025-09-01,Ofsted\n"
    ),
    "findings.csv": (
        "finding,inspection,criterion,kind,summary,source\n"
        "F1,I1,plans-and-reviews,area for improvement,Plans are weak,Page 1\n"
        "F2,I2,plans-and-reviews,area for improvement,Plans are still weak,Page 2\n"
        "F3,I2,plans-and-reviews,strength,Reviews are on time,Page 3\n"
    ),
    "actions.csv": (
        "action,title,criterion,source,created,due,owner,success_measure\n"
        "A1,Mend plans,plans-and-reviews,I1,2024-02-01,2024-12-31,Head of service,\n"
        'A2,Train,plans-and-reviews,"Board (page 2)",2025-03-01,2025-06-30,,\n'
        "A3,Later,plans-and-reviews,Board,2026-01-01,,,\n"
    ),
    "action_updates.csv": "action,date,status,note\nA1,2024-11-30,completed,Done\nA2,2025-12-01,completed,Late\n",
}


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    folder = tmp_path / "mine"
    folder.mkdir()
    for name, words in FILES.items():
        (folder / name).write_text(words, encoding="utf-8")
    made = open_workspace(CONFIG, folder)
    assert not [each for each in made.dataset.problems if each.level == "error"]
    return made


def on(workspace: Workspace, day: str) -> dict[str, Action]:
    return {each.action: each for each in actions_known(workspace, date.fromisoformat(day))}


def test_an_update_counts_from_its_own_day(workspace: Workspace) -> None:
    before, then = (on(workspace, day)["A1"] for day in ("2024-11-29", "2024-11-30"))
    assert (before.closed, before.updates) == (None, ())
    assert (then.closed, [each.status for each in then.updates]) == (date(2024, 11, 30), ["completed"])


def test_nothing_known_later_than_the_day_is_used(workspace: Workspace) -> None:
    then = on(workspace, "2025-07-10")
    assert set(then) == {"A1", "A2"}
    assert (then["A2"].status, then["A2"].overdue_days, then["A2"].updates) == ("overdue", 10, ())
    later = on(workspace, "2026-01-31")["A2"]
    assert (later.status, later.closed, later.days_late) == ("completed", date(2025, 12, 1), 154)


def test_a_source_is_named_as_the_report_or_the_plan_it_is(workspace: Workspace) -> None:
    found = on(workspace, "2025-07-10")
    assert (found["A1"].plan, found["A1"].inspection) == ("Standard inspection, January 2024", "I1")
    assert (found["A2"].plan, found["A2"].inspection) == ("Board", "")


def test_a_chain_begins_with_the_finding_of_its_own_report_and_ends_with_what_was_found_again(
    workspace: Workspace,
) -> None:
    found = chain(workspace, on(workspace, "2026-01-31")["A1"])
    assert [each.line for each in found.found] == [2]
    assert found.of_source
    assert [each.line for each in found.again] == [3]
    assert again_words(found).endswith("in one report since, last on 1 September 2025 (Focused visit).")


def test_where_its_source_is_no_report_the_chain_takes_earlier_findings_to_improve(
    workspace: Workspace,
) -> None:
    found = chain(workspace, on(workspace, "2025-07-10")["A2"])
    assert ([each.line for each in found.found], found.of_source, found.again) == ([2], False, ())
    assert again_words(found) == "No report since has named the same criterion as one to improve."


def test_a_closed_action_found_again_is_named_once_the_report_is_out(workspace: Workspace) -> None:
    before, after = (tuple(on(workspace, day).values()) for day in ("2025-08-31", "2026-01-31"))
    assert named_again(workspace, before) == ()
    assert [each.action for each in named_again(workspace, after)] == ["A1"]


def test_an_action_is_overdue_from_its_due_date_until_it_is_closed() -> None:
    due_today = action(days_ago(90), TODAY)
    assert (due_today.status, due_today.overdue_days) == ("overdue", 0)
    assert standing(due_today) == "overdue since 31 March 2026"
    assert standing(action(days_ago(90), days_ago(1))) == "overdue since 30 March 2026, one day"
    assert closed(days_ago(90), days_ago(5), days_ago(10)).overdue_days is None


def test_one_opened_again_after_its_date_is_overdue_since_then_and_was_closed_twice() -> None:
    updates = ((days_ago(40), "completed"), (days_ago(20), "on track"), (days_ago(5), "completed"))
    again = action(days_ago(90), days_ago(60), updates[:2])
    assert (again.overdue_days, again.closed) == (20, None)
    assert action(days_ago(90), days_ago(60), updates).closings == (days_ago(40), days_ago(5))


def test_impact_evidenced_after_completed_moves_no_closing_date() -> None:
    done = action(days_ago(90), None, ((days_ago(40), "completed"), (days_ago(9), "impact evidenced")))
    assert (done.closed, done.evidenced, done.closings) == (days_ago(40), (days_ago(9),), (days_ago(40),))


def test_how_an_action_stands_says_no_more_than_is_recorded() -> None:
    silent = action(days_ago(9), owner="")
    assert (silent.status, standing(silent)) == (NO_UPDATE, NO_UPDATE)
    assert promised(silent) == "Set 22 March 2026, no due date; no owner named"
    assert standing(action(days_ago(9), None, ((days_ago(3), "at risk"),))) == "at risk, 28 March 2026"


@pytest.mark.parametrize(
    ("days", "words"), [(3, "three days early"), (0, "on its due date"), (-1, "one day late")]
)
def test_closing_is_early_on_time_or_late_by_days(days: int, words: str) -> None:
    done = closed(days_ago(90), days_ago(10), days_ago(10 - days))
    assert late_words(done) == f", {words}"


def test_an_actions_days_are_marked_on_the_chart_of_its_measure_where_its_figures_reach() -> None:
    done = action(days_ago(90), None, ((days_ago(60), "completed"), (days_ago(30), "on track")))
    marks = action_marks(done, days_ago(100), TODAY)
    assert [(each.label, each.day, each.kind) for each in marks] == [
        ("set", days_ago(90), "action"),
        ("closed", days_ago(60), "action"),
    ]
    assert marks_words(marks) == "Dotted lines: 1: set, 31 December 2025; 2: closed, 30 January 2026."
    assert action_marks(done, days_ago(70), days_ago(61)) == ()
    assert marks_words(()) == "The days on which it was set or closed lie outside these figures."
