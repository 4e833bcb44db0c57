"""What the rows of a table are checked against: the ids of the configuration and the tables read before."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from readiness.config.models import Config
from readiness.evidence.columns import Known

OVERALL = "overall"
"""What the area of a judgement is called where it is about all areas together."""


@dataclass(frozen=True, slots=True, eq=False)
class ReadTable:
    """One table as read. `rows` are those used; `read` counts every row with something in it.

    `rows` has every column of the schema and `line`, the line of the file (from 1) on which the row begins.
    """

    name: str
    rows: pd.DataFrame
    read: int
    set_aside: int

    @property
    def used(self) -> int:
        """How many rows are used: those read less those set aside."""
        return len(self.rows)


@dataclass(frozen=True, slots=True)
class Context:
    """`ids` a reference may name; `units` of indicators; `areas` of each framework; `tables` read so far."""

    ids: Mapping[Known, frozenset[str]]
    units: Mapping[str, str]
    areas: Mapping[str, frozenset[str]]
    tables: Mapping[str, ReadTable]


def make_context(config: Config, tables: Mapping[str, ReadTable]) -> Context:
    """The context that a configuration gives. `tables` may fill up while they are read."""
    frameworks = config.frameworks.values()
    areas = {one.id: frozenset(area.id for area in one.areas) for one in frameworks}
    indicators = frozenset(config.indicators)
    ids = {
        Known.INDICATOR: indicators,
        Known.FRAMEWORK: frozenset(config.frameworks),
        Known.CRITERION: config.criterion_ids,
        Known.AREA: frozenset().union(*areas.values()),
        Known.ANY: indicators | config.criterion_ids,
        Known.PRE_INSPECTION_ITEM: frozenset(
            item.id for one in frameworks for item in one.pre_inspection_items
        ),
    }
    units = {indicator.id: indicator.unit for indicator in config.indicators.values()}
    return Context(ids, units, areas, tables)
