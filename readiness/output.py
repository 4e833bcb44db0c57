"""Scores, histories and checks as plain JSON documents (config-contract, "The command line"). Nothing is rounded."""

from typing import Any

from readiness.evidence.dataset import Dataset
from readiness.scoring.results import AreaScore, CriterionScore, History, Scores

Document = dict[str, Any]


def score_document(scores: Scores) -> Document:
    """Scores at one date."""
    overall = scores.overall
    return {
        "as_at": scores.as_at.isoformat(),
        "framework": scores.framework,
        "dataset": scores.dataset,
        "overall": None if overall is None else {"grade": overall.grade, "rule": overall.rule},
        "areas": [_area(area) for area in scores.areas],
    }


def _area(area: AreaScore) -> Document:
    states = {"crossed": ["crossed"], "not_known": ["never observed", "not known lately"], "clear": ["clear"]}
    return {
        "id": area.id,
        "score": area.score,
        "uncapped": area.uncapped,
        "grade": area.grade,
        "coverage": area.coverage,
        "confidence": area.confidence,
        "low": area.low,
        "high": area.high,
        "disagrees": area.disagrees,
        "caps": [
            {"kind": cap.kind, "id": cap.id, "caps_at": cap.caps_at, "reason": cap.reason}
            for cap in area.caps
        ],
        "red_lines": {
            key: [line.id for line in area.red_lines if line.state in held] for key, held in states.items()
        },
        "criteria": [_criterion(criterion) for criterion in area.criteria],
    }


def _criterion(criterion: CriterionScore) -> Document:
    return {
        "id": criterion.id,
        "score": criterion.score,
        "coverage": criterion.coverage,
        "strands": {
            name: {
                "score": cell.score,
                "coverage": cell.coverage,
                "items": cell.items,
                "expected": cell.expected,
            }
            for name, cell in criterion.cells.items()
        },
    }


def history_document(history: History) -> Document:
    """Scores at each month end."""
    return {
        "framework": history.framework,
        "dates": [day.isoformat() for day in history.dates],
        "areas": {area: list(scores) for area, scores in history.areas.items()},
        "coverage": {area: list(coverage) for area, coverage in history.coverage.items()},
        "criteria": {criterion: list(scores) for criterion, scores in history.criteria.items()},
    }


def check_document(dataset: Dataset) -> Document:
    """What was read, used and set aside, and every problem."""
    return {
        "tables": {
            name: {"read": table.read, "used": table.used, "set_aside": table.set_aside}
            for name, table in dataset.tables.items()
        },
        "problems": [
            {
                "file": problem.file,
                "line": problem.line,
                "column": problem.column,
                "value": problem.value,
                "message": problem.message,
                "level": problem.level,
            }
            for problem in dataset.problems
        ],
    }
