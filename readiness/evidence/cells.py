"""A column of distinct texts as a column of typed values: every distinct text is looked at once."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from readiness.evidence.columns import CELL_LONGEST, Column, Kind
from readiness.evidence.date_cells import parse_dates
from readiness.evidence.number_cells import Numbers, parse_numbers
from readiness.evidence.tokenise_fast import Encoded
from readiness.evidence.words import Words, as_words, emptied, equal_to, holding, lengths, trimmed


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """One column of a table. For each row `raw` is the index of its text as written, in `written`.

    By distinct text: `blank`, `wrong` (does not parse), `long` (too many characters), `nul`, and
    `value_of`, the index of its value in `values` (-1: none). Equal values have one index however they are
    written. `values` are datetime64[s], float64 or (as arrow) texts. Numbers also keep `numbers`, by text.
    """

    column: Column
    raw: np.ndarray
    written: Words
    blank: np.ndarray
    wrong: np.ndarray
    long: np.ndarray
    nul: np.ndarray
    value_of: np.ndarray
    values: np.ndarray | Words
    numbers: Numbers | None = None

    @property
    def codes(self) -> np.ndarray:
        """For each row the index of its value in `values`, -1 where it has none."""
        return self.value_of[self.raw]

    def text(self, row: int) -> str:
        """The cell of a row, as written."""
        return self.written[int(self.raw[row])].as_py()

    def rows(self, by_text: np.ndarray) -> np.ndarray:
        """A mask over the distinct texts as a mask over the rows."""
        return by_text[self.raw] if by_text.any() else np.zeros(len(self.raw), dtype=bool)

    def per_row(self, by_value: np.ndarray, missing: object) -> np.ndarray:
        """Something known of each value, for each row; `missing` where the row has no value."""
        return np.append(by_value, np.array([missing], dtype=by_value.dtype))[self.value_of][self.raw]

    def texts(self) -> list[str]:
        """The distinct values of a column of words."""
        return list(self.values.to_pylist()) if isinstance(self.values, Words) else []

    def dates(self) -> np.ndarray:
        """The date of each row as datetime64[s]."""
        return self.per_row(np.asarray(self.values), np.datetime64("NaT", "s"))

    def figures(self) -> np.ndarray:
        """The number of each row, NaN where there is none."""
        return self.numbers.value[self.raw] if self.numbers else np.full(len(self.raw), np.nan)

    def take(self, rows: np.ndarray) -> "Cells":
        """The same column with these rows only."""
        return replace(self, raw=self.raw[rows])

    def array(self) -> np.ndarray | pd.Categorical:
        """The column as it stands in a frame: dates, floats, or a categorical of the values that occur."""
        if self.column.numeric:
            return self.figures()
        return self.dates() if self.column.kind is Kind.DATE else self._categorical()

    def _categorical(self) -> pd.Categorical:
        values = self.values if isinstance(self.values, Words) else as_words([])
        present = np.zeros(len(values) + 1, dtype=bool)
        codes = self.codes
        present[codes] = True
        if not present[:-1].all():
            codes = np.append(np.cumsum(present[:-1]) - 1, -1)[codes]
            values = values.take(np.flatnonzero(present[:-1]))
        words = pd.Index(pd.array(values.to_pylist(), dtype="str"))
        return pd.Categorical.from_codes(codes, categories=words)


def parse_cells(column: Column, encoded: Encoded) -> Cells:
    """The cells of a column, typed; cells that don't parse are marked wrong and have no value."""
    trim = trimmed(encoded.values)
    long = lengths(encoded.values) > CELL_LONGEST
    blank, nul = equal_to(trim, ""), holding(encoded.values, "\0")
    numbers, values, wrong = _typed(column, emptied(trim, long))
    value_of, distinct = _distinct(values, blank | wrong | long)
    return Cells(
        column,
        encoded.codes,
        encoded.values,
        blank,
        wrong & ~long & ~blank,
        long,
        nul,
        value_of,
        distinct,
        numbers,
    )


def blank_cells(column: Column, rows: int) -> Cells:
    """The cells of a column that the file does not have."""
    return parse_cells(column, Encoded(np.zeros(rows, dtype=np.int32), as_words([""])))


def _typed(column: Column, cells: Words) -> tuple[Numbers | None, np.ndarray | Words, np.ndarray]:
    """Numbers (if it is a column of them), the value of each distinct text, and which texts are wrong."""
    if column.numeric:
        numbers = parse_numbers(cells)
        return numbers, numbers.value, numbers.wrong
    if column.kind is Kind.DATE:
        dates = parse_dates(cells)
        return None, dates, np.isnat(dates)
    if column.kind is Kind.CHOICE:
        choose = _chooser(column)
        chosen = [choose(cell) for cell in cells.to_pylist()]
        return None, as_words(chosen), np.array([one is None for one in chosen], dtype=bool)
    return None, cells, np.zeros(len(cells), dtype=bool)


def _chooser(column: Column) -> Callable[[str], str | None]:
    known = {choice.casefold(): choice for choice in column.choices} | dict(column.aliases)
    return lambda cell: known.get(" ".join(cell.casefold().split()))


def _distinct(values: np.ndarray | Words, none: np.ndarray) -> tuple[np.ndarray, np.ndarray | Words]:
    """The index of each text's value (-1: none) among the distinct values, and those."""
    if isinstance(values, np.ndarray):
        none = none | (np.isnat(values) if values.dtype.kind == "M" else np.isnan(values))
        codes, distinct = pd.factorize(values)
        return np.where(none, -1, codes), distinct
    encoded = values.dictionary_encode()
    codes = encoded.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    return np.where(none, -1, codes).astype(np.int64), encoded.dictionary
