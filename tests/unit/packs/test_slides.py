"""Slides: a message each, with all that a slide must say, and nothing lost that has no room."""

import io
import zipfile
from dataclasses import replace

import openpyxl
import pandas as pd
import pytest
from pptx.enum.chart import XL_CHART_TYPE, XL_MARKER_STYLE
from pptx.oxml.ns import qn

from readiness.charts.native import Plot, PlotSeries
from readiness.charts.palette import ACCENT
from readiness.packs.imprint import INVENTED as WARNING
from readiness.packs.slides import slides_bytes
from tests.unit.packs.pack_made import (
    ABOUT,
    BARS,
    INVENTED,
    LINES,
    LOOK,
    chart,
    charts,
    listing,
    message,
    notes,
    opened,
    tables,
    texts,
)

ROUNDING = 100
"""A tiny part of a point, in which places are kept."""
LONG = (
    "A sentence that goes on about children and how they are seen and heard by those who work with them. " * 6
)


def test_every_slide_has_a_title_its_marking_what_it_is_not_and_notes() -> None:
    deck = opened([message(chart=chart()), message(listings=(listing(60),)), message(points=())])
    assert len(deck.slides) > 5
    for slide in deck.slides:
        said = " ".join(texts(slide))
        assert slide.shapes.title.text_frame.text.strip()
        assert ABOUT.marking in said
        assert ABOUT.local in said
        assert "as at 6 November 2026" in said or "As at 6 November 2026" in said
        assert notes(slide).strip()
        assert WARNING not in said


def test_an_invented_dataset_says_so_on_every_slide() -> None:
    deck = opened([message(chart=chart()), message(listings=(listing(60),))], INVENTED)
    assert all(WARNING in " ".join(texts(slide)) for slide in deck.slides)


def test_the_first_slide_says_whose_figures_of_which_day_and_what_they_are_compared_with() -> None:
    said = " ".join(texts(opened([message()]).slides[0]))
    for words in ("Inspection readiness: Nowhere Council", "compared with 6 August 2026", "A framework"):
        assert words in said


def test_a_message_is_read_title_first_and_its_source_and_footer_last() -> None:
    slide = opened([message(chart=chart())]).slides[1]
    names = [shape.name.split(" ")[0] for shape in slide.shapes]
    assert names[0] == "Title"
    assert names.index("Chart") < names.index("Points") < names.index("Source")
    assert "Source: audits.csv" in list(texts(slide))


def test_the_series_of_a_chart_are_those_of_the_plot_with_gaps() -> None:
    [found] = charts(opened([message(chart=chart(LINES))]))
    assert {each.name: tuple(each.values) for each in found.plots[0].series} == {
        each.name: each.values for each in LINES.series
    }
    assert found._chartSpace.find(qn("c:chart")).find(qn("c:dispBlanksAs")).get("val") == "gap"
    assert found.has_legend


@pytest.mark.parametrize(
    ("kind", "drawn"),
    [
        ("bars", XL_CHART_TYPE.BAR_CLUSTERED),
        ("stacked bars", XL_CHART_TYPE.BAR_STACKED),
        ("columns", XL_CHART_TYPE.COLUMN_CLUSTERED),
        ("stacked columns", XL_CHART_TYPE.COLUMN_STACKED),
        ("lines", XL_CHART_TYPE.LINE_MARKERS),
    ],
)
def test_a_plot_is_drawn_as_its_kind_in_its_own_colours(kind: str, drawn: XL_CHART_TYPE) -> None:
    two = (PlotSeries("One", (1.0, 2.0), "#2a78b8"), PlotSeries("Other", (3.0, 4.0), "#c2571a"))
    [found] = charts(opened([message(chart=chart(Plot(kind, ("a", "b"), two, "percent")))]))  # ty: ignore
    assert found.chart_type == drawn
    inks = [element.get("val") for element in found._chartSpace.iter(qn("a:srgbClr"))]
    assert {"2A78B8", "C2571A"} <= set(inks)


def test_a_chart_of_one_series_has_no_legend_and_labels_each_bar() -> None:
    [found] = charts(opened([message(chart=chart(BARS))]))
    assert not found.has_legend
    assert found.plots[0].has_data_labels


