"""Packs of the shipped datasets: their figures are those of the facts, and they say what they are."""

import io
import re
from datetime import date
from functools import cache
from typing import Any

import openpyxl
import pytest
from docx import Document
from pptx import Presentation

from readiness.config.load import load_config
from readiness.dates import months_before
from readiness.packs.imprint import imprint
from readiness.packs.pack import FORMATS, Format, file_name, messages_of, pack, template
from readiness.packs.self_evaluation import self_evaluation_document
from readiness.story.message import Message
from readiness.wording import whole_score
from readiness.workspace import Workspace
from tests.office_parts import faults
from tests.pages.shipped import ROOT, shipped
from tests.unit.packs.pack_made import charts, notes, texts
from ui.state import PAGES

DATASETS = ("northmere", "wokingham", "reading")
Asked = tuple[Workspace, date, str, date]


def asked(dataset: str) -> Asked:
    """The workspace, its day, framework, and three months before."""
    workspace = shipped(dataset)
    as_at = workspace.default_as_at(date(2026, 11, 30))
    return workspace, as_at, workspace.framework(as_at).id, months_before(as_at, 3)


@cache
def content(dataset: str, kind: Format) -> bytes:
    """The pack of a dataset, made once."""
    return pack(*asked(dataset), kind).content


def slides(dataset: str) -> Any:  # noqa: ANN401
    return Presentation(io.BytesIO(content(dataset, "pptx")))


def messages(dataset: str) -> tuple[Message, ...]:
    workspace, as_at, framework, since = asked(dataset)
    return messages_of(workspace, as_at, framework, since, imprint(workspace, as_at, framework))


@pytest.mark.parametrize("dataset", DATASETS)
def test_the_charts_on_slides_have_the_figures_of_the_story(dataset: str) -> None:
    plots = [each.chart.native for each in messages(dataset) if each.chart and each.chart.native]
    drawn = [
        {series.name: tuple(series.values) for series in chart.plots[0].series}
        for chart in charts(slides(dataset))
    ]
    assert drawn
    assert drawn == [{each.name: each.values for each in plot.series} for plot in plots if plot.held]


@pytest.mark.parametrize("dataset", DATASETS)
def test_the_bars_of_areas_are_their_scores_as_shown(dataset: str) -> None:
    workspace, as_at, framework, _ = asked(dataset)
    areas = [each for each in workspace.score(as_at, framework).areas if each.enough]
    scores = {each.short: whole_score(each.score or 0) for each in areas}
    drawn = next(
        each.plots[0] for each in charts(slides(dataset)) if scores.keys() <= set(each.plots[0].categories)
    )
    bars = zip(drawn.categories, *(each.values for each in drawn.series), strict=True)
    held = {name: [value for value in values if value is not None] for name, *values in bars}
    shown = {name: values[0] for name, values in held.items() if values}
    assert shown == scores


@pytest.mark.parametrize("dataset", DATASETS)
def test_every_slide_says_what_it_is(dataset: str) -> None:
    workspace, as_at, framework, _ = asked(dataset)
    about = imprint(workspace, as_at, framework)
    for slide in slides(dataset).slides:
        said = " ".join(texts(slide))
        assert slide.shapes.title.text_frame.text
        assert about.marking in said
        assert "not Ofsted's" in said
        assert (about.warning in said) if about.warning else ("invented" not in said)
        assert notes(slide)


@pytest.mark.parametrize("dataset", DATASETS)
def test_no_sentence_of_the_story_is_cut_from_the_slides(dataset: str) -> None:
    said = " ".join(" ".join([*texts(slide), notes(slide)]) for slide in slides(dataset).slides)
    points = [" ".join(point.split()) for each in messages(dataset) for point in (each.title, *each.points)]
    assert [point for point in points if point not in said] == []


@pytest.mark.parametrize("dataset", DATASETS)
def test_the_briefing_has_a_passage_for_every_message(dataset: str) -> None:
    document = Document(io.BytesIO(content(dataset, "docx")))
    headings = [each.text for each in document.paragraphs if each.style and each.style.name == "Heading 2"]
    assert len(headings) == len(messages(dataset))
    assert headings[-1] == "How this was worked out, and how far it can be trusted"


@pytest.mark.parametrize("dataset", DATASETS)
def test_the_workbook_has_no_formula_and_a_sheet_for_every_table(dataset: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(content(dataset, "xlsx")))
    told = messages(dataset)
    wanted = sum(len(each.listings) + bool(each.chart) for each in told) + len(
        ("Contents", "Messages", "A", "C", "E")
    )
    assert len(book.sheetnames) == wanted
    assert not any(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize("dataset", DATASETS)
def test_a_strict_reader_finds_nothing_to_repair_in_a_file(dataset: str) -> None:
    workspace, as_at, framework, _ = asked(dataset)
    made: dict[str, bytes] = {kind: content(dataset, kind) for kind in FORMATS}
    made["self-evaluation"] = self_evaluation_document(workspace, as_at, framework)
    assert {kind: found for kind, file in made.items() if (found := faults(file))} == {}


@pytest.mark.parametrize("dataset", DATASETS)
def test_the_notes_name_the_page_as_the_menu_does_and_each_source_once(dataset: str) -> None:
    titles = {each.path: each.title for each in PAGES}
    said = [notes(slide) for slide in slides(dataset).slides]
    assert all(each.count("Sources: ") <= 1 for each in said)
    named = [found[1] for each in said if (found := re.search(r"on the dashboard's page (.*)\.$", each))]
    assert named == [titles[each.page] for each in messages(dataset)]


@pytest.mark.parametrize("kind", FORMATS)
def test_before_any_evidence_a_pack_can_be_made(kind: Format) -> None:
    workspace = shipped("reading")
    day = date(2011, 1, 1)
    made = pack(workspace, day, workspace.framework(day).id, date(2010, 10, 1), kind)
    assert made.content[:2] == b"PK"
    assert made.parts > 5


def test_a_pack_is_called_by_what_it_is_whose_and_of_which_day() -> None:
    workspace, as_at, *_ = asked("northmere")
    assert file_name(workspace, as_at, "pptx") == "readiness-slides-northmere-2026-11-06.pptx"
    assert file_name(workspace, as_at, "docx") == "readiness-briefing-northmere-2026-11-06.docx"


def test_a_template_lies_in_the_folder_of_the_configuration() -> None:
    config = load_config(ROOT / "config", {"READINESS_TEMPLATE": "council.pptx"})
    held = shipped("reading")
    assert template(Workspace(config, held.dataset)) == ROOT / "config" / "council.pptx"
    assert template(held) is None
