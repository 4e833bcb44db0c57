"""Practice: unsafe children first, trust in our grading, the grades, and what audits led to."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from readiness.config.load import load_config
from readiness.insight.practice.facts import no_audits_headline, practice_on
from tests.pages.shipped import DATES, FRAMEWORKS, opened, shipped
from tests.pages.visit import as_read, column, headings, installation, said, visited

TODAY = "2026-11-06"
DATASETS = ["northmere", "wokingham", "reading"]
HEAD = "audit,date,criterion,grade,moderated_grade,team,escalated,made_safe\n"


def practice(dataset: str = "northmere", as_at: str = TODAY, **more: str) -> AppTest:
    return visited("practice.py", dataset=dataset, as_at=as_at, **more)


@pytest.mark.parametrize("dataset", DATASETS)
@pytest.mark.parametrize("as_at", [*DATES, "2023-11-03", "2024-11-30"])
def test_every_day_since_2011_can_be_shown(dataset: str, as_at: str) -> None:
    page = practice(dataset, as_at)
    day, workspace = opened(as_at)[0], shipped(dataset)
    found = practice_on(workspace, day, workspace.framework(day).id)
    assert not page.exception
    assert as_read(page.title[0].value) == (found.headline[0] if found else no_audits_headline(day))


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_every_framework_can_be_shown(framework: str) -> None:
    page = practice(framework=framework)
    assert not page.exception
    assert "How far audits reach" in headings(page)


def test_the_child_not_made_safe_comes_first_and_loud() -> None:
    page = practice()
    assert as_read(page.title[0].value).startswith(
        "One child found unsafe in an audit is not recorded as made safe."
    )
    assert "33 days later" in page.error[0].value
    assert headings(page)[0] == "Children found unsafe"
    assert "AUD-3611, Family Safeguarding C: found unsafe on 4 October 2026" in said(page)
    assert "audits.csv, line 931" in said(page)


def test_before_that_day_nothing_is_open() -> None:
    page = practice(as_at="2026-10-03")
    assert not page.error
    assert "All 13 children recorded as found unsafe in audits were made safe" in said(page)


def test_it_answers_whether_we_can_trust_our_own_grading_in_the_words_of_the_day() -> None:
    assert "Mostly: moderation left 49 of 62 grades" in said(practice())
    earlier = said(practice(as_at="2024-10-31"))
    assert "Only in part: moderation left" in earlier
    assert "Auditors grade above moderation by more than chance explains." in earlier


def test_the_grades_and_the_teams_are_drawn_with_their_findings_as_headings() -> None:
    page = practice()
    assert len(page.get("plotly_chart")) == 2
    assert "No team stands below the others by more than chance" in headings(page)
    assert any("no change beyond chance on the year before" in heading for heading in headings(page))


def test_agreement_is_said_in_a_line_and_drawn_where_it_is_unfolded() -> None:
    page = practice()
    line = "Auditors and moderators agreed more often in the 12 months to 6 November 2026 than in those to"
    assert line in said(page)
    page.session_state["fold-agreement"] = True
    page.run()
    assert any(heading.startswith(line) for heading in headings(page))
    assert len(page.get("plotly_chart")) == 3


@pytest.mark.parametrize(
    ("part", "finding"),
    [
        ("theme", "No theme stands below the others by more than chance"),
        ("area", "No judgement area stands below the others by more than chance"),
    ],
)
def test_a_link_opens_the_audits_by_another_kind_of_part(part: str, finding: str) -> None:
    page = practice(**{"audits-by": part})
    assert finding in headings(page)
    assert "No team stands below the others by more than chance" not in headings(page)


def test_too_many_criteria_to_draw_are_a_table() -> None:
    page = practice(**{"audits-by": "criterion"})
    assert len(page.get("plotly_chart")) == 1
    assert "Low end: Front door, thresholds and consent" in said(page)
    assert "38 criteria have under 10 audits" in said(page)


def test_a_link_that_names_no_kind_of_part_opens_the_first() -> None:
    assert "No team stands below the others by more than chance" in headings(practice(**{"audits-by": "<b>"}))


def test_what_cannot_be_concluded_is_said_in_words() -> None:
    assert "With about 21 audits a month, a change from one month to the next of less than" in said(
        practice()
    )


def test_audits_stand_beside_what_inspectors_found() -> None:
    page = practice()
    assert "Do inspectors see what our audits see?" in headings(page)
    assert "Audits kinder" in column(page, "Compared")


def test_every_row_is_traced_to_its_line() -> None:
    frames = [frame.value for frame in practice().dataframe]
    rows = next(frame for frame in frames if "Line of audits.csv" in frame)
    assert len(rows) == 950
    assert rows["Line of audits.csv"].between(2, 951).all()


def test_without_audits_it_says_which_columns_of_which_file_and_why() -> None:
    page = practice("wokingham", "2026-04-30")
    assert "audits.csv" in page.info[0].value
    assert "nobody can say whether the authority would grade itself straight" in said(page)
    assert "escalated, made_safe" in [as_read(cell) for cell in column(page, "Column")]


def test_one_audit_is_shown_with_what_may_not_be_said_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dataset = installation(tmp_path, monkeypatch)
    criterion = next(iter(_criteria(tmp_path)))
    (dataset / "audits.csv").write_text(f"{HEAD}a,2025-03-01,{criterion},good,,,,\n", encoding="utf-8")
    page = visited("practice.py", as_at="2025-03-31")
    assert not page.exception
    assert as_read(page.title[0].value) == (
        "Only one audit is known of the last 12 months: too few to say how good practice is."
    )
    assert "It can't be said: none of the last 12 months" in said(page)
    assert any("moderated_grade" in as_read(each.value) for each in page.info)


def test_names_from_the_file_are_shown_as_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dataset = installation(tmp_path, monkeypatch)
    criterion = next(iter(_criteria(tmp_path)))
    row = f"a[1],2025-03-01,{criterion},inadequate,,**Team** <b>x</b>,2025-03-01,\n"
    (dataset / "audits.csv").write_text(HEAD + row, encoding="utf-8")
    page = visited("practice.py", as_at="2025-03-31")
    assert not page.exception
    assert r"\*\*Team\*\* \<b\>x\</b\>" in "\n".join(each.value for each in page.markdown)


def _criteria(folder: Path) -> list[str]:
    config = load_config(folder / "config")
    return [one.id for area in next(iter(config.frameworks.values())).areas for one in area.criteria]
