"""What must always hold of the statistical methods, whatever the numbers."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from readiness.statistics.agreement import cohen_kappa
from readiness.statistics.disclosure import Cell, Mark, ProtectedTable, protect_table
from readiness.statistics.funnel import Model, proportion_funnel
from readiness.statistics.intervals import rate_interval, wilson
from readiness.statistics.spc import control_chart
from readiness.statistics.spc_results import ControlChart, Rule, Variation
from readiness.statistics.working_days import add_working_days, is_working_day, working_days_between

FIGURE = st.one_of(st.integers(0, 12), st.integers(0, 400)).map(float)
SERIES = st.lists(st.one_of(FIGURE, FIGURE, FIGURE, st.none()), max_size=40)
DAYS = st.dates(date(1995, 1, 1), date(2035, 12, 31))
MIRROR = {
    Variation.IMPROVEMENT_HIGH: Variation.IMPROVEMENT_LOW,
    Variation.IMPROVEMENT_LOW: Variation.IMPROVEMENT_HIGH,
    Variation.CONCERN_HIGH: Variation.CONCERN_LOW,
    Variation.CONCERN_LOW: Variation.CONCERN_HIGH,
}


@settings(max_examples=60, deadline=None)
@given(SERIES)
def test_a_series_upside_down_has_the_mirrored_icons(values: list[float | None]) -> None:
    chart = control_chart(values, better="high", target=7)
    turned = control_chart([None if value is None else -value for value in values], better="low", target=-7)
    assert chart.assurance is turned.assurance
    assert turned.variation is (
        None if chart.variation is None else MIRROR.get(chart.variation, chart.variation)
    )
    assert [point.rules for point in chart.points] == [point.rules for point in turned.points]


@settings(max_examples=60, deadline=None)
@given(SERIES, st.integers(-50, 50), st.integers(1, 7))
def test_moving_or_stretching_a_series_changes_no_signal(
    values: list[float | None], shift: int, stretch: int
) -> None:
    moved = [None if value is None else shift + stretch * value for value in values]
    chart, other = control_chart(values, better="low"), control_chart(moved, better="low")
    assert [point.rules for point in chart.points] == [point.rules for point in other.points]
    assert chart.variation is other.variation


@settings(max_examples=60, deadline=None)
@given(st.lists(FIGURE, min_size=3, max_size=40))
def test_signals_are_those_of_the_rules_read_literally(values: list[float]) -> None:
    chart = control_chart(values, better="high")
    assert {rule: flagged(chart, rule) for rule in Rule} == literal(values, chart)


def flagged(chart: ControlChart, rule: Rule) -> set[int]:
    return {point.position for point in chart.points if rule in point.rules}


def literal(values: list[float], chart: ControlChart) -> dict[Rule, set[int]]:
    """Every window of the series tried against the words of each rule."""
    mean, spread = np.mean(values), 2.66 * np.abs(np.diff(values)).mean()
    near_zero = 1e-9 * max(map(abs, values))
    above = np.array(values) - mean
    side = np.where(np.abs(above) <= near_zero, 0, np.sign(above))
    out = np.abs(above) > spread + near_zero
    outer = ~out & (np.abs(above) > 2 * spread / 3 + near_zero)
    sevens = [range(start, start + 7) for start in range(len(values) - 6)]
    threes = [range(start, start + 3) for start in range(len(values) - 2)]
    return {
        Rule.OUTSIDE: set(np.flatnonzero(out).tolist()),
        Rule.SHIFT: {at for run in sevens for at in run if abs(sum(side[run])) == 7},
        Rule.TREND: {at for run in sevens for at in run if one_way(np.diff(np.array(values)[run]))},
        Rule.OUTER_THIRD: {
            at
            for run in threes
            for at in run
            if outer[at] and sum(outer[run]) >= 2 and abs(sum(side[run])) == 3
        },
    }


def one_way(steps: np.ndarray) -> bool:
    return bool((steps > 0).all() or (steps < 0).all())


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 300), st.integers(1, 300), st.sampled_from([0.9, 0.95, 0.998]))
def test_intervals_hold_their_figure_and_widen_with_confidence(
    numerator: int, more: int, confidence: float
) -> None:
    share, sure = (wilson(numerator, numerator + more, confidence=level) for level in (confidence, 0.999))
    rate = rate_interval(numerator, 1000 * more, confidence=confidence)
    assert share is not None and sure is not None and rate is not None
    assert 0 <= sure.lower <= share.lower <= share.value <= share.upper <= sure.upper <= 1
    assert 0 <= rate.lower <= rate.value <= rate.upper


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=1, max_size=20))
def test_overdispersed_funnels_are_never_narrower(pairs: list[tuple[int, int]]) -> None:
    cases = [(hit, hit + missed) for hit, missed in pairs if hit + missed]
    if not cases:
        with pytest.raises(ValueError, match="at least one"):
            proportion_funnel([0], [0])
        return
    funnel = proportion_funnel(*map(list, zip(*cases, strict=True)))
    for point in funnel.points:
        plain = point.limits[Model.CHANCE]
        for model in (Model.MULTIPLICATIVE, Model.ADDITIVE):
            assert point.limits[model].lower95 <= plain.lower95
            assert point.limits[model].upper998 >= plain.upper998


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.integers(0, 30), min_size=4, max_size=4), min_size=4, max_size=4))
def test_kappa_is_at_most_one_and_does_not_mind_who_graded_first(table: list[list[int]]) -> None:
    for weights in ("unweighted", "linear", "quadratic"):
        found = cohen_kappa(table, weights=weights)
        turned = cohen_kappa([list(column) for column in zip(*table, strict=True)], weights=weights)
        assert (found.kappa is None) == bool(found.reason)
        if found.kappa is not None:
            assert -1 - 1e-12 <= found.kappa <= 1 + 1e-12
            assert (turned.kappa, turned.standard_error) == pytest.approx((found.kappa, found.standard_error))


@settings(max_examples=80, deadline=None)
@given(DAYS, st.integers(-400, 400))
def test_adding_working_days_and_counting_them_agree(start: date, days: int) -> None:
    end = add_working_days(start, days)
    assert working_days_between(start, end) == days
    assert days == 0 or is_working_day(end)


@settings(max_examples=60, deadline=None)
@given(DAYS, st.integers(0, 500), st.integers(0, 500))
def test_counts_of_working_days_add_up(start: date, first: int, second: int) -> None:
    middle = start + timedelta(days=first)
    end = middle + timedelta(days=second)
    whole = working_days_between(start, middle) + working_days_between(middle, end)
    assert working_days_between(start, end) == whole


COUNT = st.one_of(st.just(0), st.integers(0, 6), st.integers(0, 30))
TABLES = st.tuples(st.integers(1, 4), st.integers(1, 4)).flatmap(
    lambda size: st.lists(
        st.lists(COUNT, min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0]
    )
)


@settings(max_examples=40, deadline=None)
@given(TABLES)
def test_no_small_count_can_be_worked_out_from_what_is_shown(counts: list[list[int]]) -> None:
    grid = with_totals(protect_table(counts))
    for row, cells in enumerate(grid):
        for column, cell in enumerate(cells):
            if cell.mark is Mark.SMALL:
                assert possible(grid, row, column, 1) < possible(grid, row, column, -1)


def with_totals(table: ProtectedTable) -> list[list[Cell]]:
    rows = [[*cells, total] for cells, total in zip(table.cells, table.row_totals, strict=True)]
    return [*rows, [*table.column_totals, table.total]]


def possible(grid: list[list[Cell]], row: int, column: int, way: int) -> int:
    """The least (way 1) or the greatest (way -1) count of a cell that fits everything shown and every mark."""
    height, width = len(grid), len(grid[0])
    cells = [cell for cells in grid for cell in cells]
    lowest = [cell.count if cell.count is not None else 1 if cell.mark is Mark.SMALL else 5 for cell in cells]
    highest = [
        cell.count if cell.count is not None else 4 if cell.mark is Mark.SMALL else 9999 for cell in cells
    ]
    places = np.arange(height * width).reshape(height, width)
    lines = np.zeros((height + width, height * width))
    for index, line in enumerate([*places, *places.T]):
        lines[index, line[:-1]], lines[index, line[-1]] = 1, -1
    wanted = np.zeros(height * width)
    wanted[places[row, column]] = way
    found = milp(
        wanted,
        constraints=LinearConstraint(lines, 0, 0),
        bounds=Bounds(lowest, highest),
        integrality=np.ones_like(wanted),
    )
    return round(way * found.fun)
