"""Whatever text a file holds, a Word document takes it, and gives it back as it was read."""

import io

import pandas as pd
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

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
from tests.properties.strategies import START

TEXT = st.text(st.characters(), max_size=300)


@settings(max_examples=30, deadline=None)
@given(TEXT, st.lists(TEXT, max_size=3), st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=4))
def test_any_text_goes_in_and_comes_out(title: str, bullets: list[str], rows: list[tuple[str, str]]) -> None:
    document = new_document(Imprint(title, title, title, "live", START, title, title), title)
    add_heading(document, title, 2)
    add_paragraph(document, title, lead=title)
    add_bullets(document, bullets)
    add_table(document, pd.DataFrame(rows, columns=["One", "Two"]), title)
    found = Document(io.BytesIO(document_bytes(document)))
    assert found.paragraphs[0].text == clean(title)
    cells = [[cell.text for cell in row.cells] for row in found.tables[0].rows]
    assert cells == [["One", "Two"], *([clean(one), clean(two)] for one, two in rows)]
    listed = [
        each.text for each in found.paragraphs if each.style is not None and each.style.name == "List Bullet"
    ]
    assert listed == [clean(each) for each in bullets]
