"""Confirming or overriding an area's grade on the page: written to the file, shown at once, earlier rows kept."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from readiness.insight.challenge import confirmations_on
from readiness.workspace import open_workspace
from tests.pages.visit import ROOT, as_read, column, headings, installation, said, visited

AREA, DAY = "help-and-protection", "2025-05-30"
EXAMPLE = ROOT / "docs" / "examples" / "worked-example" / "data"
RECORDED = "2025-05-30,help-and-protection,requires improvement,good,Improvement board,Audits are new,"


@pytest.fixture
def dataset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("READINESS_WRITING", "everybody")
    folder = installation(tmp_path, monkeypatch)
    shutil.copytree(EXAMPLE, folder, dirs_exist_ok=True)
    return folder


def page(as_at: str = DAY) -> AppTest:
    shown = visited("areas.py", dataset="mine", as_at=as_at, area=AREA)
    assert not shown.exception
    return shown


GIVEN = {"confirmed": "good", "by": "Improvement board", "reason": "Audits are new", "dissent": ""}


def recorded(shown: AppTest, **other: str | None) -> AppTest:
    for name, value in (GIVEN | other).items():
        every = [*shown.selectbox, *shown.text_input, *shown.text_area]
        field = next(each for each in every if str(each.key).startswith(f"confirm-{AREA}-{name}-"))
        shown.session_state[str(field.key)] = value
    next(each for each in shown.button if each.label == "Record this").click().run()
    assert not shown.exception
    return shown


def rows(dataset: Path) -> list[str]:
    path = dataset / "confirmations.csv"
    return path.read_text(encoding="utf-8").splitlines()[1:] if path.exists() else []


def test_an_override_is_written_and_shown_at_once_beside_the_methods_own_grade(dataset: Path) -> None:
    shown = recorded(page())
    assert rows(dataset) == [RECORDED]
    assert "confirmed good, where the indicative grade was requires improvement" in said(shown)
    assert "Recorded." in shown.success[0].value
    assert "confirmations.csv, line 2" in [as_read(each.value) for each in shown.caption]


def test_a_second_confirmation_stands_above_the_first_which_is_kept(dataset: Path) -> None:
    recorded(page())
    shown = recorded(
        page(), confirmed="inadequate", reason="Seen again", dissent="Head of service: audits hold"
    )
    assert rows(dataset)[0] == RECORDED
    assert column(shown, "Line of confirmations.csv") == ["3", "2"]
    assert "**Dissent:** Head of service: audits hold." in said(shown)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"confirmed": None}, "Grade confirmed: this is needed"),
        ({"by": " "}, "By (role or board): this is needed"),
        ({"reason": ""}, "Reason: this is needed"),
        ({"reason": "Child's DOB 1/2/2014"}, "Reason: This looks like a date of birth"),
        ({"by": "jo@example.org"}, "By (role or board): This looks like an e-mail address"),
    ],
)
def test_what_is_missing_is_said_by_field_and_nothing_written(
    dataset: Path, wrong: dict[str, str | None], words: str
) -> None:
    assert words in said(recorded(page(), **wrong))
    assert rows(dataset) == []


def test_the_same_confirmation_twice_is_refused(dataset: Path) -> None:
    recorded(page())
    assert "Line 2 has the same date, area" in said(recorded(page()))
    assert rows(dataset) == [RECORDED]


def test_without_an_indicative_grade_it_says_why_there_is_nothing_to_confirm(dataset: Path) -> None:
    shown = page("2024-01-31")
    assert "Challenge" in headings(shown)
    assert "there is nothing to confirm or override yet" in said(shown)
    assert "Record this" not in [each.label for each in shown.button]


def test_a_live_dataset_is_confirmed_as_it_stands_today(dataset: Path) -> None:
    description = dataset / "dataset.yaml"
    live = description.read_text(encoding="utf-8").replace("kind: synthetic", "kind: live")
    description.write_text(live, encoding="utf-8")
    assert "A grade is confirmed as it stands today." in said(page())


def test_who_may_not_write_is_told_why_and_how_to_do_it_by_hand(
    dataset: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READINESS_WRITING", "nobody")
    words = said(page())
    assert "set to read only" in words
    assert "add a row to `confirmations.csv` with date, area (help-and-protection)" in words


def test_packs_take_the_latest_of_every_area(dataset: Path) -> None:
    recorded(page())
    opened = open_workspace(dataset.parents[1] / "config", dataset)
    assert opened.dataset.problems == ()
    [area] = confirmations_on(opened, date(2025, 5, 30), "worked-example")
    assert area.latest is not None
    assert (area.label, area.now, area.latest.confirmed, area.latest.recorded_otherwise) == (
        "Help and protection",
        "requires improvement",
        "good",
        False,
    )
    [before] = confirmations_on(opened, date(2025, 5, 29), "worked-example")
    assert (before.latest, before.now) == (None, "requires improvement")
