"""The chart of what a score was worth: a row for each kind of evidence, the coin's line, its words and its table."""

from readiness.charts.worth import KINDS, worth_chart
from readiness.worth.facts import EVERY_AREA, WHOLE, Estimate, read_worth
from tests.unit.worth.made import with_measure

CHART = worth_chart(read_worth())


def test_every_area_has_a_dot_for_each_kind_of_evidence() -> None:
    assert len(CHART.table) == len(KINDS) * len(read_worth().areas)
    assert len(CHART.figure.data) == 2 * len(CHART.table)


def test_a_dot_stands_where_its_figure_is_with_its_interval() -> None:
    pairs, dot = read_worth().pairs("readiness"), CHART.figure.data[0]
    assert pairs is not None
    assert dot.x[0] == 100 * pairs.value
    assert dot.x[0] + dot.error_x.array[0] == 100 * pairs.high


def test_kinds_differ_by_their_mark_and_are_named_beside_it() -> None:
    assert len({symbol for _, _, symbol, _ in KINDS}) == len(KINDS)
    assert {name for _, name, _, _ in KINDS} < set(CHART.figure.layout.yaxis.ticktext)


def test_the_line_of_a_coin_is_drawn_and_named() -> None:
    assert CHART.figure.layout.shapes[0].x0 == 50
    assert "a coin: 50" in [each.text for each in CHART.figure.layout.annotations]


def test_an_interval_below_the_usual_axis_stays_on_it() -> None:
    low = Estimate(0.3, 0.1, 0.5, 40, 40)
    chart = worth_chart(with_measure(("shown", "as shipped", WHOLE, EVERY_AREA, "performance", "auc"), low))
    assert chart.figure.layout.xaxis.range[0] < 10


def test_the_words_say_what_is_plotted_and_how_to_read_it() -> None:
    assert "in 100" in CHART.title
    assert "Source" in CHART.subtitle
    assert "coin" in CHART.how_to_read
