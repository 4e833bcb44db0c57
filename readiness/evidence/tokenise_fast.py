"""The fast way through a CSV file: pyarrow, for files in which every line is as plain as it looks.

Whatever it can't vouch for it declines, and the csv module reads the file instead.
"""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.csv as arrow_csv

QUOTE, COMMA, NEWLINE, RETURN = 34, 44, 10, 13


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """A column as its distinct texts, in order of first appearance, and the index of each row's text."""

    codes: np.ndarray
    values: pa.StringArray


def fast_columns(
    content: bytes, start: int, width: int, delimiter: str
) -> tuple[tuple[Encoded, ...], np.ndarray] | None:
    """The columns of the rows from byte `start` (line 2) on, and the line of each row; None to decline.

    Declined: a row of another width, a carriage return on its own, a NUL, quotation marks out of place.
    """
    if content.count(b"\r") != content.count(b"\r\n") or b"\0" in content:
        return None
    body = np.frombuffer(content, dtype=np.uint8)[start:]
    if not len(body):
        return (Encoded(np.empty(0, dtype=np.int32), pa.array([], type=pa.string())),) * width, np.empty(
            0, np.int64
        )
    quotes = np.flatnonzero(body == QUOTE) if b'"' in content else np.empty(0, dtype=np.int64)
    if not _well_quoted(body, quotes, ord(delimiter)):
        return None
    table = _parsed(content, start, width, delimiter, quoted=len(quotes) > 0)
    lines = None if table is None else _lines(body, quotes, table.num_rows)
    if table is None or lines is None:
        return None
    return tuple(_encoded(column) for column in table.columns), lines


def _parsed(content: bytes, start: int, width: int, delimiter: str, quoted: bool) -> pa.Table | None:
    names = [str(index) for index in range(width)]
    words = pa.dictionary(pa.int32(), pa.string())
    try:
        return arrow_csv.read_csv(
            pa.BufferReader(pa.py_buffer(content).slice(start)),
            arrow_csv.ReadOptions(column_names=names, block_size=1 << 22),
            arrow_csv.ParseOptions(delimiter=delimiter, newlines_in_values=quoted),
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


def _lines(body: np.ndarray, quotes: np.ndarray, rows: int) -> np.ndarray | None:
    """On which line of the file each row begins; None where not as many lines begin one as there are rows."""
    if not len(quotes) and np.count_nonzero(body == NEWLINE) + (body[-1] != NEWLINE) == rows:
        return np.arange(2, rows + 2, dtype=np.int64)
    newlines = np.flatnonzero(body == NEWLINE)
    ends = newlines[np.searchsorted(quotes, newlines) % 2 == 0] if len(quotes) else newlines
    starts = np.concatenate(([0], ends + 1))
    starts = starts[starts < len(body)]
    first = body[starts]
    starts = starts[(first != NEWLINE) & (first != RETURN)]  # lines with nothing on them are no rows
    return np.searchsorted(newlines, starts) + 2 if len(starts) == rows else None
