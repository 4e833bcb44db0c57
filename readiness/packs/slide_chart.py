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
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn
from pptx.util import Pt
from xlsxwriter import Workbook

from readiness.charts.native import Plot, PlotSeries, one_each
from readiness.charts.palette import LIGHT_GROUND
from readiness.packs.number_formats import number_format
from readiness.packs.plot_days import days_of, months_apart
from readiness.packs.slide_design import INK, Room, place
from readiness.packs.slide_parts import MUTED, describe, rgb
from readiness.packs.slide_xml import child, element_of, fill
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
TEXT, LABEL, LEGEND = 12, 14, 11
ROOM_FOR_FIGURE = 0.15
"""The part of the axis that a bar must cover to have room for its figure inside."""
MOST_LABELS = 14
"""Up to so many bars carry their figure; on more, labels would touch."""
LONGEST_NAME = 60
MARKER_UP_TO = 40


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
        _lines(chart, plot)
    else:
        _bars(chart, plot, stacked=kind.startswith("stacked"), alone=alone)
    _gaps(chart)
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


def _lines(chart: Any, plot: Plot) -> None:  # noqa: ANN401
    for line, each in zip(chart.plots[0].series, plot.series, strict=True):
        line.smooth = False
        if each.marks:
            _marks(line, each)
        else:
            _line(line, each)
        if not each.dashed and not each.marks:
            _label_last(line, each, plot)


def _marks(line: Any, each: PlotSeries) -> None:  # noqa: ANN401
    line.format.line.fill.background()
    line.marker.style, line.marker.size = XL_MARKER_STYLE.DIAMOND, 10
    _fill_marker(line, each.colour)


def _line(line: Any, each: PlotSeries) -> None:  # noqa: ANN401
    line.format.line.color.rgb = rgb(each.colour)
    line.format.line.width = Pt(1.5 if each.dashed else 3)
    if each.dashed:
        line.format.line.dash_style = MSO_LINE.DASH
        line.marker.style = XL_MARKER_STYLE.NONE
        return
    # A point that stands alone draws no line, so it must have a mark.
    line.marker.style = XL_MARKER_STYLE.CIRCLE
    line.marker.size = 6 if len(each.values) <= MARKER_UP_TO else 3
    _fill_marker(line, each.colour)


def _fill_marker(line: Any, colour: str) -> None:  # noqa: ANN401
    line.marker.format.fill.solid()
    line.marker.format.fill.fore_color.rgb = rgb(colour)
    line.marker.format.line.fill.background()


def _label_last(line: Any, each: PlotSeries, plot: Plot) -> None:  # noqa: ANN401
    """The figure of the last point beside it."""
    held = [index for index, value in enumerate(each.values) if value is not None]
    if not held:
        return
    label = line.points[held[-1]].data_label
    before = each.values[held[-2]] if len(held) > 1 else None
    falling = before is not None and before > (each.values[held[-1]] or 0.0)
    label.position = XL_LABEL_POSITION.BELOW if falling else XL_LABEL_POSITION.ABOVE
    label.font.size, label.font.bold, label.font.color.rgb = Pt(LABEL), True, rgb(INK)
    _show_value(label._get_or_add_dLbl(), plot)


def _show_value(label: Any, plot: Plot) -> None:  # noqa: ANN401
    """The value, and nothing else, in the format of the plot."""
    for tag, shown in (("showLegendKey", "0"), ("showVal", "1"), ("showCatName", "0"), ("showSerName", "0")):
        element = label.find(qn(f"c:{tag}"))
        if element is not None:
            element.set("val", shown)
    if label.find(qn("c:numFmt")) is None:
        written = element_of("c:numFmt", formatCode=number_format(plot), sourceLinked="0")
        label.insert_element_before(
            written, "c:spPr", "c:txPr", "c:dLblPos", "c:showLegendKey", "c:showVal", "c:showCatName"
        )


def _bars(chart: Any, plot: Plot, *, stacked: bool, alone: bool) -> None:  # noqa: ANN401
    drawn = chart.plots[0]
    drawn.gap_width, drawn.overlap = 55, 100 if stacked or alone else -5
    for bar, each in zip(drawn.series, plot.series, strict=True):
        bar.format.fill.solid()
        bar.format.fill.fore_color.rgb = rgb(each.colour)
        bar.invert_if_negative = False
        if any(each.ends):
            _ends(bar._element, each)
    labelled = len(plot.held) <= MOST_LABELS * 2
    ranged = any(any(each.ends) for each in plot.series)
    if plot.kind.endswith("bars"):  # of names that run downwards the high end is below
        chart.value_axis.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    if labelled:
        _label_bars(drawn, plot, inside=stacked or (ranged and _long_enough(plot)))
        if ranged:  # where the bar ends its interval is drawn
            drawn.data_labels.position = XL_LABEL_POSITION.INSIDE_BASE
    if labelled and not stacked and not ranged:  # every bar carries its figure, so the axis says nothing more
        chart.value_axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE
        chart.value_axis.has_major_gridlines = False


def _long_enough(plot: Plot) -> bool:
    """Whether every bar has room for its figure inside."""
    return min(map(abs, plot.held)) >= ROOM_FOR_FIGURE * max(plot.high or 0.0, *map(abs, plot.held))


def _label_bars(drawn: Any, plot: Plot, *, inside: bool) -> None:  # noqa: ANN401
    """Every bar with its figure: light inside it, dark beside it."""
    drawn.has_data_labels = True
    labels = drawn.data_labels
    stacked = drawn._element.find(qn("c:grouping")).get("val") == "stacked"
    labels.number_format, labels.number_format_is_linked = (
        number_format(plot, small_left_out=stacked),
        False,
    )
    labels.show_value = True
    labels.font.size, labels.font.bold = Pt(LABEL if len(plot.categories) <= 8 else TEXT), True
    labels.font.color.rgb = rgb(LIGHT_GROUND if inside else INK)
    labels.position = XL_LABEL_POSITION.CENTER if stacked else XL_LABEL_POSITION.OUTSIDE_END


def _ends(series: Any, each: PlotSeries) -> None:  # noqa: ANN401
    """The interval or range of every value as a line through the end of its bar."""
    bars = element_of("c:errBars")
    for tag, value in (("c:errBarType", "both"), ("c:errValType", "cust"), ("c:noEndCap", "0")):
        child(bars, tag, val=value)
    for tag, side in (("c:plus", 1), ("c:minus", 0)):
        reach = child(child(bars, tag), "c:numLit")
        child(reach, "c:formatCode").text = "General"
        child(reach, "c:ptCount", val=str(len(each.values)))
        for index, (value, ends) in enumerate(zip(each.values, each.ends, strict=True)):
            if value is not None and ends:
                point = child(reach, "c:pt", idx=str(index))
                child(point, "c:v").text = repr(abs(ends[side] - value))
    fill(child(child(bars, "c:spPr"), "a:ln", w=str(Pt(1.5))), INK)
    series.find(qn("c:cat")).addprevious(bars)


def _gaps(chart: Any) -> None:  # noqa: ANN401
    """Where there is no figure there is a gap, not a nought."""
    inner = chart._chartSpace.find(qn("c:chart"))
    blanks = inner.find(qn("c:dispBlanksAs"))
    if blanks is None:
        blanks = child(inner, "c:dispBlanksAs")
    blanks.set("val", "gap")
