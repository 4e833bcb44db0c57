"""The shipped datasets, opened once, for what the pages should say of them."""

from datetime import date
from functools import cache
from pathlib import Path

from readiness.config.load import load_config
from readiness.national import National, read_national
from readiness.workspace import Workspace, open_workspace

ROOT = Path(__file__).parents[2]
FRAMEWORKS = ("sif-2013", "ilacs-2018", "ilacs-2023", "ilacs-2026")
DATES = ("2011-01-01", "2016-02-29", "2022-07-15", "2026-04-30")
"""Days before any evidence, in every framework's time, at month ends and between."""


@cache
def shipped(dataset: str) -> Workspace:
    """A shipped dataset with the shipped configuration."""
    return open_workspace(ROOT / "config", ROOT / "data" / dataset, national())


@cache
def national() -> National:
    """The shipped national picture, read with the shipped configuration."""
    return read_national(ROOT / "data" / "national", load_config(ROOT / "config"))


def opened(*days: str) -> tuple[date, ...]:
    """Days written as in a link."""
    return tuple(date.fromisoformat(day) for day in days)
