"""The house style of every Word file: A4, real headings, numbered pages, tables whose headings repeat.

A document is begun with `new_document`, filled from top to bottom by the `add_` functions, and turned into a file by
`document_bytes`. Text from files goes in as written: it is never read as markup (`text.clean`).
"""

import io
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from typing import Any

import pandas as pd
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Pt, RGBColor
from docx.text.paragraph import Paragraph

from readiness.charts.palette import ACCENT
from readiness.packs.imprint import Imprint
from readiness.packs.text import clean
from readiness.packs.word_table import fill_table

FONT = "Arial"
LANGUAGE = "en-GB"
MARGIN = Cm(2)
PAGE_WIDTH, PAGE_HEIGHT = Cm(21), Cm(29.7)
TEXT_WIDTH = Emu(PAGE_WIDTH - 2 * MARGIN)
LONGEST_PROPERTY = 255
"""Characters that a property of the file, such as its title, may have."""
HEADINGS = (("Title", 24, 0, 6), ("Heading 1", 16, 20, 6), ("Heading 2", 13, 14, 4), ("Heading 3", 11, 10, 2))
"""Style, size, and space before and after, all in points."""


def new_document(imprint: Imprint, title: str) -> WordDocument:
    """An empty document in the house style, headed by its title and what the file is; its footer says both."""
    document = Document()
    _drop_old_styles(document)
    _set_page(document)
    _set_styles(document)
    _set_properties(document, imprint, title)
    _set_header_and_footer(document, imprint)
    _paragraph(document, "Title", title)
    lead = f"{imprint.dataset} · as at {imprint.as_at.day} {imprint.as_at:%B %Y} · {imprint.framework}"
    _paragraph(document, "Subtitle", lead)
    if imprint.warning:
        add_notice(document, imprint.warning)
    return document


def add_heading(document: WordDocument, text: str, level: int = 1) -> Paragraph:
    """A heading of level 1 to 3: one that the navigation pane and a screen reader know."""
    return document.add_heading(clean(text), level)


def add_paragraph(document: WordDocument, text: str, *, lead: str = "", small: bool = False) -> Paragraph:
    """A paragraph of text; `lead` stands before it in bold. `small` is for sources and notes."""
    paragraph = _paragraph(document, "Note" if small else "Normal")
    if lead:
        paragraph.add_run(f"{clean(lead)} ").bold = True
    paragraph.add_run(clean(text))
    return paragraph


def add_notice(document: WordDocument, text: str) -> Paragraph:
    """A sentence that nobody may miss: bold, between two rules."""
    return _paragraph(document, "Notice", text)


def add_bullets(document: WordDocument, texts: Iterable[str]) -> None:
    """A list, an entry a line."""
    for text in texts:
        _paragraph(document, "ListBullet", text)


def add_table(
    document: WordDocument, frame: pd.DataFrame, caption: str, widths: Sequence[float] | None = None
) -> None:
    """A table with its caption above it; its heading row repeats on each page and no row breaks across two.

    `widths` are the columns' shares of the page, in any unit; left out, columns get room by what they hold. Numbers
    stand right. The caption is also what a screen reader says of the table. A frame without rows adds nothing.
    """
    if frame.empty:
        return
    _paragraph(document, "Caption", caption)
    cells = [[_cell(value) for value in row] for row in frame.itertuples(index=False)]
    right = [pd.api.types.is_numeric_dtype(frame[name]) for name in frame.columns]
    table = document.add_table(rows=0, cols=len(frame.columns))
    fill_table(
        table, [clean(name) for name in frame.columns], cells, right, TEXT_WIDTH, widths, clean(caption)
    )
    _paragraph(document, "Aftertable")


def add_picture(document: WordDocument, picture: bytes, alt: str, width: Emu = TEXT_WIDTH) -> None:
    """A picture (PNG) as wide as the text, with the words that stand for it where it can't be seen."""
    shape = document.add_picture(io.BytesIO(picture), width=width)
    shape._inline.docPr.set("descr", clean(alt))


def document_bytes(document: WordDocument) -> bytes:
    """The document as a .docx file."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _paragraph(document: WordDocument, style: str, text: str = "") -> Paragraph:
    """A paragraph in the style of this id: looking one up by its name walks all styles."""
    paragraph = document.add_paragraph(clean(text))
    paragraph._p.style = style
    return paragraph


def _cell(value: object) -> str:
    if value is None or value is pd.NA or value != value:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:,}" if isinstance(value, int) else clean(value)


def _drop_old_styles(document: WordDocument) -> None:
    """The library's template keeps its styles twice, the second time for Word 2010: there ours would be missing."""
    held = document.part.rels.items()
    [number] = [key for key, each in held if each.reltype.endswith("/stylesWithEffects")]
    document.part.drop_rel(number)


