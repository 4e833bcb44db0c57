"""Text as a file of Office can hold it, and how much room it needs: what fits, at which size, on how many lines.

Nobody tells us how wide a font draws a word where no screen is, so widths are those of Helvetica, which Arial and
Liberation Sans share (Adobe Font Metrics, in thousandths of the size). Other fonts of the same kind come close; a few
percent are added for those that are wider.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

SPACES = re.compile(r"\s+")
NOT_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
CONTROLS = re.compile(r"[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]")
ASCII_WIDTHS = (
    *(278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278),
    *(556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556),
    *(1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778),
    *(667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556),
    *(333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556),
    *(556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584),
)
"""The widths of the characters from space (32) to tilde (126)."""
OTHER, WIDE = 620, 1000
FROM_WIDE = 0x2E80
BOLD, SPARE = 1.08, 1.015
LINE = 1.2
"""The height of a line, in sizes of its font."""
ELLIPSIS = " …"


def clean(text: object) -> str:
    """Text on one line, without the characters that XML, or a reader, can do nothing with."""
    return SPACES.sub(" ", NOT_XML.sub("\ufffd", CONTROLS.sub("", str(text)))).strip()


def shortened(text: str, longest: int) -> str:
    """Text of at most so many characters, cut at the end of a word where there is one."""
    if len(text) <= longest:
        return text
    head = text[: max(longest - len(ELLIPSIS), 1)]
    whole = head.rsplit(" ", 1)[0] if " " in head else head
    return f"{whole.rstrip(' ,;:')}{ELLIPSIS}"


@dataclass(frozen=True, slots=True)
class Fitted:
    """Text that fits at a size (points); `whole` is False where it had to be cut."""

    text: str
    size: float
    whole: bool


def fitted(text: str, width: float, height: float, sizes: Sequence[float], *, bold: bool = False) -> Fitted:
    """Text in the largest of these sizes in which it fits a room of so many points; at the smallest it is cut."""
    for size in sizes:
        if line_count(text, width, size, bold=bold) * LINE * size <= height + 0.01:
            return Fitted(text, size, True)
    lines = max(int(height / (LINE * sizes[-1])), 1)
    return Fitted(cut_to_lines(text, width, sizes[-1], lines, bold=bold), sizes[-1], False)


def cut_to_lines(text: str, width: float, size: float, lines: int, *, bold: bool = False) -> str:
    """Text of at most so many lines, cut at the end of a word where there is one."""
    if line_count(text, width, size, bold=bold) <= lines:
        return text
    low, high = 1, len(text)
    while high - low > 1:
        middle = (low + high) // 2
        if line_count(shortened(text, middle), width, size, bold=bold) <= lines:
            low = middle
        else:
            high = middle
    return shortened(text, low)


def line_count(text: str, width: float, size: float, *, bold: bool = False) -> int:
    """How many lines a text takes in a room so many points wide. A word that is wider than the room is broken."""
    lines, used = 1, 0.0
    space = ASCII_WIDTHS[0] / 1000 * size * SPARE
    for word in text.split(" "):
        wide = text_width(word, size, bold=bold)
        if used and used + space + wide <= width:
            used += space + wide
            continue
        broken, last = divmod(wide, max(width, size))
        lines += int(broken) + (1 if used else 0)
        used = last
    return lines


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text is drawn on one line, in points, with a little to spare."""
    return _thousandths(text) / 1000 * size * SPARE * (BOLD if bold else 1)


@lru_cache(maxsize=20_000)
def _thousandths(text: str) -> int:
    return sum(map(_width, text))


def _width(character: str) -> int:
    code = ord(character)
    if 32 <= code <= 126:
        return ASCII_WIDTHS[code - 32]
    return WIDE if code >= FROM_WIDE else OTHER
