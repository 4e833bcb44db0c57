"""An authority's own PowerPoint template as what slides are made on: its layouts, typeface and colours are kept."""

import zipfile
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


def design_of(template: Path) -> Design:
    """The template without its slides: its layout with a title and least else for messages, its title slide first.

    Raises UserError where it can't be used.
    """
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
