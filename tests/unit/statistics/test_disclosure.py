"""Small numbers: what is hidden, what protects it, and that nothing gives it away."""

import pytest

from readiness.statistics.disclosure import (
    Mark,
    is_small,
    may_show_percentage,
    protect_counts,
    protect_table,
)


def test_one_to_four_are_small_and_nought_and_five_are_not() -> None:
    assert [count for count in range(7) if is_small(count)] == [1, 2, 3, 4]


def test_a_list_without_small_counts_is_shown_whole() -> None:
    found = protect_counts([12, 0, 5, 1_200])
    assert [cell.text for cell in found.cells] == ["12", "0", "5", "1,200"]
    assert found.total.text == "1,217"


def test_one_small_count_in_a_list_hides_the_next_smallest_too() -> None:
    found = protect_counts([3, 40, 12, 0])
    assert [cell.text for cell in found.cells] == ["<5", "40", "hidden", "0"]
    assert found.total.count == 55


def test_two_small_counts_protect_each_other() -> None:
    assert [cell.text for cell in protect_counts([2, 3, 40]).cells] == ["<5", "<5", "40"]


def test_two_fours_do_not_protect_each_other_because_eight_gives_them_away() -> None:
    assert [cell.mark for cell in protect_counts([4, 4, 40]).cells].count(Mark.PROTECTING) == 1
    assert [cell.mark for cell in protect_counts([1, 3, 40]).cells].count(Mark.PROTECTING) == 0


def test_without_a_total_nothing_else_needs_hiding() -> None:
    found = protect_counts([3, 40, 12], total_shown=False)
    assert [cell.text for cell in found.cells] == ["<5", "40", "12"]
    assert found.total.count is None


def test_a_small_count_in_a_table_is_protected_in_its_row_and_its_column() -> None:
    found = protect_table([[3, 20, 30], [40, 9, 60], [70, 80, 90]])
    hidden = [(r, c) for r, row in enumerate(found.cells) for c, cell in enumerate(row) if cell.count is None]
    assert hidden == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert found.total.count == 402


def test_totals_are_kept_where_cells_can_do_the_hiding() -> None:
    found = protect_table([[3, 20], [40, 50]])
    assert all(cell.count is not None for cell in (*found.row_totals, *found.column_totals, found.total))


def test_a_total_is_hidden_where_no_cell_can_do_it() -> None:
    found = protect_table([[3, 0], [0, 70]])
    assert found.row_totals[0].text == "<5"
    assert found.total.count is None


def test_where_nothing_less_will_do_every_count_is_hidden_and_none_is_called_small() -> None:
    # Four counts "<5" whose total is "<5" too can only be four ones.
    found = protect_table([[1, 0, 1], [1, 1, 0]])
    cells = [cell for row in found.cells for cell in row]
    assert {cell.mark for cell in (*cells, *found.row_totals, found.total)} == {Mark.PROTECTING}


def test_an_empty_table_is_an_empty_table() -> None:
    assert protect_table([]).cells == ()
    assert protect_counts([]).cells == ()


@pytest.mark.parametrize(
    ("numerator", "denominator", "shown"),
    [
        (0, 20, True),
        (20, 20, True),
        (3, 20, False),
        (17, 20, False),
        (10, 20, True),
        (3, 3, False),
        (0, 0, False),
    ],
)
def test_a_percentage_is_hidden_where_it_gives_a_small_count_away(
    numerator: int, denominator: int, shown: bool
) -> None:
    assert may_show_percentage(numerator, denominator) is shown


@pytest.mark.parametrize("counts", [[[1, 2], [3]], [[-1]], [[2.5]]])
def test_what_is_no_table_of_counts_is_refused(counts: list[list[int]]) -> None:
    with pytest.raises(ValueError, match=r"length|whole"):
        protect_table(counts)
