"""Indicators: signals first, a matrix of every indicator, and each one opened down to its rows."""

import pytest
from streamlit.testing.v1 import AppTest

from readiness.insight.indicators.facts import indicators_headline, indicators_on, missing_words
from readiness.insight.indicators.matrix import is_grave, signals
from readiness.insight.indicators.words import MEANINGS
from tests.pages.shipped import DATES, FRAMEWORKS, opened, shipped
from tests.pages.visit import as_read, column, headings, said, visited

DATASETS = ["northmere", "wokingham", "reading"]


def indicators(dataset: str = "northmere", as_at: str = "2026-11-06", **more: str) -> AppTest:
    return visited("indicators.py", dataset=dataset, as_at=as_at, **more)


@pytest.mark.parametrize("dataset", DATASETS)
@pytest.mark.parametrize("as_at", DATES)
def test_every_day_since_2011_can_be_shown(dataset: str, as_at: str) -> None:
    page = indicators(dataset, as_at)
    found = indicators_on(shipped(dataset), opened(as_at)[0])
    assert not page.exception
    assert as_read(page.title[0].value) == indicators_headline(found, opened(as_at)[0])


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_every_framework_has_its_areas_to_unfold(framework: str) -> None:
    page = indicators(framework=framework)
    areas = shipped("northmere").config.frameworks[framework].areas
    assert not page.exception
    assert any(f"**{area.label}:**" in folded for area in areas for folded in labels(page))


def labels(page: AppTest) -> list[str]:
    """What can be unfolded, as read."""
    return [as_read(each.label) for each in page.expander]


@pytest.mark.parametrize("dataset", DATASETS)
def test_every_indicator_has_one_row_and_those_of_concern_come_first(dataset: str) -> None:
    page = indicators(dataset)
    found = indicators_on(shipped(dataset), opened("2026-11-06")[0])
    folded = len([each for each in page.button if "-open-" in (each.key or "")])
    for area in shipped(dataset).config.frameworks["ilacs-2026"].areas:
        page.session_state[f"fold-{area.id}"] = True
    page.run()
    assert folded < len(found.facts)
    keys = [str(each.key) for each in page.button if "-open-" in (each.key or "")]
    assert sorted(key.split("-open-")[1] for key in keys) == sorted(found.facts)
    grave = [key for key in keys if key.startswith("signal-")]
    assert {key.split("-open-")[1] for key in grave} == {
        name for name, fact in found.facts.items() if is_grave(fact)
    }
    assert keys[: len(grave)] == grave


def test_a_signal_says_who_explains_it_and_by_when() -> None:
    page = said(indicators())
    assert "To be explained by: Service manager, care leavers, by 25 June 2026, late; 1 more" in page
    opened_one = indicators(indicator="care-leavers-not-in-touch")
    assert "Who explains it, and by when" in headings(opened_one)
    assert "due 25 June 2026, overdue. actions.csv, line " in said(opened_one)


def test_a_signal_that_nobody_explains_says_which_row_to_add() -> None:
    page = indicators(indicator="agency-rate")
    assert as_read(page.info[0].value).startswith(
        "Nobody is named to explain it yet. Add a row to actions.csv"
    )


def test_limits_that_start_afresh_are_said_with_their_reason() -> None:
    page = said(indicators(indicator="pathway-plans-in-date"))
    assert "Limits start afresh in July 2025: The new case management system" in page
    before = said(indicators(indicator="pathway-plans-in-date", as_at="2026-02-08"))
    assert "Limits start afresh" not in before


@pytest.mark.parametrize(
    ("dataset", "indicator"),
    [
        ("northmere", "assessments-45-days"),
        ("northmere", "contacts"),
        ("northmere", "three-or-more-placements"),
        ("wokingham", "re-referrals-12m"),
        ("wokingham", "return-interviews-72-hours"),
        ("reading", "average-caseload"),
    ],
)
def test_an_indicator_can_be_opened_by_a_link(dataset: str, indicator: str) -> None:
    page = indicators(dataset, indicator=indicator)
    fact = indicators_on(shipped(dataset), opened("2026-11-06")[0]).facts[indicator]
    assert not page.exception
    assert as_read(page.title[0].value) == fact.sentence
    drawn = [chart.key for chart in page.get("plotly_chart") if "figure-indicator-" in (chart.key or "")]
    assert drawn == [f"figure-indicator-{indicator}-2026-11-06"]


def test_one_press_opens_a_signal_and_another_goes_back() -> None:
    page = indicators()
    first = signals(indicators_on(shipped("northmere"), opened("2026-11-06")[0]))[0]
    page.button(key=f"signal-open-{first.indicator.id}").click().run()
    assert as_read(page.title[0].value) == first.sentence
    next(button for button in page.button if button.label.startswith("Back")).click().run()
    assert any(each.startswith("What needs attention") for each in headings(page))


def test_the_differing_team_is_named_with_its_interval() -> None:
    page = indicators(indicator="child-protection-visits-on-time")
    assert "Low end: Family Safeguarding C" in said(page)
    assert as_read(column(page, "Team")[0]) == "Family Safeguarding C"


def test_groups_with_small_numbers_show_no_figure() -> None:
    page = indicators(indicator="care-leavers-suitable-homes-19-21")
    assert {as_read(cell) for cell in column(page, "Figure, with its 95% interval")} == {
        "not shown: small numbers"
    }


def test_every_figure_is_traced_to_its_file_and_line() -> None:
    places = column(indicators("wokingham", indicator="re-referrals-12m"), "File and line")
    assert as_read(places[0]).startswith("observations.csv, line ")
    assert any("comparators.csv" in place for place in places)


def test_an_indicator_without_a_figure_says_what_to_add_to_which_file() -> None:
    page = indicators("reading", as_at="2011-01-01", indicator="re-referrals-12m")
    assert not page.exception
    assert "observations.csv" in page.info[0].value
    assert "What it measures" in headings(page)


def test_indicators_without_a_figure_are_listed_where_they_are_unfolded() -> None:
    page = indicators("reading")
    page.session_state["fold-missing"] = True
    page.run()
    missing = indicators_on(shipped("reading"), opened("2026-11-06")[0]).missing
    assert [as_read(cell) for cell in column(page, "What to add")] == [
        missing_words(each) for each in missing
    ]


def test_a_link_that_names_no_indicator_shows_them_all() -> None:
    assert any(each.startswith("What needs attention") for each in headings(indicators(indicator="no-such")))


def test_what_each_mark_means_stands_beside_them() -> None:
    page = indicators()
    assert "What the marks mean" in labels(page)
    words = said(page)
    for icon, meaning in MEANINGS:
        assert f"{icon.mark} {icon.words}] {meaning}" in words


def test_where_something_needs_attention_the_rest_is_folded_and_where_nothing_does_an_area_is_open() -> None:
    def rows(page: AppTest) -> list[str]:
        return [str(each.key) for each in page.button if str(each.key).startswith("row-open-")]

    assert not rows(indicators())
    assert rows(indicators("wokingham"))
