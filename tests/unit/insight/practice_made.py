"""Grades of audits made by hand, for facts and sentences about practice."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import count

from readiness.config.fields import GradeName
from readiness.insight.practice.audits import Graded

TODAY = date(2026, 3, 31)
LINES = count(2)
AUDIT = Graded("a", TODAY, "front-door", "good", None, "Team A", "case", "Neglect", *(None,) * 5, line=2)


def graded(grade: GradeName = "good", days_ago: int = 0, **more: object) -> Graded:
    """One audit of its own, so many days before today."""
    line = next(LINES)
    day = TODAY - timedelta(days=days_ago)
    return replace(AUDIT, **{"audit": f"AUD-{line}", "day": day, "given": grade, "line": line, **more})


def several(number: int, good: int, days_ago: int = 0, **more: object) -> list[Graded]:
    """So many audits of one grade each, `good` of them good and the others inadequate."""
    return [graded("good" if index < good else "inadequate", days_ago, **more) for index in range(number)]


Pairs = Sequence[tuple[GradeName, GradeName, int]]
"""Auditor's grade, moderated grade, and how many audits."""


def moderated(pairs: Pairs, days_ago: int = 0) -> list[Graded]:
    """Audits graded and moderated so."""
    return [graded(given, days_ago, moderated=after) for given, after, number in pairs for _ in range(number)]
