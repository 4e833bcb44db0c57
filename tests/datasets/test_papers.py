"""What the public papers say is on screen, and right: repeat findings, reversals and promises, each traced to its row.

Wokingham: the annual review of 2014/15, the press release of January 2016, the focused visit of 2018, the inspections
of 2019 and 2023. Reading: the inspection of 2016, the monitoring visit of 2017, the inspections of 2019 and 2024.
"""

import csv
from functools import cache

import pytest
from streamlit.testing.v1 import AppTest

from readiness.insight.grip.facts import grip_on
from readiness.insight.indicators.facts import indicators_on
from readiness.insight.inspections.calibration import calibration
from readiness.insight.inspections.findings import findings_by
from readiness.insight.plan.facts import plan_on
from readiness.insight.safety.room import safety_room
from tests.pages.shipped import ROOT, opened, shipped
from tests.pages.visit import as_read, said, visited

Told = tuple[str, str]
"""The report's month and year as on the page's table, and words of the finding."""

REPEATED: dict[tuple[str, str], tuple[Told, ...]] = {
    ("wokingham", "supervision"): (
        ("5 January 2016", "Management oversight and supervision"),
        ("9 November 2018", "Supervision does not challenge practice enough or set clear timescales"),
        ("15 July 2019", "Critical scrutiny and supervision by frontline managers"),
        ("9 May 2023", "Supervision and management oversight at all levels"),
    ),
    ("wokingham", "quality-assurance"): (
        ("5 January 2016", "Audits"),
        ("9 November 2018", "Learning from audit is not always followed through"),
        ("15 July 2019", "Quality assurance is still being strengthened"),
    ),
    ("wokingham", "plans-and-reviews"): (
        ("5 January 2016", "Plans"),
        ("15 July 2019", "Plans for children in need and child protection plans that work"),
        ("9 May 2023", "Plans for children in need and child protection plans"),
    ),
    ("wokingham", "childrens-records"): (
        ("15 July 2019", "Some case records are incomplete or out of date"),
        ("9 May 2023", "Children's records"),
    ),
    ("wokingham", "workforce-stability"): (
        ("5 January 2016", "The workforce shows early signs of stabilising"),
        ("9 November 2018", "unstable leadership and frontline staffing"),
        ("15 July 2019", "High turnover has harmed help and protection"),
    ),
    ("reading", "plans-and-reviews"): (
        ("5 August 2016", "40% of children in need had no plan"),
        ("24 March 2017", "About a third of children in need have no written plan"),
        ("28 October 2019", "Plans and provision for children in need"),
        ("12 July 2024", "Work with children in need"),
    ),
    ("reading", "workforce-stability"): (
        ("5 August 2016", "42% of social workers were from agencies"),
        ("24 March 2017", "Most team managers are temporary"),
        ("28 October 2019", "A stable workforce"),
        ("12 July 2024", "Keeping the workforce"),
    ),
    ("reading", "quality-assurance"): (
        ("24 March 2017", "no effective quality assurance of its own"),
        ("28 October 2019", "What quality assurance changes"),
    ),
    ("reading", "strategy-discussions"): (
        ("24 March 2017", "often a telephone call between social worker and police"),
        ("28 October 2019", "How far the police take part in child protection"),
    ),
}


@cache
def inspections(dataset: str, criterion: str) -> AppTest:
    return visited("inspections.py", dataset=dataset, as_at="2026-04-30", criterion=criterion)


def rows_of(dataset: str, file: str) -> list[list[str]]:
    """The rows of a file as written, the heading first, so that line n is the item n - 1."""
    with (ROOT / "data" / dataset / file).open(encoding="utf-8", newline="") as text:
        return list(csv.reader(text))


@pytest.mark.parametrize(("dataset", "criterion"), REPEATED)
def test_each_finding_of_the_papers_stands_on_the_inspections_page_beside_the_line_that_holds_it(
    dataset: str, criterion: str
) -> None:
    page = inspections(dataset, criterion)
    table = next(each.value for each in page.table if "What was found" in each.value)
    columns = ("Published", "What was found", "File and line")
    shown = list(zip(*(map(as_read, table[each]) for each in columns), strict=True))
    file = rows_of(dataset, "findings.csv")
    for day, words in REPEATED[dataset, criterion]:
        (place,) = (where for when, found, where in shown if when == day and words in found)
        line = file[int(place.rpartition(" ")[2]) - 1]
        assert line[2] == criterion
        assert words in line[4]


def test_readings_pace_of_2017_is_on_screen_with_its_line() -> None:
    words = said(inspections("reading", "pace-of-improvement"))
    (line,) = (
        number
        for number, row in enumerate(rows_of("reading", "findings.csv"), 1)
        if "small in scale and much too slow" in row[4]
    )
    assert "Improvement as a whole is small in scale and much too slow." in words
    assert f"findings.csv, line {line}" in words


def test_what_turned_round_and_what_was_lost_is_said_in_words() -> None:
    words = said(inspections("wokingham", "supervision"))
    assert "Turned round: strategy discussions and section 47 enquiries (July 2019); pace" in words
    assert "workforce stability and sufficiency (January 2016, then November 2018)" in words
    assert "front door, thresholds and consent (January 2016, then November 2018)" in words
    assert "harm outside the home and missing (March 2017, then July 2024)" in said(
        inspections("reading", "plans-and-reviews")
    )


