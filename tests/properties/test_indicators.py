"""Icon, chart, table and sentence of one indicator never disagree, whatever its figures, target and limits."""

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.charts.control import control_chart_of
from readiness.charts.figure import Chart
from readiness.charts.indicator import COLOURS, SYMBOLS, Setting
from readiness.charts.run import run_chart
from readiness.insight.indicators.fact import IndicatorFact, Plotted
from readiness.insight.indicators.limits import FROM_ALL_FIGURES, Limits
from readiness.insight.indicators.words import TOO_FEW_AHEAD, meets
from tests.unit.insight.indicator_made import afresh, fact, monthly, yearly

SETTING = Setting((), "Source: made")
FIGURE = st.one_of(st.integers(0, 100).map(float), st.floats(0, 100))
MONTHS = st.lists(st.one_of(st.none(), FIGURE), min_size=1, max_size=40).filter(
    lambda figures: any(figure is not None for figure in figures)
)
MOVES = st.builds(
    lambda start, step, length: [start + step * month for month in range(length)],
    st.floats(20, 60), st.floats(-0.5, 0.5), st.integers(1, 40),
)  # fmt: skip
STEPS = st.builds(
    lambda low, high, at, wave: [(low if month < at else high) + wave * (month % 3) for month in range(30)],
    st.floats(20, 60), st.floats(20, 60), st.integers(0, 30), st.floats(0, 4),
)  # fmt: skip
FIGURES = st.one_of(MONTHS, MOVES, STEPS)
BETTER = st.sampled_from(["high", "low", None])
TARGET = st.one_of(st.none(), FIGURE)
STRETCH = st.builds(
    lambda month, kept: afresh(month, None if kept is None else month + kept),
    st.integers(0, 45), st.one_of(st.none(), st.integers(0, 20)),
)  # fmt: skip
LIMITS = st.one_of(
    st.just(FROM_ALL_FIGURES),
    st.builds(
        lambda stretches, screened: Limits(
            tuple(sorted(stretches, key=lambda each: each.since)), screened
        ),
        st.lists(STRETCH, max_size=3), st.booleans(),
    ),
)  # fmt: skip
MOVED = ("falling over", "rising over", "usual range in", "its average for")
WORDS = settings(max_examples=300, deadline=None)
DRAWN = settings(max_examples=60, deadline=None)
"""A chart takes longer to draw than all its words."""


def controlled(figures: list[float | None], better: str | None, target: float | None,
               limits: Limits = FROM_ALL_FIGURES) -> IndicatorFact:  # fmt: skip
    return fact(monthly(figures), better=better, target=target, limits=limits)


def chart_of(made: IndicatorFact) -> Chart:
    return (control_chart_of if made.controlled else run_chart)(made, SETTING)


def observed(made: IndicatorFact) -> list[Plotted]:
    return [point for point in made.reading.points if point.measured]


def current(made: IndicatorFact) -> list[Plotted]:
    """The figures of the latest stretch of limits."""
    begun = [each.begins for each in made.reading.fresh_limits if each.begins]
    return [point for point in observed(made) if not begun or point.day >= begun[-1]]


@DRAWN
@given(FIGURES, BETTER, TARGET, LIMITS)
def test_the_icon_is_that_of_the_last_point_drawn_and_listed(
    figures: list[float | None], better: str | None, target: float | None, limits: Limits
) -> None:
    made = controlled(figures, better, target, limits)
    tone = made.reading.variation.tone
    assert observed(made)[-1].tone == tone
    table = chart_of(made).table
    signal = table["Signal"].iloc[0] if "Signal" in table else ""
    assert signal.startswith("" if tone == "ordinary" else tone.capitalize())
    assert bool(signal) == (tone != "ordinary")


@DRAWN
@given(FIGURES, BETTER, TARGET, LIMITS)
def test_every_figure_is_drawn_once_in_the_colour_and_shape_of_what_the_table_says(
    figures: list[float | None], better: str | None, target: float | None, limits: Limits
) -> None:
    made = controlled(figures, better, target, limits)
    chart = chart_of(made)
    marked = [trace for trace in chart.figure.data if trace.mode == "markers"]
    drawn = {day: trace for trace in marked for day in trace.x}
    assert sum(len(trace.x) for trace in marked) == len(observed(made)) == len(drawn)
    rows = list(reversed(chart.table.to_dict("records")))
    for point, row in zip(made.reading.points, rows, strict=True):
        said = row.get("Signal", "").partition(":")[0].lower() or "ordinary"
        assert (row["Figure"] == "missing") == (point.measured is None)
        assert said == point.tone
        if point.measured:
            mark = drawn[point.day].marker
            assert (mark.color, mark.symbol) == (COLOURS[point.tone], SYMBOLS[point.tone])
    assert better or not {point.tone for point in made.reading.points} & {"improvement", "concern"}


