"""Our own grades beside the evidence: who is higher, what a claim rests on, and no sentence says more than that."""

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from readiness.config.models import GRADES
from readiness.insight.self_evaluation.agreement import agreement_words
from readiness.insight.self_evaluation.area import area_heading, themes_words
from readiness.insight.self_evaluation.facts import self_view
from readiness.insight.self_evaluation.lists import find, noted
from readiness.insight.self_evaluation.places import outside
from readiness.statistics.agreement import agreement_table, cohen_kappa
from tests.pages.shipped import shipped
from tests.unit.insight.self_evaluation_made import DAY, FRAMEWORK, claim, judged, listed, viewed, workspace

WEAK = judged("requires improvement")
GOOD = judged("good")
AREA = "help-and-protection"


def grades(count: int, grade: str) -> list[str]:
    """So many criteria of help and protection that expect no indicator, graded."""
    named = ("early-help", "immediate-risk", "disabled-children-and-young-carers", "specific-groups")
    return [claim(each, grade) for each in named[:count]]


def test_a_grade_above_the_evidence_heads_the_page(tmp_path: Path) -> None:
    found = viewed(
        tmp_path, *grades(3, "good"), claim("immediate-risk", "requires improvement", "2026-10-02"), **WEAK
    )
    assert found.headline == (
        "We grade ourselves higher than our evidence in two of three criteria that can be compared, "
        "all in help and protection."
    )
    chosen, says = listed(found, "higher")
    assert chosen.sentence == "Two criteria are graded above the evidence, by five points or more."
    assert says["early-help"] == "The evidence, of which little is held, is at 50, where good begins at 60."


@pytest.mark.parametrize(
    ("grade", "score", "points"),
    [
        ("good", 57.5, 2.5),
        ("good", 60.0, 0.0),
        ("good", 80.0, 0.0),
        ("good", 81.0, 1.0),
        ("outstanding", 100.0, 0.0),
        ("outstanding", 79.0, 1.0),
        ("inadequate", 0.0, 0.0),
        ("inadequate", 41.5, 1.5),
        ("good", None, 0.0),
        (None, 57.5, 0.0),
    ],
)
def test_a_score_lies_as_far_from_a_grade_as_from_the_nearer_edge_of_its_band(
    grade: str | None, score: float | None, points: float
) -> None:
    assert outside(grade, score, shipped("northmere").config.scoring) == points


@pytest.mark.parametrize(
    ("points", "how_far"),
    [
        ((5.0,), "One criterion is graded above the evidence, by five points or more."),
        ((4.9,), "One criterion is graded above the evidence, by under five points."),
        ((4.9, 0.1), "Two criteria are graded above the evidence, both by under five points."),
        ((1.0, 2.0, 3.0), "Three criteria are graded above the evidence, all by under five points."),
        ((4.9, 5.0, 20.0), "Three criteria are graded above the evidence, one of them by under five points."),
    ],
)
def test_a_grade_above_the_evidence_is_said_to_be_near_it_only_under_five_points(
    tmp_path: Path, points: tuple[float, ...], how_far: str
) -> None:
    held = viewed(tmp_path, *grades(len(points), "good"), **WEAK).area(AREA).themes
    claimed = [each for each in held if each.claim]
    placed = [replace(each, points=far) for each, far in zip(claimed, points, strict=True)]
    lists = noted([], placed, DAY, shipped("northmere").config.scoring)
    assert find(lists, "higher").sentence == how_far


@pytest.mark.parametrize(
    ("ours", "way"),
    [("good", "higher than"), ("requires improvement", "the same as"), ("inadequate", "lower than")],
)
def test_one_grade_alone_is_said_of_that_one(tmp_path: Path, ours: str, way: str) -> None:
    assert viewed(tmp_path, *grades(1, ours), **WEAK).headline == (
        f"We grade the one criterion that can be compared {way} our evidence does: "
        "Early and Family Help, step up and step down."
    )


