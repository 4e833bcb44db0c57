"""Two counts of events over periods of one length: how much the second differs from the first, and is it chance?"""

import math
from dataclasses import dataclass

from readiness.statistics.intervals import Interval, normal_deviate


@dataclass(frozen=True)
class CountChange:
    """A count before and one now. `ratio` is now / before with its exact limits, None where nothing came before.

    `more_than_chance`: whether the limits leave out 1, which is no change.
    """

    before: int
    now: int
    ratio: Interval | None
    more_than_chance: bool


def count_change(before: int, now: int, *, confidence: float = 0.95) -> CountChange:
    """How two Poisson counts over periods of equal length compare, by the exact conditional method.

    Given their sum, the count now is binomial, with an even chance of falling in either period where nothing has
    changed. Sources: Przyborowski J, Wilenski H, Biometrika 1940; 31: 313-323; its limits by Clopper CJ, Pearson ES,
    Biometrika 1934; 26: 404-413 (as poisson.test of R). Raises ValueError for counts that are negative or not whole.
    """
    if min(before, now) < 0 or before != int(before) or now != int(now):
        raise ValueError("A count is a whole number, not negative.")
    share = exact_proportion(int(now), int(before + now), confidence=confidence)
    differs = share.lower > 0.5 or share.upper < 0.5
    if before == 0:
        return CountChange(before, now, None, differs)
    ratio = Interval(now / before, _odds(share.lower), _odds(share.upper))
    return CountChange(before, now, ratio, differs)


def exact_proportion(numerator: int, denominator: int, *, confidence: float = 0.95) -> Interval:
    """The exact (Clopper-Pearson) interval of a proportion; from 0 to 1 about a half where nothing was counted.

    Wider than Wilson's, never narrower than stated: for counts of two or three, where that matters.
    """
    normal_deviate(confidence)
    if denominator == 0:
        return Interval(0.5, 0.0, 1.0)
    tail = (1 - confidence) / 2
    upper = 1.0 if numerator == denominator else _share_where_at_most(numerator, denominator, tail)
    lower = 0.0 if numerator == 0 else 1 - _share_where_at_most(denominator - numerator, denominator, tail)
    return Interval(numerator / denominator, lower, upper)


def _share_where_at_most(events: int, trials: int, probability: float) -> float:
    """The share under which so many events at most, of these trials, have this probability: it falls as that grows."""
    low, high = 0.0, 1.0
    while True:
        middle = (low + high) / 2
        if middle in (low, high):
            return middle
        low, high = (middle, high) if _at_most(events, trials, middle) > probability else (low, middle)


def _at_most(events: int, trials: int, share: float) -> float:
    """The binomial probability of at most so many events, for a share between 0 and 1."""
    one, other = math.log(share), math.log1p(-share)
    whole = math.lgamma(trials + 1)
    return math.fsum(
        math.exp(whole - math.lgamma(k + 1) - math.lgamma(trials - k + 1) + k * one + (trials - k) * other)
        for k in range(events + 1)
    )


def _odds(share: float) -> float:
    return share / (1 - share)
