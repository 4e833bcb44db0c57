"""The parts of a slide that hold words: its title, paragraphs, furniture, and what stands in its notes."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.oxml.ns import qn
from pptx.util import Pt

from readiness.charts.palette import CONCERN
from readiness.packs.imprint import Imprint
from readiness.packs.slide_room import INK, TITLES, Design, Room, place
from readiness.packs.slide_xml import child, fill
from readiness.packs.text import LINE, clean, cut_to_lines, fitted, line_count

LANGUAGE = "en-GB"
TITLE_SIZES = (28, 26, 24, 22, 20, 18)
FIRST_TITLE_SIZES = (40, 36, 32, 28)
POINT_SIZES = (22, 20, 18, 16, 14)
BETWEEN = 0.45
"""The space after a paragraph, in sizes of its font."""
INDENT = 0.75
"""What bullets take from the width, in sizes of their font."""
MUTED = "#4b5560"
SMALLEST = 10


def new_slide(design: Design, title: str, about: Imprint) -> tuple[Any, list[str]]:
    """An ordinary slide with its title and its furniture, and what of the title had to go to the notes."""
    slide = design.deck.slides.add_slide(design.ordinary)
    for holder in list(slide.placeholders):
        if holder.placeholder_format.type not in TITLES:
            holder._element.getparent().remove(holder._element)
    rest = set_title(slide, title, design.title)
    if design.own:
        _banner(slide, about)
    return slide, rest


def set_title(slide: Any, title: str, room: Room, sizes: Sequence[int] = TITLE_SIZES) -> list[str]:  # noqa: ANN401
    """The title in the largest size that fits; what had to be cut comes back whole, for the notes."""
    words = clean(title) or "Untitled"
    found = fitted(words, room.words - 16, room.height - 7.2, sizes, bold=True)
    frame = slide.shapes.title.text_frame
    frame.text = found.text
    frame.auto_size, frame.word_wrap = MSO_AUTO_SIZE.NONE, True
    for run in frame.paragraphs[0].runs:
        run.font.size = Pt(found.size)
    return [] if found.whole else [f"The title in full: {words}"]


def add_points(
    slide: Any,  # noqa: ANN401
    points: Sequence[str],
    room: Room,
    *,
    sizes: Sequence[int] = POINT_SIZES,
) -> tuple[float, list[str]]:
    """Sentences as a list in the largest size in which all fit. Answers where it ends, and what is left for notes."""
    words = [each for each in map(clean, points) if each]
    if not words:
        return room.top, []
    size = next((each for each in sizes if _high(words, room.words, each) <= room.height), sizes[-1])
    shown, left, used = [], [], 0.0
    for number, each in enumerate(words):
        high = _high([each], room.words, size)
        if used + high <= room.height + 1:
            shown.append(each)
            used += high
            continue
        lines = int((room.height - used) / (LINE * size))
        if lines > 0:
            shown.append(cut_to_lines(each, room.words - INDENT * size, size, lines))
            used = room.height
        left = words[number:]
        break
    add_text(slide, shown, room, size, "Points", bullets=len(shown) > 1)
    return room.top + used, left


def points_height(points: Sequence[str], width: float, size: float) -> float:
    """How many points of height these sentences take as a list."""
    return _high([each for each in map(clean, points) if each], width, size)


def _high(words: Sequence[str], width: float, size: float) -> float:
    return sum((line_count(each, width - INDENT * size, size) * LINE + BETWEEN) * size for each in words)


def add_text(
    slide: Any,  # noqa: ANN401
    words: Sequence[str],
    room: Room,
    size: float,
    name: str,
    *,
    bullets: bool = False,
    colour: str = INK,
    bold: bool = False,
) -> Any:  # noqa: ANN401
    """A box with a paragraph for each text, without margins."""
    box = slide.shapes.add_textbox(0, 0, 0, 0)
    place(box, room)
    box.name = name
    frame = box.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.TOP
    for number, each in enumerate(words):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = each
        run.font.size, run.font.bold = Pt(size), bold
        run.font.color.rgb = rgb(colour)
        paragraph.space_after = Pt(BETWEEN * size) if number < len(words) - 1 else Pt(0)
        if bullets:
            _bullet(paragraph, INDENT * size)
    return box


def rgb(colour: str) -> Any:  # noqa: ANN401
    """A colour of the palette as PowerPoint takes it."""
    return RGBColor.from_string(colour.lstrip("#").upper())


def _bullet(paragraph: Any, indent: float) -> None:  # noqa: ANN401
    shape = paragraph._p.get_or_add_pPr()
    shape.set("marL", str(Pt(indent)))
    shape.set("indent", str(-Pt(indent)))
    child(shape, "a:buFont", typeface="Arial")
    child(shape, "a:buChar", char="•")


def _banner(slide: Any, about: Imprint) -> None:  # noqa: ANN401
    """The marking above the title, and beside it that figures are invented, where they are."""
    box = add_text(
        slide, [clean(about.marking)], Room(40, 14, 880, 16), 11, "Marking", colour=MUTED, bold=True
    )
    if about.warning:
        run = box.text_frame.paragraphs[0].add_run()
        run.text = f"     {about.warning}"
        run.font.size, run.font.bold, run.font.color.rgb = Pt(11), True, rgb(CONCERN)


def add_furniture(slide: Any, design: Design, about: Imprint, sources: Sequence[str]) -> None:  # noqa: ANN401
    """Source, footer and number, last in reading order. Sources that have no room are in the notes in full."""
    body = design.body
    if sources:
        words = clean(f"Source: {'; '.join(sources)}")
        short = cut_to_lines(words, body.words, SMALLEST, 1)
        add_text(
            slide, [short], Room(body.left, body.bottom + 4, body.width, 16), SMALLEST, "Source", colour=MUTED
        )
    _footer(slide, design, about)


def _footer(slide: Any, design: Design, about: Imprint) -> None:  # noqa: ANN401
    held = {each.placeholder_format.type: each for each in slide.slide_layout.placeholders}
    number, foot = held.get(PP_PLACEHOLDER.SLIDE_NUMBER), held.get(PP_PLACEHOLDER.FOOTER)
    room = design.foot
    words = clean(about.footer)
    if foot is not None and design.own:
        copy = _copied(slide, foot, words)
    else:
        wide = room.width - (60 if number is not None else 0)
        found = fitted(words, wide / room.spare, room.height, (10, 9, 8))
        copy = add_text(
            slide, [found.text], Room(room.left, room.top, wide, room.height), found.size, "Footer"
        )._element
    for letters in copy.iter(qn("a:rPr")):
        letters.set("sz", letters.get("sz", "1000"))
    if number is not None:
        _copied(slide, number, None)


def _copied(slide: Any, holder: Any, words: str | None) -> Any:  # noqa: ANN401
    """A footer or a number of the layout on the slide itself: layouts only lend their place."""
    copy = deepcopy(holder._element)
    copy.nvSpPr.cNvPr.set("id", str(max(shape.shape_id for shape in slide.shapes) + 1))
    slide.shapes._spTree.append(copy)
    if words is None:
        return copy
    paragraphs = copy.txBody.findall(qn("a:p"))
    for extra in paragraphs[1:]:
        copy.txBody.remove(extra)
    paragraph = paragraphs[0]
    paragraph[:] = []
    run = child(paragraph, "a:r")
    fill(child(run, "a:rPr", lang=LANGUAGE, sz="1000"), MUTED)
    child(run, "a:t").text = words
    paragraph.get_or_add_pPr().set("algn", "l")
    return copy


def describe(frame: Any, name: str, words: str) -> None:  # noqa: ANN401
    """What a chart or a table is called, and what a screen reader says of it."""
    about = frame._element.xpath(".//p:cNvPr")[0]
    about.set("name", name)
    about.set("descr", clean(words))


def set_notes(slide: Any, paragraphs: Iterable[str]) -> None:  # noqa: ANN401
    """The notes of the presenter, a paragraph each."""
    slide.notes_slide.notes_text_frame.text = "\n".join(map(clean, paragraphs))


def speak_english(part: Any) -> None:  # noqa: ANN401
    """Every run of a part is British English, so that it is read and spelt as such."""
    for letters in part.iter(qn("a:rPr"), qn("a:endParaRPr"), qn("a:defRPr")):
        letters.set("lang", LANGUAGE)
