"""What charts hand to files: the figures that they draw, and none that may not leave the screen."""

from datetime import date
from itertools import pairwise

import pytest

from readiness.charts.burn_up import burn_up_chart
from readiness.charts.control import control_chart_of
from readiness.charts.figure import Chart
from readiness.charts.grade_mix import ORDER, grade_mix_chart
from readiness.charts.indicator import Setting
from readiness.charts.indicator_native import HIDDEN
from readiness.charts.native import Plot, PlotSeries, decimals_of
from readiness.charts.palette import GRADE_COLOURS
from readiness.charts.position import position_chart
from readiness.charts.run import run_chart
from readiness.charts.trend import trend_chart
from readiness.charts.voice_answers import answers_chart
from readiness.charts.waterfall import waterfall
from readiness.insight.indicators.fact import Comparison
from readiness.insight.plan.burn_up import burn_up
from readiness.insight.practice.mix import mix_fact
from readiness.insight.voice.heard import heard_by_who
from tests.unit.charts.facts import BANDS, change, setting, trend
from tests.unit.charts.test_position import card
from tests.unit.charts.test_voice import AGO, WORDS, YEAR
from tests.unit.charts.test_waterfall import stairs
from tests.unit.insight.indicator_made import fact, measured, monthly, yearly
from tests.unit.insight.indicators.test_facts import FALLING, STEADY
from tests.unit.insight.made import area, scores
from tests.unit.insight.plan_made import TODAY as PLAN_DAY
from tests.unit.insight.plan_made import action, closed, days_ago
from tests.unit.insight.practice_made import TODAY, several
from tests.unit.insight.voice_made import survey

ENDS = (0.0, 100.0)
"""The range of a made area."""
MINE = Setting((), "Source: made")


def plot_of(chart: Chart) -> Plot:
    assert chart.native
    return chart.native


def values(chart: Chart, name: str) -> tuple[float | None, ...]:
    [found] = [each for each in plot_of(chart).series if each.name == name]
    return found.values


def trace(chart: Chart, name: str) -> list[float | None]:
    [found] = [each for each in chart.figure.data if each.name == name]
    return list(found.y)


def test_a_series_has_a_value_for_every_category() -> None:
    with pytest.raises(ValueError, match="Short: a value for each of 2"):
        Plot("bars", ("a", "b"), (PlotSeries("Short", (1.0,), "#000000"),), "percent")


@pytest.mark.parametrize(("figures", "decimals"), [([], 0), ([None, 3.0], 0), ([2.99, 80.04], 0), ([3.5], 1)])
def test_decimals_are_those_that_figures_are_shown_with(figures: list[float | None], decimals: int) -> None:
    assert decimals_of(figures) == decimals


def test_areas_are_bars_as_long_as_their_numbers_in_the_colour_of_their_grade() -> None:
    areas = (
        area("Care", 67.9),
        area("Leaders", 44.2, grade="requires improvement"),
        area("Help", 71.0, enough=False),
    )
    plot = plot_of(position_chart([card(each) for each in areas], scores(*areas), BANDS, "Ofsted"))
    assert plot.categories == ("Care", "Leaders", "Help")
    assert {each.name: each.values for each in plot.series} == {
        "◆ requires improvement": (None, 44.0, None),
        "● good": (67.0, None, None),
    }
    assert {each.colour for each in plot.series} <= set(GRADE_COLOURS.values())
    assert [each.ends for each in plot.series] == [(None, ENDS, None), (ENDS, None, None)]
    assert (plot.low, plot.high) == (0, 100)


def test_a_trend_has_its_scores_cut_as_shown_and_gaps_where_evidence_is_thin() -> None:
    chart = trend_chart(trend(50.7, None, 61.99), (), setting())
    assert values(chart, "Readiness score") == (50.0, None, 61.0)
    assert plot_of(chart).categories == ("Jan 2020", "Feb 2020", "Mar 2020")


