"""Funnel limits for one authority among all: chance alone, and chance with the real spread between authorities."""

from collections.abc import Sequence

import numpy as np

from readiness.insight.indicators.years import PER
from readiness.insight.standing.fact import Curve, FunnelFact, Ours, Peer
from readiness.statistics.funnel import Funnel, Model, Place, proportion_funnel, rate_funnel

ENOUGH = 2 / 3
"""The part of the ranked authorities that must have counts before limits are drawn."""
STEPS = 60
LEVELS = (95.0, 99.8)
MODELS = (Model.CHANCE, Model.ADDITIVE)
"""Chance alone, and the additive form of overdispersion, which leaves small authorities' limits wide."""

Counts = tuple[float, float]


def funnel_fact(unit: str, ours: Ours, others: Sequence[Peer], *, fictional: bool) -> FunnelFact | None:
    """The funnel of all real authorities, and our place in it; None where counts are missing or units have no limits.

    A fictional authority is placed in the funnel and never shapes it.
    """
    mine = _counts(unit, ours)
    held = {peer: counts for peer in others if (counts := _counts(unit, peer)) is not None}
    if mine is None or ours.months > 1 or len(held) < ENOUGH * len(others):
        return None
    places = [*held.values()] if fictional else [*held.values(), mine]
    funnel = _funnel(unit, places)
    level = mine[0] / mine[1] * funnel.per
    sizes = _sizes([*places, mine])
    return FunnelFact(
        centre=funnel.target,
        level=level,
        peers=tuple(held),
        levels=tuple(top / whole * funnel.per for top, whole in held.values()),
        curves=tuple(_curve(funnel, model, each, sizes) for model in MODELS for each in LEVELS),
        by_chance=funnel.limits_at(mine[1], Model.CHANCE).place(level),
        with_spread=funnel.limits_at(mine[1], Model.ADDITIVE).place(level),
        outside={model: _outside(funnel, model) for model in MODELS},
        of=len(places),
        uncounted=len(others) - len(held),
        rough=_funnel(unit, [mine], funnel.target).points[0].rough,
    )


def _counts(unit: str, who: Ours | Peer) -> Counts | None:
    """Numerator and denominator where limits can be worked out from them."""
    top, whole = who.numerator, who.denominator
    if unit not in PER or top is None or not whole:
        return None
    return (top, whole) if top >= 0 and (unit != "percent" or top <= whole) else None


def _funnel(unit: str, places: Sequence[Counts], target: float | None = None) -> Funnel:
    make = proportion_funnel if unit == "percent" else rate_funnel
    return make([top for top, _ in places], [whole for _, whole in places], target=target, per=PER[unit])


def _sizes(places: Sequence[Counts]) -> tuple[float, ...]:
    """Sizes from the smallest authority to the largest, in steps of equal ratio."""
    sizes = [whole for _, whole in places]
    return tuple(float(size) for size in np.geomspace(min(sizes), max(sizes), STEPS))


def _curve(funnel: Funnel, model: Model, level: float, sizes: tuple[float, ...]) -> Curve:
    limits = [funnel.limits_at(size, model) for size in sizes]
    inner = level == LEVELS[0]
    lower = tuple(each.lower95 if inner else each.lower998 for each in limits)
    return Curve(
        model, level, sizes, lower, tuple(each.upper95 if inner else each.upper998 for each in limits)
    )


def _outside(funnel: Funnel, model: Model) -> int:
    return sum(point.places[model] is not Place.INSIDE for point in funnel.points)
