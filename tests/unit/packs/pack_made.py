"""Messages made by hand, the imprint of a made authority, and packs opened again."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from pptx import Presentation

from readiness.charts.figure import Chart
from readiness.charts.native import Plot, PlotSeries
from readiness.charts.palette import ACCENT, CONCERN, ORDINARY
from readiness.packs.imprint import Imprint
from readiness.packs.slides import Look, slides_bytes
from readiness.story.message import Listing, Message, Question

DAY, SINCE = date(2026, 11, 6), date(2026, 8, 6)
ABOUT = Imprint(
    "Official - sensitive", "Nowhere Council", "Nowhere (made)", "live", DAY, "A framework", "Ofsted"
)
INVENTED = replace(ABOUT, kind="synthetic")
LOOK = Look("#1A5F9E", None, "Inspection readiness", SINCE)
LINES = Plot(
    "lines",
    ("Jan 2026", "Feb 2026", "Mar 2026", "Apr 2026"),
    (
        PlotSeries("Visits", (81.5, None, 83.25, 79.0), ORDINARY),
        PlotSeries("Target", (85.0, 85.0, 85.0, 85.0), ACCENT, thin="dash"),
        PlotSeries("Concern", (None, None, None, 79.0), CONCERN, marks="square"),
    ),
    unit="percent",
    decimals=1,
)
BARS = Plot(
    "bars", ("Care", "Help"), (PlotSeries("Score", (61.0, 54.0), ACCENT),), "Readiness score", 0.0, 100.0
)


def chart(plot: Plot | None = BARS, table: pd.DataFrame | None = None) -> Chart:
    """A chart of a plot, with a table."""
    held = pd.DataFrame({"Area": ["Care", "Help"], "Score": ["61", "54"]}) if table is None else table
    return Chart(
        "Title", "What is plotted", "Its reading.", "How to.", go.Figure(), held, "Alt", "f", native=plot
    )


def message(title: str = "Care is lowest.", **more: Any) -> Message:  # noqa: ANN401
    """A message with a point, a question and a source."""
    held: dict[str, Any] = {
        "id": "one", "title": title, "points": ("A point.",), "sources": ("audits.csv",), "page": "areas",
        "questions": (Question("Why?", "Because of it."),),
    }  # fmt: skip
    return Message(**{**held, **more})


def listing(rows: int = 3, title: str = "The actions") -> Listing:
    """A listing of so many rows."""
    return Listing(title, pd.DataFrame([{"Action": f"Action {n}", "Days": n} for n in range(1, rows + 1)]))


def opened(messages: Sequence[Message], about: Imprint = ABOUT, template: Path | None = None) -> Any:  # noqa: ANN401
    """The slides of these messages, read back."""
    content, number = slides_bytes(messages, about, replace(LOOK, template=template))
    deck = Presentation(io.BytesIO(content))
    assert len(deck.slides) == number
    return deck


def charts(deck: Any) -> list[Any]:  # noqa: ANN401
    """Every chart of a deck."""
    return [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]


def tables(deck: Any) -> list[list[list[str]]]:  # noqa: ANN401
    """The texts of every table of a deck, row by row."""
    return [
        [[cell.text for cell in row.cells] for row in shape.table.rows]
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_table
    ]


def texts(slide: Any) -> Iterator[str]:  # noqa: ANN401
    """Every text of a slide in reading order, those of tables included."""
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield shape.text_frame.text
        if shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)


def notes(slide: Any) -> str:  # noqa: ANN401
    """The notes of a slide."""
    return slide.notes_slide.notes_text_frame.text
