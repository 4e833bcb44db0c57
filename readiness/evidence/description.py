"""What a dataset says of itself: `dataset.yaml`."""

from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import Field, ValidationError, field_validator, model_validator

from readiness.config.fields import BLANK_IS_EMPTY, Day, Model, StrandName, Text
from readiness.config.messages import problems_with
from readiness.config.models import Config
from readiness.config.places import YamlSource
from readiness.config.yaml_source import read_yaml
from readiness.evidence.nearest import did_you_mean
from readiness.problems import Code, UserError

FILE = "dataset.yaml"


class Authority(Model):
    """The authority that a dataset is about."""

    name: Text
    ons_code: Text | None = None
    region: Text | None = None
    type: Text | None = None


class NextInspection(Model):
    """When the next inspection may come, both days included; overrides the computed window.

    `published` is the day from which it could be known; None: it always could. `source` says who foresees it.
    """

    from_: Day = Field(alias="from")
    to: Day
    published: Day | None = None
    source: Text | None = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> "NextInspection":
        if self.to < self.from_:
            raise ValueError("`to` should not be a day before `from`")
        return self


class DatasetDescription(Model):
    """`kind` says whether the figures are published, made up or the authority's own, live.

    `framework` is shown first (None: the one in force); `strands` are those it can hold evidence of;
    `comparators` are names as they stand in comparators.csv, in order of interest.
    """

    title: Text
    kind: Literal["published", "synthetic", "live"]
    authority: Authority
    description: Text | None = None
    framework: Text | None = None
    strands: tuple[StrandName, ...] = get_args(StrandName)
    comparators: Annotated[tuple[Text, ...], BLANK_IS_EMPTY] = ()
    next_inspection: NextInspection | None = None
    source: Text | None = None
    licence: Text | None = None

    @field_validator("strands", mode="before")
    @classmethod
    def _all_where_none_is_named(cls, strands: object) -> object:
        return get_args(StrandName) if strands is None or strands == () else strands


def read_description(folder: Path, config: Config) -> DatasetDescription:
    """What the dataset in `folder` says of itself.

    Raises UserError with every problem where the folder or the file is missing, unreadable or wrong.
    """
    source = read_yaml(folder / FILE, FILE)
    if source.data is None and not source.problems:
        source.add(Code.YAML_SYNTAX, "the file is empty; title, kind and authority are needed", 1)
    if not folder.is_dir():
        source.problems.clear()
        source.add(Code.FILE_MISSING, f"there is no dataset folder {folder}", value=folder.name)
    description = _checked(source) if source.data is not None else None
    if description is not None:
        _check_framework(description, source, config)
    if source.problems or description is None:
        raise UserError(source.problems)
    return description


def _checked(source: YamlSource) -> DatasetDescription | None:
    try:
        return DatasetDescription.model_validate(source.data, by_alias=True, by_name=False)
    except ValidationError as error:
        source.problems += problems_with(error, DatasetDescription, source)
        return None


def _check_framework(description: DatasetDescription, source: YamlSource, config: Config) -> None:
    named = description.framework
    if named is not None and named not in config.frameworks:
        known = ", ".join(sorted(config.frameworks))
        message = f"unknown framework.{did_you_mean(named, config.frameworks)} Configured: {known}"
        source.problems.append(source.problem_at(("framework",), Code.UNKNOWN_REFERENCE, message))
