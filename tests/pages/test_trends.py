"""Trends: lines only where there is evidence, and two days whose drivers add up to the change."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.shipped import DATES, FRAMEWORKS, opened, shipped
from tests.pages.visit import headings, said, visited


def trends(dataset: str = "reading", as_at: str = "2026-04-30", **more: str) -> AppTest:
    return visited("trends.py", dataset=dataset, as_at=as_at, **more)


def points(words: str) -> float:
    return float(words.replace("\\", "").replace("−", "-"))


@pytest.mark.parametrize("dataset", ["wokingham", "reading"])
@pytest.mark.parametrize("as_at", DATES)
def test_every_day_since_2011_can_be_shown(dataset: str, as_at: str) -> None:
    assert not trends(dataset, as_at).exception


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_the_criteria_of_every_framework_can_be_shown(framework: str) -> None:
    area = shipped("wokingham").config.frameworks[framework].areas[0].id
    assert not trends("wokingham", "2019-12-31", framework=framework, area=area).exception


def test_there_is_one_chart_per_area_on_the_same_axes() -> None:
    charts = [json.loads(chart.proto.spec) for chart in trends().get("plotly_chart")][:4]
    assert len({json.dumps(chart["layout"]["xaxis"]["range"]) for chart in charts}) == 1
    assert [chart["layout"]["yaxis"]["range"] for chart in charts] == [[0, 100]] * 4


@pytest.mark.parametrize("by", ["indicator", "strand", "criterion", "source"])
def test_the_drivers_add_up_to_the_change(by: str) -> None:
    visit = trends(compared="care-leavers", earlier="2020-06-30", later="2026-04-30", by=by)
    workspace = shipped("reading")
    before, after = (
        workspace.score(day, "ilacs-2026").area("care-leavers") for day in opened("2020-06-30", "2026-04-30")
    )
    steps = next(table.value for table in visit.table if table.value.columns[1] == "Points")
    moved = sum(points(cell) for cell in steps["Points"] if cell)
    assert moved == pytest.approx((after.score or 0) - (before.score or 0), abs=0.005 * len(steps))


def test_the_change_is_told_by_cause_so_that_fading_is_no_improvement() -> None:
    visit = trends("northmere", "2026-11-06", compared="impact-of-leaders", earlier="2025-11-30")
    assert "The steps add up to the change exactly. By cause: new evidence " in said(visit)
    assert ", evidence ageing −" in said(visit)


def test_two_days_of_which_one_has_too_little_evidence_are_not_compared() -> None:
    visit = trends(compared="care-leavers", earlier="2012-06-30", later="2026-04-30")
    assert "there was not enough evidence on 30 June 2012" in said(visit)


def test_grades_of_before_2013_are_marked_as_different_ones() -> None:
    listed = next(table.value for table in trends().table if "Grade" in table.value)
    adequate = listed[listed["Grade"].str.contains("adequate") & ~listed["Grade"].str.contains("inadequate")]
    assert len(adequate)
    assert adequate["Note"].str.startswith("A different grade").all()


def test_a_span_ending_before_it_begins_is_read_the_other_way_round() -> None:
    visit = trends(**{"from": "2020-01-31", "to": "2018-01-31"})
    assert not visit.exception
    assert any("2020" in heading for heading in headings(visit))


def test_a_preset_sets_the_span() -> None:
    visit = trends()
    visit.button(key="span-36").click().run()
    assert visit.session_state["from"] == "2023-04-30"
    assert not visit.exception
