"""Tables of the house's Word files: a heading row that repeats, columns with the room they need, rules between rows."""

from collections.abc import Sequence
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu
from docx.table import Table, _Row

from readiness.charts.palette import ACCENT, ORDINARY

NARROWEST, WIDEST = 8, 30
"""Characters that a column gets room for, at least and at most, where widths are not given."""
TOGETHER = 5
"""Rows up to which a table stays on one page: a longer one would leave half of the page before it white."""


def fill_table(
    table: Table,
    headings: Sequence[str],
    cells: Sequence[Sequence[str]],
    right: Sequence[bool],
    width: Emu,
    shares: Sequence[float] | None,
    caption: str,
) -> None:
    """Headings and rows of text into an empty table; columns that are `right` stand right."""
    _describe(table, caption)
    _rule(table)
    widths = _widths(shares or column_shares(headings, cells), width)
    for column, room in zip(table.columns, widths, strict=True):
        column.width = room
    _add(table, headings, right, widths, bold=True)
    _repeat(table.rows[0])
    for row in cells:
        _add(table, row, right, widths)
    rows = list(table.rows)
    for line in rows[1:-1] if len(cells) <= TOGETHER else rows[-3:-1]:  # no row begins a page alone
        _keep_with_next(line)


def column_shares(headings: Sequence[str], cells: Sequence[Sequence[str]]) -> list[float]:
    """How many characters each column would like: its longest cell, or its longest word where that is more."""
    columns = zip(headings, *cells, strict=True)
    return [float(min(max(max(map(_room, column)), NARROWEST), WIDEST)) for column in columns]


def _add(
    table: Table, texts: Sequence[str], right: Sequence[bool], widths: Sequence[Emu], *, bold: bool = False
) -> None:
    """A row, kept on one page. Cells of the row are asked for once: each asking walks the table."""
    row = table.add_row()
    _child(row._tr.get_or_add_trPr(), "w:cantSplit")
    for cell, text, to_the_right, room in zip(row.cells, texts, right, widths, strict=True):
        cell.width = room
        paragraph = cell.paragraphs[0]
        paragraph._p.style = "Cell"  # by its id: looking a style up by name walks all of them, cell by cell
        if to_the_right:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.add_run(text).bold = bold or None


def _room(text: str) -> int:
    longest_word = max(map(len, text.split()), default=0)
    return max(longest_word + 2, min(len(text), WIDEST))


def _widths(shares: Sequence[float], width: Emu) -> list[Emu]:
    whole = sum(shares)
    return [Emu(int(width * share / whole)) for share in shares]


def _repeat(row: _Row) -> None:
    _child(row._tr.get_or_add_trPr(), "w:tblHeader")
    _keep_with_next(row)


def _keep_with_next(row: _Row) -> None:
    for cell in row.cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def _describe(table: Table, caption: str) -> None:
    """The caption as the table's own title, fixed columns, and that its first row holds headings."""
    table.autofit = False
    properties = table._tbl.tblPr
    for look in properties.findall(qn("w:tblLook")):
        properties.remove(look)
    _child(
        properties,
        "w:tblLook",
        val="0020",
        firstRow="1",
        lastRow="0",
        firstColumn="0",
        noHBand="1",
        noVBand="1",
    )
    _child(properties, "w:tblCaption", val=caption)


def _rule(table: Table) -> None:
    """A rule between rows, a stronger one around the whole; space inside the cells."""
    properties = table._tbl.tblPr
    borders, margins = OxmlElement("w:tblBorders"), OxmlElement("w:tblCellMar")
    for side, size, colour in (("top", "8", ACCENT), ("bottom", "8", ACCENT), ("insideH", "4", ORDINARY)):
        _child(borders, f"w:{side}", val="single", sz=size, space="0", color=colour[1:])
    for side, twips in (("top", "40"), ("left", "60"), ("bottom", "40"), ("right", "60")):
        _child(margins, f"w:{side}", w=twips, type="dxa")
    place = properties.find(qn("w:tblLayout"))
    place.addprevious(borders)
    place.addnext(margins)


def _child(parent: Any, tag: str, **attributes: str) -> None:  # noqa: ANN401
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    parent.append(element)
