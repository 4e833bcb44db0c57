"""What a strict reader of Office files asks of a package: parts that are typed, linked and numbered as they must be.

Nobody can open the real PowerPoint, Word or Excel in a test; these are the faults that make them offer a repair.
"""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import openpyxl
from openpyxl.utils.datetime import to_excel
from pptx.oxml import parse_xml

TYPES = "[Content_Types].xml"
LINKS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SLIDE = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class Link:
    """A relationship of a part: its number, the part it leads to, and whether that lies outside the file."""

    number: str
    target: str
    outside: bool


class Package:
    """An Office file as the parts that it is made of."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            names = file.namelist()
            assert len(names) == len({name.lower() for name in names})
            self.parts = {name: file.read(name) for name in names}

    def xml(self, name: str) -> Any:  # noqa: ANN401
        """A part as XML."""
        return parse_xml(self.parts[name])

    def named(self, beginning: str) -> list[str]:
        """The XML parts whose name begins so, but for their relationships."""
        return [name for name in self.parts if name.startswith(beginning) and name.endswith(".xml")]

    def links(self, part: str) -> list[Link]:
        """The relationships of a part; of the package itself for an empty name."""
        folder, name = posixpath.split(part)
        held = posixpath.join(folder, "_rels", f"{name}.rels")
        if held not in self.parts:
            return []
        found = []
        for each in self.xml(held):
            outside = each.get("TargetMode") == "External"
            target = each.get("Target")
            inside = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            found.append(Link(each.get("Id"), target if outside else posixpath.normpath(inside), outside))
        return found


def faults(content: bytes) -> list[str]:
    """Everything that a strict reader would complain of."""
    package = Package(content)
    return [
        *_untyped(package),
        *_links(package),
        *_numbers(package),
        *_charts(package),
        *_tables(package),
        *_fields(package),
    ]


def _untyped(package: Package) -> Iterator[str]:
    types = package.xml(TYPES)
    endings = {each.get("Extension").lower() for each in types if each.get("Extension")}
    named = {each.get("PartName").lstrip("/") for each in types if each.get("PartName")}
    yield from (f"{name} has a type and is not there" for name in named - package.parts.keys())
    for name in package.parts.keys() - named - {TYPES}:
        if name.rsplit(".", 1)[-1].lower() not in endings:
            yield f"{name} has no type"


def _links(package: Package) -> Iterator[str]:
    """Every link leads to a part, every part is led to, and no part names a link that it has not."""
    reached, waiting = {TYPES}, [""]
    while waiting:
        part = waiting.pop()
        held = package.links(part)
        numbers = [each.number for each in held]
        if len(numbers) != len(set(numbers)):
            yield f"{part} has two links of one number"
        if part.endswith(".xml"):
            yield from (f"{part} names {each}" for each in _named_links(package.xml(part)) - set(numbers))
        for each in held:
            if each.outside or each.target in reached:
                continue
            if each.target not in package.parts:
                yield f"{part} leads to {each.target}"
                continue
            reached.add(each.target)
            waiting.append(each.target)
    orphans = {name for name in package.parts.keys() - reached if not name.endswith(".rels")}
    yield from (f"nothing leads to {name}" for name in orphans)


def _named_links(part: Any) -> set[str]:  # noqa: ANN401
    return {value for each in part.iter() for name, value in each.attrib.items() if name.startswith(LINKS)}


def _numbers(package: Package) -> Iterator[str]:
    """Shapes of a slide have numbers of their own, and a title that is read first."""
    for name in package.named("ppt/slides/"):
        slide = package.xml(name)
        numbers = [each.get("id") for each in slide.iter(f"{SLIDE}cNvPr")]
        if len(numbers) != len(set(numbers)) or not all(0 < int(each) < 2**31 for each in numbers):
            yield f"{name}: numbers of shapes {numbers}"
        first = next(slide.iter(f"{SLIDE}sp"))
        place = first.find(f"{SLIDE}nvSpPr/{SLIDE}nvPr/{SLIDE}ph")
        if place is None or place.get("type") not in ("title", "ctrTitle"):
            yield f"{name}: no title stands first"
        for frame in slide.iter(f"{SLIDE}graphicFrame"):
            if not frame.find(f"{SLIDE}nvGraphicFramePr/{SLIDE}cNvPr").get("descr"):
                yield f"{name}: a chart or table is not described"


def _charts(package: Package) -> Iterator[str]:
    """Axes are numbered and paired; the figures drawn are those of the workbook behind a chart."""
    for name in (*package.named("ppt/charts/"), *package.named("xl/charts/")):
        chart = package.xml(name)
        axes = [each.get("val") for each in chart.findall(f".//{CHART}plotArea/*/{CHART}axId")]
        crossed = [each.get("val") for each in chart.iter(f"{CHART}crossAx")]
        if not all(each.isdigit() for each in (*axes, *crossed)) or not set(crossed) <= set(axes):
            yield f"{name}: axes {axes} and {crossed}"
        if name.startswith("ppt/"):
            yield from (f"{name}: {each}" for each in _behind(package, name, chart))


def _behind(package: Package, name: str, chart: Any) -> Iterator[str]:  # noqa: ANN401
    """What differs between a chart of a slide and the workbook in which its figures are edited."""
    named = chart.find(f"{CHART}externalData")
    if named is None:
        yield "no workbook behind it"
        return
    [book] = [each.target for each in package.links(name) if each.number == named.get(f"{LINKS}id")]
    sheet = openpyxl.load_workbook(io.BytesIO(package.parts[book])).worksheets[0]
    for kept in chart.iter(f"{CHART}numRef", f"{CHART}strRef"):
        place = kept.find(f"{CHART}f").text
        drawn = {int(each.get("idx")): each.find(f"{CHART}v").text for each in kept.iter(f"{CHART}pt")}
        held = _held(sheet, place.rsplit("!", 1)[1].replace("$", ""))
        if held.keys() != drawn.keys() or any(not _same(held[at], drawn[at]) for at in held):
            yield f"{place} holds {held}, drawn is {drawn}"


def _held(sheet: Any, place: str) -> dict[int, Any]:  # noqa: ANN401
    """The cells of a place that hold something, by their number."""
    found = sheet[place]
    cells = [cell for row in found for cell in row] if isinstance(found, tuple) else [found]
    return {number: cell.value for number, cell in enumerate(cells) if cell.value is not None}


def _same(held: Any, drawn: str) -> bool:  # noqa: ANN401
    if isinstance(held, str):
        return held == drawn
    return abs((held if isinstance(held, int | float) else to_excel(held)) - float(drawn)) < 1e-9


def _tables(package: Package) -> Iterator[str]:
    """Rows have as many cells as the table has columns, and the first row of a table is marked as its heading."""
    for name in package.named("ppt/slides/"):
        for table in package.xml(name).iter(f"{DRAWING}tbl"):
            yield from (f"{name}: {each}" for each in _rows(table, DRAWING))
            if table.find(f"{DRAWING}tblPr").get("firstRow") != "1":
                yield f"{name}: a table without a heading row"
    for name in package.named("word/document"):
        for table in package.xml(name).iter(f"{WORD}tbl"):
            yield from (f"{name}: {each}" for each in _rows(table, WORD))
            if table.find(f"{WORD}tr/{WORD}trPr/{WORD}tblHeader") is None:
                yield f"{name}: a table without a heading row"


def _rows(table: Any, space: str) -> Iterator[str]:  # noqa: ANN401
    wide = len(table.findall(f"{space}tblGrid/{space}gridCol"))
    if any(len(row.findall(f"{space}tc")) != wide for row in table.iter(f"{space}tr")):
        yield "a row of another length than its table"


def _fields(package: Package) -> Iterator[str]:
    """A field of Word begins, parts and ends, in this order."""
    for name in package.named("word/"):
        marks = [each.get(f"{WORD}fldCharType") for each in package.xml(name).iter(f"{WORD}fldChar")]
        if marks != ["begin", "separate", "end"] * (len(marks) // 3):
            yield f"{name}: fields {marks}"
