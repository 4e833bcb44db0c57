"""Inspections: what Ofsted said to us, to our neighbours and in England."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from readiness.insight.inspections.findings import findings_by
from readiness.insight.inspections.findings_words import headline
from readiness.insight.inspections.neighbours import neighbours
from readiness.insight.inspections.own_judgements import own_headline
from tests.pages.shipped import DATES, FRAMEWORKS, ROOT, opened, shipped
from tests.pages.visit import as_read, column, headings, installation, said, visited

DATASETS = ["wokingham", "reading", "northmere"]
ROWS = "a row with inspection, area and grade"


def inspections(dataset: str = "wokingham", as_at: str = "2026-04-02", **more: str) -> AppTest:
    return visited("inspections.py", dataset=dataset, as_at=as_at, **more)


@pytest.mark.parametrize("dataset", DATASETS)
@pytest.mark.parametrize("as_at", DATES)
def test_every_day_since_2011_can_be_shown(dataset: str, as_at: str) -> None:
    page = inspections(dataset, as_at)
    day = opened(as_at)[0]
    framework = shipped(dataset).framework(day)
    assert not page.exception
    findings = findings_by(shipped(dataset), day, framework.id)
    assert as_read(page.title[0].value) == own_headline(shipped(dataset), day, framework)
    assert headline(findings) in said(page)


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_every_framework_can_be_shown(framework: str) -> None:
    page = inspections(framework=framework)
    areas = shipped("wokingham").config.frameworks[framework].areas
    assert not page.exception
    assert all(f"**{area.label}** (" in said(page) for area in areas)
    assert "What was judged, and what our evidence said the day before" in headings(page)


def test_our_last_judgements_stand_first_and_then_the_longest_running_repeat_finding() -> None:
    page = inspections()
    assert as_read(page.title[0].value) == (
        "Ofsted's last judgements, May 2023: requires improvement for impact of leaders, help and protection and "
        "care leavers; good for children in care."
    )
    assert (
        "Raised longest, in four reports, January 2016 to May 2023: management oversight and supervision."
        in said(page)
    )


def test_the_parts_stand_in_the_order_of_the_question() -> None:
    found = [as_read(each) for each in headings(inspections())]
    assert [each.partition(";")[0].partition(":")[0] for each in found[:6]] == [
        "At the last judgement children in care went up",
        "17 themes were raised in two reports or more",
        "What is different now?",
        "What was judged, and what our evidence said the day before",
        "Standard inspection next",
        "How we compare",
    ]


def test_a_theme_is_followed_report_by_report_to_the_lines_of_its_findings() -> None:
    page = inspections(criterion="quality-assurance")
    lines = (ROOT / "data" / "wokingham" / "findings.csv").read_text(encoding="utf-8").splitlines()
    places = [as_read(each) for each in column(page, "File and line")]
    assert len(places) == 4
    assert all(",quality-assurance," in lines[int(each.rpartition(" ")[2]) - 1] for each in places)
    assert "no strength on file since" in said(page)


def test_each_repeat_finding_says_what_was_done_since_and_leads_to_the_rows() -> None:
    page = inspections("reading", criterion="workforce-stability")
    assert "Told in four reports: 2016, 2017, 2019 and 2024. Raised last in July 2024" in said(page)
    assert "10 repeat findings have no later strength on file. An action has since been set on" in said(page)
    lines = (ROOT / "data" / "reading" / "observations.csv").read_text(encoding="utf-8").splitlines()
    rows = dict(zip(column(page, "Figure"), map(as_read, column(page, "Their rows")), strict=True))
    before, now = (int(each) for each in rows["Vacancies"].partition("lines ")[2].split(" and "))
    assert lines[before - 1].startswith("vacancy-rate,2023-09-30,13.7,")
    assert lines[now - 1].startswith("vacancy-rate,2025-09-30,22.6,")
    plan = (ROOT / "data" / "reading" / "actions.csv").read_text(encoding="utf-8").splitlines()
    places = [as_read(each) for each in column(page, "Its row")]
    assert places
    assert all(",workforce-stability," in plan[int(each.rpartition(" ")[2]) - 1] for each in places)


def test_a_link_to_a_theme_without_findings_falls_back_to_the_first() -> None:
    page = inspections(criterion="nothing-such")
    assert not page.exception
    assert "Supervision does not challenge practice enough" in " ".join(column(page, "What was found"))


def test_the_record_of_the_days_before_is_shown_judgement_by_judgement() -> None:
    page = inspections()
    assert "the same on four, ours higher on two, ours lower on one" in said(page)
    assert [as_read(each) for each in column(page, "Compared")].count("the same") == 4
    assert "● indicative: good, 62" in [as_read(each) for each in column(page, "Our evidence the day before")]


def test_the_next_inspection_says_its_window_its_route_and_what_will_be_stale() -> None:
    words = said(inspections())
    assert "The window is the one given in dataset.yaml as foreseen by the South East Sector Led" in words
    assert "13 October 2025 to 14 September 2026" in words
    assert "requires improvement for impact of leaders, help and protection and care leavers" in words
    assert "**By 14 September 2026:** Of 54 themes" in words


def test_after_the_window_nothing_is_said_of_what_will_be_stale() -> None:
    words = said(inspections(as_at="2026-10-01"))
    assert "the window closed in September 2026, and no inspection since is on file" in words
    assert "if nothing new comes" not in words


def test_judgements_in_older_terms_are_not_called_the_last() -> None:
    title = as_read(inspections(framework="sif-2013").title[0].value)
    assert title.startswith("Ofsted's last judgements in the terms of this framework, January 2016: ")


def test_before_an_inspection_was_published_it_is_not_known() -> None:
    title = as_read(inspections("reading", "2024-07-11").title[0].value)
    assert title.startswith("Ofsted's last judgements, October 2019: requires improvement for")
    assert "July 2024" in as_read(inspections("reading", "2024-07-12").title[0].value)


def test_neighbours_are_listed_last_judged_first() -> None:
    rows = neighbours(shipped("wokingham"), opened("2026-04-02")[0], "ilacs-2026")
    shown = [as_read(each) for each in column(inspections(), "Authority")]
    assert [name.rpartition(" (")[0] for name in shown] == [row.name for row in rows]
    assert "Wokingham (us)" in shown


def test_each_neighbours_judgement_is_traced_to_its_line() -> None:
    line = "Line of national judgements.csv"
    rows = next(each.value for each in inspections().dataframe if line in each.value)
    file = (ROOT / "data" / "national" / "judgements.csv").read_text(encoding="utf-8").splitlines()
    assert len(rows) > 60
    assert all(f",{row['Grade']}," in file[int(row[line]) - 1] for row in rows.to_dict("records"))


def test_how_we_compare_is_said_area_by_area() -> None:
    assert (
        "**Help and protection** (◆ requires improvement, May 2023): of 10 neighbours eight were judged "
        "higher and two the same; of 152 other authorities in England"
    ) in said(inspections())


def test_the_area_shown_over_the_years_is_in_the_link() -> None:
    assert any(
        title.startswith("Care leavers: ")
        for title in map(as_read, headings(inspections(area="care-leavers")))
    )


def test_an_adequate_of_before_2013_is_shown_as_a_grade_of_its_own() -> None:
    notes = column(inspections(as_at="2012-12-31"), "Note")
    assert any(as_read(each).startswith("A different grade, used before 2013") for each in notes)


def test_northmere_is_fictional_and_has_england_only() -> None:
    page = inspections("northmere", "2026-11-06")
    assert as_read(page.title[0].value) == (
        "Requires improvement for impact of leaders, help and protection and care leavers; good for children in care "
        "(invented judgements, not Ofsted's, August 2023)."
    )
    assert "does not exist, so it has no statistical neighbours" in said(page)
    assert any("In England" in title for title in headings(page))


def test_without_a_row_and_without_a_national_picture_it_says_what_to_add(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installation(tmp_path, monkeypatch)
    page = visited("inspections.py")
    assert not page.exception
    said_to_add = [as_read(each.value) for each in page.info]
    assert any("judgements.csv" in words and ROWS in words for words in said_to_add)
    assert any("findings.csv" in words and "criterion" in words for words in said_to_add)
    assert "No graded inspection is on file" in said(page)
    assert any("No national picture is installed" in words for words in said_to_add)
    assert "dataset.yaml" in said(page)
