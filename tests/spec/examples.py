"""Rules of the method as small text tables: evidence, and what the scores should be. Tests and docs use them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from readiness.evidence.write import csv_bytes
from readiness.scoring.results import AreaScore, CriterionScore, Scores
from readiness.workspace import Workspace, open_workspace

CONFIG = Path(__file__).parent / "config"

Cells = tuple[str, ...]


@dataclass(frozen=True)
class Example:
    """One rule. `files` are text tables by name; `expect` has dates, what is looked at, what it should be."""

    rule: str
    files: Mapping[str, str]
    expect: str
    framework: str = "now"
    strands: Cells = field(default=())


def text_table(text: str) -> tuple[Cells, list[Cells]]:
    """The headings and rows of a table whose cells are parted by bars."""
    lines = [tuple(cell.strip() for cell in line.split("|")) for line in text.strip().splitlines()]
    return lines[0], lines[1:]


def expectations(example: Example) -> list[tuple[date, str, str]]:
    """(as at, what, expected) of every line."""
    return [(date.fromisoformat(day), what, wanted) for day, what, wanted in text_table(example.expect)[1]]


def opened(example: Example, folder: Path) -> Workspace:
    """The example written as a dataset into an empty folder, and opened."""
    held = f"\nstrands: [{', '.join(example.strands)}]" if example.strands else ""
    description = f"title: Example\nkind: synthetic\nauthority: {{name: Exampleshire}}{held}\n"
    (folder / "dataset.yaml").write_text(description, encoding="utf-8")
    for name, table in example.files.items():
        (folder / f"{name}.csv").write_bytes(csv_bytes(*text_table(table)))
    return open_workspace(CONFIG, folder)


def found(scores: Scores, what: str) -> float | str | None:
    """What the scores say of `help score`, `front-door practice items`, `help caps`, `line unallocated`, `overall`."""
    match what.split():
        case ["overall"]:
            return scores.overall.grade if scores.overall else None
        case ["line", line]:
            return next(held.state for area in scores.areas for held in area.red_lines if held.id == line)
        case [area, "caps"]:
            return caps_in_words(scores.area(area))
        case [name, measure]:
            return getattr(_area_or_criterion(scores, name), measure)
        case [criterion, strand, measure]:
            return getattr(_criteria(scores)[criterion].cells[strand], measure)
        case _:
            raise ValueError(what)


def caps_in_words(area: AreaScore) -> str | None:
    """Every cap on an area, as kind, id and the grade it caps at."""
    return ", ".join(f"{cap.kind} {cap.id}: {cap.caps_at}" for cap in area.caps) or None


def _area_or_criterion(scores: Scores, name: str) -> AreaScore | CriterionScore:
    areas = {area.id: area for area in scores.areas}
    return areas.get(name) or _criteria(scores)[name]


def _criteria(scores: Scores) -> dict[str, CriterionScore]:
    return {criterion.id: criterion for area in scores.areas for criterion in area.criteria}
