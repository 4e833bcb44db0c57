"""The bytes of a file as UTF-8 text, whatever program saved it; a guess is always reported."""

import codecs
from dataclasses import dataclass

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """`content` is UTF-8 without a byte-order mark. `note` says how it was read, where that was a guess.

    `line` is the first line that is not UTF-8, counted from 1; None where all is, or it is unknown.
    """

    content: bytes
    note: str | None = None
    line: int | None = None


def decode(raw: bytes) -> Decoded:
    """The content of a file. Never fails: bytes that mean nothing become the replacement character."""
    mark, encoding = _marked(raw)
    body = raw[len(mark) :] if mark else raw
    if encoding != "utf-8":
        return Decoded(
            body.decode(encoding, errors="replace").encode("utf-8"),
            "The file is saved as UTF-16 (Excel: Unicode Text) and was read as such. "
            "Save it as CSV UTF-8 to be sure.",
        )
    fault = _first_fault(body)
    if fault is None:
        return Decoded(body)
    return Decoded(
        body.decode("cp1252", errors="replace").encode("utf-8"),
        "The file is not UTF-8; it was read as Windows-1252, as Excel saves plain CSV. "
        "Check names with accents and dashes, and save it as CSV UTF-8.",
        body.count(b"\n", 0, fault) + 1,
    )


def _marked(raw: bytes) -> tuple[bytes, str]:
    for mark, encoding in BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return mark, encoding
    return b"", "utf-8"


def _first_fault(body: bytes) -> int | None:
    if body.isascii():
        return None
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as fault:
        return fault.start
    return None
