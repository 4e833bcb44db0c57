"""How the lines, bars and columns of a slide's chart look: colours, marks, dashes, figures beside them, intervals."""

from collections.abc import Mapping
from typing import Any

from pptx.enum.chart import XL_LABEL_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn
from pptx.util import Pt

from readiness.charts.native import Plot, PlotSeries, Stroke, alone
from readiness.charts.palette import LIGHT_GROUND
from readiness.packs.number_formats import number_format
from readiness.packs.slide_parts import rgb
from readiness.packs.slide_room import INK
from readiness.packs.slide_xml import child, element_of, fill

TEXT, LABEL = 12, 14
ROOM_FOR_FIGURE = 0.15
"""The part of the axis that a bar must cover to have room for its figure inside."""
MOST_LABELS = 28
"""Up to so many bars carry their figure; on more, labels would touch."""
MARKER_UP_TO = 40
"""Points of a line up to which its marks are large."""

DASHES: Mapping[Stroke, MSO_LINE] = {
    "solid": MSO_LINE.SOLID,
    "dot": MSO_LINE.ROUND_DOT,
    "dash": MSO_LINE.DASH,
    "long dash": MSO_LINE.LONG_DASH,
    "dash dot": MSO_LINE.DASH_DOT,
    "long dash dot": MSO_LINE.LONG_DASH_DOT,
}


def draw_lines(chart: Any, plot: Plot) -> None:  # noqa: ANN401
    """Lines with a mark at every point, thin ones without, and the figure of each line's last point beside it."""
    for line, each in zip(chart.plots[0].series, plot.series, strict=True):
        line.smooth = False
        if each.marks:
            _marks(line, each)
        else:
            _line(line, each)
        if not each.thin and not each.marks:
            _label_last(line, each, plot)


def _marks(line: Any, each: PlotSeries) -> None:  # noqa: ANN401
    line.format.line.fill.background()
    shape = XL_MARKER_STYLE.SQUARE if each.marks == "square" else XL_MARKER_STYLE.DIAMOND
    line.marker.style, line.marker.size = shape, 10
    _fill_marker(line, each.colour)


def _line(line: Any, each: PlotSeries) -> None:  # noqa: ANN401
    line.format.line.color.rgb = rgb(each.colour)
    line.format.line.width = Pt(1.75 if each.thin else 3)
    if each.thin:
        line.format.line.dash_style = DASHES[each.thin]
    # A point that stands alone draws no line, so it must have a mark.
    if each.thin and not alone(each):
        line.marker.style = XL_MARKER_STYLE.NONE
        return
    line.marker.style = XL_MARKER_STYLE.DASH if each.thin else XL_MARKER_STYLE.CIRCLE
    line.marker.size = 10 if each.thin else 6 if len(each.values) <= MARKER_UP_TO else 3
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


def draw_bars(chart: Any, plot: Plot, *, stacked: bool, alone: bool) -> None:  # noqa: ANN401
    """Bars or columns in their colours, with figures where there is room, and intervals through their ends."""
    drawn = chart.plots[0]
    drawn.gap_width, drawn.overlap = 55, 100 if stacked or alone else -5
    for bar, each in zip(drawn.series, plot.series, strict=True):
        bar.format.fill.solid()
        bar.format.fill.fore_color.rgb = rgb(each.colour)
        bar.invert_if_negative = False
        if any(each.ends):
            _ends(bar._element, each)
    labelled = len(plot.held) <= MOST_LABELS
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
