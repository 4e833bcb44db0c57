"""Plan: what is overdue first, whether it worked, at what pace; and one action opened as a chain."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from readiness.config.load import load_config
from readiness.insight.plan.facts import no_actions_headline, plan_on
from readiness.snapshots.freeze import Presented, freeze
from readiness.story.words import headed
from readiness.workspace import open_workspace
from tests.pages.shipped import DATES, FRAMEWORKS, opened, shipped
from tests.pages.visit import as_read, column, headings, installation, said, visited

TODAY = "2026-11-06"
DATASETS = ["northmere", "wokingham", "reading"]
FIRST = "Is it done, and on time?"
HEAD = "action,title,criterion,source,created,due,owner\n"


def plan(dataset: str = "northmere", as_at: str = TODAY, **more: str) -> AppTest:
    return visited("plan.py", dataset=dataset, as_at=as_at, **more)


@pytest.mark.parametrize("dataset", DATASETS)
@pytest.mark.parametrize("as_at", [*DATES, "2024-03-01"])
def test_every_day_since_2011_can_be_shown(dataset: str, as_at: str) -> None:
    page = plan(dataset, as_at)
    day, workspace = opened(as_at)[0], shipped(dataset)
    found = plan_on(workspace, day, workspace.framework(day).id)
    assert not page.exception
    title, more = headed(found.headline) if found else (no_actions_headline(day), ())
    assert as_read(page.title[0].value) == title
    assert " ".join(more) in said(page)


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_every_framework_can_be_shown(framework: str) -> None:
    page = plan(framework=framework)
    assert not page.exception
    assert "Is the pace enough?" in headings(page)


def test_what_is_overdue_comes_first_with_days_role_and_criterion() -> None:
    page = plan()
    assert as_read(page.title[0].value).startswith(
        "31 of 104 open actions are overdue, the longest by 135 days."
    )
    assert headings(page)[0] == FIRST
    assert "overdue since 24 June 2026, 135 days] Service manager, assessment · Seeing children" in said(page)


def test_whether_it_worked_is_told_by_the_figures_and_not_by_the_status() -> None:
    page = plan()
    assert (
        "140 actions have a measure. Since they were set it improved and held for two periods for 12"
        in said(page)
    )
    assert "are recorded as impact evidenced, yet their own measures have not improved" in said(page)
    assert column(page, "What the figures say")[0] == "↑ Improved since, and held for two periods"


def test_the_pace_is_projected_with_its_range_and_drawn() -> None:
    page = plan()
    assert "At that pace they would be closed by July 2028 (between February 2028 and January 2029)" in said(
        page
    )
    assert len(page.get("plotly_chart")) == 1
    assert column(page, "Quarter")[0] == "Oct to Dec 2026, so far"


def test_an_action_opens_from_the_list_and_the_whole_plan_comes_back() -> None:
    page = plan()
    page.button(key=_first_late(page)).click().run()
    assert "What moved" in headings(page)
    next(each for each in page.button if each.label == "Back to the whole plan").click().run()
    assert headings(page)[0] == FIRST


def _first_late(page: AppTest) -> str:
    return next(str(each.key) for each in page.button if str(each.key).startswith("row-open-late-"))


def test_one_action_is_a_chain_with_file_and_line_for_each_link() -> None:
    page = plan("wokingham", "2019-05-31", action="sif15-07")
    words = said(page)
    assert as_read(page.title[0].value).startswith("Visit children on return when they have been missing:")
    assert headings(page)[:4] == ["What was found", "What was promised", "What was done", "What moved"]
    assert "Return visits to children who have been missing" in words
    assert "findings.csv, line 132" in words
    assert "Was it found again?" in headings(page)


def test_the_measure_of_an_action_is_drawn_as_on_the_indicators_page() -> None:
    page = plan(action="ACT-029")
    assert len(page.get("plotly_chart")) == 1
    assert "Improved since, and held for two periods" in said(page)
    assert "so what moved it can't be told apart" in said(page)


def test_wokinghams_promises_say_what_is_not_on_record() -> None:
    page = plan("wokingham", "2026-04-30")
    assert (
        "85 of 100 actions have no update on record; one of 86 open actions is overdue, by 3,895 days"
        in said(page)
    )
    assert "14% at March 2015, when it was closed; higher in five of 11 figures since" in said(page)
    assert "overdue since 31 August 2015, 3,895 days" in said(page)


def test_every_action_is_traced_to_its_line() -> None:
    rows = next(
        frame.value for frame in plan().dataframe if "How it stands" in frame.value and "From" in frame.value
    )
    assert len(rows) == 260
    assert rows["Line of actions.csv"].between(2, 261).all()


def test_without_an_action_it_says_which_columns_to_fill() -> None:
    page = plan("reading", "2011-01-01")
    assert "actions.csv" in page.info[0].value
    assert [as_read(cell) for cell in column(page, "Column or file")][-1] == "action_updates.csv"


def test_one_action_is_shown_as_written_with_what_it_lacks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dataset = installation(tmp_path, monkeypatch)
    config = load_config(tmp_path / "config")
    criterion = next(iter(config.frameworks.values())).areas[0].criteria[0].id
    row = f"a[1],**Train** <b>x</b>,{criterion},Board $1$,2025-01-06,,\n"
    (dataset / "actions.csv").write_text(HEAD + row, encoding="utf-8")
    page = visited("plan.py", as_at="2025-03-31")
    assert not page.exception
    assert as_read(page.title[0].value).startswith(
        "The one open action has no due date, so it can't be called overdue"
    )
    assert "The one open action has no owner" in said(page)
    opened_page = visited("plan.py", as_at="2025-03-31", action="a[1]")
    assert r"\*\*Train\*\* \<b\>x\</b\>" in opened_page.title[0].value


def test_a_link_opens_one_quarter_with_every_action_in_hand_to_be_printed() -> None:
    page = plan("wokingham", "2026-04-30", quarter="2015-q2")
    assert as_read(page.title[0].value).startswith("Apr to Jun 2015: 69 actions in hand; 14 were reported on")
    rows = [row for table in page.table if "Reported in it" in table.value for row in table.value["Its row"]]
    # An area with one action is read downwards instead of across.
    assert len(rows) + said(page).count("actions.csv, line") == 69
    assert len(page.expander) == len(column(page, "Judgement area"))
    asked = [
        each.value for each in page.caption if each.value.startswith("Every action in hand in the quarter")
    ]
    assert len(asked) == 1
    assert "Wokingham" not in asked[0], "the words are any authority's"


def test_a_link_to_no_quarter_shows_the_whole_plan() -> None:
    assert FIRST in headings(plan(quarter="1999-q1"))


def test_wokinghams_turnover_slipped_back_and_each_figure_leads_to_its_row() -> None:
    page = plan("wokingham", "2019-05-31")
    assert (
        "worse in three of four figures since, first 26.5% at September 2016, furthest the latest, 31.6%"
        in said(page)
    )
    table = next(each.value for each in page.table if "Beside the closing" in each.value)
    figures = dict(zip(map(as_read, table["Figure"]), map(as_read, table["Its row"]), strict=True))
    assert figures["14% at March 2015 (marked doubtful)"] == "observations.csv, line 488"
    assert figures["26.5% at September 2016"] == "observations.csv, line 490"
    assert figures["31.6% at September 2018"] == "observations.csv, line 492"


def test_the_pace_stands_against_the_window_by_rule_where_no_file_gives_one() -> None:
    assert "has been open since 5 December 2025 and closes on 5 December 2026, before all would be" in said(
        plan()
    )


def test_the_lead_answers_whether_it_worked_and_whether_the_pace_is_enough() -> None:
    assert (
        "nine were followed by an improvement that has lasted. At the pace of the last year what is open would be "
        "closed by July 2028, after the window of the next inspection closes (December 2026)."
    ) in said(plan())


def test_a_due_date_is_told_as_put_off_only_where_a_meeting_kept_an_earlier_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dataset = installation(tmp_path, monkeypatch)
    config = load_config(tmp_path / "config")
    framework = next(iter(config.frameworks.values()))
    row = f"a1,Train every team,{framework.areas[0].criteria[0].id},Board,2025-01-06,%s,Head of service\n"
    (dataset / "actions.csv").write_text(HEAD + row % "2025-06-30", encoding="utf-8")
    before = visited("plan.py", as_at="2025-06-30")
    assert any("no meeting was kept before this day" in as_read(each.value) for each in before.caption)
    workspace = open_workspace(tmp_path / "config", dataset)
    meeting = Presented("meeting", "Board", date(2025, 4, 3), framework.id)
    freeze(workspace, meeting, tmp_path / "data" / "national", tmp_path / "snapshots")
    (dataset / "actions.csv").write_text(HEAD + row % "2025-09-30", encoding="utf-8")
    after = visited("plan.py", as_at="2025-06-30")
    assert "One due date was put off since the meeting of 3 April 2025, by 92 days." in said(after)
    assert "actions.csv, line 2" in said(after)
    of_one = said(visited("plan.py", as_at="2025-06-30", action="a1"))
    assert "due 30 June 2025 at the meeting of 3 April 2025, now 30 September 2025, 92 days later" in of_one
    earlier = visited("plan.py", as_at="2025-04-02")
    assert any("no meeting was kept before this day" in as_read(each.value) for each in earlier.caption)


def test_the_days_an_action_was_set_and_closed_stand_on_the_chart_of_its_measure() -> None:
    page = plan(action="ACT-029")
    words = next(as_read(each.value) for each in page.caption if "Dotted lines" in each.value)
    assert words == "Dotted lines: 1: set, 14 June 2024; 2: closed, 6 August 2024."
