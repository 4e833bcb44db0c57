"""A pack as a Word briefing: the messages of the meeting in two to four pages, to read before it."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
from docx.document import Document

from readiness.charts.native import Plot, by_category, one_each
from readiness.dates import uk_date
from readiness.packs.cells import cell_text
from readiness.packs.chart_words import own_finding
from readiness.packs.imprint import Imprint
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
from readiness.packs.word_table import column_shares
from readiness.story.message import Listing, Message
from readiness.wording import upper_first

LIMITS = (
    (8, 8),
    (6, 8),
    (6, 6),
    (5, 6),
    (5, 5),
    (5, 4),
    (4, 4),
    (4, 3),
    (3, 3),
    (3, 2),
    (2, 2),
    (2, 0),
    (1, 0),
)
"""Points and rows of a table that a passage holds at most, from the most generous on."""
WHOLE = "areas"
"""The message that is never cut short: a judgement area left out would be taken for one that does not matter."""
MOST_COLUMNS = 5
PAGES, PAGE = 4, 730.0
"""How many pages there may be, and how much of the height of each (points) may be counted on."""
HEAD = 150.0
"""Points that the title and what the file is take."""
WIDTH, TEXT_SIZE, TABLE_SIZE, SOURCE_SIZE = 480.0, 10.5, 9.5, 8.5
CELL_SIDES = 6.0
"""Points of a column's width that its words can't have."""
LONGEST_POINT, LONGEST_CELL = 320, 120
MOST_FIGURES = 8
"""Categories up to which a chart's figures are a table worth reading; of a line its ends are told."""


def briefing_bytes(messages: Sequence[Message], about: Imprint, heading: str, since: date) -> bytes:
    """The file: a passage a message, first what the first of them says, last how far it can be trusted."""
    document = new_document(about, f"{heading}: briefing for {about.authority}")
    add_paragraph(
        document,
        f"{about.local}. It says what the evidence held on {uk_date(about.as_at)} adds up to, and what has changed "
        f"since {uk_date(since)}. The slides have the charts, the workbook every figure behind them.",
    )
    for message, (points, rows) in zip(messages, _limits(messages), strict=True):
        _passage(document, message, points, rows)
    return document_bytes(document)


def _limits(messages: Sequence[Message]) -> list[tuple[int, int]]:
    """Points and rows of each passage: alike for all, then more for one after another while the pages have room."""
    heights = [[_passage_height(message, *limit) for limit in LIMITS] for message in messages]
    room = PAGES * PAGE - HEAD
    last = len(LIMITS) - 1
    alike = next((at for at in range(last) if sum(each[at] for each in heights) <= room), last)
    taken = [0 if message.id == WHOLE else alike for message in messages]
    for _ in range(alike):
        for which in range(len(heights)):
            more = [*taken[:which], max(taken[which] - 1, 0), *taken[which + 1 :]]
            if sum(high[at] for high, at in zip(heights, more, strict=True)) <= room:
                taken = more
    return [LIMITS[at] for at in taken]


def _passage(document: Document, message: Message, most: int, rows: int) -> None:
    """A message: its finding, what supports it, one small table, and what it rests on."""
    add_heading(document, shortened(clean(message.title), LONGEST_POINT), 2)
    points = _points(message)
    told = _told(points, most)
    add_bullets(document, told)
    if len(points) > len(told):
        add_paragraph(document, f"{len(points) - len(told)} more on the slides.", small=True)
    if (listing := _table_of(message)) and rows:
        _add_listing(document, listing, rows)
    if message.sources:
        add_paragraph(document, _sources(message), lead="Source:", small=True)


def _told(points: Sequence[str], most: int) -> Sequence[str]:
    """The points of a passage: one more than asked for where none but that is left, which a note would not shorten."""
    return points if len(points) <= most + 1 else points[:most]


def _points(message: Message) -> list[str]:
    return [shortened(clean(each), LONGEST_POINT) for each in message.points if clean(each)]


def _sources(message: Message) -> str:
    return shortened("; ".join(message.sources), LONGEST_POINT)


def _passage_height(message: Message, most: int, rows: int) -> float:
    """About how high a passage is, in points."""
    points = _points(message)
    heading = line_count(shortened(clean(message.title), LONGEST_POINT), WIDTH, 13, bold=True) * 15.6 + 18
    told = sum(line_count(each, WIDTH - 18, TEXT_SIZE) * 14.1 + 3 for each in _told(points, most))
    source = line_count(_sources(message), WIDTH, SOURCE_SIZE) * 10.2 + 6
    return (
        heading
        + told
        + source
        + (16 if len(points) > most + 1 else 0)
        + _table_height(_table_of(message), rows)
    )


def _table_height(listing: Listing | None, rows: int) -> float:
    """A row is as high as its longest cell, in a column with its share of the width."""
    if listing is None or not rows:
        return 0.0
    frame = _shown(listing, rows)
    texts = [[cell_text(cell) for cell in row] for row in frame.to_numpy()]
    shares = column_shares([clean(name) for name in frame.columns], texts)
    rooms = [max(WIDTH * share / sum(shares) - CELL_SIDES, TABLE_SIZE) for share in shares]
    lines = [max(map(_lines, row, rooms)) for row in texts]
    return 45.0 + sum(each * 1.2 * TABLE_SIZE + 5 for each in lines)


def _lines(text: str, room: float) -> int:
    return line_count(text, room, TABLE_SIZE)


def _table_of(message: Message) -> Listing | None:
    """The one table of a passage: its first listing, or a chart's figures where they are few."""
    held = [each for each in message.listings if not each.frame.empty]
    if held:
        return held[0]
    plot = message.chart.native if message.chart else None
    if message.chart and plot and plot.kind != "lines" and plot.held and len(plot.categories) <= MOST_FIGURES:
        found = own_finding(message, message.chart)
        told = f"{found}. {message.chart.file_subtitle}" if found else message.chart.file_subtitle
        return Listing(told, plot_table(plot, str(message.chart.file_table.columns[0])))
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
