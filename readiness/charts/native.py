"""What a chart plots, without how it is drawn: categories and series that a slide or a workbook draws as its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Literal

Kind = Literal["bars", "stacked bars", "columns", "stacked columns", "lines"]
"""Bars lie, columns stand; stacked ones add up."""


@dataclass(frozen=True, slots=True)
class PlotSeries:
    """One named series: a value per category, None where there is none. `colour` is one of palette.py, as #rrggbb.

    `dashed` is a line that is no measurement: a limit, a target, a comparison. `marks` are points without a line.
    `ends` are the lower and upper end of each value's interval or range; empty where none is drawn.
    """

    name: str
    values: tuple[float | None, ...]
    colour: str
    dashed: bool = False
    marks: bool = False
    ends: tuple[tuple[float, float] | None, ...] = ()


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

    @property
    def held(self) -> tuple[float, ...]:
        """Every value that there is, of all series."""
        return tuple(value for each in self.series for value in each.values if value is not None)

    def __post_init__(self) -> None:
        number = len(self.categories)
        wrong = [
            each.name
            for each in self.series
            if len(each.values) != number or (each.ends and len(each.ends) != number)
        ]
        if wrong:
            raise ValueError(f"{', '.join(wrong)}: a value for each of {number} categories is needed")


def by_category(plot: Plot) -> tuple[tuple[float | None, ...], ...]:
    """The values of every category, in the order of the series."""
    return tuple(zip(*(each.values for each in plot.series), strict=True))


def one_each(plot: Plot) -> bool:
    """Whether no category has values of two series."""
    return all(sum(value is not None for value in values) <= 1 for values in by_category(plot))


def round_ends(values: Iterable[float | None]) -> tuple[float | None, float | None]:
    """The ends of an axis around these values at round numbers, not below nought unless they are; None for none."""
    held = [value for value in values if value is not None]
    if not held:
        return None, None
    low, high = min(held), max(held)
    step = _round_step((high - low) or abs(high) or 1.0)
    below = floor(low / step) * step
    return (below if low - below > step / 4 or not below else below - step), ceil(high / step) * step


def _round_step(span: float) -> float:
    """A fifth of a span, up to 1, 2 or 5 times a power of ten."""
    power = 10.0 ** floor(log10(span / 5))
    return next(each * power for each in (1, 2, 5, 10) if each * power >= span / 5 - 1e-12)


def decimals_of(values: Iterable[float | None]) -> int:
    """The decimals that figures are shown with (as `wording.plain_number` does): none where all are whole, else one."""
    return int(any(value is not None and round(value, 1) % 1 for value in values))
