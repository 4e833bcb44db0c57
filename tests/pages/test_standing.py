"""An opened indicator among English authorities: funnel or rank, neighbours, or why there is no rank."""

import pytest
from streamlit.testing.v1 import AppTest

from readiness.insight.standing.fact import Standing
from readiness.insight.standing.facts import standing
from readiness.insight.standing.words import standing_finding
from tests.pages.shipped import opened, shipped
from tests.pages.visit import as_read, column, headings, said, visited


def opened_on(dataset: str, indicator: str, as_at: str = "2026-04-02") -> AppTest:
    return visited("indicators.py", dataset=dataset, indicator=indicator, as_at=as_at)


@pytest.mark.parametrize(
    ("dataset", "indicator", "as_at"),
    [
        ("wokingham", "re-referrals-12m", "2026-04-02"),
        ("wokingham", "children-in-care-rate", "2020-01-31"),
        ("reading", "assessments-45-days", "2026-04-02"),
        ("northmere", "three-or-more-placements", "2026-11-06"),
        ("northmere", "three-or-more-social-workers", "2026-11-06"),
    ],
)
def test_the_finding_is_a_heading_with_its_chart(dataset: str, indicator: str, as_at: str) -> None:
    page = opened_on(dataset, indicator, as_at)
    found = standing(shipped(dataset), opened(as_at)[0], indicator)
    assert isinstance(found, Standing) and not page.exception
    assert standing_finding(found) in [as_read(each) for each in headings(page)]
    assert len(page.get("plotly_chart")) == 2


def test_neighbours_stand_nearest_first_with_place_and_line() -> None:
    page = opened_on("wokingham", "re-referrals-12m")
    assert as_read(column(page, "Statistical neighbour")[0]) == "Windsor and Maidenhead"
    assert all(line.isdigit() for line in column(page, "Line of national figures.csv"))
    assert "They are those of the model of 2025" in said(page)


@pytest.mark.parametrize(
    ("dataset", "indicator", "why"),
    [
        ("wokingham", "children-in-care-count", "A count says how large an authority is"),
        ("wokingham", "return-interviews-72-hours", "No national figures of this indicator"),
        ("northmere", "care-leavers-not-in-touch", "Too few authorities publish this figure"),
        ("northmere", "sickness-rate", "No figure of ours is of a period of the national ones"),
    ],
)
def test_an_indicator_without_a_rank_says_why(dataset: str, indicator: str, why: str) -> None:
    page = opened_on(dataset, indicator, "2026-11-06")
    assert not page.exception
    assert "Among English authorities" in headings(page)
    assert why in said(page)


def test_a_fictional_authority_would_stand_and_has_no_neighbours() -> None:
    page = opened_on("northmere", "re-referrals-12m", "2026-11-06")
    assert any("would stand" in as_read(title) and "real authorities" in title for title in headings(page))
    assert all("Statistical neighbour" not in table.value for table in page.table)
    assert "over the 12 months to March 2025" in said(page)
