"""A column of distinct texts as a column of typed values: every distinct text is looked at once."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, cached_property

import numpy as np
import pandas as pd

from readiness.evidence.columns import CELL_LONGEST, Column, Kind
from readiness.evidence.date_cells import parse_dates
from readiness.evidence.number_cells import Numbers, parse_numbers
from readiness.evidence.tokenise_fast import Encoded
from readiness.evidence.words import Words, as_words, emptied, equal_to, holding, lengths, trimmed


@dataclass(frozen=True, eq=False)
class Cells:
    """One column of a table. For each row `raw` is the index of its text as written, in `written`.

    By distinct text: `blank`, `wrong` (does not parse), `long` (too many characters), `nul`, and
    `value_of`, the index of its value in `values` (-1: none). Equal values have one index however they are
    written. `values` are datetime64[s], float64 or (as arrow) texts. Numbers also keep `numbers`, by text.
    `cut`: rows have been taken away, so that some texts may be no row's.
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
    cut: bool = False

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

    @cached_property
    def dates(self) -> np.ndarray:
        """The date of each row as datetime64[s]."""
        return self.per_row(np.asarray(self.values), np.datetime64("NaT", "s"))

    @cached_property
    def figures(self) -> np.ndarray:
        """The number of each row, NaN where there is none."""
        return self.numbers.value[self.raw] if self.numbers else np.full(len(self.raw), np.nan)

    def take(self, rows: np.ndarray) -> "Cells":
        """The same column with these rows only."""
        return replace(self, raw=self.raw[rows], cut=True)

    def array(self) -> np.ndarray | pd.Categorical:
        """The column as it stands in a frame: dates, floats, or a categorical of the values that occur."""
        if self.column.numeric:
            return self.figures
        return self.dates if self.column.kind is Kind.DATE else self._categorical()

    def _categorical(self) -> pd.Categorical:
        values = self.values if isinstance(self.values, Words) else as_words([])
        value_of = self.value_of
        present = np.zeros(len(values) + 1, dtype=bool)
        present[self._codes_in_use()] = True
        if not present[:-1].all():
            value_of = np.append(np.cumsum(present[:-1]) - 1, -1)[value_of]
            values = values.take(np.flatnonzero(present[:-1]))
        words = pd.Index(pd.array(values.to_pylist(), dtype="str"))
        small = value_of.astype(
            np.min_scalar_type(-len(words) - 1)
        )  # what pandas would make of it, a row at a time
        return pd.Categorical.from_codes(small[self.raw], categories=words, validate=False)

    def _codes_in_use(self) -> np.ndarray:
        """The indices of values that some row has: of all texts, unless rows have been taken away."""
        return self.codes if self.cut else self.value_of


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


def empty_array(column: Column) -> np.ndarray | pd.Categorical:
    """A column of a frame without rows."""
    if column.numeric:
        return np.empty(0, dtype=np.float64)
    return np.empty(0, dtype="datetime64[s]") if column.kind is Kind.DATE else _NO_WORDS


_NO_WORDS = pd.Categorical.from_codes([], categories=pd.Index([], dtype="str"))


def blank_cells(column: Column, rows: int) -> Cells:
    """The cells of a column that the file does not have."""
    return replace(_blank_cell(column), raw=np.zeros(rows, dtype=np.int8))


@cache
def _blank_cell(column: Column) -> Cells:
    return parse_cells(column, Encoded(np.zeros(0, dtype=np.int8), as_words([""])))


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
