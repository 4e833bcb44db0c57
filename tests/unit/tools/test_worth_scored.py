"""Scoring an inspection as on the day before: what counts, what is not yet known, and one shipped row made again."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import pytest

from readiness.config.load import load_config
from readiness.config.models import Config
from readiness.national import National, read_national
from readiness.worth.facts import FOLDER
from tools.worth_alternatives import with_strand, without_indicators
from tools.worth_indicators import better_is_lower, latest_known, positions
from tools.worth_scored import (
    Published,
    datasets,
    days_before,
    groups,
    scored_inspections,
    scores_under,
    without_later_scales,
)

ROOT = Path(__file__).parents[3]
FIGURES = [("assessments-45-days", "2018-03-31", "a", 90.0, "2018-10-31")]
JUDGEMENTS = [
    ("first", "a", "sif-2013", None, "2015-01-10", "help-and-protection", "good"),
    ("second", "a", "ilacs-2018", "2019-06-03", "2019-07-15", "help-and-protection", "outstanding"),
]


@pytest.fixture(scope="module")
def config() -> Config:
    return load_config(ROOT / "config")


def published(*more: tuple[str, str, str, float, str], judged: list[tuple] = JUDGEMENTS) -> Published:
    figures = pd.DataFrame(
        [*FIGURES, *more], columns=["indicator", "period_end", "authority", "figure", "published"]
    )
    judgements = pd.DataFrame(
        judged, columns=["inspection", "authority", "framework", "start", "published", "area", "grade"]
    )
    for frame, days in ((figures, ["period_end", "published"]), (judgements, ["start", "published"])):
        for day in days:
            frame[day] = pd.to_datetime(frame[day])
    return Published(figures, judgements)


def scored(what: Published, config: Config) -> pd.Series:
    return scored_inspections(datasets(what, config), what.judgements, config).iloc[0]


def test_an_inspection_is_scored_as_on_the_day_before_it_began(config: Config) -> None:
    row = scored(published(), config)
    assert row["as_at"] == pd.Timestamp("2019-06-02")
    assert (row["given"], row["previous"]) == (3, 2)
    assert row["scrutiny"] == pytest.approx(70)
    assert row["performance"] == pytest.approx(60 + 20 * (90 - 76.6) / (90.1 - 76.6))


def test_what_came_out_on_the_first_day_was_not_known(config: Config) -> None:
    late = ("assessments-45-days", "2019-03-31", "a", 10.0, "2019-06-03")
    assert scored(published(late), config)["score"] == scored(published(), config)["score"]


def test_what_came_out_the_day_before_was_known(config: Config) -> None:
    early = ("assessments-45-days", "2019-03-31", "a", 10.0, "2019-06-02")
    assert scored(published(early), config)["performance"] == 0


def test_the_judgement_itself_and_later_ones_change_nothing(config: Config) -> None:
    later = [*JUDGEMENTS, ("third", "a", "ilacs-2023", "2023-06-03", "2023-07-15", "care-leavers", "good")]
    known = ["score", "performance", "scrutiny", "previous", "coverage"]
    one, other = (scored(published(judged=judged), config) for judged in (JUDGEMENTS, later))
    assert one[known].tolist() == other[known].tolist()


def test_without_a_first_day_the_usual_wait_is_taken() -> None:
    judged = [*JUDGEMENTS, ("third", "b", "ilacs-2018", None, "2020-02-12", "help-and-protection", "good")]
    assert days_before(published(judged=judged).judgements)["third"] == date(2019, 12, 31)


def test_a_figure_older_than_the_first_scale_of_its_indicator_is_left_out(config: Config) -> None:
    early = ("assessments-45-days", "2014-03-31", "a", 80.0, "2015-10-30")
    kept = without_later_scales(published(early), config).figures
    assert kept["published"].tolist() == [pd.Timestamp("2018-10-31")]


def test_an_area_of_an_old_framework_speaks_for_one_of_the_latest(config: Config) -> None:
    assert groups(config, config.frameworks["ilacs-2018"]) == {
        "impact-of-leaders": "impact-of-leaders",
        "help-and-protection": "help-and-protection",
        "children-in-care-and-care-leavers": "children-in-care",
    }


def test_under_the_same_configuration_the_scores_are_the_same(config: Config) -> None:
    what = published()
    read = datasets(what, config)
    rows = scored_inspections(read, what.judgements, config)
    assert scores_under(read, rows, config).tolist() == pytest.approx(rows["score"].tolist())


def test_a_heavier_inspection_strand_draws_the_score_towards_the_last_judgement(config: Config) -> None:
    what = published()
    read = datasets(what, config)
    rows = scored_inspections(read, what.judgements, config)
    heavier = scores_under(read, rows, with_strand(config, "scrutiny", weight=80))
    assert abs(heavier[0] - 70) < abs(rows["score"][0] - 70)


def test_an_indicator_left_out_is_context(config: Config) -> None:
    changed = without_indicators(config, frozenset({"re-referrals-12m"}))
    before, after = (
        {each.id for each in some.indicators.values() if each.scored} for some in (config, changed)
    )
    assert before - after == {"re-referrals-12m"}


def test_a_place_is_nearer_one_the_better_the_figure(config: Config) -> None:
    more = [
        ("re-referrals-12m", "2018-03-31", each, figure, "2018-10-31")
        for each, figure in (("a", 10), ("b", 30))
    ]
    places = positions(published(*more).figures, config).set_index(["indicator", "authority"])["place"]
    assert better_is_lower(config.indicators["re-referrals-12m"])
    assert places["re-referrals-12m"].to_dict() == {"a": 0.75, "b": 0.25}


def test_only_a_fresh_figure_known_by_then_has_a_place(config: Config) -> None:
    places = positions(published().figures, config)
    asked = pd.DataFrame(
        {"authority": "a", "as_at": pd.to_datetime(["2018-10-30", "2018-10-31", "2019-10-31", "2021-10-31"])}
    )
    held = latest_known(asked, places, timedelta(days=548))
    assert held["as_at"].dt.year.tolist() == [2018, 2019]


@pytest.fixture(scope="module")
def national(config: Config) -> National:
    return read_national(ROOT / "data" / "national", config)


def test_a_shipped_row_is_what_scoring_gives_today(config: Config, national: National) -> None:
    with (FOLDER / "misses.csv").open(encoding="utf-8", newline="") as file:
        shipped = next(csv.DictReader(file))
    mine = [
        frame[frame["authority"] == shipped["authority"]] for frame in (national.figures, national.judgements)
    ]
    what = Published(*mine)
    rows = scored_inspections(datasets(what, config), what.judgements, config)
    row = rows[rows["inspection"] == shipped["inspection"]].sort_values("score").iloc[-1]
    assert row["score"] == pytest.approx(float(shipped["score"]), abs=1e-3)
    assert row["performance"] == pytest.approx(float(shipped["performance"]), abs=1e-3)
    assert str(row["as_at"].date()) == shipped["as_at"]
