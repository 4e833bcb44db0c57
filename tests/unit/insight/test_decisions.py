"""What a meeting agreed: read back from the files, said in a sentence, and written with its day and source."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from readiness.insight.decisions import (
    NewAction,
    NewDecision,
    decisions_of,
    decisions_sentence,
    details,
    meeting_source,
    take_action,
    take_answer,
    take_decision,
    waiting_signals,
)
from readiness.insight.plan.facts import plan_on
from readiness.problems import UserError
from readiness.workspace import Workspace, open_workspace
from tests.pages.shipped import shipped
from tests.unit.insight.grip_made import CONFIG, made, signal

DAY = date(2026, 11, 27)
ACTION = NewAction("Weekly review", "front-door", "Head of service")
DECISION = NewDecision("Keep it", "supervision", "Supervision is late", date(2026, 10, 1), "Team manager")


def again(workspace: Workspace) -> Workspace:
    return open_workspace(CONFIG, workspace.dataset.folder)


def columns(error: UserError) -> list[str | None]:
    return [problem.column for problem in error.problems]


def test_the_source_of_an_action_names_the_meeting_by_its_day() -> None:
    assert meeting_source(DAY) == "Meeting of 27 November 2026"


def test_what_a_meeting_agrees_moves_no_score_and_is_not_told_to_lack_an_update_that_day(
    tmp_path: Path,
) -> None:
    before = shipped("wokingham")
    day = date(2026, 4, 2)
    framework = before.framework(day).id
    folder = shutil.copytree(before.dataset.folder, tmp_path / "wokingham")
    own = open_workspace(before.config.folder, folder)
    take_action(own, day, NewAction("Weekly review", "help-and-protection", "Head of service"))
    after = open_workspace(before.config.folder, folder)
    assert after.score(day, framework).areas == before.score(day, framework).areas
    held, lacking = (plan_on(each, day, framework) for each in (before, after))
    assert held and lacking
    assert len(lacking.gaps.no_update) == len(held.gaps.no_update)


def test_what_is_taken_down_is_read_back_with_names_file_and_line(tmp_path: Path) -> None:
    workspace = made(tmp_path)
    assert take_action(workspace, DAY, ACTION) == 2
    assert take_decision(workspace, DAY, DECISION) == 2
    action, decision = decisions_of(again(workspace), DAY)
    assert (action.kind, action.id, action.subject, action.owner) == (
        "action",
        "ACT-001",
        "Front door, thresholds and consent",
        "Head of service",
    )
    assert (decision.kind, decision.title, decision.why, decision.owner) == (
        "decision",
        "Keep it",
        "Supervision is late",
        "Team manager",
    )
    assert (decision.file, decision.line) == ("signals.csv", 2)


def test_only_the_day_of_the_meeting_and_its_own_source_count(tmp_path: Path) -> None:
    workspace = made(
        tmp_path,
        actions=(
            "a1,Ours,front-door,Meeting of 27 November 2026,2026-11-27,,,",
            "a2,Earlier,front-door,Meeting of 26 November 2026,2026-11-26,,,",
            "a3,Same day,front-door,Review,2026-11-27,,,",
        ),
        signals=(signal("s1", "2026-01-01", decided="2026-11-27"), signal("s2", "2026-11-27")),
    )
    assert [each.id for each in decisions_of(workspace, DAY)] == ["a1", "s1"]


def test_ids_go_on_from_the_files_own(tmp_path: Path) -> None:
    workspace = made(
        tmp_path,
        actions=("ACT-261,Old,front-door,Review,2026-01-01,,,",),
        signals=(signal("SIG-04", "2026-01-01"),),
    )
    take_action(workspace, DAY, ACTION)
    take_decision(workspace, DAY, DECISION)
    assert [each.id for each in decisions_of(again(workspace), DAY)] == ["ACT-262", "SIG-05"]


@pytest.mark.parametrize(
    ("action", "column"),
    [
        (NewAction("", "front-door", "Head"), "title"),
        (NewAction("Do", "", "Head"), "criterion"),
        (NewAction("Do", "front-dor", "Head"), "criterion"),
        (NewAction("Do", "front-door", " "), "owner"),
        (NewAction("Do", "front-door", "Head", date(2026, 11, 26)), "due"),
        (NewAction("Do", "front-door", "Head", measure="nothing"), "success_measure"),
    ],
)
def test_an_action_that_could_not_be_followed_up_is_refused(
    tmp_path: Path, action: NewAction, column: str
) -> None:
    workspace = made(tmp_path)
    with pytest.raises(UserError) as raised:
        take_action(workspace, DAY, action)
    assert columns(raised.value) == [column]
    assert not (tmp_path / "actions.csv").exists()


@pytest.mark.parametrize(
    ("decision", "column"),
    [
        (NewDecision(" ", "supervision", "Late", DAY, "Team manager"), "decision"),
        (NewDecision("Keep", "supervision", "", DAY, "Team manager"), "what"),
        (NewDecision("Keep", "supervision", "Late", None, "Team manager"), "first_known"),
        (NewDecision("Keep", "supervision", "Late", date(2026, 11, 28), "Team manager"), "first_known"),
        (NewDecision("Keep", "supervision", "Late", DAY, ""), "known_by"),
    ],
)
def test_a_decision_without_its_matter_is_refused(tmp_path: Path, decision: NewDecision, column: str) -> None:
    workspace = made(tmp_path)
    with pytest.raises(UserError) as raised:
        take_decision(workspace, DAY, decision)
    assert columns(raised.value) == [column]
    assert not (tmp_path / "signals.csv").exists()


@pytest.mark.parametrize(
    ("dues", "decided", "said"),
    [
        ((), 0, "Nothing has been taken down on 27 November 2026 yet."),
        (("2026-12-01",), 0, "One action has been taken down on 27 November 2026."),
        ((), 1, "One decision has been taken down on 27 November 2026."),
        (
            ("",),
            2,
            "One action and two decisions have been taken down on 27 November 2026. The action has no due date, so it "
            "can't be called overdue.",
        ),
        (
            ("", "2026-12-01"),
            0,
            "Two actions have been taken down on 27 November 2026. One action has no due date, so it can't be called "
            "overdue.",
        ),
        (
            ("", ""),
            0,
            "Two actions have been taken down on 27 November 2026. No action has a due date, so none can be called "
            "overdue.",
        ),
        (
            ("", "", "2026-12-01"),
            0,
            "Three actions have been taken down on 27 November 2026. Two actions have no due date, so they can't be "
            "called overdue.",
        ),
    ],
)
def test_the_sentence_counts_what_is_down_and_what_has_no_date(
    tmp_path: Path, dues: tuple[str, ...], decided: int, said: str
) -> None:
    workspace = made(
        tmp_path,
        actions=tuple(
            f"a{at},Do,front-door,{meeting_source(DAY)},{DAY},{due},," for at, due in enumerate(dues)
        ),
        signals=tuple(signal(f"s{at}", "2026-01-01", decided=str(DAY)) for at in range(decided)),
    )
    assert decisions_sentence(decisions_of(workspace, DAY), DAY) == said


def test_the_details_name_what_is_missing(tmp_path: Path) -> None:
    workspace = made(
        tmp_path,
        actions=(
            f"a1,Do,supervision,{meeting_source(DAY)},{DAY},2026-12-01,Head of service,supervision-on-time",
            f"a2,Do,supervision,{meeting_source(DAY)},{DAY},,,",
        ),
        signals=(signal("s1", "2026-01-01", decided=str(DAY), what="Late again."),),
    )
    whole, bare, decision = decisions_of(workspace, DAY)
    assert details(whole).endswith("Head of service, due 1 December 2026, measured by Supervision on time")
    assert details(bare).endswith("No owner named, no due date, no measure named")
    assert details(decision).endswith("The matter: Late again. Known by: Team manager")


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(UserError) as raised:
        take_action(made(tmp_path), DAY, NewAction("", "", "", date(2026, 1, 1)))
    assert columns(raised.value) == ["due", "owner", "title", "criterion"]


def test_a_signal_that_waits_is_decided_on_in_its_own_row(tmp_path: Path) -> None:
    workspace = made(
        tmp_path,
        signals=(
            signal("s1", "2026-01-01", decision=""),
            signal("s2", "2026-01-01", decided="2026-02-01"),
            signal("s3", "2026-03-01"),
            signal("s4", "2026-12-01", decision=""),
        ),
    )
    assert [each.id for each in waiting_signals(workspace, DAY)] == ["s1"]
    assert take_answer(workspace, DAY, "s1", "Two posts moved, from January") == 2
    after = again(workspace)
    assert waiting_signals(after, DAY) == ()
    [decision] = decisions_of(after, DAY)
    assert (decision.id, decision.title, decision.line) == ("s1", "Two posts moved, from January", 2)
    with pytest.raises(UserError, match="Nothing is overwritten"):
        take_answer(workspace, DAY, "s1", "Something else")


@pytest.mark.parametrize(("name", "decision", "column"), [("", "Go", "signal"), ("s1", " ", "decision")])
def test_an_answer_names_its_signal_and_what_was_decided(
    tmp_path: Path, name: str, decision: str, column: str
) -> None:
    workspace = made(tmp_path, signals=(signal("s1", "2026-01-01", decision=""),))
    with pytest.raises(UserError) as raised:
        take_answer(workspace, DAY, name, decision)
    assert columns(raised.value) == [column]
