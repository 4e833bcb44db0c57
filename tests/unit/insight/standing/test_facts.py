"""An indicator among all authorities: rank, ties, spread, like with like, and the words."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.insight.indicators.series import Measured
from readiness.insight.standing.fact import Ours, Rank
from readiness.insight.standing.facts import own_figure, rank_of, ranked, spread_of
from readiness.insight.standing.words import (
    counts_words,
    figure_words,
    neighbours_sentence,
    ordinal,
    standing_finding,
    standing_notes,
    standing_reading,
)
from readiness.statistics.spc_results import Better
from tests.unit.insight.indicator_made import MONTHS, fact, measured
from tests.unit.insight.standing_made import DAY, ours, peer, standing_made

FIGURES = st.lists(st.floats(0, 100), min_size=2, max_size=30)
BETTER = st.sampled_from(["high", "low", None])


@pytest.mark.parametrize(
    ("figure", "better", "expected"),
    [
        (20.0, "low", Rank(2, 5, 3)),
        (20.0, "high", Rank(2, 5, 3)),
        (5.0, "low", Rank(1, 5, 1)),
        (5.0, "high", Rank(5, 5, 1)),
        (35.0, None, Rank(1, 5, 1)),
    ],
)
def test_a_rank_counts_from_the_better_end_and_of_context_from_the_highest(
    figure: float, better: Better | None, expected: Rank
) -> None:
    assert rank_of(figure, [10.0, 20.0, 20.0, 30.0], better) == expected


def test_figures_that_read_the_same_share_a_place() -> None:
    assert rank_of(20.04, [19.96, 30.0], "low") == Rank(1, 3, 2)


@pytest.mark.parametrize(
    ("place", "quarter"), [(1, 1), (38, 1), (39, 2), (76, 2), (77, 3), (114, 3), (152, 4)]
)
def test_quarters_of_152_authorities_hold_38_each(place: int, quarter: int) -> None:
    assert Rank(place, 152, 1).quarter == quarter


@given(FIGURES)
def test_the_spread_agrees_with_numpy(figures: list[float]) -> None:
    found = spread_of(figures)
    expected = np.quantile(figures, [0, 0.25, 0.5, 0.75, 1])
    parts = (found.lowest, found.lower_quartile, found.median, found.upper_quartile, found.highest)
    assert parts == pytest.approx(tuple(expected), abs=1e-9)


@given(st.floats(0, 100), FIGURES, BETTER)
def test_the_rank_is_the_place_in_the_table(
    figure: float, others: list[float], better: Better | None
) -> None:
    found = standing_made(ours(figure), [peer(each, name=f"A{n}") for n, each in enumerate(others)], better)
    places = {who.name: place for place, who in ranked(found)}
    assert places["Ourshire"] == found.rank.place
    assert 1 <= found.rank.place <= found.rank.place + found.rank.joint - 1 <= found.rank.of
    assert sum(place == found.rank.place for place, _ in ranked(found)) == found.rank.joint


def months(number: int, *, out_of: float | None = 100) -> tuple[Measured, ...]:
    """So many months up to March 2025, of which each next has one more of a hundred."""
    ends = [day for day in MONTHS if day <= DAY][-number:]
    return tuple(measured(day, 50.0 + at, out_of=out_of) for at, day in enumerate(ends))


def test_a_whole_year_of_months_is_taken_together() -> None:
    found = own_figure(fact(months(14)), DAY, "Ourshire")
    assert found == Ours("Ourshire", 57.5, 690.0, 1200.0, None, 12, False, (2,) * 12)


def test_a_year_with_a_month_missing_is_not_compared() -> None:
    held = months(14)
    assert own_figure(fact((*held[:5], *held[6:])), DAY, "Ourshire") is None
    assert own_figure(fact(months(11)), DAY, "Ourshire") is None
    assert own_figure(fact(months(14)), date(2025, 2, 28), "Ourshire") is not None


def test_months_without_counts_and_rates_are_not_taken_together() -> None:
    assert own_figure(fact(months(14, out_of=None)), DAY, "Ourshire") is None
    assert own_figure(fact(months(14), unit="rate per 10,000"), DAY, "Ourshire") is None


def test_a_yearly_figure_is_taken_on_its_own_day_only() -> None:
    years = fact(tuple(measured(date(year, 3, 31), 60.0, out_of=100) for year in (2023, 2024, 2025)))
    found = own_figure(years, DAY, "Ourshire")
    assert found and (found.figure, found.months) == (60.0, 1)
    assert found.interval and found.interval.lower == pytest.approx(50.2, abs=0.05)
    assert own_figure(years, date(2025, 9, 30), "Ourshire") is None


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (112, "112th"),
        (121, "121st"),
        (103, "103rd"),
    ],
)
def test_places_are_said_as_ordinals(number: int, words: str) -> None:
    assert ordinal(number) == words


@pytest.mark.parametrize(
    ("figure", "better", "said"),
    [
        (15.0, "low", "Visits: 2nd lowest of 5 authorities"),
        (20.0, "low", "Visits: joint 2nd lowest of 5 authorities"),
        (5.0, "low", "Visits: lowest of 5 authorities"),
        (40.0, "low", "Visits: 5th lowest of 5 authorities, the highest"),
        (15.0, "high", "Visits: 4th highest of 5 authorities"),
        (10.0, None, "Visits: joint 4th highest of 5 authorities, the lowest"),
    ],
)
def test_the_finding_says_the_place(figure: float, better: Better | None, said: str) -> None:
    others = [peer(10), peer(20), peer(30), peer(35)]
    assert standing_finding(standing_made(ours(figure), others, better)) == said


def test_a_fictional_authority_would_stand_beside_real_ones() -> None:
    found = standing_made(ours(15), [peer(10), peer(20)], "low", fictional=True)
    assert standing_finding(found) == "Visits: would stand 2nd lowest beside 2 real authorities"
    assert found.spread.median == 15.0
    assert "dataset.yaml gives no ons_code" in " ".join(standing_notes(found))


def test_where_all_are_the_same_every_place_is_joint() -> None:
    found = standing_made(ours(50), [peer(50, name="A"), peer(50, name="B")])
    assert standing_finding(found) == "Visits: joint highest of 3 authorities"
    assert neighbours_sentence(found) == ""


def test_the_interval_says_whether_chance_explains_the_distance_from_the_middle() -> None:
    others = [peer(each) for each in (50, 55, 60, 65, 70)]
    near, far = (standing_reading(standing_made(ours(each, out_of=200), others)) for each in (58, 90))
    assert "includes that middle: chance alone could explain" in near
    assert "lies above that middle: more than chance explains" in far
    assert "interval" not in standing_reading(standing_made(ours(58), others))


def test_months_taken_together_have_no_interval_and_say_so() -> None:
    found = standing_made(ours(58, out_of=1200, months=12), [peer(50, out_of=90), peer(60, out_of=90)])
    assert found.funnel is None
    assert "over the 12 months to March 2025" in standing_reading(found)
    assert "no interval and no limits" in standing_reading(found)


def test_neighbours_are_counted_and_the_silent_named() -> None:
    others = [peer(10, near=1), peer(20, near=2), peer(90, near=3), peer(50)]
    found = replace(standing_made(ours(20), others), silent=("Quietshire",))
    assert neighbours_sentence(found) == (
        "Of three statistical neighbours with a figure, one lower, one the same and one higher "
        "(Quietshire published none)."
    )


def test_notes_name_a_later_figure_of_ours_a_newer_period_and_a_different_figure() -> None:
    later, other = measured(date(2025, 9, 30), 44.0), peer(12.5)
    made = standing_made(ours(20), [peer(10), peer(30)])
    found = replace(made, latest=later, newest=date(2025, 6, 30), published=other, without=2)
    said = " ".join(standing_notes(found))
    assert "Our latest figure, 44% at September 2025, is of a later period" in said
    assert "National figures to June 2025 are known; there is none of ours" in said
    assert "The national data have 12.5% for us (national figures.csv, line 2)" in said
    assert "Two authorities have no published figure" in said


@pytest.mark.parametrize(
    ("figure", "out_of", "shown", "counts"),
    [
        (50.0, 40, "50%", "20 of 40"),
        (5.0, 40, "small numbers", "<5"),
        (95.0, 40, "small numbers", "<5"),
        (0.0, 40, "0%", "0 of 40"),
        (50.0, None, "50%", ""),
    ],
)
def test_a_figure_that_gives_a_small_count_away_is_not_in_the_table(
    figure: float, out_of: float | None, shown: str, counts: str
) -> None:
    who = peer(figure, out_of=out_of)
    assert (figure_words(who, "percent"), counts_words(who, "percent")) == (shown, counts)
