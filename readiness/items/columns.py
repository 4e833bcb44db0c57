"""Evidence items as columns: one numpy array per field, because a dataset may make hundreds of thousands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import pandas as pd

from readiness.config.models import STRANDS, Scoring

SOURCES = ("observations", "audits", "judgements", "findings", "feedback", "action_updates", "actions")
"""The tables that make items; `Items.table` indexes this."""

Ints = np.ndarray
Floats = np.ndarray

NO_DAY = int(np.datetime64("NaT").astype(np.int64))
"""How a blank date reads as an integer day."""


@dataclass(frozen=True, slots=True, eq=False)
class Items:
    """Evidence items as columns of equal length.

    `known` and `until` are days; `fresh` and `half_life` are in days (`fresh` infinite: does not age);
    `table` indexes SOURCES and `row` the used rows of that table.
    """

    criterion: Ints
    strand: Ints
    known: Ints
    until: Ints
    points: Floats
    weight: Floats
    fresh: Floats
    half_life: Floats
    table: Ints
    row: Ints

    def __len__(self) -> int:
        return len(self.known)

    def active(self, day: int) -> np.ndarray:
        """A mask of the items active on a day: known by then, and not yet replaced or ended."""
        return (self.known <= day) & (day < self.until)

    def trust(self, day: int) -> Floats:
        """How far each item can be trusted on a day; 0 where it is not active."""
        faded = np.maximum(day - self.known - self.fresh, 0.0)
        return np.where(self.active(day), self.weight * np.exp2(-faded / self.half_life), 0.0)


def strand_items(
    strand: str,
    scoring: Scoring,
    *,
    criterion: Ints,
    known: Ints,
    until: Ints | int,
    points: Floats,
    weight: Floats | float,
    table: str,
    row: Ints,
) -> Items:
    """Items of one strand, which stay fresh and fade by that strand's rules."""
    rules = scoring.strands[strand]
    return item_columns(
        criterion=criterion,
        strand=strand,
        known=known,
        until=until,
        points=points,
        weight=weight,
        fresh=rules.fresh_days,
        half_life=rules.half_life_days,
        table=table,
        row=row,
    )


def item_columns(
    *,
    criterion: Ints,
    strand: str,
    known: Ints,
    until: Ints | int,
    points: Floats,
    weight: Floats | float,
    fresh: float,
    half_life: float,
    table: str,
    row: Ints,
) -> Items:
    """Items from columns, and from single values that hold for every one of them."""
    size = len(known)
    return Items(
        criterion=_whole(criterion, size),
        strand=_whole(STRANDS.index(strand), size),
        known=_whole(known, size),
        until=_whole(until, size),
        points=_parts(points, size),
        weight=_parts(weight, size),
        fresh=_parts(fresh, size),
        half_life=_parts(half_life, size),
        table=_whole(SOURCES.index(table), size),
        row=_whole(row, size),
    )


def _whole(values: Ints | int, size: int) -> Ints:
    return np.array(np.broadcast_to(np.asarray(values, dtype=np.int64), (size,)))


def _parts(values: Floats | float, size: int) -> Floats:
    return np.array(np.broadcast_to(np.asarray(values, dtype=float), (size,)))


def joined(parts: Sequence[Items]) -> Items:
    """Several sets of items as one; none at all is a set without items."""
    every = [*parts, NOTHING]
    return Items(
        **{
            field.name: np.concatenate([getattr(part, field.name) for part in every])
            for field in fields(Items)
        }
    )


NOTHING = Items(*[np.empty(0, np.int64)] * 4, *[np.empty(0)] * 4, *[np.empty(0, np.int64)] * 2)


def by_word(column: pd.Series, numbers: Mapping[Any, float]) -> Floats:
    """What each word of a column stands for; NaN for a blank, and for a word that stands for nothing."""
    of_category = [numbers.get(word, np.nan) for word in column.cat.categories]
    return np.array([*of_category, np.nan])[column.cat.codes]  # a blank has the code -1: the last of these


def days(column: pd.Series) -> Ints:
    """A column of dates as integer days; a blank is NO_DAY."""
    return column.to_numpy(dtype="datetime64[s]").astype("datetime64[D]").astype(np.int64)
