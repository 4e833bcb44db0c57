"""The bytes of a CSV file as columns of distinct texts, with the line on which each row begins.

Two ways lead to the same grid. A clean file goes through pyarrow, which reads a million rows in a
fraction of a second; a file with anything odd in it goes through the csv module, row by row.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from readiness.evidence.tokenise_fast import Encoded, fast_columns, well_quoted
from readiness.evidence.words import as_words

csv.field_size_limit(2**31 - 1)  # its default of 131,072 would stop at a long cell; ours are checked later

DELIMITERS = (",", ";", "\t")
_AFTER_THE_END = "\x00end of file\x00"


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """A CSV file below its header: one `Encoded` column per heading, and for every row what is odd about it.

    `lines`: physical line (from 1) on which the row begins. `widths`: how many cells it has.
    `overflow`: whether a cell beyond the last heading is filled. `unclosed`: the row whose quotation mark
    is never closed, or None. Lines with nothing on them are no rows.
    """

    headings: tuple[str, ...]
    header_line: int
    delimiter: str
    columns: tuple[Encoded, ...]
    lines: np.ndarray
    widths: np.ndarray
    overflow: np.ndarray
    unclosed: int | None = None

    def __len__(self) -> int:
        return len(self.lines)


def tokenise(content: bytes, known_headings: frozenset[str]) -> Grid | None:
    """The grid of a CSV file (UTF-8, no byte-order mark); None where there is no header.

    The delimiter is the one that makes most of `known_headings` out of the first line; a comma on a tie.
    """
    delimiter = _delimiter(content, known_headings)
    grid = _fast(content, delimiter)
    return slow_grid(content, delimiter) if grid is None else grid


def normal_heading(heading: str) -> str:
    """A heading as it is compared: whatever the case, spaces and hyphens for underscores."""
    return "_".join(heading.replace("-", " ").replace("_", " ").casefold().split())


def _delimiter(content: bytes, known_headings: frozenset[str]) -> str:
    first = content.lstrip(b"\r\n \t;,")[:20_000].splitlines()[:1]
    line = first[0].decode("utf-8", errors="replace") if first else ""

    def matches(delimiter: str) -> int:
        return sum(
            normal_heading(cell) in known_headings
            for cell in next(csv.reader([line], delimiter=delimiter), [])
        )

    return max(DELIMITERS, key=matches)  # max keeps the first of equals: the comma


# The fast way ----------------------------------------------------------------------------------


def _fast(content: bytes, delimiter: str) -> Grid | None:
    """The grid of a clean file, or None where the slow way must read it."""
    end = content.find(b"\n")
    header = content[:end] if end >= 0 else content
    if len(header) > 100_000 or b"\r" in header[:-1] or not well_quoted(header, delimiter):
        return None
    headings = next(csv.reader([header.decode("utf-8").removesuffix("\r")], delimiter=delimiter), [])
    if not any(heading.strip() for heading in headings):
        return None
    found = fast_columns(content, len(header) + 1, len(headings), delimiter)
    if found is None:
        return None
    columns, lines = found
    widths = np.full(len(lines), len(headings), dtype=np.int64)
    return Grid(tuple(headings), 1, delimiter, columns, lines, widths, np.zeros(len(lines), dtype=bool))


# The slow way ----------------------------------------------------------------------------------


def slow_grid(content: bytes, delimiter: str = ",") -> Grid | None:
    """The same grid through the csv module, whatever the bytes; None where there is no header."""
    lines, rows, unclosed = _records(content.decode("utf-8"), delimiter)
    header = next((index for index, row in enumerate(rows) if any(cell.strip() for cell in row)), None)
    if header is None:
        return None
    headings = tuple(rows[header])
    below = slice(header + 1, None)
    if unclosed is not None:
        unclosed = unclosed - header - 1 if unclosed > header else None
    return _grid(headings, lines[header], delimiter, lines[below], rows[below], unclosed)


def slow_rows(content: bytes, known_headings: frozenset[str]) -> list[list[str]]:
    """Every record of a CSV file as it stands, the header first; lines with nothing on them are left out."""
    return _records(content.decode("utf-8"), _delimiter(content, known_headings))[1]


def _records(content: str, delimiter: str) -> tuple[list[int], list[list[str]], int | None]:
    """Every record with something on its line, the line it begins on, and which of them is never closed.

    A quotation mark that is never closed would swallow the rest of the file: then only its own line is
    lost, and reading goes on below it.
    """
    lines, rows = [], []
    for line, row in _numbered(io.StringIO(content, newline=""), delimiter):
        if row:
            lines.append(line)
            rows.append(row)
    if rows and rows[-1] == [_AFTER_THE_END]:
        return lines[:-1], rows[:-1], None
    unclosed = len(rows) - 1
    physical = list(io.StringIO(content, newline=""))
    first_below = lines[-1] + 1
    rows[-1] = next(csv.reader([physical[lines[-1] - 1]], delimiter=delimiter), [""])
    rest = "".join(physical[first_below - 1 :])
    below_lines, below_rows, _ = _records(rest, delimiter)
    return (
        lines + [line + first_below - 1 for line in below_lines],
        rows + below_rows,
        unclosed,
    )


def _numbered(source: io.StringIO, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(chain(source, ["\n", _AFTER_THE_END]), delimiter=delimiter)
    before = 0
    for row in reader:
        yield before + 1, row
        before = reader.line_num


def _grid(
    headings: tuple[str, ...],
    header_line: int,
    delimiter: str,
    lines: Sequence[int],
    rows: Sequence[list[str]],
    unclosed: int | None,
) -> Grid:
    width = len(headings)
    widths = np.fromiter(map(len, rows), dtype=np.int64, count=len(rows))
    overflow = np.zeros(len(rows), dtype=bool)
    for index in np.flatnonzero(widths > width):
        overflow[index] = any(cell.strip() for cell in rows[index][width:])
    columns = tuple(_encoded([row[at] if at < len(row) else "" for row in rows]) for at in range(width))
    return Grid(
        headings,
        header_line,
        delimiter,
        columns,
        np.asarray(lines, dtype=np.int64),
        widths,
        overflow,
        unclosed,
    )


def _encoded(cells: list[str]) -> Encoded:
    encoded = as_words(cells).dictionary_encode()
    return Encoded(encoded.indices.to_numpy(), encoded.dictionary)
