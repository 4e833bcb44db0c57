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
    "This looks like {}. Nothing here may hold what tells who somebody is: leave it out, and name roles only."
)

_UNSEEN_KINDS = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_JOINING = frozenset("\u200c\u200d")
"""Signs without a width that some scripts can't be written without."""
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the direction of writing: what is read is then not what stands in the file."""

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_DAY = (
    rf"(?:[0-3]?\d(?:st|nd|rd|th)?(?: of)?[ /.-](?:[01]?\d[ /.-]\d|{_MONTH})|\d{{4}}-\d\d-"
    rf"|{_MONTH}[a-z]{{0,6}}\.? [0-3]?\d(?:st|nd|rd|th)?,? \d{{4}})"
)
_A_PERSON = (
    r"(?:case|child|young person|person|client|family|pupil|lcs|mosaic|liquidlogic|nhs|upn|uln)(?:'s)?"
)
_POST_TOWN = (
    r"(?:A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GPVM]|JE|K[ATWY]|L[ADELNSU]?"
    r"|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE)"
)
"""The letters with which the postcodes of the United Kingdom begin (Royal Mail)."""
_NOT_A_CODE = r"(?!(?:st|nd|rd|th|yr|hr|wd)\b)"
"""What follows a number in lower case and makes no postcode of it: B12 3rd floor."""
_GAP = "[ .-]"

_PERSONAL = (
    (re.compile(r"[^\s@]@[^\s@]{1,250}\.[a-z]{2,}", re.I), "an e-mail address"),
    (
        re.compile(
            rf"\b(?:d\.?o\.?b\.?|date[ -]of[ -]birth|born)(?: (?:is|was|on))?(?: the)?\W{{0,3}}{_DAY}", re.I
        ),
        "a date of birth",
    ),
    (re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b"), "a postcode"),
    (
        re.compile(rf"\b(?i:{_POST_TOWN}\d[A-Z\d]? ?\d){_NOT_A_CODE}(?i:[ABD-HJLNP-UW-Z]{{2}})\b"),
        "a postcode",
    ),
    (
        re.compile(
            rf"(?:\+|\b00)44{_GAP}?(?:\(0\))?{_GAP}?\d{{2,4}}{_GAP}?\d{{3,4}}{_GAP}?\d{{3,4}}\b"
            rf"|\b0\d{{2}}\)?{_GAP}{{0,2}}\d{{4}}{_GAP}?\d{{4}}\b"
            rf"|\b0\d{{3}}\)?{_GAP}{{0,2}}(?:\d{{3}}{_GAP}?\d{{3,4}}|\d{{4}}{_GAP}?\d{{3}})\b"
            rf"|\b0\d{{4}}\)?{_GAP}{{0,2}}\d{{3}}{_GAP}?\d{{2,3}}\b"
            r"|\b\d{3}[ -]\d{3}[ -]\d{4}\b"
        ),
        "a telephone or NHS number",
    ),
    (
        re.compile(r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]\b"),
        "a National Insurance number",
    ),
    (
        re.compile(
            rf"\b(?:{_A_PERSON}|p)[ -](?:id|no|number|ref|reference)[ :#.]{{1,3}}(?:is )?[A-Z]{{0,3}}-?\d{{3,}}\b"
            rf"|\b{_A_PERSON}[ :#.-]{{1,3}}[A-Z]{{0,3}}-?\d{{5,}}[A-Z]?\b",
            re.I,
        ),
        "the number of a case or a person",
    ),
)
_TEN_DIGITS = re.compile(r"(?<![\d.,])\d{10}(?![\d.,]\d|\d)")
_DASHES = re.compile(r"[\u2010-\u2015\u2212]")


def typed_problems(table: Table, row: Mapping[str, str]) -> Iterator[Problem]:
    """What may not be typed into the cells of one row: signs that can't be seen, formulas, who somebody is."""
    for column in table.columns:
        cell = row.get(column.name, "")
        message = _fault(cell, numeric=column.numeric)
        if message:
            yield Problem(table.file, None, column.name, shortened(cell, 200), message, Code.TEXT_REFUSED)


def unfit(text: str) -> str | None:
    """Why a text may not be kept at all: a sign in it can't be seen, or it tells who somebody is; None where it may."""
    if any(_unseen(sign) for sign in text):
        return INVISIBLE
    found = _personal(text)
    return PERSONAL.format(found) if found else None


def _fault(cell: str, *, numeric: bool) -> str | None:
    if numeric:
        return INVISIBLE if any(_unseen(sign) for sign in cell) else None
    if cell[:1] in FORMULA_SIGNS and cell:
        return FORMULA
    return unfit(cell)


def _unseen(sign: str) -> bool:
    return unicodedata.category(sign) in _UNSEEN_KINDS and sign not in _JOINING


def _personal(cell: str) -> str | None:
    """What in a text tells who somebody is, however its digits, spaces and dashes are written."""
    seen = "".join(sign for sign in unicodedata.normalize("NFKC", cell) if sign not in _JOINING)
    text = _DASHES.sub("-", " ".join(seen.split()))
    found = next((what for pattern, what in _PERSONAL if pattern.search(text)), None)
    if found is None and any(map(_is_nhs_number, _TEN_DIGITS.findall(text))):
        return "an NHS number"
    return found


def _is_nhs_number(digits: str) -> bool:
    """Whether ten digits end with the check digit of an NHS number (modulus 11; NHS Data Dictionary)."""
    weighed = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return 11 - weighed % 11 == (int(digits[-1]) or 11)


def one_line(text: str) -> str:
    """Text from a box of several lines on one: what ends a line, and every run of white space, is one space.

    Signs without a width that a copy out of another program brings along are left out; those that turn the direction
    of writing stay, so that they are refused.
    """
    seen = (sign for sign in text if unicodedata.category(sign) != "Cf" or sign in _JOINING | _TURNING)
    return " ".join("".join(seen).split())
