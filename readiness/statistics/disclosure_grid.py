"""A table with its totals as a grid whose rows and columns all sum to nothing, and the search for what to hide.

Totals stand in an extra row and column with their sign turned, so that every line adds up to 0. Raising one hidden
cell by 1 must then be made good along its row and its column by others, and so on round a closed path. A count can
not be worked out exactly when such a path runs through hidden cells only, each of which has room to move. Rows and
columns are the stations of that path and cells the ways between them.
"""

import heapq
import math
from collections.abc import Iterator, Sequence

Position = tuple[int, int]
Line = tuple[str, int]
"""A row or a column of the grid."""


class Grid:
    """Counts, their totals and what is hidden of them. `unshown` totals are hidden from the start, at no cost."""

    def __init__(
        self, counts: Sequence[Sequence[int]], largest_small: int, unshown: frozenset[Position]
    ) -> None:
        self.counts = with_totals(counts)
        self.rows, self.columns = len(self.counts), len(self.counts[0])
        self.largest_small = largest_small
        self.unshown = unshown
        self.small = {each for each in self._positions() if 0 < self.count(each) <= largest_small} - unshown
        self.hidden = self.small | unshown

    def count(self, position: Position) -> int:
        """The count or total at a position."""
        return self.counts[position[0]][position[1]]

    def protect(self) -> None:
        """Hide what else must be, until no small count follows from the rest; everything, if nothing less will do.

        Then no count is even called small: four counts under five with a total under five are four ones.
        """
        for position in sorted(self.small, key=lambda each: (self.count(each), each)):
            path = self._cheapest_path(position)
            if path is None:
                self.hidden, self.small = set(self._positions()), set()
                return
            self.hidden |= path

    def _cheapest_path(self, position: Position) -> set[Position] | None:
        """The cells of the cheapest closed path that moves this one up or down by 1; None where there is none."""
        found = [self._path(position, way) for way in (1, -1) if self._may_move(position, way)]
        paths = [path for path in found if path is not None]
        return min(paths, default=(0.0, None), key=lambda path: path[0])[1]

    def _path(self, start: Position, way: int) -> tuple[float, set[Position]] | None:
        """Dijkstra's shortest way from one line of a cell back to its other line, and what it costs to hide."""
        begin, goal = ("column", start[1]), ("row", start[0])
        # Moving the start by `way` upsets its column; each step rights one line and upsets the next.
        upset = way * self._sign(start)
        costs: dict[Line, float] = {begin: 0.0}
        came: dict[Line, Position] = {}
        waiting: list[tuple[float, Line]] = [(0.0, begin)]
        while waiting:
            cost, line = heapq.heappop(waiting)
            if line == goal:
                return cost, _walk_back(came, begin, goal)
            if cost > costs[line]:
                continue
            for cell, other in self._steps(line, upset, start):
                further = cost + self._cost(cell)
                if further < costs.get(other, math.inf):
                    costs[other], came[other] = further, cell
                    heapq.heappush(waiting, (further, other))
        return None

    def _steps(self, line: Line, upset: int, start: Position) -> Iterator[tuple[Position, Line]]:
        """Cells that can right a line, with the line that each upsets in turn."""
        kind, index = line
        change = -upset if kind == "column" else upset
        for other in range(self.rows if kind == "column" else self.columns):
            cell = (other, index) if kind == "column" else (index, other)
            if cell != start and self._may_move(cell, change * self._sign(cell)):
                yield cell, ("row" if kind == "column" else "column", other)

    def _may_move(self, position: Position, way: int) -> bool:
        """Whether a reader must allow for the count one higher or lower, given the mark that hides it.

        A small count may be anything from 1 to the largest small one; another hidden count is known to be larger.
        A zero is not moved: it would have to be hidden as one.
        """
        if position in self.unshown:
            return self.count(position) + way >= 0
        if position in self.small:
            return 1 <= self.count(position) + way <= self.largest_small
        return self.count(position) > self.largest_small and self.count(position) + way > self.largest_small

    def _cost(self, position: Position) -> float:
        """What hiding a cell loses: nothing if hidden already, its count, and much more for a total."""
        if position in self.hidden:
            return 0.0
        is_total = position[0] == self.rows - 1 or position[1] == self.columns - 1
        return self.count(position) + (4.0 * self.counts[-1][-1] if is_total else 0.0)

    def _sign(self, position: Position) -> int:
        """Totals of rows and of columns stand turned; the total of all is turned twice."""
        return -1 if (position[0] == self.rows - 1) != (position[1] == self.columns - 1) else 1

    def _positions(self) -> Iterator[Position]:
        return ((row, column) for row in range(self.rows) for column in range(self.columns))


def with_totals(counts: Sequence[Sequence[int]]) -> tuple[tuple[int, ...], ...]:
    """The table with a column of row totals and a row of column totals."""
    rows = [(*row, sum(row)) for row in counts]
    width = len(rows[0]) if rows else 1
    return (*rows, tuple(sum(row[column] for row in rows) for column in range(width)))


def _walk_back(came: dict[Line, Position], begin: Line, goal: Line) -> set[Position]:
    """The cells of the path found, from its end to its beginning."""
    cells: set[Position] = set()
    line = goal
    while line != begin:
        cell = came[line]
        cells.add(cell)
        line = ("column", cell[1]) if line[0] == "row" else ("row", cell[0])
    return cells
