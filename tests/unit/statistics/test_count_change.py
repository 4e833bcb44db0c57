"""Changes of counts, against scipy's exact binomial and a worked example."""

import pytest
from scipy import stats

from readiness.statistics.count_change import count_change, exact_proportion

PAIRS = [(1, 0), (3, 5), (29, 31), (5, 7), (7, 4), (40, 80), (200, 260), (1, 12)]


@pytest.mark.parametrize("confidence", [0.9, 0.95, 0.995])
@pytest.mark.parametrize(("before", "now"), PAIRS)
def test_a_ratio_is_the_odds_of_the_exact_binomial_limits(before: int, now: int, confidence: float) -> None:
    limits = stats.binomtest(now, before + now).proportion_ci(confidence, method="exact")
    found = count_change(before, now, confidence=confidence)
    expected = now / before, limits.low / (1 - limits.low), limits.high / (1 - limits.high)
    assert found.ratio is not None
    assert (found.ratio.value, found.ratio.lower, found.ratio.upper) == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize(("before", "now"), PAIRS)
def test_more_than_chance_is_what_the_two_sided_limits_say(before: int, now: int) -> None:
    one_sided = min(stats.binom.cdf(now, before + now, 0.5), stats.binom.sf(now - 1, before + now, 0.5))
    assert count_change(before, now).more_than_chance == (one_sided < 0.025)


def test_three_to_five_is_no_trend_and_forty_to_eighty_is() -> None:
    assert not count_change(3, 5).more_than_chance
    assert count_change(40, 80).more_than_chance


def test_a_count_that_begins_at_nought_has_no_ratio_and_four_are_still_chance() -> None:
    found = count_change(0, 4)
    assert found.ratio is None
    assert not found.more_than_chance
    assert count_change(0, 6).more_than_chance


def test_nothing_in_either_period_is_no_change() -> None:
    assert not count_change(0, 0).more_than_chance


def test_nothing_counted_leaves_every_share_possible() -> None:
    assert (exact_proportion(0, 0).lower, exact_proportion(0, 0).upper) == (0.0, 1.0)


@pytest.mark.parametrize(("before", "now"), [(-1, 2), (2, -1)])
def test_counts_are_whole_and_not_negative(before: int, now: int) -> None:
    with pytest.raises(ValueError, match="whole number"):
        count_change(before, now)
