"""Since we last met: what has changed, as plain sentences that lead on, between two days or two meetings."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from readiness.insight.since.facts import since
from readiness.snapshots.freeze import Presented, freeze
from tests.pages.shipped import DATES, FRAMEWORKS, ROOT, opened, shipped
from tests.pages.visit import as_read, headings, said, visited

TODAY = "2026-11-06"
DATASETS = ["northmere", "wokingham", "reading"]


def page_of(dataset: str = "northmere", as_at: str = TODAY, **more: str) -> AppTest:
    return visited("since.py", dataset=dataset, as_at=as_at, **more)


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of snapshots for the shipped datasets."""
    monkeypatch.setenv("READINESS_SNAPSHOTS", str(tmp_path / "snapshots"))
    return tmp_path / "snapshots"


def meeting(folder: Path, day: str) -> str:
    presented = Presented("meeting", "Improvement board", date.fromisoformat(day), "ilacs-2026")
    return freeze(shipped("northmere"), presented, ROOT / "data" / "national", folder).id


@pytest.mark.parametrize("dataset", DATASETS)
@pytest.mark.parametrize("as_at", DATES)
def test_every_day_since_2011_can_be_shown(dataset: str, as_at: str) -> None:
    first, last = opened("2011-01-01", as_at)
    page = page_of(dataset, as_at, between="days", first="2011-01-01")
    workspace = shipped(dataset)
    assert not page.exception
    assert (
        as_read(page.title[0].value) == since(workspace, workspace.framework(last).id, first, last).headline
    )


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_every_framework_can_be_shown(framework: str) -> None:
    assert not page_of(framework=framework, between="days", first="2025-11-06").exception


def test_two_days_in_the_link_are_told_gravest_first(kept: Path) -> None:
    page = page_of(between="days", first="2026-08-06")
    assert as_read(page.title[0].value) == (
        "Between 6 August and 6 November 2026: fewer than five children found unsafe in audits are not recorded as "
        "made safe; impact of leaders fell most, from 60 to 55."
    )
    assert headings(page)[:6] == [
        "Safety",
        "Judgement areas",
        "Signals",
        "Gone stale",
        "Actions",
        "What came in",
    ]
    assert "serious_events.csv, line 16" in said(page)
    assert "Help and protection fell from 60 to 57" in said(page)
    assert len(page.get("plotly_chart")) == 1


def test_without_days_or_meetings_three_months_are_told_and_how_to_keep_a_meeting(kept: Path) -> None:
    page = page_of()
    assert as_read(page.title[0].value).startswith("Between 6 August and 6 November 2026:")
    assert any("No meeting of this dataset has been kept" in each.value for each in page.caption)


def test_days_the_wrong_way_round_are_told_all_the_same(kept: Path) -> None:
    page = page_of(between="days", first="2026-11-06", last="2026-08-06")
    assert as_read(page.title[0].value).startswith("Between 6 August and 6 November 2026:")


def test_where_nothing_has_changed_it_says_so_and_what_would_be_told(kept: Path) -> None:
    page = page_of(between="days", first=TODAY)
    assert "nothing has changed between them" in as_read(page.title[0].value)
    assert "every table of the dataset" in page.info[0].value
    assert headings(page) == []


def test_it_opens_on_what_has_changed_since_the_last_meeting(kept: Path) -> None:
    meeting(kept, "2026-05-07")
    last = meeting(kept, "2026-09-30")
    page = page_of()
    assert as_read(page.title[0].value).startswith("Between 30 September and 6 November 2026:")
    assert "No meeting of this dataset" not in "".join(each.value for each in page.caption)
    two = page_of(between="last-two-meetings")
    assert as_read(two.title[0].value).startswith("Between 7 May and 30 September 2026:")
    page.button(key=f"presented-{last}").click().run()
    assert "As presented on" in said(page) and "as at 30 September 2026" in said(page)


def test_a_meeting_of_a_later_day_is_not_known_yet(kept: Path) -> None:
    meeting(kept, "2026-09-30")
    page = page_of(as_at="2026-06-30")
    assert as_read(page.title[0].value).startswith("Between 30 March and 30 June 2026:")
