"""Overall effectiveness by its stated rule: which areas decide, how it is said, and who takes no part."""

import pytest

from readiness.config.frameworks import Limit, Overall
from readiness.scoring.overall import overall_grade
from readiness.scoring.results import AreaScore
from tests.unit.insight.made import area

LIMITS = (Limit(areas=("care", "leavers"), any_at_or_below="inadequate", gives="inadequate"),)


def areas(*grades: str | None) -> list[AreaScore]:
    """Leaders, Help, Care and Leavers with these grades, as many as are given; None is too little evidence."""
    names = ("Leaders", "Help", "Care", "Leavers")
    return [
        area(name, 50.0 if grade else None, grade=grade or "")
        for name, grade in zip(names, grades, strict=False)
    ]


@pytest.mark.parametrize(
    ("otherwise", "grade", "words"),
    [
        ("median", "requires improvement", "the lower median of the areas' grades"),
        ("lowest", "inadequate", "the lowest of the areas' grades"),
    ],
)
def test_of_an_even_number_of_areas_the_lower_one_in_the_middle_decides(
    otherwise: str, grade: str, words: str
) -> None:
    rule = Overall.model_validate({"otherwise": otherwise})
    found = overall_grade(rule, areas("outstanding", "requires improvement", "good", "inadequate"))
    assert (found.grade, found.rule) == (grade, words)


def test_a_limit_names_only_the_areas_that_it_is_about_and_that_reach_it() -> None:
    rule = Overall(limits=LIMITS)
    found = overall_grade(rule, areas("inadequate", "good", "inadequate", "requires improvement"))
    assert (found.grade, found.rule) == (
        "inadequate",
        "Care at or below inadequate, which gives inadequate overall",
    )


def test_an_area_without_enough_evidence_is_named_and_takes_no_part() -> None:
    found = overall_grade(Overall(limits=LIMITS), areas("good", None, "good", None))
    assert (found.grade, found.rule) == (
        "good",
        "the lower median of the areas' grades; not enough evidence for Help and Leavers",
    )
    assert overall_grade(Overall(), areas(None, None)).grade is None
