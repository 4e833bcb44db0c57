"""What must always hold of the statistical methods, whatever the numbers."""

import math
from dataclasses import astuple
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from scipy.optimize import Bounds, LinearConstraint, milp

from readiness.statistics.agreement import cohen_kappa
from readiness.statistics.disclosure import Cell, Mark, ProtectedTable, protect_table
from readiness.statistics.funnel import Model, proportion_funnel, rate_funnel
from readiness.statistics.intervals import rate_interval, wilson
from readiness.statistics.spc import control_chart
from readiness.statistics.spc_results import Variation
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


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900)), min_size=2, max_size=153), st.booleans())
def test_funnels_are_the_formulas_of_spiegelhalter_written_out(
    pairs: list[tuple[int, int]], share: bool
) -> None:
    hits, sizes = (np.array(each, dtype=float) for each in zip(*pairs, strict=True))
    sizes = 1 + hits + sizes
    make, per, top = (proportion_funnel, 100.0, 100.0) if share else (rate_funnel, 10_000.0, math.inf)
    funnel = make(hits.tolist(), sizes.tolist(), per=per)
    centre = hits.sum() / sizes.sum()
    errors = np.sqrt(centre * (1 - centre if share else 1) / sizes)
    phi, tau = dispersion_written_out(hits / sizes - centre, errors)
    assert (funnel.dispersion.phi, funnel.dispersion.tau_squared) == pytest.approx((phi, tau), rel=1e-9)
    wider = {
        Model.CHANCE: errors,
        Model.MULTIPLICATIVE: errors * math.sqrt(max(1, phi)),
        Model.ADDITIVE: np.sqrt(errors**2 + tau),
    }
    for model, error in wider.items():
        found = np.array([astuple(point.limits[model]) for point in funnel.points])
        wanted = per * (centre + np.outer(error, stats.norm.ppf([0.025, 0.975, 0.001, 0.999])))
        assert found == pytest.approx(np.clip(wanted, 0, top), rel=1e-9, abs=1e-9)


def dispersion_written_out(distances: np.ndarray, errors: np.ndarray) -> tuple[float, float]:
    if not errors.any():
        return 0.0, 0.0
    scores, weights = distances / errors, errors**-2.0
    phi = (np.clip(scores, *np.quantile(scores, [0.1, 0.9])) ** 2).mean()
    room = weights.sum() - (weights**2).sum() / weights.sum()
    return phi, max(0, len(scores) * phi - (len(scores) - 1)) / room


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.integers(0, 30), min_size=4, max_size=4), min_size=4, max_size=4))
def test_kappa_is_at_most_one_and_does_not_mind_who_graded_first(table: list[list[int]]) -> None:
    for weights in ("unweighted", "linear", "quadratic"):
        found = cohen_kappa(table, weights=weights)
        turned = cohen_kappa([list(column) for column in zip(*table, strict=True)], weights=weights)
        assert (found.lower is None) == bool(found.reason)
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


SHOWN = st.tuples(st.booleans(), st.booleans(), st.booleans())


@settings(max_examples=60, deadline=None)
@given(TABLES, SHOWN)
def test_nobody_can_solve_for_a_hidden_count_from_what_is_shown(
    counts: list[list[int]], shown: tuple[bool, bool, bool]
) -> None:
    rows, columns, total = shown
    table = protect_table(counts, row_totals_shown=rows, column_totals_shown=columns, total_shown=total)
    grid, nowhere = with_totals(table), absent(counts, shown)
    for row, cells in enumerate(grid):
        for column, cell in enumerate(cells):
            if cell.count is None and (row, column) not in nowhere:
                least, greatest = (possible(grid, nowhere, (row, column), way) for way in (1, -1))
                assert least < greatest


def absent(counts: list[list[int]], shown: tuple[bool, bool, bool]) -> set[tuple[int, int]]:
    """The totals that are shown nowhere: a reader knows nothing of them."""
    rows, columns = len(counts), len(counts[0])
    found = {(row, columns) for row in range(rows) if not shown[0]}
    found |= {(rows, column) for column in range(columns) if not shown[1]}
    return found | (set() if shown[2] else {(rows, columns)})


def with_totals(table: ProtectedTable) -> list[list[Cell]]:
    rows = [[*cells, total] for cells, total in zip(table.cells, table.row_totals, strict=True)]
    return [*rows, [*table.column_totals, table.total]]


def possible(grid: list[list[Cell]], nowhere: set[tuple[int, int]], place: tuple[int, int], way: int) -> int:
    """The least (way 1) or the greatest (way -1) count of a cell that fits everything shown and every mark."""
    height, width = len(grid), len(grid[0])
    shut = all(cell.count is None for cells in grid for cell in cells)
    known = [
        (0, 9999) if (row, column) in nowhere or shut else bounds_of(cell)
        for row, cells in enumerate(grid)
        for column, cell in enumerate(cells)
    ]
    lowest, highest = zip(*known, strict=True)
    places = np.arange(height * width).reshape(height, width)
    lines = np.zeros((height + width, height * width))
    for index, line in enumerate([*places, *places.T]):
        lines[index, line[:-1]], lines[index, line[-1]] = 1, -1
    wanted = np.zeros(height * width)
    wanted[places[place]] = way
    found = milp(
        wanted,
        constraints=LinearConstraint(lines, 0, 0),
        bounds=Bounds(lowest, highest),
        integrality=np.ones_like(wanted),
    )
    return round(way * found.fun)


def bounds_of(cell: Cell) -> tuple[int, int]:
    """What a cell's mark tells of its count, to a reader who knows the policy."""
    if cell.count is not None:
        return cell.count, cell.count
    return (1, 4) if cell.mark is Mark.SMALL else (5, 9999)