def test_where_all_agree_or_all_are_higher_it_says_all(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    same = viewed(tmp_path / "a", *grades(3, "requires improvement"), **WEAK)
    assert same.headline == (
        "Our own grade is the one that our evidence indicates in all three criteria that can be compared."
    )
    higher = viewed(tmp_path / "b", *grades(3, "outstanding"), **WEAK)
    assert higher.headline == (
        "We grade ourselves higher than our evidence in all three criteria that can be compared."
    )


def test_with_nothing_on_record_it_says_so_and_lists_nothing(tmp_path: Path) -> None:
    found = viewed(tmp_path, **WEAK)
    assert found.headline == (
        "We have put no grade of our own on record by 6 November 2026, so it can't be set beside the evidence."
    )
    assert (found.claimed, found.lists, found.record.sentence) == (False, (), "")


def test_without_evidence_no_grade_is_called_right_or_wrong(tmp_path: Path) -> None:
    found = viewed(tmp_path, claim("front-door", "good"), claim(AREA, "good"))
    assert (
        found.headline
        == "There is too little evidence to say whether any grade that we give ourselves is right."
    )
    chosen, says = listed(found, "unevidenced")
    assert chosen.sentence == (
        "One criterion and one area are graded with too little evidence to say whether the grade is right."
    )
    assert says == {"front-door": "No evidence is held.", AREA: "No evidence is held."}


def test_a_claim_of_a_later_day_is_not_known_yet_and_the_latest_known_holds(tmp_path: Path) -> None:
    rows = claim("early-help", "good", "2025-01-01"), claim("early-help", "inadequate", "2026-11-07")
    place = viewed(tmp_path, *rows, **WEAK).area(AREA).themes[0]
    assert [each.line for each in place.claims] == [2]
    assert place.verdict == "ours higher"


def test_a_claim_is_known_from_its_own_day(tmp_path: Path) -> None:
    (claimed,) = (
        viewed(tmp_path, claim("early-help", "good", "2026-11-06"), **WEAK).area(AREA).themes[0].claims
    )
    assert claimed.day == DAY


def test_of_two_rows_of_one_day_the_later_row_holds(tmp_path: Path) -> None:
    rows = claim("early-help", "good"), claim("early-help", "requires improvement")
    assert [each.line for each in viewed(tmp_path, *rows, **WEAK).area(AREA).themes[0].claims] == [3, 2]


def test_areas_are_counted_only_where_no_criterion_is_graded(tmp_path: Path) -> None:
    held = workspace(tmp_path, claim(AREA, "good"), claim("children-looked-after", "good"), **WEAK)
    found = self_view(held, DAY, FRAMEWORK)
    assert found.agreed.noun == "area"
    assert found.area("children-in-care").whole.claim is not None
    assert found.agreed.sentence.startswith("No grade of ours can be set beside the evidence")


def test_too_few_places_have_no_figure_of_agreement(tmp_path: Path) -> None:
    found = viewed(tmp_path, *grades(3, "good"), **WEAK)
    assert found.agreed.sentence == (
        "Only three criteria can be compared: too few for a figure of how far our grades and the evidence agree."
    )


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (9, "Only nine areas can be compared: too few for a figure"),
        (10, "Our grade is the one that the evidence indicates in 10 of 10 areas;"),
    ],
)
def test_agreement_has_a_figure_from_ten_places_on(number: int, words: str) -> None:
    same = ["good"] * number
    kappa = cohen_kappa(agreement_table(same, same, GRADES), weights="quadratic")
    assert agreement_words("area", Counter({"the same": number}), kappa).startswith(words)


def test_agreement_is_weighted_and_comes_with_its_interval() -> None:
    held = shipped("northmere")
    found = self_view(held, DAY, FRAMEWORK)
    kappa = found.agreed.kappa
    assert kappa.lower is not None and kappa.kappa is not None and kappa.lower < kappa.kappa
    assert f"quadratic weighted kappa {kappa.kappa:.2f}" in found.agreed.sentence
    assert found.agreed.same + len(found.agreed.higher) + len(found.agreed.lower) == len(
        found.agreed.compared
    )


