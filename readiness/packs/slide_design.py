"""What slides are made on: our own clean 16:9 design, or the authority's template."""

from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

from readiness.packs.slide_room import INK, Design, Room, place
from readiness.packs.slide_template import design_of
from readiness.packs.slide_xml import child, element_of, fill

FONT = "Arial"
WIDTH, HEIGHT, MARGIN = 960.0, 540.0, 40.0
"""Points: a 16:9 slide of 13 1/3 by 7 1/2 inches."""


def design(template: Path | None, accent: str) -> Design:
    """The template's design, or ours. Raises UserError where the template can't be used."""
    return _own(accent) if template is None else design_of(template)


def _own(accent: str) -> Design:
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    first, ordinary = deck.slide_layouts[0], deck.slide_layouts[5]
    for layout in [each for each in deck.slide_layouts if each not in (first, ordinary)]:
        deck.slide_layouts.remove(layout)
    wide = WIDTH - 2 * MARGIN
    title, foot = Room(MARGIN, 34, wide, 74), Room(MARGIN, 504, wide, 24)
    _theme(deck.slide_master, accent)
    _widescreen(deck)
    rooms = {
        PP_PLACEHOLDER.TITLE: title,
        PP_PLACEHOLDER.CENTER_TITLE: Room(MARGIN, 130, wide, 110),
        PP_PLACEHOLDER.SUBTITLE: Room(MARGIN, 262, wide, 130),
        PP_PLACEHOLDER.BODY: Room(MARGIN, 122, wide, 370),
        PP_PLACEHOLDER.DATE: Room(MARGIN, 504, 1, 24),
        PP_PLACEHOLDER.FOOTER: Room(foot.left, foot.top, wide - 50, foot.height),
        PP_PLACEHOLDER.SLIDE_NUMBER: Room(foot.right - 46, foot.top, 46, foot.height),
    }
    for sheet in (deck.slide_master, first, ordinary):
        for holder in list(sheet.placeholders):
            kind = holder.placeholder_format.type
            if kind == PP_PLACEHOLDER.DATE:
                holder._element.getparent().remove(holder._element)
                continue
            place(holder, rooms[kind])
            _flush(holder, "t" if kind in (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.SUBTITLE) else "b")
    _master_text(deck.slide_master)
    _rule(ordinary, Room(MARGIN, 110, wide, 2), accent)
    _rule(first, Room(MARGIN, 250, wide, 3), accent)
    return Design(deck, first, ordinary, title, Room(MARGIN, 122, wide, 358), foot, True)


def _widescreen(deck: Any) -> None:  # noqa: ANN401
    """The properties of the file say its shape; the library's own template says 4:3."""
    for part in deck.part.package.iter_parts():
        if part.partname == "/docProps/app.xml":
            part._blob = part.blob.replace(b"On-screen Show (4:3)", b"Widescreen")


def _flush(holder: Any, anchor: str) -> None:  # noqa: ANN401
    """No margins to the sides, so that all words of a slide begin on one line."""
    body = holder._element.txBody.find(qn("a:bodyPr"))
    for side in ("lIns", "rIns"):
        body.set(side, "0")
    body.set("anchor", anchor)


def _theme(master: Any, accent: str) -> None:  # noqa: ANN401
    """One typeface, and the authority's accent as the first colour of the theme."""
    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = parse_xml(part.blob)
    for face in theme.iter(qn("a:majorFont"), qn("a:minorFont")):
        face.find(qn("a:latin")).set("typeface", FONT)
    [first] = theme.iter(qn("a:accent1"))
    first[:] = [element_of("a:srgbClr", val=accent.lstrip("#").upper())]
    part._blob = serialize_part_xml(theme)


def _master_text(master: Any) -> None:  # noqa: ANN401
    """Titles of the master stand left, dark and bold."""
    styles = master._element.find(qn("p:txStyles"))
    level = styles.find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    level.set("algn", "l")
    letters = level.find(qn("a:defRPr"))
    letters.set("sz", "2800")
    letters.set("b", "1")
    for inked in letters.findall(qn("a:solidFill")):
        inked[:] = [element_of("a:srgbClr", val=INK[1:].upper())]


def _rule(layout: Any, room: Room, accent: str) -> None:  # noqa: ANN401
    """A rule under the title, on the layout, where a screen reader does not meet it."""
    tree = layout.shapes._spTree
    number = str(_next_id(tree))
    shape = child(tree, "p:sp")
    about = child(shape, "p:nvSpPr")
    child(about, "p:cNvPr", id=number, name="Rule")
    child(about, "p:cNvSpPr")
    child(about, "p:nvPr", userDrawn="1")
    drawn = child(shape, "p:spPr")
    place = child(drawn, "a:xfrm")
    child(place, "a:off", x=str(Pt(room.left)), y=str(Pt(room.top)))
    child(place, "a:ext", cx=str(Pt(room.width)), cy=str(Pt(room.height)))
    child(child(drawn, "a:prstGeom", prst="rect"), "a:avLst")
    fill(drawn, accent)
    child(child(drawn, "a:ln"), "a:noFill")


def _next_id(tree: Any) -> int:  # noqa: ANN401
    return max(int(each) for each in tree.xpath("//p:cNvPr/@id")) + 1
