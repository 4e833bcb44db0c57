"""What inspectors raised again and again: by hand, and as the papers of Wokingham and Reading have it."""

import csv
from datetime import date

import pytest

from readiness.charts.findings import findings_chart
from readiness.insight.inspections.findings import (
    RAISED,
    REPORTS,
    Finding,
    Findings,
    Spoken,
    Theme,
    findings_by,
)
from readiness.insight.inspections.findings_words import (
    duration,
    finding,
    headline,
    how_long,
    lost_words,
    reading,
    spoken_words,
    state,
    what_is_missing,
    when,
)
from tests.pages.shipped import ROOT, shipped

DAY = date(2026, 4, 2)
LAST = {"wokingham": DAY, "reading": DAY, "northmere": date(2026, 11, 6)}


def spoken(year: int, *kinds: str) -> Spoken:
    """One report of the middle of a year with findings of these kinds, gravest first."""
    each = tuple(Finding(kind, f"{kind} of {year}", "Report", 2) for kind in kinds)
    return Spoken(f"visit-{year}", f"Visit of {year}", date(year, 6, 15), each)


def theme(name: str, *said: Spoken) -> Theme:
    return Theme(name.lower(), name, "Help", said)


def findings(*themes: Theme) -> Findings:
    repeats = tuple(each for each in themes if each.repeated)
    return Findings(DAY, themes, repeats, (), (), ())


def of(dataset: str, as_at: date | None = None) -> Findings:
    return findings_by(shipped(dataset), as_at or LAST[dataset], "ilacs-2026")


PLANS = theme("Plans", spoken(2016, "area for improvement"), spoken(2019, "mixed"))
TURNED = theme(
    "Pace", spoken(2016, "priority action"), spoken(2018, "mixed", "strength"), spoken(2020, "strength")
)
BACK = theme("Records", spoken(2016, "mixed"), spoken(2018, "strength"), spoken(2020, "area for improvement"))


def test_raised_once_is_no_repeat_and_a_strength_beside_it_changes_nothing() -> None:
    assert not theme("Once", spoken(2016, "mixed"), spoken(2018, "strength")).repeated
    assert PLANS.repeated
    assert [each.praised_too for each in TURNED.spoken] == [False, True, False]


@pytest.mark.parametrize(
    ("each", "said"),
    [
        (PLANS, "Raised last in June 2019; no strength on file since"),
        (TURNED, "Turned round: a strength in June 2020"),
        (BACK, "Came back: a strength in June 2018, raised again since"),
        (
            theme("Homes", spoken(2016, "mixed"), spoken(2018, "mixed", "strength")),
            "Raised last in June 2018, beside a strength",
        ),
    ],
)
def test_what_became_of_a_repeat_is_said(each: Theme, said: str) -> None:
    assert state(each) == said


def test_what_was_praised_and_then_raised_is_said_unless_it_turned_round_or_was_raised_that_day() -> None:
    lost = theme("Front door", spoken(2014, "strength"), spoken(2016, "strength"), spoken(2018, "mixed"))
    assert lost_words(findings(PLANS, lost)) == (
        "Praised in one report and raised in a later one: front door (June 2016, then June 2018)."
    )
    back = theme("Homes", *lost.spoken, spoken(2020, "strength"))
    same_day = theme("Same", spoken(2016, "strength"), spoken(2016, "mixed"))
    beside = theme("Beside", spoken(2016, "mixed", "strength"), spoken(2018, "mixed"))
    assert lost_words(findings(back, same_day, beside, PLANS)) == lost_words(findings()) == ""


def test_wokinghams_praise_of_2016_that_was_lost_is_that_of_the_press_release_and_the_later_reports() -> None:
    lost = {each.id: each for each in of("wokingham").lost}
    assert set(lost) == {
        "strategic-leadership",
        "workforce-stability",
        "caseloads",
        "partnerships",
        "early-help",
        "front-door",
    }
    first = lost["workforce-stability"].praised_before
    assert first is not None
    assert [(first.published.year, each.source.partition(",")[0]) for each in first.findings] == [
        (2016, "Council press release")
    ]
    assert "harm outside the home and missing (March 2017, then July 2024)" in lost_words(of("reading"))


def test_two_reports_of_one_day_are_no_stretch_of_time_and_no_reversal() -> None:
    same = theme("Same", spoken(2016, "mixed"), spoken(2016, "mixed"), spoken(2016, "strength"))
    assert (same.days, same.reversed_by, same.strength_between) == (0, None, None)
    assert (when(same), how_long(same)) == ("all of June 2016", "less than a month")


