"""All authorities as a funnel or in order: who is drawn how, what is labelled, and what the table may hold."""

from collections.abc import Callable

import plotly.graph_objects as go
import pytest

from readiness.charts.figure import Chart
from readiness.charts.funnel import funnel_chart
from readiness.charts.rank import rank_chart
from readiness.charts.standing import upright
from readiness.insight.standing.fact import Standing
from tests.unit.insight.standing_made import ours, peer, standing_made

COUNTED = [peer(30 + n, out_of=200 + 50 * n, near=n if n < 3 else None, name=f"A{n}") for n in range(1, 21)]
BARE = [peer(30 + n, near=n if n < 3 else None, name=f"A{n}") for n in range(1, 21)]


def funnel(found: Standing) -> Chart:
    assert found.funnel
    return funnel_chart(found, found.funnel)


def trace(chart: Chart, name: str) -> go.Scatter:
    return next(each for each in chart.figure.data if each.name == name)


def labels(chart: Chart) -> list[str]:
    return [note.text for note in chart.figure.layout.annotations]


COUNTED_CHART = funnel(standing_made(ours(44.5, out_of=400), COUNTED))
BARE_CHART = rank_chart(standing_made(ours(44.5), BARE))


@pytest.mark.parametrize("chart", [COUNTED_CHART, BARE_CHART], ids=["funnel", "rank"])
def test_neighbours_and_ourselves_have_shapes_of_their_own(chart: Chart) -> None:
    drawn = {name: trace(chart, name) for name in ("authorities", "neighbours", "ours")}
    assert [len(each.x) for each in drawn.values()] == [18, 2, 1]
    assert drawn["neighbours"].marker.symbol == "diamond"
    assert drawn["ours"].marker.size > drawn["neighbours"].marker.size > drawn["authorities"].marker.size
    assert "<b>Ourshire 44.5%</b>" in labels(chart)


def test_the_title_is_the_finding_and_the_subtitle_says_what_when_and_from_where() -> None:
    assert BARE_CHART.title == "Visits: 7th highest of 21 authorities"
    assert BARE_CHART.subtitle == (
        "Visits made on time, percent, authorities in order, March 2025. Source: A release"
    )
    assert COUNTED_CHART.title == "Visits: 7th highest of 21 authorities, inside what is usual for its size"


def test_a_funnel_names_both_kinds_of_limits_and_says_they_prove_nothing() -> None:
    assert {"95% chance", "99.8% chance", "95% spread", "99.8% spread"} <= set(labels(COUNTED_CHART))
    assert sum(each.name == "95% chance" for each in COUNTED_CHART.figure.data) == 2
    assert "not proof of good or bad practice" in COUNTED_CHART.how_to_read


def test_a_rank_names_the_neighbours_and_the_middle() -> None:
    assert {"◆ A1", "◆ A2", "Middle 41%"} <= set(labels(BARE_CHART))
    xs = [
        *trace(BARE_CHART, "authorities").x,
        *trace(BARE_CHART, "neighbours").x,
        *trace(BARE_CHART, "ours").x,
    ]
    assert sorted(xs) == list(range(21))


def test_marks_rise_from_the_lowest_figure_to_the_highest() -> None:
    drawn = trace(BARE_CHART, "authorities")
    assert list(drawn.y) == sorted(drawn.y)
    assert list(drawn.x) == sorted(drawn.x)


def test_the_table_lists_every_authority_with_its_place_and_line() -> None:
    table = BARE_CHART.table
    assert len(table) == 21
    assert table["Place"].tolist() == [str(place) for place in range(1, 22)]
    assert table.loc[table["Authority"] == "Ourshire", "Which"].tolist() == ["ourselves"]
    assert "Out of" not in table


def test_small_counts_do_not_leave_as_a_file() -> None:
    few = [peer(2, out_of=100, name="Smallshire"), *COUNTED]
    table = funnel(standing_made(ours(45, out_of=400), few)).table.set_index("Authority")
    assert table.loc["Smallshire", ["Figure", "Out of"]].tolist() == ["small numbers", "<5"]


def test_names_from_a_file_are_shown_as_written() -> None:
    nasty = [peer(40, near=1, name="<b>x</b>"), peer(50, name="<i>y</i>")]
    chart = rank_chart(standing_made(ours(45), nasty))
    assert any("&lt;b&gt;" in label for label in labels(chart))
    assert "&lt;i&gt;" in trace(chart, "authorities").customdata[0]


def test_authorities_all_alike_can_be_drawn() -> None:
    alike = [peer(50, out_of=100, name=f"A{n}") for n in range(5)]
    low, high = funnel(standing_made(ours(50, out_of=100), alike)).figure.layout.yaxis.range
    assert low < 50 < high


def test_the_axis_shows_nothing_impossible() -> None:
    assert upright([0.0, 100.0], "percent") == (-2.0, 102.0)
    assert upright([10.0, 20.0], "ratio") == pytest.approx((9.4, 20.6))


@pytest.mark.parametrize("chart_of", [funnel, rank_chart], ids=["funnel", "rank"])
def test_a_file_leaves_us_out_where_our_place_would_tell_few_children(
    chart_of: Callable[[Standing], Chart],
) -> None:
    chart = chart_of(standing_made(ours(1.0, out_of=400), COUNTED))
    assert "Ourshire" in set(chart.table["Authority"])
    assert "Ourshire" not in set(chart.file_table["Authority"])
    assert list(chart.file_table["Place"]) == [str(place) for place in range(1, 21)]
    assert chart.file_title == "Visits: other authorities; ours is not shown (small numbers)"
    assert COUNTED_CHART.file_title == COUNTED_CHART.title
