"""One sheet of a workbook: its title, a table with typed cells, and where there is one a chart of Excel's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Any

import pandas as pd
from xlsxwriter import Workbook

from readiness.charts.native import Plot
from readiness.charts.palette import DARK_GROUND
from readiness.packs.cells import DATE_FORMAT, typed
from readiness.packs.imprint import Imprint
from readiness.packs.number_formats import number_format
from readiness.packs.plot_days import days_of
from readiness.packs.sheet_chart import MONTH_FORMAT, Place, chart_of
from readiness.packs.text import clean, shortened
from readiness.wording import upper_first

HEAD = 3
"""The row (from 0) of the headings; above stand the title and what the file is."""
NARROWEST, WIDEST = 10, 60
LINE, MOST_LINES = 15, 27
"""The height of a line, and how many a row may have: Excel has no higher rows."""
CHART_COLUMNS, CHART_ROWS = 12, 22
"""How many columns and rows lie under a chart."""
COLUMN, TEXT_SIZE, TITLE_SIZE = 8, 11, 14
"""The width of a column that nobody set, in characters, and the sizes of text and of titles."""
FEW_COLUMNS = 5
"""Up to so many columns the chart beside a table is printed with it: beside more, both would be too small to read."""
LONGEST_CELL = 32_000
LONGEST_NAME = 31
NOT_IN_NAMES = str.maketrans("", "", "[]:*?/\\'")
A4, LONGEST_FOOTER = 9, 240
DATES = (DATE_FORMAT, MONTH_FORMAT)


@dataclass(frozen=True)
class Sheet:
    """A table of a workbook: the name of its sheet, what it holds, and the same figures as a plot, if any.

    `plotted` says what the plot shows, with unit and source.
    """

    name: str
    title: str
    frame: pd.DataFrame
    plot: Plot | None = None
    plotted: str = ""


def _lines(lengths: Sequence[Sequence[int]], widths: Sequence[int]) -> list[int]:
    """How many lines each row takes, the heading first: readers other than Excel don't work it out."""
    rows = zip(*lengths, strict=True)
    return [
        min(max(_cell_lines(length, width) for length, width in zip(row, widths, strict=True)), MOST_LINES)
        for row in rows
    ]


def _cell_lines(length: int, width: int) -> int:
    return 1 if length <= width else ceil(length * 1.1 / width)


