"""Slides on an authority's own template: its layouts and places are kept, and what can't be used is named."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Pt

from readiness.packs.slides import slides_bytes
from readiness.problems import UserError
from tests.office_parts import faults
from tests.unit.packs.pack_made import ABOUT, LOOK, chart, listing, message, notes, opened, tables, texts


def template(folder: Path, keep: tuple[str, ...] = ()) -> Path:
    """PowerPoint's stock template, 4:3, with a slide of its own; only layouts named are kept, where some are."""
    deck = Presentation()
    if not keep:
        deck.slides.add_slide(deck.slide_layouts[1]).shapes.title.text = "How to use this template"
    for layout in [each for each in deck.slide_layouts if keep and each.name not in keep]:
        deck.slide_layouts.remove(layout)
    path = folder / "council.pptx"
    deck.save(str(path))
    return path


def test_the_template_is_used_without_the_slides_it_came_with(tmp_path: Path) -> None:
    deck = opened([message(chart=chart()), message(listings=(listing(40),))], template=template(tmp_path))
    assert (deck.slide_width, deck.slide_height) == (Pt(720), Pt(540))
    assert [slide.slide_layout.name for slide in deck.slides][:3] == [
        "Title Slide",
        "Title Only",
        "Title Only",
    ]
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert "How to use this template" not in titles
    assert titles[1] == "Care is lowest."
    assert [row[0] for table in tables(deck) for row in table[1:]] == [f"Action {n}" for n in range(1, 41)]


def test_every_slide_on_a_template_says_what_it_is_and_stays_inside(tmp_path: Path) -> None:
    deck = opened([message(chart=chart()), message(listings=(listing(40),))], template=template(tmp_path))
    for slide in deck.slides:
        assert ABOUT.marking in " ".join(texts(slide))
        assert notes(slide)
        for shape in slide.shapes:
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height


def test_a_template_with_one_titled_layout_is_enough(tmp_path: Path) -> None:
    deck = opened([message()], template=template(tmp_path, ("Title and Content",)))
    assert {slide.slide_layout.name for slide in deck.slides} == {"Title and Content"}
    assert all(
        shape.has_text_frame and shape.text_frame.text for slide in deck.slides for shape in slide.shapes
    )


def test_a_template_that_is_not_there_is_named_with_its_setting(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"settings.yaml, pack.template: .*not there or can't be read"):
        opened([message()], template=tmp_path / "none.pptx")


@pytest.mark.parametrize("content", [b"", b"not a presentation", b"PK\x03\x04broken"])
def test_a_template_that_is_no_presentation_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "council.pptx"
    path.write_bytes(content)
    with pytest.raises(UserError, match=r"pack.template"):
        opened([message()], template=path)


def test_a_template_without_a_title_can_not_be_used(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="none of its layouts has a title"):
        opened([message()], template=template(tmp_path, ("Blank",)))


def renamed(folder: Path, before: bytes, after: bytes, part: str = "[Content_Types].xml") -> Path:
    """The stock template with something else written in a part of it."""
    path = folder / "other.potx"
    with zipfile.ZipFile(template(folder)) as file, zipfile.ZipFile(path, "w") as copy:
        for name in file.namelist():
            held = file.read(name)
            copy.writestr(name, held.replace(before, after) if name == part else held)
    return path


def test_a_template_of_powerpoints_own_kind_gives_an_ordinary_presentation(tmp_path: Path) -> None:
    path = renamed(tmp_path, b"presentationml.presentation.main", b"presentationml.template.main")
    content, _ = slides_bytes([message(chart=chart())], ABOUT, replace(LOOK, template=path))
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert b"presentationml.presentation.main" in file.read("[Content_Types].xml")
    assert faults(content) == []


def test_a_template_with_macros_is_refused(tmp_path: Path) -> None:
    before = b"vnd.openxmlformats-officedocument.presentationml.presentation.main"
    path = renamed(tmp_path, before, b"vnd.ms-powerpoint.presentation.macroEnabled.main")
    with pytest.raises(UserError, match="it has macros"):
        opened([message()], template=path)


def test_sections_of_a_template_go_with_the_slides_that_they_name(tmp_path: Path) -> None:
    section = (
        b'<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst '
        b'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section name="Old" '
        b'id="{11111111-1111-1111-1111-111111111111}"><p14:sldIdLst><p14:sldId id="256"/></p14:sldIdLst>'
        b"</p14:section></p14:sectionLst></p:ext></p:extLst></p:presentation>"
    )
    path = renamed(tmp_path, b"</p:presentation>", section, "ppt/presentation.xml")
    deck = opened([message()], template=path)
    assert deck.part._element.xpath("//*[local-name()='sectionLst' or local-name()='extLst']") == []


def test_a_template_whose_titles_leave_no_room_is_named(tmp_path: Path) -> None:
    path = template(tmp_path)
    deck = Presentation(str(path))
    for layout in deck.slide_layouts:
        for holder in layout.placeholders:
            holder.top, holder.height, holder.left, holder.width = Pt(420), Pt(60), Pt(20), Pt(600)
    deck.save(str(path))
    with pytest.raises(UserError, match="leave too little room"):
        opened([message()], template=path)
