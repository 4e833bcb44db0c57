"""What may not be typed into a cell, though a file may hold it: checked before a row is added from the screen."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from readiness.evidence.schema import Table
from readiness.problems import Code, Problem, shortened

FORMULA_SIGNS = "=+-@＝＋－＠"
"""A spreadsheet takes a text that begins with one of these for a formula, and would run it."""

FORMULA = (
    "A text may not begin with this sign: whoever opens the file in a spreadsheet would run it as a formula. "
    "Begin with a word."
)
INVISIBLE = "The text holds a sign that can't be seen, or the end of a line. Type it on one line."
PERSONAL = (
    "This looks like {}. No table may hold what tells who somebody is: leave it out, and name roles only."
)

_UNSEEN_KINDS = frozenset({"Cc", "Cs", "Zl", "Zp"})
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the direction of writing: what is read is then not what stands in the file."""

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_DAY = rf"(?:[0-3]?\d[ /.-](?:[01]?\d[ /.-]\d|{_MONTH})|\d{{4}}-\d\d-)"
_A_PERSON = r"(?:case|child|person|client|pupil|lcs|mosaic|nhs|upn|uln)(?:'s)?"

_PERSONAL = (
    (re.compile(r"[^\s@]@[^\s@]{1,250}\.[a-z]{2,}", re.I), "an e-mail address"),
    (re.compile(rf"\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?)\W{{0,3}}{_DAY}", re.I), "a date of birth"),
    (re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b"), "a postcode"),
    (
        re.compile(r"\b0\d{3,4}[ -]?\d{3}[ -]?\d{3,4}\b|\b\d{3}[ -]\d{3}[ -]\d{4}\b"),
        "a telephone or NHS number",
    ),
    (
        re.compile(
            rf"\b{_A_PERSON} (?:id|no|number|ref|reference)[ :#.]{{1,3}}[A-Z]{{0,3}}-?\d{{3,}}\b"
            rf"|\b{_A_PERSON}[ :#.]{{1,3}}[A-Z]{{0,3}}-?\d{{5,}}\b",
            re.I,
        ),
        "the number of a case or a person",
    ),
)


def typed_problems(table: Table, row: Mapping[str, str]) -> Iterator[Problem]:
    """What may not be typed into the cells of one row: signs that can't be seen, formulas, who somebody is."""
    for column in table.columns:
        cell = row.get(column.name, "")
        message = _fault(cell, numeric=column.numeric)
        if message:
            yield Problem(table.file, None, column.name, shortened(cell, 200), message, Code.TEXT_REFUSED)


def _fault(cell: str, *, numeric: bool) -> str | None:
    if any(unicodedata.category(sign) in _UNSEEN_KINDS or sign in _TURNING for sign in cell):
        return INVISIBLE
    if numeric:
        return None
    if cell[:1] in FORMULA_SIGNS and cell:
        return FORMULA
    found = next((what for pattern, what in _PERSONAL if pattern.search(cell)), None)
    return PERSONAL.format(found) if found else None


def one_line(text: str) -> str:
    """Text from a box of several lines on one: what ends a line, and every run of white space, is one space."""
    return " ".join(text.split())
