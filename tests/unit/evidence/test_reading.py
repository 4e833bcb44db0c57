"""Reading one table: rows used, rows set aside, and what is said of each."""

import pytest

from readiness.evidence.context import Context, ReadTable
from readiness.evidence.tables import TABLES
from readiness.problems import Code, Problem
from tests.evidence_files import read_in

OBSERVED = "indicator,period_end,value,numerator,denominator,published,source\n"


def observe(context: Context, *rows: str) -> tuple[ReadTable, list[Problem]]:
    return read_in(context, "observations", OBSERVED + "".join(f"{row}\n" for row in rows))


def test_a_good_row_is_used_with_its_types_and_its_line(context: Context) -> None:
    table, problems = observe(context, "late,31/03/2025,65%,,,,register")
    row = table.rows.iloc[0]
    assert (row["figure"], row["known"].date().isoformat(), row["line"]) == (65.0, "2025-03-31", 2)
    assert [str(kind) for kind in table.rows.dtypes[["indicator", "period_end", "value", "line"]]] == [
        "category",
        "datetime64[s]",
        "float64",
        "int64",
    ]
    assert problems == []


def test_every_table_has_every_column_even_when_it_is_absent(context: Context) -> None:
    for name, schema in TABLES.items():
        assert set(schema.headings) | {"line"} <= set(context.tables[name].rows.columns)


@pytest.mark.parametrize(
    ("row", "column", "code", "says"),
    [
        ("lat,2025-03-31,1,,,,s", "indicator", Code.UNKNOWN_REFERENCE, "`late`"),
        ("late,31/02/2025,1,,,,s", "period_end", Code.NOT_A_DATE, "no such day"),
        (",2025-03-31,1,,,,s", "indicator", Code.VALUE_MISSING, "required"),
        ("late,2025-03-31,1,,,,", "source", Code.VALUE_MISSING, "required"),
        ("late,2025-03-31,1", "source", Code.CELLS_TOO_FEW, "ends before"),
        ("late,2025-03-31,1,,,,s,more", None, Code.CELLS_TOO_MANY, "quotation marks"),
        ("late,2025-03-31,=1+1,,,,s", "value", Code.NOT_A_NUMBER, "Formulas"),
        ("contacts,2025-03-31,65%,,,,s", "value", Code.WRONG_UNIT, "count"),
        ("late,2025-03-31,,5%,10,,s", "numerator", Code.WRONG_UNIT, "per cent"),
        ("late,2025-03-31,1,1,0,,s", "denominator", Code.OUT_OF_RANGE, "above 0"),
        ("late,2025-03-31,51,1,2,,s", "value", Code.FIGURES_DISAGREE, "50"),
        ("late,2025-03-31,1,,,2025-03-30,s", "published", Code.DATES_DISAGREE, "period_end"),
    ],
)
def test_a_row_that_breaks_a_rule_is_set_aside_and_explained(
    context: Context, row: str, column: str | None, code: Code, says: str
) -> None:
    table, problems = observe(context, "late,2025-01-31,1,,,,s", row)
    assert (table.read, table.used, table.set_aside) == (2, 1, 1)
    [problem] = problems
    assert (problem.file, problem.line, problem.column, problem.code) == ("observations.csv", 3, column, code)
    assert says in problem.message
    assert problem.level == "error"


@pytest.mark.parametrize(
    ("row", "figure"),
    [
        ("late,2025-03-31,,1,3,,s", 100 / 3),
        ("late,2025-03-31,c,1,4,,s", 25),
        ("rate,2025-03-31,,5,2000,,s", 25),
        ("contacts,2025-03-31,,5,2,,s", 2.5),
        ("late,2025-03-31,33.3,1,3,,s", 33.3),
        ("late,2025-03-31,33%,1,3,,s", 33),
        ("late,2025-03-31,33.33,1,3,,s", 33.33),
    ],
)
def test_a_figure_is_the_value_or_is_worked_out_in_the_unit(
    context: Context, row: str, figure: float
) -> None:
    table, problems = observe(context, row)
    assert table.rows["figure"].tolist() == [pytest.approx(figure)]
    assert problems == []


@pytest.mark.parametrize(
    ("value", "used"), [("32.5", False), ("33.4", False), ("34%", False), ("33.0%", False)]
)
def test_a_value_may_differ_by_its_rounding_and_no_more(context: Context, value: str, used: bool) -> None:
    table, _ = observe(context, f"late,2025-03-31,{value},1,3,,s")
    assert (table.used == 1) is used


def test_a_row_without_a_figure_is_used(context: Context) -> None:
    table, problems = observe(context, "late,2025-03-31,..,,,,s", "late,2025-04-30,,3,,,s")
    assert table.rows["figure"].isna().tolist() == [True, True]
    assert problems == []


