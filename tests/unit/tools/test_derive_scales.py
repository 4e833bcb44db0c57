"""Scales out of a spread of authorities: percentiles, ties, three-year windows and the file they go to."""

from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.derive_scales import authority_figures, scale_values, strictly_rising, windows, with_scales

RATINGS = st.lists(st.integers(0, 1000).map(lambda tenths: tenths / 10), min_size=5, max_size=5).map(sorted)


def spread(years: range, authorities: int) -> pd.Series:
    index = pd.MultiIndex.from_product([years, range(authorities)], names=["year", "area"])
    return pd.Series(range(len(index)), index=index, dtype=float)


def test_the_five_values_are_the_percentiles_that_give_ofsteds_shares() -> None:
    assert scale_values([float(number) for number in range(101)], "high") == (1, 5, 28, 71, 95)


def test_where_lower_is_better_the_percentiles_are_mirrored() -> None:
    assert scale_values([float(number) for number in range(101)], "low") == (99, 95, 72, 29, 5)


def test_values_are_rounded_to_one_decimal() -> None:
    values = scale_values([number / 7 for number in range(300)], "high")
    assert values == tuple(round(value, 1) for value in values)


def test_a_tie_at_the_best_end_moves_the_step_below_it() -> None:
    assert strictly_rising([60.0, 80.0, 95.0, 100.0, 100.0]) == (60, 80, 95, 99.9, 100)


def test_a_tie_at_the_worst_end_moves_the_step_above_it() -> None:
    assert strictly_rising([0.0, 0.0, 22.0, 36.0, 50.0]) == (0, 0.1, 22, 36, 50)


def test_ties_at_both_ends_leave_the_ends_where_they_are() -> None:
    assert strictly_rising([0.0, 0.0, 0.0, 1.0, 1.0]) == (0, 0.1, 0.2, 0.9, 1)


def test_four_equal_steps_are_moved_up_to_the_end_that_is_left() -> None:
    assert strictly_rising([0.0, 0.0, 0.0, 0.0, 0.4]) == (0, 0.1, 0.2, 0.3, 0.4)


def test_values_that_rise_already_are_left_alone() -> None:
    assert strictly_rising([1.0, 5.0, 28.0, 71.0, 95.0]) == (1, 5, 28, 71, 95)


def test_a_spread_without_width_is_refused() -> None:
    with pytest.raises(ValueError, match="too narrow"):
        strictly_rising([10.0, 10.0, 10.0, 10.0, 10.0])


@given(RATINGS.filter(lambda values: values[-1] - values[0] >= 0.5))
def test_whatever_the_ties_a_scale_rises_between_its_ends(values: list[float]) -> None:
    apart = strictly_rising(values)
    assert all(earlier < later for earlier, later in pairwise(apart))
    assert (apart[0], apart[-1]) == (values[0], values[-1])


def test_windows_are_three_years_and_hold_only_their_own_figures() -> None:
    found = windows(spread(range(2016, 2026), 150))
    assert [(window.first, window.last) for window in found] == [(2016, 2018), (2019, 2021), (2022, 2024)]
    assert [len(window.figures) for window in found] == [450, 450, 450]


def test_a_window_that_begins_late_says_its_own_first_year() -> None:
    assert [(w.first, w.last) for w in windows(spread(range(2017, 2019), 150))] == [(2017, 2018)]


def test_a_thin_window_is_left_out_where_there_is_a_fuller_one() -> None:
    found = windows(pd.concat([spread(range(2018, 2019), 150), spread(range(2019, 2022), 150)]))
    assert [window.last for window in found] == [2021]


def test_a_single_year_is_used_where_there_is_nothing_else() -> None:
    only = windows(spread(range(2024, 2025), 150))
    assert [(window.first, window.last, window.authorities) for window in only] == [(2024, 2024, 150)]


def test_regions_and_england_are_no_part_of_the_spread() -> None:
    index = pd.MultiIndex.from_tuples([(2024, "872"), (2024, "970")], names=["year", "area"])
    figures = pd.DataFrame({"value": ["5", "7"], "numerator": "", "denominator": ""}, index=index)
    assert authority_figures(figures, 100, ["872"]).to_dict() == {(2024, "872"): 5.0}


def test_a_figure_without_a_printed_value_follows_from_its_counts() -> None:
    index = pd.MultiIndex.from_tuples([(2014, "872"), (2014, "870")], names=["year", "area"])
    figures = pd.DataFrame(
        {"value": ["", ""], "numerator": ["20", ""], "denominator": ["25", ""]}, index=index
    )
    assert authority_figures(figures, 100, ["870", "872"]).to_dict() == {(2014, "872"): 80.0}


FILE = """# how to edit
indicators:
  # Help
  - id: one
    scale: [1, 2, 3, 4, 5]
    scale_basis: old
    criteria: [front-door]   # kept
  - id: two
    scale:
      - {from: 2016-01-01, values: [1, 2, 3, 4, 5]}
    scale_basis: by hand
    source: local
"""


def test_only_the_scale_of_a_derived_indicator_is_replaced() -> None:
    written = with_scales(FILE, {"one": ("    scale: [9, 8, 7, 6, 5]", "    scale_basis: new")})
    assert written == FILE.replace(
        "[1, 2, 3, 4, 5]\n    scale_basis: old", "[9, 8, 7, 6, 5]\n    scale_basis: new"
    )


def test_a_dated_scale_is_replaced_whole() -> None:
    written = with_scales(FILE, {"two": ("    scale: [9, 8, 7, 6, 5]", "    scale_basis: new")})
    assert written.endswith(
        "  - id: two\n    scale: [9, 8, 7, 6, 5]\n    scale_basis: new\n    source: local\n"
    )


def test_an_indicator_that_is_not_in_the_file_is_named() -> None:
    with pytest.raises(ValueError, match="three"):
        with_scales(FILE, {"three": ("    scale: [1, 2, 3, 4, 5]",)})
