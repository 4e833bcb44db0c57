"""The part of a slide that has a chart: its finding and what is plotted, its reading, and the points beside it."""

from dataclasses import dataclass, replace
from typing import Any, Self

from readiness.charts.figure import Chart
from readiness.charts.native import Plot, PlotSeries, by_category
from readiness.packs.chart_words import own_finding
from readiness.packs.number_formats import figure_words
from readiness.packs.slide_chart import add_chart
from readiness.packs.slide_parts import MUTED, add_points, add_text
from readiness.packs.slide_room import Room
from readiness.packs.text import LINE, clean, cut_to_lines, line_count
from readiness.story.message import Message

CHART_PART, BESIDE = 0.62, 28.0
"""The part of the width that a chart takes beside points, and the points of room between the two."""
FINDING, CAPTION, READING = 14.0, 12.0, 13.0
MOST_TOLD = 24
"""Up to so many figures of bars are told to a screen reader one by one."""


def drawn(chart: Chart | None) -> Plot | None:
    """What of a chart can be drawn as an own chart of the file: None where no figure may be shown."""
    return chart.native if chart and chart.native and chart.native.held else None


def add_charted(slide: Any, body: Room, message: Message, chart: Chart, plot: Plot) -> list[str]:  # noqa: ANN401
    """The chart to the left with its finding and what is plotted above it, its reading below; points to the right.

    Answers what had no room, for the notes.
    """
    wide = body.width * CHART_PART if message.points else body.width
    reading = "" if chart.reading in message.points else chart.reading
    column = replace(body, width=wide)
    finding = _Passage.cut(own_finding(message, chart), column, FINDING, 2)
    caption = _Passage.cut(chart.file_subtitle, column, CAPTION, 2)
    told = _Passage.cut(reading, column, READING, 2)
    top = finding.add(slide, column, "Finding of the chart", bold=True)
    top = caption.add(slide, replace(column, top=top), "What is plotted", colour=MUTED)
    room = replace(column, top=top, height=body.bottom - top - told.height)
    add_chart(slide, plot, room, "Chart", chart_alt(message, chart, plot))
    told.add(slide, replace(column, top=room.bottom + 4), "Reading")
    beside = replace(body, left=body.left + wide + BESIDE, width=body.width - wide - BESIDE)
    left = add_points(slide, message.points, beside)[1] if message.points else []
    return [*left, *(each.words for each in (finding, caption, told) if each.words != each.shown)]


@dataclass(frozen=True)
class _Passage:
    """A few lines of one size: their words, what of them is shown, and the height that they take."""

    words: str
    shown: str
    size: float
    height: float

    @classmethod
    def cut(cls, text: str, room: Room, size: float, most: int) -> Self:
        """Of a text at most so many lines."""
        words = clean(text)
        shown = cut_to_lines(words, room.words, size, most)
        high = line_count(shown, room.words, size) * size * LINE + 4 if shown else 0.0
        return cls(words, shown, size, high)

    def add(self, slide: Any, room: Room, name: str, **look: Any) -> float:  # noqa: ANN401
        """Put it at the top of a room; answers where it ends."""
        if self.shown:
            add_text(slide, [self.shown], replace(room, height=self.height), self.size, name, **look)
        return room.top + self.height


def chart_alt(message: Message, chart: Chart, plot: Plot) -> str:
    """What a screen reader says of a chart: its finding, what is plotted, what its series are, and its figures."""
    found = own_finding(message, chart) or message.title.rstrip(".")
    kind = "Line chart" if plot.kind == "lines" else "Bar chart"
    series = ", ".join(each.name for each in plot.series)
    plotted = chart.file_subtitle.rstrip(".")
    return f"{found}. {kind}: {plotted}. Series: {series}. {_figures(plot)}"


def _figures(plot: Plot) -> str:
    """The figures of few bars; of many the axis; of lines its ends and the last figure of each."""
    if plot.kind == "lines":
        ends = [_last_words(plot, each) for each in plot.series if any(v is not None for v in each.values)]
        return f"Along the axis: {plot.categories[0]} to {plot.categories[-1]}. Last: {'; '.join(ends)}."
    if len(plot.held) > MOST_TOLD:
        return f"Along the axis: {', '.join(plot.categories)}."
    rows = (
        f"{name} {', '.join(figure_words(value, plot) for value in values if value is not None) or 'no figure'}"
        for name, values in zip(plot.categories, by_category(plot), strict=True)
    )
    return f"{'; '.join(rows)}."


def _last_words(plot: Plot, each: PlotSeries) -> str:
    at, value = [held for held in enumerate(each.values) if held[1] is not None][-1]
    return f"{each.name} {figure_words(value, plot)}, {plot.categories[at]}"
