"""Taking down what a meeting agrees: it lands in the file, is shown at once, and is there after a restart."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from readiness.insight.decisions import decisions_of
from readiness.workspace import open_workspace
from tests.pages.visit import ROOT, as_read, installation, run, said

DAY = date(2026, 4, 30)
SCRIPT = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from datetime import date
from ui import loading
from ui.decide import show_decide
from ui.state import View
opened = loading.workspace(loading.configuration().settings, "mine")
day = date({DAY.year}, {DAY.month}, {DAY.day})
show_decide(View(opened, "mine", day, opened.framework(day)), day)
"""


@pytest.fixture
def dataset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("READINESS_WRITING", "everybody")
    return installation(tmp_path, monkeypatch)


def screen() -> AppTest:
    shown = run(SCRIPT)
    assert not shown.exception
    return shown


def box(shown: AppTest, column: str) -> Any:  # noqa: ANN401
    every = [*shown.text_input, *shown.text_area, *shown.selectbox, *shown.date_input]
    return next(each for each in every if str(each.key).startswith(f"decide-{column}-"))


def rows(shown: AppTest) -> list[str]:
    return [as_read(each.value) for each in shown.caption]


def fill(shown: AppTest, **values: object) -> AppTest:
    for name, value in values.items():
        box(shown, name).set_value(value)
    shown.button[0].click().run()
    assert not shown.exception
    return shown


def action(shown: AppTest, **other: object) -> AppTest:
    given = {"title": "Weekly review of late plans", "criterion": "front-door", "owner": "Head of service"}
    return fill(shown, **(given | other))


def test_an_action_is_written_and_shown_at_once_and_the_form_is_empty_again(dataset: Path) -> None:
    shown = action(screen(), due=date(2026, 6, 30), rationale="One in five\n\nis late")
    assert "One action has been taken down on 30 April 2026." in said(shown)
    assert "The action is taken down." in shown.success[0].value
    assert box(shown, "title").value == ""
    assert (dataset / "actions.csv").read_text(encoding="utf-8").splitlines()[1:] == [
        "ACT-001,Weekly review of late plans,front-door,Meeting of 30 April 2026,2026-04-30,2026-06-30,"
        "Head of service,,One in five is late"
    ]


def test_it_is_there_after_a_restart(dataset: Path) -> None:
    action(screen())
    action(screen(), title="A second")
    opened = open_workspace(dataset.parents[1] / "config", dataset)
    assert [(each.id, each.title) for each in decisions_of(opened, DAY)] == [
        ("ACT-001", "Weekly review of late plans"),
        ("ACT-002", "A second"),
    ]
    assert opened.dataset.problems == ()
    assert rows(screen()) == ["Action ACT-002 (actions.csv, line 3)", "Action ACT-001 (actions.csv, line 2)"]


def test_a_decision_with_nothing_to_do_goes_to_the_signals(dataset: Path) -> None:
    shown = screen()
    shown.segmented_control(key="decide-kind").set_value("decision").run()
    fill(
        shown,
        decision="Keep the threshold as it is",
        about="front-door",
        what="Contacts rose by a third",
        first_known=date(2026, 2, 1),
        known_by="Service manager",
    )
    assert "One decision has been taken down" in said(shown)
    assert (dataset / "signals.csv").read_text(encoding="utf-8").splitlines()[1:] == [
        "SIG-001,2026-02-01,Service manager,front-door,Contacts rose by a third,2026-04-30,"
        "Keep the threshold as it is,,"
    ]


def test_a_signal_on_record_is_offered_only_while_it_waits(dataset: Path) -> None:
    head = "signal,first_known,known_by,about,what,decided,decision,effect_checked,effect\n"
    row = "SIG-01,2026-01-12,Team manager,front-door,Contacts wait,,,,\n"
    (dataset / "signals.csv").write_text(head + row, encoding="utf-8")
    shown = screen()
    shown.segmented_control(key="decide-kind").set_value("answer").run()
    fill(shown, signal="SIG-01", decision="Two posts moved")
    written = (dataset / "signals.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert written == ["SIG-01,2026-01-12,Team manager,front-door,Contacts wait,2026-04-30,Two posts moved,,"]
    assert "One decision has been taken down" in said(shown)
    assert "answer" not in screen().segmented_control(key="decide-kind").options


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"title": ""}, "What is to be done: this is needed"),
        ({"criterion": None}, "Area or theme: this is needed"),
        ({"owner": " "}, "Owner's role: Name the role that owns it"),
        ({"title": "=1+1"}, "What is to be done: A text may not begin with this sign"),
        ({"rationale": "Born 12/03/2014"}, "Why: This looks like a date of birth"),
    ],
)
def test_what_is_wrong_is_said_by_field_and_what_was_typed_stays(
    dataset: Path, wrong: dict[str, object], words: str
) -> None:
    shown = action(screen(), **wrong)
    assert words in said(shown)
    assert not (dataset / "actions.csv").exists()
    assert box(shown, "owner").value == wrong.get("owner", "Head of service")


def test_who_may_not_write_sees_what_is_down_and_why_there_is_no_form(
    dataset: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    action(screen())
    monkeypatch.setenv("READINESS_WRITING", "nobody")
    shown = screen()
    assert "One action has been taken down" in said(shown)
    assert "set to read only" in said(shown)
    assert not shown.button


def test_the_right_to_write_is_asked_again_as_it_is_saved(
    dataset: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = screen()
    monkeypatch.setenv("READINESS_WRITING", "nobody")
    action(shown)
    assert "set to read only" in said(shown)
    assert not (dataset / "actions.csv").exists()


def test_what_another_took_down_meanwhile_is_shown_with_ones_own(dataset: Path) -> None:
    mine, theirs = screen(), screen()
    action(theirs, title="Theirs")
    action(mine, title="Mine")
    assert said(mine).index("**Mine**") < said(mine).index("**Theirs**")
    assert len(rows(mine)) == 2


def test_a_form_that_can_not_write_to_the_disk_says_so(dataset: Path) -> None:
    (dataset / "actions.csv").mkdir()
    assert "Nothing was saved." in said(action(screen()))
