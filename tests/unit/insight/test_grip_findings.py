"""What inspectors named, and whether a signal about it was on record before their report."""

from datetime import date
from pathlib import Path

import pytest

from readiness.insight.grip.inspectors import InspectorsNamed, Named, inspectors_named, verdict_words
from tests.pages.shipped import shipped
from tests.unit.insight.grip_made import made, signal

PUBLISHED = date(2026, 3, 31)
INSPECTION = "i,ilacs-2023,{kind},Visit,2026-03-02,2026-03-03,2026-03-31,Report"
OLD = signal("first", "2020-01-01", about="care-leavers")


def named(tmp_path: Path, *signals: str, criterion: str = "supervision", kind: str = "focused visit",
          day: date = PUBLISHED) -> InspectorsNamed:  # fmt: skip
    workspace = made(
        tmp_path,
        inspections=(INSPECTION.format(kind=kind),),
        findings=(
            f"f,i,{criterion},area for improvement,Not regular,Report",
            "g,i,front-door,strength,Prompt,Report",
        ),
        signals=signals,
    )
    return inspectors_named(workspace, day, "ilacs-2026")


def the_one(found: InspectorsNamed) -> Named:
    ((one,),) = (report.named for report in found.reports)
    return one


@pytest.mark.parametrize("about", ["supervision", "impact-of-leaders", "supervision-on-time"])
def test_a_signal_on_the_criterion_its_area_or_its_indicator_was_known_before(
    tmp_path: Path, about: str
) -> None:
    one = the_one(named(tmp_path, signal("a", "2026-01-30", about)))
    assert (one.verdict, one.lead, one.line) == ("on record before", 60, 2)
    assert verdict_words(one, PUBLISHED).startswith("Yes, 60 days before: a, ")
    assert verdict_words(one, PUBLISHED).endswith("(not decided by then)")


@pytest.mark.parametrize(
    ("decided", "checked", "words"),
    [
        ("2026-03-31", "", "not decided by then"),
        ("2026-03-30", "", "decided by then"),
        ("2026-02-01", "2026-03-31", "decided by then"),
        ("2026-02-01", "2026-03-30", "effect checked on 30 March 2026"),
    ],
)
def test_how_far_a_signal_had_come_is_told_as_of_the_day_before_the_report(
    tmp_path: Path, decided: str, checked: str, words: str
) -> None:
    found = named(tmp_path, signal("a", "2026-01-30", decided=decided, checked=checked))
    assert verdict_words(the_one(found), PUBLISHED).endswith(f"({words})")


@pytest.mark.parametrize("about", ["caseloads", "front-door", "average-caseload"])
def test_a_signal_about_something_else_does_not_count(tmp_path: Path, about: str) -> None:
    found = named(tmp_path, signal("a", "2026-01-30", about))
    assert the_one(found).verdict == "not on record"
    assert found.sentence == (
        "Of one thing that inspectors named since the record of signals began, on 30 January 2026, "
        "none was on record before."
    )


def test_a_signal_of_the_day_of_the_report_came_too_late(tmp_path: Path) -> None:
    assert the_one(named(tmp_path, OLD, signal("a", "2026-03-31"))).verdict == "not on record"


def test_a_signal_once_inspectors_were_here_is_no_lead(tmp_path: Path) -> None:
    found = named(tmp_path, OLD, signal("a", "2026-03-02"))
    assert the_one(found).verdict == "on record once they were here"
    assert "none was on record before" in found.sentence


def test_a_report_older_than_the_record_is_not_held_against_anybody(tmp_path: Path) -> None:
    found = named(tmp_path, signal("a", "2026-04-01"), day=date(2026, 4, 30))
    assert the_one(found).verdict == "no record yet"
    assert found.sentence == (
        "No report has named anything to improve since the record of signals began, on 1 April 2026."
    )


def test_an_open_signal_goes_before_one_that_was_closed(tmp_path: Path) -> None:
    closed = signal("old", "2021-01-01", decided="2021-02-01", checked="2021-03-01")
    assert the_one(named(tmp_path, closed)).lead == 1915
    one = the_one(named(tmp_path, closed, signal("open", "2026-03-01")))
    assert one.signal and one.signal.id == "open"


def test_reviews_by_others_and_reports_not_yet_out_are_left_aside(tmp_path: Path) -> None:
    assert named(tmp_path, kind="peer review").reports == ()
    assert named(tmp_path, day=date(2026, 3, 30)).reports == ()


def test_northmeres_visit_found_one_thing_that_was_on_record_and_two_that_were_not() -> None:
    latest = inspectors_named(shipped("northmere"), date(2026, 11, 6), "ilacs-2026").reports[0]
    assert [(one.verdict, one.lead) for one in latest.named] == [
        ("not on record", None),
        ("on record before", 171),
        ("not on record", None),
    ]


@pytest.mark.parametrize(("dataset", "short"), [("wokingham", "56 things"), ("reading", "44 things")])
def test_without_signals_it_can_not_be_said_who_knew(dataset: str, short: str) -> None:
    found = inspectors_named(shipped(dataset), date(2026, 4, 30), "ilacs-2026")
    assert found.sentence.startswith(f"Inspectors named {short} to improve in four reports; with no signal")
    assert {one.verdict for report in found.reports for one in report.named} == {"no record yet"}
