"""Northmere, the synthetic council: made by its script byte for byte, with every planted story to be found."""

from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from readiness.config.load import load_config
from readiness.evidence.dataset import Dataset, read_dataset
from readiness.evidence.tables import TABLES
from readiness.scoring.results import Scores
from readiness.workspace import Workspace
from tools.build_northmere import main

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "data" / "northmere"
TODAY = date(2026, 11, 6)
GRADES = ("outstanding", "good", "requires improvement", "inadequate")
DRAWN_TABLES = (
    "observations",
    "inspections",
    "findings",
    "feedback",
    "complaints",
    "serious_events",
    "events",
)


@pytest.fixture(scope="module")
def northmere() -> Dataset:
    return read_dataset(FOLDER, load_config(ROOT / "config"))


@pytest.fixture(scope="module")
def scores(northmere: Dataset) -> Scores:
    return Workspace(load_config(ROOT / "config"), northmere).score(TODAY, "ilacs-2026")


def rows(northmere: Dataset, table: str) -> pd.DataFrame:
    return northmere.tables[table].rows


def observed(northmere: Dataset, indicator: str) -> pd.DataFrame:
    every = rows(northmere, "observations")
    return every[every["indicator"] == indicator]


def series(northmere: Dataset, indicator: str, team: str | None = None) -> pd.Series:
    """The final figure of each month end, of the whole authority or of one team."""
    every = observed(northmere, indicator)
    every = every[every["group"].isna() & (every["team"].isna() if team is None else every["team"] == team)]
    last = every.sort_values("published").drop_duplicates("period_end", keep="last")
    return last.set_index("period_end")["figure"].sort_index()


def limits(figures: pd.Series) -> tuple[float, float]:
    """Process limits of individual figures: the mean and 2.66 mean moving ranges either way."""
    away = 2.66 * figures.diff().abs().mean()
    return figures.mean() - away, figures.mean() + away


def outside(figures: pd.Series) -> list[int]:
    """The months, counted from 1, that lie outside the limits."""
    low, high = limits(figures)
    return [place for place, figure in enumerate(figures, start=1) if not low <= figure <= high]


def longest_side(figures: pd.Series) -> int:
    """The longest run of months on one side of the mean."""
    side = np.sign(figures - figures.mean())
    return int(side.groupby((side != side.shift()).cumsum()).size().max())


def kappa(audits: pd.DataFrame) -> float:
    """Cohen's kappa, unweighted, of the auditors' grades and the moderated ones."""
    table = pd.crosstab(audits["grade"].astype(str), audits["moderated_grade"].astype(str))
    shares = table.reindex(index=GRADES, columns=GRADES, fill_value=0).to_numpy() / len(audits)
    by_chance = float(shares.sum(axis=0) @ shares.sum(axis=1))
    return (float(np.trace(shares)) - by_chance) / (1 - by_chance)


# The files ---------------------------------------------------------------------------------------


def test_the_script_makes_the_same_files_byte_for_byte(tmp_path: Path) -> None:
    main(["--data", str(tmp_path)])
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in FOLDER.iterdir()}
    assert sum(map(len, made.values())) < 1_500_000


def test_every_table_has_rows_and_every_row_is_used(northmere: Dataset) -> None:
    assert northmere.problems == ()
    assert {name for name, table in northmere.tables.items() if table.used} == set(TABLES)
    assert sum(table.set_aside for table in northmere.tables.values()) == 0


def test_it_says_that_it_is_synthetic(northmere: Dataset) -> None:
    assert northmere.description.kind == "synthetic"
    assert "fictional" in northmere.description.title
    for table in DRAWN_TABLES:
        sources = rows(northmere, table)["source"].astype(str)
        assert sources.str.contains("Synthetic, made by tools/build_northmere.py", regex=False).all(), table


def test_real_comparators_are_told_from_what_is_synthetic(northmere: Dataset) -> None:
    compared = rows(northmere, "comparators")
    assert compared["source"].astype(str).str.startswith("Real figure").all()
    assert set(compared["comparator"]) == set(northmere.description.comparators)


def test_all_five_strands_are_held_and_all_four_areas_have_enough_evidence(scores: Scores) -> None:
    assert len(scores.areas) == 4
    assert all(area.grade is not None and area.confidence != "none" for area in scores.areas)


# Indicators --------------------------------------------------------------------------------------


