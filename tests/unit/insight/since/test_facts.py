"""What changed between two days: gravest first, in plain sentences, and nothing where nothing did."""

from datetime import date
from pathlib import Path

import pytest

from readiness.insight.since.facts import MOST_SAID, since
from readiness.insight.since.said import between_words
from readiness.scoring.results import RedLineState
from tests.pages.shipped import shipped
from tests.unit.insight.grip_made import HEADS, made, signal
from tests.unit.insight.since_made import FRAMEWORK, LAST, sentences, told

MORE_HEADS = {
    "audits": "audit,date,criterion,grade,escalated,made_safe",
    "feedback": "feedback,date,criterion,from,kind,positive,responses",
    "events": "date,label",
    "targets": "indicator,from,target",
}


@pytest.fixture(autouse=True)
def _heads(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, head in MORE_HEADS.items():
        monkeypatch.setitem(HEADS, name, head)


# Nothing, one day, the wrong way round ------------------------------------------------------------


def test_without_a_row_nothing_can_be_said_to_have_changed(tmp_path: Path) -> None:
    found = told(made(tmp_path))
    assert found.said == ()
    assert (
        found.headline
        == "No scored evidence is known by 31 March 2026, so nothing can be said to have changed."
    )


def test_where_nothing_came_in_nothing_has_changed(tmp_path: Path) -> None:
    found = told(made(tmp_path, serious_events=("2025-01-10,rapid review,1,",)))
    assert found.said == ()


def test_two_days_on_which_the_evidence_says_the_same(tmp_path: Path) -> None:
    workspace = made(tmp_path, observations=("re-referrals-12m,2025-01-31,21,made",))
    found = told(workspace, date(2025, 2, 10), date(2025, 2, 11))
    assert found.said == ()
    assert found.headline == "Nothing that the evidence shows has changed between 10 and 11 February 2025."


def test_days_the_wrong_way_round_change_places() -> None:
    one = told(shipped("wokingham"), date(2019, 12, 31), date(2018, 12, 31))
    assert (one.first, one.last) == (date(2018, 12, 31), date(2019, 12, 31))
    assert one == told(shipped("wokingham"), date(2018, 12, 31), date(2019, 12, 31))


def test_one_day_has_nothing_between() -> None:
    found = told(shipped("northmere"), LAST, LAST)
    assert (found.said, found.headline) == (
        (),
        "Both days are 31 March 2026, so nothing has changed between them.",
    )


def test_before_all_evidence_everything_is_new() -> None:
    found = told(shipped("northmere"), date(2011, 1, 1), date(2026, 11, 6))
    assert found.headline == (
        "No scored evidence was known yet on 1 January 2011: all that was known by 6 November 2026 came since; "
        "fewer than five children found unsafe in audits are not recorded as made safe."
    )
    assert len(found.said) == MOST_SAID
    assert found.said[-1].sentence.startswith(
        "Nine more things changed, about feedback, confirmed grades, events and new figures."
    )


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 8, 6), date(2026, 11, 6), "Between 6 August and 6 November 2026"),
        (date(2026, 11, 1), date(2026, 11, 6), "Between 1 and 6 November 2026"),
        (date(2025, 12, 31), date(2026, 1, 1), "Between 31 December 2025 and 1 January 2026"),
    ],
)
def test_year_and_month_are_said_once_where_they_are_the_same(first: date, last: date, words: str) -> None:
    assert between_words(first, last) == words


# Safety ---------------------------------------------------------------------------------------------


def test_a_line_crossed_is_told_first_without_a_small_count(tmp_path: Path) -> None:
    line = next(each for each in _lines() if each.over)
    rows = tuple(
        f"{line.indicator},{day},{value},made" for day, value in (("2025-09-01", 0), ("2026-02-28", 2))
    )
    found = told(made(tmp_path, observations=rows, events=("2026-01-01,A new director",)))
    assert found.said[0].sentence == (
        f"Safety line crossed: {line.title}, fewer than five at 28 February 2026 (crossed when above 0)."
    )
    assert (found.said[0].file, found.said[0].line) == ("observations.csv", 3)
    assert found.headline.startswith(
        "Between 30 September 2025 and 31 March 2026: one safety line was crossed"
    )
    back = told(made(tmp_path, observations=rows), date(2026, 3, 31), date(2026, 4, 30))
    assert sentences(back, "safety") == []


def test_a_line_that_is_no_longer_crossed_or_no_longer_known_is_told(tmp_path: Path) -> None:
    line = next(each for each in _lines() if each.over)
    rows = tuple(
        f"{line.indicator},{day},{value},made" for day, value in (("2025-09-01", 9), ("2026-02-28", 0))
    )
    workspace = made(tmp_path, observations=rows)
    assert sentences(told(workspace), "safety") == [f"One safety line is no longer crossed: {line.title}."]
    later = told(workspace, LAST, date(2029, 3, 31))
    assert sentences(later, "safety") == [
        f"One safety line is no longer known, its last figure too old to call clear: {line.title}."
    ]


