"""Where a score or a coverage that lies just at an edge belongs: on the upper side, dust of arithmetic aside."""

import pytest

from readiness.config.models import Scoring
from readiness.scoring.grades import confidence_in, grade_of

SCORING = Scoring.model_validate({})
"""The method's own numbers: bands from 40, 60 and 80 points, confidence from 0.25, 0.5 and 0.75."""


@pytest.mark.parametrize(
    ("score", "grade"),
    [
        (0.0, "inadequate"),
        (39.9999, "inadequate"),
        (40.0, "requires improvement"),
        (59.9999, "requires improvement"),
        (60.0, "good"),
        (79.9999, "good"),
        (80.0, "outstanding"),
        (100.0, "outstanding"),
        (60.0 - 1e-12, "good"),
    ],
)
def test_a_band_holds_its_lower_edge(score: float, grade: str) -> None:
    assert grade_of(SCORING, score) == grade


@pytest.mark.parametrize(
    ("coverage", "confidence"),
    [
        (0.0, "none"),
        (0.2499, "none"),
        (0.25, "low"),
        (0.4999, "low"),
        (0.5, "medium"),
        (0.7499, "medium"),
        (0.75, "high"),
        (1.0, "high"),
        (0.25 - 1e-12, "low"),
        (0.5 - 1e-12, "medium"),
        (0.75 - 1e-12, "high"),
    ],
)
def test_a_confidence_begins_at_its_coverage(coverage: float, confidence: str) -> None:
    assert confidence_in(SCORING, coverage, disagrees=False) == confidence


@pytest.mark.parametrize(
    ("coverage", "confidence"), [(0.25, "low"), (0.5, "medium"), (0.75, "medium"), (1.0, "medium")]
)
def test_where_evidence_disagrees_confidence_is_medium_at_most(coverage: float, confidence: str) -> None:
    assert confidence_in(SCORING, coverage, disagrees=True) == confidence
