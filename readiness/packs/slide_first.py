"""The first slide of a pack."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from pptx.enum.text import PP_ALIGN
from pptx.util import Pt

from readiness.dates import uk_date
from readiness.packs.imprint import Imprint
from readiness.packs.slide_parts import (
    FIRST_TITLE_SIZES,
    MUTED,
    add_furniture,
    add_points,
    rgb,
    set_notes,
    set_title,
)
from readiness.packs.slide_room import Design, Room
from readiness.packs.text import LINE, clean, cut_to_lines, line_count

SUBTITLE_SIZES, WARNED = (18, 16, 14, 12), 3
"""The sizes of the lines under the title, and which of them says that figures are invented."""


def title_slide(own: Design, about: Imprint, title: str, since: date) -> None:
    """The first slide: whose readiness, of which day, compared with which, by which framework, and what it is not."""
    slide = own.deck.slides.add_slide(own.first)
    heading = f"{title}: {about.authority}"
    lines = [
        f"As at {uk_date(about.as_at)}, compared with {uk_date(since)}",
        f"{about.dataset}. {about.framework}",
        f"{about.local}. {about.marking}.",
        *([f"{about.warning}."] if about.warning else []),
    ]
    places = [each for each in slide.placeholders if each.placeholder_format.idx != 0]
    sized = slide.shapes.title
    left = set_title(
        slide, heading, Room(0, 0, sized.width.pt, sized.height.pt, own.title.spare), FIRST_TITLE_SIZES
    )
    if places:
        _subtitle(places[0], lines, own)
    for extra in places[1:]:
        extra._element.getparent().remove(extra._element)
    if not places:
        add_points(slide, lines, own.body)
    add_furniture(slide, own, about, ())
    set_notes(slide, [*left, *lines, f"Protective marking: {about.marking}"])


def _subtitle(holder: Any, lines: Sequence[str], own: Design) -> None:  # noqa: ANN401
    """The lines under the title, in the largest size in which all of them fit; dark and to the left in our design."""
    room = Room(0, 0, holder.width.pt - 16, holder.height.pt - 8, own.title.spare)
    words = [clean(each) for each in lines]
    size = next(
        (each for each in SUBTITLE_SIZES if _lines_high(words, room, each) <= room.height), SUBTITLE_SIZES[-1]
    )
    frame = holder.text_frame
    frame.text = "\n".join(cut_to_lines(each, room.words, size, 2) for each in words)
    for number, paragraph in enumerate(frame.paragraphs):
        paragraph.space_before = Pt(0)
        for run in paragraph.runs:
            run.font.size = Pt(size)
            if own.own:
                run.font.bold, run.font.color.rgb = number == WARNED, rgb(MUTED)
        if own.own:
            paragraph.alignment = PP_ALIGN.LEFT


def _lines_high(words: Sequence[str], room: Room, size: float) -> float:
    return sum(line_count(each, room.words, size) for each in words) * LINE * size
