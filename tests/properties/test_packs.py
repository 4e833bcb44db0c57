"""Packs hold whatever text data holds, in each of the three formats, and never a small count."""

import io
import re
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import get_args

import openpyxl
import pandas as pd
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation
from xlsxwriter import Workbook

from readiness.charts.native import Mark, Plot, PlotSeries, Stroke
from readiness.config.load import load_config
from readiness.dates import month_ends
from readiness.evidence.dataset import read_dataset
from readiness.evidence.write import csv_bytes
from readiness.packs.briefing import briefing_bytes
from readiness.packs.pack import FORMATS, pack_bytes
from readiness.packs.sheet import Sheet, SheetWriter
from readiness.packs.slides import slides_bytes
from readiness.packs.workbook import PLAIN
from readiness.story.message import Listing, Message, Question
from readiness.wording import in_unit
from readiness.workspace import Workspace
from tests.unit.packs.pack_made import ABOUT, DAY, LOOK, SINCE, chart, texts

ODD = st.sampled_from(
    [
        "=1+1",
        "@x",
        "<script>alert(1)</script>",
        "{{x}}",
        "\x00\x0b\x1f",
        "\ufffe",
        "_x0041_",
        "&amp;",
        "]]>",
        " ",
        "",
    ]
)
TEXT = st.one_of(ODD, st.text(max_size=60), st.text(alphabet="ab \n", max_size=900))
FIGURE = st.one_of(st.none(), st.floats(-1e6, 1e6, allow_nan=False))
CELL = st.one_of(TEXT, FIGURE, st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.booleans(), st.integers())
THIN = st.sampled_from([None, *get_args(Stroke)])
MARKS = st.sampled_from([None, *get_args(Mark)])


@st.composite
def plots(draw: st.DrawFn) -> Plot:
    """A plot of any kind with any text and figures."""
    categories = draw(st.lists(TEXT, min_size=1, max_size=6))
    values = st.lists(FIGURE, min_size=len(categories), max_size=len(categories)).map(tuple)
    series = draw(st.lists(st.tuples(TEXT, values, THIN, MARKS), min_size=1, max_size=3))
    return Plot(
        draw(st.sampled_from(["bars", "stacked bars", "columns", "stacked columns", "lines"])),
        tuple(categories),
        tuple(PlotSeries(name, held, "#2a78b8", thin, marks) for name, held, thin, marks in series),
        draw(st.sampled_from(["percent", "count", "", "rate per 10,000"])),
        decimals=draw(st.integers(0, 1)),
    )


@st.composite
def listings(draw: st.DrawFn) -> Listing:
    """A listing of any text and figures, with headings that may be the same."""
    wide = draw(st.integers(1, 7))
    rows = draw(st.lists(st.lists(CELL, min_size=wide, max_size=wide), max_size=40))
    return Listing(draw(TEXT), pd.DataFrame(rows, columns=draw(st.lists(TEXT, min_size=wide, max_size=wide))))


@st.composite
def messages(draw: st.DrawFn) -> Message:
    """A message of any text."""
    drawn = draw(st.one_of(st.none(), plots()))
    return Message(
        "any",
        draw(TEXT),
        tuple(draw(st.lists(TEXT, max_size=6))),
        tuple(draw(st.lists(TEXT, max_size=3))),
        "plan",
        chart=chart(drawn) if drawn else None,
        listings=tuple(draw(st.lists(listings(), max_size=2))),
        questions=tuple(Question(asked, asked) for asked in draw(st.lists(TEXT, max_size=2))),
        note=draw(TEXT),
    )


@settings(max_examples=30)
@given(st.lists(messages(), min_size=1, max_size=2))
def test_slides_hold_any_text_and_stay_inside(told: list[Message]) -> None:
    content, number = slides_bytes(told, ABOUT, LOOK)
    deck = Presentation(io.BytesIO(content))
    assert len(deck.slides) == number
    for slide in deck.slides:
        assert slide.shapes.title.text_frame.text
        assert ABOUT.marking in " ".join(texts(slide))
        for shape in slide.shapes:
            if not shape.has_table or len(shape.table.rows) > 2:
                assert shape.top + shape.height <= (deck.slide_height or 0)


