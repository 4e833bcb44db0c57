"""Overview: the headline, the safety lines, the areas; no number where there is too little evidence."""

import pytest

from readiness.insight.headline import headline_parts
from tests.pages.shipped import DATES, FRAMEWORKS, opened, shipped
from tests.pages.visit import headings, said, visited
from ui.parts import plain


@pytest.mark.parametrize("dataset", ["wokingham", "reading"])
def test_the_page_opens_with_the_headline(dataset: str) -> None:
    visit = visited("overview.py", dataset=dataset, as_at="2026-04-30")
    scores, earlier = (shipped(dataset).score(day) for day in opened("2026-04-30", "2025-04-30"))
    assert visit.title[0].value == plain(headline_parts(scores, earlier, shipped(dataset).config)[0])


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
