"""Safety: what is not known is loudest, then what is crossed, every count with its row, teams, serious events."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from readiness.insight.safety.room import safety_room
from tests.pages.shipped import FRAMEWORKS, opened, shipped
from tests.pages.visit import as_read, column, headings, installation, said, visited

TODAY = "2026-11-06"
DATASETS = ["northmere", "wokingham", "reading"]
ADD = "What is not known, and what to add"


def safety(dataset: str = "northmere", as_at: str = TODAY, **more: str) -> AppTest:
    return visited("safety.py", dataset=dataset, as_at=as_at, **more)


@pytest.mark.parametrize("dataset", DATASETS)
@pytest.mark.parametrize("as_at", ["2011-01-01", "2017-04-30", "2024-06-30"])
def test_every_day_since_2011_can_be_shown(dataset: str, as_at: str) -> None:
    page = safety(dataset, as_at)
    day, workspace = opened(as_at)[0], shipped(dataset)
    assert not page.exception
    found = workspace.once(safety_room, day, workspace.framework(day).id)
    assert as_read(page.title[0].value) == found.headline


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_every_framework_can_be_shown(framework: str) -> None:
    page = safety(framework=framework)
    assert not page.exception
    assert headings(page)[0] == "What is crossed, since when, and who acts"


def test_the_child_not_made_safe_is_in_the_title_and_what_is_not_known_in_the_first_box() -> None:
    page = safety()
    assert as_read(page.title[0].value).startswith(
        "One child found unsafe in an audit is not recorded as made safe;"
    )
    assert as_read(page.error[0].value).startswith("**? Not known: 6 of 20.**")
    assert "What is not known is not clear." in as_read(page.error[0].value)
    assert "Found unsafe on 4 October 2026, 33 days ago." in said(page)
    assert "**Who acts for children found unsafe:** No owner on record" in said(page)


def test_what_is_known_is_folded_under_how_much_it_is() -> None:
    labels = [as_read(each.label) for each in safety().expander]
    assert "14 counts: what was last seen, who acts, and its row" in labels


def test_a_crossed_line_says_since_when_how_old_it_is_and_where_it_stands() -> None:
    page = safety("reading", "2017-04-30")
    assert "Crossed in both figures known, at least since 15 June 2016" in said(page)
    captions = " ".join(as_read(each.value) for each in page.caption)
    assert "Crossed when below 70% · Known on 24 March 2017, 37 days ago; fresh for 62 days" in captions
    assert "observations.csv, line 210" in captions
    assert "No open action has it as its measure" in said(page)


def test_every_known_count_has_its_state_in_words_and_its_row() -> None:
    page = safety()
    states = [as_read(cell).rsplit(" · ", 1)[0] for cell in column(page, "State and safety count")]
    assert states == ["✖ Crossed", "? Not known lately", *["· Known"] * 6, *["✓ Clear"] * 6]
    places = [as_read(cell) for cell in column(page, "How old it is, and its row")]
    assert all("csv, line" in place for place in places)


def test_teams_serious_events_and_learning_are_shown() -> None:
    page = safety()
    assert "Low end: Family Safeguarding C, 78.2%" in said(page)
    assert "three of them without what was learnt" in said(page)
    assert [as_read(cell) for cell in column(page, "What was learnt")][:3] == ["? Not recorded"] * 3


def test_what_is_mostly_not_known_says_which_rows_to_add() -> None:
    page = safety("wokingham", "2026-04-02")
    assert headings(page)[0] == ADD
    wanted = [as_read(cell) for cell in column(page, "Why it is not known, and what to add")]
    assert len(wanted) == 16
    assert "Add rows for children-without-allocated-social-worker to observations.csv." in wanted[1]
    assert {"observations.csv", "serious_events.csv"} <= {
        word.strip("`.") for each in page.info for word in each.value.split()
    }


def test_with_nothing_at_all_it_says_that_nothing_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installation(tmp_path, monkeypatch)
    page = visited("safety.py", as_at="2025-03-31")
    assert not page.exception
    assert "can't be said" in as_read(page.title[0].value)
    assert headings(page) == [ADD, "By team", "Serious events"]


def test_words_from_the_file_are_shown_as_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dataset = installation(tmp_path, monkeypatch)
    row = "date,kind,count,learning\n2025-03-01,ombudsman,1,**Ask** <b>x</b>\n"
    (dataset / "serious_events.csv").write_text(row, encoding="utf-8")
    page = visited("safety.py", as_at="2025-03-31")
    assert not page.exception
    assert r"\*\*Ask\*\* \<b\>x\</b\>" in "\n".join(each.value for each in page.markdown)
