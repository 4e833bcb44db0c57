"""A pack as an Excel workbook: every table behind the messages, typed and formatted, and the evidence behind scores.

Text stays text: nothing that data holds is taken for a formula or an address.
"""

import io
from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

import pandas as pd
from xlsxwriter import Workbook

from readiness.charts.palette import DARK_GROUND
from readiness.dates import uk_date
from readiness.packs.chart_words import own_finding
from readiness.packs.imprint import Imprint
from readiness.packs.sheet import LINE, Sheet, SheetWriter
from readiness.packs.text import clean, shortened
from readiness.packs.workbook_evidence import evidence_sheets
from readiness.story.message import Message
from readiness.workspace import Workspace

PLAIN = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
CONTENTS = "Contents"
LONGEST_PROPERTY = 255


def workbook_bytes(
    workspace: Workspace, messages: Sequence[Message], about: Imprint, framework_id: str
) -> tuple[bytes, int]:
    """The file, and how many sheets it has: contents, messages, their charts and listings, scores, evidence."""
    heading, file = workspace.config.settings.branding.title, io.BytesIO()
    book = Workbook(file, PLAIN)
    _set_properties(book, about, heading)
    sheets = [_messages(messages), *_tables(messages), *evidence_sheets(workspace, about, framework_id)]
    writer = SheetWriter(book, about, workspace.config.settings.branding.accent)
    front = book.add_worksheet(CONTENTS)
    named = [(writer.add(sheet), sheet) for sheet in sheets]
    _contents(book, front, writer, named, about, heading)
    book.close()
    return file.getvalue(), len(sheets) + 1


def _messages(messages: Sequence[Message]) -> Sheet:
    rows = [
        {
            "Message": number,
            "Finding": clean(message.title),
            "Said": clean(point),
            "Source": "" if place else "; ".join(message.sources),
        }
        for number, message in enumerate(messages, 1)
        for place, point in enumerate(message.points or ("",))
    ]
    return Sheet("Messages", "What the pack says, in its order", pd.DataFrame(rows))


def _tables(messages: Sequence[Message]) -> list[Sheet]:
    """The table of every chart, with a chart of its own, and every listing."""
    found = []
    for number, message in enumerate(messages, 1):
        if message.chart:
            chart = message.chart
            plot = chart.native if chart.native and chart.native.held else None
            told = own_finding(message, chart) or message.title
            name = f"{number} {message.id} chart"
            found.append(Sheet(name, told, chart.file_table, plot, chart.file_subtitle))
        for place, listing in enumerate(message.listings, 1):
            found.append(Sheet(f"{number} {message.id} table {place}", listing.title, listing.frame))
    return found


def _set_properties(book: Workbook, about: Imprint, heading: str) -> None:
    book.set_properties(
        {
            "title": clean(f"{heading}: {about.authority}, as at {uk_date(about.as_at)}")[:LONGEST_PROPERTY],
            "author": clean(about.authority)[:LONGEST_PROPERTY],
            "subject": clean(about.footer)[:LONGEST_PROPERTY],
            "keywords": clean(about.marking)[:LONGEST_PROPERTY],
            "created": datetime.combine(about.as_at, time()),
        }
    )


Named = Sequence[tuple[str, Sheet]]


def _contents(
    book: Workbook,
    front: Any,  # noqa: ANN401
    writer: SheetWriter,
    named: Named,
    about: Imprint,
    heading: str,
) -> None:
    """What the workbook is, what it is not, and a link to every sheet."""
    title = book.add_format({"bold": True, "font_size": 18, "font_color": DARK_GROUND})
    strong = book.add_format({"bold": True})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    link = book.add_format({"underline": 1, "font_color": "#1f4e9e", "valign": "top"})
    front.set_column(0, 0, 24)
    front.set_column(1, 1, 100)
    front.set_column(2, 2, 10)
    front.write_string(0, 0, clean(f"{heading}: {about.authority}"), title)
    said = [
        about.marking,
        about.warning,
        f"{about.dataset}, as at {uk_date(about.as_at)}",
        about.framework,
        about.local,
    ]
    row = 1
    for words in filter(None, said):
        front.write_string(row, 0, clean(words), strong if words == about.warning else None)
        row += 1
    row += 1
    for column, words in enumerate(("Sheet", "What it holds", "Rows")):
        front.write_string(row, column, words, strong)
    for number, (name, sheet) in enumerate(named, row + 1):
        front.write_url(number, 0, f"internal:'{name}'!A1", link, name)
        words = shortened(clean(sheet.title), 250)
        front.write_string(number, 1, words, plain)
        front.set_row(number, LINE * (1 + len(words) // 95))
        front.write_number(number, 2, len(sheet.frame), plain)
    writer.set_page(front)
