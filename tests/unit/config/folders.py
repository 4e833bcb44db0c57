"""Small configuration folders for tests: a minimal right one, and ways to make it wrong."""

from pathlib import Path

import pytest

from readiness.config.load import load_config
from readiness.config.models import Config
from readiness.problems import Problem, UserError

FRAMEWORK = """\
id: local-2025
title: A local practice framework
inspectorate: The authority itself
in_force: {from: 2025-01-01}
source: Local practice framework, first edition, 2025
areas:
  - id: help
    title: Help for families
    criteria:
      - id: front-door
        title: Front door
        good: Contacts are decided within a day.
"""

INDICATORS = """\
indicators:
  - id: re-referrals
    title: Re-referrals within 12 months
    definition: Referrals within 12 months of another, of all referrals
    unit: percent
    frequency: annual
    scale: [35, 26, 21, 17, 12]
    scale_basis: spread of authorities
    criteria: [front-door]
    source: CIN census
"""


def write(folder: Path, **files: str) -> Path:
    """The minimal folder, with the files given by name (`framework`, `indicators`, ...) in it."""
    named = {"framework": FRAMEWORK, "indicators": INDICATORS} | files
    (folder / "frameworks").mkdir(exist_ok=True)
    for name, text in named.items():
        file = "frameworks/local-2025.yaml" if name == "framework" else f"{name}.yaml"
        (folder / file).write_text(text, encoding="utf-8")
    return folder


def load(folder: Path, **files: str) -> Config:
    """The configuration of the minimal folder with these files, whatever the environment of the tests."""
    return load_config(write(folder, **files), environment={})


def problems(folder: Path, **files: str) -> tuple[Problem, ...]:
    """What is wrong with the minimal folder with these files; the test fails where nothing is."""
    with pytest.raises(UserError) as caught:
        load(folder, **files)
    return caught.value.problems


def problem(folder: Path, **files: str) -> Problem:
    """The one thing that is wrong with the minimal folder with these files."""
    found = problems(folder, **files)
    assert len(found) == 1, found
    return found[0]