@pytest.mark.parametrize(
    ("dataset", "day", "headline"),
    [
        ("wokingham", "2016-01-06", "Ofsted's last judgements, January 2016: requires improvement for"),
        ("wokingham", "2019-07-15", "July 2019"),
        (
            "wokingham",
            "2023-05-09",
            "May 2023: requires improvement for impact of leaders, help and protection",
        ),
        ("reading", "2016-08-05", "Ofsted's last judgements, August 2016: inadequate for"),
        ("reading", "2017-03-24", "Ofsted's last judgements, August 2016: inadequate for"),
        ("reading", "2019-10-28", "October 2019"),
        ("reading", "2024-07-12", "July 2024"),
    ],
)
def test_on_the_day_of_each_report_the_inspections_page_opens_with_it(
    dataset: str, day: str, headline: str
) -> None:
    page = visited("inspections.py", dataset=dataset, as_at=day)
    assert not page.exception
    assert headline in as_read(page.title[0].value)


def test_readings_15_children_and_thirds_overdue_stand_on_the_safety_page_of_march_2017() -> None:
    page = visited("safety.py", dataset="reading", as_at="2017-03-24")
    words = said(page)
    assert "15 at 28 February 2017" in words
    assert "In-need visits on time 67% at 28 February 2017" in words
    assert "Current plan 67% at 28 February 2017" in words
    room = safety_room(shipped("reading"), opened("2017-03-24")[0], "sif-2013")
    places = {one.title: one.place for one in room.held("Crossed")}
    file = rows_of("reading", "observations.csv")
    line = file[int(places["Children without an allocated social worker"].rpartition(" ")[2]) - 1]
    assert (line[0], line[2]) == ("children-without-allocated-social-worker", "15")
    assert "line 23" in line[9]


def test_before_the_visit_was_published_nobody_knew_of_the_15() -> None:
    room = safety_room(shipped("reading"), opened("2017-03-23")[0], "sif-2013")
    line = next(one for one in room.counts if one.title == "Children without an allocated social worker")
    assert line.state == "Not known"


def test_the_share_of_permanent_staff_and_its_promise_of_100_percent_stand_with_their_rows() -> None:
    facts = indicators_on(shipped("wokingham"), opened("2026-04-30")[0]).facts
    promised = facts["turnover-rate"].reading.points
    figures = {(point.measured.figure, point.measured.line) for point in promised if point.measured}
    assert {(14.0, 488), (26.5, 490), (31.6, 492)} <= figures
    assert rows_of("wokingham", "targets.csv")[1][:3] == ["permanent-social-workers", "2015-05-28", "100"]
    reading = indicators_on(shipped("reading"), opened("2017-03-24")[0]).facts["permanent-social-workers"]
    assert (reading.latest.figure, reading.latest.source) == (62.0, "CYP Now, 24 March 2017, line 21")


@pytest.mark.parametrize(
    ("action", "promise", "says"),
    [
        (
            "ar15-overall-07",
            "Recruit permanent staff who stay: aim for 100% permanent",
            "no update on record",
        ),
        ("ar15-overall-11", "Monitor all areas for development every quarter", "no update on record"),
        (
            "ar13-02",
            "Sustain the recruitment and retention of social workers",
            "completed; closed on 28 May 2015",
        ),
    ],
)
def test_each_promise_of_the_annual_review_opens_as_a_chain_with_how_it_stands(
    action: str, promise: str, says: str
) -> None:
    title = as_read(visited("plan.py", dataset="wokingham", as_at="2026-04-30", action=action).title[0].value)
    assert title.startswith(promise)
    assert says in title


def test_the_annual_reviews_promises_are_all_on_the_plan_with_the_line_of_the_paper() -> None:
    plan = plan_on(shipped("wokingham"), opened("2015-07-31")[0], "sif-2013")
    assert plan is not None
    overall = [each for each in plan.actions if each.action.startswith("ar15-overall")]
    assert len(overall) == 11
    assert all("line" in each.source for each in overall)
    file = rows_of("wokingham", "actions.csv")
    assert all(file[each.line - 1][0] == each.action for each in plan.actions)


@pytest.mark.parametrize(("dataset", "number"), [("wokingham", 7), ("reading", 4)])
def test_what_was_judged_is_held_against_our_evidence_of_the_day_before(dataset: str, number: int) -> None:
    found = calibration(shipped(dataset), opened("2026-04-30")[0])
    told = [each for each in found.compared if each.ours is not None]
    assert len(told) >= number
    assert all((each.judged.published - each.day).days == 1 for each in found.compared)
    file = rows_of(dataset, "judgements.csv")
    for each in found.compared:
        assert any(cell.lower().startswith(each.judged.grade) for cell in file[each.judged.line - 1])


@pytest.mark.parametrize("dataset", ["wokingham", "reading"])
def test_the_grip_page_says_that_no_record_tells_when_leaders_first_knew(dataset: str) -> None:
    found = grip_on(shipped(dataset), opened("2026-04-30")[0], "ilacs-2026")
    assert found.headline[0] == "When leaders first knew is not on record by 30 April 2026."
    assert "nobody can say whether leaders knew any of them first" in found.inspectors.sentence


def test_every_repeat_on_screen_has_two_reports_of_the_inspectorate_behind_it() -> None:
    for dataset in ("wokingham", "reading"):
        found = findings_by(shipped(dataset), opened("2026-04-30")[0], "ilacs-2026")
        file = rows_of(dataset, "findings.csv")
        for theme in found.repeats:
            inspections_named = {file[each.findings[0].line - 1][1] for each in theme.raised}
            assert len(inspections_named) == len(theme.raised) >= 2
