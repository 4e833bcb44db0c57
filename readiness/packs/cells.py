"""Cells of tables as files write them: text as people read it, numbers and dates known for what they are."""

import math
import re
from collections.abc import Sequence
from datetime import date, datetime
from numbers import Real
from typing import Any

import numpy as np
import pandas as pd

from readiness.dates import uk_date
from readiness.packs.text import clean
from readiness.wording import plain_number

MONTHS = {f"{date(2000, month, 1):%B}": month for month in range(1, 13)}
UK_DATE = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})")
NUMBER = re.compile(r"([+−-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(%| days?| per 10,000| per 1,000)?")
FIGURE = re.compile(r"[<+−-]?\d[\d,]*(\.\d+)?( ?%| days?)?")
LONGEST_NUMBER = 24
DATE_FORMAT = "d mmmm yyyy"
NO_FIGURE = frozenset({"", "-", "–", "none", "missing", "hidden", "no audit", "too little evidence"})


def is_blank(value: Any) -> bool:  # noqa: ANN401
    """Whether a cell holds nothing."""
    return value is None or value is pd.NaT or value is pd.NA or (isinstance(value, float) and value != value)


def cell_text(value: Any) -> str:  # noqa: ANN401
    """A cell as people read it: dates as in England, numbers with their thousands, text on one line."""
    if is_blank(value):
        return ""
    if isinstance(value, bool | np.bool_):
        return "yes" if value else "no"
    if isinstance(value, date):
        return uk_date(value)
    return plain_number(float(value)) if _is_number(value) else clean(value)


def _is_number(value: Any) -> bool:  # noqa: ANN401
    return isinstance(value, Real) and math.isfinite(value)


def is_figures(texts: Sequence[str]) -> bool:
    """Whether a column holds figures: they stand right."""
    told = [text for text in texts if text.lower() not in NO_FIGURE and not text.startswith("hidden")]
    return bool(told) and all(FIGURE.fullmatch(text) for text in told)


def typed(value: Any) -> tuple[Any, str]:  # noqa: ANN401
    """A cell as a spreadsheet keeps it and its number format: texts that are numbers or dates become such.

    `81.7%` is 0.817 in the format 0.0%. Whatever else is text stays text, in the format "".
    """
    if is_blank(value):
        return None, ""
    if isinstance(value, bool | np.bool_):
        return cell_text(value), ""
    if isinstance(value, date):
        return (value.date() if isinstance(value, datetime) else value), DATE_FORMAT
    if _is_number(value):
        number = float(value)
        return (int(number), "#,##0") if number.is_integer() else (number, "#,##0.0##")
    return _typed_text(clean(value))


def _typed_text(text: str) -> tuple[Any, str]:
    if found := UK_DATE.fullmatch(text):
        try:
            return date(int(found[3]), MONTHS[found[2]], int(found[1])), DATE_FORMAT
        except ValueError:
            return text, ""
    found = NUMBER.fullmatch(text)
    if not found or len(text) > LONGEST_NUMBER or _is_a_name(found[2], found[3]):
        return text, ""
    sign, whole, fraction, unit = found.groups()
    number = float(f"{'-' if sign and sign != '+' else ''}{whole.replace(',', '')}{fraction or ''}")
    thousands = "#,##0" if "," in whole or len(whole) < 4 else "0"
    written = f"{thousands}{'.' + '0' * (len(fraction) - 1) if fraction else ''}{_unit_format(unit)}"
    if sign:
        written = f"+{written};−{written};{written}"
    return (round(number / 100, 12) if unit == "%" else number if fraction else int(number)), written


def _unit_format(unit: str | None) -> str:
    """A per cent sign by itself, which makes 81.7% of 0.817; other units in quotes."""
    return "" if not unit else unit if unit == "%" else f'"{unit}"'


def _is_a_name(whole: str, fraction: str | None) -> bool:
    """Digits that begin with a nought, such as 007, name something and count nothing."""
    return len(whole) > 1 and whole.startswith("0") and not fraction
