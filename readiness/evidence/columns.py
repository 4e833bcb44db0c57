"""What a column of a table may hold: one description for reader, writer, templates and data guide."""

from dataclasses import dataclass
from enum import StrEnum

GRADES = ("outstanding", "good", "requires improvement", "inadequate")
OLD_GRADES = ("adequate", "satisfactory")
"""Grades given before 2013: grades of their own, shown and never scored."""

GRADE_ALIASES = {"requires improvement to be good": "requires improvement"}

NO_FIGURE = ("-", "..", ":", "x", "c", "na", "n/a")
"""The signs of official statistics for nil, not available, not applicable and suppressed: never 0."""

CELL_LONGEST = 100_000
"""Characters in one cell. No honest note is longer; a damaged file may hold one of many megabytes."""

FIRST_YEAR, LAST_YEAR = 1900, 2200


class Kind(StrEnum):
    """The kinds of column. An id names its own row; a reference names a row or an id elsewhere."""

    ID = "id"
    DATE = "date"
    FIGURE = "figure"
    NUMBER = "number"
    COUNT = "count"
    CHOICE = "choice"
    REFERENCE = "reference"
    TEXT = "text"


NUMERIC_KINDS = frozenset({Kind.FIGURE, Kind.NUMBER, Kind.COUNT})


class Known(StrEnum):
    """Where the ids that a reference may name are configured."""

    INDICATOR = "an indicator id"
    FRAMEWORK = "a framework id"
    CRITERION = "a criterion or area id"
    AREA = "an area id"
    ANY = "an indicator, criterion or area id"
    PRE_INSPECTION_ITEM = "an id of a framework's pre-inspection list"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, what kind of value it holds and what it means.

    `choices` belong to a choice, with `aliases` for other wordings of one; `known` to a reference.
    `above` and `at_least` bound a number. `example` is a value that the column accepts.
    """

    name: str
    kind: Kind
    meaning: str
    example: str
    required: bool = False
    choices: tuple[str, ...] = ()
    aliases: tuple[tuple[str, str], ...] = ()
    known: Known | None = None
    above: float | None = None
    at_least: float | None = None

    @property
    def numeric(self) -> bool:
        """Whether the column holds numbers."""
        return self.kind in NUMERIC_KINDS

    @property
    def expected(self) -> str:
        """What a cell may hold, in a few words."""
        match self.kind:
            case Kind.DATE:
                return "a date: 2025-03-31 or 31/03/2025 (day first)"
            case Kind.FIGURE:
                return (
                    "a number such as 12.5 or 1,234; 65% where the unit is percent; or a sign for no figure"
                )
            case Kind.NUMBER:
                return "a number such as 12 or 1,234, or a sign for no figure"
            case Kind.COUNT:
                return "a whole number, 0 or more"
            case Kind.CHOICE:
                return "one of: " + ", ".join(self.choices)
            case Kind.REFERENCE:
                return self.known.value if self.known else "an id"
            case Kind.ID:
                return "an id of your own"
            case _:
                return "text"


def text(name: str, meaning: str, example: str, required: bool = False) -> Column:
    """A column of free text."""
    return Column(name, Kind.TEXT, meaning, example, required)


def own_id(name: str, meaning: str, example: str) -> Column:
    """A required column whose value names its row."""
    return Column(name, Kind.ID, meaning, example, required=True)


def day(name: str, meaning: str, example: str = "2025-03-31", required: bool = False) -> Column:
    """A column of dates."""
    return Column(name, Kind.DATE, meaning, example, required)


def figure(name: str, meaning: str, example: str, required: bool = False) -> Column:
    """A column of figures of an indicator: the only numbers that may carry a per cent sign."""
    return Column(name, Kind.FIGURE, meaning, example, required)


def number(
    name: str, meaning: str, example: str, above: float | None = None, at_least: float | None = None
) -> Column:
    """A column of numbers, within bounds where they are given."""
    return Column(name, Kind.NUMBER, meaning, example, above=above, at_least=at_least)


def count(name: str, meaning: str, example: str) -> Column:
    """A required column of whole numbers, 0 or more."""
    return Column(name, Kind.COUNT, meaning, example, required=True, at_least=0)


def choice(name: str, meaning: str, choices: tuple[str, ...], required: bool = False) -> Column:
    """A column of a closed list of words, read whatever the case."""
    return Column(name, Kind.CHOICE, meaning, choices[0], required, choices)


def grade(name: str, meaning: str, required: bool = False, old: bool = False) -> Column:
    """A column of grades; with `old` also those given before 2013."""
    choices = GRADES + OLD_GRADES if old else GRADES
    return Column(name, Kind.CHOICE, meaning, "good", required, choices, tuple(GRADE_ALIASES.items()))


def reference(name: str, meaning: str, known: Known, example: str, required: bool = False) -> Column:
    """A column that names an id of the configuration."""
    return Column(name, Kind.REFERENCE, meaning, example, required, known=known)
