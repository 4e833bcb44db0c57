"""Audits of one criterion in a year: each counts once, and none stands in for another."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from readiness.dates import day_number
from readiness.workspace import Workspace
from tests.spec.examples import Example, caps_in_words, opened

AUDITS = """
    audit | date       | criterion  | grade      | moderated_grade
    a-1   | 2025-01-01 | assessment | good       | good
    a-2   | 2025-01-01 | front-door | inadequate | inadequate
    a-3   | 2025-02-01 | front-door | inadequate | inadequate
    a-4   | 2025-03-01 | front-door | inadequate | inadequate
    a-4   | 2025-03-01 | help       | inadequate | inadequate
    a-5   | 2025-03-01 | caseloads  | good       | good
"""


def made(folder: Path) -> Workspace:
    return opened(Example("", {"audits": AUDITS}, ""), folder)


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        ("2025-02-28", (2, 1, 0)),
        ("2025-03-01", (3, 2, 1)),
        ("2025-12-31", (3, 2, 1)),
        ("2026-01-01", (2, 1, 1)),
        ("2026-03-01", (0, 0, 0)),
    ],
)
def test_an_audit_counts_once_for_each_criterion_that_it_graded_and_for_a_year(
    day: str, counts: tuple[int, int, int], tmp_path: Path
) -> None:
    audits = made(tmp_path).evidence("now").audits
    dates = np.array([day_number(date.fromisoformat(day))])
    assert tuple(audits.within(dates, 365)[:, 0]) == counts


def test_an_audit_of_another_criterion_does_not_take_the_place_of_a_weak_one(tmp_path: Path) -> None:
    help_area = made(tmp_path).score(date(2025, 3, 1), "now").area("help")
    assert caps_in_words(help_area) == "weak practice front-door: requires improvement"
