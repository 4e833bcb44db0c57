"""The shipped measurements: complete, consistent with each other, and no more than their intervals say."""

import pytest

from readiness.config.models import GRADES
from readiness.worth.facts import EVERY_AREA, PAIRS_SHOWN, Estimate, Worth, read_worth


@pytest.fixture(scope="module")
def worth() -> Worth:
    return read_worth()


def everything(worth: Worth) -> list[Estimate]:
    return [
        *worth.measures.values(),
        *(band.good for band in worth.bands),
        *(each.pairs for each in worth.indicators),
        *(each.pairs for each in worth.alternatives),
        *(each.difference for each in worth.alternatives),
    ]


def test_every_estimate_lies_in_its_interval_and_counts_somebody(worth: Worth) -> None:
    for each in everything(worth):
        assert each.low <= each.value <= each.high
        assert each.judgements >= each.authorities > 0


def test_the_judgements_of_the_areas_add_up(worth: Worth) -> None:
    whole, *areas = worth.areas
    assert whole.id == EVERY_AREA
    for count in ("judgements", "both_kinds", "shown"):
        assert getattr(whole, count) == sum(getattr(area, count) for area in areas)
        assert whole.judgements >= whole.both_kinds >= whole.shown


@pytest.mark.parametrize("evidence", ["readiness", "performance", "previous"])
def test_kinds_of_evidence_are_compared_on_the_same_judgements(worth: Worth, evidence: str) -> None:
    for area in worth.areas:
        pairs = worth.pairs(evidence, area.id)
        assert pairs is not None
        assert pairs.judgements == area.shown


def test_what_followed_each_band_adds_up(worth: Worth) -> None:
    for band in worth.bands:
        assert sum(band.given.values()) == band.good.judgements
        good = band.given["good"] + band.given["outstanding"]
        assert band.good.value == pytest.approx(good / band.good.judgements, abs=1e-4)


def test_at_most_ten_misses_each_the_wrong_way_round(worth: Worth) -> None:
    assert len(worth.misses) <= 10
    for miss in worth.misses:
        assert miss.given in (GRADES[0], GRADES[-1])
        assert (miss.score >= 60) == (miss.given == GRADES[0])


def test_every_alternative_was_tried_before_and_after(worth: Worth) -> None:
    periods = {each.id: [] for each in worth.alternatives}
    for each in worth.alternatives:
        periods[each.id].append(each.period)
    assert set(map(tuple, periods.values())) == {("before 2022", "from 2022")}


def test_an_area_that_was_not_tested_is_no_area(worth: Worth) -> None:
    with pytest.raises(KeyError):
        worth.area("adoption")


@pytest.mark.parametrize(
    ("low", "high", "said"), [(0.51, 0.6, 1), (0.4, 0.6, 0), (0.5, 0.6, 0), (0.504, 0.6, 0), (0.3, 0.49, -1)]
)
def test_more_than_a_coin_only_where_the_whole_interval_is(low: float, high: float, said: int) -> None:
    assert Estimate((low + high) / 2, low, high, 10, 10).beyond(0.5, PAIRS_SHOWN) == said
