"""What an unquoted YAML value means: fewer surprises than YAML 1.1 has.

`no` and `on` are words, `0123` and `1:30` are texts as written, and only plain decimal numbers,
true and false, ISO dates and the empty value are anything but text.
"""

import re
from datetime import date

WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
DECIMAL = re.compile(r"[-+]?((0|[1-9][0-9]*)(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]{1,4})?")
ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}


def plain_value(written: str) -> str | int | float | bool | date | None:
    """The value of an unquoted scalar; whatever is no number, date, true, false or null is text."""
    if written.lower() in WORDS:
        return WORDS[written.lower()]
    if WHOLE.fullmatch(written):
        return int(written)
    if DECIMAL.fullmatch(written):
        return float(written)
    return _day(written) if ISO_DATE.fullmatch(written) else written


def _day(written: str) -> date | str:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return written
