"""What the Data page says of the national picture."""

from pathlib import Path

from readiness.insight.inspections.national_summary import national_summary
from readiness.national import National, read_national
from tests.unit.national.folders import GOOD, configured, more, read


def test_it_says_how_much_there_is_and_up_to_when(tmp_path: Path) -> None:
    said, rows, use = national_summary(read(tmp_path)).sentences
    assert said == (
        "Beside this dataset stands what is published about 2 authorities in England and 1 that was replaced: "
        "2 figures of 1 indicator (periods up to 31 March 2024) and "
        "2 judgements of 1 inspection (published up to 20 February 2024)."
    )
    assert rows == "12 rows in 5 files: every row is used."
    assert "never scored" in use


def test_a_publication_stands_once_though_rows_take_from_several(tmp_path: Path) -> None:
    summary = national_summary(read(tmp_path))
    assert [each.title for each in summary.publications] == ["The tool", "The counts"]


def test_the_line_that_a_licence_asks_for_is_said_once_and_only_where_it_applies(tmp_path: Path) -> None:
    [line] = national_summary(read(tmp_path)).attributions
    assert line == "Contains public sector information licensed under the Open Government Licence v3.0."
    other = GOOD["sources"].replace("Open Government Licence v3.0", "Another licence")
    assert national_summary(read(tmp_path / "other", sources=other)).attributions == ()


def test_without_figures_or_judgements_neither_is_mentioned(tmp_path: Path) -> None:
    empty = {name: GOOD[name].splitlines()[0] + "\n" for name in ("judgements", "figures", "neighbours")}
    said = national_summary(read(tmp_path, **empty)).sentences[0]
    assert said == (
        "Beside this dataset stands what is published about 2 authorities in England and 1 that was replaced."
    )


def test_rows_set_aside_are_counted(tmp_path: Path) -> None:
    national = read(tmp_path, figures=more("figures", "late,soon,E1,1,,,2024-10-31,tool"))
    summary = national_summary(national)
    assert "13 rows in 5 files: 12 used, 1 set aside." in summary.sentences
    assert len(summary.problems) == 1


def test_where_no_authority_can_be_used_only_the_rows_are_told(tmp_path: Path) -> None:
    sentences = national_summary(read(tmp_path, authorities="authority\nE1\n")).sentences
    assert sentences[0].startswith("10 rows in 5 files: 3 used, 7 set aside")


def test_where_there_is_nothing_nothing_is_said(tmp_path: Path) -> None:
    for national in (National.none(), read_national(tmp_path / "nowhere", configured(tmp_path))):
        summary = national_summary(national)
        assert (summary.sentences, summary.publications, summary.problems) == ((), (), ())