class SheetWriter:
    """Writes sheets into a book; formats are made once each."""

    def __init__(self, book: Workbook, about: Imprint, accent: str) -> None:
        self.book = book
        self.about = about
        head = {
            "bold": True,
            "bottom": 2,
            "bottom_color": accent,
            "text_wrap": True,
            "font_color": DARK_GROUND,
        }
        self.head = book.add_format({**head, "valign": "bottom"})
        self.figures = book.add_format({**head, "valign": "bottom", "align": "right", "indent": 1})
        self.title = book.add_format(
            {
                "bold": True,
                "font_size": TITLE_SIZE,
                "font_color": DARK_GROUND,
                "text_wrap": True,
                "valign": "top",
            }
        )
        self.note = book.add_format({"font_color": "#4b5560"})
        self._formats: dict[str, Any] = {}
        self._names: set[str] = {"contents"}

    def add(self, sheet: Sheet) -> str:
        """Write a sheet at the end of the book; answers the name it got."""
        name = self._name(sheet.name)
        written = self.book.add_worksheet(name)
        written.write_string(1, 0, clean(self.about.footer), self.note)
        if sheet.plotted:
            written.write_string(2, 0, clean(sheet.plotted), self.note)
        widths, texts = self._cells(written, sheet.frame)
        for column, width in enumerate(widths):
            written.set_column(column, column, width)
        for row, lines in enumerate(_lines(texts, widths), HEAD):
            if lines > 1:
                written.set_row(row, lines * LINE)
        if not sheet.frame.empty:
            last = len(sheet.frame.columns) - 1
            written.freeze_panes(HEAD + 1, 0)
            written.autofilter(HEAD, 0, HEAD + len(sheet.frame), last)
        last = len(widths) - 1
        if sheet.plot:
            self._chart(written, name, sheet, len(widths) + 1)
            last = len(widths) + CHART_COLUMNS if len(widths) <= FEW_COLUMNS else last
            written.print_area(0, 0, HEAD + max(len(sheet.frame), CHART_ROWS), last)
        room = sum(widths) + max(last - len(widths) + 1, 0) * COLUMN
        self._title(written, shortened(clean(sheet.title), LONGEST_CELL), max(last, 1), room)
        self.set_page(written)
        return name

    def _title(self, written: Any, words: str, last: int, room: int) -> None:  # noqa: ANN401
        """The title over the columns that are printed, on as many lines as it needs."""
        written.merge_range(0, 0, 0, last, "", self.title)
        written.write_string(0, 0, words, self.title)
        lines = min(_cell_lines(int(len(words) * TITLE_SIZE / TEXT_SIZE), max(room, NARROWEST)), MOST_LINES)
        written.set_row(0, lines * LINE * TITLE_SIZE / TEXT_SIZE)

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

    def _cells(self, written: Any, frame: pd.DataFrame) -> tuple[list[int], list[list[int]]]:  # noqa: ANN401
        """Write headings and cells; answers the widths of the columns, and how many characters each cell has."""
        widths, lengths = [], []
        for column, heading in enumerate(frame.columns):
            words = clean(heading)
            values = [typed(value) for value in frame.iloc[:, column].tolist()]
            counts = any(isinstance(kept, int | float) for kept, _ in values)
            written.write_string(HEAD, column, words, self.figures if counts else self.head)
            held = [self._cell(written, row, column, *value) for row, value in enumerate(values, HEAD + 1)]
            word = max((len(each) for each in words.split()), default=0)
            widths.append(min(max(word + 3, *held, NARROWEST) + 2, WIDEST))
            lengths.append([len(words), *held])
        return widths, lengths

    def _cell(self, written: Any, row: int, column: int, kept: Any, form: str) -> int:  # noqa: ANN401
        """One cell as what it is; answers how many characters it takes."""
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
            about: dict[str, Any] = {"num_format": number} if number else {"text_wrap": True}
            about |= (
                {"align": "left"} if number in DATES else {"align": "right", "indent": 1} if number else {}
            )
            self._formats[number] = self.book.add_format({"valign": "top", **about})
        return self._formats[number]

    def _chart(self, written: Any, name: str, sheet: Sheet, column: int) -> None:  # noqa: ANN401
        """The plot as a chart beside its table, with its own figures behind it further to the right."""
        plot, at = sheet.plot, column + CHART_COLUMNS
        if plot is None:
            return
        self._figures(written, plot, at)
        chart = chart_of(self.book, plot, Place(name, HEAD, at))
        told = shortened(clean(f"{sheet.title.rstrip('.')}. {sheet.plotted}"), 250)
        about = {"description": told, "object_position": 2}
        written.insert_chart(HEAD, column, chart, about)

    def _figures(self, written: Any, plot: Plot, at: int) -> None:  # noqa: ANN401
        written.write_string(HEAD - 1, at, "Figures of the chart", self.note)
        written.write_string(HEAD, at, upper_first(plot.unit), self.head)
        days = days_of(plot)
        for row, words in enumerate(plot.categories, HEAD + 1):
            if days:
                written.write_datetime(row, at, days[row - HEAD - 1], self.form(MONTH_FORMAT))
            else:
                written.write_string(row, at, clean(words))
        form = self.form(number_format(plot))
        for column, each in enumerate(plot.series, at + 1):
            written.write_string(HEAD, column, clean(each.name), self.head)
            for row, value in enumerate(each.values, HEAD + 1):
                if value is not None:
                    written.write_number(row, column, value, form)
