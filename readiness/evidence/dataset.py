"""A dataset folder: what it says of itself, every table as read, and every problem found."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from readiness.config.models import Config
from readiness.evidence.context import Context, ReadTable, make_context
from readiness.evidence.description import DatasetDescription, read_description
from readiness.evidence.meeting_order import own_meeting
from readiness.evidence.nearest import did_you_mean
from readiness.evidence.read import read_table
from readiness.evidence.schema import Table
from readiness.evidence.tables import TABLES
from readiness.problems import Code, Problem, UserError

__all__ = ["Dataset", "DatasetDescription", "ReadTable", "read_dataset"]


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """One dataset as read. `id` is the folder's name; `tables` has every table of the schema, by name."""

    id: str
    folder: Path
    description: DatasetDescription
    tables: Mapping[str, ReadTable]
    problems: tuple[Problem, ...]

    @property
    def set_aside(self) -> int:
        """How many rows of all tables are not used."""
        return sum(table.set_aside for table in self.tables.values())


def read_dataset(folder: Path, config: Config) -> Dataset:
    """Read every table of a dataset folder and check it against the configuration.

    Rows that break a rule are set aside and explained in `problems`. Raises UserError only where the
    folder or its dataset.yaml is missing or wrong. Changes no file.
    """
    description = read_description(folder, config)
    tables: dict[str, ReadTable] = {}
    context = make_context(config, tables)
    problems = [*read_tables(folder, TABLES.values(), context, tables), *_about_the_meeting(folder)]
    return Dataset(folder.resolve().name, folder, description, tables, tuple(problems))


def read_tables(
    folder: Path, wanted: Collection[Table], context: Context, tables: dict[str, ReadTable]
) -> list[Problem]:
    """Read these tables of a folder, parents first, into `tables`; returns every problem found."""
    problems = list(_about_other_files(folder, {table.file for table in wanted}))
    for table in wanted:
        tables[table.name], found = read_table(folder, table, context)
        problems += found
    return problems


def _about_other_files(folder: Path, known: Collection[str]) -> Iterator[Problem]:
    """A warning for every CSV file that is no table: it may be one under a mistyped name."""
    for path in sorted(folder.iterdir()):
        if path.suffix.casefold() == ".csv" and path.name not in known:
            hint = did_you_mean(path.name, known)
            message = f"No table has this name, so the file is not read.{hint}"
            yield Problem(path.name, None, None, None, message, Code.FILE_UNREADABLE, "warning")


def _about_the_meeting(folder: Path) -> Iterable[Problem]:
    """What is wrong with the authority's own order of a meeting; the Meeting page can't open until it is put right."""
    try:
        own_meeting(folder)
    except UserError as error:
        return error.problems
    return ()
