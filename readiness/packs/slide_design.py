"""What slides are made on: our own clean 16:9 design, or the authority's template with its own layouts kept."""

import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PackageNotFoundError
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

from readiness.charts.palette import DARK_GROUND
from readiness.packs.slide_xml import child, element_of, fill
from readiness.problems import Code, Problem, UserError

FONT = "Arial"
WIDTH, HEIGHT, MARGIN = 960.0, 540.0, 40.0
"""Points: a 16:9 slide of 13 1/3 by 7 1/2 inches."""
TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
SPARE = {
    **dict.fromkeys(("Arial", "Helvetica", "Liberation Sans", "Calibri", "Carlito", "Gill Sans MT"), 1.0),
    **dict.fromkeys(("Times New Roman", "Cambria", "Garamond"), 1.0),
    **dict.fromkeys(("Aptos", "Segoe UI", "Tahoma", "Trebuchet MS", "Lato"), 1.05),
    "Verdana": 1.25,
}
"""How much wider than Arial some typefaces are, about; one that is not known is taken to be rather wide."""
UNKNOWN = 1.15
FURNITURE = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
INK = DARK_GROUND


@dataclass(frozen=True, slots=True)
class Room:
    """A rectangle on a slide, in points from its upper left corner.

    `spare` is how much wider than Arial the typeface of its words may be.
    """

    left: float
    top: float
    width: float
    height: float
    spare: float = 1.0

    @property
    def words(self) -> float:
        """The width that words have as they are measured, which is in Arial."""
        return self.width / self.spare

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.height

    @property
    def right(self) -> float:
        """Where it ends to the right."""
        return self.left + self.width


@dataclass(frozen=True)
class Design:
    """A presentation without slides, the two layouts that packs use, and where things stand on a slide.

    `title`, `body` and `foot` are rooms of an ordinary slide; `own` is False for an authority's template, whose
    fonts, colours and title are left as they are.
    """

    deck: Any
    first: Any
    ordinary: Any
    title: Room
    body: Room
    foot: Room
    own: bool


def design(template: Path | None, accent: str) -> Design:
    """The template's design, or ours. Raises UserError where the template can't be used."""
    return _own(accent) if template is None else _theirs(template)


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


def place(shape: Any, room: Room) -> None:  # noqa: ANN401
    """Put a shape into a room."""
    shape.left, shape.top, shape.width, shape.height = (
        Pt(each) for each in (room.left, room.top, room.width, room.height)
    )


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


def _theirs(template: Path) -> Design:
    deck = _opened(template)
    for held in list(deck.slides._sldIdLst):
        deck.part.drop_rel(held.rId)
        deck.slides._sldIdLst.remove(held)
    titled = [layout for layout in deck.slide_layouts if _title_of(layout) is not None]
    if not titled:
        raise _unusable(template, "none of its layouts has a title; the layout called Title Only is needed")
    ordinary = min(titled, key=_others)
    first = next((each for each in titled if _kind(each) == PP_PLACEHOLDER.CENTER_TITLE), ordinary)
    width, height = deck.slide_width.pt, deck.slide_height.pt
    head = _title_of(ordinary)
    spare = _spare(deck.slide_master)
    title = Room(head.left.pt, head.top.pt, head.width.pt, head.height.pt, spare)
    low = [each.top.pt for each in ordinary.placeholders if each.placeholder_format.type in FURNITURE]
    foot_top = min([top for top in low if top > height / 2], default=height * 0.93)
    left, right = max(title.left, 12.0), min(title.right, width - 12.0)
    wide = right - left
    body = Room(left, title.bottom + 8, wide, foot_top - 26 - title.bottom - 8, spare)
    foot = Room(left, foot_top, wide, height - foot_top - 6, spare)
    return Design(deck, first, ordinary, title, body, foot, False)


def _spare(master: Any) -> float:  # noqa: ANN401
    """How much wider than Arial the typefaces of a template are: the widest of those for titles and text."""
    theme = parse_xml(master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)
    faces = theme.iter(qn("a:majorFont"), qn("a:minorFont"))
    return max(
        (SPARE.get(face.find(qn("a:latin")).get("typeface"), UNKNOWN) for face in faces), default=UNKNOWN
    )


def _opened(template: Path) -> Any:  # noqa: ANN401
    try:
        return Presentation(str(template))
    except (OSError, PackageNotFoundError):
        raise _unusable(template, "the file is not there or can't be read") from None
    except (ValueError, KeyError, zipfile.BadZipFile, SyntaxError):
        raise _unusable(
            template, "the file is no PowerPoint presentation (.pptx) that can be opened"
        ) from None


def _unusable(template: Path, why: str) -> UserError:
    return UserError(
        [Problem("settings.yaml", None, "pack.template", str(template), f"no slides can be made on it: {why}",
                 Code.WRONG_VALUE)]
    )  # fmt: skip


def _title_of(layout: Any) -> Any:  # noqa: ANN401
    return next((each for each in layout.placeholders if each.placeholder_format.type in TITLES), None)


def _kind(layout: Any) -> Any:  # noqa: ANN401
    return _title_of(layout).placeholder_format.type


def _others(layout: Any) -> int:  # noqa: ANN401
    """How many places of a layout would stay empty; a title slide's are worth more, so that it comes last."""
    kinds = [each.placeholder_format.type for each in layout.placeholders]
    empty = [kind for kind in kinds if kind not in (*FURNITURE, *TITLES)]
    return len(empty) + 100 * (PP_PLACEHOLDER.CENTER_TITLE in kinds)
