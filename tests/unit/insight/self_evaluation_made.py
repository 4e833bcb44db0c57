"""A self-evaluation in files made by hand, beside whatever other evidence a test gives."""

from datetime import date
from pathlib import Path

from readiness.insight.self_evaluation.facts import SelfView, self_view
from readiness.insight.self_evaluation.lists import Noted, find
from readiness.workspace import Workspace
from tests.unit.insight.grip_made import made

DAY = date(2026, 11, 6)
FRAMEWORK = "ilacs-2026"
HEAD = "date,criterion,grade,how_we_know,plan"


def claim(about: str, grade: str, day: str = "2026-10-01", plan: str = "", how: str = "Audits") -> str:
    """A row of self_evaluation.csv."""
    return f"{day},{about},{grade},{how},{plan}"


def judged(
    grade: str, area: str = "help-and-protection", published: str = "2026-09-01"
) -> dict[str, tuple[str, ...]]:
    """An inspection that judged an area, which alone is enough evidence of each of its criteria."""
    name = f"i{published}-{area}"
    return {
        "inspections": (f"{name},{FRAMEWORK},inspection,Report,,,{published},Made",),
        "judgements": (f"{name},{area},{grade},Worded",),
    }


def workspace(folder: Path, *claims: str, **tables: tuple[str, ...]) -> Workspace:
    """A dataset of these claims and tables."""
    if claims:
        (folder / "self_evaluation.csv").write_text("\n".join([HEAD, *claims, ""]), encoding="utf-8")
    return made(folder, **tables)


def viewed(folder: Path, *claims: str, **tables: tuple[str, ...]) -> SelfView:
    """What the self-evaluation says on the day of these tests."""
    return self_view(workspace(folder, *claims, **tables), DAY, FRAMEWORK)


def listed(found: SelfView, name: str) -> tuple[Noted, dict[str, str]]:
    """A list by its id, and what it says of each place."""
    chosen = find(found.lists, name)
    return chosen, {each.place.id: each.says for each in chosen.entries}
