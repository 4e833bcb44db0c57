"""The committed Wokingham rows against the facts of the published papers."""

import csv
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DATASET = ROOT / "data" / "wokingham"
CURATED = ROOT / "tools" / "curated" / "wokingham" / "observations.csv"
REQUIRES_IMPROVEMENT = "requires improvement to be good"

Row = dict[str, str]


@cache
def rows_of(path: Path) -> tuple[Row, ...]:
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def table(name: str) -> tuple[Row, ...]:
    return rows_of(DATASET / f"{name}.csv")


def where(rows: tuple[Row, ...], **wanted: str) -> list[Row]:
    return [row for row in rows if all(row[column] == cell for column, cell in wanted.items())]


def total(rows: list[Row]) -> int:
    return sum(int(row["count"]) for row in rows)


def grades(inspection: str) -> dict[str, str]:
    return {row["area"]: row["grade"] for row in where(table("judgements"), inspection=inspection)}


def test_eleven_social_care_inspections_and_visits_since_2010_are_held() -> None:
    ofsted = [r for r in table("inspections") if r["kind"] in {"inspection", "focused visit"}]
    assert [r["inspection"] for r in ofsted] == [
        "slac-2010", "adoption-agency-2011", "protection-2012", "fostering-2013", "bridges-2014", "sif-2015",
        "focused-visit-2018", "ilacs-2019", "ilacs-2023", "focused-visit-2024-02", "focused-visit-2024-12",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("inspection", "published"),
    [
        ("sif-2015", "2016-01-05"),
        ("focused-visit-2018", "2018-11-09"),
        ("ilacs-2019", "2019-07-15"),
        ("ilacs-2023", "2023-05-09"),
        ("focused-visit-2024-12", "2025-01-28"),
    ],
)
def test_reports_are_known_from_the_day_they_were_published(inspection: str, published: str) -> None:
    assert [r["published"] for r in where(table("inspections"), inspection=inspection)] == [published]


def test_the_single_inspection_of_2015_required_improvement_but_for_adoption() -> None:
    judged = grades("sif-2015")
    assert judged.pop("adoption") == "good"
    assert set(judged) == {
        "overall",
        "help-and-protection",
        "children-looked-after",
        "care-leavers",
        "leadership",
    }
    assert set(judged.values()) == {REQUIRES_IMPROVEMENT}


def test_in_2019_every_judgement_required_improvement() -> None:
    assert grades("ilacs-2019") == dict.fromkeys(
        ("overall", "impact-of-leaders", "help-and-protection", "children-in-care-and-care-leavers"),
        REQUIRES_IMPROVEMENT,
    )


def test_in_2023_children_in_care_were_judged_good_and_the_rest_required_improvement() -> None:
    judged = grades("ilacs-2023")
    assert judged.pop("children-in-care") == "good"
    assert set(judged.values()) == {REQUIRES_IMPROVEMENT} and len(judged) == 4


def test_judgements_before_2013_keep_the_grade_adequate_and_their_own_headings() -> None:
    assert set(grades("protection-2012").values()) == {"adequate"}
    assert grades("fostering-2013")["Leadership and management"] == "adequate"
    assert set(grades("bridges-2014").values()) == {"outstanding"}


def test_self_reviews_audits_and_single_service_inspections_are_history_only() -> None:
    without_framework = {r["inspection"] for r in where(table("inspections"), framework="")}
    assert {"annual-review-2015", "bridges-2014", "slac-2010", "send-2019"} <= without_framework
    scored = {r["inspection"] for r in table("inspections")} - without_framework
    assert scored == {
        "sif-2015", "focused-visit-2018", "ilacs-2019", "ilacs-2023", "focused-visit-2024-02",
        "focused-visit-2024-12",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("inspection", "prefix", "areas"),
    [("sif-2015", "sif15", 12), ("ilacs-2019", "ilacs19", 5), ("ilacs-2023", "ilacs23", 5)],
)
def test_every_area_for_improvement_of_a_report_is_a_finding_and_an_action(
    inspection: str, prefix: str, areas: int
) -> None:
    findings = [r["finding"] for r in where(table("findings"), inspection=inspection)]
    numbered = {id_.removeprefix(prefix)[1:3] for id_ in findings if id_.startswith(prefix)}
    assert numbered == {f"{n:02d}" for n in range(1, areas + 1)}
    assert len(where(table("actions"), source=inspection)) == areas