def test_a_chart_and_a_table_are_described_for_who_can_not_see_them() -> None:
    deck = opened([message(chart=chart(), listings=(listing(),))])
    told = [
        shape._element.xpath(".//p:cNvPr")[0].get("descr")
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_chart or shape.has_table
    ]
    assert len(told) == 2
    assert told[0] == "Title. Bar chart: What is plotted. Series: Score. Care 61; Help 54."
    assert told[1].startswith("Table: The actions. 3 rows; columns: Action, Days.")


def test_what_a_chart_found_stands_above_it_where_the_title_does_not_say_it() -> None:
    [own] = [message(chart=chart())]
    assert "Title" in list(texts(opened([own]).slides[1]))
    said = list(texts(opened([replace(own, title="Title: and more.")]).slides[1]))
    assert "Title" in said
    assert list(texts(opened([replace(own, title="Title.")]).slides[1])).count("Title") == 0


def test_the_notes_say_how_the_chart_of_the_slide_is_read_and_not_that_of_the_page() -> None:
    drawn = replace(BARS, how_to_read="Each bar is a score.")
    assert "How to read the chart: Each bar is a score." in notes(
        opened([message(chart=chart(drawn))]).slides[1]
    )
    assert "How to read the chart: How to." in notes(opened([message(chart=chart())]).slides[1])
    assert "How to read" not in notes(opened([message(chart=chart(None))]).slides[1])


def test_a_figure_to_which_no_line_leads_has_a_mark_of_its_own() -> None:
    names = ("Jan 2026", "Feb 2026", "Mar 2026")
    found = (
        PlotSeries("England", (None, 5.0, None), ACCENT, thin="dot"),
        PlotSeries("Target", (4.0, 4.0, 4.0), ACCENT, thin="dash"),
    )
    [drawn] = charts(opened([message(chart=chart(Plot("lines", names, found, "percent")))]))
    marks = [each.marker.style for each in drawn.plots[0].series]
    assert marks == [XL_MARKER_STYLE.DASH, XL_MARKER_STYLE.NONE]


def test_where_nothing_can_be_drawn_the_table_of_the_chart_stands_in_its_place() -> None:
    none = replace(BARS, series=(replace(BARS.series[0], values=(None, None)),))
    for plot in (None, none):
        deck = opened([message(chart=chart(plot))])
        assert not charts(deck)
        assert tables(deck)[0] == [["Area", "Score"], ["Care", "61"], ["Help", "54"]]


def test_a_long_listing_goes_on_over_as_many_slides_as_it_needs_and_loses_no_row() -> None:
    deck = opened([message(listings=(listing(200),))])
    rows = [row[0] for table in tables(deck) for row in table[1:]]
    assert rows == [f"Action {number}" for number in range(1, 201)]
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides][2:]
    assert titles[0] == f"The actions (1 of {len(titles)})"
    assert titles[-1] == f"The actions (continued, {len(titles)} of {len(titles)})"
    assert all(table[0] == ["Action", "Days"] for table in tables(deck))


def test_what_has_no_room_on_a_slide_is_whole_in_its_notes() -> None:
    deck = opened([message(title=LONG, points=(LONG,) * 9, chart=chart())])
    slide = deck.slides[1]
    assert slide.shapes.title.text_frame.text.endswith("…")
    assert notes(slide).count(LONG.strip()) >= 2


def test_notes_have_the_presenters_own_note_the_likely_questions_and_the_sources() -> None:
    told = notes(opened([message(note="Begin with the children.")]).slides[1])
    for words in (
        "Begin with the children.",
        "Question: Why?",
        "Answer: Because of it.",
        "Sources: audits.csv",
    ):
        assert words in told


