"""What a table is: its file, columns, key, parent, the order of its dates; and the columns many share."""

from dataclasses import dataclass

from readiness.evidence.columns import Column, Known, day, figure, number, reference, text


@dataclass(frozen=True, slots=True)
class Parent:
    """`column` names a row of another table; a row whose parent is absent or set aside is set aside.

    `heading` is what the parent's own column is called where that differs. With `not_before`, a date of the
    child (first) may not be earlier than a date of the parent (second).
    """

    column: str
    table: str
    not_before: tuple[str, str] | None = None
    heading: str | None = None

    @property
    def named(self) -> str:
        """The column of the parent that holds the names."""
        return self.heading or self.column


@dataclass(frozen=True, slots=True)
class Table:
    """One CSV file: its columns, the key that makes a row unique (None: no key), its parents, what it means.

    `published_after` names the date that `published` may not come before. `in_order` are pairs of dates
    whose order is only worth a warning. `figure` names the column that holds a figure of an indicator.
    `at_most` names a number that may not be more than another.
    """

    name: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] | None
    parents: tuple[Parent, ...] = ()
    published_after: str | None = None
    in_order: tuple[tuple[str, str], ...] = ()
    figure: str | None = None
    at_most: tuple[str, str] | None = None

    @property
    def file(self) -> str:
        """The name of its file in the dataset folder."""
        return f"{self.name}.csv"

    @property
    def required(self) -> tuple[str, ...]:
        """The columns that every row must fill."""
        return tuple(column.name for column in self.columns if column.required)

    @property
    def headings(self) -> tuple[str, ...]:
        """Every heading, in order."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        """The column of this name; KeyError where there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


CRITERION = "Criterion it speaks of, or a judgement area, which stands for all of its criteria"
INDICATOR = reference(
    "indicator", "Indicator it measures", Known.INDICATOR, "re-referrals-12m", required=True
)


def criterion(required: bool = True) -> Column:
    """The column that ties a row to a criterion or an area of any configured framework."""
    return reference("criterion", CRITERION, Known.CRITERION, "front-door", required)


def source(required: bool = False) -> Column:
    """The column that says where a row comes from."""
    return text("source", "Where it comes from", "Children in need census 2025", required)


VALUE = figure("value", "The figure, in the indicator's unit (percentages 0 to 100)", "18.5")
NUMERATOR = number("numerator", "How many of the denominator; with it the value may be left out", "37")
DENOMINATOR = number("denominator", "Out of how many; above 0", "200", above=0)
PUBLISHED = day("published", "Day from which it could be known", "2025-05-16")
