"""Grip: what waits for a decision, what nobody has answered, and what inspectors found first."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from readiness.insight.grip.facts import grip_on
from tests.pages.shipped import DATES, FRAMEWORKS, opened, shipped
from tests.pages.visit import as_read, column, headings, installation, said, visited

TODAY = "2026-11-06"
DATASETS = ["northmere", "wokingham", "reading"]
HEAD = "signal,first_known,known_by,about,what,decided,decision,effect_checked,effect\n"


def grip(dataset: str = "northmere", as_at: str = TODAY, **more: str) -> AppTest:
    return visited("grip.py", dataset=dataset, as_at=as_at, **more)


@pytest.mark.parametrize("dataset", DATASETS)
@pytest.mark.parametrize("as_at", [*DATES, "2024-02-12", "2025-07-29"])
def test_every_day_since_2011_can_be_shown(dataset: str, as_at: str) -> None:
    page = grip(dataset, as_at)
    day, workspace = opened(as_at)[0], shipped(dataset)
    assert not page.exception
    assert as_read(page.title[0].value) == grip_on(workspace, day, workspace.framework(day).id).headline[0]


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_every_framework_can_be_shown(framework: str) -> None:
    page = grip(framework=framework)
    assert not page.exception
    assert "What inspectors found, and whether we knew" in headings(page)


def test_the_page_opens_with_what_waits_longest() -> None:
    page = grip()
    assert as_read(page.title[0].value) == "Four signals wait for a decision, the longest for 144 days."
    assert "Three signals wait for their effect to be checked, the longest for 655 days." in said(page)
    assert len(page.get("plotly_chart")) == 1
    assert headings(page)[0] == "Decisions took a median of 28 days, checks of the effect 189 more"


def test_a_known_concern_without_a_decision_comes_with_its_row() -> None:
    words = said(grip())
    assert "▲ Known, nothing decided] Re-referrals" in words
    assert "waiting for a decision for 144 days. (signals.csv, line 9)" in words


def test_a_concern_that_nobody_answered_says_which_row_to_add() -> None:
    words = said(grip(as_at="2025-07-29"))
    assert "▲ Not answered] Caseload" in words
    assert "To answer one, add a row to `signals.csv` with its id as about" in words


def test_what_inspectors_found_is_held_against_the_record() -> None:
    page = grip()
    cells = [as_read(cell) for cell in column(page, "On record before the report?")]
    assert cells[1].startswith("Yes, 171 days before: SIG-03")
    assert cells[0] == cells[2] == "No: no signal about it was on record"


def test_serious_events_are_listed_with_what_is_not_recorded_yet() -> None:
    page = grip()
    assert "three of 15 rows do not say yet what was learned" in said(page)
    assert column(page, "What was learned")[:3] == ["Not recorded yet"] * 3


@pytest.mark.parametrize("dataset", ["wokingham", "reading"])
def test_without_signals_it_says_which_columns_of_which_file(dataset: str) -> None:
    page = grip(dataset, "2026-04-30")
    assert "first_known, known_by, about and what" in as_read(page.info[0].value)
    assert "signals.csv" in page.info[0].value and "serious_events.csv" in page.info[1].value
    assert "nobody can say whether leaders knew any of them first" in said(page)
    assert not any("On record before the report?" in table.value for table in page.table)


def test_one_signal_and_its_words_are_shown_as_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dataset = installation(tmp_path, monkeypatch)
    row = "s[1],2025-03-01,**Role**,front-door,<b>x</b>,,Written down,,\n"
    (dataset / "signals.csv").write_text(HEAD + row, encoding="utf-8")
    page = visited("grip.py", as_at="2025-03-31")
    assert not page.exception
    assert as_read(page.title[0].value) == "One signal waits for a decision, for 30 days."
    assert "A decision is written down without its day" in said(page)
    shown = "\n".join(each.value for each in page.markdown)
    assert r"\*\*Role\*\*" in shown and r"\<b\>x\</b\>" in shown
