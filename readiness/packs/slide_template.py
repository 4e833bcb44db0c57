"""An authority's own PowerPoint template as what slides are made on: its layouts, typeface and colours are kept."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PackageNotFoundError
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from readiness.packs.slide_room import FURNITURE, TITLES, Design, Room
from readiness.problems import Code, Problem, UserError

SPARE = {
    **dict.fromkeys(("Arial", "Helvetica", "Liberation Sans", "Calibri", "Carlito", "Gill Sans MT"), 1.0),
    **dict.fromkeys(("Times New Roman", "Cambria", "Garamond"), 1.0),
    **dict.fromkeys(("Aptos", "Segoe UI", "Tahoma", "Trebuchet MS", "Lato"), 1.05),
    "Verdana": 1.25,
}
"""How much wider than Arial some typefaces are, about; one that is not known is taken to be rather wide."""
UNKNOWN = 1.15
LEAST = (0.5, 0.35)
"""The parts of a slide's width and height that must be left for what a message shows."""
TYPES, MACROS = "[Content_Types].xml", b"presentation.macroEnabled"
FOR_TEMPLATES, FOR_SLIDES = b"presentationml.template.main+xml", b"presentationml.presentation.main+xml"


def design_of(template: Path) -> Design:
    """The template without its slides: its layout with a title and least else for messages, its title slide first.

    Raises UserError where it can't be used.
    """
    deck = _opened(template)
    _without_slides(deck)
    titled = [layout for layout in deck.slide_layouts if _title_of(layout) is not None]
    if not titled:
        raise _unusable(template, "none of its layouts has a title; the layout called Title Only is needed")
    spare = _spare(deck.slide_master)
    roomy = [layout for layout in titled if _has_room(_body(deck, layout, spare), deck)]
    if not roomy:
        raise _unusable(template, "its titles leave too little room under them for a chart or a table")
    ordinary = min(roomy, key=_others)
    first = next((each for each in titled if _kind(each) == PP_PLACEHOLDER.CENTER_TITLE), ordinary)
    body, top = _body(deck, ordinary, spare), _foot_top(deck, ordinary)
    foot = replace(body, top=top, height=deck.slide_height.pt - top - 6)
    return Design(deck, first, ordinary, _title_room(ordinary, spare), body, foot, False)


def _without_slides(deck: Any) -> None:  # noqa: ANN401
    """Its slides go, and so do the sections and shows that name them: PowerPoint would find them missing."""
    for held in list(deck.slides._sldIdLst):
        deck.part.drop_rel(held.rId)
        deck.slides._sldIdLst.remove(held)
    for each in deck.part._element.xpath("p:custShowLst | p:extLst/p:ext[.//*[local-name()='sectionLst']]"):
        each.getparent().remove(each)
    for each in deck.part._element.xpath("p:extLst[not(*)]"):
        each.getparent().remove(each)


def _title_room(layout: Any, spare: float) -> Room:  # noqa: ANN401
    head = _title_of(layout)
    return Room(head.left.pt, head.top.pt, head.width.pt, head.height.pt, spare)


def _foot_top(deck: Any, layout: Any) -> float:  # noqa: ANN401
    height = deck.slide_height.pt
    low = [each.top.pt for each in layout.placeholders if each.placeholder_format.type in FURNITURE]
    return min([top for top in low if top > height / 2], default=height * 0.93)


def _body(deck: Any, layout: Any, spare: float) -> Room:  # noqa: ANN401
    """What lies between the title and the foot of a layout, as wide as its title."""
    title = _title_room(layout, spare)
    left, right = max(title.left, 12.0), min(title.right, deck.slide_width.pt - 12.0)
    top = title.bottom + 8
    return Room(left, top, right - left, _foot_top(deck, layout) - 26 - top, spare)


def _has_room(body: Room, deck: Any) -> bool:  # noqa: ANN401
    wide, high = LEAST
    return body.width >= wide * deck.slide_width.pt and body.height >= high * deck.slide_height.pt


def _spare(master: Any) -> float:  # noqa: ANN401
    """How much wider than Arial the typefaces of a template are: the widest of those for titles and text."""
    try:
        theme = parse_xml(master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)
    except KeyError:
        return UNKNOWN
    faces = [face.find(qn("a:latin")) for face in theme.iter(qn("a:majorFont"), qn("a:minorFont"))]
    known = [SPARE.get(face.get("typeface"), UNKNOWN) for face in faces if face is not None]
    return max(known, default=UNKNOWN)


def _opened(template: Path) -> Any:  # noqa: ANN401
    try:
        with zipfile.ZipFile(template) as file:
            types = file.read(TYPES)
        if MACROS in types:
            raise _unusable(template, "it has macros, which a pack may not have: save it as .pptx or .potx")
        return Presentation(_as_presentation(template) if FOR_TEMPLATES in types else str(template))
    except (OSError, PackageNotFoundError, zipfile.BadZipFile):
        raise _unusable(template, "the file is not there or can't be read") from None
    except (ValueError, KeyError, SyntaxError):
        raise _unusable(
            template, "the file is no PowerPoint presentation (.pptx) or template (.potx) that can be opened"
        ) from None


def _as_presentation(template: Path) -> io.BytesIO:
    """A template of PowerPoint's (.potx) as a presentation: they differ in what they say that they are."""
    made = io.BytesIO()
    with zipfile.ZipFile(template) as file, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in file.namelist():
            held = file.read(name)
            copy.writestr(name, held.replace(FOR_TEMPLATES, FOR_SLIDES) if name == TYPES else held)
    made.seek(0)
    return made


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
