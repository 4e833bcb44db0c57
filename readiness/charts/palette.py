"""Every colour of the dashboard, named once, and the mark each grade carries beside its colour.

All of them reach 3:1 against both grounds, so that one figure reads in light and in dark (the browser
may change theme without telling us). The grades also keep apart under simulated colour blindness and,
by lightness, in mono print; `tests/unit/test_palette.py` measures it. Words never rest on colour alone:
text is drawn in the theme's text colour, with the mark beside it.
"""

from collections.abc import Mapping
from types import MappingProxyType

LIGHT_GROUND = "#ffffff"
DARK_GROUND = "#12171d"

ACCENT = "#2a78b8"
IMPROVEMENT = "#2a78b8"
CONCERN = "#c2571a"
ORDINARY = "#76808a"
"""Ordinary variation, thin evidence, comparators: present, not shouting."""

GRADES = ("inadequate", "requires improvement", "good", "outstanding")

GRADE_COLOURS: Mapping[str, str] = MappingProxyType(
    {
        "inadequate": "#c0264f",
        "requires improvement": "#9f6312",
        "good": "#2596a3",
        "outstanding": "#8068da",
    }
)

GRADE_MARKS: Mapping[str, str] = MappingProxyType(
    {"inadequate": "▼", "requires improvement": "◆", "good": "●", "outstanding": "★"}
)
"""The mark of each grade as a character, for text, tables and badges."""

GRADE_SYMBOLS: Mapping[str, str] = MappingProxyType(
    {
        "inadequate": "triangle-down",
        "requires improvement": "diamond",
        "good": "circle",
        "outstanding": "star",
    }
)
"""The same mark by its plotly name."""

NO_GRADE_MARK = "○"

SERIES = (
    ACCENT,
    CONCERN,
    ORDINARY,
    "#8a63b8",
    "#2f8577",
    "#b5487d",
    "#9a7413",
    "#4f7a28",
    "#5a6bc0",
    "#a4553f",
)
"""Ten colours for series without a meaning of their own; `.streamlit/config.toml` repeats them."""


def grade_colour(grade: str | None) -> str:
    """The colour of a grade; grey where there is none, or one that is shown and never scored."""
    return GRADE_COLOURS.get(grade or "", ORDINARY)


def grade_mark(grade: str | None) -> str:
    """The character that stands for a grade; an empty circle where there is none."""
    return GRADE_MARKS.get(grade or "", NO_GRADE_MARK)


GRADE_KEY = ", ".join(f"{grade_mark(grade)} {grade}" for grade in GRADES)
"""What the marks stand for, as every how-to-read lists them."""


def grade_symbol(grade: str | None) -> str:
    """The plotly symbol that stands for a grade; an empty circle where there is none."""
    return GRADE_SYMBOLS.get(grade or "", "circle-open")


def faint(colour: str, strength: float) -> str:
    """`colour` (#rrggbb) as rgba text of opacity `strength` (0 to 1), for bands and ranges."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red}, {green}, {blue}, {strength:g})"
