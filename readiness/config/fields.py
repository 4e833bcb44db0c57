"""The kinds of value that the YAML files hold: texts, ids, numbers, dates and the closed lists of words.

Numbers are strict: a number in quotes, or `yes` where a number belongs, is a mistake and not a guess.
"""

from datetime import date
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

GradeName = Literal["inadequate", "requires improvement", "good", "outstanding"]
StrandName = Literal["performance", "practice", "scrutiny", "voice", "improvement"]
UnitName = Literal["percent", "rate per 10,000", "rate per 1,000", "count", "days", "ratio", "score"]
FrequencyName = Literal["monthly", "quarterly", "annual"]

GRADES: tuple[GradeName, ...] = get_args(GradeName)
STRANDS: tuple[StrandName, ...] = get_args(StrandName)
UNITS: tuple[str, ...] = get_args(UnitName)
FREQUENCIES: tuple[str, ...] = get_args(FrequencyName)

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ID_LONGEST = 100
TEXT_LONGEST = 4000

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=ID_LONGEST)]
Text = Annotated[
    str, StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=TEXT_LONGEST)
]

Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Positive = Annotated[float, Field(strict=True, allow_inf_nan=False, gt=0)]
Points = Annotated[float, Field(strict=True, ge=0, le=100)]
Share = Annotated[float, Field(strict=True, ge=0, le=1)]
HowMany = Annotated[int, Field(strict=True, ge=1)]
Day = Annotated[date, Field(strict=True)]
Flag = Annotated[bool, Field(strict=True)]


def _empty_where_blank(value: object) -> object:
    return () if value is None else value


BLANK_IS_EMPTY = BeforeValidator(_empty_where_blank)
"""A list whose key has nothing after it (`criteria:`) is an empty list."""


class Model(BaseModel):
    """Base of every model of the configuration: frozen, and a key it does not know is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
