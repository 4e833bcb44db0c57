"""Confidence intervals for proportions, for rates, and for the difference of two proportions."""

import math
from dataclasses import dataclass
from statistics import NormalDist

FEWEST_FOR_BYAR = 10
"""Under ten events the exact limits are used instead of Byar's approximation."""


@dataclass(frozen=True)
class Interval:
    """A figure with the limits of its confidence interval, all in the same unit."""

    value: float
    lower: float
    upper: float


def normal_deviate(confidence: float) -> float:
    """The two-sided normal deviate of a confidence, 1.96 for 0.95. Raises ValueError unless it is between 0 and 1."""
    if not 0 < confidence < 1:
        raise ValueError("A confidence lies between 0 and 1, such as 0.95.")
    return NormalDist().inv_cdf((1 + confidence) / 2)


def wilson(
    numerator: float, denominator: float, *, confidence: float = 0.95, per: float = 1.0
) -> Interval | None:
    """Wilson's score interval of a proportion, times `per` (100 for a percentage); None where nothing was counted.

    Raises ValueError for counts that are negative or more than their whole. Sources: Wilson EB, Journal of the
    American Statistical Association 1927; 22: 209-212; Newcombe RG, Statistics in Medicine 1998; 17: 857-872,
    method 3; the method of English public health (APHO Technical Briefing 3, 2008).
    """
    _check_proportion(numerator, denominator)
    if denominator == 0:
        return None
    deviate, share = normal_deviate(confidence), numerator / denominator
    square = deviate * deviate
    middle = 2 * numerator + square
    spread = deviate * math.sqrt(square + 4 * numerator * (1 - share))
    whole = 2 * (denominator + square)
    # At the ends the formula is exact but its arithmetic is not: nothing of the interval lies beyond them.
    lower = 0.0 if numerator == 0 else max(0.0, (middle - spread) / whole)
    upper = 1.0 if numerator == denominator else min(1.0, (middle + spread) / whole)
    return Interval(per * share, per * lower, per * upper)


def difference_of_proportions(
    first: tuple[float, float], second: tuple[float, float], *, confidence: float = 0.95, per: float = 1.0
) -> Interval | None:
    """The first proportion less the second, each given as (numerator, denominator), with its interval.

    More than chance where the interval leaves 0 out. None where either has nothing counted. Source: Newcombe RG,
    Statistics in Medicine 1998; 17: 873-890, method 10 (from the two Wilson intervals, no continuity correction).
    """
    one = wilson(*first, confidence=confidence)
    two = wilson(*second, confidence=confidence)
    if one is None or two is None:
        return None
    difference = one.value - two.value
    lower = difference - math.hypot(one.value - one.lower, two.upper - two.value)
    upper = difference + math.hypot(one.upper - one.value, two.value - two.lower)
    return Interval(per * difference, per * lower, per * upper)


def rate_interval(
    events: int, population: float, *, confidence: float = 0.95, per: float = 10_000
) -> Interval | None:
    """A rate per `per` with its interval: Byar's approximation, exact under ten events; None without a population.

    Source: APHO Technical Briefing 3, 2008, and Public Health England's technical guide to confidence intervals,
    2018 (exact under ten events).
    """
    if population < 0:
        raise ValueError("A population is not negative.")
    if population == 0:
        return None
    limits = exact_poisson if events < FEWEST_FOR_BYAR else byar
    counted = limits(events, confidence=confidence)
    scale = per / population
    return Interval(scale * counted.value, scale * counted.lower, scale * counted.upper)


def byar(events: float, *, confidence: float = 0.95) -> Interval:
    """Byar's approximate limits of a count of events.

    Source: Breslow NE, Day NE, Statistical Methods in Cancer Research II, 1987, page 69. Raises ValueError for a
    negative count.
    """
    if events < 0:
        raise ValueError("A count of events is not negative.")
    deviate, more = normal_deviate(confidence), events + 1
    upper = more * (1 - 1 / (9 * more) + deviate / (3 * math.sqrt(more))) ** 3
    if events == 0:
        return Interval(0.0, 0.0, upper)
    lower = events * max(0.0, 1 - 1 / (9 * events) - deviate / (3 * math.sqrt(events))) ** 3
    return Interval(float(events), lower, upper)


def exact_poisson(events: int, *, confidence: float = 0.95) -> Interval:
    """Exact limits of a count of events: the means under which so many, or so few, would be as rare as stated.

    Source: Garwood F, Biometrika 1936; 28: 437-442, found by halving on the Poisson distribution, equal to the
    form with chi-squared. Raises ValueError for a count that is negative or not whole.
    """
    if events < 0 or events != int(events):
        raise ValueError("A count of events is a whole number, not negative.")
    normal_deviate(confidence)
    tail = (1 - confidence) / 2
    lower = 0.0 if events == 0 else _mean_where_at_most(int(events) - 1, 1 - tail)
    return Interval(float(events), lower, _mean_where_at_most(int(events), tail))


def _mean_where_at_most(events: int, probability: float) -> float:
    """The Poisson mean under which at most so many events have this probability; it falls as the mean grows."""
    low, high = 0.0, events + 1.0
    while poisson_at_most(events, high) > probability:
        low, high = high, 2 * high
    while high - low > 1e-15 * high:
        middle = (low + high) / 2
        if middle in (low, high):
            break
        low, high = (middle, high) if poisson_at_most(events, middle) > probability else (low, middle)
    return (low + high) / 2


def poisson_at_most(events: int, mean: float) -> float:
    """The probability of at most so many events under a Poisson mean above 0."""
    logarithm = math.log(mean)
    return math.fsum(
        math.exp(count * logarithm - mean - math.lgamma(count + 1)) for count in range(events + 1)
    )


def _check_proportion(numerator: float, denominator: float) -> None:
    if not 0 <= numerator <= denominator:
        raise ValueError("A numerator lies between 0 and its denominator.")
