"""What can be wrong with a cell by itself, whatever else its row holds."""

from functools import cache

import numpy as np

from readiness.evidence.cells import Cells
from readiness.evidence.columns import CELL_LONGEST, Column, Kind
from readiness.evidence.context import Context
from readiness.evidence.date_cells import explain_date
from readiness.evidence.findings import Findings
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
    column = cells.column
    findings.set_aside(cells.rows(cells.long), column.name, Code.CELL_TOO_LONG, _say(TOO_LONG), cells)
    findings.set_aside(cells.rows(cells.nul & ~cells.long), column.name, Code.VALUE_WRONG, _say(NUL), cells)
    if column.required:
        _check_filled(cells, absent, findings)
    if column.numeric:
        _check_number(cells, findings)
    elif column.kind is Kind.REFERENCE:
        _check_reference(cells, context, findings)
    _check_parsed(cells, findings)


def _say(message: str):
    return lambda row: message


def _check_filled(cells: Cells, absent: np.ndarray, findings: Findings) -> None:
    column = cells.column
    none = cells.rows(cells.blank | _no_figure(cells))
    few = none & absent
    findings.set_aside(
        few,
        column.name,
        Code.CELLS_TOO_FEW,
        _say(f"The row ends before this column, which is required. Expected: {column.expected}."),
    )
    findings.set_aside(
        none & ~few,
        column.name,
        Code.VALUE_MISSING,
        _say(f"This column is required and has no value here. Expected: {column.expected}."),
        cells,
    )


def _no_figure(cells: Cells) -> np.ndarray:
    """Texts that say there is no figure: in a required column they are as good as blank."""
    if cells.numbers is None:
        return np.zeros(len(cells.blank), dtype=bool)
    return np.isnan(cells.numbers.value) & ~cells.wrong & ~cells.long & ~cells.nul
