"""What can be wrong with a file, as a value: collected to the end, shown the same everywhere.

A `Problem` names the file, the place and the fix. `UserError` is the one exception family for what
a person can put right; it is shown without a traceback. Anything else raised is a bug of ours.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Level = Literal["error", "warning"]


class Code(StrEnum):
    """The kinds of problem; each is explained, with its fix, in `docs/problems.md`."""

    FILE_MISSING = "file-missing"
    FILE_UNREADABLE = "file-unreadable"
    FILE_ENCODING = "file-encoding"
    FILE_TOO_BIG = "file-too-big"
    FILE_NOT_WRITTEN = "file-not-written"
    YAML_SYNTAX = "yaml-syntax"
    YAML_UNSAFE = "yaml-unsafe"
    DUPLICATE_KEY = "duplicate-key"
    UNKNOWN_KEY = "unknown-key"
    MISSING_KEY = "missing-key"
    WRONG_VALUE = "wrong-value"
    UNKNOWN_REFERENCE = "unknown-reference"
    DUPLICATE_ID = "duplicate-id"
    COLUMN_MISSING = "column-missing"
    COLUMN_UNKNOWN = "column-unknown"
    COLUMN_DUPLICATE = "column-duplicate"
    COLUMN_PERSONAL = "column-personal"
    CELLS_TOO_MANY = "cells-too-many"
    CELLS_TOO_FEW = "cells-too-few"
    CELL_TOO_LONG = "cell-too-long"
    TEXT_REFUSED = "text-refused"
    VALUE_MISSING = "value-missing"
    NOT_A_DATE = "not-a-date"
    NOT_A_NUMBER = "not-a-number"
    NOT_A_CHOICE = "not-a-choice"
    OUT_OF_RANGE = "out-of-range"
    WRONG_UNIT = "wrong-unit"
    FIGURES_DISAGREE = "figures-disagree"
    DATES_DISAGREE = "dates-disagree"
    DUPLICATE_ROW = "duplicate-row"
    PARENT_MISSING = "parent-missing"
    NO_ANSWER = "no-answer"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one file.

    `line` counts physical lines from 1; `column` is a CSV heading or the dotted key of a YAML file;
    `value` is what was found, as written; `message` says what was expected and the likely fix.
    A problem of level "error" sets a row (or a file) aside; a warning changes nothing.
    """

    file: str
    line: int | None
    column: str | None
    value: str | None
    message: str
    code: Code
    level: Level = "error"

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}, line {self.line}"
        where = place if self.column is None else f"{place}, {self.column}"
        found = "" if self.value is None else f" (found {shortened(self.value)!r})"
        return f"{where}: {self.message}{found}"


class UserError(Exception):
    """Something a person can put right in a file or a command; carries every problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def shortened(text: str, longest: int = 80) -> str:
    """`text` cut to `longest` characters, so that a ten-megabyte cell does not fill a page."""
    return text if len(text) <= longest else text[: longest - 1] + "…"
