"""Where things stand on a slide, and what a presentation is made on."""

from dataclasses import dataclass
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Pt

from readiness.charts.palette import DARK_GROUND

TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
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


def place(shape: Any, room: Room) -> None:  # noqa: ANN401
    """Put a shape into a room."""
    shape.left, shape.top, shape.width, shape.height = (
        Pt(each) for each in (room.left, room.top, room.width, room.height)
    )
