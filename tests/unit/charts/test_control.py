"""The charts of an indicator: colours and shapes that mean something, labels that never overlap."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.charts.control import control_chart_of
from readiness.charts.figure import Chart
from readiness.charts.indicator import COLOURS, PLOT, SYMBOLS, Setting
from readiness.charts.run import run_chart
from readiness.charts.side_labels import LINE, apart
from readiness.insight.indicators.fact import Comparison
from tests.unit.charts.facts import mark
from tests.unit.insight.indicator_made import fact, measured, monthly, yearly
from tests.unit.insight.indicators.test_facts import FALLING, STEADY

SETTING = Setting((mark(date(2020, 5, 1), "Visit"),), "Source: made")
LEVELS = st.lists(st.floats(0, PLOT), min_size=1, max_size=12).map(sorted)


def control(figures: Sequence[float | None], **more) -> Chart:  # noqa: ANN003
    return control_chart_of(fact(monthly(figures), **more), SETTING)


def traces(chart: Chart, name: str) -> list[go.Scatter]:
    return [trace for trace in chart.figure.data if trace.name == name]


def words(chart: Chart) -> list[str]:
    return [note.text for note in chart.figure.layout.annotations]


def test_the_title_is_the_finding_and_the_subtitle_says_unit_and_source() -> None:
    chart = control(FALLING)
    assert chart.title == "Visits: falling over eight months"
    assert chart.subtitle == (
        "Visits made on time, percent, monthly, January 2020 to September 2021. Source: made"
    )


def test_points_of_concern_have_their_own_colour_and_shape() -> None:
    chart = control(FALLING)
    concern, ordinary = (traces(chart, tone)[0] for tone in ("concern", "ordinary"))
    assert (concern.marker.color, concern.marker.symbol) == (COLOURS["concern"], SYMBOLS["concern"])
    assert len(concern.x) + len(ordinary.x) + sum(
        len(trace.x) for trace in traces(chart, "improvement")
    ) == len(FALLING)
    assert len(set(SYMBOLS.values())) == len(SYMBOLS)


def test_context_is_drawn_in_grey_only() -> None:
    chart = control(FALLING, better=None)
    assert not traces(chart, "concern") + traces(chart, "improvement")
    assert traces(chart, "neutral")[0].marker.color == COLOURS["ordinary"]


def test_mean_limits_target_comparison_and_last_point_are_labelled() -> None:
    england = Comparison("England", (measured(date(2020, 3, 31), 75.0, who="England"),))
    said = words(control(STEADY, target=85.0, comparisons=(england,)))
    for label in ("Mean 80.6%", "Target 85%", "England 75%", "<b>82%</b>"):
        assert label in said
    assert sum(label.startswith(("Lower limit", "Upper limit")) for label in said) == 2


def test_a_missing_month_leaves_a_gap_and_a_row_that_says_so() -> None:
    chart = control([*STEADY[:5], None, *STEADY[6:]])
    assert "missing" in chart.table["Figure"].tolist()
    assert len(chart.table) == len(STEADY)


def test_limits_are_drawn_cut_at_what_is_possible() -> None:
    chart = control([99.0, 100.0, 95.0, 100.0, 96.0, 100.0, 99.0])
    assert max(level for trace in traces(chart, "limit") for level in trace.y) == 100.0
    assert chart.figure.layout.yaxis.range[1] <= 102


def test_one_figure_can_be_drawn() -> None:
    assert "<b>80%</b>" in words(control([80.0]))
    assert "<b>80%</b>" in words(run_chart(fact(yearly([80.0, 80.0, 80.0])), SETTING))


def test_years_with_counts_have_their_interval_and_others_none() -> None:
    counted, bare = (run_chart(fact(yearly([80.0, 82.0], out_of=n)), SETTING) for n in (100, None))
    low, high = traces(counted, "interval")[0].y[:2]
    assert low == pytest.approx(71.1, abs=0.05)
    assert high == pytest.approx(86.7, abs=0.05)
    assert not traces(bare, "interval")[0].x
    assert "95% interval" not in bare.table


def test_names_from_a_file_are_shown_as_written() -> None:
    nasty = Comparison("<b>x</b>", (measured(date(2020, 3, 31), 75.0, who="x"),))
    assert any("&lt;b&gt;" in label for label in words(control(STEADY, comparisons=(nasty,))))


@given(LEVELS)
def test_labels_stand_a_line_apart_inside_the_plot(levels: list[float]) -> None:
    placed = apart(levels, LINE, PLOT)
    assert all(after - before >= LINE - 1e-6 for before, after in pairwise(placed))
    assert placed[0] >= -1e-6
    assert placed[-1] <= PLOT + 1e-6


def test_labels_with_room_stay_where_they_belong() -> None:
    assert apart([10.0, 100.0, 200.0], LINE, PLOT) == [10.0, 100.0, 200.0]
