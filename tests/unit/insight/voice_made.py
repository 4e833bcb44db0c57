"""Voices, counts of complaints and small datasets made by hand."""

from datetime import date
from pathlib import Path

from readiness.insight.voice.counts import CountRow
from readiness.insight.voice.rows import Voice
from readiness.workspace import Workspace, open_workspace

CONFIG = Path(__file__).parents[3] / "docs" / "examples" / "worked-example" / "config"
DAY = date(2025, 3, 31)
NOW, BEFORE = date(2025, 3, 31), date(2024, 3, 31)


def survey(
    positive: float, responses: float, day: date = DAY, who: str = "children", theme: str = "Being heard"
) -> Voice:
    """Counted answers to one question."""
    return Voice(day, "front-door", who, "survey", "", positive, responses, theme, "", "Made", 2)


def words(kind: str = "complaint", tone: str = "negative", day: date = DAY, who: str = "children",
          theme: str = "Records", summary: str = "An old address") -> Voice:  # fmt: skip
    """Something said in words."""
    return Voice(day, "front-door", who, kind, tone, None, None, theme, summary, "Made", 3)


def row(
    team: str, stage: str, count: int, end: date = NOW, period: str = "2024/25", line: int = 2
) -> CountRow:
    """One row of complaints.csv."""
    return CountRow(end, period, team, stage, count, "Made", line)


def earlier(team: str, stage: str, count: int, line: int = 3) -> CountRow:
    """The same for the year before."""
    return row(team, stage, count, BEFORE, "2023/24", line)


def workspace(folder: Path, **tables: str) -> Workspace:
    """A dataset with these tables (text of the CSV files), read with the worked example's configuration."""
    description = "title: Mine\nkind: live\nauthority: {name: Exampleshire}\n"
    (folder / "dataset.yaml").write_text(description, encoding="utf-8")
    for name, content in tables.items():
        (folder / f"{name}.csv").write_text(content, encoding="utf-8")
    return open_workspace(CONFIG, folder)
