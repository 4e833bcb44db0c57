"""What the score was worth against Ofsted's judgements, as `tools/score_worth.py` measured it and shipped it.

A *pair* is two judgements, one Good or better and one not; a measure of pairs says in how many of 100 the figure
put the right one higher: 100 always, 50 as a coin would (100 times the area under the receiver operating
characteristic curve). Every estimate has a 95% interval that allows for one authority being judged repeatedly.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from readiness.config.models import GRADES

FOLDER = Path(__file__).parent
EVERY_AREA = "every area"
WHOLE = "2018-2026"
SHOWN, HELD = "shown", "any evidence"
"""Which judgements count: those for which a page would have shown a number, or all with both kinds of evidence."""
COIN = 0.5
PAIRS_SHOWN, DIFFERENCE_SHOWN = 2, 3
"""Decimals: pairs are shown as whole numbers in 100, differences with one decimal more."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A measure with its 95% interval (shares and pairs 0 to 1), over so many judgements of so many authorities."""

    value: float
    low: float
    high: float
    judgements: int
    authorities: int

    def beyond(self, neutral: float, decimals: int) -> int:
        """1 where the whole interval lies above `neutral`, -1 where below, 0 where it can't be told apart.

        Compared as shown, so rounded to so many decimals: what reads as 50 is not called more than 50.
        """
        return (round(self.low, decimals) > neutral) - (round(self.high, decimals) < neutral)


@dataclass(frozen=True, slots=True)
class AreaTested:
    """One judgement area, or all together: what was judged, on how many a page would have shown a number.

    `performance_weight` is the median part of the score (0 to 1) that came from indicators, `previous_years_old`
    the median age of the judgement before, both of those shown.
    """

    id: str
    title: str
    judgements: int
    both_kinds: int
    shown: int
    performance_weight: float
    previous_years_old: float


@dataclass(frozen=True, slots=True)
class BandFollowed:
    """What was judged where the score lay in a band: `given` counts by grade, `good` the share Good or better."""

    area: str
    band: str
    given: Mapping[str, int]
    good: Estimate


@dataclass(frozen=True, slots=True)
class IndicatorWorth:
    """One published indicator by itself against the judgement of an area that it feeds, in pairs."""

    indicator: str
    area: str
    scored: bool
    pairs: Estimate
    stands_out: bool


@dataclass(frozen=True, slots=True)
class AlternativeWorth:
    """Another way to score in one period: its pairs, and the difference from the score as shipped."""

    id: str
    what: str
    period: str
    pairs: Estimate
    difference: Estimate


@dataclass(frozen=True, slots=True)
class Miss:
    """A judgement that the score had most wrong, with what was known on the day before the inspection."""

    name: str
    area: str
    as_at: date
    given: str
    score: float
    indicative: str
    performance: float
    previous: str
    previous_published: date | None


Key = tuple[str, str, str, str, str, str]
"""Which judgements count, which scales, period, area, evidence, measure."""


@dataclass(frozen=True, slots=True)
class Worth:
    """Everything measured. `about` says from when to when, of how many, with which seed."""

    about: Mapping[str, str]
    areas: tuple[AreaTested, ...]
    measures: Mapping[Key, Estimate]
    bands: tuple[BandFollowed, ...]
    indicators: tuple[IndicatorWorth, ...]
    alternatives: tuple[AlternativeWorth, ...]
    misses: tuple[Miss, ...]

    def pairs(
        self, evidence: str, area: str = EVERY_AREA, period: str = WHOLE, counted: str = SHOWN
    ) -> Estimate | None:
        """How often a kind of evidence put the right one of a pair higher; None where there were too few to say."""
        return self.measure(evidence, "auc", area, period, counted=counted)

    def measure(
        self,
        evidence: str,
        measure: str,
        area: str = EVERY_AREA,
        period: str = WHOLE,
        scales: str = "as shipped",
        counted: str = SHOWN,
    ) -> Estimate | None:
        """One measure; None where it is not among those kept."""
        return self.measures.get((counted, scales, period, area, evidence, measure))

    def area(self, area_id: str) -> AreaTested:
        """What was tested of one area. Raises KeyError where it was not."""
        for area in self.areas:
            if area.id == area_id:
                return area
        raise KeyError(area_id)


@lru_cache(maxsize=1)
def read_worth(folder: Path = FOLDER) -> Worth:
    """The measurements as shipped. Raises FileNotFoundError where a file of the folder is missing."""
    return Worth(
        about={row["name"]: row["value"] for row in _rows(folder, "about")},
        areas=tuple(_area(row) for row in _rows(folder, "areas")),
        measures={_key(row): _estimate(row) for row in _rows(folder, "measures")},
        bands=tuple(_band(row) for row in _rows(folder, "bands")),
        indicators=tuple(_indicator(row) for row in _rows(folder, "indicators")),
        alternatives=tuple(_alternative(row) for row in _rows(folder, "alternatives")),
        misses=tuple(_miss(row) for row in _rows(folder, "misses")),
    )


Row = Mapping[str, str]


def _rows(folder: Path, name: str) -> Iterator[Row]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _estimate(row: Row, prefix: str = "") -> Estimate:
    names = (prefix or "estimate", f"{prefix}_low".lstrip("_"), f"{prefix}_high".lstrip("_"))
    return Estimate(*(float(row[name]) for name in names), int(row["judgements"]), int(row["authorities"]))


def _key(row: Row) -> Key:
    return row["counted"], row["scales"], row["period"], row["area"], row["evidence"], row["measure"]


def _area(row: Row) -> AreaTested:
    return AreaTested(
        row["area"],
        row["title"],
        int(row["judgements"]),
        int(row["both_kinds"]),
        int(row["shown"]),
        float(row["performance_weight"]),
        float(row["previous_years_old"]),
    )


def _band(row: Row) -> BandFollowed:
    return BandFollowed(
        row["area"], row["band"], {grade: int(row[grade]) for grade in GRADES}, _estimate(row)
    )


def _indicator(row: Row) -> IndicatorWorth:
    return IndicatorWorth(
        row["indicator"], row["area"], row["kind"] == "scored", _estimate(row), row["stands_out"] == "True"
    )


def _alternative(row: Row) -> AlternativeWorth:
    return AlternativeWorth(
        row["alternative"], row["what"], row["period"], _estimate(row), _estimate(row, "difference")
    )


def _miss(row: Row) -> Miss:
    published = row["previous_published"]
    return Miss(
        row["name"],
        row["area"],
        date.fromisoformat(row["as_at"]),
        row["given"],
        float(row["score"]),
        row["indicative"],
        float(row["performance"]),
        row["previous"],
        date.fromisoformat(published) if published else None,
    )
