"""Indicators: which observation of each was current when, and the points it earns on its scale (scoring.md 3.1)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from readiness.config.models import Config, Indicator, Scoring
from readiness.dates import NEVER, day_number
from readiness.items.columns import Floats, Ints, Items, by_word, days, item_columns, joined
from readiness.items.lookup import Lookup

MARKS = (0.0, 40.0, 60.0, 80.0, 100.0)
"""The points that the five values of a scale are worth."""


@dataclass(frozen=True, slots=True, eq=False)
class CurrentObservations:
    """For each indicator the observation that was current, and from when until when (3.1).

    `indicator` holds codes into the rows' categories; `row` positions in the observations table.
    """

    row: Ints
    indicator: Ints
    known: Ints
    until: Ints


def current_observations(rows: pd.DataFrame) -> CurrentObservations:
    """Which whole-authority figure was current when: latest period, then last published, then later row.

    Rows without a figure and disputed ones are never current. `until` is NEVER for the last.
    """
    figures = np.flatnonzero(_is_scored(rows))
    indicator, period, known = (rows[name].iloc[figures] for name in ("indicator", "period_end", "known"))
    indicator, period, known = np.asarray(indicator.cat.codes, dtype=np.int64), days(period), days(known)
    rank = np.empty(len(figures), dtype=np.int64)
    rank[np.lexsort((figures, known, period))] = np.arange(len(figures))
    order = np.lexsort((rank, known, indicator))
    row, indicator, known, rank = figures[order], indicator[order], known[order], rank[order]
    best = np.maximum.accumulate(rank + indicator * (len(figures) + 1)) - indicator * (len(figures) + 1)
    leads = np.flatnonzero(best == rank)  # takes the place of whatever was current before it
    row, indicator, known = row[leads], indicator[leads], known[leads]
    until = np.append(known, NEVER)[1:]
    until[np.append(indicator[1:] != indicator[:-1], True)[: len(until)]] = NEVER
    lasts = until > known  # of several known on one day, the last holds
    return CurrentObservations(row[lasts], indicator[lasts], known[lasts], until[lasts])


def _is_scored(rows: pd.DataFrame) -> np.ndarray:
    whole = (rows["team"].cat.codes < 0) & (rows["group"].cat.codes < 0)
    disputed = by_word(rows["reliability"], {"disputed": 1.0}) == 1.0
    return np.asarray(whole) & ~np.isnan(rows["figure"].to_numpy()) & ~disputed


def performance_items(rows: pd.DataFrame, config: Config, lookup: Lookup) -> Items:
    """Items of the current observations of every scored indicator, on each criterion it is mapped to."""
    current = current_observations(rows)
    figures = rows["figure"].to_numpy(dtype=float)
    share = by_word(rows["reliability"], {"doubtful": config.scoring.weights.doubtful})
    half_life = config.scoring.strands["performance"].half_life_days
    parts = []
    for code, indicator_id in enumerate(rows["indicator"].cat.categories):
        indicator = config.indicators[indicator_id]
        mine = np.flatnonzero(current.indicator == code)
        mapping = lookup.mapping(indicator)
        if not indicator.scored or not len(mine) or not mapping:
            continue
        row, known, until = current.row[mine], current.known[mine], current.until[mine]
        trust = np.where(np.isnan(share[row]), 1.0, share[row])
        parts.append(
            item_columns(
                criterion=np.repeat(list(mapping), len(mine)),
                strand=indicator.strand,
                known=np.tile(known, len(mapping)),
                until=np.tile(until, len(mapping)),
                points=np.tile(points_on_scale(indicator, figures[row], known), len(mapping)),
                weight=np.repeat(list(mapping.values()), len(mine)) * np.tile(trust, len(mapping)),
                fresh=fresh_days(indicator, config.scoring),
                half_life=half_life,
                table="observations",
                row=np.tile(row, len(mapping)),
            )
        )
    return joined(parts)


def fresh_days(indicator: Indicator, scoring: Scoring) -> float:
    """For how many days an observation of this indicator counts in full."""
    if indicator.fresh_days is not None:
        return float(indicator.fresh_days)
    return float(scoring.strands["performance"].fresh_days[indicator.frequency])


def points_on_scale(indicator: Indicator, figures: Floats, known: Ints) -> Floats:
    """Points 0 to 100 of figures on the scale that was in use on the day each was known."""
    points = np.empty(len(figures))
    entries = sorted(indicator.scale or (), key=lambda entry: entry.from_)
    begins = [day_number(entry.from_) for entry in entries]
    newest = np.maximum(np.searchsorted(begins, known, side="right") - 1, 0)  # none begun yet: the oldest
    for index, entry in enumerate(entries):
        chosen = newest == index
        points[chosen] = _interpolate(figures[chosen], entry.values)
    return points


def figure_on_scale(indicator: Indicator, points: float, known: int) -> float:
    """The figure worth these points (0 to 100) on the scale in use on a day; the inverse of `points_on_scale`.

    Raises IndexError for an indicator without a scale.
    """
    entries = sorted(indicator.scale or (), key=lambda entry: entry.from_)
    begun = [entry for entry in entries if day_number(entry.from_) <= known]
    return float(np.interp(points, MARKS, (begun or entries[:1])[-1].values))


def _interpolate(figures: Floats, scale: Sequence[float]) -> Floats:
    if scale[0] > scale[-1]:
        return np.interp(figures, scale[::-1], MARKS[::-1])
    return np.interp(figures, scale, MARKS)