def test_no_inspection_found_an_area_for_priority_action() -> None:
    assert not where(table("findings"), kind="priority action")


def test_the_focused_visit_of_2018_found_no_unsafe_child_and_too_little_challenge_in_supervision() -> None:
    visit = where(table("findings"), inspection="focused-visit-2018")
    assert where(tuple(visit), criterion="immediate-risk", kind="strength")
    assert {r["kind"] for r in where(tuple(visit), criterion="supervision")} == {
        "strength",
        "area for improvement",
    }


def test_the_bullet_printed_twice_in_2019_is_one_finding() -> None:
    adoption = where(
        table("findings"), inspection="ilacs-2019", criterion="adoption-and-special-guardianship"
    )
    assert len(adoption) == 1
    assert "lines 61, 63" in adoption[0]["source"]


def test_of_the_14_recommendations_of_2013_14_half_were_achieved_and_half_partially() -> None:
    updates = table("action_updates")
    assert {r["action"] for r in updates} == {f"ar13-{n:02d}" for n in range(1, 15)}
    assert Counter(r["status"] for r in updates) == {"completed": 7, "partially achieved": 7}
    assert {r["date"] for r in updates} == {"2015-05-28"}


def test_54_recommendations_for_2015_16_carry_their_rationale_and_no_invented_status() -> None:
    focus = [r for r in table("actions") if r["action"].startswith("ar15-")]
    assert len(focus) == 54 and len([r for r in focus if "ar15-overall" in r["action"]]) == 11
    assert all(r["rationale"] for r in focus)
    assert not {r["action"] for r in focus} & {r["action"] for r in table("action_updates")}


def test_the_promises_made_outside_recommendations_are_actions_too() -> None:
    promises = [r for r in table("actions") if r["action"].startswith("promise")]
    assert [(r["created"], r["due"]) for r in promises] == [
        ("2015-05-28", "2015-08-31"), ("2018-11-20", ""), ("2019-07-15", ""),
    ]  # fmt: skip
    assert all("line" in r["source"] for r in promises)


def test_an_owner_is_named_only_where_the_paper_names_one() -> None:
    assert {r["owner"] for r in table("actions") if r["owner"]} == {
        "Service manager", "Service manager, quality assurance", "Quality assurance manager",
        "Director of children's services", "Senior leaders",
    }  # fmt: skip


def test_complaints_of_2014_15_add_to_the_printed_totals_by_stage() -> None:
    year = [r for r in where(table("complaints"), period="2014/15") if r["stage"] != "compliment"]
    by_stage = {stage: total(where(tuple(year), stage=stage)) for stage in {r["stage"] for r in year}}
    assert by_stage == {"early resolution": 19, "stage 1": 9, "stage 2": 2, "ombudsman": 0, "out of scope": 1}
    assert total(year) == 31


def test_a_blank_in_the_complaints_table_stays_absent() -> None:
    ambleside = where(table("complaints"), team="Ambleside", period="2014/15")
    assert {r["stage"] for r in ambleside} == {"early resolution", "stage 1", "ombudsman", "out of scope"}
    assert not where(table("complaints"), team="Bridges", period="2013/14")


def test_complaints_of_2013_14_add_to_29_and_say_that_28_is_printed() -> None:
    year = where(table("complaints"), period="2013/14", stage="all")
    assert total(year) == 29
    assert any("Conflict: " in r["source"] and "28" in r["source"] for r in year)
    assert (
        where(rows_of(CURATED), indicator="complaints-received", period_end="2014-03-31")[0]["value"] == "28"
    )


