"""Dates as people and programs write them: ISO, or UK day first. Nothing else is guessed."""

import re
from datetime import date

import numpy as np

from readiness.evidence.columns import FIRST_YEAR, LAST_YEAR
from readiness.evidence.words import Words, days, matching

_MIDNIGHT = r"(?:[ T]00:00(?::00(?:\.0+)?)?)?"
_ISO = re.compile(rf"([0-9]{{4}})-([0-9]{{2}})-([0-9]{{2}}){_MIDNIGHT}")
_UK = re.compile(rf"([0-9]{{1,2}})/([0-9]{{1,2}})/([0-9]{{4}}){_MIDNIGHT}")
_PLAIN = (
    r"^(19|20|21)[0-9]{2}-"
    r"((0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)$"
)
"""ISO dates that can't be wrong: read all at once, the others one by one."""

_SHORT_YEAR = re.compile(r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2}")
_OTHER_MARKS = re.compile(r"([0-9]{1,4})[ ./-]([0-9]{1,2})[ ./-]([0-9]{1,4})")
_WITH_TIME = re.compile(r"(\S+)[ T][0-9]{1,2}:[0-9]{2}.*")
_SERIAL = re.compile(r"[1-9][0-9]{4}(?:\.0)?")
_EXCEL_DAY_0 = date(1899, 12, 30).toordinal()

EXPECTED = "A date is expected: 2025-03-31 or 31/03/2025 (day first)."


def parse_date(cell: str) -> date | None:
    """The date in a trimmed cell; None where it is not one between the years 1900 and 2200."""
    found = _ISO.fullmatch(cell)
    if found:
        year, month, day = found.groups()
    else:
        found = _UK.fullmatch(cell)
        if not found:
            return None
        day, month, year = found.groups()
    return _real(int(year), int(month), int(day))


def parse_dates(cells: Words) -> np.ndarray:
    """Each trimmed cell as datetime64[s]; NaT where it is blank or no date."""
    plain = matching(cells, _PLAIN)
    dates = days(cells, plain)
    for index in np.flatnonzero(~plain).tolist():
        dates[index] = parse_date(cells[index].as_py())
    return dates


def explain_date(cell: str) -> str:
    """Why a cell is no date, and the likely fix."""
    if _SHORT_YEAR.fullmatch(cell):
        return f"{EXPECTED} Write the year with four figures."
    if _SERIAL.fullmatch(cell):
        day = date.fromordinal(_EXCEL_DAY_0 + int(float(cell)))
        return f"{EXPECTED} This may be Excel's number for {day:%d/%m/%Y}: format the column as a date."
    timed = _WITH_TIME.fullmatch(cell)
    if timed and parse_date(timed.group(1)):
        return f"{EXPECTED} Leave out the time of day."
    parts = _OTHER_MARKS.fullmatch(cell)
    return f"{EXPECTED} {_likely(*map(int, parts.groups()))}".rstrip() if parts else EXPECTED


def _likely(first: int, second: int, third: int) -> str:
    year, month, day = (first, second, third) if first > 31 else (third, second, first)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return f"The year should be between {FIRST_YEAR} and {LAST_YEAR}."
    plain = _real(year, month, day)
    if plain:
        return f"If this is {plain:%d/%m/%Y}, write {plain.isoformat()}."
    swapped = _real(year, day, month)
    if swapped:
        return f"Day and month look swapped: write {swapped.isoformat()} or {swapped:%d/%m/%Y}."
    return "There is no such day."


def _real(year: int, month: int, day: int) -> date | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