def test_about_thirty_indicators_run_for_36_months_and_six_are_held_by_team(northmere: Dataset) -> None:
    every = rows(northmere, "observations")
    months = every[every["team"].isna() & every["group"].isna()].groupby("indicator", observed=True)
    monthly = months["period_end"].nunique()
    assert 28 <= (monthly >= 35).sum() <= 36
    assert every["period_end"].max() == pd.Timestamp("2026-10-31")
    assert every[every["team"].notna()]["indicator"].nunique() == 6


def test_assessments_step_from_67_to_82_at_month_15(northmere: Dataset) -> None:
    figures = series(northmere, "assessments-45-days")
    assert figures.iloc[:14].mean() == pytest.approx(67, abs=1)
    assert figures.iloc[14:].mean() == pytest.approx(82, abs=1)
    assert longest_side(figures) >= 7
    assert outside(figures.iloc[:14]) == outside(figures.iloc[14:]) == []


def test_re_referrals_rise_for_nine_months_from_17_to_over_22(northmere: Dataset) -> None:
    figures = series(northmere, "re-referrals-12m")
    assert figures.iloc[:27].mean() == pytest.approx(17, abs=0.5)
    assert (figures.iloc[27:].diff().dropna() > 0).all()
    assert 22 <= figures.iloc[-1] <= 24


def test_decisions_in_a_day_have_one_outlier_when_the_system_changed(northmere: Dataset) -> None:
    figures = series(northmere, "contacts-decided-in-one-day")
    assert outside(figures) == [20]
    assert figures.iloc[19] == pytest.approx(71, abs=1)
    systems = rows(northmere, "events").query("kind == 'system'")
    assert list(systems["date"].dt.to_period("M").astype(str)) == ["2025-06"]


def test_health_assessments_shift_from_94_to_88_at_month_28(northmere: Dataset) -> None:
    figures = series(northmere, "health-assessments")
    assert figures.iloc[:27].mean() == pytest.approx(94, abs=0.5)
    assert figures.iloc[27:].mean() == pytest.approx(88, abs=0.5)
    assert (figures.iloc[27:] < figures.mean()).all()


def test_one_measure_always_meets_its_target_and_one_never_does(northmere: Dataset) -> None:
    targets = rows(northmere, "targets").set_index("indicator")["target"]
    homes, stability = "care-leavers-suitable-homes-19-21", "long-term-stability"
    assert limits(series(northmere, homes))[0] > targets[homes] == 88
    assert limits(series(northmere, stability))[1] < targets[stability] == 68


def test_conferences_are_so_few_that_their_limits_say_little(northmere: Dataset) -> None:
    figures = series(northmere, "conferences-15-days")
    low, high = limits(figures)
    assert outside(figures) == []
    assert (high > 100) and (low < 70)
    assert observed(northmere, "conferences-15-days")["denominator"].median() < 20


def test_one_safeguarding_team_visits_late_beside_the_others(northmere: Dataset) -> None:
    every = observed(northmere, "child-protection-visits-on-time")
    sums = every[every["team"].notna()].groupby("team", observed=True)[["numerator", "denominator"]].sum()
    percents = 100 * sums["numerator"] / sums["denominator"]
    assert percents.idxmin() == "Family Safeguarding C"
    assert percents.min() == pytest.approx(78, abs=0.6)
    whole = series(northmere, "child-protection-visits-on-time")
    assert whole.mean() == pytest.approx(91, abs=0.6)


def test_teams_add_up_to_the_whole_where_none_is_suppressed(northmere: Dataset) -> None:
    every = observed(northmere, "child-protection-visits-on-time")
    month = every[every["period_end"] == "2026-03-31"]
    of_teams, whole = month[month["team"].notna()], month[month["team"].isna()]
    assert of_teams[["numerator", "denominator"]].sum().tolist() == (
        whole[["numerator", "denominator"]].iloc[0].tolist()
    )


def test_contacts_are_context_without_a_signal(northmere: Dataset) -> None:
    assert not load_config(ROOT / "config").indicators["contacts"].scored
    figures = series(northmere, "contacts")
    assert outside(figures) == []
    assert figures.mean() == pytest.approx(520, rel=0.05)


def test_no_team_or_group_row_shows_a_count_of_1_to_4(northmere: Dataset) -> None:
    every = rows(northmere, "observations")
    parts = every[every["team"].notna() | every["group"].notna()]
    assert not parts[["numerator", "denominator"]].isin(range(1, 5)).any(axis=None)
    hidden = parts[parts["note"].astype(str).str.startswith("Suppressed")]
    assert hidden["figure"].isna().all()
    assert hidden["team"].notna().any()
    assert hidden["group"].notna().any()


