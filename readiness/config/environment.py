"""Settings given by environment variables, laid over those of `settings.yaml`."""

from collections.abc import Mapping
from dataclasses import replace

from readiness.config.scoring_rules import merged
from readiness.problems import Problem

ENVIRONMENT: Mapping[str, str] = {
    "READINESS_DATASET": "dataset",
    "READINESS_DATASETS": "datasets",
    "READINESS_DATA_DIR": "data_dir",
    "READINESS_NATIONAL": "national",
    "READINESS_SNAPSHOTS": "snapshots",
    "READINESS_TITLE": "branding.title",
    "READINESS_AUTHORITY": "branding.authority",
    "READINESS_ACCENT": "branding.accent",
    "READINESS_MARKING": "branding.marking",
    "READINESS_TEMPLATE": "pack.template",
    "READINESS_VIEWERS": "roles.viewer",
    "READINESS_EDITORS": "roles.editor",
    "READINESS_ADMINS": "roles.admin",
    "READINESS_WRITING": "writing",
}
"""The environment variable of every setting, and the key it stands for. Lists are parted by commas."""

LISTS = ("datasets", "roles.viewer", "roles.editor", "roles.admin")


def settings_given(environment: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """The variable and its text for every key that the environment sets; blank counts as not set."""
    return {
        key: (variable, environment[variable].strip())
        for variable, key in ENVIRONMENT.items()
        if environment.get(variable, "").strip()
    }


def overruled(data: object, variables: Mapping[str, tuple[str, str]]) -> object:
    """The values of the file with those of the environment in their place."""
    for key, (_, text) in variables.items():
        if isinstance(data, Mapping):
            data = merged(data, _nested(key, _parted(text) if key in LISTS else text))
    return data


def _parted(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _nested(key: str, value: object) -> object:
    for part in reversed(key.split(".")):
        value = {part: value}
    return value


def in_environment(problem: Problem, variables: Mapping[str, tuple[str, str]]) -> Problem:
    """The problem, with the variable in place of file and line where the environment gave the value."""
    for key, (variable, text) in variables.items():
        if problem.column == key or (problem.column or "").startswith(f"{key}."):
            return replace(problem, file="environment", line=None, column=variable, value=text)
    return problem
