"""The funnel of one authority among all: what shapes it, where we stand in it, and when there is none."""

import math

import pytest

from readiness.insight.standing.funnel import funnel_fact
from readiness.insight.standing.words import standing_finding, standing_notes, standing_reading
from readiness.statistics.funnel import Model, Place
from tests.unit.insight.standing_made import ours, peer, standing_made

ALIKE = [peer(50, out_of=100 + 10 * n, name=f"A{n}") for n in range(20)]
APART = [peer(10 + 4 * n, out_of=400, name=f"A{n}") for n in range(20)]


def test_the_limits_of_chance_are_those_of_the_normal_approximation() -> None:
    found = funnel_fact("percent", ours(50, out_of=100), ALIKE, fictional=False)
    assert found
    curve = next(each for each in found.curves if each.model is Model.CHANCE and each.level == 95.0)
    error = 100 * math.sqrt(0.5 * 0.5 / curve.sizes[0])
    assert found.centre == pytest.approx(50)
    assert curve.sizes[0] == pytest.approx(100)
    assert (curve.lower[0], curve.upper[0]) == pytest.approx((50 - 1.959964 * error, 50 + 1.959964 * error))


def test_where_chance_explains_everything_both_models_agree() -> None:
    found = funnel_fact("percent", ours(70, out_of=100), ALIKE, fictional=True)
    assert found and found.by_chance is found.with_spread is Place.FAR_ABOVE
    assert found.outside == {Model.CHANCE: 0, Model.ADDITIVE: 0}


def test_where_authorities_differ_by_more_than_chance_only_the_wider_limits_hold_us() -> None:
    found = funnel_fact("percent", ours(62, out_of=400), APART, fictional=False)
    assert found and found.by_chance is Place.FAR_ABOVE
    assert found.with_spread is Place.INSIDE
    assert found.outside[Model.CHANCE] > 10 > found.outside[Model.ADDITIVE]


def test_a_fictional_authority_never_shapes_the_funnel() -> None:
    real, invented = (
        funnel_fact("percent", ours(99, out_of=9000), APART, fictional=each) for each in (False, True)
    )
    assert real and invented
    assert invented.centre == pytest.approx(sum(each.figure for each in APART) / len(APART))
    assert real.centre > invented.centre
    assert (real.of, invented.of) == (21, 20)


def test_rates_have_limits_of_counts_per_child() -> None:
    children = [peer(2, out_of=10_000 + n, name=f"A{n}") for n in range(20)]
    found = funnel_fact("rate per 10,000", ours(2, out_of=10_000), children, fictional=False)
    curve = found.curves[0] if found else None
    assert found and curve and found.centre == pytest.approx(200, rel=0.01)
    assert curve.upper[0] == pytest.approx(found.centre + 1.959964 * math.sqrt(found.centre), rel=1e-3)


def test_there_is_none_without_counts_for_us_or_most_others() -> None:
    bare = [peer(50, name=f"B{n}") for n in range(20)]
    assert funnel_fact("percent", ours(50), ALIKE, fictional=False) is None
    assert funnel_fact("percent", ours(50, out_of=100), [*ALIKE[:5], *bare], fictional=False) is None
    assert funnel_fact("score", ours(50, out_of=100), ALIKE, fictional=False) is None


def test_authorities_without_counts_are_ranked_and_not_drawn() -> None:
    found = standing_made(ours(50, out_of=100), [*ALIKE, peer(40)])
    assert found.rank.of == 22
    assert found.funnel and (found.funnel.of, found.funnel.uncounted) == (21, 1)
    assert "One authority without published counts is ranked, but not drawn." in standing_notes(found)


def test_the_words_follow_the_limits_that_allow_for_the_real_spread() -> None:
    inside, above = (standing_made(ours(each, out_of=400), APART) for each in (62, 99))
    assert standing_finding(inside).endswith("inside what is usual for its size")
    assert standing_finding(above).endswith("above what is usual for its size")
    assert "above the 99.8% limit of chance alone, and inside the limits once" in standing_reading(inside)


def test_a_small_authority_is_told_that_its_limits_are_rough() -> None:
    assert "the limits are rough" in standing_reading(standing_made(ours(50, out_of=12), ALIKE))
    assert "rough" not in standing_reading(standing_made(ours(50, out_of=100), ALIKE))
