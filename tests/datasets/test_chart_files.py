"""The figures of charts as files, of the shipped datasets: no file tells a count of 1 to 4 children."""

import re
from functools import cache

import pytest

from readiness.charts.figure import Chart
from readiness.charts.indicator_native import HIDDEN
from readiness.insight.few import shows_few
from readiness.insight.indicators.fact import IndicatorFact
from readiness.insight.indicators.facts import indicators_on
from readiness.insight.small import gives_away
from readiness.story.charts import indicator_chart
from readiness.wording import in_unit
from tests.pages.shipped import opened, shipped
from ui.figures import csv_file

DAYS = opened("2020-01-31", "2024-02-15", "2025-07-20", "2026-07-01")


def few_told(fact: IndicatorFact, text: str) -> list[str]:
    """The figures that would give few children away and stand in a line of text."""
    unit = fact.indicator.unit
    hidden = {
        in_unit(each.measured.figure, unit)
        for each in fact.reading.points
        if each.measured and gives_away(each.measured, unit)
    }
    shown = {
        in_unit(each.measured.figure, unit)
        for each in fact.reading.points
        if each.measured and not gives_away(each.measured, unit)
    }
    return [each for each in hidden - shown if re.search(rf"(?<![\d.,]){re.escape(each)}(?![\d.,]*\d)", text)]


@cache
def charts(dataset: str) -> list[tuple[IndicatorFact, Chart]]:
    """The charts of a dataset that hold a small count on one of the days, with their facts."""
    workspace = shipped(dataset)
    return [
        (fact, indicator_chart(workspace, day, name))
        for day in DAYS
        for name, fact in workspace.once(indicators_on, day).facts.items()
        if shows_few(fact)
    ]


@pytest.mark.parametrize("dataset", ["northmere", "wokingham", "reading"])
def test_what_heads_a_file_of_figures_tells_none_that_the_file_leaves_out(dataset: str) -> None:
    assert charts(dataset)
    for fact, chart in charts(dataset):
        headed = csv_file(chart, "Official", "Ofsted").decode("utf-8-sig").splitlines()[2]
        assert not few_told(fact, headed), headed


@pytest.mark.parametrize("dataset", ["northmere", "wokingham"])
def test_no_mean_stands_in_a_file_that_leaves_a_figure_out(dataset: str) -> None:
    for _, chart in charts(dataset):
        assert HIDDEN in set(chart.file_table["Figure"])
        assert not {"Mean", "Usual range"} & set(chart.file_table.columns)
        assert chart.native
        assert not {"Mean", "Lower limit", "Upper limit"} & {each.name for each in chart.native.series}


def test_the_page_keeps_the_whole_title_and_the_mean() -> None:
    fact, chart = next(each for each in charts("northmere") if each[1].file_title != each[1].title)
    assert few_told(fact, chart.title)
    assert {"Mean", "Usual range"} <= set(chart.table.columns)
