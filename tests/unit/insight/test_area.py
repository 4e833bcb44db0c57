"""An area's themes by their scores: the weakest by name, ties and too little evidence told as such."""

import pytest

from readiness.config.models import Scoring
from readiness.insight.area import themes_sentence, weakest_criterion, weakest_first
from tests.unit.insight.made import area

SCORING = Scoring.model_validate({})


@pytest.mark.parametrize(
    ("scores", "sentence"),
    [
        ({}, "No theme has enough evidence for a number."),
        ({"Plans": None}, "No theme has enough evidence for a number."),
        ({"Plans": 40.9}, "Plans stands at 40."),
        ({"Plans": 40, "Homes": 40}, "Both themes with a number stand at 40."),
        (
            {"Plans": 40, "Homes": 40, "Visits": 40, "Health": None},
            "All three themes with a number stand at 40. Too little evidence for a number: one theme.",
        ),
        ({"Plans": 41, "Homes": 40}, "Weakest: homes (40)."),
        (
            {"Plans": 70, "Homes": 40, "Visits": 50, "Health": 60, "School": 80},
            "Weakest: homes (40), visits (50) and health (60).",
        ),
        (
            {"Plans": 60, "Homes": 40, "Visits": 50, "Health": 60, "School": 80},
            "Weakest: homes (40), visits (50), plans (60) and health (60).",
        ),
        (
            {"Plans": 50, "Homes": 40, "Visits": 50, "Health": 50, "School": 50, "Work": 80},
            "Weakest: homes (40).",
        ),
        (
            {"Plans": 40, "Homes": 40, "Visits": 40, "Health": 40, "School": 40, "Work": 80},
            "Weakest: five themes at 40.",
        ),
    ],
)
def test_the_weakest_themes_are_named_as_far_as_scores_tell_them_apart(
    scores: dict[str, float | None], sentence: str
) -> None:
    assert themes_sentence(area("Care", 50, themes=scores), SCORING) == sentence


def test_themes_with_too_little_evidence_come_after_the_strongest_because_they_are_not_weak() -> None:
    made = area("Care", 50, themes={"Unknown": None, "Plans": 60, "Homes": 40})
    assert [each.title for each in weakest_first(made, SCORING)] == ["Homes", "Plans", "Unknown"]


def test_the_first_of_them_is_the_weakest_theme_that_a_title_names() -> None:
    made = area("Care", 50, themes={"Plans": 40.9, "Homes": 40.1})
    assert weakest_first(made, SCORING)[0] == weakest_criterion(made, SCORING)