def test_a_weakness_with_an_open_action_in_time_speaks_for_us(tmp_path: Path) -> None:
    rows = [claim(each, "requires improvement") for each in ("early-help", "specific-groups", "assessment")]
    rows.append(claim("immediate-risk", "requires improvement", plan="Look again."))
    actions = (
        "A1,Do it,early-help,Board,2026-01-01,2027-01-01,Head,",
        "A2,Do it,specific-groups,Board,2026-01-01,2026-02-01,Head,",
    )
    found = viewed(tmp_path, *rows, actions=actions, **WEAK)
    good, said = listed(found, "planned")
    assert good.good
    assert good.sentence.startswith(
        "One of four places that we grade below good has an open action that is in time. "
    )
    assert said == {"early-help": "One open action."}
    assert listed(found, "unplanned")[1] == {
        "assessment": "No plan, and no open action.",
        "immediate-risk": "A sentence, and no open action: Look again.",
        "specific-groups": "One open action, overdue.",
    }


def test_a_closed_action_is_no_live_plan(tmp_path: Path) -> None:
    found = viewed(
        tmp_path,
        *grades(1, "requires improvement"),
        actions=("A1,Do it,early-help,Board,2026-01-01,,Head,",),
        action_updates=("A1,2026-02-01,completed",),
        **WEAK,
    )
    assert listed(found, "unplanned")[1] == {"early-help": "No plan, and no open action."}
    assert (
        listed(found, "planned")[0].sentence == "No weakness that we name has an open action that is in time."
    )


def test_a_grade_over_a_year_old_is_stale_and_one_of_a_year_is_not(tmp_path: Path) -> None:
    rows = claim("early-help", "good", "2025-11-05"), claim("immediate-risk", "good", "2025-11-06")
    assert listed(viewed(tmp_path, *rows), "stale")[1] == {
        "early-help": "Given on 5 November 2025, over a year ago."
    }


def test_evidence_that_has_moved_since_makes_a_grade_stale(tmp_path: Path) -> None:
    reports = {
        name: judged("good", published="2026-03-01")[name]
        + judged("requires improvement", published="2026-10-05")[name]
        for name in ("inspections", "judgements")
    }
    found = viewed(tmp_path, *grades(1, "good"), **reports)
    assert listed(found, "stale")[1] == {
        "early-help": "The evidence has moved since 1 October 2026, from 70 (good) to 50 (requires improvement)."
    }
    assert listed(found, "higher")[0].sentence == (
        "One criterion is graded above the evidence, by five points or more. "
        "It was not on the day it was given: the evidence has fallen since."
    )


def test_a_finding_speaks_against_a_grade_until_a_later_report_speaks_of_it(tmp_path: Path) -> None:
    raised = "f1,i2026-09-01-help-and-protection,early-help,area for improvement,Step down is slow,p. 3"
    found = viewed(tmp_path, claim("early-help", "good"), findings=(raised,), **GOOD)
    assert "Area for improvement, Report, 1 September 2026: Step down is slow (findings.csv, line 2)" in str(
        [sign.says + f" ({sign.file}, line {sign.line})" for sign in found.area(AREA).themes[0].signs]
    )


@pytest.mark.parametrize(("published", "speaks"), [("2026-11-06", 1), ("2026-11-07", 0)])
def test_a_report_speaks_from_the_day_it_is_published(tmp_path: Path, published: str, speaks: int) -> None:
    raised = f"f1,i{published}-{AREA},early-help,area for improvement,Step down is slow,p. 3"
    found = viewed(
        tmp_path, claim("early-help", "good"), findings=(raised,), **judged("good", published=published)
    )
    assert len(found.area(AREA).themes[0].signs) == speaks


def test_only_what_the_last_report_wants_better_speaks_against_a_grade(tmp_path: Path) -> None:
    older, newer = (judged("good", published=day) for day in ("2025-09-01", "2026-09-01"))
    tables = {name: older[name] + newer[name] for name in older}
    findings = (
        f"f1,i2025-09-01-{AREA},early-help,area for improvement,Was slow,p. 3",
        f"f2,i2026-09-01-{AREA},early-help,strength,Is quick,p. 4",
        f"f3,i2026-09-01-{AREA},early-help,priority action,Is unsafe,p. 5",
    )
    found = viewed(tmp_path, claim("early-help", "good"), findings=findings, **tables)
    assert [sign.says for sign in found.area(AREA).themes[0].signs] == [
        "Area for priority action, Report, 1 September 2026: Is unsafe"
    ]


