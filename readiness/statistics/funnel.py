"""Funnel limits: how far places of a size differ by chance, and once they are seen to differ by more than chance."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from readiness.statistics.dispersion import Dispersion, dispersion
from readiness.statistics.intervals import normal_deviate

INNER, OUTER = 0.95, 0.998
FEWEST_FOR_NORMAL = 10
"""Fewer events than this to be expected (or, of a proportion, fewer left over) make the limits rough."""


class Model(StrEnum):
    """Which spread the limits allow for."""

    CHANCE = "chance alone"
    MULTIPLICATIVE = "chance, scaled up"
    ADDITIVE = "chance and a real spread between places"


class Place(StrEnum):
    """Where a figure stands against its limits."""

    FAR_BELOW = "below the 99.8% limit"
    BELOW = "below the 95% limit"
    INSIDE = "inside the limits"
    ABOVE = "above the 95% limit"
    FAR_ABOVE = "above the 99.8% limit"


@dataclass(frozen=True)
class Limits:
    """The 95% and 99.8% limits at one size, in the figure's unit."""

    lower95: float
    upper95: float
    lower998: float
    upper998: float

    def place(self, value: float) -> Place:
        """Where a figure stands; on a limit is inside it."""
        if value < self.lower95:
            return Place.FAR_BELOW if value < self.lower998 else Place.BELOW
        if value > self.upper95:
            return Place.FAR_ABOVE if value > self.upper998 else Place.ABOVE
        return Place.INSIDE


@dataclass(frozen=True)
class FunnelPoint:
    """One place: its figure and, for each model, its limits and where it stands; None where nothing was counted.

    `score` is its distance from the target in standard errors of chance alone. `rough` says that so few events
    were to be expected that the limits are not exact.
    """

    numerator: float
    denominator: float
    value: float | None
    score: float | None
    limits: Mapping[Model, Limits]
    places: Mapping[Model, Place]
    rough: bool


@dataclass(frozen=True)
class Funnel:
    """A funnel about its target. Figures and limits are times `per`; `dispersion` is of the bare proportion or rate."""

    points: tuple[FunnelPoint, ...]
    target: float
    per: float
    highest: float
    dispersion: Dispersion
    variance_of_one: float

    def limits_at(self, denominator: float, model: Model = Model.CHANCE) -> Limits:
        """The limits at any size, for drawing the curves. Raises ValueError for a size of 0 or less."""
        if not denominator > 0:
            raise ValueError("A funnel has limits at sizes above 0.")
        error = math.sqrt(self._variance(denominator, model))
        inner, outer = (normal_deviate(level) * error * self.per for level in (INNER, OUTER))
        ends = (self.target - inner, self.target + inner, self.target - outer, self.target + outer)
        return Limits(*(min(max(end, 0.0), self.highest) for end in ends))

    def _variance(self, denominator: float, model: Model) -> float:
        chance = self.variance_of_one / denominator
        if model is Model.MULTIPLICATIVE:
            return chance * self.dispersion.factor
        return chance + self.dispersion.tau_squared if model is Model.ADDITIVE else chance


def proportion_funnel(
    numerators: Sequence[float],
    denominators: Sequence[float],
    *,
    target: float | None = None,
    per: float = 100.0,
) -> Funnel:
    """Funnel limits of proportions about their target (the proportion of all places together, unless given).

    `target` is in the figure's unit, so 85 where `per` is 100. A place with a denominator of 0 or None or NaN in
    either gets no limits and no weight. Raises ValueError for impossible counts or where nothing was counted.

    Sources: Spiegelhalter DJ, Funnel plots for comparing institutional performance, Statistics in Medicine 2005;
    24: 1185-1202 (normal limits, cross-sectional proportions). Overdispersion: see dispersion().
    """
    pairs = _checked(numerators, denominators)
    if any(numerator > denominator for numerator, denominator in pairs):
        raise ValueError("A numerator lies between 0 and its denominator.")
    return _funnel(pairs, target, per, per, lambda share: share * (1 - share))


def rate_funnel(
    events: Sequence[float],
    populations: Sequence[float],
    *,
    target: float | None = None,
    per: float = 10_000.0,
) -> Funnel:
    """Funnel limits of rates per `per` of a population about their target (the rate of all together, unless given).

    Counts are taken as Poisson, so the variance of a rate is the target over the population. Otherwise as
    proportion_funnel.
    """
    return _funnel(_checked(events, populations), target, per, math.inf, lambda rate: rate)


Pairs = Sequence[tuple[float, float]]


def _checked(numerators: Sequence[float], denominators: Sequence[float]) -> Pairs:
    """Numerators with denominators; a pair with either missing counts nothing."""
    pairs = [
        (0.0, 0.0) if _missing(one) or _missing(other) else (float(one), float(other))
        for one, other in zip(numerators, denominators, strict=True)
    ]
    if any(number < 0 or math.isinf(number) for pair in pairs for number in pair):
        raise ValueError("A count is not negative.")
    if not any(denominator for _, denominator in pairs):
        raise ValueError("A funnel needs at least one place with something counted.")
    return pairs


def _missing(number: float | None) -> bool:
    return number is None or math.isnan(number)


def _funnel(
    pairs: Pairs, target: float | None, per: float, highest: float, variance_of_one: Callable[[float], float]
) -> Funnel:
    counted = [(numerator, denominator) for numerator, denominator in pairs if denominator]
    whole = math.fsum(denominator for _, denominator in counted)
    centre = math.fsum(n for n, _ in counted) / whole if target is None else target / per
    variance = variance_of_one(centre)
    scores = [_score(*pair, centre, variance) for pair in counted]
    errors = [math.sqrt(variance / denominator) for _, denominator in counted]
    bare = Funnel((), centre * per, per, highest, dispersion(scores, errors), variance)
    points = tuple(_point(bare, *pair) for pair in pairs)
    return Funnel(points, bare.target, per, highest, bare.dispersion, variance)


def _score(numerator: float, denominator: float, centre: float, variance: float) -> float:
    """Distance from the target in standard errors; 0 where the target leaves no room for chance."""
    return (numerator / denominator - centre) / math.sqrt(variance / denominator) if variance > 0 else 0.0


def _point(funnel: Funnel, numerator: float, denominator: float) -> FunnelPoint:
    if denominator == 0:
        return FunnelPoint(numerator, denominator, None, None, {}, {}, rough=True)
    value = numerator / denominator * funnel.per
    limits = {model: funnel.limits_at(denominator, model) for model in Model}
    places = {model: limits[model].place(value) for model in Model}
    score = _score(numerator, denominator, funnel.target / funnel.per, funnel.variance_of_one)
    return FunnelPoint(numerator, denominator, value, score, limits, places, _rough(funnel, denominator))


def _rough(funnel: Funnel, denominator: float) -> bool:
    expected = denominator * funnel.target / funnel.per
    left = denominator - expected if math.isfinite(funnel.highest) else expected
    return min(expected, left) < FEWEST_FOR_NORMAL
