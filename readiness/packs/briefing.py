"""A pack as a Word briefing: the messages of the meeting in two to four pages, to read before it."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
from docx.document import Document

from readiness.charts.native import Plot, by_category, one_each
from readiness.dates import uk_date
from readiness.packs.cells import cell_text
from readiness.packs.imprint import LOCAL, Imprint
from readiness.packs.number_formats import figure_words
from readiness.packs.text import clean, line_count, shortened
from readiness.packs.word import (
    add_bullets,
    add_heading,
    add_paragraph,
    add_table,
    document_bytes,
    new_document,
)
from readiness.story.message import Listing, Message
from readiness.wording import upper_first

LIMITS = ((5, 6), (5, 5), (4, 4), (4, 3), (3, 3), (3, 2), (2, 2), (2, 0), (1, 0))
"""Points and rows of a table that a passage holds at most, from the most generous on: the first that fits is taken."""
MOST_COLUMNS = 5
PAGES, PAGE = 4, 730.0
"""How many pages there may be, and how much of the height of each (points) may be counted on."""
WIDTH, TEXT_SIZE, TABLE_SIZE = 480.0, 10.5, 8.5
LONGEST_POINT, LONGEST_CELL = 320, 90
MOST_FIGURES = 8
"""Categories up to which a chart's figures are a table worth reading; of a line its ends are told."""


def briefing_bytes(messages: Sequence[Message], about: Imprint, heading: str, since: date) -> bytes:
    """The file: a passage a message, first what the first of them says, last how far it can be trusted."""
    document = new_document(about, f"{heading}: briefing for {about.authority}")
    add_paragraph(
        document,
        f"{LOCAL}. It says what the evidence held on {uk_date(about.as_at)} adds up to, and what has changed since "
        f"{uk_date(since)}. The slides have the charts, the workbook every figure behind them.",
    )
    points, rows = next((limit for limit in LIMITS if _height(messages, *limit) <= PAGES * PAGE), LIMITS[-1])
    for message in messages:
        _passage(document, message, points, rows)
    return document_bytes(document)


def _passage(document: Document, message: Message, most: int, rows: int) -> None:
    """A message: its finding, what supports it, one small table, and what it rests on."""
    add_heading(document, shortened(clean(message.title), LONGEST_POINT), 2)
    points = _points(message)
    add_bullets(document, points[:most])
    if len(points) > most:
        add_paragraph(document, f"{len(points) - most} more on the slides.", small=True)
    if (listing := _table_of(message)) and rows:
        _add_listing(document, listing, rows)
    if message.sources:
        add_paragraph(document, _sources(message), lead="Source:", small=True)


def _points(message: Message) -> list[str]:
    return [shortened(clean(each), LONGEST_POINT) for each in message.points if clean(each)]


def _sources(message: Message) -> str:
    return shortened("; ".join(message.sources), LONGEST_POINT)


def _height(messages: Sequence[Message], most: int, rows: int) -> float:
    """About how high the passages are, in points."""
    return 150.0 + sum(_passage_height(each, most, rows) for each in messages)


def _passage_height(message: Message, most: int, rows: int) -> float:
    points = _points(message)
    heading = line_count(shortened(clean(message.title), LONGEST_POINT), WIDTH, 13, bold=True) * 15.6 + 18
    told = sum(line_count(each, WIDTH - 18, TEXT_SIZE) * 14.1 + 3 for each in points[:most])
    source = line_count(_sources(message), WIDTH, TABLE_SIZE) * 10.2 + 6
    return (
        heading + told + source + (16 if len(points) > most else 0) + _table_height(_table_of(message), rows)
    )


def _table_height(listing: Listing | None, rows: int) -> float:
    """A row is as high as its longest cell, in a column with its share of the width."""
    if listing is None or not rows:
        return 0.0
    frame = _shown(listing, rows)
    room = WIDTH / max(len(frame.columns), 1)
    lines = [max(line_count(cell_text(cell), room, TABLE_SIZE) for cell in row) for row in frame.to_numpy()]
    return 45.0 + sum(each * 10.2 + 5 for each in lines)


def _table_of(message: Message) -> Listing | None:
    """The one table of a passage: its first listing, or a chart's figures where they are few."""
    held = [each for each in message.listings if not each.frame.empty]
    if held:
        return held[0]
    plot = message.chart.native if message.chart else None
    if message.chart and plot and plot.kind != "lines" and plot.held and len(plot.categories) <= MOST_FIGURES:
        return Listing(message.chart.subtitle, plot_table(plot, str(message.chart.file_table.columns[0])))
    return None


def plot_table(plot: Plot, first: str) -> pd.DataFrame:
    """A chart's figures as a table: a row per category, a column per series, as people read them.

    `first` heads the categories.
    """
    if one_each(plot):
        values = [next((each for each in found if each is not None), None) for found in by_category(plot)]
        words = [figure_words(value, plot) for value in values]
        return pd.DataFrame({first: plot.categories, upper_first(plot.unit): words})
    rows = [
        {first: name, **{each.name: figure_words(each.values[index], plot) for each in plot.series}}
        for index, name in enumerate(plot.categories)
    ]
    return pd.DataFrame(rows)


def _shown(listing: Listing, rows: int) -> pd.DataFrame:
    return listing.frame.iloc[:rows, :MOST_COLUMNS].map(_short)


def _add_listing(document: Document, listing: Listing, rows: int) -> None:
    frame = _shown(listing, rows)
    rest = len(listing.frame) - len(frame)
    caption = f"{clean(listing.title)}{f' ({len(frame)} of {len(listing.frame)} rows)' if rest else ''}"
    add_table(document, frame, shortened(caption, LONGEST_POINT))


def _short(value: object) -> object:
    return shortened(clean(value), LONGEST_CELL) if isinstance(value, str) else value
