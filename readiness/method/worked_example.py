"""The worked example: the few rows in `docs/examples/worked-example`, scored by the real code."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from readiness.config.load import load_config
from readiness.config.models import STRANDS, Scoring
from readiness.dates import uk_date
from readiness.evidence.dataset import read_dataset
from readiness.insight.rows import EvidenceRow, evidence_rows
from readiness.method.blocks import Section, Table, number, per_cent
from readiness.scoring.results import AreaScore
from readiness.wording import whole_score
from readiness.workspace import Workspace

FOLDER = Path(__file__).parents[2] / "docs" / "examples" / "worked-example"
AS_AT = date(2025, 3, 31)
AREA = "help-and-protection"


@dataclass(frozen=True, slots=True)
class WorkedExample:
    """The example as scored on a day: the area, its rows, and the weight W of each strand that holds any."""

    as_at: date
    area: AreaScore
    rows: tuple[EvidenceRow, ...]
    weights: Mapping[str, float]


def worked_example(scoring: Scoring | None = None, as_at: date = AS_AT) -> WorkedExample:
    """The example as at a day, scored with these numbers (None: the shipped ones).

    Raises UserError where its files are gone.
    """
    workspace = _workspace(None if scoring is None else scoring.model_dump_json())
    framework = workspace.framework(as_at)
    area = workspace.score(as_at, framework.id).area(AREA)
    rows = evidence_rows(workspace.evidence(framework.id), AREA, as_at)
    return WorkedExample(as_at, area, rows, _weights(workspace.config.scoring, area))


@lru_cache(maxsize=8)
def _workspace(scoring: str | None) -> Workspace:
    # Keyed by the numbers as text, because models that hold mappings can't be hashed.
    config = load_config(FOLDER / "config")
    if scoring is not None:
        config = replace(config, scoring=Scoring.model_validate_json(scoring))
    return Workspace(config, read_dataset(FOLDER / "data", config))


def _weights(scoring: Scoring, area: AreaScore) -> dict[str, float]:
    [criterion] = area.criteria
    expected = sum(scoring.strands[name].weight for name in STRANDS if criterion.cells[name].expected)
    return {
        name: scoring.strands[name].weight / expected * cell.coverage
        for name, cell in criterion.cells.items()
        if cell.score is not None
    }


def worked_example_section(example: WorkedExample) -> Section:
    """The example told step by step, every figure computed."""
    return Section(
        "worked-example",
        "A worked example",
        (
            "One area with one criterion, and all five strands expected of it, as at "
            f"{uk_date(example.as_at)}. The files lie in `docs/examples/worked-example`; the figures here "
            "come from scoring them just now.",
            "**The rows and what they are worth.**",
            Table(("row", "known", "points", "weight", "trust today"), _row_cells(example)),
            "**The strands of the criterion.** Its weight in the area is the strand's share of all the "
            "weights, times its coverage.",
            Table(("strand", "score", "coverage", "weight in the area"), _strand_cells(example)),
            _arithmetic(example),
            _reading(example),
        ),
    )


def _row_cells(example: WorkedExample) -> tuple[tuple[str, ...], ...]:
    in_order = sorted(example.rows, key=lambda row: (STRANDS.index(row.strand), -row.known.toordinal()))
    return tuple(
        (row.says, uk_date(row.known), number(row.points), number(row.weight), number(row.trust))
        for row in in_order
    )


def _strand_cells(example: WorkedExample) -> tuple[tuple[str, ...], ...]:
    [criterion] = example.area.criteria
    return tuple(
        (
            name,
            "no evidence" if cell.score is None else number(cell.score),
            per_cent(cell.coverage),
            number(example.weights.get(name, 0.0)),
        )
        for name, cell in criterion.cells.items()
    )


def _arithmetic(example: WorkedExample) -> str:
    area, cells = example.area, example.area.criteria[0].cells
    parts = " + ".join(
        f"{number(weight)} × {number(cells[name].score or 0.0)}" for name, weight in example.weights.items()
    )
    total = number(sum(example.weights.values()))
    score = "none" if area.uncapped is None else number(area.uncapped)
    return (
        f"**The area.** ({parts}) / {total} = {score}, on a coverage of {number(area.coverage)}. The range "
        f"runs from {number(area.low)}, if all that is missing were worth nothing, to {number(area.high)}, "
        "if it were worth full marks."
    )


def _reading(example: WorkedExample) -> str:
    area = example.area
    if not area.enough or area.score is None:
        return (
            f"**How it reads.** Not enough evidence: {per_cent(area.coverage)} of what is expected is held."
        )
    apart = ""
    if area.disagreement:
        high, low = area.disagreement
        apart = f" {high.capitalize()} and {low} lie far apart: the evidence disagrees."
    return (
        f"**How it reads.** Indicative: {area.grade}, {whole_score(area.score)}, between "
        f"{whole_score(area.low)} and {whole_score(area.high)}; confidence is {area.confidence}.{apart}"
    )
