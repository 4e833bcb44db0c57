"""Reading, as published: what the reports and the press said, on the right row, with nothing added."""

import csv
from pathlib import Path

import pandas as pd
import pytest

from readiness.config.load import load_config
from readiness.evidence.dataset import Dataset, read_dataset

ROOT = Path(__file__).parents[2]
CURATED = ROOT / "tools" / "curated" / "reading" / "observations.csv"


@pytest.fixture(scope="module")
def reading() -> Dataset:
    return read_dataset(ROOT / "data" / "reading", load_config(ROOT / "config"))


def rows(reading: Dataset, table: str) -> pd.DataFrame:
    return reading.tables[table].rows


def findings(reading: Dataset, inspection: str) -> pd.DataFrame:
    every = rows(reading, "findings")
    return every[every["inspection"] == inspection]


def curated() -> list[dict[str, str]]:
    with CURATED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def figure(indicator: str, period_end: str) -> str:
    [row] = [row for row in curated() if (row["indicator"], row["period_end"]) == (indicator, period_end)]
    return row["value"]


def test_every_row_is_used_and_nothing_is_a_problem(reading: Dataset) -> None:
    assert [problem for problem in reading.problems if problem.level == "error"] == []
    assert sum(table.set_aside for table in reading.tables.values()) == 0


def test_it_says_that_published_evidence_holds_no_audits_and_no_voice(reading: Dataset) -> None:
    assert set(reading.description.strands) == {"performance", "scrutiny", "improvement"}
    assert rows(reading, "audits").empty
    assert rows(reading, "feedback").empty


def test_the_single_inspection_of_2016_has_all_six_judgements(reading: Dataset) -> None:
    judged = rows(reading, "judgements")
    grades = judged[judged["inspection"] == "sif-2016"].set_index("area")["grade"].to_dict()
    assert grades == {
        "help-and-protection": "inadequate",
        "children-looked-after": "inadequate",
        "adoption": "requires improvement",
        "care-leavers": "requires improvement",
        "leadership": "inadequate",
        "overall": "inadequate",
    }


def test_the_last_inspection_found_children_in_care_and_care_leavers_good(reading: Dataset) -> None:
    judged = rows(reading, "judgements")
    grades = judged[judged["inspection"] == "ilacs-2024"].set_index("area")["grade"].to_dict()
    assert grades["children-in-care"] == grades["care-leavers"] == "good"
    assert grades["help-and-protection"] == grades["impact-of-leaders"] == "requires improvement"


def test_inspections_before_2013_are_history_only(reading: Dataset) -> None:
    inspections = rows(reading, "inspections")
    early = inspections[inspections["published"] < "2013-11-01"]
    assert len(early) == 2
    assert early["framework"].isna().all()


def test_days_that_are_not_known_are_blank_and_said_so(reading: Dataset) -> None:
    inspections = rows(reading, "inspections")
    undated = inspections[inspections["start"].isna()]
    assert set(undated["inspection"]) == {
        "looked-after-2012",
        "protection-2013",
        "monitoring-2017",
        "focused-2022",
    }
    assert undated["source"].str.contains("not known|month known only").all()


def test_the_monitoring_visit_keeps_its_strengths_beside_its_concerns(reading: Dataset) -> None:
    kinds = findings(reading, "monitoring-2017")["kind"].value_counts().to_dict()
    assert (kinds["area for improvement"], kinds["strength"], kinds["mixed"]) == (15, 4, 1)
    assert kinds.get("priority action", 0) == 0


def test_every_finding_of_the_visit_names_a_line_of_the_article(reading: Dataset) -> None:
    sources = findings(reading, "monitoring-2017")["source"]
    assert sources.str.fullmatch(r"CYP Now, 24 March 2017, lines? \d+(-\d+)?").all()


def test_the_areas_for_improvement_of_2019_and_2024_are_actions_without_invented_progress(
    reading: Dataset,
) -> None:
    actions = rows(reading, "actions")
    reports = actions[actions["source"].isin(rows(reading, "inspections")["inspection"])]
    assert reports["source"].astype(str).value_counts().to_dict() == {
        "ilacs-2019": 7,
        "ilacs-2024": 6,
        "sif-2016": 1,
    }
    assert actions[["due", "owner", "success_measure"]].isna().all(axis=None)
    assert rows(reading, "action_updates").empty


def test_an_action_is_created_on_the_day_its_report_came_out(reading: Dataset) -> None:
    published = rows(reading, "inspections").set_index("inspection")["published"].to_dict()
    actions = rows(reading, "actions")
    reports = actions[actions["source"].isin(published)]
    assert [published[source] for source in reports["source"]] == list(reports["created"])


def test_what_the_council_promised_the_commissioner_in_2017_is_an_action(reading: Dataset) -> None:
    actions = rows(reading, "actions").set_index("action")
    promise = actions.loc["promise-2017-commissioner"]
    assert promise["created"] == pd.Timestamp("2017-03-24")
    assert promise["source"] == "CYP Now, 24 March 2017, line 43"


def test_a_caseload_whose_definition_differs_or_is_not_stated_is_doubtful() -> None:
    inspectors = [r for r in curated() if r["indicator"] == "average-caseload"]
    assert {(r["value"], r["reliability"]) for r in inspectors} == {("35", "doubtful"), ("22", "doubtful")}


def test_figures_of_the_visit_are_as_reported_and_what_was_only_words_has_no_figure() -> None:
    assert figure("children-without-allocated-social-worker", "2017-02-28") == "15"
    assert figure("average-caseload", "2017-02-28") == "22"
    assert figure("permanent-social-workers", "2017-02-28") == "62"
    assert figure("permanent-first-line-managers", "2017-02-28") == ""


def test_shares_told_as_a_third_are_kept_as_doubtful() -> None:
    thirds = [row for row in curated() if row["note"].startswith("Approximate: ")]
    assert {row["indicator"] for row in thirds} == {
        "child-in-need-visits-on-time",
        "children-in-need-with-current-plan",
    }
    assert {(row["value"], row["reliability"]) for row in thirds} == {("67", "doubtful")}


def test_both_dates_of_the_assessment_baseline_are_kept_as_a_conflict() -> None:
    conflicts = {row["period_end"]: row["value"] for row in curated() if row["note"].startswith("Conflict: ")}
    assert conflicts["2015-01-31"] == "55"
    assert conflicts["2016-01-31"] == "54.9"


def test_the_commissioner_comes_a_month_after_the_report_of_2016(reading: Dataset) -> None:
    events = rows(reading, "events").set_index("label")["date"]
    commissioner = events[events.index.str.contains("Commissioner")].iloc[0]
    assert commissioner == pd.Timestamp("2016-09-30")