def _set_page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = PAGE_WIDTH, PAGE_HEIGHT
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = MARGIN
    section.header_distance = section.footer_distance = Cm(0.9)


def _set_styles(document: WordDocument) -> None:
    styles = document.styles
    _font(styles["Normal"], 10.5)
    _space(styles["Normal"], 0, 6, 1.12)
    for name, size, before, after in HEADINGS:
        _font(styles[name], size, bold=True, colour=ACCENT)
        _space(styles[name], before, after, 1.0)
        styles[name].paragraph_format.keep_with_next = True
        _without_rule(styles[name])
    _font(styles["Subtitle"], 11)
    _space(styles["Subtitle"], 0, 10, 1.0)
    _font(styles["List Bullet"], 10.5)
    _space(styles["List Bullet"], 0, 3, 1.12)
    _font(styles["Caption"], 9.5, bold=True)
    _space(styles["Caption"], 8, 3, 1.0)
    styles["Caption"].paragraph_format.keep_with_next = True
    for name in ("Header", "Footer"):
        _font(styles[name], 8)
    for name, size in (("Note", 8.5), ("Notice", 11), ("After table", 4), ("Cell", 9.5)):
        style = styles.add_style(name, 1)
        style.base_style = styles["Normal"]
        _font(style, size, bold=name == "Notice")
        _space(style, 0, {"Cell": 0, "After table": 0}.get(name, 6), 1.0)
    _ruled(styles["Notice"])
    _language(styles.element)


def _font(style: Any, size: float, *, bold: bool = False, colour: str = "") -> None:  # noqa: ANN401
    """One typeface for every script: the template's theme would take another for headings."""
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
    style.font.color.rgb = RGBColor.from_string(colour.removeprefix("#").upper()) if colour else None
    letters = style.element.get_or_add_rPr()
    for spread in letters.findall(qn("w:spacing")):
        letters.remove(spread)
    fonts = letters.get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), FONT)


def _space(style: Any, before: float, after: float, line: float) -> None:  # noqa: ANN401
    shape = style.paragraph_format
    shape.space_before, shape.space_after, shape.line_spacing = Pt(before), Pt(after), line


def _without_rule(style: Any) -> None:  # noqa: ANN401
    for border in style.element.xpath("w:pPr/w:pBdr"):
        border.getparent().remove(border)


def _ruled(style: Any) -> None:  # noqa: ANN401
    borders = OxmlElement("w:pBdr")
    for side in ("top", "bottom"):
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "8"), ("space", "4"), ("color", ACCENT[1:])):
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
    )


def _language(styles: Any) -> None:  # noqa: ANN401
    for language in styles.xpath("w:docDefaults//w:lang"):
        language.set(qn("w:val"), LANGUAGE)


def _set_properties(document: WordDocument, imprint: Imprint, title: str) -> None:
    about = document.core_properties
    about.title = clean(title)[:LONGEST_PROPERTY]
    about.author = clean(imprint.authority)[:LONGEST_PROPERTY]
    about.last_modified_by = about.author
    about.subject = clean(imprint.footer)[:LONGEST_PROPERTY]
    about.keywords = clean(imprint.marking)[:LONGEST_PROPERTY]
    about.language, about.comments = LANGUAGE, ""
    about.created = about.modified = datetime.combine(imprint.as_at, time())


def _set_header_and_footer(document: WordDocument, imprint: Imprint) -> None:
    section = document.sections[0]
    head = section.header.paragraphs[0]
    head.add_run(clean(imprint.marking)).bold = True
    if imprint.warning:
        head.add_run(f"\u2003{clean(imprint.warning)}").bold = True
    foot = section.footer.paragraphs[0]
    foot.add_run(clean(imprint.footer))
    numbers = section.footer.add_paragraph(style="Footer")
    numbers.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for words, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        numbers.add_run(words)
        _field(numbers, field)


def _field(paragraph: Paragraph, code: str) -> None:
    """A field that the word processor fills in: the number of the page, or of all pages."""
    for kind in ("begin", code, "separate", "1", "end"):
        run = paragraph.add_run()
        if kind == code:
            instruction = OxmlElement("w:instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = f" {code} "
            run._r.append(instruction)
        elif kind == "1":
            run.text = "1"
        else:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