def test_the_steps_of_a_change_are_the_bars_that_are_drawn() -> None:
    chart = waterfall(change(), stairs([3.0, -2.0, 1.5]), "source")
    bars = [each.x[0] for each in chart.figure.data if each.type == "bar"]
    assert bars == pytest.approx([3.0, -2.0, 1.5])
    assert values(chart, "Lifted the score") == (3.0, None, 1.5)
    assert values(chart, "Lowered the score") == (None, -2.0, None)


def test_an_indicator_has_its_figures_mean_limits_target_and_signals() -> None:
    england = Comparison("England", (measured(date(2020, 3, 31), 75.0, who="England"),))
    chart = control_chart_of(fact(monthly(FALLING), target=85.0, comparisons=(england,)), MINE)
    assert values(chart, "Visits") == tuple(FALLING)
    assert set(values(chart, "Target")) == {85.0}
    assert values(chart, "England")[:3] == (None, None, 75.0)
    levels = trace(chart, "mean")
    assert set(values(chart, "Mean")) == set(levels)
    assert [each for each in values(chart, "Concern") if each is not None] == trace(chart, "concern")
    assert [each.name for each in plot_of(chart).series if each.thin] == [
        "Mean",
        "Lower limit",
        "Upper limit",
        "Target",
        "England",
    ]


def test_a_missing_month_is_a_gap() -> None:
    chart = control_chart_of(fact(monthly([*STEADY[:5], None, *STEADY[6:]])), MINE)
    assert values(chart, "Visits")[5] is None


def test_figures_that_give_small_counts_away_are_in_no_file() -> None:
    few = [measured(day, figure, out_of=50) for day, figure in zip(DAYS, (6.0, 50.0, 96.0), strict=True)]
    chart = run_chart(fact(tuple(few)), MINE)
    assert values(chart, "Visits") == (None, 50.0, None)
    assert list(chart.table["Figure"]) == ["96%", "50%", "6%"]
    assert list(chart.file_table["Figure"]) == [HIDDEN, "50%", HIDDEN]
    assert list(chart.file_table["Out of"]) == ["", "25 of 50", ""]
    assert chart.reading.startswith("No interval is given: the latest figure rests on small numbers.")


def test_a_count_of_children_hides_by_itself() -> None:
    chart = control_chart_of(fact(monthly([0.0, 3.0, 12.0]), unit="count"), MINE)
    assert values(chart, "Visits") == (0.0, None, 12.0)


def test_shares_of_grades_are_the_columns_that_are_drawn() -> None:
    found = mix_fact([*several(12, 6, days_ago=200), *several(20, 12)], TODAY)
    assert found
    chart = grade_mix_chart(found, "Source: mine")
    columns = [list(each.y) for each in chart.figure.data if each.type == "bar"]
    assert [list(each.values) for each in plot_of(chart).series] == columns
    assert [each.name.split(" ", 1)[1] for each in plot_of(chart).series] == list(ORDER)


def test_answers_are_the_shares_drawn_but_for_those_that_small_numbers_hide() -> None:
    voices = [survey(80, 100), survey(50, 100, AGO), survey(2, 30, who="staff")]
    chart = answers_chart(heard_by_who(voices, YEAR), WORDS)
    assert values(chart, "Positive answers, with 95% interval") == (80.0, None)
    assert values(chart, "The year before") == (50.0, None)
    share = heard_by_who(voices, YEAR)[0].answers
    assert share
    assert plot_of(chart).series[0].ends == ((share.share.lower, share.share.upper), None)


def test_a_plan_has_lines_of_actions_set_closed_and_due_and_ahead_only_what_is_due() -> None:
    start = date(2025, 12, 1)
    found = burn_up([closed(start, days_ago(20), days_ago(30)), action(start, date(2026, 5, 15))], PLAN_DAY)
    chart = burn_up_chart(found, "Source: made")
    ahead = len(found.days) - len(found.opened)
    assert ahead > 0
    for name in ("Set", "Closed"):
        assert list(values(chart, name)) == [*trace(chart, name.lower()), *[None] * ahead]
    assert list(values(chart, "Due")) == trace(chart, "due")
    assert all(after >= before for before, after in pairwise(found.due))


DAYS = [each.period_end for each in yearly([1.0, 2.0, 3.0])]
