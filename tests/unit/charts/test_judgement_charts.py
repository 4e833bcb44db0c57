"""Ofsted's judgements drawn: ours over the years, and England's grades as bars."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.charts.grade_bars import LABEL, Bar, areas_chart, years_chart
from readiness.charts.judged import EARLIER, VISITS, judged_chart
from readiness.charts.palette import grade_colour
from readiness.insight.inspections.judgements import OfstedJudgement
from readiness.insight.inspections.national_judgements import Spread
from readiness.insight.inspections.own_judgements import (
    AreaJudged,
    OwnJudgements,
    own_finding,
    own_judgements,
    own_reading,
)
from readiness.insight.timeline import Mark
from tests.pages.shipped import shipped

DAY = date(2025, 3, 31)
SPREAD = Spread("care", DAY, (1, 2, 3, 4), jointly=5, never=0)


def judgement(grade: str, year: int, worded: str = "Care") -> OfstedJudgement:
    """One judgement of the middle of a year."""
    return OfstedJudgement(
        "care", worded, grade, date(year, 6, 30), f"Inspection of {year}", "Report", "new", 2
    )


def own(*areas: AreaJudged, earlier: tuple = (), visits: tuple = ()) -> OwnJudgements:
    return OwnJudgements(DAY, "Ourshire", areas, earlier, visits)


CARE = AreaJudged("care", "Care", (judgement("requires improvement", 2016), judgement("good", 2021)))
HELP = AreaJudged("help", "Help", (judgement("good", 2016), judgement("good", 2021)))
LEADERS = AreaJudged("leaders", "Leaders", (judgement("good", 2021),))


@pytest.mark.parametrize(
    ("areas", "said"),
    [
        ((CARE, HELP), "At the last judgement care went up; help stayed the same"),
        ((CARE, LEADERS), "At the last judgement care went up; leaders had their first"),
        ((LEADERS,), "Judged once so far: leaders"),
        ((AreaJudged("care", "Care", ()),), "No area is judged in the terms of this framework"),
    ],
)
def test_the_title_says_which_way_areas_went(areas: tuple[AreaJudged, ...], said: str) -> None:
    assert own_finding(own(*areas)) == said
    assert judged_chart(own(*areas), "Source: made").title == said


@pytest.mark.parametrize(
    ("areas", "said"),
    [
        ((CARE, HELP), "Good at every judgement since June 2016: help."),
        ((LEADERS,), "Every area has been judged at least once."),
        ((AreaJudged("care", "Care", ()),), "Without a judgement that speaks for it: care."),
        (
            (HELP, AreaJudged("front", "Front", HELP.judgements), AreaJudged("care", "Care", ())),
            "Good at every judgement since June 2016: help and front. Without a judgement that speaks for it: care.",
        ),
        (
            (AreaJudged("help", "Help", (judgement("adequate", 2011), *HELP.judgements)),),
            "Good at every judgement since June 2016: help.",
        ),
    ],
)
def test_the_reading_says_how_long_areas_have_stood_at_one_grade(
    areas: tuple[AreaJudged, ...], said: str
) -> None:
    assert own_reading(own(*areas)) == said
    assert judged_chart(own(*areas), "Source: made").reading == said


def test_two_judgements_of_one_report_are_no_change_and_the_lower_one_stands() -> None:
    both = AreaJudged(
        "care", "Care", (judgement("requires improvement", 2016), judgement("inadequate", 2016))
    )
    assert own_finding(own(both)) == "Judged once so far: care"
    assert own_reading(own(both)) == "Every area has been judged at least once."
    later = AreaJudged("care", "Care", (*both.judgements, judgement("requires improvement", 2019)))
    assert own_finding(own(later)) == "At the last judgement care went up"
    assert own_reading(own(later)) == "Every area has been judged at least once."


def test_what_one_report_said_of_children_looked_after_and_care_leavers_is_no_change_of_readings() -> None:
    workspace = shipped("reading")
    first = own_judgements(workspace, date(2018, 6, 30), "ilacs-2018")
    assert own_finding(first).startswith(
        "Judged once so far: impact of leaders, help and protection and children"
    )
    care = next(each for each in first.areas if each.area == "children-in-care-and-care-leavers")
    assert [each.grade for each in care.judgements] == ["requires improvement", "inadequate"]
    later = own_judgements(workspace, date(2019, 12, 31), "ilacs-2018")
    assert own_finding(later).endswith("and children in care and care leavers went up")
    assert own_reading(later) == "Every area has been judged at least once."


def test_marks_carry_the_grade_by_shape_and_the_last_one_by_word() -> None:
    chart = judged_chart(own(CARE), "Source: made")
    marks = next(each for each in chart.figure.data if each.name == "judgement")
    assert list(marks.marker.symbol) == ["diamond", "circle"]
    assert "<b>● good</b><br>June 2021" in [note.text for note in chart.figure.layout.annotations]


def test_areas_that_nobody_has_judged_yet_leave_no_bare_rows_where_earlier_reports_stand() -> None:
    bare = AreaJudged("care", "Care", ())
    early = judged_chart(own(bare, earlier=(judgement("good", 2012, "Quality"),)), "Source: made")
    assert [note.text for note in early.figure.layout.annotations] == [f"<b>{EARLIER}</b>"]
    assert early.reading == "Without a judgement that speaks for it: care."
    nothing = judged_chart(own(bare), "Source: made")
    assert [note.text for note in nothing.figure.layout.annotations] == ["<b>Care</b>"]


def test_a_judgement_stands_until_the_next_and_the_last_until_the_day() -> None:
    lines = [each for each in judged_chart(own(CARE), "Source: made").figure.data if each.name == "stood"]
    assert [tuple(each.x) for each in lines] == [
        (date(2016, 6, 30), date(2021, 6, 30)),
        (date(2021, 6, 30), DAY),
    ]


def test_a_grade_of_before_2013_is_drawn_as_a_report_in_other_terms() -> None:
    old = (judgement("adequate", 2012, "Quality"), judgement("good", 2012, "<b>Safety</b>"))
    chart = judged_chart(own(CARE, earlier=old), "Source: made")
    report = next(each for each in chart.figure.data if each.name == "report")
    assert (len(report.x), list(report.marker.symbol)) == (1, ["circle-x-open"])
    today = judged_chart(own(CARE, earlier=(judgement("good", 2012, "Quality"),)), "Source: made")
    marks = next(each for each in today.figure.data if each.name == "report")
    assert list(marks.marker.symbol) == ["circle-open"]
    assert "Quality: adequate" in report.customdata[0].replace("<br>", " ")
    assert "<b>" not in report.customdata[0]
    assert chart.table["Note"].iloc[-2].startswith("A different grade, used before 2013")
    assert f"<b>{EARLIER}</b>" in [note.text for note in chart.figure.layout.annotations]


def test_visits_have_a_row_only_where_there_were_any() -> None:
    visit = Mark(date(2022, 1, 1), "visit", "Focused visit", "Report")
    rows = {
        number: [
            note.text
            for note in judged_chart(own(CARE, visits=(visit,) * number), "").figure.layout.annotations
        ]
        for number in (0, 1)
    }
    assert f"<b>{VISITS}</b>" in rows[1]
    assert f"<b>{VISITS}</b>" not in rows[0]


def test_nothing_judged_yet_can_be_drawn() -> None:
    assert judged_chart(own(AreaJudged("care", "Care", ())), "").table.empty


def test_a_bar_is_a_hundred_per_cent_of_those_judged() -> None:
    chart = areas_chart([Bar("Care", SPREAD)], DAY, "Source: made")
    ends = [(shape.x0, shape.x1, shape.fillcolor) for shape in chart.figure.layout.shapes]
    assert [end - start for start, end, _ in ends] == pytest.approx([9.7, 19.7, 29.7, 39.7])
    assert next(colour for *_, colour in ends) == grade_colour("inadequate")
    labels = [note.text for note in chart.figure.layout.annotations]
    assert labels == ["<b>Care</b> (10 of 15 judged)", "▼ 10%", "◆ 20%", "● 30%", "★ 40%"]


def test_our_grade_is_named_under_its_part_of_the_bar() -> None:
    chart = areas_chart([Bar("Care", SPREAD, "good", "<b>Ourshire</b>")], DAY, "Source: made")
    label = chart.figure.layout.annotations[-1]
    assert label.text == "▲ &lt;b&gt;Ourshire&lt;/b&gt;"
    assert label.x == pytest.approx(45)


@given(st.lists(st.integers(0, 200), min_size=4, max_size=4).filter(any))
def test_every_share_has_a_label_and_no_two_overlap(counts: list[int]) -> None:
    bars = [Bar("Care", Spread("care", DAY, tuple(counts), 0, 0))]
    labels = areas_chart(bars, DAY, "Source: made").figure.layout.annotations[1:]
    places = [label.x for label in labels]
    assert len(labels) == sum(count > 0 for count in counts)
    assert all(after - before >= LABEL - 1e-6 for before, after in pairwise(places))
    assert all(LABEL / 2 - 1e-6 <= place <= 100 - LABEL / 2 + 1e-6 for place in places)


def test_those_judged_jointly_are_named_as_left_out() -> None:
    reading = areas_chart([Bar("Care", SPREAD)], DAY, "Source: made").reading
    assert reading.endswith("together with another area: Care (5).")


def test_the_title_names_the_ends_of_england() -> None:
    lower = Spread("help", DAY, (5, 1, 2, 2), 0, 0)
    chart = areas_chart([Bar("Help", lower), Bar("Care", SPREAD)], DAY, "Source: made")
    assert chart.title == "In England 70% of authorities are at good or better for care, 40% for help"


def test_years_are_compared_with_how_many_were_judged() -> None:
    first = Spread("care", date(2015, 3, 31), (2, 2, 0, 0), 0, 11)
    bars = [Bar("31 March 2015", first), Bar("31 March 2025", SPREAD)]
    chart = years_chart(bars, "Care", "Source: made")
    assert chart.title == "Care: 70% of 10 authorities at good or better, 0% of 4 in March 2015"
    assert chart.reading.endswith(
        "Fewer than 30 were judged by 31 March 2015 and 31 March 2025: there a share says little."
    )
    assert chart.table["Judged jointly"].tolist() == ["0", "5"]
    assert chart.table["Good"].tolist() == ["0 (0%)", "3 (30%)"]