def test_a_suppressed_cell_never_stands_alone_beside_its_whole(northmere: Dataset) -> None:
    every = rows(northmere, "observations")
    parts = every[every["team"].notna() | every["group"].notna()]
    blank = parts[parts["figure"].isna()].groupby(["indicator", "period_end"], observed=True).size()
    assert (blank >= 2).all()


def test_two_months_are_missing(northmere: Dataset) -> None:
    months = pd.date_range("2023-11-30", "2026-10-31", freq="ME")
    missing = {
        indicator: list(months.difference(pd.DatetimeIndex(series(northmere, indicator).index)))
        for indicator in ("pathway-plans-in-date", "return-interviews-72-hours")
    }
    assert missing["pathway-plans-in-date"] == [pd.Timestamp("2025-06-30")]
    assert missing["return-interviews-72-hours"] == [pd.Timestamp("2024-08-31")]


def test_the_last_month_is_provisional_where_records_come_late(northmere: Dataset) -> None:
    every = rows(northmere, "observations")
    provisional = every[every["note"] == "provisional"]
    assert (provisional["reliability"] == "doubtful").all()
    last = every[(every["period_end"] == "2026-10-31") & every["team"].isna()]
    assert 5 <= (last["note"] == "provisional").sum() < len(last)


def test_groups_that_fare_worse_are_there(northmere: Dataset) -> None:
    groups = observed(northmere, "health-assessments").dropna(subset=["group"])
    means = groups.groupby("group", observed=True)["figure"].mean()
    assert means["Unaccompanied children"] < means["Other children in care"] - 10
    every = set(rows(northmere, "observations")["group"].dropna())
    assert {"Disabled children", "Placed out of area", "Black or Black British"} <= every


# Safety lines ------------------------------------------------------------------------------------


def test_children_without_a_worker_crossed_the_line_once_and_it_was_cleared(northmere: Dataset) -> None:
    figures = series(northmere, "children-without-allocated-social-worker")
    assert (figures > 0).sum() == 1
    assert figures["2025-07-31"] == 3
    assert figures["2025-08-31"] == 0


def test_one_safety_line_is_not_known_lately_and_one_was_never_observed(scores: Scores) -> None:
    states = {line.id: line.state for area in scores.areas for line in area.red_lines}
    assert states["unregistered-homes"] == "not known lately"
    assert states["care-leavers-homeless"] == "never observed"
    assert states["unallocated-children"] == states["managers-temporary"] == "clear"


# Practice, improvement, voice, scrutiny ----------------------------------------------------------


def test_about_800_audits_a_fifth_of_them_moderated(northmere: Dataset) -> None:
    audits = rows(northmere, "audits")
    assert audits["audit"].nunique() == pytest.approx(800, rel=0.05)
    assert audits["moderated_grade"].notna().mean() == pytest.approx(0.2, abs=0.01)
    assert audits["team"].nunique() == 11


def test_a_quarter_of_moderated_grades_are_lower_and_agreement_rises(northmere: Dataset) -> None:
    moderated = rows(northmere, "audits").dropna(subset=["moderated_grade"])
    ends = pd.to_datetime(["2023-10-31", "2024-10-31", "2025-10-31", "2026-10-31"])
    year = pd.cut(moderated["date"], ends, labels=[1, 2, 3])
    kappas = [kappa(moderated[year == number]) for number in (1, 2, 3)]
    assert kappas == pytest.approx([0.35, 0.5, 0.65], abs=0.05)
    ranks = [moderated[column].astype(str).map(GRADES.index) for column in ("grade", "moderated_grade")]
    assert (ranks[1] == ranks[0] + 1).mean() == pytest.approx(0.25, abs=0.04)


def test_children_found_unsafe_were_made_safe_that_day_but_two_and_one_is_open(northmere: Dataset) -> None:
    unsafe = rows(northmere, "audits").dropna(subset=["escalated"])
    later = unsafe["made_safe"] > unsafe["escalated"]
    assert (later.sum(), unsafe["made_safe"].isna().sum()) == (2, 1)
    assert (unsafe["made_safe"] == unsafe["escalated"]).sum() > 5


def test_learning_is_raised_closed_and_checked_less_and_less_often(northmere: Dataset) -> None:
    raised, closed, checked = (
        rows(northmere, "audits")[column].notna().sum()
        for column in ("learning_due", "learning_closed", "checked_in_practice")
    )
    assert raised > closed > checked > 100