def _lines() -> list[RedLineState]:
    """The safety lines on counts that are crossed by one child."""
    scores = shipped("northmere").score(date(2026, 11, 6), FRAMEWORK)
    config = shipped("northmere").config
    return [
        each
        for area in scores.areas
        for each in area.red_lines
        if config.indicators[each.indicator].unit == "count" and each.limit == 0
    ]


@pytest.mark.parametrize(
    ("made_safe", "words"),
    [("2026-01-12", "every one is recorded as made safe"), ("", "not every one is recorded as made safe")],
)
def test_children_found_unsafe_are_told_without_a_small_count(
    tmp_path: Path, made_safe: str, words: str
) -> None:
    rows = (f"a1,2026-01-10,supervision,inadequate,2026-01-10,{made_safe}",)
    found = told(made(tmp_path, audits=rows))
    assert sentences(found, "safety") == [f"Fewer than five children were found unsafe in audits; {words}."]
    assert ("not recorded as made safe" in found.headline) == (not made_safe)


def test_a_child_found_before_and_made_safe_since_is_told(tmp_path: Path) -> None:
    rows = ("a1,2025-09-01,supervision,inadequate,2025-09-01,2025-10-02",)
    assert sentences(told(made(tmp_path, audits=rows)), "safety") == [
        "Fewer than five children found unsafe in earlier audits were made safe."
    ]


# Judgements, areas, signals ------------------------------------------------------------------------


def test_a_report_is_told_with_its_grades_and_findings_and_its_line() -> None:
    found = told(shipped("northmere"), date(2025, 10, 1), date(2025, 12, 31))
    (report,) = [each for each in found.said if each.kind == "judgement"]
    assert report.sentence == (
        "Peer review of permanence, published on 12 December 2025: one area for improvement, one mixed finding "
        "and one strength."
    )
    assert (report.page, report.file, report.line) == ("inspections", "inspections.csv", 4)
    last_day = told(shipped("northmere"), date(2025, 12, 12), date(2025, 12, 31))
    assert sentences(last_day, "judgement") == []


def test_an_area_that_moved_says_why_and_leads_to_the_same_two_days() -> None:
    found = told(shipped("northmere"), date(2026, 8, 6), date(2026, 11, 6))
    area = next(each for each in found.said if each.kind == "area")
    assert area.sentence == (
        "Impact of leaders fell from 60 to 55 (−4.3), its indicative grade from good to requires improvement: new "
        "evidence −1.5, evidence that ended −2.4 and evidence ageing −0.4; the largest parts: Complaints on time −1.8 "
        "and Graded too high −1.2."
    )
    assert area.brief == (
        "Impact of leaders fell from 60 to 55 (−4.3), its indicative grade from good to requires improvement."
    )
    assert (area.page, area.parameters["compared"]) == ("trends", "impact-of-leaders")
    assert (area.parameters["earlier"], area.parameters["later"]) == ("2026-08-06", "2026-11-06")


def test_areas_that_gained_evidence_enough_are_told_with_where_they_stand() -> None:
    found = since(shipped("reading"), "sif-2013", date(2015, 1, 1), date(2016, 10, 31))
    assert sentences(found, "area")[-1] == (
        "Five areas now have enough evidence for a figure: help and protection 34 (indicative: inadequate); children "
        "looked after 24 (indicative: inadequate); adoption 50 (indicative: requires improvement); care leavers 52 "
        "(indicative: requires improvement); leadership 20 (indicative: inadequate)."
    )
    assert found.headline == (
        "Between 1 January 2015 and 31 October 2016: one safety line was crossed; a report judged help and protection, "
        "children looked after and two more inadequate."
    )


def test_an_area_that_lost_it_is_told_without_a_number() -> None:
    found = since(shipped("reading"), "ilacs-2023", date(2023, 1, 31), date(2023, 4, 30))
    lost = "Impact of leaders no longer has enough evidence for a figure or a grade."
    assert [each for each in sentences(found, "area") if each.startswith("Impact of leaders")] == [lost]
    assert "impact of leaders no longer has enough evidence for a figure" in found.headline


@pytest.mark.parametrize(
    ("framework", "first", "last", "words"),
    [
        (
            "sif-2013",
            date(2016, 7, 31),
            date(2016, 10, 31),
            "Help and protection is now limited to inadequate: Ofsted's last judgement, published 5 August 2016, was "
            "inadequate.",
        ),
        (
            "sif-2013",
            date(2017, 7, 31),
            date(2017, 10, 31),
            "Leadership is now limited to requires improvement, no longer to inadequate: Ofsted's last judgement, "
            "published 5 August 2016, was inadequate.",
        ),
        (
            "ilacs-2018",
            date(2019, 7, 31),
            date(2019, 10, 31),
            "Three limits were lifted from children in care and care leavers, help and protection and impact of "
            "leaders.",
        ),
    ],
)
def test_limits_that_came_changed_and_went_are_told(
    framework: str, first: date, last: date, words: str
) -> None:
    said = sentences(since(shipped("reading"), framework, first, last), "area")
    assert words in said
    assert any("lifted" in each for each in said) == ("lifted" in words)


