"""Judgement areas: criteria, and the way from a score to the row, its file and its line."""

import shutil
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from readiness.insight.area import weakest_first
from readiness.insight.rows import evidence_rows
from tests.pages.shipped import DATES, FRAMEWORKS, ROOT, opened, shipped
from tests.pages.visit import as_read, said, visited

AREA = "help-and-protection"
NASTY = "<img src=x onerror=alert(1)> **bold** [link](http://example.org) $x^2$"


def area_page(dataset: str = "reading", as_at: str = "2026-04-30", **more: str) -> AppTest:
    return visited("areas.py", dataset=dataset, as_at=as_at, area=AREA, **more)


@pytest.mark.parametrize("dataset", ["wokingham", "reading"])
@pytest.mark.parametrize("as_at", DATES)
def test_every_day_since_2011_can_be_shown(dataset: str, as_at: str) -> None:
    assert not area_page(dataset, as_at).exception


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_every_area_of_every_framework_can_be_shown(framework: str) -> None:
    for area in shipped("wokingham").config.frameworks[framework].areas:
        link = {"dataset": "wokingham", "as_at": "2019-12-31", "framework": framework, "area": area.id}
        assert not visited("areas.py", **link).exception


def test_the_page_opens_with_where_the_area_stands() -> None:
    score = shipped("reading").score(opened("2026-04-30")[0]).area(AREA).score
    assert (
        area_page().title[0].value.startswith(f"Help and protection stands at {int(score or 0)}, indicative")
    )


def test_one_press_leads_from_a_criterion_to_its_rows_with_file_and_line() -> None:
    visit = area_page()
    visit.button(key="row-open-front-door").click().run()
    table = visit.table[0].value
    workspace = shipped("reading")
    day = opened("2026-04-30")[0]
    rows = evidence_rows(workspace.evidence(workspace.framework(day).id), AREA, day, "front-door")
    assert table["File and line"].tolist() == [f"{row.file}, line {row.line}" for row in rows]


def test_a_link_names_the_criterion_whose_rows_are_open() -> None:
    assert area_page(criterion="front-door").button(key="row-open-front-door").label.startswith("Hide")
    assert not area_page(criterion="no-such").button(key="row-open-front-door").label.startswith("Hide")


def test_themes_stand_weakest_first_or_as_in_the_framework_by_choice() -> None:
    workspace = shipped("northmere")
    area = workspace.score(opened("2026-10-31")[0], "ilacs-2026").area(AREA)
    weakest = [each.id for each in weakest_first(area, workspace.config.scoring)]
    assert themes(area_page("northmere", "2026-10-31")) == weakest
    in_order = area_page("northmere", "2026-10-31", order="framework")
    assert themes(in_order) == [each.id for each in area.criteria] != weakest


def themes(visit: AppTest) -> list[str]:
    """The criteria in the order in which the page has them."""
    keys = (str(each.key) for each in visit.button)
    return [key.removeprefix("row-open-") for key in keys if key.startswith("row-open-")]


def test_an_area_says_its_pace_and_whether_its_grade_hangs_on_the_weights() -> None:
    words = said(area_page("northmere", "2026-10-31"))
    assert "Pace:** Help and protection" in words
    assert "if any one kind of evidence counts a quarter more or less" in words


def test_criteria_with_too_little_evidence_show_no_number() -> None:
    visit = area_page("wokingham", "2011-06-30", criterion="front-door")
    assert not visit.metric
    assert "No theme has enough evidence for a number." in said(visit)
    assert "Not enough evidence: 0% of the evidence expected is held" in said(visit)


def test_words_of_a_file_are_shown_as_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "data" / "reading", tmp_path / "reading")
    findings = tmp_path / "reading" / "findings.csv"
    head, first, *rest = findings.read_text(encoding="utf-8").splitlines()
    name, inspection, *_ = first.split(",")
    findings.write_text(
        "\n".join([head, f'{name},{inspection},front-door,strength,"{NASTY}",Report', *rest]),
        encoding="utf-8",
    )
    monkeypatch.setenv("READINESS_DATA_DIR", str(tmp_path))
    st.cache_resource.clear()
    visit = area_page(as_at="2016-12-31", criterion="front-door")
    st.cache_resource.clear()
    shown = [cell for cell in visit.table[0].value["What it says"] if "onerror" in cell]
    assert shown[0].startswith(r"Strength\: \<img src=x")
    assert "\\*\\*bold\\*\\* \\[link\\](\u200bhttp\\://example.org) \\$x^2\\$" in shown[0]


def test_teams_that_differ_by_more_than_chance_come_first_and_lead_to_their_indicator() -> None:
    visit = area_page("northmere", "2026-10-31")
    (differ,) = [each.value for each in visit.markdown if "▲ More than chance" in each.value]
    assert "Protection visits on time" in differ and "Family Safeguarding C" in differ
    assert "up to one in 20 would stand out by chance alone" in said(visit)


def test_an_area_without_a_word_on_teams_says_what_to_add() -> None:
    assert "Add rows with a team" in said(area_page("reading"))


def test_a_judgement_of_a_synthetic_dataset_is_never_called_ofsteds_in_the_rows() -> None:
    rows = [
        says
        for dataset, as_at in (("northmere", "2026-10-31"), ("reading", "2026-04-30"))
        for table in area_page(dataset, as_at).table
        if "What it says" in table.value
        for says in table.value["What it says"]
        if "udgement" in says
    ]
    assert {as_read(says).partition(":")[0] for says in rows} == {
        "Invented judgement, not Ofsted's",
        "Ofsted judgement",
    }
