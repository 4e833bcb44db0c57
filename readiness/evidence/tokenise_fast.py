"""The fast way through a CSV file: pyarrow, for files in which every line is as plain as it looks.

Whatever it can't vouch for it declines, and the csv module reads the file instead.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.csv as arrow_csv

from readiness.evidence.words import Words, no_words

QUOTE, NEWLINE, RETURN = 34, 10, 13
PIECE = 1 << 20
BLOCK = 1 << 23
"""Bytes that pyarrow reads at once: every block has a dictionary of its own, and joining them takes time."""


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """A column as its distinct texts, in order of first appearance, and the index of each row's text."""

    codes: np.ndarray
    values: Words


def fast_columns(
    content: bytes, start: int, width: int, delimiter: str
) -> tuple[tuple[Encoded, ...], np.ndarray] | None:
    """The columns of the rows from byte `start` (line 2) on, and the line of each row; None to decline.

    Declined: a row of another width, a carriage return on its own, a NUL, quotation marks out of place.
    """
    body = np.frombuffer(content, dtype=np.uint8)[start:]
    if not len(body):
        return (Encoded(np.empty(0, dtype=np.int32), no_words()),) * width, np.empty(0, np.int64)
    if b"\0" in content or not _lines_end_plainly(content, body):
        return None
    quotes = _places(body, QUOTE) if b'"' in content else np.empty(0, dtype=np.int64)
    if not _well_quoted(body, quotes, ord(delimiter)):
        return None
    found = _one_row_a_line(content, start, width, delimiter) or _rows_of_lines(
        content, start, width, delimiter, quotes
    )
    return None if found is None else (tuple(_encoded(column) for column in found[0].columns), found[1])


def _one_row_a_line(
    content: bytes, start: int, width: int, delimiter: str
) -> tuple[pa.Table, np.ndarray] | None:
    """The rows of a file with no blank lines and no line ends in quotation marks: nothing to search for."""
    table = _parsed(content, start, width, delimiter, newlines_in_values=False)
    body = np.frombuffer(content, dtype=np.uint8)[start:]
    lines = sum(int(np.count_nonzero(piece == NEWLINE)) for _, piece in _pieces(body))
    if table is None or lines + int(body[-1] != NEWLINE) != table.num_rows:
        return None
    return table, np.arange(2, table.num_rows + 2, dtype=np.int64)


def _rows_of_lines(
    content: bytes, start: int, width: int, delimiter: str, quotes: np.ndarray
) -> tuple[pa.Table, np.ndarray] | None:
    table = _parsed(content, start, width, delimiter, newlines_in_values=len(quotes) > 0)
    lines = _lines(np.frombuffer(content, dtype=np.uint8)[start:], quotes)
    return None if table is None or len(lines) != table.num_rows else (table, lines)


def well_quoted(header: bytes, delimiter: str) -> bool:
    """Whether a line has quotation marks only around whole cells."""
    body = np.frombuffer(header, dtype=np.uint8)
    return _well_quoted(body, np.flatnonzero(body == QUOTE), ord(delimiter))


def _parsed(
    content: bytes, start: int, width: int, delimiter: str, newlines_in_values: bool
) -> pa.Table | None:
    names = [str(index) for index in range(width)]
    words = pa.dictionary(pa.int32(), pa.string())
    try:
        return arrow_csv.read_csv(
            pa.BufferReader(pa.py_buffer(content).slice(start)),
            arrow_csv.ReadOptions(column_names=names, block_size=BLOCK),
            arrow_csv.ParseOptions(delimiter=delimiter, newlines_in_values=newlines_in_values),
            arrow_csv.ConvertOptions(
                check_utf8=False,
                column_types=dict.fromkeys(names, words),
                null_values=[],
                strings_can_be_null=False,
            ),
        )
    except pa.ArrowInvalid:
        return None


def _encoded(column: pa.ChunkedArray) -> Encoded:
    whole = column.unify_dictionaries().combine_chunks()
    whole = whole.chunk(0) if isinstance(whole, pa.ChunkedArray) else whole
    return Encoded(whole.indices.to_numpy(), whole.dictionary)


def _well_quoted(body: np.ndarray, quotes: np.ndarray, delimiter: int) -> bool:
    """Whether every quotation mark opens or closes a whole cell, or is one of a pair inside one."""
    if not len(quotes):
        return True
    if len(quotes) % 2:
        return False
    opening, closing = quotes[0::2], quotes[1::2]
    before = body[np.maximum(opening - 1, 0)]
    after = body[np.minimum(closing + 1, len(body) - 1)]
    paired = np.append(opening[1:] == closing[:-1] + 1, False)
    opens = (opening == 0) | (before == delimiter) | (before == NEWLINE) | np.append(False, paired[:-1])
    closes = (
        (closing == len(body) - 1) | (after == delimiter) | (after == NEWLINE) | (after == RETURN) | paired
    )
    return bool(opens.all() and closes.all())


def _lines(body: np.ndarray, quotes: np.ndarray) -> np.ndarray:
    """On which line of the file each row begins; lines with nothing on them are no rows."""
    newlines = _places(body, NEWLINE)
    ends = newlines[np.searchsorted(quotes, newlines) % 2 == 0] if len(quotes) else newlines
    starts = np.concatenate(([0], ends + 1))
    starts = starts[starts < len(body)]
    first = body[starts]
    starts = starts[(first != NEWLINE) & (first != RETURN)]
    return np.searchsorted(newlines, starts) + 2


def _lines_end_plainly(content: bytes, body: np.ndarray) -> bool:
    """Whether every carriage return stands before a line feed."""
    if b"\r" not in content:
        return True
    returns = _places(body, RETURN)
    return not len(returns) or bool(returns[-1] + 1 < len(body) and (body[returns + 1] == NEWLINE).all())


def _places(body: np.ndarray, byte: int) -> np.ndarray:
    """Where a byte stands."""
    return np.concatenate([np.flatnonzero(piece == byte) + at for at, piece in _pieces(body)])


def _pieces(body: np.ndarray) -> Iterator[tuple[int, np.ndarray]]:
    """Piece by piece: what fits the processor's cache is searched several times as fast."""
    return ((at, body[at : at + PIECE]) for at in range(0, len(body), PIECE))
