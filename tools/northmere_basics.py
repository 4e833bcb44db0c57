"""What every table of Northmere shares: the seed, the months, the teams, and how figures are drawn.

The levels follow the English figures of 2024 and 2025 for a small unitary authority. Nothing stands for a
real child, team or person.
"""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from zlib import crc32

import numpy as np

Row = dict[str, str]

SEED = 20261031
TAKES = {
    "assessments-45-days": 83,
    "care-leavers-not-in-touch": 1,
    "care-leavers-suitable-homes-19-21": 7,
    "care-leavers-unsuitable-homes": 6,
    "child-protection-reviews-on-time": 1,
    "child-protection-visits-on-time": 4,
    "conferences-15-days": 3,
    "contacts-decided-in-one-day": 1,
    "far-from-home": 1,
    "health-assessments": 5,
    "long-term-stability": 26,
    "re-referrals-12m": 11,
    "second-plans": 9,
}
"""Which draw of a series is kept, where not the first: the stories are to be plain, and what is to be common
cause is not to raise a signal by chance. So these series say nothing about how often chance does."""

SOURCE = "Synthetic, made by tools/build_northmere.py"
FIRST_YEAR, FIRST_MONTH, MONTHS = 2023, 11, 36
TODAY = date(2026, 11, 6)
"""The day the files stand at: the latest monthly pack came out then."""

DAYS_TO_PUBLISH = 6
SYSTEM_MONTH = 20
"""June 2025, counted from 1: a new case management system came in."""

FRONT_DOOR = "Front Door"
ASSESSMENT = ("Assessment A", "Assessment B", "Assessment C")
SAFEGUARDING = ("Family Safeguarding A", "Family Safeguarding B", "Family Safeguarding C")
CARE = ("Children in Care A", "Children in Care B")
CARE_LEAVERS = "Care Leavers"
DISABLED = "Disabled Children"
TEAMS = (FRONT_DOOR, *ASSESSMENT, *SAFEGUARDING, *CARE, CARE_LEAVERS, DISABLED)

SEASON = (1.03, 0.96, 1.07, 0.89, 1.10, 1.10, 1.01, 0.83, 1.03, 1.03, 1.08, 0.88)
"""Referrals in England, January to December, against an average month."""

OVERDISPERSION = 3.5
"""Variance of a monthly count over its mean: brothers and sisters come together."""

Levels = Sequence[tuple[int, float]]
"""(month from 1, level): straight lines between, so that two neighbouring months make a step."""


def random(name: str) -> np.random.Generator:
    """A stream of its own for every series, so that adding one changes no other; named by its indicator first."""
    return np.random.default_rng([SEED, crc32(name.encode()), TAKES.get(name.split()[0], 0)])


def month_end(month: int) -> date:
    """Last day of a month counted from 1 (November 2023); 0 and below lie before the period."""
    year, index = divmod(FIRST_YEAR * 12 + FIRST_MONTH - 1 + month - 1, 12)
    return date(year, index + 1, monthrange(year, index + 1)[1])


def month_ends() -> list[date]:
    """The last day of each of the 36 months."""
    return [month_end(month) for month in range(1, MONTHS + 1)]


def quarter_ends() -> list[date]:
    """The last day of each of the twelve whole quarters in the period."""
    return [day for day in month_ends() if day.month % 3 == 0]


def published(day: date) -> date:
    """The day on which the pack of the month that ends on `day` came out."""
    return day + timedelta(days=DAYS_TO_PUBLISH)


def on_line(levels: Levels) -> np.ndarray:
    """The level of each month."""
    months, values = zip(*levels, strict=True)
    return np.interp(np.arange(1, MONTHS + 1), months, values)


def counts(rng: np.random.Generator, means: np.ndarray, seasonal: bool = True) -> np.ndarray:
    """Monthly counts: negative binomial, the variance a fixed multiple of the mean, with England's season."""
    season = np.array([SEASON[day.month - 1] for day in month_ends()]) if seasonal else 1.0
    expected = means * season
    return rng.negative_binomial(expected / (OVERDISPERSION - 1), 1 / OVERDISPERSION)


def clustered(rng: np.random.Generator, sizes: np.ndarray, percents: np.ndarray) -> np.ndarray:
    """How many of each size: binomial on half as many, since families and workers cluster."""
    halves = np.maximum(sizes // 2, 1)
    drawn = rng.binomial(halves, np.clip(percents, 0, 100) / 100) / halves
    return np.rint(drawn * sizes).astype(int)


def drifting(rng: np.random.Generator, levels: np.ndarray, step: float) -> np.ndarray:
    """A snapshot at month ends: small steps that pull back to the level, since the same children are counted."""
    away, found = 0.0, []
    for level in levels:
        away = 0.4 * away + rng.normal(0, step)
        found.append(level + away)
    return np.array(found)


def pick(rng: np.random.Generator, options: Sequence[str], weights: Sequence[float] | None = None) -> str:
    """One of the options, by weight."""
    shares = None if weights is None else np.array(weights) / sum(weights)
    return options[int(rng.choice(len(options), p=shares))]


def days(number: float) -> timedelta:
    """Whole days."""
    return timedelta(days=int(number))


def iso(day: date | None) -> str:
    """A date as the files write it; blank where there is none."""
    return "" if day is None else day.isoformat()
