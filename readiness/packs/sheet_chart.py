"""A plot as a chart of Excel's own, over figures that stand in its sheet."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from xlsxwriter import Workbook

from readiness.charts.native import Plot, PlotSeries, Stroke, alone
from readiness.charts.palette import DARK_GROUND, LIGHT_GROUND
from readiness.packs.number_formats import number_format
from readiness.packs.plot_days import days_of, months_apart
from readiness.wording import upper_first

MONTH_FORMAT = "mmm yyyy"
KINDS: Mapping[str, Mapping[str, str]] = {
    "bars": {"type": "bar"},
    "stacked bars": {"type": "bar", "subtype": "stacked"},
    "columns": {"type": "column"},
    "stacked columns": {"type": "column", "subtype": "stacked"},
    "lines": {"type": "line"},
}
DASHES: Mapping[Stroke, str] = {
    "solid": "solid",
    "dot": "round_dot",
    "dash": "dash",
    "long dash": "long_dash",
    "dash dot": "dash_dot",
    "long dash dot": "long_dash_dot",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where the figures of a chart stand: the sheet, the row of their headings, the column of the categories."""

    sheet: str
    row: int
    column: int


def chart_of(book: Workbook, plot: Plot, place: Place) -> Any:  # noqa: ANN401
    """A chart over the figures at a place; a column for each series follows that of the categories."""
    chart: Any = book.add_chart(dict(KINDS[plot.kind]))
    name, head, at, last = place.sheet, place.row, place.column, place.row + len(plot.categories)
    for number, each in enumerate(plot.series, 1):
        chart.add_series(
            {
                "name": [name, head, at + number],
                "categories": [name, head + 1, at, last, at],
                "values": [name, head + 1, at + number, last, at + number],
                **_drawn(each, plot),
            }
        )
    _finish(chart, plot)
    return chart


def _drawn(each: PlotSeries, plot: Plot) -> dict[str, Any]:
    if plot.kind != "lines":
        drawn = {"fill": {"color": each.colour}, "border": {"none": True}, "gap": 55, **_overlap(plot)}
        return drawn | ({"y_error_bars": _reach(each)} if any(each.ends) else {})
    if each.marks:
        mark = {"type": each.marks, "size": 8, "fill": {"color": each.colour}, "border": {"none": True}}
        return {"line": {"none": True}, "marker": mark}
    line = {"color": each.colour, "width": 1.5 if each.thin else 2.5}
    filled = {"fill": {"color": each.colour}, "border": {"none": True}}
    if each.thin:
        mark = {"type": "long_dash", "size": 8, **filled} if alone(each) else {"type": "none"}
        return {"line": {**line, "dash_type": DASHES[each.thin]}, "marker": mark}
    return {"line": line, "marker": {"type": "circle", "size": 4, **filled}}


def _reach(each: PlotSeries) -> dict[str, Any]:
    """How far every value's interval or range reaches to either side."""
    pairs = list(zip(each.values, each.ends, strict=True))
    up, down = (
        [abs(ends[side] - value) if ends and value is not None else 0 for value, ends in pairs]
        for side in (1, 0)
    )
    return {
        "type": "custom",
        "plus_values": up,
        "minus_values": down,
        "line": {"color": DARK_GROUND, "width": 1.25},
    }


def _overlap(plot: Plot) -> dict[str, int]:
    return {"overlap": 100} if plot.kind.startswith("stacked") else {}


def _time(plot: Plot) -> dict[str, Any]:
    """An axis of days, where the categories are such."""
    days = days_of(plot)
    if not days:
        return {}
    every = {"major_unit": months_apart(days), "major_unit_type": "months"}
    return {"date_axis": True, "num_format": MONTH_FORMAT, **every}


def _finish(chart: Any, plot: Plot) -> None:  # noqa: ANN401
    values = {
        "min": plot.low,
        "max": plot.high,
        "num_format": number_format(plot, axis=True),
        "name": "" if plot.unit == "percent" else upper_first(plot.unit),
        "name_font": {"bold": False},
        "major_gridlines": {"visible": True, "line": {"color": "#d9dde1"}},
        "line": {"none": True},
    }
    names: dict[str, Any] = {"label_position": "low", "num_font": {"rotation": 0}}
    if plot.kind.endswith("bars"):
        chart.set_y_axis({**names, "reverse": True})
        chart.set_x_axis({**values, "label_position": "high"})
    else:
        chart.set_x_axis({**names, **_time(plot)})
        chart.set_y_axis(values)
    chart.show_blanks_as("gap")
    chart.set_legend({"position": "bottom"} if len(plot.series) > 1 else {"none": True})
    chart.set_title({"none": True})
    chart.set_chartarea({"border": {"none": True}, "fill": {"color": LIGHT_GROUND}})
    chart.set_size({"width": 720, "height": 400})
