"""Numbers as people write them: `65%`, `1,234`, `+3`, `1e3`; and the signs that say there is no figure."""

import math
import re
from dataclasses import dataclass

import numpy as np

from readiness.evidence.columns import NO_FIGURE
from readiness.evidence.words import Words, lengths, matching, numbers, places_of

_PLAIN = r"^-?[0-9]{1,15}(\.[0-9]{1,15})?$"
_NUMBER = re.compile(
    r"[+-]?(?:(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.([0-9]*))?|\.([0-9]+))(?:[eE]([+-]?[0-9]{1,4}))?(\s*%)?"
)
_DECIMAL_COMMA = re.compile(r"[+-]?[0-9]+,[0-9]{1,2}\s*%?")

EXPECTED = "A number is expected, such as 12.5, 1,234 or 65%; leave it blank where there is no figure."


@dataclass(frozen=True, slots=True, eq=False)
class Numbers:
    """Distinct cells as numbers. `value` is NaN where there is no figure and where the cell is `wrong`.

    `decimals`: digits after the point as written. `percent`: whether a per cent sign was written.
    """

    value: np.ndarray
    decimals: np.ndarray
    percent: np.ndarray
    wrong: np.ndarray


def parse_numbers(cells: Words) -> Numbers:
    """Trimmed cells as numbers; blank and the signs of official statistics are no figure."""
    plain = matching(cells, _PLAIN)
    value = numbers(cells, plain)
    point = places_of(cells, ".")
    decimals = np.where(point >= 0, lengths(cells) - point - 1, 0).astype(np.int64)
    percent, wrong = np.zeros(len(cells), dtype=bool), np.zeros(len(cells), dtype=bool)
    for index in np.flatnonzero(~plain).tolist():
        written = _written(cells[index].as_py())
        wrong[index] = written is None
        value[index], decimals[index], percent[index] = written or (math.nan, 0, False)
    return Numbers(value, decimals, percent, wrong)


def _written(cell: str) -> tuple[float, int, bool] | None:
    """Value, decimals and whether a per cent sign stands; a value of NaN is no figure; None is no number."""
    if not cell or cell.casefold() in NO_FIGURE:
        return math.nan, 0, False
    found = _NUMBER.fullmatch(cell)
    if not found:
        return None
    after, bare_after, exponent, percent = found.groups()
    value = float(cell.rstrip("%").rstrip().replace(",", ""))
    if math.isinf(value):
        return None
    decimals = len(after or bare_after or "") - int(exponent or 0)
    return value, min(max(decimals, 0), 300), percent is not None


def explain_number(cell: str) -> str:
    """Why a cell is no number, and the likely fix."""
    if cell[:1] in {"=", "@"}:
        return f"{EXPECTED} Formulas are never worked out: paste the value in place of the formula."
    if _DECIMAL_COMMA.fullmatch(cell):
        return f"{EXPECTED} Write the decimals after a point: {cell.replace(',', '.')}."
    return EXPECTED