def test_the_longest_running_that_still_stands_is_the_headline() -> None:
    assert (
        headline(findings(PLANS, TURNED)) == "Raised longest, in two reports, June 2016 to June 2019: plans."
    )
    both = findings(PLANS, theme("Visits", *PLANS.spoken))
    assert headline(both) == "Raised longest, in two reports each, June 2016 to June 2019: plans; visits."
    assert headline(findings(TURNED)) == headline(findings()) == ""


def test_the_finding_counts_repeats_and_those_that_turned_round() -> None:
    one = "One theme was raised in two reports or more; a later strength is on file for none"
    assert finding(findings(PLANS)) == one
    assert finding(findings(PLANS, TURNED)).endswith("; a later strength is on file for one")
    assert finding(findings()) == "No theme was raised in two reports or more"
    assert reading(findings(PLANS, TURNED)).endswith("Turned round: pace (June 2020).")


def test_words_of_time_and_of_a_report() -> None:
    assert duration(date(2016, 1, 5), date(2023, 5, 9)) == "seven years and four months"
    assert duration(date(2016, 1, 5), date(2017, 1, 5)) == "one year"
    assert spoken_words(spoken(2016, "mixed", "mixed", "strength")) == "mixed (2), strength"


def test_wokingham_was_told_of_supervision_in_2016_2018_2019_and_2023() -> None:
    first = of("wokingham").repeats[0]
    assert first.id == "supervision"
    assert [each.published.year for each in first.raised] == [2016, 2018, 2019, 2023]
    assert [each.line for spoken in first.spoken for each in spoken.findings] == [
        124,
        152,
        151,
        202,
        213,
        218,
    ]


def test_wokinghams_repeats_and_reversals_are_those_of_the_papers() -> None:
    found = {each.id: each for each in of("wokingham").repeats}
    assert [each.published.year for each in found["quality-assurance"].raised] == [2016, 2018, 2019]
    assert [each.published.year for each in found["workforce-stability"].raised] == [2018, 2019]
    assert {name for name, each in found.items() if each.reversed_by} == {
        "strategy-discussions",
        "pace-of-improvement",
    }
    assert {name for name, each in found.items() if each.strength_between} == {
        "assessment",
        "harm-outside-the-home",
    }


def test_readings_plans_and_workforce_were_raised_in_all_four_reports() -> None:
    found = of("reading")
    assert [each.id for each in found.repeats if len(each.raised) == 4] == [
        "plans-and-reviews",
        "workforce-stability",
    ]
    assert not any(each.reversed_by for each in found.repeats)
    assert "No strength is on file of Single inspection (August 2016)" in what_is_missing(found)


def test_northmeres_supervision_and_visits_were_raised_twice() -> None:
    assert {each.id for each in of("northmere").repeats} == {"supervision", "seeing-children"}


@pytest.mark.parametrize("dataset", LAST)
def test_every_finding_of_an_inspectorate_stands_once_with_its_own_line(dataset: str) -> None:
    found = [each for one in of(dataset).themes for said in one.spoken for each in said.findings]
    file = (ROOT / "data" / dataset / "findings.csv").read_text(encoding="utf-8").splitlines()
    rows = list(csv.reader(file))
    with (ROOT / "data" / dataset / "inspections.csv").open(encoding="utf-8", newline="") as text:
        kinds = {row["inspection"]: row["kind"] for row in csv.DictReader(text)}
    assert {each.line for each in found} == {
        number for number, row in enumerate(rows[1:], 2) if kinds[row[1]] in REPORTS
    }
    assert all(each.summary == rows[each.line - 1][4] for each in found)


@pytest.mark.parametrize("dataset", LAST)
@pytest.mark.parametrize("year", range(2010, 2027))
def test_on_no_day_a_report_of_later_is_known(dataset: str, year: int) -> None:
    day = date(year, 5, 9)
    found = of(dataset, day)
    assert all(said.published <= day for each in found.themes for said in each.spoken)
    assert all(len([said for said in each.spoken if said.kind in RAISED]) > 1 for each in found.repeats)


def test_the_chart_has_a_row_per_repeat_and_a_mark_per_kind_and_report() -> None:
    chart = findings_chart(findings(PLANS, TURNED), "Source: made")
    assert list(chart.table["Theme"]) == ["Plans", "Pace"]
    marks = {trace.name: len(trace.x) for trace in chart.figure.data if trace.mode == "markers"}
    assert marks == {"priority action": 1, "area for improvement": 1, "mixed": 2, "strength": 2}


def test_text_of_a_file_is_shown_as_written_in_the_chart() -> None:
    bad = theme("<b>Plans</b>", spoken(2016, "mixed"), spoken(2018, "mixed"))
    chart = findings_chart(findings(bad), "Source: made")
    assert any("&lt;b&gt;Plans" in note.text for note in chart.figure.layout.annotations)