def test_a_team_has_one_name_in_both_years() -> None:
    before = {r["team"] for r in where(table("complaints"), period="2013/14")}
    after = {r["team"] for r in where(table("complaints"), period="2014/15")}
    assert before <= after


def test_24_compliments_are_held_by_team_and_13_sources_in_feedback() -> None:
    assert total(where(table("complaints"), stage="compliment")) == 24
    assert len(where(table("feedback"), kind="compliment")) == 13


@pytest.mark.parametrize(
    ("indicator", "period_end", "team", "value"),
    [
        ("turnover-rate", "2014-03-31", "", 33),
        ("turnover-rate", "2015-03-31", "", 14),
        ("average-caseload", "2015-05-28", "", 12),
        ("average-caseload", "2015-05-28", "Here4U", 12),
        ("average-caseload", "2015-11-05", "", 18),
        ("children-in-care-count", "2015-03-31", "", 74),
        ("children-in-care-count", "2015-10-12", "", 69),
        ("early-help-hub-families", "2015-02-28", "", 177),
        ("early-help-hub-children", "2015-02-28", "", 369),
        ("children-receiving-services", "2015-05-28", "", 585),
        ("children-receiving-early-help", "2015-05-28", "", 2600),
        ("care-proceedings-length", "2015-11-05", "", 30 * 7),
        ("adoption-entry-to-placement", "2015-03-31", "", 669),
    ],
)
def test_the_local_figures_of_the_papers_are_held(
    indicator: str, period_end: str, team: str, value: int
) -> None:
    held = where(rows_of(CURATED), indicator=indicator, period_end=period_end, team=team)
    assert [float(r["value"]) for r in held] == [value]


def test_a_figure_that_another_contradicts_is_doubtful_or_disputed() -> None:
    conflicting = [r for r in rows_of(CURATED) if "Conflict: " in r["note"]]
    assert len(conflicting) == 8
    assert all(r["reliability"] in {"doubtful", "disputed"} for r in conflicting)
    assert {r["indicator"] for r in conflicting if r["reliability"] == "disputed"} == {
        "vacancy-rate", "children-in-need-count",
    }  # fmt: skip


def test_no_figure_could_be_known_before_its_period_ended() -> None:
    for row in rows_of(CURATED):
        assert date.fromisoformat(row["published"]) >= date.fromisoformat(row["period_end"])


@pytest.mark.parametrize(
    "words", ["November 2018", "leaves out the grade", "January 2016, the month of publication"]
)
def test_conflicts_about_inspections_are_said_in_their_source(words: str) -> None:
    conflicts = [
        r["source"].split("Conflict: ")[1] for r in table("inspections") if "Conflict: " in r["source"]
    ]
    assert any(words in conflict for conflict in conflicts)


def test_the_achieved_re_referral_recommendation_says_that_it_is_still_worked_on() -> None:
    note = where(table("action_updates"), action="ar13-08")[0]["note"]
    assert "Conflict: marked achieved" in note


@pytest.mark.parametrize("name", ["inspections", "findings", "actions", "complaints", "feedback", "events"])
def test_every_row_says_where_it_comes_from(name: str) -> None:
    assert all(row["source"].strip() for row in table(name))


@pytest.mark.parametrize(
    ("name", "key"), [("inspections", "inspection"), ("findings", "finding"), ("actions", "action")]
)
def test_ids_are_unique(name: str, key: str) -> None:
    assert max(Counter(row[key] for row in table(name)).values()) == 1


def test_the_target_of_all_staff_permanent_dates_from_the_review() -> None:
    assert [(r["indicator"], r["from"], r["target"]) for r in table("targets")] == [
        ("permanent-social-workers", "2015-05-28", "100")
    ]