def test_of_rows_with_one_key_the_first_good_one_is_used(context: Context) -> None:
    table, problems = observe(
        context,
        "late,2025-03-31,1x,,,,s",
        "late,31/03/2025,2,,,,s",
        "late, 2025-03-31,3,,,,s",
        "late,2025-03-31,4,,,2025-04-01,s",
    )
    assert table.rows["figure"].tolist() == [2, 4]
    assert [(one.line, one.code) for one in problems] == [(2, Code.NOT_A_NUMBER), (4, Code.DUPLICATE_ROW)]
    assert "Line 3" in problems[1].message


def test_lines_are_counted_through_line_ends_in_quotation_marks(context: Context) -> None:
    content = OBSERVED + 'late,2025-01-31,1,,,,"a\nb"\n\nlate,2025-02-28,1x,,,,s\n'
    table, problems = read_in(context, "observations", content)
    assert table.rows["line"].tolist() == [2]
    assert [problem.line for problem in problems] == [5]


def test_rows_with_no_cell_filled_are_not_read(context: Context) -> None:
    table, problems = observe(context, "", ",,,,,,", "  , ,,,,,", "late,2025-03-31,1,,,,s")
    assert (table.read, table.used, problems) == (1, 1, [])


def test_trailing_cells_may_be_left_off_where_none_is_required(context: Context) -> None:
    table, problems = read_in(context, "events", "date,label,kind,source\n2025-01-01,New system\n")
    assert (table.used, problems) == (1, [])


def test_a_cell_of_ten_megabytes_sets_only_its_row_aside(context: Context) -> None:
    long = "x" * 10_000_000
    table, problems = observe(context, f"late,2025-01-31,1,,,,{long}", "late,2025-02-28,1,,,,s")
    assert (table.read, table.used) == (2, 1)
    assert problems[0].code is Code.CELL_TOO_LONG
    assert len(problems[0].value or "") <= 200


def test_an_unclosed_quotation_mark_loses_only_its_own_line(context: Context) -> None:
    table, problems = observe(context, 'late,2025-01-31,1,,,,"s', "late,2025-02-28,1,,,,s")
    assert (table.read, table.rows["line"].tolist()) == (2, [3])
    assert [(one.line, one.code) for one in problems] == [(2, Code.FILE_UNREADABLE)]


def test_words_are_read_whatever_the_case_and_a_mistyped_one_gets_the_nearest(context: Context) -> None:
    content = "date,kind,count\n2025-01-01, Rapid  REVIEW ,1\n2025-01-02,rapid reveiw,1\n"
    table, problems = read_in(context, "serious_events", content)
    assert table.rows["kind"].tolist() == ["rapid review"]
    assert "Did you mean `rapid review`?" in problems[0].message


@pytest.mark.parametrize("count", ["2.5", "-1", "c", "", "5%"])
def test_a_count_is_a_whole_number_of_nought_or_more(context: Context, count: str) -> None:
    table, _ = read_in(context, "serious_events", f"date,kind,count\n2025-01-01,rapid review,{count}\n")
    assert (table.read, table.set_aside) == (1, 1)


def test_formulas_and_markup_stay_text_in_a_column_of_text(context: Context) -> None:
    content = "date,label\n2025-01-01,=1+1\n2025-01-02,<b>x</b>\n2025-01-03,@sum\n"
    table, _ = read_in(context, "events", content)
    assert table.rows["label"].tolist() == ["=1+1", "<b>x</b>", "@sum"]


def test_counts_of_answers_must_fit_each_other(context: Context) -> None:
    head = "feedback,date,criterion,from,kind,sentiment,positive,responses\n"
    rows = ["f1,2025-01-01,help,staff,survey,,5,4", "f2,2025-01-01,help,staff,survey,,-1,4"]
    rows += ["f3,2025-01-01,help,staff,survey,,0,0", "f4,2025-01-01,help,staff,survey,,4,4"]
    table, problems = read_in(context, "feedback", head + "\n".join(rows))
    assert table.rows["feedback"].tolist() == ["f4"]
    assert {problem.code for problem in problems} == {Code.OUT_OF_RANGE}


def test_people_asked_without_an_answer_are_used_with_a_warning(context: Context) -> None:
    content = "feedback,date,criterion,from,kind\nf1,2025-01-01,help,staff,survey\nf2,2025-01-01,help,staff,complaint\n"
    table, problems = read_in(context, "feedback", content)
    assert table.used == 2
    assert [(one.line, one.code, one.level) for one in problems] == [(2, Code.NO_ANSWER, "warning")]


def test_many_bad_rows_are_counted_exactly_and_told_in_part(context: Context) -> None:
    table, problems = observe(context, *["late,2025-13-31,1,,,,s"] * 30_000)
    assert (table.read, table.set_aside) == (30_000, 30_000)
    assert len(problems) == 10_001
    assert "20,000 more rows" in problems[-1].message


def test_grades_of_before_2013_stand_in_judgements_only(context: Context) -> None:
    content = "date,criterion,grade,how_we_know\n2025-01-01,help,Adequate,x\n"
    content += "2025-01-02,help,Requires improvement to be good,x\n"
    table, problems = read_in(context, "self_evaluation", content)
    assert table.rows["grade"].tolist() == ["requires improvement"]
    assert problems[0].code is Code.NOT_A_CHOICE