def test_strengths_are_unclaimed_only_where_their_area_is_not_graded_good(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    named = listed(viewed(tmp_path / "a", claim("care-leavers", "good"), **GOOD), "unclaimed")
    assert "early-help" in named[1]
    assert listed(viewed(tmp_path / "b", claim(AREA, "good"), **GOOD), "unclaimed")[1] == {}


def test_the_record_takes_the_last_grade_given_before_a_judgement(tmp_path: Path) -> None:
    rows = (
        claim(AREA, "outstanding", "2025-01-01"),
        claim(AREA, "good", "2026-01-01"),
        claim(AREA, "inadequate", "2026-09-01"),
    )
    found = viewed(tmp_path, *rows, **WEAK).record
    assert [(each.claim.line, each.verdict) for each in found.every] == [(3, "ours higher")]
    assert found.sentence == (
        "One judgement came after a grade of ours: ours higher in one. It is of one inspection: too few to say which "
        "way our grades lean."
    )


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (5, "They are of five inspections: too few to say which way our grades lean."),
        (6, "They are of six inspections."),
    ],
)
def test_from_six_inspections_on_the_record_says_which_way_our_grades_lean(
    tmp_path: Path, number: int, words: str
) -> None:
    reports = [judged("good", published=f"2026-0{month}-01") for month in range(1, number + 1)]
    tables = {name: tuple(row for each in reports for row in each[name]) for name in reports[0]}
    found = viewed(tmp_path, claim(AREA, "good", "2025-01-01"), **tables)
    assert found.record.sentence.endswith(words)


def test_a_grade_of_the_day_of_the_report_or_later_has_not_met_an_inspection(tmp_path: Path) -> None:
    found = viewed(tmp_path, claim(AREA, "good", "2026-09-01"), **WEAK)
    assert found.record.sentence.startswith("No area has been judged since we graded it")


@pytest.mark.parametrize("dataset", ["wokingham", "reading", "northmere"])
@pytest.mark.parametrize("day", ["2011-01-01", "2019-06-30", "2026-04-30"])
def test_every_dataset_and_day_has_a_headline_that_ends(dataset: str, day: str) -> None:
    held, at = shipped(dataset), date.fromisoformat(day)
    found = self_view(held, at, held.framework(at).id)
    assert found.headline.endswith(".")
    assert "  " not in found.headline


def test_two_places_are_both_or_neither(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    same = viewed(tmp_path / "a", *grades(2, "requires improvement"), **WEAK)
    assert same.headline == (
        "Our own grade is the one that our evidence indicates in both criteria that can be compared."
    )
    lower = viewed(tmp_path / "b", *grades(2, "inadequate"), **WEAK)
    assert lower.headline == (
        "We grade ourselves higher than our evidence in neither of two criteria that can be compared; lower in both."
    )


@pytest.mark.parametrize("framework", ["sif-2013", "ilacs-2018", "ilacs-2023", "ilacs-2026"])
@pytest.mark.parametrize("day", ["2024-09-30", "2025-03-31", "2026-09-30", "2026-10-31"])
def test_titles_are_short_enough_for_a_wall(framework: str, day: str) -> None:
    found = self_view(shipped("northmere"), date.fromisoformat(day), framework)
    labels = {each.id: each.label for each in shipped("northmere").config.frameworks[framework].areas}
    titles = [found.headline, *(area_heading(each.whole, labels[each.whole.id]) for each in found.areas)]
    assert max(map(len, titles)) <= 140


def test_one_criterion_that_we_grade_is_spoken_of_as_one(tmp_path: Path) -> None:
    found = viewed(tmp_path, *grades(1, "good"), **WEAK)
    assert themes_words(found.area(AREA).themes) == (
        "We grade one criterion of it, Early and Family Help, step up and step down: higher than the evidence."
    )


def test_criteria_whose_titles_hold_commas_are_told_apart(tmp_path: Path) -> None:
    found = viewed(tmp_path, *grades(2, "good"), **WEAK)
    assert themes_words(found.area(AREA).themes) == (
        "Of two criteria that we grade: two higher than the evidence (Early and Family Help, step up and step down; "
        "and Immediate risk and out of hours)."
    )
