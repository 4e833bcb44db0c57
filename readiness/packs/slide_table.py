"""Tables on slides: PowerPoint's own, cut into as many slides as they need, so that nothing is lost or runs over."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from pptx.oxml.ns import qn
from pptx.util import Pt

from readiness.packs.cells import cell_text, is_figures
from readiness.packs.slide_parts import describe
from readiness.packs.slide_room import INK, Room
from readiness.packs.slide_xml import child, fill
from readiness.packs.text import LINE, clean, cut_to_lines, line_count, text_width

SIZES = (18, 16, 14, 13, 12)
LEVEL = 14
"""The smallest size that a table is set in so that each of its rows has one line."""
READABLE, SMALL = 13, (12, 11)
"""The size of a table that goes on over several slides, and of one whose columns are too many for it."""
SIDE, ABOVE = 5.0, 3.0
"""Points of room inside a cell to its sides, and above and below."""
MOST_LINES = 6
NARROWEST = 34.0
BLANK = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's own table style without lines and fills."""
LIGHT_RULE = "D9DDE1"


@dataclass(frozen=True)
class Sheet:
    """The part of a table that fits one slide: texts by row, the height of each row, and what was cut, in full."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    heights: tuple[float, ...]
    widths: tuple[float, ...]
    right: tuple[bool, ...]
    size: float
    cut: tuple[str, ...]

    @property
    def height(self) -> float:
        """Points from its top to its foot."""
        return sum(self.heights)

    @property
    def one_line_each(self) -> bool:
        """Whether no row has more than one line."""
        return max(self.heights[1:]) < 2 * LINE * self.size

    @property
    def squeezed(self) -> bool:
        """Whether a heading or a word of a cell is broken, or a cell cut, for want of room."""
        return bool(self.cut) or any(
            text_width(word, self.size) > _inner(room) + 1
            for texts in (self.headings, *self.rows)
            for text, room in zip(texts, self.widths, strict=True)
            for word in text.split()
        )


def whole_sheet(
    frame: pd.DataFrame, width: float, height: float, sizes: Sequence[int] = SIZES
) -> Sheet | None:
    """A table in the largest size in which all of it fits so many points; None where none does, or it has no row.

    One that has a line for every row in a size that is little smaller has that: a date in two lines reads badly.
    """
    if frame.empty or len(frame) * sizes[-1] > height:
        return None
    fits = [laid for size in sizes if (laid := _laid_out(frame, width, size)).height <= height]
    whole = [laid for laid in fits if not laid.squeezed]
    level = (laid for laid in whole if laid.size >= LEVEL and laid.one_line_each)
    return next(level, whole[0] if whole else None)


def sheets(frame: pd.DataFrame, width: float, height: float) -> list[Sheet]:
    """A table on as many slides as it needs, each with so many points of height; none where it has no row."""
    if frame.empty or not len(frame.columns):
        return []
    if whole := whole_sheet(frame, width, height):
        return [whole]
    every = [_laid_out(frame, width, size) for size in (READABLE, *SMALL)]
    return _cut_up(next((laid for laid in every if not laid.squeezed), every[-1]), height)


def _laid_out(frame: pd.DataFrame, width: float, size: float) -> Sheet:
    headings = tuple(clean(name) for name in frame.columns)
    texts = [tuple(cell_text(value) for value in row) for row in frame.itertuples(index=False, name=None)]
    right = tuple(is_figures([row[at] for row in texts]) for at in range(len(headings)))
    widths = _widths(headings, texts, width, size)
    rows, heights, cut = [], [_height(headings, widths, size, bold=True)], []
    for row in texts:
        shown = tuple(
            cut_to_lines(text, _inner(room), size, MOST_LINES) for text, room in zip(row, widths, strict=True)
        )
        cut += [whole for whole, short in zip(row, shown, strict=True) if whole != short]
        rows.append(shown)
        heights.append(_height(shown, widths, size))
    return Sheet(headings, tuple(rows), tuple(heights), widths, right, size, tuple(cut))


def _cut_up(whole: Sheet, height: float) -> list[Sheet]:
    """Rows onto as many slides as they need, each with the headings, and no slide much shorter than the others."""
    head, *heights = whole.heights
    found = _parts(heights, height - head)
    for part in range(1, 20):
        shorter = _parts(heights, (height - head) * (1 - 0.04 * part))
        if len(shorter) > len(found):
            break
        found = shorter
    return [
        Sheet(
            whole.headings,
            tuple(whole.rows[index] for index in mine),
            (head, *(heights[index] for index in mine)),
            whole.widths,
            whole.right,
            whole.size,
            whole.cut if number == 0 else (),
        )
        for number, mine in enumerate(found)
    ]


def _parts(heights: Sequence[float], room: float) -> list[list[int]]:
    """The numbers of the rows of each slide; a slide has one row at least."""
    found: list[list[int]] = [[]]
    left = room
    for index, height in enumerate(heights):
        if found[-1] and height > left:
            found.append([])
            left = room
        found[-1].append(index)
        left -= height
    return found


def _widths(
    headings: Sequence[str], rows: Sequence[Sequence[str]], width: float, size: float
) -> tuple[float, ...]:
    """Short columns as wide as their longest cell; prose shares what is left, by how much of it there is."""
    wants = []
    for at, heading in enumerate(headings):
        cells = [row[at] for row in rows]
        word = max((text_width(each, size, bold=True) for each in heading.split()), default=0.0)
        longest = max((text_width(text, size) for text in cells), default=0.0)
        wants.append(max(word, longest, NARROWEST) + 2 * SIDE + 2)
    if sum(wants) <= width:
        spare = (width - sum(wants)) / len(wants)
        return tuple(want + spare for want in wants)
    fair = width / len(wants)
    narrow = [want <= fair for want in wants]
    taken = sum(want for want, is_narrow in zip(wants, narrow, strict=True) if is_narrow)
    prose = sum(_weight(want) for want, is_narrow in zip(wants, narrow, strict=True) if not is_narrow)
    return tuple(
        want if is_narrow else (width - taken) * _weight(want) / prose
        for want, is_narrow in zip(wants, narrow, strict=True)
    )


def _weight(want: float) -> float:
    """Long prose gets more room, but not all of it."""
    return want**0.6


def _inner(width: float) -> float:
    return max(width - 2 * SIDE, 8.0)


def _height(texts: Sequence[str], widths: Sequence[float], size: float, *, bold: bool = False) -> float:
    lines = max(
        line_count(text, _inner(room), size, bold=bold) for text, room in zip(texts, widths, strict=True)
    )
    return lines * LINE * size + 2 * ABOVE + 1


def add_table(slide: Any, sheet: Sheet, room: Room, name: str, alt: str, accent: str) -> None:  # noqa: ANN401
    """A laid out table at the top of a room."""
    shape = slide.shapes.add_table(
        len(sheet.rows) + 1,
        len(sheet.headings),
        Pt(room.left),
        Pt(room.top),
        Pt(room.width),
        Pt(sheet.height),
    )
    describe(shape, name, alt)
    table = shape.table
    properties = table._tbl.tblPr
    properties.find(qn("a:tableStyleId")).text = BLANK
    table.horz_banding = False
    for column, width in zip(table.columns, sheet.widths, strict=True):
        column.width = Pt(width * room.width / sum(sheet.widths))
    for row, height in zip(table.rows, sheet.heights, strict=True):
        row.height = Pt(height)
    for line, texts in zip(table._tbl.tr_lst, (sheet.headings, *sheet.rows), strict=True):
        is_head = line is table._tbl.tr_lst[0]
        for cell, text, right in zip(line.tc_lst, texts, sheet.right, strict=True):
            _write(cell, text, sheet.size, right, is_head, accent)


def _write(cell: Any, text: str, size: float, right: bool, is_head: bool, rule: str) -> None:  # noqa: ANN401
    """One cell, written as XML: through the library's objects a long table takes seconds."""
    body = cell.get_or_add_txBody()
    paragraph = body.p_lst[0]
    paragraph[:] = []
    if right:
        paragraph.get_or_add_pPr().set("algn", "r")
    run = child(paragraph, "a:r")
    fill(child(run, "a:rPr", sz=str(int(size * 100)), b=str(int(is_head))), INK)
    child(run, "a:t").text = text
    around = cell.get_or_add_tcPr()
    for name, points in (("marL", SIDE), ("marR", SIDE), ("marT", ABOVE), ("marB", ABOVE)):
        around.set(name, str(int(Pt(points))))
    around.set("anchor", "b" if is_head else "t")
    fill(child(around, "a:lnB", w=str(Pt(1.5 if is_head else 0.75))), rule if is_head else LIGHT_RULE)
