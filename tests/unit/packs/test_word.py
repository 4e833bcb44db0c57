"""The house style of Word files: what a reader, a screen reader and a printer find in one."""

import io
import zipfile
from datetime import date

import pandas as pd
import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Cm

from readiness.packs.imprint import Imprint
from readiness.packs.text import clean
from readiness.packs.word import (
    add_bullets,
    add_heading,
    add_paragraph,
    add_table,
    document_bytes,
    new_document,
)

DAY = date(2026, 11, 6)


def made(kind: str = "synthetic", title: str = "Readiness") -> WordDocument:
    about = Imprint("Official - sensitive", "Northmere", "Northmere made up", kind, DAY, "ILACS", "Ofsted")
    return new_document(about, title)


def read_back(document: WordDocument) -> WordDocument:
    return Document(io.BytesIO(document_bytes(document)))


def styled(document: WordDocument) -> list[tuple[str, str]]:
    """Every paragraph with the name of its style."""
    return [(str(each.style.name) if each.style else "", each.text) for each in document.paragraphs]


def part(document: WordDocument, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(document_bytes(document))) as file:
        return file.read(name).decode("utf-8")


def test_a_document_is_a4_in_british_english_with_its_title_and_author_as_properties() -> None:
    found = read_back(made())
    section = found.sections[0]
    assert (section.page_width, section.page_height) == (
        pytest.approx(Cm(21), abs=999),
        pytest.approx(Cm(29.7), abs=999),
    )
    assert (found.core_properties.title, found.core_properties.author) == ("Readiness", "Northmere")
    assert found.core_properties.language == "en-GB"
    assert 'w:val="en-GB"' in part(made(), "word/styles.xml").split("</w:docDefaults>")[0]


def test_every_page_says_its_marking_that_it_is_invented_and_its_number_of_how_many() -> None:
    section = read_back(made()).sections[0]
    head = section.header.paragraphs[0].text
    foot = "\n".join(each.text for each in section.footer.paragraphs)
    assert "Official - sensitive" in head
    assert "every figure is invented" in head
    assert "A local working judgement, not Ofsted's" in foot
    assert "Page 1 of 1" in foot
    codes = [each.text.strip() for each in section.footer._element.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]


def test_a_published_dataset_carries_no_warning() -> None:
    found = read_back(made("published"))
    assert "Notice" not in [style for style, _ in styled(found)]
    assert "invented" not in found.sections[0].header.paragraphs[0].text


def test_headings_and_lists_are_real_styles() -> None:
    document = made()
    add_heading(document, "First")
    add_heading(document, "Under it", 2)
    add_bullets(document, ["one", "two"])
    styles = styled(read_back(document))
    assert ("Heading 1", "First") in styles
    assert ("Heading 2", "Under it") in styles
    assert styles[-2:] == [("List Bullet", "one"), ("List Bullet", "two")]


def test_a_table_repeats_its_headings_keeps_rows_whole_and_has_a_caption() -> None:
    document = made()
    add_table(document, pd.DataFrame({"Theme": ["Visits", "Plans"], "Children": [1234, 7]}), "What we hold")
    table = read_back(document).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Theme", "Children"],
        ["Visits", "1,234"],
        ["Plans", "7"],
    ]
    assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "What we hold"
    assert len(list(table.rows[0]._tr.iter(qn("w:tblHeader")))) == 1
    assert all(len(list(row._tr.iter(qn("w:cantSplit")))) == 1 for row in table.rows)
    assert sum(column.width for column in table.columns) == pytest.approx(Cm(17), abs=Cm(0.1))


def test_a_frame_without_rows_adds_nothing() -> None:
    document = made()
    add_table(document, pd.DataFrame({"Theme": []}), "Nothing")
    assert not read_back(document).tables


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("a\x00b\x1fc", "abc"),
        ("line\nbreak\tand\x0btab", "line break andtab"),
        ("\ud800 lone", "� lone"),
        ("<w:p>&amp;</w:p>", "<w:p>&amp;</w:p>"),
        ("", ""),
    ],
)
def test_text_is_held_as_written_save_what_a_word_file_cannot_hold(text: str, held: str) -> None:
    document = made()
    assert add_paragraph(document, text).text == held == clean(text)
    assert read_back(document).paragraphs[-1].text == held


def test_a_title_longer_than_a_property_may_be_is_cut_there_and_whole_on_the_page() -> None:
    found = read_back(made(title="Long " * 200))
    assert len(found.core_properties.title) == 255
    assert len(found.paragraphs[0].text) == 999
