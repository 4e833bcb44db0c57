"""One table: bytes to typed rows, with every row that can't be used set aside and explained."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd

from readiness.evidence.cell_checks import TOO_LONG, check_cells
from readiness.evidence.cells import Cells, blank_cells, empty_array, parse_cells
from readiness.evidence.columns import CELL_LONGEST
from readiness.evidence.context import Context, ReadTable
from readiness.evidence.decode import decode
from readiness.evidence.figures import figures
from readiness.evidence.findings import Findings
from readiness.evidence.headings import Headings, looks_personal, match_headings
from readiness.evidence.row_checks import check_rows
from readiness.evidence.schema import Table
from readiness.evidence.tokenise import Grid, tokenise
from readiness.evidence.tokenise_fast import Encoded
from readiness.evidence.words import equal_to, lengths, trimmed
from readiness.problems import Code, Problem

BIGGEST_FILE = 2**31 - 1
"""Bytes: beyond it neither pyarrow nor csv can count."""

DELIMITER_NAMES = {";": "semicolons", "\t": "tabs"}

Read = tuple[ReadTable, list[Problem]]


def read_table(folder: Path, table: Table, context: Context) -> Read:
    """Read one table of a dataset folder; an absent file is an empty table. Never raises."""
    path = folder / table.file
    if not path.exists():
        return empty_table(table), []
    try:
        if path.stat().st_size > BIGGEST_FILE:
            return empty_table(table), [_about_file(table, "The file is over 2 GB.", Code.FILE_TOO_BIG)]
        content = path.read_bytes()
    except OSError as error:
        message = f"The file can't be read: {error.strerror}."
        return empty_table(table), [_about_file(table, message, Code.FILE_UNREADABLE)]
    return parse_table(content, table, context)


def parse_table(content: bytes, table: Table, context: Context) -> Read:
    """The bytes of a CSV file as its rows in use, and every problem found."""
    decoded = decode(content)
    problems: list[Problem] = []
    if decoded.note:
        problems.append(
            Problem(table.file, decoded.line, None, None, decoded.note, Code.FILE_ENCODING, "warning")
        )
    grid = tokenise(decoded.content, frozenset(table.headings))
    if grid is None:
        message = "The file is empty: a first line with the headings is expected."
        return empty_table(table), [*problems, _about_file(table, message, Code.COLUMN_MISSING)]
    read, found = read_grid(grid, table, context)
    return read, problems + found


def empty_table(table: Table) -> ReadTable:
    """A table without rows, with every column of the schema."""
    return ReadTable(table.name, _empty_frame(table).copy(deep=False), 0, 0)


@cache
def _empty_frame(table: Table) -> pd.DataFrame:
    arrays = {column.name: empty_array(column) for column in table.columns}
    if table.figure is not None:
        arrays["figure"] = arrays[table.figure]
    if table.published_after is not None:
        arrays["known"] = arrays[table.published_after]
    return pd.DataFrame({**arrays, "line": np.empty(0, dtype=np.int64)})


def read_grid(grid: Grid, table: Table, context: Context) -> Read:
    """The rows in use of a tokenised file, and every problem found."""
    grid = _without_blank_rows(grid)
    filled = tuple(not _blank(column).all() for column in grid.columns)
    headings = match_headings(grid.headings, grid.header_line, filled, table)
    problems = [*_about_delimiter(grid, table), *headings.problems]
    if headings.missing:
        empty = empty_table(table)
        return replace(empty, read=len(grid), set_aside=len(grid)), problems
    findings = Findings(table.file, grid.lines)
    _check_shape(grid, headings, findings)
    columns = _typed(grid, headings, table, context, findings)
    check_rows(table, columns, context, findings)
    bad = int(findings.bad.sum())
    lines = grid.lines
    if bad:
        good = np.flatnonzero(~findings.bad)
        columns = {name: cells.take(good) for name, cells in columns.items()}
        lines = lines[good]
    frame = _frame(table, columns, lines, context.units)
    return ReadTable(table.name, frame, len(grid), bad), problems + findings.problems


# The shape of rows -------------------------------------------------------------------------------


def _blank(column: Encoded) -> np.ndarray:
    """Which of the distinct texts are nothing but white space."""
    return equal_to(trimmed(column.values), "")


def _without_blank_rows(grid: Grid) -> Grid:
    """A row with no cell filled is not read."""
    blank = ~grid.overflow
    if grid.unclosed is not None:
        blank[grid.unclosed] = False
    for column in grid.columns:
        texts = _blank(column)
        if not texts.any() or not blank.any():
            return grid
        blank &= texts[column.codes]
    return _only(grid, ~blank) if blank.any() else grid


def _only(grid: Grid, kept: np.ndarray) -> Grid:
    unclosed = None if grid.unclosed is None else int(kept[: grid.unclosed].sum())
    return replace(
        grid,
        columns=tuple(Encoded(column.codes[kept], column.values) for column in grid.columns),
        lines=grid.lines[kept],
        widths=grid.widths[kept],
        overflow=grid.overflow[kept],
        unclosed=unclosed,
    )


def _check_shape(grid: Grid, headings: Headings, findings: Findings) -> None:
    wide = (
        f"More cells than the {len(grid.headings)} headings. Put a text that holds commas in quotation marks."
    )
    findings.set_aside(grid.overflow, None, Code.CELLS_TOO_MANY, lambda row: wide)
    if grid.unclosed is not None:
        unclosed = np.arange(len(grid)) == grid.unclosed
        message = "A quotation mark opened on this line is never closed. Close it, or take it out."
        findings.set_aside(unclosed, None, Code.FILE_UNREADABLE, lambda row: message)
    for index in headings.others:
        column, heading = grid.columns[index], grid.headings[index].strip()
        long = lengths(column.values) > CELL_LONGEST
        shown = None if looks_personal(heading) else heading or None
        findings.set_aside(long[column.codes], shown, Code.CELL_TOO_LONG, lambda row: TOO_LONG)


def _typed(
    grid: Grid, headings: Headings, table: Table, context: Context, findings: Findings
) -> dict[str, Cells]:
    columns = {}
    for column in table.columns:
        at = headings.at.get(column.name)
        if at is None:
            columns[column.name] = blank_cells(column, len(grid))
            continue
        cells = columns[column.name] = parse_cells(column, grid.columns[at])
        check_cells(cells, grid.widths <= at, context, findings)
    return columns


# The frame -----------------------------------------------------------------------------------


def _frame(
    table: Table, columns: Mapping[str, Cells], lines: np.ndarray, units: Mapping[str, str]
) -> pd.DataFrame:
    arrays: dict[str, np.ndarray | pd.Categorical] = {name: cells.array() for name, cells in columns.items()}
    if table.figure is not None:
        arrays["figure"] = figures(columns, table.figure, units)
    if table.published_after is not None:
        published, period_end = arrays["published"], arrays[table.published_after]
        arrays["known"] = np.where(np.isnat(published), period_end, published)
    arrays["line"] = lines.astype(np.int64, copy=False)
    return pd.DataFrame(arrays, copy=False)


def _about_file(table: Table, message: str, code: Code) -> Problem:
    return Problem(table.file, None, None, None, message, code)


def _about_delimiter(grid: Grid, table: Table) -> list[Problem]:
    if grid.delimiter == ",":
        return []
    named = DELIMITER_NAMES[grid.delimiter]
    message = (
        f"The cells are parted by {named}, not commas; they were read so. A comma in a number is read as "
        "parting thousands. Save the file as CSV with commas to be sure."
    )
    return [Problem(table.file, grid.header_line, None, None, message, Code.FILE_UNREADABLE, "warning")]
