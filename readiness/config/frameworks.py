"""Inspection frameworks as `config/frameworks/*.yaml` describe them: areas, criteria, rules and red lines.

Attribute names are the keys of the files, save `from_` for `from`.
"""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
    model_validator,
)

from readiness.config.fields import (
    BLANK_IS_EMPTY,
    Day,
    GradeName,
    Id,
    Model,
    Number,
    Positive,
    StrandName,
    Text,
)
from readiness.config.next_inspection import VisitRoute

AREA_REFERENCE = r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$"
AreaReference = Annotated[str, StringConstraints(pattern=AREA_REFERENCE, max_length=200)]
"""An area of another framework, as `framework/area`."""


def _in_words(given_id: str) -> str:
    return given_id.replace("-", " ").capitalize()


def _named_once(strands: tuple[str, ...] | None) -> tuple[str, ...] | None:
    if strands is not None and len(set(strands)) < len(strands):
        raise ValueError("the same strand is named twice; each should stand once")
    return strands


class InForce(Model):
    """The days a framework is in force, both included; `to` is None while it has not ended."""

    from_: Day = Field(alias="from")
    to: Day | None = None

    @field_validator("to")
    @classmethod
    def _ends_after_it_begins(cls, to: date | None, info: ValidationInfo) -> date | None:
        begins = info.data.get("from_")
        if to is not None and begins is not None and to < begins:
            raise ValueError("`to` should not be a day before `from`")
        return to


class Criterion(Model):
    """One theme of an area; `good` says in a sentence what good looks like."""

    id: Id
    title: Text
    good: Text
    weight: Positive = 1.0
    strands: Annotated[tuple[StrandName, ...] | None, AfterValidator(_named_once)] = None
    source: Text | None = None


class Area(Model):
    """One judgement area. `continues` names the older areas (`framework/area`) whose judgements count."""

    id: Id
    title: Text
    short: Text | None = None
    continues: Annotated[tuple[AreaReference, ...], BLANK_IS_EMPTY] = ()
    criteria: Annotated[tuple[Criterion, ...], BLANK_IS_EMPTY]

    @property
    def label(self) -> str:
        """The short name where there is one, else the title."""
        return self.short or self.title


class Limit(Model):
    """A rule of overall effectiveness: any of these areas at or below a grade gives this grade overall."""

    areas: tuple[Id, ...]
    any_at_or_below: GradeName
    gives: GradeName


class Overall(Model):
    """An overall judgement. The first limit that applies decides; else the lower median, or the lowest."""

    title: Text = "Overall effectiveness"
    limits: Annotated[tuple[Limit, ...], BLANK_IS_EMPTY] = ()
    otherwise: Literal["median", "lowest"] = "median"


class RedLine(Model):
    """A figure that must not be crossed: strictly over `above` or under `below`, in the indicator's unit."""

    id: Id
    title: Text
    area: Id
    indicator: Id
    above: Number | None = None
    below: Annotated[Number | None, Field(validate_default=True)] = None
    caps_at: GradeName

    @model_validator(mode="before")
    @classmethod
    def _titled(cls, given: object) -> object:
        if isinstance(given, Mapping) and "title" not in given and isinstance(given.get("id"), str):
            return {**given, "title": _in_words(given["id"])}
        return given

    @field_validator("below")
    @classmethod
    def _one_limit(cls, below: float | None, info: ValidationInfo) -> float | None:
        # `above` is absent from the data where it is wrong itself, which is said already.
        if "above" in info.data and (info.data["above"] is None) == (below is None):
            raise ValueError("exactly one of `above` and `below` should be given")
        return below


class PreInspectionItem(Model):
    """One thing to hand over before an inspection. Only the id is fixed; the other keys are free."""

    model_config = ConfigDict(extra="allow")

    id: Id


class Framework(Model):
    """An inspection framework: areas and criteria in the official order, and the rules that go with them."""

    id: Id
    title: Text
    inspectorate: Text
    in_force: InForce
    source: Text
    areas: Annotated[tuple[Area, ...], BLANK_IS_EMPTY]
    overall: Overall | None = None
    red_lines: Annotated[tuple[RedLine, ...], BLANK_IS_EMPTY] = ()
    visits: Annotated[tuple[Mapping[str, Any], ...], BLANK_IS_EMPTY] = ()
    next_inspection: Annotated[tuple[VisitRoute, ...], BLANK_IS_EMPTY] = ()
    timetable: Annotated[tuple[Mapping[str, Any], ...], BLANK_IS_EMPTY] = ()
    pre_inspection_items: Annotated[tuple[PreInspectionItem, ...], BLANK_IS_EMPTY] = ()

    @property
    def ids(self) -> frozenset[str]:
        """Every area id and criterion id: within a framework they are one namespace."""
        return frozenset(one for area in self.areas for one in (area.id, *(c.id for c in area.criteria)))
