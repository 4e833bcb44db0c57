"""Reading the national folder: the same promises as for a dataset, and nothing where there is no folder."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from readiness.config.models import Config
from readiness.evidence.context import ReadTable, make_context
from readiness.evidence.dataset import read_tables
from readiness.evidence.read import empty_table
from readiness.national.tables import NATIONAL_TABLES
from readiness.problems import Problem


@dataclass(frozen=True, slots=True, eq=False)
class National:
    """What is published about every authority, as read. `tables` has every table of the schema, by name.

    Each frame has the columns of its table and `line`, the line of the file a row begins on; figures have
    `figure` too: the value, else numerator over denominator in the indicator's unit.
    """

    tables: Mapping[str, ReadTable]
    problems: tuple[Problem, ...] = ()

    @classmethod
    def none(cls) -> "National":
        """The national picture of an installation that keeps none: every table empty."""
        return cls({name: empty_table(table) for name, table in NATIONAL_TABLES.items()})

    @property
    def sources(self) -> pd.DataFrame:
        """The publications."""
        return self.tables["sources"].rows

    @property
    def authorities(self) -> pd.DataFrame:
        """The authorities, abolished ones with their last day in `until`."""
        return self.tables["authorities"].rows

    @property
    def neighbours(self) -> pd.DataFrame:
        """The statistical neighbours of each authority."""
        return self.tables["neighbours"].rows

    @property
    def judgements(self) -> pd.DataFrame:
        """The judgements, a row for each area of each inspection."""
        return self.tables["judgements"].rows

    @property
    def figures(self) -> pd.DataFrame:
        """The figures, a row for each indicator, period and authority."""
        return self.tables["figures"].rows


def read_national(folder: Path, config: Config) -> National:
    """Read the national folder and check it against the configuration. Never raises, and changes no file.

    Rows that break a rule are set aside and explained in `problems`. A folder that is not there is
    `National.none()`.
    """
    if not folder.is_dir():
        return National.none()
    tables: dict[str, ReadTable] = {}
    problems = read_tables(folder, NATIONAL_TABLES.values(), make_context(config, tables), tables)
    return National(tables, tuple(problems))
