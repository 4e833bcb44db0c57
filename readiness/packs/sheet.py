"""One sheet of a workbook: its title, a table with typed cells, and where there is one a chart of Excel's own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
from xlsxwriter import Workbook

from readiness.charts.native import Plot, PlotSeries
from readiness.charts.palette import DARK_GROUND, LIGHT_GROUND
from readiness.packs.cells import typed
from readiness.packs.imprint import Imprint
from readiness.packs.number_formats import number_format
from readiness.packs.text import clean, shortened
from readiness.wording import upper_first

HEAD = 3
"""The row (from 0) of the headings; above stand the title and what the file is."""
NARROWEST, WIDEST = 10, 60
LONGEST_CELL = 32_000
LONGEST_NAME = 31
NOT_IN_NAMES = str.maketrans("", "", "[]:*?/\\'")
A4, LONGEST_FOOTER = 9, 240
KINDS: Mapping[str, Mapping[str, str]] = {
    "bars": {"type": "bar"},
    "stacked bars": {"type": "bar", "subtype": "stacked"},
    "columns": {"type": "column"},
    "stacked columns": {"type": "column", "subtype": "stacked"},
    "lines": {"type": "line"},
}


@dataclass(frozen=True)
class Sheet:
    """A table of a workbook: the name of its sheet, what it holds, and the same figures as a plot, if any."""

    name: str
    title: str
    frame: pd.DataFrame
    plot: Plot | None = None


class SheetWriter:
    """Writes sheets into a book; formats are made once each."""

    def __init__(self, book: Workbook, about: Imprint, accent: str) -> None:
        self.book = book
        self.about = about
        self.head = book.add_format(
            {"bold": True, "bottom": 2, "bottom_color": accent, "text_wrap": True, "valign": "bottom",
             "font_color": DARK_GROUND}
        )  # fmt: skip
        self.title = book.add_format({"bold": True, "font_size": 14, "font_color": DARK_GROUND})
        self.note = book.add_format({"font_color": "#4b5560"})
        self._formats: dict[str, Any] = {}
        self._names: set[str] = {"contents"}

    def add(self, sheet: Sheet) -> str:
        """Write a sheet at the end of the book; answers the name it got."""
        name = self._name(sheet.name)
        written = self.book.add_worksheet(name)
        written.write_string(0, 0, shortened(clean(sheet.title), LONGEST_CELL), self.title)
        written.write_string(1, 0, clean(self.about.footer), self.note)
        widths = self._cells(written, sheet.frame)
        for column, width in enumerate(widths):
            written.set_column(column, column, width)
        if not sheet.frame.empty:
            last = len(sheet.frame.columns) - 1
            written.freeze_panes(HEAD + 1, 0)
            written.autofilter(HEAD, 0, HEAD + len(sheet.frame), last)
        if sheet.plot:
            self._chart(written, name, sheet, len(widths) + 1)
        self.set_page(written)
        return name

    def set_page(self, written: Any) -> None:  # noqa: ANN401
        """A4 across, as wide as the page, headings on every page, and at its foot what the file is."""
        written.set_paper(A4)
        written.set_landscape()
        written.fit_to_pages(1, 0)
        written.repeat_rows(HEAD)
        words = clean(self.about.footer).replace("&", "&&")
        written.set_footer(f"&L&8{words[:LONGEST_FOOTER]}&R&8&P / &N")
        written.hide_gridlines(2)

    def _name(self, wanted: str) -> str:
        """A name that Excel takes, and that no other sheet has."""
        base = clean(wanted).translate(NOT_IN_NAMES)[:LONGEST_NAME].strip() or "Sheet"
        name, number = base, 2
        while name.lower() in self._names:
            name, number = f"{base[: LONGEST_NAME - 4]} {number}", number + 1
        self._names.add(name.lower())
        return name

    def _cells(self, written: Any, frame: pd.DataFrame) -> list[int]:  # noqa: ANN401
        widths = []
        for column, heading in enumerate(frame.columns):
            words = clean(heading)
            written.write_string(HEAD, column, words, self.head)
            longest = max((len(word) for word in words.split()), default=0)
            for row, value in enumerate(frame.iloc[:, column].tolist(), HEAD + 1):
                longest = max(longest, self._cell(written, row, column, value))
            widths.append(min(max(longest + 2, NARROWEST), WIDEST))
        return widths

    def _cell(self, written: Any, row: int, column: int, value: object) -> int:  # noqa: ANN401
        """One cell as what it is; answers how many characters it takes."""
        kept, form = typed(value)
        if kept is None:
            return 0
        if isinstance(kept, date):
            written.write_datetime(row, column, kept, self.form(form))
            return 17
        if isinstance(kept, int | float):
            written.write_number(row, column, kept, self.form(form))
            return len(f"{kept:,.1f}")
        text = shortened(kept, LONGEST_CELL)
        written.write_string(row, column, text, self.form(""))
        return len(text)

    def form(self, number: str) -> Any:  # noqa: ANN401
        """The format with this number format; text wraps."""
        if number not in self._formats:
            about = {"num_format": number} if number else {"text_wrap": True}
            self._formats[number] = self.book.add_format({"valign": "top", **about})
        return self._formats[number]

    def _chart(self, written: Any, name: str, sheet: Sheet, column: int) -> None:  # noqa: ANN401
        """The plot as a chart beside its table, with its own figures behind it further to the right."""
        plot, at = sheet.plot, column + 12
        if plot is None:
            return
        self._figures(written, plot, at)
        chart: Any = self.book.add_chart(dict(KINDS[plot.kind]))
        last = HEAD + len(plot.categories)
        for number, each in enumerate(plot.series, 1):
            chart.add_series(
                {
                    "name": [name, HEAD, at + number],
                    "categories": [name, HEAD + 1, at, last, at],
                    "values": [name, HEAD + 1, at + number, last, at + number],
                    **_drawn(each, plot),
                }
            )
        _finish(chart, plot)
        written.insert_chart(
            HEAD, column, chart, {"description": shortened(clean(sheet.title), 250), "object_position": 2}
        )

    def _figures(self, written: Any, plot: Plot, at: int) -> None:  # noqa: ANN401
        written.write_string(HEAD - 1, at, "Figures of the chart", self.note)
        written.write_string(HEAD, at, upper_first(plot.unit), self.head)
        for row, words in enumerate(plot.categories, HEAD + 1):
            written.write_string(row, at, clean(words))
        form = self.form(number_format(plot))
        for column, each in enumerate(plot.series, at + 1):
            written.write_string(HEAD, column, clean(each.name), self.head)
            for row, value in enumerate(each.values, HEAD + 1):
                if value is not None:
                    written.write_number(row, column, value, form)


def _drawn(each: PlotSeries, plot: Plot) -> dict[str, Any]:
    if plot.kind != "lines":
        return {"fill": {"color": each.colour}, "border": {"none": True}, "gap": 55, **_overlap(plot)}
    if each.marks:
        mark = {"type": "diamond", "size": 8, "fill": {"color": each.colour}, "border": {"none": True}}
        return {"line": {"none": True}, "marker": mark}
    line = {"color": each.colour, "width": 1.25 if each.dashed else 2.5}
    if each.dashed:
        return {"line": {**line, "dash_type": "dash"}, "marker": {"type": "none"}}
    mark = {"type": "circle", "size": 4, "fill": {"color": each.colour}, "border": {"none": True}}
    return {"line": line, "marker": mark}


def _overlap(plot: Plot) -> dict[str, int]:
    return {"overlap": 100} if plot.kind.startswith("stacked") else {}


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
        chart.set_x_axis(values)
    else:
        skip = max(len(plot.categories) // 8, 1)
        chart.set_x_axis({**names, "interval_unit": skip})
        chart.set_y_axis(values)
    chart.show_blanks_as("gap")
    chart.set_legend({"position": "bottom"} if len(plot.series) > 1 else {"none": True})
    chart.set_title({"none": True})
    chart.set_chartarea({"border": {"none": True}, "fill": {"color": LIGHT_GROUND}})
    chart.set_size({"width": 720, "height": 400})
