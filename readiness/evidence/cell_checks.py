"""What can be wrong with a cell by itself, whatever else its row holds."""

from collections.abc import Callable
from functools import cache

import numpy as np

from readiness.evidence.cells import Cells
from readiness.evidence.columns import CELL_LONGEST, Kind
from readiness.evidence.context import Context
from readiness.evidence.date_cells import explain_date
from readiness.evidence.findings import Explain, Findings
from readiness.evidence.nearest import did_you_mean
from readiness.evidence.number_cells import explain_number
from readiness.problems import Code

TOO_LONG = f"A cell of at most {CELL_LONGEST:,} characters is expected; the file may be damaged here."
NUL = "The cell holds a NUL character: the file is damaged here. Save it again as CSV UTF-8."
NOT_PERCENT = "A per cent sign belongs only to a figure whose unit is percent; give the number without it."
MOST_GUESSES = 300
"""Distinct mistyped ids for which the nearest is looked up: each costs about a millisecond."""


def check_cells(cells: Cells, absent: np.ndarray, context: Context, findings: Findings) -> None:
    """Set aside the rows whose cell of one column breaks a rule. `absent`: rows too short to have it."""
    _mark(cells, cells.long, Code.CELL_TOO_LONG, lambda found: TOO_LONG, findings)
    _mark(cells, cells.nul & ~cells.long, Code.WRONG_VALUE, lambda found: NUL, findings)
    if cells.column.required:
        _check_filled(cells, absent, findings)
    _check_parsed(cells, findings)
    if cells.column.numeric:
        _check_number(cells, findings)
    elif cells.column.known is not None:
        _check_reference(cells, context.ids[cells.column.known], findings)


def _mark(
    cells: Cells, texts: np.ndarray, code: Code, explain: Callable[[str], str], findings: Findings
) -> None:
    """Set aside the rows that hold one of these distinct texts (a mask); `explain` is asked once a text."""
    if texts.any():
        explain_once = cache(explain)
        findings.set_aside(
            cells.rows(texts), cells.column.name, code, lambda row: explain_once(cells.text(row)), cells
        )


def _check_filled(cells: Cells, absent: np.ndarray, findings: Findings) -> None:
    column = cells.column
    none = cells.rows(cells.blank | _no_figure(cells))
    few, unfilled = none & absent, none & ~absent
    short = f"The row ends before this column, which is required. Expected: {column.expected}."
    blank = f"This column is required and has no value here. Expected: {column.expected}."
    findings.set_aside(few, column.name, Code.CELLS_TOO_FEW, _always(short))
    findings.set_aside(unfilled, column.name, Code.VALUE_MISSING, _always(blank), cells)


def _always(message: str) -> Explain:
    return lambda row: message


def _no_figure(cells: Cells) -> np.ndarray:
    """Texts that say there is no figure: in a required column they are as good as blank."""
    if cells.numbers is None:
        return np.zeros(len(cells.blank), dtype=bool)
    return np.isnan(cells.numbers.value) & ~cells.wrong & ~cells.long


def _check_parsed(cells: Cells, findings: Findings) -> None:
    column, wrong = cells.column, cells.wrong & ~cells.nul
    if column.kind is Kind.DATE:
        _mark(cells, wrong, Code.NOT_A_DATE, lambda found: explain_date(found.strip()), findings)
    elif column.numeric:
        _mark(cells, wrong, Code.NOT_A_NUMBER, lambda found: explain_number(found.strip()), findings)
    else:
        hint = _nearest(column.choices)
        expected = f"Expected {column.expected}."
        _mark(cells, wrong, Code.NOT_A_CHOICE, lambda found: expected + hint(found), findings)


def _check_number(cells: Cells, findings: Findings) -> None:
    column, numbers = cells.column, cells.numbers
    if numbers is None:
        return
    value = numbers.value
    outside = np.zeros(len(value), dtype=bool)
    if column.above is not None:
        outside |= value <= column.above
    if column.at_least is not None:
        outside |= value < column.at_least
    if column.kind is Kind.COUNT:
        outside |= np.isfinite(value) & (value != np.floor(value))
    _mark(cells, outside, Code.OUT_OF_RANGE, lambda found: _bounds(cells), findings)
    if column.kind is not Kind.FIGURE:
        _mark(cells, numbers.percent & ~outside, Code.WRONG_UNIT, lambda found: NOT_PERCENT, findings)


def _bounds(cells: Cells) -> str:
    column = cells.column
    if column.kind is Kind.COUNT:
        return "A whole number, 0 or more, is expected."
    if column.above is not None:
        return f"A number above {column.above:g} is expected; leave it blank where there is no figure."
    return f"A number of at least {column.at_least:g} is expected."


def _check_reference(cells: Cells, known: frozenset[str], findings: Findings) -> None:
    unknown = np.zeros(len(cells.blank), dtype=bool)
    valued = np.array([word not in known for word in cells.texts()], dtype=bool)
    if not valued.any():
        return
    rows = cells.per_row(valued, False)
    unknown[cells.raw[rows]] = True
    hint = _nearest(known)
    expected = f"Expected {cells.column.expected} of the configuration."
    _mark(cells, unknown, Code.UNKNOWN_REFERENCE, lambda found: expected + hint(found), findings)


def _nearest(known: tuple[str, ...] | frozenset[str]) -> Callable[[str], str]:
    asked: set[str] = set()

    def hint(found: str) -> str:
        asked.add(found)
        return did_you_mean(found, known) if len(asked) <= MOST_GUESSES else ""

    return hint
