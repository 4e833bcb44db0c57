"""Which kind of inspection comes next and when, as `next_inspection` of a framework file says it."""

from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from readiness.config.fields import BLANK_IS_EMPTY, GradeName, HowMany, Id, Model


class Condition(Model):
    """So many of these areas (`minimum`; all where not given) were last judged at or over, or under, a grade.

    `areas` are areas of the framework, or `overall`. An area that nobody has judged fulfils nothing.
    """

    areas: Annotated[tuple[Id, ...], Field(min_length=1)]
    minimum: HowMany | None = None
    at_least: GradeName | None = None
    at_or_below: Annotated[GradeName | None, Field(validate_default=True)] = None

    @field_validator("at_or_below")
    @classmethod
    def _one_grade(cls, at_or_below: str | None, info: ValidationInfo) -> str | None:
        # `at_least` is absent from the data where it is wrong itself, which is said already.
        if "at_least" in info.data and (info.data["at_least"] is None) == (at_or_below is None):
            raise ValueError("exactly one of `at_least` and `at_or_below` should be given")
        return at_or_below


class Window(Model):
    """Months after the first day of the last graded inspection between which the next one begins."""

    from_months: HowMany
    to_months: HowMany

    @field_validator("to_months")
    @classmethod
    def _ends_after_it_begins(cls, to: int, info: ValidationInfo) -> int:
        if to < info.data.get("from_months", to):
            raise ValueError("`to_months` should not be less than `from_months`")
        return to


class VisitRoute(Model):
    """One way to the next graded inspection: taken where all of `when` holds; without a window none is worked out."""

    visit: Id
    when: Annotated[tuple[Condition, ...], BLANK_IS_EMPTY] = ()
    window: Window | None = None
