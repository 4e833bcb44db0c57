"""A pack as PowerPoint slides: a message a slide, with charts and tables that can be edited."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE

from readiness.dates import uk_date
from readiness.packs.imprint import Imprint
from readiness.packs.slide_charted import add_charted, drawn
from readiness.packs.slide_design import design
from readiness.packs.slide_first import title_slide
from readiness.packs.slide_notes import notes_of, page_name
from readiness.packs.slide_parts import (
    LANGUAGE,
    add_furniture,
    add_points,
    add_text,
    new_slide,
    points_height,
    set_notes,
    speak_english,
)
from readiness.packs.slide_room import Design, Room
from readiness.packs.slide_table import Sheet, add_table, sheets, whole_sheet
from readiness.packs.text import LINE, clean, line_count
from readiness.story.message import Listing, Message

LISTING_TITLE = 14.0
UNDER_POINTS, WIDE_SIZES = 16, (28, 26, 24, 22, 20, 18, 16, 14)
"""The size of points above a table, and those that are tried where they have the slide to themselves."""
BELOW_SIZES = (16, 14)
"""The sizes of a table under points: one that needs a smaller has a slide of its own, and is read from the back."""
POINTS_PART = 0.5
"""The part of the height that points may take above a table."""


@dataclass(frozen=True)
class Look:
    """The accent colour, the template (None: our own design), and what the title slide says."""

    accent: str
    template: Path | None
    heading: str
    since: date


@dataclass(frozen=True)
class Deck:
    """A presentation in the making: what it stands on, what it says of itself, and its accent."""

    design: Design
    about: Imprint
    accent: str
    titles: set[str] = field(default_factory=set)

    def title(self, words: str, page: str) -> str:
        """A title that no other slide has, so that slides can be told apart by ear; `page` comes before a second."""
        told = clean(words)
        named = (told, f"{page_name(page)}: {told}", *(f"{told} ({number})" for number in range(2, 1000)))
        found = next(each for each in named if each not in self.titles)
        self.titles.add(found)
        return found


def slides_bytes(messages: Sequence[Message], about: Imprint, look: Look) -> tuple[bytes, int]:
    """The file, and how many slides it has. Raises UserError where the template can't be used."""
    made = Deck(design(look.template, look.accent), about, look.accent)
    title_slide(made.design, about, look.heading, look.since)
    for message in messages:
        _message(made, message)
    _finish(made, look)
    file = io.BytesIO()
    made.design.deck.save(file)
    return file.getvalue(), len(made.design.deck.slides)


def _message(made: Deck, message: Message) -> None:
    """The slides of a message: its own, then those of what does not fit on it."""
    slide, left = new_slide(made.design, made.title(message.title, message.page), made.about)
    plot = drawn(message.chart)
    listings = list(message.listings)
    if message.chart and plot is None and not message.chart.file_table.empty:
        listings.insert(0, Listing(message.chart.file_subtitle, message.chart.file_table))
    if message.chart and plot:
        left += add_charted(slide, made.design.body, message, message.chart, plot)
        later = [(listing, laid) for listing in listings if (laid := _sheets(made, listing))]
    else:
        more, later = _points_and_table(slide, made, message, listings)
        left += more
    add_furniture(slide, made.design, made.about, message.sources)
    set_notes(slide, notes_of(message, left, plot))
    for listing, laid in later:
        _listing_slides(made, message, listing, laid)


Later = list[tuple[Listing, list[Sheet]]]
"""Listings that have no room on the slide of their message, laid out for slides of their own."""


def _points_and_table(
    slide: Any,  # noqa: ANN401
    made: Deck,
    message: Message,
    listings: Sequence[Listing],
) -> tuple[list[str], Later]:
    """Points across the slide, and under them the first listing, where all of it has room there."""
    body = made.design.body
    upper = replace(body, height=body.height * POINTS_PART)
    small = points_height(message.points, body.words, UNDER_POINTS)
    held = [listing for listing in listings if not listing.frame.empty]
    if not held or small > upper.height or not (whole := _below(made, held[0], body, small)):
        left = add_points(slide, message.points, body, sizes=WIDE_SIZES)[1]
        return left, [(each, _sheets(made, each)) for each in held]
    below, left = add_points(slide, message.points, upper, sizes=(UNDER_POINTS,))
    heading, high = _table_heading(held[0], body)
    top = below + (6 if message.points else 0)
    if heading:
        add_text(
            slide,
            [heading],
            replace(body, top=top, height=high),
            LISTING_TITLE,
            "Title of the table",
            bold=True,
        )
    _table(slide, made, held[0], whole, replace(body, top=top + high, height=body.bottom - top - high), "")
    return [*left, *whole.cut], [(each, _sheets(made, each)) for each in held[1:]]


def _below(made: Deck, listing: Listing, body: Room, taken: float) -> Sheet | None:
    """The listing laid out for what points leave of the height; None where it has no room there."""
    room = body.height - taken - 6 - _table_heading(listing, body)[1]
    return whole_sheet(listing.frame, body.words, room, BELOW_SIZES)


def _table_heading(listing: Listing, body: Room) -> tuple[str, float]:
    heading = clean(listing.title)
    high = line_count(heading, body.words, LISTING_TITLE, bold=True) * LINE * LISTING_TITLE + 4
    return heading, high


def _sheets(made: Deck, listing: Listing) -> list[Sheet]:
    body = made.design.body
    return sheets(listing.frame, body.words, body.height)


def _listing_slides(made: Deck, message: Message, listing: Listing, laid: Sequence[Sheet]) -> None:
    """Slides with nothing but a table, each headed by what the table is and which part of it this is."""
    for number, sheet in enumerate(laid, 1):
        part = f" ({'continued, ' if number > 1 else ''}{number} of {len(laid)})" if len(laid) > 1 else ""
        slide, left = new_slide(made.design, made.title(f"{listing.title}{part}", message.page), made.about)
        _table(slide, made, listing, sheet, made.design.body, part)
        add_furniture(slide, made.design, made.about, message.sources)
        set_notes(slide, [f"Belongs to: {message.title}", *left, *sheet.cut, _sources(message)])


def _sources(message: Message) -> str:
    return f"Sources: {'; '.join(message.sources)}" if message.sources else ""


def _table(slide: Any, made: Deck, listing: Listing, sheet: Sheet, room: Room, part: str) -> None:  # noqa: ANN401
    alt = f"Table: {listing.title}{part}. {len(sheet.rows)} rows; columns: {', '.join(sheet.headings)}."
    add_table(slide, sheet, room, f"Table: {clean(listing.title)[:60]}", alt, made.accent)


def _finish(made: Deck, look: Look) -> None:
    """The properties of the file, and its language in every part of it."""
    deck, about = made.design.deck, made.about
    _without_picture(deck)
    told = deck.core_properties
    told.title = clean(f"{look.heading}: {about.authority}, as at {uk_date(about.as_at)}")[:255]
    told.author = told.last_modified_by = clean(about.authority)[:255]
    told.subject, told.keywords = clean(about.footer)[:255], clean(about.marking)[:255]
    told.language, told.comments = LANGUAGE, ""
    told.created = told.modified = datetime.combine(about.as_at, time())
    for slide in deck.slides:
        speak_english(slide._element)
        speak_english(slide.notes_slide._element)
        for shape in slide.shapes:
            if shape.has_chart:
                speak_english(shape.chart._chartSpace)


def _without_picture(deck: Any) -> None:  # noqa: ANN401
    """A file's own small picture of itself would show what it was made on."""
    held = deck.part.package._rels
    for number in [each.rId for each in held.values() if each.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        held.pop(number)
