"""What changed over half a year, for tests of what is said of it."""

from datetime import date

from readiness.insight.since.facts import Since, since
from readiness.workspace import Workspace

FRAMEWORK = "ilacs-2026"
FIRST, LAST = date(2025, 9, 30), date(2026, 3, 31)


def told(workspace: Workspace, first: date = FIRST, last: date = LAST) -> Since:
    """What changed between two days, as a workspace has it."""
    return since(workspace, FRAMEWORK, first, last)


def sentences(found: Since, kind: str) -> list[str]:
    """What is said of one kind."""
    return [each.sentence for each in found.said if each.kind == kind]
