"""Challenge on the Judgement areas page: who confirmed the grade, why, and who saw it otherwise."""

from streamlit.testing.v1 import AppTest

from tests.pages.visit import as_read, column, headings, said, visited


def area_page(dataset: str, as_at: str, area: str) -> AppTest:
    return visited("areas.py", dataset=dataset, as_at=as_at, area=area)


def test_an_override_stands_beside_the_indicative_grade_with_reason_and_row() -> None:
    page = area_page("northmere", "2026-11-06", "children-in-care")
    assert not page.exception
    assert "Challenge" in headings(page)
    words = said(page)
    assert "confirmed requires improvement, where the indicative grade was good" in words
    assert "**Reason:** Health assessments fell in February and stayed down." in words
    assert "confirmations.csv, line 12" in [as_read(each.value) for each in page.caption]


def test_dissent_is_shown_and_every_earlier_confirmation_kept() -> None:
    page = area_page("northmere", "2026-11-06", "impact-of-leaders")
    assert "**Dissent:** Head of quality assurance: supervision figures are at their best." in said(page)
    assert column(page, r"Line of confirmations.csv") == ["10", "6", "2"]
    assert column(page, "Confirmed")[0] == "◆ requires improvement"


def test_without_a_confirmation_it_says_how_to_add_one() -> None:
    page = area_page("wokingham", "2026-04-30", "care-leavers")
    assert not page.exception
    words = said(page)
    assert "Nobody has confirmed or overridden this area's indicative grade by 30 April 2026." in words
    assert "add a row to `confirmations.csv` with date, area (care-leavers)" in words
