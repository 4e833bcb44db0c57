"""A chart of the house as one of PowerPoint's own: its figures can be opened and edited like any other."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LEGEND_POSITION,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.oxml.ns import qn
from pptx.util import Pt
from xlsxwriter import Workbook

from readiness.charts.native import Plot, one_each
from readiness.packs.number_formats import number_format
from readiness.packs.plot_days import days_of, months_apart
from readiness.packs.slide_parts import MUTED, describe, rgb
from readiness.packs.slide_room import INK, Room, place
from readiness.packs.slide_series import TEXT, draw_bars, draw_lines
from readiness.packs.slide_xml import child
from readiness.packs.text import clean, shortened

KINDS = {
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
    "stacked bars": XL_CHART_TYPE.BAR_STACKED,
    "columns": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "stacked columns": XL_CHART_TYPE.COLUMN_STACKED,
    "lines": XL_CHART_TYPE.LINE_MARKERS,
}
ALONE = {"stacked bars": "bars", "stacked columns": "columns"}
"""Stacks with one figure only in each category are drawn side by side, so that labels stand outside."""
GRID = "#d9dde1"
LEGEND = 12
LONGEST_NAME = 60


class _Writer(CategoryWorkbookWriter):
    """The figures behind a chart, in which text that begins like a formula or an address stays text."""

    @contextmanager
    def _open_worksheet(self, xlsx_file: BytesIO) -> Generator[tuple[Any, Any]]:
        plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        workbook = Workbook(xlsx_file, plain)
        yield workbook, workbook.add_worksheet()
        workbook.close()


class _Data(CategoryChartData):
    """Categories and series whose workbook keeps text as text."""

    def __init__(self, number_format: str) -> None:
        super().__init__(number_format=number_format)
        self.__dict__["_workbook_writer"] = _Writer(self)


def add_chart(slide: Any, plot: Plot, room: Room, name: str, alt: str) -> Any:  # noqa: ANN401
    """The plot in a room of a slide. A value that there is none of is a gap."""
    alone = plot.kind in ALONE and one_each(plot)
    kind = ALONE[plot.kind] if alone else plot.kind
    frame = slide.shapes.add_chart(KINDS[kind], 0, 0, 1, 1, _data(plot))
    place(frame, room)
    describe(frame, name, alt)
    chart = frame.chart
    chart.font.size, chart.font.color.rgb, chart.has_title = Pt(TEXT), rgb(INK), False
    _legend(chart, plot)
    _axes(chart, plot)
    if plot.kind == "lines":
        draw_lines(chart, plot)
    else:
        draw_bars(chart, plot, stacked=kind.startswith("stacked"), alone=alone)
    _gaps(chart)
    _number_axes(chart)
    return chart


def _data(plot: Plot) -> CategoryChartData:
    data = _Data(number_format=number_format(plot))
    data.categories = days_of(plot) or [
        shortened(clean(each), LONGEST_NAME) or "-" for each in plot.categories
    ]
    for each in plot.series:
        data.add_series(shortened(clean(each.name), LONGEST_NAME), each.values)
    return data


def _legend(chart: Any, plot: Plot) -> None:  # noqa: ANN401
    chart.has_legend = len(plot.series) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
        chart.legend.font.size, chart.legend.font.color.rgb = Pt(LEGEND), rgb(INK)


def _axes(chart: Any, plot: Plot) -> None:  # noqa: ANN401
    names, values = chart.category_axis, chart.value_axis
    values.minimum_scale, values.maximum_scale = plot.low, plot.high
    values.has_minor_gridlines = False
    values.major_gridlines.format.line.color.rgb = rgb(GRID)
    values.format.line.fill.background()
    values.major_tick_mark = names.major_tick_mark = XL_TICK_MARK.NONE
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = (
        number_format(plot, axis=True),
        False,
    )
    if (plot.low, plot.high) == (0, 100):
        values.major_unit = 20
    values.tick_labels.font.size = names.tick_labels.font.size = Pt(TEXT)
    values.tick_labels.font.color.rgb = names.tick_labels.font.color.rgb = rgb(INK)
    names.format.line.color.rgb = rgb(MUTED)
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.has_major_gridlines = False
    if plot.kind.endswith("bars"):
        names.reverse_order = True
    _level_names(names)
    if days := days_of(plot):
        _time(names, days)
    _unit(values, plot)


def _unit(values: Any, plot: Plot) -> None:  # noqa: ANN401
    """The unit on the value axis, but for a per cent sign, which stands on every tick."""
    values.has_title = plot.unit not in ("percent", "")
    if values.has_title:
        frame = values.axis_title.text_frame
        frame.text = clean(plot.unit[:1].upper() + plot.unit[1:])
        font = frame.paragraphs[0].runs[0].font if frame.paragraphs[0].runs else frame.paragraphs[0].font
        font.size, font.bold, font.color.rgb = Pt(TEXT), False, rgb(MUTED)


def _level_names(axis: Any) -> None:  # noqa: ANN401
    """Names stand level: nobody turns their head in a meeting."""
    body = axis._element.find(qn("c:txPr")).find(qn("a:bodyPr"))
    body.set("rot", "0")
    body.set("vert", "horz")


def _time(axis: Any, days: Sequence[date]) -> None:  # noqa: ANN401
    """An axis of days on which every so-manieth month is named."""
    every = months_apart(days)
    element = axis._element
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "mmm yyyy", False
    for tag in ("c:baseTimeUnit", "c:majorUnit", "c:majorTimeUnit", "c:minorUnit", "c:minorTimeUnit"):
        for held in element.findall(qn(tag)):
            element.remove(held)
    for tag, value in (
        ("c:baseTimeUnit", "days"),
        ("c:majorUnit", str(every)),
        ("c:majorTimeUnit", "months"),
    ):
        child(element, tag, val=value)


def _gaps(chart: Any) -> None:  # noqa: ANN401
    """Where there is no figure there is a gap, not a nought."""
    inner = chart._chartSpace.find(qn("c:chart"))
    blanks = inner.find(qn("c:dispBlanksAs"))
    if blanks is None:
        blanks = child(inner, "c:dispBlanksAs")
    blanks.set("val", "gap")


def _number_axes(chart: Any) -> None:  # noqa: ANN401
    """Axes are numbered from 1: the numbers that the library gives them are negative, which the standard forbids."""
    numbers: dict[str, str] = {}
    for named in chart._chartSpace.iter(qn("c:axId"), qn("c:crossAx")):
        named.set("val", numbers.setdefault(named.get("val"), str(len(numbers) + 1)))