@settings(max_examples=20)
@given(st.lists(messages(), min_size=1, max_size=2))
def test_a_briefing_holds_any_text(told: list[Message]) -> None:
    document = Document(io.BytesIO(briefing_bytes(told, ABOUT, "Readiness", SINCE)))
    assert any("Readiness" in paragraph.text for paragraph in document.paragraphs)


@settings(max_examples=30)
@given(listings(), st.one_of(st.none(), plots()), TEXT)
def test_a_sheet_holds_any_text_and_none_of_it_is_a_formula(
    listing: Listing, plot: Plot | None, name: str
) -> None:
    file = io.BytesIO()
    book = Workbook(file, PLAIN)
    SheetWriter(book, ABOUT, "#1A5F9E").add(Sheet(name, listing.title, listing.frame, plot))
    book.close()
    [sheet] = openpyxl.load_workbook(io.BytesIO(file.getvalue())).worksheets
    assert not any(cell.data_type == "f" or cell.hyperlink for row in sheet.iter_rows() for cell in row)


SMALL = st.integers(1, 4)
WHOLE = 211
"""A prime, so that a share of it is the share of nothing else that these datasets hold."""
ROOT = Path(__file__).parents[2]
CONFIG = load_config(ROOT / "config", {})
DATED = month_ends(date(2025, 12, 1), date(2026, 10, 31))


def small_dataset(folder: Path, tops: list[int], positive: int, alone: int) -> Workspace:
    """A live dataset of which every count of children is small."""
    description = "title: Small\nkind: live\nauthority: {name: Smallshire}\n"
    (folder / "dataset.yaml").write_text(description, encoding="utf-8")
    shares = [
        ("re-referrals-12m", f"{day}", str(top), str(WHOLE), "", "list")
        for day, top in zip(DATED, tops, strict=True)
    ]
    counts = [("children-without-allocated-social-worker", f"{DATED[-1]}", "", "", str(alone), "list")]
    headings = ("indicator", "period_end", "numerator", "denominator", "value", "source")
    (folder / "observations.csv").write_bytes(csv_bytes(headings, [*shares, *counts]))
    voice = ("feedback", "date", "criterion", "from", "kind", "positive", "responses", "theme")
    said = [
        (
            "F1",
            "2026-09-01",
            "care-plans-and-reviews",
            "children",
            "survey",
            str(positive),
            str(WHOLE),
            "Seen",
        )
    ]
    (folder / "feedback.csv").write_bytes(csv_bytes(voice, said))
    return Workspace(CONFIG, read_dataset(folder, CONFIG))


def everything(content: bytes) -> Iterator[str]:
    """Every text and figure of a file of Office, those of files inside it included."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            if name.endswith(".xlsx"):
                yield from everything(parts.read(name))
            elif name.endswith(".xml"):
                yield re.sub(r"<[^>]*>", " ", parts.read(name).decode("utf-8"))


@settings(max_examples=5)
@given(st.lists(SMALL, min_size=len(DATED), max_size=len(DATED)), SMALL, SMALL)
def test_no_pack_tells_a_count_of_one_to_four(tops: list[int], positive: int, alone: int) -> None:
    with tempfile.TemporaryDirectory() as made:
        workspace = small_dataset(Path(made), tops, positive, alone)
        assert workspace.dataset.problems == ()
        framework = workspace.framework(DAY).id
        for kind in FORMATS:
            said = " ".join(everything(pack_bytes(workspace, DAY, framework, SINCE, kind)))
            for top in {*tops, positive}:
                assert f"{top} of {WHOLE}" not in said
                assert in_unit(100 * top / WHOLE, "percent") not in said
                assert not re.search(rf"\b{100 * top / WHOLE:.6f}", said)
                assert not re.search(rf"\b{top / WHOLE:.6f}", said)
            assert not re.search(rf"social worker\W+{alone}\b|\b{alone} child", said)


def test_what_is_not_small_is_told() -> None:
    with tempfile.TemporaryDirectory() as made:
        workspace = small_dataset(Path(made), [30] * len(DATED), 60, 7)
        framework = workspace.framework(DAY).id
        for kind in FORMATS:
            said = " ".join(everything(pack_bytes(workspace, DAY, framework, SINCE, kind)))
            assert f"60 of {WHOLE}" in said
            assert "social worker: 7 at" in said
