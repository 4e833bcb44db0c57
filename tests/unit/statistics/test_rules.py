"""The four rules, each on a series made to break it and on one that just does not."""

from collections.abc import Sequence

import pytest

from readiness.statistics.spc_results import Rule, Segment
from readiness.statistics.spc_rules import signals

LINES = (50.0, 20.0, 80.0)
"""Mean and limits that do not move with the series; the outer thirds are above 70 and below 30."""


def broken(values: Sequence[float | None], rule: Rule) -> dict[int, int]:
    mean, lower, upper = LINES
    return dict(signals(values, Segment(0, len(values) - 1, "", len(values), mean, 1.0, lower, upper))[rule])


def test_a_point_on_a_limit_is_inside() -> None:
    assert broken([80, 20, 80.001, 19.999], Rule.OUTSIDE) == {2: 1, 3: -1}


def test_seven_on_one_side_are_a_shift_and_six_are_not() -> None:
    assert broken([51] * 6, Rule.SHIFT) == {}
    assert broken([49, *[51] * 7, 49], Rule.SHIFT) == dict.fromkeys(range(1, 8), 1)


def test_a_point_on_the_mean_ends_a_shift() -> None:
    assert broken([51, 51, 51, 50, 51, 51, 51, 51], Rule.SHIFT) == {}


def test_seven_rising_points_are_a_trend_and_a_tie_ends_it() -> None:
    assert broken([41, 42, 43, 44, 45, 46, 47], Rule.TREND) == dict.fromkeys(range(7), 1)
    assert broken([41, 42, 43, 44, 45, 46], Rule.TREND) == {}
    assert broken([41, 42, 43, 43, 44, 45, 46, 47], Rule.TREND) == {}


def test_the_turning_point_of_two_trends_belongs_to_the_later() -> None:
    found = broken([41, 42, 43, 44, 45, 46, 47, 46, 45, 44, 43, 42, 41], Rule.TREND)
    assert [found[position] for position in range(13)] == [1] * 6 + [-1] * 7


def test_two_of_three_in_the_outer_third_are_signals_and_the_third_point_is_not() -> None:
    assert broken([75, 60, 75], Rule.OUTER_THIRD) == {0: 1, 2: 1}
    assert broken([60, 29, 25, 40], Rule.OUTER_THIRD) == {1: -1, 2: -1}


@pytest.mark.parametrize(
    "values", [[75, 49, 75], [75, 50, 75], [75, 25, 75], [75, 75], [70, 60, 75], [81, 60, 75]]
)
def test_the_outer_third_needs_two_inside_it_and_all_three_on_one_side(values: list[float | None]) -> None:
    assert broken(values, Rule.OUTER_THIRD) == {}


def test_a_missing_point_neither_adds_to_a_run_nor_ends_it() -> None:
    assert sorted(broken([51, 51, 51, None, 51, 51, 51, 51], Rule.SHIFT)) == [0, 1, 2, 4, 5, 6, 7]
    assert broken([51, 51, 51, None, 51, 51, 51], Rule.SHIFT) == {}
    assert sorted(broken([41, 42, None, 43, 44, 45, 46, 47], Rule.TREND)) == [0, 1, 3, 4, 5, 6, 7]


def test_figures_that_differ_only_in_their_last_binary_digit_are_equal() -> None:
    assert broken([41, 42, 43, 0.1 + 0.2 + 43, 43.3, 44, 45, 46], Rule.TREND) == {}


@pytest.mark.parametrize(
    ("near", "flagged"),
    [
        ([1, 0, 1], [0, 2]),
        ([0, 0, 1, 0, 1, 0, 0], [2, 4]),
        ([0, 0, 1, 1, 0, 0, 0], [2, 3]),
        ([1, 0, 0, 1], []),
        ([1, 0, 0, 1, 1], [3, 4]),
    ],
)
def test_two_in_three_flags_the_points_that_nhsrplotthedots_flags(
    near: list[int], flagged: list[int]
) -> None:
    # The cases of its own tests (test-ptd_calculate_point_type.R): 1 stands for a point near the upper limit.
    assert sorted(broken([75 if each else 60 for each in near], Rule.OUTER_THIRD)) == flagged


def test_trends_and_shifts_flag_the_points_that_nhsrplotthedots_flags() -> None:
    # The same tests: c(2, 1:7, 3), c(2, 7:1, 3), c(1:3, 3:6), and one more than seven on one side.
    rising, falling = (
        [50 + each for each in (2, 1, 2, 3, 4, 5, 6, 7, 3)],
        [50 + each for each in range(7, 0, -1)],
    )
    assert broken(rising, Rule.TREND) == dict.fromkeys(range(1, 8), 1)
    assert broken([52, *falling, 53], Rule.TREND) == dict.fromkeys(range(1, 8), -1)
    assert broken([51, 52, 53, 53, 54, 55, 56], Rule.TREND) == {}
    assert broken([49, *[51] * 8, 49], Rule.SHIFT) == dict.fromkeys(range(1, 9), 1)
