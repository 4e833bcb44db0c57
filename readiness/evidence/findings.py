"""What is wrong with the rows of one table, collected: which are set aside, and a problem for each."""

from collections.abc import Callable

import numpy as np

from readiness.evidence.cells import Cells
from readiness.problems import Code, Level, Problem, shortened

DETAILED = 10_000
"""Problems of one table told one by one. What goes beyond is summed up by column and kind."""

VALUE_LONGEST = 200

Explain = Callable[[int], str]
"""What to say of a row, by its index."""


class Findings:
    """The rows of one file set aside so far (`bad`) and the problems found. `lines` gives each row's line."""

    def __init__(self, file: str, lines: np.ndarray) -> None:
        self.file = file
        self.lines = lines
        self.bad = np.zeros(len(lines), dtype=bool)
        self._problems: list[Problem] = []
        self._beyond: dict[tuple[str | None, Code, Level], list[int]] = {}

    @property
    def problems(self) -> list[Problem]:
        """Every problem, by line; then a summary of each kind of which there were too many to tell."""
        told = sorted(self._problems, key=lambda problem: problem.line or 0)
        return told + [self._summed(*kind, lines) for kind, lines in self._beyond.items()]

    def set_aside(
        self, rows: np.ndarray, column: str | None, code: Code, explain: Explain, cells: Cells | None = None
    ) -> None:
        """Set these rows (a mask) aside, with a problem each; `cells` shows the value found."""
        if rows.any():
            self.bad |= rows
            self._tell(np.flatnonzero(rows), column, code, explain, cells, "error")

    def set_aside_more(
        self, rows: np.ndarray, column: str | None, code: Code, explain: Explain, cells: Cells | None = None
    ) -> None:
        """The same for those of these rows that nothing else has set aside yet."""
        self.set_aside(rows & ~self.bad, column, code, explain, cells)

    def warn(
        self, rows: np.ndarray, column: str | None, code: Code, explain: Explain, cells: Cells | None = None
    ) -> None:
        """Warn of those of these rows that are used."""
        self._tell(np.flatnonzero(rows & ~self.bad), column, code, explain, cells, "warning")

    def _tell(
        self,
        rows: np.ndarray,
        column: str | None,
        code: Code,
        explain: Explain,
        cells: Cells | None,
        level: Level,
    ) -> None:
        room = max(DETAILED - len(self._problems), 0)
        for row in rows[:room].tolist():
            value = None if cells is None else shortened(cells.text(row), VALUE_LONGEST)
            line = int(self.lines[row])
            self._problems.append(Problem(self.file, line, column, value, explain(row), code, level))
        if len(rows) > room:
            self._beyond.setdefault((column, code, level), []).extend(self.lines[rows[room:]].tolist())

    def _summed(self, column: str | None, code: Code, level: Level, lines: list[int]) -> Problem:
        rows = "row is" if len(lines) == 1 else "rows are"
        done = "set aside" if level == "error" else "worth a look"
        message = f"{len(lines):,} more {rows} {done} for this kind of reason ({code}), from this line on."
        return Problem(self.file, min(lines), column, None, message, code, level)
