"""As presented on: a link opens what was presented, whatever the files have become; nothing can be written in it."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from readiness.evidence.fingerprint import fingerprint
from readiness.snapshots.freeze import Presented, freeze
from readiness.snapshots.shelf import snapshots
from readiness.story.story import story
from readiness.workspace import open_workspace
from tests.pages.visit import ROOT, as_read, installation, opened, run, said, visited
from ui.state import PAGES

DAY = "2025-03-31"
EXAMPLE = ROOT / "docs" / "examples" / "worked-example" / "data"


@pytest.fixture
def dataset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation with the worked example's rows, as somebody's own."""
    mine = installation(tmp_path, monkeypatch)
    for path in EXAMPLE.glob("*.csv"):
        shutil.copy(path, mine)
    return mine


def frozen(dataset: Path, title: str = "Improvement board") -> str:
    home = dataset.parents[1]
    presented = Presented("meeting", title, date.fromisoformat(DAY), "worked-example", titles=("One",))
    workspace = open_workspace(home / "config", dataset)
    return freeze(workspace, presented, home / "data" / "national", home / "snapshots").id


def change(dataset: Path) -> None:
    """Another audit and another figure, which move the score."""
    with (dataset / "audits.csv").open("a", encoding="utf-8") as file:
        file.write("third,2025-03-01,front-door,inadequate,inadequate\n")
    path = dataset / "observations.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("22.5", "39"), encoding="utf-8")


def test_a_snapshot_re_opened_after_the_data_changed_shows_the_old_figures_and_names_the_changes(
    dataset: Path,
) -> None:
    kept = frozen(dataset)
    then = visited("overview.py", dataset="mine", as_at=DAY)
    change(dataset)
    now = visited("overview.py", dataset="mine", as_at=DAY)
    again = visited("overview.py", snapshot=kept)
    assert not again.exception
    assert [each.value for each in again.metric] == [each.value for each in then.metric]
    assert again.title[0].value == then.title[0].value
    assert [each.value for each in again.metric] != [each.value for each in now.metric]
    words = said(again)
    assert "(Improvement board), as at 31 March 2025." in words
    assert "audits.csv: 1 row added (line 4)" in words
    assert "observations.csv: 1 row changed (line 2: value 22.5 → 39)" in words
    assert len(again.warning) == 0


def test_what_was_presented_survives_the_loss_of_the_dataset_and_a_broken_rule(dataset: Path) -> None:
    kept = frozen(dataset)
    shutil.rmtree(dataset)
    again = visited("overview.py", snapshot=kept)
    assert not again.exception
    assert "the folder mine is gone" in said(again)


@pytest.mark.parametrize("page", [entry.file for entry in PAGES])
def test_every_page_works_in_it_and_changes_nothing_of_it(dataset: Path, page: str) -> None:
    kept = frozen(dataset)
    folder = dataset.parents[1] / "snapshots"
    before = fingerprint(folder)
    visit = visited(page, snapshot=kept)
    assert not visit.exception
    assert visit.title or page == "meeting.py"
    assert "As presented on" in said(visit)
    assert fingerprint(folder) == before


def test_other_parameters_of_the_link_do_not_change_what_was_presented(dataset: Path) -> None:
    kept = frozen(dataset)
    page = visited("overview.py", snapshot=kept, as_at="2024-01-31", dataset="elsewhere", framework="none")
    assert not page.exception
    assert "as at 31 March 2025" in said(page)


def test_back_to_today_leaves_it_for_the_dataset_as_it_is(dataset: Path) -> None:
    kept = frozen(dataset)
    page = visited("overview.py", snapshot=kept)
    page.button(key="leave-snapshot").click().run()
    assert not page.exception
    assert "As presented on" not in said(page)
    assert [each.value for each in page.selectbox if each.label == "Dataset"] == ["mine"]


@pytest.mark.parametrize("name", ["2025-03-31-nobody", "../config", "..", "%2e%2e/config", "*x* [y](z)"])
def test_an_unknown_id_is_said_clearly_and_the_way_back_is_there(dataset: Path, name: str) -> None:
    frozen(dataset)
    page = opened(snapshot=name)
    assert not page.exception
    assert (
        f"No snapshot with this id is kept here. It may have been made on another installation. The link says: {name}"
        in (as_read(page.error[0].value))
    )
    page.button(key="leave-snapshot").click().run()
    assert page.title


def test_frozen_files_that_were_changed_are_warned_of(dataset: Path) -> None:
    kept = frozen(dataset)
    audits = dataset.parents[1] / "snapshots" / kept / "data" / "mine" / "audits.csv"
    audits.chmod(0o644)
    audits.write_text(
        audits.read_text(encoding="utf-8").replace("good,good", "inadequate,inadequate"), encoding="utf-8"
    )
    words = said(visited("overview.py", snapshot=kept))
    assert "Frozen files were changed after they were kept: data/audits.csv." in words
    assert "was presented at" in words and "this software" in words


FORM = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from datetime import date
import streamlit as st
from ui import loading
from ui.snapshots import show_freeze, show_snapshots
from ui.state import View
opened = loading.workspace(loading.configuration().settings, "mine")
view = View(opened, "mine", date(2025, 3, 31), opened.framework(date(2025, 3, 31), "worked-example"))
show_freeze(view, date(2024, 12, 31), ("What we found",))
show_snapshots(view)
"""


def form(monkeypatch: pytest.MonkeyPatch, writing: str) -> AppTest:
    monkeypatch.setenv("READINESS_WRITING", writing)
    page = run(FORM)
    assert not page.exception
    return page


def test_who_may_write_keeps_what_is_on_screen_and_finds_it_in_the_list(
    dataset: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = form(monkeypatch, "everybody")
    assert "Nothing that was presented from this dataset has been kept yet." in said(page)
    page.text_input[0].set_value("Board of *March*")
    page.button[0].click().run()
    assert not page.exception
    (kept,) = snapshots(dataset.parents[1] / "snapshots").snapshots
    assert (kept.id, kept.title) == ("2025-03-31-mine-board-of-march", "Board of *March*")
    assert (kept.since, kept.titles) == (date(2024, 12, 31), ("What we found",))
    assert kept.id in as_read(page.success[0].value)
    opens = page.button(key=f"row-open-snapshot-{kept.id}")
    assert as_read(opens.label) == "Meeting, 31 March 2025: Board of *March*"
    assert any("Nothing has changed in the files since." in as_read(each.value) for each in page.caption)


def test_who_may_not_write_is_told_why_and_can_keep_nothing(
    dataset: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = form(monkeypatch, "nobody")
    assert not page.text_input
    assert any("read only" in each.value for each in page.caption)


def test_the_meeting_page_says_whether_its_screens_read_as_presented(dataset: Path) -> None:
    home = dataset.parents[1]
    day = date.fromisoformat(DAY)
    workspace = open_workspace(home / "config", dataset)
    titles = tuple(each.title for each in story(workspace, day, "worked-example", date(2024, 12, 31)))
    for number, presented in enumerate((titles, ("Something else", *titles[1:]))):
        what = Presented("meeting", f"Board {number}", day, "worked-example", date(2024, 12, 31), presented)
        kept = freeze(workspace, what, home / "data" / "national", home / "snapshots")
        page = visited("meeting.py", snapshot=kept.id)
        assert not page.exception
        assert (f"Each of its {len(titles)} screens still has the title" in said(page)) == (number == 0)
        assert ("“Something else” was presented; this software says" in said(page)) == (number == 1)
