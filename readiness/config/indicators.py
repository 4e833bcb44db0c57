"""Indicators as `config/indicators.yaml` describes them: what each measures, and how it earns points."""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from readiness.config.fields import Day, Flag, FrequencyName, Id, Model, Number, Positive, Text, UnitName


def _direction(values: tuple[float, ...]) -> int:
    """1 where the values rise at every step, -1 where they fall at every step, else 0."""
    steps = list(pairwise(values))
    return all(a < b for a, b in steps) - all(a > b for a, b in steps)


def _one_way(values: tuple[float, ...]) -> tuple[float, ...]:
    if _direction(values) == 0:
        raise ValueError("the five values should rise at every step, or fall at every step")
    return values


class ScaleEntry(Model):
    """Values at 0, 40, 60, 80 and 100 points, for figures known from `from_` on."""

    from_: Day = Field(alias="from")
    values: Annotated[tuple[Number, Number, Number, Number, Number], AfterValidator(_one_way)]


def _dated(scale: object) -> object:
    """A plain list of values as the one entry that always held."""
    if (
        scale
        and isinstance(scale, list | tuple)
        and not any(isinstance(each, Mapping | ScaleEntry) for each in scale)
    ):
        return ({"from": date.min, "values": scale},)
    return scale


def _in_order_of_date(entries: tuple[ScaleEntry, ...]) -> tuple[ScaleEntry, ...]:
    if not entries:
        raise ValueError("the scale should have five values, or an entry for each date")
    if len({entry.from_ for entry in entries}) < len(entries):
        raise ValueError("two entries of the scale have the same `from`; each should have its own")
    if len({_direction(entry.values) for entry in entries}) > 1:
        raise ValueError("every entry of the scale should go the same way, all rising or all falling")
    return tuple(sorted(entries, key=lambda entry: entry.from_))


Scale = Annotated[tuple[ScaleEntry, ...], AfterValidator(_in_order_of_date)]


def _weighed(criteria: object) -> object:
    """A plain list of criteria as a mapping of each to the weight 1."""
    if criteria is None:
        return {}
    if isinstance(criteria, list | tuple):
        return _listed_once(criteria)
    return criteria


def _listed_once(criteria: list[object] | tuple[object, ...]) -> dict[str, float]:
    ids = [each for each in criteria if isinstance(each, str)]
    if len(ids) < len(criteria):
        raise ValueError("criteria should be a list of ids, or a mapping of ids to weights")
    if len(set(ids)) < len(ids):
        raise ValueError("the same id is listed twice; each should stand once")
    return dict.fromkeys(ids, 1.0)


class Indicator(Model):
    """One measure. Without a scale it is context: charted, never scored.

    `fresh_days` overrides the days its frequency gives; `criteria` maps criterion or area ids to weights;
    `counts_children` says that its numerator (a count: the figure itself) is a number of children or young people.
    """

    id: Id
    title: Text
    short: Text | None = None
    definition: Text
    unit: UnitName
    frequency: FrequencyName
    fresh_days: Positive | None = None
    scale: Annotated[Scale | None, BeforeValidator(_dated)] = None
    scale_basis: Annotated[Text | None, Field(validate_default=True)] = None
    strand: Literal["performance", "voice"] = "performance"
    criteria: Annotated[Mapping[Id, Positive], BeforeValidator(_weighed)] = {}
    counts_children: Flag = False
    source: Text
    statutory: Text | None = None

    @field_validator("scale_basis")
    @classmethod
    def _scale_explained(cls, basis: str | None, info: ValidationInfo) -> str | None:
        # A scale that is wrong itself is absent from the data, and needs its basis all the same.
        if basis is None and info.data.get("scale", ...) is not None:
            raise PydanticCustomError("missing", "a scale should say where its values come from")
        return basis

    @property
    def label(self) -> str:
        """The short name where there is one, else the title."""
        return self.short or self.title

    @property
    def scored(self) -> bool:
        """Whether its figures earn points; without a scale they are context."""
        return self.scale is not None

    @property
    def higher_is_better(self) -> bool | None:
        """The polarity that the scale states; None for context."""
        return None if self.scale is None else _direction(self.scale[0].values) > 0
