"""The national folder: read by the rules of evidence, every reference checked, nothing where there is no folder."""

from pathlib import Path

import pytest

from readiness.national import National, read_national
from readiness.problems import Code
from tests.unit.national.folders import configured, more, read, write


def test_every_row_of_a_good_folder_is_used(tmp_path: Path) -> None:
    national = read(tmp_path)
    assert national.problems == ()
    assert {name: table.used for name, table in national.tables.items()} == {
        "sources": 3,
        "authorities": 3,
        "neighbours": 2,
        "judgements": 2,
        "figures": 2,
    }


def test_a_figure_is_the_value_or_else_follows_from_the_counts(tmp_path: Path) -> None:
    figures = read(tmp_path).figures
    assert figures["figure"].tolist() == [50, 75]
    assert figures["line"].tolist() == [2, 3]


def test_grades_are_read_in_the_words_of_the_time(tmp_path: Path) -> None:
    assert read(tmp_path).judgements["grade"].tolist() == ["good", "requires improvement"]


def test_without_a_folder_there_is_no_national_picture_and_no_problem(tmp_path: Path) -> None:
    national = read_national(tmp_path / "nowhere", configured(tmp_path))
    assert national.problems == ()
    assert all(table.rows.empty for table in national.tables.values())
    assert list(national.figures) == list(National.none().figures) == list(read(tmp_path / "here").figures)


def test_an_absent_file_is_an_empty_table(tmp_path: Path) -> None:
    folder = write(tmp_path / "national")
    (folder / "figures.csv").unlink()
    national = read_national(folder, configured(tmp_path))
    assert (national.figures.empty, len(national.judgements), national.problems) == (True, 2, ())


@pytest.mark.parametrize(
    ("table", "row", "column", "code"),
    [
        ("figures", "late,2024-03-31,E3,50,,,2024-10-31,tool", "authority", Code.PARENT_MISSING),
        ("figures", "later,2024-03-31,E1,50,,,2024-10-31,tool", "indicator", Code.UNKNOWN_REFERENCE),
        ("figures", "late,2023-03-31,E1,50,,,2024-10-31,tol", "source", Code.PARENT_MISSING),
        ("figures", "late,2023-03-31,E1,50,,,2023-03-01,tool", "published", Code.DATES_DISAGREE),
        ("figures", "late,2023-03-31,E1,50,1,3,2023-10-31,tool", "value", Code.FIGURES_DISAGREE),
        ("figures", "late,2024-03-31,E1,40,,,2024-10-31,tool", "indicator", Code.DUPLICATE_ROW),
        ("figures", "late,2024-13-31,E1,40,,,2024-10-31,tool", "period_end", Code.NOT_A_DATE),
        ("neighbours", "E2,1,E7,2025,tool", "neighbour", Code.PARENT_MISSING),
        ("judgements", "x,E1,now,short,,2024-02-20,hepl,good,tool", "area", Code.UNKNOWN_REFERENCE),
        ("judgements", "x,E1,then,short,,2024-02-20,help,good,tool", "framework", Code.UNKNOWN_REFERENCE),
        ("judgements", "x,E1,now,short,,2024-02-20,help,fine,tool", "grade", Code.NOT_A_CHOICE),
        ("authorities", "E1,Again,North,County,", "authority", Code.DUPLICATE_ROW),
    ],
)
def test_a_row_that_breaks_a_rule_is_set_aside_with_its_place(
    tmp_path: Path, table: str, row: str, column: str, code: Code
) -> None:
    national = read(tmp_path, **{table: more(table, row)})
    [problem] = national.problems
    assert (problem.file, problem.column, problem.code) == (f"{table}.csv", column, code)
    assert problem.line == national.tables[table].read + 1
    assert national.tables[table].set_aside == 1


def test_an_area_of_another_framework_is_not_one_of_this(tmp_path: Path) -> None:
    rows = more(
        "judgements", "x,E1,now,short,,2024-02-20,care,good,tool", "x,E1,now,short,,2024-02-20,a,good,tool"
    )
    national = read(tmp_path, judgements=rows)
    assert national.judgements["area"].tolist() == ["overall", "help", "care"]


def test_a_file_under_a_mistyped_name_is_only_warned_of(tmp_path: Path) -> None:
    folder = write(tmp_path / "national")
    (folder / "figure.csv").write_text("a\n", encoding="utf-8")
    [problem] = read_national(folder, configured(tmp_path)).problems
    assert (problem.level, problem.file) == ("warning", "figure.csv")
    assert "`figures.csv`" in problem.message


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"a,b\n1,2\n", b'"', b"authority\nE1\nE2\n"])
def test_rows_read_are_rows_used_and_rows_set_aside_whatever_is_in_the_file(
    tmp_path: Path, content: bytes
) -> None:
    folder = write(tmp_path / "national")
    (folder / "authorities.csv").write_bytes(content)
    national = read_national(folder, configured(tmp_path))
    assert national.problems
    for table in national.tables.values():
        assert table.read == table.used + table.set_aside
