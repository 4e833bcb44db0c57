"""What a chart plots, without how it is drawn: categories and series that a slide or a workbook draws as its own."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["bars", "stacked bars", "columns", "stacked columns", "lines"]
"""Bars lie, columns stand; stacked ones add up."""


@dataclass(frozen=True, slots=True)
class PlotSeries:
    """One named series: a value per category, None where there is none. `colour` is one of palette.py, as #rrggbb.

    `dashed` is a line that is no measurement: a limit, a target, a comparison.
    """

    name: str
    values: tuple[float | None, ...]
    colour: str
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Plot:
    """A chart as figures, for an editable chart in a file.

    Every series has as many values as there are `categories`, in the same order. `unit` is said on the value axis;
    `low` and `high` are its ends (None: as the figures ask); `decimals` are those shown. What may not leave the screen
    as a file (counts of 1 to 4 children) is None here, and the chart's `protected` table says so.
    """

    kind: Kind
    categories: tuple[str, ...]
    series: tuple[PlotSeries, ...]
    unit: str
    low: float | None = None
    high: float | None = None
    decimals: int = 0

    def __post_init__(self) -> None:
        wrong = [each.name for each in self.series if len(each.values) != len(self.categories)]
        if wrong:
            raise ValueError(
                f"{', '.join(wrong)}: a value for each of {len(self.categories)} categories is needed"
            )
