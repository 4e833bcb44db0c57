"""A configuration folder to a checked `Config`, or every mistake of every file at once."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import BaseModel, ValidationError

from readiness.config.charts import Charts
from readiness.config.enquiry import EnquiryFile
from readiness.config.environment import in_environment, overruled, settings_given
from readiness.config.fields import BLANK_IS_EMPTY, Model
from readiness.config.meeting import Meeting
from readiness.config.messages import problems_with
from readiness.config.models import Config, Framework, Indicator, Scoring, Settings
from readiness.config.places import YamlSource
from readiness.config.references import (
    chart_problems,
    enquiry_problems,
    reference_problems,
    safety_problems,
)
from readiness.config.safety import Safety
from readiness.config.yaml_source import read_yaml
from readiness.problems import Code, Problem, UserError

Checked = TypeVar("Checked", bound=BaseModel)


class IndicatorFile(Model):
    """What `indicators.yaml` holds."""

    indicators: Annotated[tuple[Indicator, ...], BLANK_IS_EMPTY]


def load_config(folder: Path, environment: Mapping[str, str] | None = None) -> Config:
    """Everything that the YAML files of `folder` say.

    `frameworks/*.yaml` (one at least) and `indicators.yaml` are needed; `scoring.yaml`, `charts.yaml`,
    `safety.yaml`, `enquiry.yaml`, `meeting.yaml` and `settings.yaml` are not. Settings may be overruled by
    `environment` (default: the process's own). Raises UserError with every problem of every file.
    """
    problems: list[Problem] = []
    framework_sources = _framework_sources(folder, problems)
    indicator_source = _needed(read_yaml(folder / "indicators.yaml", "indicators.yaml"))
    frameworks = [_checked(Framework, source, problems) for source in framework_sources]
    indicators = _checked(IndicatorFile, indicator_source, problems)
    scoring = _checked(Scoring, _optional(folder, "scoring.yaml"), problems)
    chart_source = _optional(folder, "charts.yaml")
    charts = _checked(Charts, chart_source, problems)
    safety_source = _optional(folder, "safety.yaml")
    safety = _checked(Safety, safety_source, problems)
    enquiry_source = _optional(folder, "enquiry.yaml")
    enquiry = _checked(EnquiryFile, enquiry_source, problems)
    meeting = _checked(Meeting, _optional(folder, "meeting.yaml"), problems)
    settings = _settings(_optional(folder, "settings.yaml"), environment, problems)
    problems += _untold(reference_problems(framework_sources, indicator_source), problems)
    problems += _untold(chart_problems(chart_source, indicator_source), problems)
    problems += _untold(safety_problems(safety_source, indicator_source), problems)
    problems += _untold(enquiry_problems(enquiry_source, framework_sources), problems)
    if (
        problems
        or indicators is None
        or scoring is None
        or charts is None
        or safety is None
        or enquiry is None
        or meeting is None
        or settings is None
    ):
        raise UserError(sorted(dict.fromkeys(problems), key=_reading_order))
    return Config(
        frameworks={one.id: one for one in frameworks if one is not None},
        indicators={one.id: one for one in indicators.indicators},
        scoring=scoring,
        settings=settings,
        folder=folder,
        charts=charts,
        safety=safety,
        enquiry=enquiry,
        meeting=meeting,
    )


def _framework_sources(folder: Path, problems: list[Problem]) -> list[YamlSource]:
    paths = sorted(path for path in folder.glob("frameworks/*") if _is_yaml(path))
    if not paths:
        message = "at least one framework is needed, such as frameworks/ilacs-2026.yaml"
        problems.append(Problem("frameworks", None, None, None, message, Code.FILE_MISSING))
    return [_needed(read_yaml(path, f"frameworks/{path.name}")) for path in paths]


def _is_yaml(path: Path) -> bool:
    return path.suffix in (".yaml", ".yml") and not path.name.startswith(".")


def _needed(source: YamlSource) -> YamlSource:
    """The source, with a problem where it says nothing."""
    if source.data is None and not source.problems:
        source.add(Code.YAML_SYNTAX, "the file is empty", 1)
    return source


def _optional(folder: Path, file: str) -> YamlSource:
    """A file that may be absent or say nothing: all of it has defaults."""
    source = read_yaml(folder / file, file) if (folder / file).exists() else YamlSource(file)
    if source.data is None and not source.problems:
        source.data = {}
    return source


def _checked(model: type[Checked], source: YamlSource, problems: list[Problem]) -> Checked | None:
    """The model of a file, or None, with what is wrong with the file added to the problems."""
    problems += source.problems
    if source.data is None:
        return None
    try:
        # The attribute names of the code (`from_`) are no keys of the files.
        return model.model_validate(source.data, by_alias=True, by_name=False)
    except ValidationError as error:
        problems += problems_with(error, model, source)
        return None


def _settings(
    source: YamlSource, environment: Mapping[str, str] | None, problems: list[Problem]
) -> Settings | None:
    """The settings of the file with the environment's laid over them; problems name the variable."""
    variables = settings_given(os.environ if environment is None else environment)
    source.data = overruled(source.data, variables)
    found: list[Problem] = []
    settings = _checked(Settings, source, found)
    problems += [in_environment(problem, variables) for problem in found]
    return settings


def _untold(found: list[Problem], problems: list[Problem]) -> list[Problem]:
    """The problems found, less those with a value that has been called wrong already."""
    told = {(problem.file, problem.line, problem.column) for problem in problems}
    return [one for one in found if (one.file, one.line, one.column) not in told]


def _reading_order(problem: Problem) -> tuple[str, bool, int, str]:
    return problem.file, problem.line is None, problem.line or 0, problem.column or ""