@DRAWN
@given(FIGURES, BETTER, TARGET, LIMITS)
def test_the_sentence_says_a_change_where_and_only_where_the_icon_does(
    figures: list[float | None], better: str | None, target: float | None, limits: Limits
) -> None:
    made = controlled(figures, better, target, limits)
    chart = chart_of(made)
    assert made.sentence.startswith(chart.title)
    assert made.sentence in chart.alt
    if not made.controlled:
        return
    finding, icon = made.reading.finding, made.reading.variation
    assert any(words in finding for words in MOVED) == (icon.tone != "ordinary")
    if icon.tone != "ordinary":
        up = "above" in finding or "upper edge" in finding or finding.startswith("rising")
        assert icon.mark == ("↑" if up else "↓")


@WORDS
@given(FIGURES, BETTER, TARGET, LIMITS)
def test_what_the_sentence_counts_is_so_and_lies_within_the_limits_of_now(
    figures: list[float | None], better: str | None, target: float | None, limits: Limits
) -> None:
    made = controlled(figures, better, target, limits)
    if not made.controlled or made.reading.variation.tone == "ordinary":
        return
    finding, usual, now = made.reading.finding, made.reading.ranges[-1], current(made)
    numbers = [point.figure or 0.0 for point in now]
    if "usual range in" in finding and "edge" not in finding:
        assert not usual.lower <= numbers[-1] <= usual.upper
    for run in re.findall(r"(?:over|its average for) (\w+)", finding):
        assert 7 <= number(run) <= len(now)
    if run := re.search(r"(above|below) its average for (\w+)", finding):
        last = numbers[-number(run[2]) :]
        assert all(each > usual.mean if run[1] == "above" else each < usual.mean for each in last)


def number(word: str) -> int:
    small = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    return small.index(word) if word in small else int(word)


@WORDS
@given(FIGURES, BETTER, TARGET, LIMITS)
def test_the_sentence_and_the_second_icon_say_the_same_of_the_target(
    figures: list[float | None], better: str | None, target: float | None, limits: Limits
) -> None:
    made = controlled(figures, better, target, limits)
    words, outlook = made.reading.assurance.words, made.reading.outlook
    if not made.controlled:
        return
    assert ("will miss " in outlook or "will still miss" in outlook) == (
        words == "Unlikely to meet the target"
    )
    assert ("may or may not" in outlook or "may meet or miss" in outlook) == (
        words == "May meet or miss the target"
    )
    assert (", and " in outlook and ("will meet" in outlook or "still meets" in outlook)) == (
        words == "Likely to meet the target"
    )
    assert ("does not reach" in outlook) == (words == "Met, beyond its usual range")
    assert ("range meets it" in outlook) == (words == "Missed, against its usual range")
    assert ("too few figures" in outlook) == (words == "Too few figures to say")
    assert bool(outlook) == (words not in ("No target set", "Context, no target"))


@WORDS
@given(FIGURES, st.sampled_from(["high", "low"]), FIGURE, LIMITS)
def test_the_second_icon_sets_the_target_against_the_limits_that_are_drawn(
    figures: list[float | None], better: str, target: float, limits: Limits
) -> None:
    made = controlled(figures, better, target, limits)
    if not made.controlled or not made.reading.tested or made.reading.ranges[-1].used < TOO_FEW_AHEAD:
        return
    usual, words = made.reading.ranges[-1], made.reading.assurance.words
    ends = [
        meets(limit, target, "high" if better == "high" else "low") for limit in (usual.lower, usual.upper)
    ]
    if min(abs(usual.lower - target), abs(usual.upper - target)) < 1e-9:
        return  # Equal to within rounding: statistics.spc decides.
    assert all(ends) == (words in ("Likely to meet the target", "Missed, against its usual range"))
    assert (not any(ends)) == (words in ("Unlikely to meet the target", "Met, beyond its usual range"))


@DRAWN
@given(FIGURES, BETTER, LIMITS)
def test_limits_are_drawn_and_listed_for_each_stretch_and_no_further(
    figures: list[float | None], better: str | None, limits: Limits
) -> None:
    made = controlled(figures, better, None, limits)
    if not made.controlled:
        return
    chart = chart_of(made)
    means = [(trace.x[0], trace.x[-1]) for trace in chart.figure.data if trace.name == "mean"]
    assert means == [(each.first, each.last) for each in made.reading.ranges]
    assert all(before[1] < after[0] for before, after in pairwise(means))
    listed = chart.table["Limits"].tolist() if "Limits" in chart.table else []
    begun = [each for each in made.reading.fresh_limits if each.begins]
    assert sum("afresh" in words for words in listed) == len(begun)
    assert all(each.says in chart.reading for each in made.reading.fresh_limits)
    assert ("since" in made.reading.finding) <= bool(begun)


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
