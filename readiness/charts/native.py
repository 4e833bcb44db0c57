"""What a chart plots, without how it is drawn: categories and series that a slide or a workbook draws as its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Literal

Kind = Literal["bars", "stacked bars", "columns", "stacked columns", "lines"]
"""Bars lie, columns stand; stacked ones add up."""
Stroke = Literal["solid", "dot", "dash", "long dash", "dash dot", "long dash dot"]
"""How a thin line is drawn: lines of one chart are told apart by it, and not by their colour alone."""
Mark = Literal["diamond", "square"]


@dataclass(frozen=True, slots=True)
class PlotSeries:
    """One named series: a value per category, None where there is none. `colour` is one of palette.py, as #rrggbb.

    `thin` is how a line is drawn that is no measurement: a limit, a target, a comparison; None for a measurement.
    `marks` is the shape of points without a line.
    `ends` are the lower and upper end of each value's interval or range; empty where none is drawn.
    """

    name: str
    values: tuple[float | None, ...]
    colour: str
    thin: Stroke | None = None
    marks: Mark | None = None
    ends: tuple[tuple[float, float] | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Plot:
    """A chart as figures, for an editable chart in a file.

    Every series has as many values as there are `categories`, in the same order. `unit` is said on the value axis;
    `low` and `high` are its ends (None: as the figures ask); `decimals` are those shown. What may not leave the screen
    as a file (counts of 1 to 4 children) is None here, and the chart's `protected` table says so.

    `subtitle` and `how_to_read` are the chart's own where the file draws it otherwise than the page; else empty.
    """

    kind: Kind
    categories: tuple[str, ...]
    series: tuple[PlotSeries, ...]
    unit: str
    low: float | None = None
    high: float | None = None
    decimals: int = 0
    subtitle: str = ""
    how_to_read: str = ""

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


def alone(each: PlotSeries) -> bool:
    """Whether a value of a line stands between two gaps, so that no line leads to it."""
    held = [value is not None for value in (None, *each.values, None)]
    return any(
        here and not (before or after) for before, here, after in zip(held, held[1:], held[2:], strict=False)
    )


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