def test_signals_on_record_are_told_as_they_were_noticed_decided_and_checked(tmp_path: Path) -> None:
    rows = (
        signal("old", "2025-01-01", decided="2025-10-10", checked="2026-02-01", what="Late", decision="Hire"),
        signal("new", "2026-03-30", what="Gone quiet"),
    )
    found = told(made(tmp_path, signals=rows))
    assert sentences(found, "signal") == [
        "A signal was put on record by the team manager: “Gone quiet” (Management oversight and supervision), "
        "waiting for a decision.",
        "A decision was taken on Management oversight and supervision, 282 days after it was known: “Hire”.",
        "The effect of what was decided on Management oversight and supervision was checked: “Better”.",
    ]
    assert [(each.file, each.line) for each in found.said] == [("signals.csv", 3), *[("signals.csv", 2)] * 2]


def test_a_concern_that_began_and_one_that_ended_are_told_by_name() -> None:
    found = told(shipped("northmere"), date(2026, 8, 6), date(2026, 11, 6))
    said = sentences(found, "signal")
    assert "“Not in touch” began to give concern by more than noise." in said
    assert (
        "Two indicators no longer show the improvement that they did: “In-need visits on time” and “Dental checks”."
        in said
    )
    one = next(each for each in found.said if each.sentence.startswith("“Not in touch”"))
    assert one.parameters == {"indicator": "care-leavers-not-in-touch"}


def test_evidence_that_went_stale_is_told_once_by_kind_and_by_indicator() -> None:
    workspace = shipped("northmere")
    found = told(workspace, date(2026, 8, 6), date(2026, 11, 6))
    assert sentences(found, "stale") == [
        "Scrutiny evidence has gone stale: none of the rows in use is fresh any more.",
        "“Unregistered homes” has no figure newer than June 2026: a newer one is due.",
    ]
    assert sentences(told(workspace, date(2026, 11, 5), date(2026, 11, 6)), "stale") == []


# What came in ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("grades", "words"),
    [
        (["good"] * 3, "Fewer than five audits came in; how many were good or better is not said"),
        (["good"] * 7 + ["inadequate"] * 5, "12 audits came in; 7 of 12 grades were good or better (58%)."),
        (["good"] * 11 + ["inadequate"], "12 audits came in; how many were good or better is not said"),
    ],
)
def test_audits_are_told_with_their_mix_unless_it_gives_a_small_count_away(
    tmp_path: Path, grades: list[str], words: str
) -> None:
    rows = tuple(f"a{number},2026-01-10,supervision,{grade},," for number, grade in enumerate(grades))
    (said,) = sentences(told(made(tmp_path, audits=rows)), "audit")
    assert said.startswith(words)


def test_what_people_said_is_told_by_whom_with_the_share_of_positive_answers(tmp_path: Path) -> None:
    rows = tuple(f"f{number},2026-01-1{number},supervision,children,survey,8,20" for number in range(6))
    assert sentences(told(made(tmp_path, feedback=rows)), "voice") == [
        "Six pieces of feedback came in, from children; 48 of 120 answers counted were positive (40%)."
    ]


@pytest.mark.parametrize(
    ("confirmed", "words"),
    [
        ("good", ", as the indicative grade was"),
        ("inadequate", " as inadequate, where the indicative grade was good"),
    ],
)
def test_a_grade_that_people_confirmed_is_told_beside_the_indicative_one(
    tmp_path: Path, confirmed: str, words: str
) -> None:
    row = f"2026-01-10,help-and-protection,good,{confirmed},Improvement board,Seen,"
    found = told(made(tmp_path, confirmations=(row,)))
    assert sentences(found, "confirmation") == [
        f"The improvement board confirmed the grade of help and protection on 10 January 2026{words}."
    ]
    assert found.said[0].parameters == {"area": "help-and-protection"}


def test_events_and_new_targets_are_told(tmp_path: Path) -> None:
    target = "re-referrals-12m,2026-01-01,20"
    figures = tuple(f"re-referrals-12m,{day},21,made" for day in ("2025-12-31", "2026-03-31"))
    found = told(
        made(tmp_path, events=("2026-01-01,A new director",), targets=(target,), observations=figures)
    )
    assert sentences(found, "event") == ["1 January 2026: A new director."]
    assert sentences(found, "figure") == [
        "New figures came in for one indicator: “Re-referrals”.",
        "New targets hold for “Re-referrals”.",
    ]
