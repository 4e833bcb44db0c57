"""The rules that raise lines of enquiry: which questions an inspector would likely ask, when, and in which words.

`EnquiryFile()` holds the rules as shipped in `enquiry.yaml`, which names no dataset and no area.
"""

from collections.abc import Mapping
from string import Formatter
from typing import Annotated, Literal, get_args

from pydantic import Field, ValidationInfo, field_validator, model_validator

from readiness.config.enquiry_rules import SHIPPED
from readiness.config.fields import BLANK_IS_EMPTY, Flag, HowMany, Id, Model, Points, Positive, Share, Text

EnquiryKind = Literal[
    "not made safe",
    "red line",
    "not known",
    "repeat finding",
    "out of control",
    "self-evaluation higher",
    "closed without impact",
    "overdue",
    "weak",
    "contradictory",
    "target missed",
    "single source",
    "stale",
    "no evidence",
]
KINDS: tuple[EnquiryKind, ...] = get_args(EnquiryKind)

NUMBERS: Mapping[str, Mapping[str, float]] = {
    "repeat finding": {"reports": 2},
    "overdue": {"days": 90},
    "weak": {"below": 50},
    "contradictory": {"points": 30, "coverage": 0.25},
    "stale": {"days": 365},
}
"""The numbers that a kind of rule uses, and what each is where a rule leaves it out. Other kinds use none."""

ABOUT = ("area", "criterion")
PLACEHOLDERS: Mapping[str, tuple[str, ...]] = {
    "not made safe": ("area",),
    "red line": ("area", "line"),
    "not known": ("area", "line"),
    "repeat finding": (*ABOUT, "years", "reports"),
    "out of control": (*ABOUT, "indicator"),
    "self-evaluation higher": (*ABOUT, "ours", "evidence"),
    "contradictory": (*ABOUT, "high", "low"),
    "target missed": (*ABOUT, "indicator"),
    "single source": (*ABOUT, "source"),
    "stale": (*ABOUT, "newest"),
}
"""What may stand in braces in the question of a kind, and is filled in; `area` and `criterion` where not named here."""
TOGETHER = ("area", "number", "themes")
"""What may stand in braces in a question about several themes of an area together."""


class EnquiryRule(Model):
    """One rule. Its numbers are those of `NUMBERS` for its kind; the others are None."""

    id: Id
    title: Text
    kind: EnquiryKind
    question: Text
    together: Text | None = None
    together_from: HowMany | None = None
    asked: Flag = True
    areas: Annotated[tuple[Id, ...], BLANK_IS_EMPTY] = ()
    reports: HowMany | None = None
    days: Positive | None = None
    below: Points | None = None
    points: Points | None = None
    coverage: Share | None = None

    @field_validator("question", "together")
    @classmethod
    def _only_known_placeholders(cls, text: str | None, info: ValidationInfo) -> str | None:
        if text is not None and "kind" in info.data:
            known = PLACEHOLDERS.get(info.data["kind"], ABOUT) if info.field_name == "question" else TOGETHER
            for named in placeholders(text):
                if named not in known:
                    raise ValueError(
                        f"nothing is known to fill in for {{{named}}}; possible here: "
                        f"{', '.join(f'{{{each}}}' for each in known)}"
                    )
        return text

    @field_validator("reports", "days", "below", "points", "coverage")
    @classmethod
    def _only_numbers_in_use(cls, number: float | None, info: ValidationInfo) -> float | None:
        kind = info.data.get("kind")
        if number is not None and kind is not None and info.field_name not in NUMBERS.get(kind, {}):
            raise ValueError(f"a rule of the kind `{kind}` does not use this number")
        return number

    @model_validator(mode="after")
    def _both_or_neither(self) -> "EnquiryRule":
        if (self.together is None) != (self.together_from is None):
            raise ValueError("`together` and `together_from` should both be given, or neither")
        return self

    def number(self, name: str) -> float:
        """A number that this kind uses, as given or as shipped."""
        given = getattr(self, name)
        return NUMBERS[self.kind][name] if given is None else given


class EnquiryFile(Model):
    """What `enquiry.yaml` says: the rules in the order of their gravity. What is left out is as shipped."""

    rules: Annotated[tuple[EnquiryRule, ...], BLANK_IS_EMPTY] = Field(default_factory=lambda: _shipped())


def _shipped() -> tuple[EnquiryRule, ...]:
    return tuple(EnquiryRule.model_validate(rule) for rule in SHIPPED)


def placeholders(text: str) -> tuple[str, ...]:
    """The names in braces in a text. Raises ValueError where a brace is left open, or holds more than a name."""
    wrong = ValueError("braces should hold one name and nothing else, such as {criterion}")
    try:
        parts = [part[1:] for part in Formatter().parse(text) if part[1] is not None]
    except ValueError:
        raise wrong from None
    if any(form or conversion or not str(name).isidentifier() for name, form, conversion in parts):
        raise wrong
    return tuple(str(name) for name, _, _ in parts)
