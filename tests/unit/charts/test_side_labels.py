"""Names beside a plot: parted when it is drawn, and again when it is drawn lower."""

from itertools import pairwise

import plotly.graph_objects as go
import pytest

from readiness.charts.side_labels import LINE, SideLabel, lowered, side_labels
from readiness.charts.template import new_figure

HEIGHT, TOP, BOTTOM = 440, 40, 30


@pytest.fixture
def figure() -> go.Figure:
    made = new_figure(HEIGHT)
    near = [SideLabel("Ours", 50, strong=True), SideLabel("Theirs", 50.1), SideLabel("England", 49.9)]
    beside = side_labels([*near, SideLabel("Target", 90)], 0, 100, HEIGHT - TOP - BOTTOM)
    above = {"text": "Restructure", "x": 0.5, "y": 1.01, "xref": "x domain", "yref": "y domain"}
    made.update_layout(margin={"t": TOP, "b": BOTTOM}, annotations=[*beside, above])
    return made


def levels(figure: go.Figure) -> list[float]:
    room = figure.layout.height - TOP - BOTTOM
    return sorted(each.y * room for each in figure.layout.annotations if each.x == 1)


def test_names_stay_a_line_apart_in_a_plot_that_is_drawn_lower(figure: go.Figure) -> None:
    low = lowered(figure, 200)
    assert low.layout.height == 200
    assert all(after - before >= LINE - 1e-9 for before, after in pairwise(levels(low)))
    assert levels(low)[-1] == pytest.approx(0.9 * (200 - TOP - BOTTOM))


def test_only_names_beside_the_plot_move_and_the_chart_itself_stays_as_it_was(figure: go.Figure) -> None:
    before = figure.to_dict()
    low = lowered(figure, 200)
    assert figure.to_dict() == before
    assert [each.y for each in low.layout.annotations if each.text == "Restructure"] == [1.01]


def test_a_chart_that_is_low_enough_is_drawn_as_it_is(figure: go.Figure) -> None:
    assert lowered(figure, HEIGHT + 100).to_dict() == figure.to_dict()
