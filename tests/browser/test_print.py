"""A printed page is a clean A4: title, whose evidence, date, marking and page numbers, and no controls."""

import io
import re
import unicodedata
from collections.abc import Callable

import pytest
from pypdf import PdfReader

from tests.browser.visitor import Visitor

A4 = (595, 842)
"""Points: the short side, the long side."""
CONTROLS = ("Download", "The figures as a table", "In force on that day", "Compared with")
PAGES = [
    pytest.param("", "found unsafe in an audit", (A4[1], A4[0]), id="overview-lies"),
    pytest.param("plan", "open actions are overdue", A4, id="plan-upright"),
]


@pytest.mark.parametrize(("path", "title", "size"), PAGES)
def test_a_page_prints_clean_on_a4(
    visit: Callable[..., Visitor], address: str, path: str, title: str, size: tuple[int, int]
) -> None:
    visitor = visit(f"{address}/{path}?dataset=northmere", width=1920, height=1080)
    sheets = PdfReader(io.BytesIO(visitor.page.pdf(prefer_css_page_size=True))).pages
    assert {(round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in sheets} == {size}
    words = [as_typed(sheet.extract_text()) for sheet in sheets]
    for expected in (
        "Northmere Council (fictional)",
        "as at",
        "Official - sensitive",
        "Synthetic data",
        title,
    ):
        assert expected in words[0]
    assert [f"Page {number} of {len(words)}" in said for number, said in enumerate(words, 1)] == [True] * len(
        words
    )
    assert [control for control in CONTROLS if any(control in said for said in words)] == []


def test_a_quarter_of_the_plan_is_folded_on_screen_and_printed_with_every_action(
    visit: Callable[..., Visitor], address: str
) -> None:
    visitor = visit(
        f"{address}/plan?dataset=northmere&as_at=2026-11-06&quarter=2026-q1", width=1440, height=900
    )
    assert not visitor.page.get_by_text("Action, and why").first.is_visible()
    printed = visitor.page.pdf(prefer_css_page_size=True)
    words = as_typed(" ".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(printed)).pages))
    title = as_typed(visitor.page.locator("h1").inner_text())
    in_hand = int(title.partition(": ")[2].partition(" ")[0])
    assert len(set(re.findall(r"actions\.csv, ?line (\d+)", words))) == in_hand


def as_typed(text: str) -> str:
    """Text of a sheet in one line, without the joined letters that a font may have."""
    return unicodedata.normalize("NFKC", " ".join(text.split()))


def test_who_reads_on_paper_is_told_of_every_question_that_is_folded_on_screen(
    visit: Callable[..., Visitor], address: str
) -> None:
    visitor = visit(f"{address}/enquiry?dataset=northmere&as_at=2026-11-06", width=1440, height=900)
    number = int(visitor.page.locator("h1").inner_text().partition(" ")[0])
    printed = PdfReader(io.BytesIO(visitor.page.pdf(prefer_css_page_size=True)))
    words = as_typed(" ".join(sheet.extract_text() for sheet in printed.pages))
    assert [each for each in range(1, number + 1) if f"{each}. " not in words] == []
    assert "folded on screen" in words


def test_what_changed_since_the_last_meeting_is_one_sheet(
    visit: Callable[..., Visitor], address: str
) -> None:
    visitor = visit(f"{address}/since?dataset=northmere&as_at=2026-11-06", width=1440, height=900)
    assert len(PdfReader(io.BytesIO(visitor.page.pdf(prefer_css_page_size=True))).pages) == 1
