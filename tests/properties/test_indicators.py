"""Icon, chart, table and sentence of one indicator never disagree, whatever its figures."""

from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.charts.control import control_chart_of
from readiness.charts.indicator import Setting
from readiness.charts.run import run_chart
from readiness.insight.indicator_fact import IndicatorFact
from tests.unit.insight.indicator_made import fact, monthly, yearly

SETTING = Setting((), "Source: made")
FIGURE = st.one_of(st.integers(0, 100).map(float), st.floats(0, 100))
MONTHS = st.lists(st.one_of(st.none(), FIGURE), min_size=1, max_size=40).filter(
    lambda figures: any(figure is not None for figure in figures)
)
MOVES = st.builds(
    lambda start, step, length: [start + step * month for month in range(length)],
    st.floats(20, 60), st.floats(-0.5, 0.5), st.integers(1, 40),
)  # fmt: skip
BETTER = st.sampled_from(["high", "low", None])
TARGET = st.one_of(st.none(), FIGURE)
MOVED = ("falling over", "rising over", "usual range in", "its average for")


def controlled(figures: list[float | None], better: str | None, target: float | None) -> IndicatorFact:
    return fact(monthly(figures), better=better, target=target)


@settings(max_examples=120, deadline=None)
@given(st.one_of(MONTHS, MOVES), BETTER, TARGET)
def test_the_icon_is_that_of_the_last_point_drawn_and_listed(
    figures: list[float | None], better: str | None, target: float | None
) -> None:
    made = controlled(figures, better, target)
    chart = (control_chart_of if made.controlled else run_chart)(made, SETTING)
    latest = next(point for point in reversed(made.reading.points) if point.measured)
    tone = made.reading.variation.tone
    assert latest.tone == tone
    drawn = {
        trace.name
        for trace in chart.figure.data
        if trace.x and latest.day in trace.x and trace.mode == "markers"
    }
    assert tone in drawn
    signal = chart.table["Signal"].iloc[0] if "Signal" in chart.table else ""
    assert signal.startswith("" if tone == "ordinary" else tone.capitalize())
    assert bool(signal) == (tone != "ordinary")


@settings(max_examples=120, deadline=None)
@given(st.one_of(MONTHS, MOVES), BETTER, TARGET)
def test_the_sentence_says_a_change_where_and_only_where_the_icon_does(
    figures: list[float | None], better: str | None, target: float | None
) -> None:
    made = controlled(figures, better, target)
    if not made.controlled:
        return
    moved = any(words in made.reading.finding for words in MOVED)
    assert moved == (made.reading.variation.tone != "ordinary")
    if "falling over" in made.reading.finding:
        assert made.reading.variation.mark == "↓" or "above" in made.reading.finding


@settings(max_examples=120, deadline=None)
@given(st.one_of(MONTHS, MOVES), BETTER, TARGET)
def test_the_sentence_and_the_second_icon_say_the_same_of_the_target(
    figures: list[float | None], better: str | None, target: float | None
) -> None:
    made = controlled(figures, better, target)
    words, outlook = made.reading.assurance.words, made.reading.outlook
    if not made.controlled:
        return
    assert ("miss " in outlook) == (words == "Unlikely to meet the target")
    assert ("may or may not" in outlook) == (words == "May meet or miss the target")
    assert (not outlook) == (words in ("No target set", "Context, no target"))
    if better is None:
        assert {point.tone for point in made.reading.points} <= {"ordinary", "neutral"}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 100).map(float), min_size=1, max_size=8), BETTER, st.integers(5, 3000))
def test_years_are_coloured_where_and_only_where_the_sentence_says_more_than_chance(
    figures: list[float], better: str | None, out_of: int
) -> None:
    made = fact(yearly(figures, out_of=out_of), better=better)
    if made.controlled:
        return
    assert ("more than chance" in made.sentence) == (made.reading.variation.tone != "ordinary")
    assert (made.reading.points[-1].tone == "ordinary") == (made.reading.variation.tone == "ordinary")
