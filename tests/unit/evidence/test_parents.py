"""Rows that hang on rows of another table."""

from readiness.evidence.context import Context, ReadTable
from readiness.problems import Code
from tests.evidence_files import read_in

INSPECTIONS = """inspection,framework,kind,title,published,source
one,now,inspection,First,2021-01-01,report
old,before-ours,inspection,Older,2001-01-01,report
none,,inspection,Oldest,1999-01-01,report
bad,now,inspection,Broken,31/02/2021,report
"""


def inspections(context: Context) -> ReadTable:
    return read_in(context, "inspections", INSPECTIONS)[0]


def test_a_judgement_needs_its_inspection_in_use(context: Context) -> None:
    content = "inspection,area,grade\none,help,Good\nbad,help,good\nelsewhere,help,good\n"
    table, problems = read_in(context, "judgements", content, inspections=inspections(context))
    assert table.rows["line"].tolist() == [2]
    assert [(one.line, one.code) for one in problems] == [(3, Code.PARENT_MISSING), (4, Code.PARENT_MISSING)]


def test_an_area_is_one_of_that_framework_or_overall(context: Context) -> None:
    content = "inspection,area,grade\none,overall,good\none,hepl,good\none,front-door,good\n"
    table, problems = read_in(context, "judgements", content, inspections=inspections(context))
    assert table.rows["area"].tolist() == ["overall"]
    assert "`help`" in problems[0].message
    assert problems[1].code is Code.UNKNOWN_REFERENCE


def test_an_area_is_free_text_where_the_framework_is_not_configured(context: Context) -> None:
    content = "inspection,area,grade\nold,Fostering,adequate\nnone,Anything,satisfactory\n"
    table, problems = read_in(context, "judgements", content, inspections=inspections(context))
    assert (table.used, problems) == (2, [])


def test_an_update_may_not_come_before_its_action(context: Context) -> None:
    head = "action,title,criterion,source,created\n"
    actions, _ = read_in(context, "actions", head + "a,Do it,help,plan,2025-01-10\n")
    content = "action,date,status\na,2025-01-09,on track\na,2025-01-10,on track\na,2025-01-10,on track\n"
    table, problems = read_in(context, "action_updates", content, actions=actions)
    assert table.rows["line"].tolist() == [3, 4]
    assert [(one.line, one.code) for one in problems] == [(2, Code.DATES_DISAGREE)]


def test_dates_in_an_odd_order_are_only_a_warning(context: Context) -> None:
    content = "inspection,kind,title,start,end,published,source\na,inspection,T,2025-02-10,2025-02-01,2025-03-01,s\n"
    table, problems = read_in(context, "inspections", content)
    assert table.used == 1
    assert [(one.level, one.code) for one in problems] == [("warning", Code.DATES_DISAGREE)]


def test_a_signal_may_be_about_an_indicator_a_criterion_or_an_area(context: Context) -> None:
    head = "signal,first_known,known_by,about,what\n"
    rows = [
        f"s{n},2025-01-01,manager,{about},x\n" for n, about in enumerate(("late", "permanence", "care", "x"))
    ]
    table, _ = read_in(context, "signals", head + "".join(rows))
    assert table.rows["about"].tolist() == ["late", "permanence", "care"]
