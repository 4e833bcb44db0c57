"""Overview: the headline, the safety lines, the areas; no number where there is too little evidence."""

from datetime import timedelta
from pathlib import Path

import pytest
import streamlit as st

from readiness.insight.headline import headline
from readiness.insight.safety.escalations import open_escalations
from readiness.insight.what_if.projection import paces
from readiness.insight.what_if.projection_words import verdict_words
from tests.pages.shipped import DATES, FRAMEWORKS, opened, shipped
from tests.pages.visit import headings, installation, said, visited
from ui.parts import plain


@pytest.mark.parametrize("dataset", ["wokingham", "reading", "northmere"])
def test_the_page_opens_with_the_headline(dataset: str) -> None:
    visit = visited("overview.py", dataset=dataset, as_at="2026-04-30")
    day = opened("2026-04-30")[0]
    framework = shipped(dataset).framework(day).id
    assert visit.title[0].value == plain(headline(shipped(dataset), day, framework)[0])


@pytest.mark.parametrize("dataset", ["wokingham", "reading"])
@pytest.mark.parametrize("as_at", DATES)
def test_every_day_since_2011_can_be_shown(dataset: str, as_at: str) -> None:
    assert not visited("overview.py", dataset=dataset, as_at=as_at).exception


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_every_framework_can_be_shown(framework: str) -> None:
    visit = visited("overview.py", dataset="reading", as_at="2019-12-31", framework=framework)
    assert not visit.exception
    assert "What each kind of evidence says" in headings(visit)


def test_areas_with_too_little_evidence_show_no_number_and_lead_with_ofsted() -> None:
    visit = visited("overview.py", dataset="wokingham", as_at="2011-06-30")
    assert not visit.metric
    assert not visit.get("plotly_chart")
    assert "Ofsted's last judgement:" in said(visit)


def test_invented_judgements_are_never_called_ofsteds() -> None:
    visit = visited("overview.py", dataset="northmere", as_at="2026-11-06")
    assert "Invented judgements, not Ofsted's" in headings(visit)
    real = visited("overview.py", dataset="reading", as_at="2026-11-06")
    assert "Ofsted's last judgements" in headings(real)


def test_a_score_is_shown_cut_to_a_whole_number_once_per_area() -> None:
    visit = visited("overview.py", dataset="reading", as_at="2026-04-30")
    areas = [area for area in shipped("reading").score(opened("2026-04-30")[0]).areas if area.enough]
    assert [metric.value for metric in visit.metric] == [str(int(area.score or 0)) for area in areas]


def test_safety_lines_that_are_not_known_are_said_loudly() -> None:
    visit = visited("overview.py", dataset="wokingham", as_at="2014-06-30")
    assert "? Not known\\: 8 of 8 safety lines." in visit.warning[0].value
    assert "Children without an allocated social worker" in visit.warning[0].value
    assert "What is not known is not clear." in visit.warning[0].value


def test_crossed_lines_come_first_and_are_no_mere_colour() -> None:
    visit = visited("overview.py", dataset="reading", as_at="2017-06-30")
    assert visit.error[0].value.startswith("**✖ Crossed\\: 3 of 8 safety lines.**")
    assert "✖ Children without an allocated social worker" in said(visit)


def test_an_overall_grade_is_shown_only_where_the_framework_has_one() -> None:
    shown = visited("overview.py", dataset="reading", as_at="2019-12-31", framework="sif-2013")
    hidden = visited("overview.py", dataset="reading", as_at="2026-04-30", framework="ilacs-2026")
    assert "Overall effectiveness: " in said(shown)
    assert "Overall effectiveness" not in said(hidden)


def test_the_strands_that_the_dataset_cannot_hold_are_named() -> None:
    assert "practice and voice" in said(visited("overview.py", dataset="wokingham"))


def test_a_child_found_unsafe_and_not_made_safe_is_said_first_and_loudly() -> None:
    visit = visited("overview.py", dataset="northmere", as_at="2026-10-31")
    unsafe = open_escalations(shipped("northmere"), opened("2026-10-31")[0])
    assert len(unsafe.open) == 1
    assert visit.title[0].value == plain(unsafe.sentence)
    assert visit.error[0].value.startswith(f"**✖ {plain(unsafe.sentence)}**")
    assert plain(unsafe.open[0].place) in "".join(caption.value for caption in visit.caption)


def test_before_a_child_was_found_unsafe_nothing_is_known_of_it() -> None:
    found = open_escalations(shipped("northmere"), opened("2026-10-31")[0]).open[0].escalated
    before = (found - timedelta(days=1)).isoformat()
    visit = visited("overview.py", dataset="northmere", as_at=before)
    assert not visit.error
    assert "were made safe" in said(visit)


@pytest.mark.parametrize("dataset", ["wokingham", "reading"])
def test_a_dataset_that_can_not_hold_audits_says_nothing_of_children_found_unsafe(dataset: str) -> None:
    assert "found unsafe" not in said(visited("overview.py", dataset=dataset))


def test_a_dataset_that_should_hold_audits_and_has_none_says_that_it_is_not_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installation(tmp_path, monkeypatch)
    monkeypatch.setenv("READINESS_DATA_DIR", str(tmp_path / "data"))
    st.cache_resource.clear()
    visit = visited("overview.py", dataset="mine")
    st.cache_resource.clear()
    assert "nothing is known of children found unsafe in audits" in visit.warning[-1].value


def test_a_card_says_on_one_line_whether_teams_differ_and_quietly_where_that_is_chance() -> None:
    visit = visited("overview.py", dataset="northmere")
    [loud] = [each.value for each in visit.markdown if each.value.startswith("**Teams differ")]
    quiet = [each.value for each in visit.caption if each.value.startswith("Teams differ by no more")]
    assert "more than chance on one of the" in loud and "Family Safeguarding C" in loud
    assert len(quiet) == 2


def test_a_card_has_its_pace_where_there_is_one() -> None:
    day = opened("2026-11-06")[0]
    workspace = shipped("wokingham")
    every = workspace.once(paces, day, workspace.framework(day).id)
    given = [each for each in every if each.verdict != "unknown"]
    shown = said(visited("overview.py", dataset="wokingham", as_at="2026-11-06"))
    assert 0 < len(given) < len(every)
    assert shown.count("Pace over the year: ") == len(given)
    assert all(f"Pace over the year: {verdict_words(each)}" in shown for each in given)


def test_the_report_that_judged_every_area_is_named_once_and_several_are_named_each() -> None:
    one = visited("overview.py", dataset="northmere", as_at="2026-11-06")
    heads = "".join(caption.value for caption in one.caption)
    assert "As one report gave them: 4 August 2023" in heads and "4 August 2023" not in said(one)
    none = visited("overview.py", dataset="wokingham", as_at="2011-06-30")
    assert "As the inspection reports gave them" in "".join(caption.value for caption in none.caption)
