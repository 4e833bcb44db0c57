"""One policy for small numbers: counts of 1 to 4 are not shown, nor anything that would give them away.

The policy, after the Office for National Statistics' guidance on protecting tables of counts and the habit of
English children's services statistics:
- a count of 1 to 4 is shown as <5; 0 and 5 or more are shown;
- where a reader could still work a hidden count out from a row, a column or a total, the least counts that stop
  it are hidden too; totals only where nothing else will do, and every count where not even that will;
- a percentage is hidden where its numerator, its denominator or what is left over is a count of 1 to 4.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from readiness.statistics.disclosure_grid import Grid, Position

LARGEST_SMALL = 4


class Mark(StrEnum):
    """What stands in a cell in place of its count."""

    NONE = ""
    SMALL = "<5"
    PROTECTING = "hidden"


@dataclass(frozen=True)
class Cell:
    """A count that may be shown, or None and the mark that stands for it."""

    count: int | None
    mark: Mark = Mark.NONE

    @property
    def text(self) -> str:
        """What may be printed."""
        return str(self.mark) if self.count is None else f"{self.count:,}"


@dataclass(frozen=True)
class ProtectedTable:
    """A table of counts with its totals, each shown or hidden."""

    cells: tuple[tuple[Cell, ...], ...]
    row_totals: tuple[Cell, ...]
    column_totals: tuple[Cell, ...]
    total: Cell


@dataclass(frozen=True)
class ProtectedCounts:
    """A list of counts and their total, each shown or hidden."""

    cells: tuple[Cell, ...]
    total: Cell


def is_small(count: float) -> bool:
    """A count that may not be shown: more than 0 and less than 5."""
    return 0 < count <= LARGEST_SMALL


def may_show_percentage(numerator: float, denominator: float) -> bool:
    """Whether a percentage gives no small count away, be it the numerator, the whole or what is left over."""
    return denominator > 0 and not any(
        is_small(count) for count in (numerator, denominator, denominator - numerator)
    )


def protect_counts(counts: Sequence[int], *, total_shown: bool = True) -> ProtectedCounts:
    """A list of counts under the policy, with their total, if it is shown anywhere. As protect_table."""
    table = protect_table(
        [counts], row_totals_shown=total_shown, column_totals_shown=False, total_shown=False
    )
    return ProtectedCounts(table.cells[0], table.row_totals[0])


def protect_table(
    counts: Sequence[Sequence[int]],
    *,
    row_totals_shown: bool = True,
    column_totals_shown: bool = True,
    total_shown: bool = True,
) -> ProtectedTable:
    """A table of counts under the policy. A total that is shown nowhere comes back hidden and protects freely.

    Raises ValueError for rows of unequal length and counts that are negative or not whole. Method: cells are
    hidden along the cheapest closed path through rows and columns that leaves each hidden small count more than
    one possible value (complementary suppression; Cox LH, Journal of the American Statistical Association 1980;
    75: 377-385), so no small count follows from what is shown.
    """
    _check(counts)
    grid = Grid(counts, LARGEST_SMALL, _unshown(counts, row_totals_shown, column_totals_shown, total_shown))
    grid.protect()
    rows, columns = range(len(counts)), range(len(counts[0]) if counts else 0)
    end_row, end_column = len(rows), len(columns)
    return ProtectedTable(
        tuple(tuple(_cell(grid, (row, column)) for column in columns) for row in rows),
        tuple(_cell(grid, (row, end_column)) for row in rows),
        tuple(_cell(grid, (end_row, column)) for column in columns),
        _cell(grid, (end_row, end_column)),
    )


def _cell(grid: Grid, position: Position) -> Cell:
    count = grid.count(position)
    if position not in grid.hidden:
        return Cell(count)
    return Cell(None, Mark.SMALL if position in grid.small else Mark.PROTECTING)


def _unshown(
    counts: Sequence[Sequence[int]], row_totals: bool, column_totals: bool, total: bool
) -> frozenset[Position]:
    rows, columns = len(counts), len(counts[0]) if counts else 0
    found: set[Position] = set()
    if not row_totals:
        found |= {(row, columns) for row in range(rows)}
    if not column_totals:
        found |= {(rows, column) for column in range(columns)}
    if not total:
        found.add((rows, columns))
    return frozenset(found)


def _check(counts: Sequence[Sequence[int]]) -> None:
    if any(len(row) != len(counts[0]) for row in counts):
        raise ValueError("The rows of a table are of one length.")
    if any(count < 0 or count != int(count) for row in counts for count in row):
        raise ValueError("A count is a whole number, not negative.")
