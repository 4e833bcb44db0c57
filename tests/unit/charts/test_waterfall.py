"""From one score to another: bars that meet, in colours that mean something."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from readiness.charts.waterfall import waterfall
from readiness.insight.steps import Step
from tests.unit.charts.facts import change

MOVES = st.lists(st.floats(-20, 20), min_size=1, max_size=8)


def stairs(moves: list[float], name: str = "Move") -> list[Step]:
    middle = [Step(f"{name} {number}", points, "move") for number, points in enumerate(moves)]
    return [Step("Then", 50.0, "start"), *middle, Step("Now", 50.0 + sum(moves), "end")]


@given(MOVES)
def test_each_bar_begins_where_the_one_before_it_ended(moves: list[float]) -> None:
    bars = [each for each in waterfall(change(), stairs(moves), "source").figure.data if each.type == "bar"]
    ends = [bar.base[0] + bar.x[0] for bar in bars]
    assert bars[0].base[0] == 50.0
    assert [bar.base[0] for bar in bars[1:]] == pytest.approx(ends[:-1])
    assert ends[-1] == pytest.approx(50.0 + sum(moves))


@given(MOVES)
@example([6.0, -1.0, 12.0])
def test_beyond_the_outermost_bar_there_is_room_for_its_figure(moves: list[float]) -> None:
    figure = waterfall(change(), stairs(moves), "source").figure
    first, last = figure.layout.xaxis.range
    for note in figure.layout.annotations:
        beside = note.x - first if note.xanchor == "right" else last - note.x
        assert beside >= 0.25 * (last - first)
    assert all(0 <= tick <= 100 for tick in figure.layout.xaxis.tickvals)


def test_what_lifts_is_blue_and_what_lowers_is_orange() -> None:
    up, down = waterfall(change(), stairs([3.0, -2.0]), "source").figure.data[1:3]
    assert up.marker.color != down.marker.color


def test_a_name_from_a_file_is_shown_as_written() -> None:
    chart = waterfall(change(), stairs([3.0], name="<b>Bold</b>"), "source")
    assert chart.figure.layout.yaxis.ticktext[1].startswith("&lt;b&gt;Bold&lt;/b&gt;")


def test_the_title_is_the_sentence_of_the_change() -> None:
    assert waterfall(change(), stairs([3.0]), "source").title == change().sentence
