"""The briefing: each message as a passage, short enough to be read before the meeting."""

import io
from typing import Any

import pandas as pd
from docx import Document

from readiness.charts.native import Plot, PlotSeries
from readiness.packs.briefing import briefing_bytes, plot_table
from readiness.packs.imprint import INVENTED as WARNING
from readiness.story.message import Message
from tests.unit.packs.pack_made import ABOUT, BARS, INVENTED, LINES, SINCE, chart, listing, message


def briefing(*messages: Message, about: Any = ABOUT) -> Any:  # noqa: ANN401
    """The briefing of these messages, read back."""
    return Document(io.BytesIO(briefing_bytes(messages, about, "Inspection readiness", SINCE)))


def said(document: Any) -> str:  # noqa: ANN401
    """Every paragraph of a document."""
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def cells(document: Any) -> list[list[list[str]]]:  # noqa: ANN401
    """The texts of every table."""
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]


def test_a_message_is_a_passage_with_its_points_and_its_source() -> None:
    document = briefing(message(points=("One thing.", "Another.")))
    headings = [each.text for each in document.paragraphs if each.style.name == "Heading 2"]
    assert headings == ["Care is lowest."]
    for words in ("One thing.", "Another.", "Source: audits.csv", ABOUT.local, "6 August 2026"):
        assert words in said(document)


def test_its_first_listing_is_its_table_with_the_first_rows() -> None:
    document = briefing(message(listings=(listing(20), listing(2, "Others"))))
    [table] = cells(document)
    assert table[0] == ["Action", "Days"]
    assert len(table) == 9
    assert "The actions (8 of 20 rows)" in said(document)


def test_without_a_listing_the_few_figures_of_a_chart_are_its_table() -> None:
    [table] = cells(briefing(message(chart=chart(BARS))))
    assert table == [["Area", "Readiness score"], ["Care", "61"], ["Help", "54"]]
    assert not cells(briefing(message(chart=chart(LINES))))


def test_the_figures_of_a_plot_are_told_in_their_unit_with_their_sign() -> None:
    two = (PlotSeries("Lifted", (1.25, None), "#000000"), PlotSeries("Lowered", (None, -0.4), "#000000"))
    assert plot_table(Plot("stacked bars", ("a", "b"), two, "points"), "Step").to_dict("list") == {
        "Step": ["a", "b"],
        "Points": ["+1.2", "−0.4"],
    }
    both = (PlotSeries("Now", (75.0, 60.5), "#000000"), PlotSeries("Before", (None, 1.0), "#000000"))
    assert plot_table(Plot("bars", ("a", "b"), both, "percent"), "Step").to_dict("list") == {
        "Step": ["a", "b"],
        "Now": ["75%", "60.5%"],
        "Before": ["", "1%"],
    }


def test_many_long_messages_are_shortened_until_they_fit_a_few_pages() -> None:
    long = "A sentence that goes on about children, how they are seen and what they say of it. " * 6
    wide = pd.DataFrame([{f"Column {n}": long for n in range(8)}] * 40)
    many = [message(title=long, points=(long,) * 9, listings=(type(listing())("T", wide),))] * 12
    document = briefing(*many)
    words = len(said(document).split()) + sum(
        len(c.split()) for t in cells(document) for row in t for c in row
    )
    assert words < 4 * 600
    assert "more on the slides" in said(document)


def test_an_invented_dataset_says_so() -> None:
    assert WARNING in said(briefing(message(), about=INVENTED))
    assert WARNING not in said(briefing(message()))