def test_audit_figures_are_those_of_the_audits(northmere: Dataset) -> None:
    audits = rows(northmere, "audits").dropna(subset=["moderated_grade"])
    quarter = audits[audits["date"].between("2026-07-01", "2026-09-30")]
    good = quarter["moderated_grade"].isin(["good", "outstanding"]).mean() * 100
    assert series(northmere, "audits-good-or-better").iloc[-1] == pytest.approx(good, abs=0.05)


def test_of_260_actions_three_in_five_are_closed_and_one_in_eight_is_overdue(northmere: Dataset) -> None:
    actions = rows(northmere, "actions").set_index("action")
    latest = rows(northmere, "action_updates").groupby("action", observed=True)["status"].last()
    ended = latest.isin(["completed", "impact evidenced", "partially achieved", "stopped"])
    open_rows = actions.loc[latest[~ended].index.astype(str)]
    assert (len(actions), ended.mean()) == (260, pytest.approx(0.6, abs=0.01))
    assert (open_rows["due"] < pd.Timestamp(TODAY)).sum() / 260 == pytest.approx(0.12, abs=0.01)
    assert actions[["owner", "due", "success_measure"]].isna().any().all()


def test_some_actions_were_closed_and_opened_again(northmere: Dataset) -> None:
    updates = rows(northmere, "action_updates")
    done = updates[updates["status"] == "completed"].groupby("action", observed=True)["date"].min()
    after = updates[updates["status"] == "on track"].groupby("action", observed=True)["date"].max()
    assert (after.reindex(done.index) > done).sum() == 8


def test_complaints_add_up_to_the_indicator(northmere: Dataset) -> None:
    complaints = rows(northmere, "complaints")
    received = complaints[complaints["stage"] != "compliment"].groupby("period_end")["count"].sum()
    assert received.tolist() == series(northmere, "complaints-received").tolist()
    assert {"stage 2", "compliment"} <= set(complaints["stage"])


def test_everybody_is_heard_in_every_way(northmere: Dataset) -> None:
    feedback = rows(northmere, "feedback")
    assert feedback["from"].nunique() == 6
    assert set(feedback["kind"]) == {"survey", "complaint", "compliment", "consultation", "focus group"}
    assert feedback["responses"].notna().sum() > 150


def test_documents_are_past_their_review_and_one_item_has_none(northmere: Dataset) -> None:
    documents = rows(northmere, "documents")
    assert len(documents) == 40
    assert 5 < (documents["review_due"] < pd.Timestamp(TODAY)).sum() < 20
    framework = load_config(ROOT / "config").frameworks["ilacs-2026"]
    assert {item.id for item in framework.pre_inspection_items} - set(documents["item"].dropna()) == {"d16"}


def test_the_self_evaluation_covers_every_criterion_and_flatters_here_and_there(
    northmere: Dataset, scores: Scores
) -> None:
    every = rows(northmere, "self_evaluation")
    said = every[every["date"] == every["date"].max()].set_index("criterion")["grade"]
    criteria = {criterion.id: criterion.score for area in scores.areas for criterion in area.criteria}
    assert set(criteria) <= set(said.index)
    edges = {"outstanding": 80, "good": 60}
    above = [name for name, score in criteria.items() if score and score < edges.get(str(said[name]), 0)]
    assert {"front-door", "seeing-children", "supervision"} <= set(above)


def test_the_inspection_before_the_period_judged_every_area_and_a_finding_came_back(
    northmere: Dataset,
) -> None:
    judged = rows(northmere, "judgements")
    areas = {area.id for area in load_config(ROOT / "config").frameworks["ilacs-2023"].areas}
    assert areas <= set(judged["area"])
    findings = rows(northmere, "findings").query("kind == 'area for improvement'")
    by_criterion = findings.groupby("criterion", observed=True)["inspection"].agg(set)
    assert by_criterion["supervision"] == {"ilacs-2023", "focused-2025"}


def test_some_signals_led_to_no_decision_and_some_decisions_were_not_checked(northmere: Dataset) -> None:
    signals = rows(northmere, "signals")
    assert signals["decided"].isna().sum() == 4
    assert (signals["decided"].notna() & signals["effect_checked"].isna()).any()


def test_the_board_confirmed_something_else_than_was_indicated_and_somebody_dissented(
    northmere: Dataset,
) -> None:
    confirmed = rows(northmere, "confirmations")
    assert (confirmed["indicative"].astype(str) != confirmed["confirmed"].astype(str)).any()
    assert confirmed["dissent"].notna().any()
