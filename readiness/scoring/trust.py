"""The trust in every cell at every date: items enter when known, fade after `fresh`, leave at `until`.

All dates are computed at once and nothing is ever subtracted, so that a history equals scoring date by
date to the last digits: what is fresh is added up over the dates it is fresh at; what fades for ever
decays from date to date by a factor common to its cell; what fades and then ends is written out.
"""

from dataclasses import dataclass

import numpy as np

from readiness.config.models import STRANDS
from readiness.items import Items

PAIRS_AT_ONCE = 4_000_000
"""Fading items that end are written out as (item, date) pairs; so many at a time keeps memory bounded."""


@dataclass(frozen=True, slots=True, eq=False)
class CellSums:
    """Arrays of criteria x strands x dates. `trust` sums the items' trust, `points` trust x points, `items` counts."""

    trust: np.ndarray
    points: np.ndarray
    items: np.ndarray


def cell_sums(items: Items, criteria: int, dates: np.ndarray) -> CellSums:
    """Sums over the active items of each cell (criterion, strand) at each of the sorted integer `dates`."""
    spans = _Spans.of(items, dates)
    sums = np.zeros((2, criteria * len(STRANDS), len(dates)))
    _add_fresh(sums, items, spans)
    _add_fading_for_ever(sums, items, spans, dates)
    _add_fading_until_replaced(sums, items, spans, dates)
    shape = (criteria, len(STRANDS), len(dates))
    return CellSums(
        sums[0].reshape(shape), sums[1].reshape(shape), _counts(spans, sums.shape[1:]).reshape(shape)
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Spans:
    """Where each item stands among the dates: active from `start`, fading from `fade`, gone from `end`."""

    cell: np.ndarray
    start: np.ndarray
    fade: np.ndarray
    end: np.ndarray

    @classmethod
    def of(cls, items: Items, dates: np.ndarray) -> "_Spans":
        start = np.searchsorted(dates, items.known, side="left")
        end = np.searchsorted(dates, items.until, side="left")
        fade = np.searchsorted(dates.astype(float), items.known + items.fresh, side="right")
        return cls(
            items.criterion * len(STRANDS) + items.strand,
            start,
            np.clip(fade, start, np.maximum(start, end)),
            end,
        )


def _add_fresh(sums: np.ndarray, items: Items, spans: _Spans) -> None:
    """Items count in full while fresh; those of one cell with the same span are added up first."""
    chosen = np.flatnonzero(spans.start < spans.fade)
    many = sums.shape[2] + 1
    key = (spans.cell[chosen] * many + spans.start[chosen]) * many + spans.fade[chosen]
    keys, which = np.unique(key, return_inverse=True)
    cell, start, fade = keys // many // many, keys // many % many, keys % many
    pair, date = _each_date(start, fade)
    weight = items.weight[chosen]
    for total, amount in zip(sums, (weight, weight * items.points[chosen]), strict=True):
        _accumulate(total, cell[pair], date, np.bincount(which, amount, minlength=len(keys))[pair])


def _add_fading_for_ever(sums: np.ndarray, items: Items, spans: _Spans, dates: np.ndarray) -> None:
    """What never ends within the dates is carried from one to the next, fading by its half-life."""
    chosen = np.flatnonzero((spans.fade < spans.end) & (spans.end == len(dates)))
    first = spans.fade[chosen]
    half_lives, which = np.unique(items.half_life[chosen], return_inverse=True)
    keys, group = np.unique(spans.cell[chosen] * len(half_lives) + which, return_inverse=True)
    cell, half_life = keys // max(len(half_lives), 1), half_lives[keys % max(len(half_lives), 1)]
    trust = _faded(items, chosen, dates[first])
    entering = [np.zeros((len(keys), len(dates))) for _ in range(2)]
    for total, amount in zip(entering, (trust, trust * items.points[chosen]), strict=True):
        _accumulate(total, group, first, amount)
    factors = np.exp2(-np.diff(dates)[None, :] / half_life[:, None])
    for total, carried in zip(sums, entering, strict=True):
        for date in range(1, len(dates)):
            carried[:, date] += carried[:, date - 1] * factors[:, date - 1]
        np.add.at(total, cell, carried)


def _add_fading_until_replaced(sums: np.ndarray, items: Items, spans: _Spans, dates: np.ndarray) -> None:
    chosen = np.flatnonzero((spans.fade < spans.end) & (spans.end < len(dates)))
    pairs = np.cumsum(spans.end[chosen] - spans.fade[chosen])
    parts = np.searchsorted(pairs, np.arange(PAIRS_AT_ONCE, pairs[-1] if len(pairs) else 0, PAIRS_AT_ONCE))
    for part in np.split(chosen, parts):
        pair, date = _each_date(spans.fade[part], spans.end[part])
        trust = _faded(items, part[pair], dates[date])
        for total, amount in zip(sums, (trust, trust * items.points[part[pair]]), strict=True):
            _accumulate(total, spans.cell[part[pair]], date, amount)


def _faded(items: Items, chosen: np.ndarray, day: np.ndarray) -> np.ndarray:
    age = day - items.known[chosen] - items.fresh[chosen]
    return items.weight[chosen] * np.exp2(-age / items.half_life[chosen])


def _each_date(start: np.ndarray, end: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Every (span, date index) with start <= date < end: two arrays of equal length."""
    lengths = end - start
    span = np.repeat(np.arange(len(start)), lengths)
    return span, start[span] + np.arange(len(span)) - np.repeat(np.cumsum(lengths) - lengths, lengths)


def _accumulate(total: np.ndarray, row: np.ndarray, column: np.ndarray, amount: np.ndarray) -> None:
    flat = np.bincount(row * total.shape[1] + column, amount, minlength=total.size)
    total += flat.reshape(total.shape)


def _counts(spans: _Spans, shape: tuple[int, ...]) -> np.ndarray:
    cells, dates = shape
    active = spans.start < spans.end
    change = np.zeros((cells, dates + 1), dtype=np.int64)
    np.add.at(change, (spans.cell[active], spans.start[active]), 1)
    np.add.at(change, (spans.cell[active], spans.end[active]), -1)
    return np.cumsum(change, axis=1)[:, :dates]