def test_nothing_stands_outside_its_slide_or_on_top_of_another() -> None:
    deck = opened(
        [message(title=LONG, points=(LONG,) * 5, chart=chart(LINES), listings=(listing(70),))], INVENTED
    )
    for slide in deck.slides:
        boxes = [
            (s.left, s.top, s.left + s.width - ROUNDING, s.top + s.height - ROUNDING, s.name)
            for s in slide.shapes
        ]
        assert all(
            b[0] >= 0 and b[1] >= 0 and b[2] <= deck.slide_width and b[3] <= deck.slide_height for b in boxes
        )
        for number, one in enumerate(boxes):
            for other in boxes[number + 1 :]:
                apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
                assert apart, (slide.shapes.title.text_frame.text, one[4], other[4])


def test_markup_and_odd_characters_are_text() -> None:
    odd = "<b>x</b> & _x000D_ \x00\x0b{}"
    frame = pd.DataFrame({odd: [odd, "=1+1"]})
    deck = opened([message(title=odd, points=(odd,), listings=(replace(listing(), title=odd, frame=frame),))])
    assert "<b>x</b> & _x000D_ {}" in list(texts(deck.slides[1]))
    assert tables(deck)[0] == [["<b>x</b> & _x000D_ {}"], ["<b>x</b> & _x000D_ {}"], ["=1+1"]]


def test_the_figures_behind_a_chart_hold_no_formula() -> None:
    plot = Plot("bars", ("=1+1", "http://x.y"), (PlotSeries("=2+2", (1.0, 2.0), "#2a78b8"),), "percent")
    content, _ = slides_bytes([message(chart=chart(plot))], ABOUT, LOOK)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        [name] = [each for each in parts.namelist() if each.endswith(".xlsx")]
        sheet = openpyxl.load_workbook(io.BytesIO(parts.read(name))).active
    assert sheet
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.value for cell in cells} == {"=1+1", "http://x.y", "=2+2", 1, 2}
    assert all(cell.data_type != "f" and cell.hyperlink is None for cell in cells)


def test_every_text_is_british_english_and_the_file_has_its_title() -> None:
    deck = opened([message(chart=chart(), listings=(listing(),))])
    for slide in deck.slides:
        runs = list(slide._element.iter(qn("a:rPr")))
        assert runs
        assert {run.get("lang") for run in runs} == {"en-GB"}
    told = deck.core_properties
    assert (told.title, told.author) == (
        "Inspection readiness: Nowhere Council, as at 6 November 2026",
        "Nowhere Council",
    )
    assert told.language == "en-GB"


def test_no_two_shapes_of_a_slide_have_one_number() -> None:
    deck = opened([message(chart=chart(), listings=(listing(40),))])
    for slide in deck.slides:
        numbers = slide._element.xpath(".//p:cNvPr/@id")
        assert len(numbers) == len(set(numbers))


def test_months_are_an_axis_of_time_and_other_names_are_not() -> None:
    months, names = (charts(opened([message(chart=chart(plot))]))[0] for plot in (LINES, BARS))
    assert months._chartSpace.findall(f".//{qn('c:dateAx')}")
    assert not names._chartSpace.findall(f".//{qn('c:dateAx')}")


def test_an_interval_is_a_line_through_the_end_of_its_bar() -> None:
    bars = PlotSeries("Share", (60.0, None, 75.0), "#2a78b8", ends=((50.0, 68.5), None, (70.0, 80.0)))
    [found] = charts(opened([message(chart=chart(Plot("bars", ("a", "b", "c"), (bars,), "percent")))]))
    [line] = found._chartSpace.iter(qn("c:errBars"))
    reach = {
        side: [
            (point.get("idx"), float(point[0].text)) for point in line.find(qn(f"c:{side}")).iter(qn("c:pt"))
        ]
        for side in ("plus", "minus")
    }
    assert reach == {"plus": [("0", 8.5), ("2", 5.0)], "minus": [("0", 10.0), ("2", 5.0)]}
    assert line.getnext().tag == qn("c:cat")


def test_no_two_slides_have_one_title() -> None:
    told = [message(page="safety", listings=(listing(60),))] * 3
    titles = [slide.shapes.title.text_frame.text for slide in opened(told).slides]
    assert len(titles) == len(set(titles))
    assert [title for title in titles if "Care" in title] == [
        "Care is lowest.",
        "Safety: Care is lowest.",
        "Care is lowest. (2)",
    ]
