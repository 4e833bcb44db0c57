"""Whole files: encodings, delimiters, headings."""

import pytest

from readiness.evidence.context import Context
from readiness.evidence.headings import looks_personal
from readiness.problems import Code, Problem
from tests.evidence_files import read_in

EVENTS = "date,label\n2025-01-01,Café opened – at last\n2025-01-02,Second\n"


def kinds(problems: list[Problem]) -> list[tuple[Code, str]]:
    return [(problem.code, problem.level) for problem in problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf_8_is_read_with_and_without_a_byte_order_mark(context: Context, encoding: str) -> None:
    table, problems = read_in(context, "events", EVENTS.encode(encoding))
    assert table.rows["label"].tolist()[0] == "Café opened – at last"
    assert problems == []


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_other_encodings_are_read_and_reported(context: Context, encoding: str) -> None:
    marks = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
    table, problems = read_in(context, "events", marks.get(encoding, b"") + EVENTS.encode(encoding))
    assert table.rows["label"].tolist()[0] == "Café opened – at last"
    assert kinds(problems) == [(Code.FILE_ENCODING, "warning")]


def test_the_first_line_that_is_not_utf_8_is_named(context: Context) -> None:
    _, problems = read_in(context, "events", b"date,label\n2025-01-01,a\n2025-01-02,caf\xe9\n")
    assert problems[0].line == 3


@pytest.mark.parametrize("mark", [";", "\t"])
def test_semicolons_and_tabs_are_read_and_reported(context: Context, mark: str) -> None:
    table, problems = read_in(context, "events", EVENTS.replace(",", mark))
    assert table.used == 2
    assert kinds(problems) == [(Code.FILE_UNREADABLE, "warning")]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_counts_lines_alike(context: Context, ending: str) -> None:
    table, problems = read_in(context, "events", EVENTS.replace("\n", ending))
    assert (table.rows["line"].tolist(), problems) == ([2, 3], [])


def test_a_nul_sets_its_row_aside(context: Context) -> None:
    table, problems = read_in(context, "events", "date,label\n2025-01-01,a\0b\n2025-01-02,c\n")
    assert (table.read, table.used, problems[0].line) == (2, 1, 2)


def test_an_empty_file_and_a_file_of_headings_are_empty_tables(context: Context) -> None:
    assert read_in(context, "events", "date,label\n")[1] == []
    table, problems = read_in(context, "events", "\n\n")
    assert (table.read, len(problems)) == (0, 1)


def test_headings_are_found_whatever_the_case_with_spaces(context: Context) -> None:
    table, problems = read_in(context, "action_updates", " Action ,DATE,Status\n")
    assert (table.read, problems) == (0, [])
    _, problems = read_in(context, "comparators", "Indicator,Period end,comparator,source\n")
    assert kinds(problems) == [(Code.COLUMN_UNKNOWN, "warning")]


def test_a_missing_required_column_sets_every_row_aside_with_one_problem(context: Context) -> None:
    table, problems = read_in(context, "events", "date,lable\n2025-01-01,a\n\n2025-01-02,b\n")
    assert (table.read, table.set_aside) == (2, 2)
    errors = [problem for problem in problems if problem.level == "error"]
    assert kinds(errors) == [(Code.COLUMN_MISSING, "error")]
    assert "`lable`" in errors[0].message


def test_unknown_and_repeated_columns_are_reported_once_and_not_read(context: Context) -> None:
    content = "date,label,colour,label,,colour\n2025-01-01,first,x,second,y,z\n"
    table, problems = read_in(context, "events", content)
    assert table.rows["label"].tolist() == ["first"]
    assert {problem.level for problem in problems} == {"warning"}
    assert sorted(problem.column or "" for problem in problems) == ["", "colour", "label"]


def test_a_blank_heading_over_blank_cells_is_nothing_to_report(context: Context) -> None:
    table, problems = read_in(context, "events", "date,label,,\n2025-01-01,first,,\n")
    assert (table.used, problems) == (1, [])


PERSONAL = [
    "Child name",
    "child_id",
    "DOB",
    "Date of birth",
    "postcode",
    "Case number",
    "NHS no",
    "UPN",
    "name",
]


@pytest.mark.parametrize(
    "heading", [*PERSONAL, "ChildID", "Home address", "first name", "pupil ref", "surname"]
)
def test_a_column_that_looks_personal_is_refused_and_kept_nowhere(context: Context, heading: str) -> None:
    table, problems = read_in(context, "events", f"date,label,{heading}\n2025-01-01,first,Somebody\n")
    assert kinds(problems) == [(Code.COLUMN_PERSONAL, "error")]
    assert "Somebody" not in str(problems) + table.rows.to_csv()
    assert table.used == 1


@pytest.mark.parametrize(
    "heading", ["team_name", "la_name", "la_code", "number of children", "service", "comment"]
)
def test_an_ordinary_column_is_not_called_personal(heading: str) -> None:
    assert not looks_personal(heading)
