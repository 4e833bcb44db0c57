"""The Data page: what came in, what was set aside and why, how fresh it is, what is missing."""

from pathlib import Path

import pytest

from tests.pages.visit import as_read, column, headings, installation, said, visited
from tests.unit.national.folders import more, write

SECTIONS = [
    "What came in",
    "Problems",
    "What is missing",
    "Where sources disagree",
    "Sources",
    "The national picture",
]
GOOD = "indicator,period_end,value,source\nre-referrals-12m,2025-02-28,22.5,list\n"


@pytest.mark.parametrize("dataset", ["wokingham", "reading"])
def test_it_opens_with_one_sentence_about_the_rows(dataset: str) -> None:
    page = visited("data.py", dataset=dataset)
    assert not page.exception
    assert as_read(page.title[0].value).endswith("every row is used.")
    assert "The freshest evidence became known on" in said(page)


@pytest.mark.parametrize("dataset", ["wokingham", "reading"])
def test_every_section_is_there(dataset: str) -> None:
    shown = headings(visited("data.py", dataset=dataset))
    assert [heading for heading in shown if heading in SECTIONS] == SECTIONS
    assert any(heading.startswith("How fresh it is on") for heading in shown)


def test_freshness_is_that_of_the_day_chosen() -> None:
    page = visited("data.py", dataset="wokingham", as_at="2016-05-31")
    assert "How fresh it is on 31 May 2016" in headings(page)


def test_the_strands_that_published_evidence_cannot_hold_are_named() -> None:
    assert "can't hold practice and voice" in said(visited("data.py", dataset="reading"))


def test_conflicts_between_sources_stand_with_file_and_line() -> None:
    conflicts = column(visited("data.py", dataset="wokingham"), "Where")
    assert conflicts
    assert all("csv, line" in where for where in conflicts)
    assert not any(
        "00:00:00" in what for what in column(visited("data.py", dataset="wokingham"), "What disagrees")
    )


def test_a_dataset_with_no_rows_says_what_to_put_in_which_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installation(tmp_path, monkeypatch)
    page = visited("data.py")
    assert not page.exception
    assert page.title[0].value.startswith("No row was read")
    assert "observations.csv" in column(page, "File")
    assert any(
        "Fill: audit, date, criterion, grade." in as_read(cell) for cell in column(page, "What to put in")
    )


def test_a_row_set_aside_is_counted_and_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dataset = installation(tmp_path, monkeypatch)
    (dataset / "observations.csv").write_text(
        f"{GOOD}re-referrals-12m,31/02/2025,20,list\n", encoding="utf-8"
    )
    page = visited("data.py")
    assert as_read(page.title[0].value).startswith("2 rows in 1 file: 1 used, 1 set aside")
    assert column(page, "Line") == ["3"]
    assert as_read(column(page, "Found")[0]) == "31/02/2025"


def test_text_from_a_file_is_shown_as_written_and_never_as_html_or_a_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dataset = installation(tmp_path, monkeypatch)
    nasty = "Conflict: <img src=x> [click](http://example.org) $x$"
    (dataset / "observations.csv").write_text(
        f"indicator,period_end,value,source,note\nre-referrals-12m,2025-02-28,20,list,{nasty}\n"
        f"re-referrals-12m,2024-02-29,20,list,{nasty}\n",
        encoding="utf-8",
    )
    for shown in column(visited("data.py"), "What disagrees"):
        assert "\\<img" in shown
        assert "\\[click\\]" in shown


def test_of_many_problems_the_first_are_shown_and_all_can_be_downloaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dataset = installation(tmp_path, monkeypatch)
    bad = "".join(f"re-referrals-12m,not a date {number},20,list\n" for number in range(300))
    (dataset / "observations.csv").write_text(GOOD + bad, encoding="utf-8")
    page = visited("data.py")
    assert len(page.dataframe[0].value) == 200
    assert "the first 200 of 300" in said(page)
    assert any("300 problems" in button.proto.label for button in page.get("download_button"))


def test_empty_files_for_every_table_can_be_downloaded() -> None:
    labels = [button.proto.label for button in visited("data.py", dataset="reading").get("download_button")]
    assert "Download an empty file for every table (ZIP)" in labels


def test_the_national_picture_says_how_much_there_is_from_where_and_under_which_licence() -> None:
    page = visited("data.py", dataset="reading")
    assert "153 authorities in England" in said(page)
    assert "Contains public sector information licensed under the Open Government Licence v3.0." in said(page)
    assert all("Open Government Licence v3" in as_read(cell) for cell in column(page, "Published"))


def test_without_national_files_the_page_says_where_to_put_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installation(tmp_path, monkeypatch)
    page = visited("data.py")
    assert not page.exception
    assert "nothing is compared nationally" in said(page)
    assert "`data/national`" in said(page)


def test_a_national_row_set_aside_is_counted_and_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dataset = installation(tmp_path, monkeypatch)
    write(dataset.parent / "national", judgements="", figures=more("figures", "<b>,2024-03-31,E1,1,,,,tool"))
    page = visited("data.py")
    assert not page.exception
    assert "<b>" in [as_read(cell) for cell in column(page, "Found")]
    assert "set aside" in said(page)
