"""Lines of enquiry on the shipped datasets: repeat findings of the papers and stories of Northmere are asked."""

from datetime import date

import pytest

from readiness.insight.enquiry.answer import NO_OWNER
from readiness.insight.enquiry.facts import Enquiry, enquiries
from tests.pages.shipped import DATES, FRAMEWORKS, opened, shipped

WOKINGHAM = {
    "supervision": "you were told of this in 2016, 2018, 2019 and 2023",
    "plans-and-reviews": "you were told of this in 2016, 2019 and 2023",
    "quality-assurance": "you were told of this in 2016, 2018 and 2019",
    "childrens-records": "you were told of this in 2019 and 2023",
    "workforce-stability": "you were told of this in 2018 and 2019",
}
READING = {
    "plans-and-reviews": "you were told of this in 2016, 2017, 2019 and 2024",
    "workforce-stability": "you were told of this in 2016, 2017, 2019 and 2024",
    "assessment": "you were told of this in 2016, 2017 and 2019",
    "kinship-carers": "you were told of this in 2019 and 2024",
}


def asked(dataset: str, day: str, framework: str = "") -> tuple[Enquiry, ...]:
    workspace, (as_at,) = shipped(dataset), opened(day)
    return enquiries(workspace, as_at, framework or workspace.framework(as_at).id)


@pytest.mark.parametrize(("dataset", "papers"), [("wokingham", WOKINGHAM), ("reading", READING)])
def test_each_repeat_finding_of_the_papers_is_asked_with_its_years(
    dataset: str, papers: dict[str, str]
) -> None:
    found = {each.criterion: each for each in asked(dataset, "2026-04-30") if each.rule == "repeat-finding"}
    for criterion, words in papers.items():
        assert f"{words}, so what is different now?" in found[criterion].question
        years = {row_year(dataset, row.line) for row in found[criterion].rows}
        assert all(str(year) in words for year in years)
        assert len(years) == words.count("20")


def row_year(dataset: str, line: int) -> int:
    """The year in which the report of a row of findings.csv was published."""
    tables = shipped(dataset).dataset.tables
    findings = tables["findings"].rows
    inspection = findings[findings["line"] == line]["inspection"].iloc[0]
    reports = tables["inspections"].rows
    return reports[reports["inspection"] == inspection]["published"].iloc[0].year


def test_what_turned_round_is_not_asked_as_a_repeat_finding() -> None:
    repeats = {each.criterion for each in asked("wokingham", "2026-04-30") if each.rule == "repeat-finding"}
    assert not repeats & {"strategy-discussions", "pace-of-improvement"}


def test_as_told_in_2018_only_what_was_told_by_then_is_asked() -> None:
    found = {each.criterion: each.question for each in asked("wokingham", "2018-12-31")}
    assert "2016 and 2018, so" in found["supervision"]


def test_readings_children_without_a_worker_come_first_with_the_row_and_no_newer_figure() -> None:
    first = asked("reading", "2026-04-30")[0]
    assert first.question.startswith("Children without an allocated social worker: how does it stand today")
    assert first.why.startswith("15 at 28 February 2017, known on 24 March 2017. No newer figure in 9 years.")
    assert first.rows == (first.answer,)
    assert first.owner == NO_OWNER
    assert "A figure newer than 28 February 2017" in first.gap


def test_each_story_of_northmere_is_asked_about() -> None:
    found = asked("northmere", "2026-11-06")
    rules = {each.rule: each for each in reversed(found)}
    assert found[0].rule == "not-made-safe"
    assert "33 days ago" in found[0].why
    worse = {each.parameters["indicator"] for each in found if each.rule == "out-of-control"}
    assert worse == {"re-referrals-12m", "care-leavers-not-in-touch", "health-assessments"}
    assert {each.criterion for each in found if each.rule == "repeat-finding"} == {
        "supervision",
        "seeing-children",
    }
    assert "Impact of leaders: you grade seven themes above" in rules["self-evaluation-higher"].question
    assert rules["self-evaluation-higher"].evidence.startswith("Survey of staff: "), (
        "it speaks of all seven themes"
    )
    assert {"overdue", "closed-without-impact", "contradictory", "target-missed", "not-known"} <= set(rules)


@pytest.mark.parametrize("dataset", ["northmere", "wokingham", "reading"])
@pytest.mark.parametrize("day", [*DATES, "2024-06-30", "2026-11-06"])
def test_every_row_cited_is_a_used_row_known_by_the_day(dataset: str, day: str) -> None:
    tables, (as_at,) = shipped(dataset).dataset.tables, opened(day)
    for each in asked(dataset, day):
        for row in (*each.rows, *filter(None, [each.answer])):
            rows = tables[row.file.removesuffix(".csv")].rows
            mine = rows[rows["line"] == row.line]
            assert len(mine) == 1
            if "known" in mine:
                assert mine["known"].iloc[0].date() <= as_at
        assert each.answer is None or each.answer.words in each.evidence or each.rule == "not-made-safe"


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_every_framework_is_asked_about_in_its_own_areas(framework: str) -> None:
    areas = {each.id for each in shipped("northmere").config.frameworks[framework].areas}
    found = asked("northmere", "2026-11-06", framework)
    assert found
    assert {each.area for each in found} <= areas


def test_before_any_evidence_what_is_asked_is_what_is_not_known() -> None:
    found = asked("reading", "2011-01-01")
    assert {each.rule for each in found} == {"not-known", "no-evidence"}
    assert date(2011, 1, 1) not in {each.answer for each in found}
    assert {each.answer for each in found} == {None}
