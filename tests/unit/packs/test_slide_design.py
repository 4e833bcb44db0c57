"""Slides on an authority's own template: its layouts and places are kept, and what can't be used is named."""

from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Pt

from readiness.problems import UserError
from tests.unit.packs.pack_made import ABOUT, chart, listing, message, notes, opened, tables, texts


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
