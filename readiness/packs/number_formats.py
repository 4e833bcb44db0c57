"""How figures of a chart or a table are written in files of Office: with their unit, decimals and sign."""

from readiness.charts.native import Plot
from readiness.wording import in_unit, plain_number, signed

CHANGE = "points"
SMALLEST_LABELLED = 6
"""Percent: a slice of a column that is thinner has no room for its figure."""


def number_format(plot: Plot, *, axis: bool = False, small_left_out: bool = False) -> str:
    """The format of a plot's figures. Those of an axis have no more decimals than they need.

    `small_left_out` leaves the figures of thin slices out, which have no room for them.
    """
    whole = "#,##0.0" if plot.decimals and not axis else "#,##0"
    if axis and plot.decimals and _narrow(plot):
        whole = "#,##0.0"
    if plot.unit == "percent":
        whole = f'{whole}"%"'
    if _is_a_change(plot):
        return f"+{whole};−{whole};{whole}"
    return f'[<{SMALLEST_LABELLED}]"";{whole}' if small_left_out else whole


def figure_words(value: float | None, plot: Plot) -> str:
    """A figure of a plot as people read it; empty where there is none."""
    if value is None:
        return ""
    if _is_a_change(plot):
        return signed(value) if round(value, 1) or not value else "under 0.1"
    return in_unit(value, plot.unit) if plot.unit in ("percent", "days") else plain_number(value)


def _is_a_change(plot: Plot) -> bool:
    """Whether figures are told with their sign: points that were added or taken away."""
    return plot.unit.lower() == CHANGE or any(value < 0 for value in plot.held)


def _narrow(plot: Plot) -> bool:
    """Whether the axis covers so little that whole numbers would repeat."""
    low = min(plot.held, default=0.0) if plot.low is None else plot.low
    high = max(plot.held, default=0.0) if plot.high is None else plot.high
    return high - low < 6
