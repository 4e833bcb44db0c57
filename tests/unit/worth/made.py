"""Measurements as shipped, with one put in place of another."""

from dataclasses import replace
from pathlib import Path

from readiness.worth.facts import Estimate, Key, Worth, read_worth

CONFIG = Path(__file__).parents[3] / "config"


def with_measure(key: Key, estimate: Estimate) -> Worth:
    """The shipped measurements with this estimate under the key."""
    worth = read_worth()
    return replace(worth, measures={**worth.measures, key: estimate})
