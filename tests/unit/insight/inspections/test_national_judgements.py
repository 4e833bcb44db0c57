"""All authorities' judgements in the terms of one framework: what falls where, and how grades are spread."""

from datetime import date

import pytest

from readiness.config.models import GRADES
from readiness.insight.inspections.national_judgements import (
    Judged,
    Region,
    Spread,
    latest_by,
    regions_sentence,
    spread_of,
    terms,
)
from readiness.insight.inspections.neighbours import (
    Beside,
    Cell,
    Comparison,
    beside,
    cell_words,
    comparison_words,
)
from tests.pages.shipped import shipped

DAY = date(2025, 3, 31)
FRAMEWORKS = shipped("wokingham").config.frameworks


def judged(grade: str, year: int = 2024, *, joint: bool = False) -> Judged:
    """One judgement of the middle of a year."""
    return Judged(grade, date(year, 6, 30), "ilacs-2023", joint, "care", "E1-2024", "report", 2)


def test_a_joint_judgement_is_in_the_terms_of_the_first_area_only() -> None:
    falls = terms(FRAMEWORKS["ilacs-2023"])
    assert falls["ilacs-2018", "children-in-care-and-care-leavers"] == (
        ("children-in-care", False),
        ("care-leavers", True),
    )
    assert falls["sif-2013", "care-leavers"] == (("care-leavers", False),)
    assert ("sif-2013", "adoption") not in falls


def test_two_older_areas_may_fall_on_one() -> None:
    falls = terms(FRAMEWORKS["ilacs-2018"])
    both = (("children-in-care-and-care-leavers", False),)
    assert falls["sif-2013", "children-looked-after"] == falls["sif-2013", "care-leavers"] == both


def test_each_authority_counts_once_by_its_latest_judgement() -> None:
    held = {
        "A": {"care": (judged("good", 2024), judged("inadequate", 2019))},
        "B": {"care": (judged("outstanding", 2026), judged("requires improvement", 2020))},
        "C": {"care": (judged("good", 2021, joint=True),)},
        "D": {},
    }
    assert spread_of(held, "care", DAY) == Spread("care", DAY, (0, 1, 1, 0), jointly=1, never=1)


def test_shares_are_of_those_judged_in_these_terms() -> None:
    spread = Spread("care", DAY, (1, 2, 3, 4), jointly=5, never=5)
    assert (spread.judged, spread.good_or_better) == (10, 7)
    assert [spread.share(level) for level in range(len(GRADES))] == [0.1, 0.2, 0.3, 0.4]
    assert Spread("care", DAY, (0, 0, 0, 0), 1, 1).share(0) == 0.0


def test_nothing_published_later_is_seen() -> None:
    record = {"care": (judged("good", 2026), judged("inadequate", 2019))}
    latest, none = latest_by(record, "care", DAY), latest_by(record, "care", date(2018, 1, 1))
    assert latest and latest.grade == "inadequate"
    assert none is None


def test_others_are_counted_as_higher_the_same_and_lower() -> None:
    grades = ("outstanding", "good", "good", "inadequate")
    others = [{"care": (judged(grade),)} for grade in grades]
    others += [{"care": (judged("good", joint=True),)}, {}]
    assert beside(others, "care", GRADES.index("good"), DAY) == Beside(1, 2, 1, 2)


@pytest.mark.parametrize(
    ("latest", "before", "said"),
    [
        (judged("good"), judged("requires improvement"), "good, up from requires improvement"),
        (judged("good"), judged("outstanding"), "good, down from outstanding"),
        (judged("good"), judged("good"), "good, as before"),
        (judged("good"), None, "good"),
        (judged("good", joint=True), judged("good"), "good (jointly), as before"),
        (None, None, "never judged on this"),
    ],
)
def test_a_cell_says_the_grade_and_which_way_it_went(
    latest: Judged | None, before: Judged | None, said: str
) -> None:
    assert cell_words(Cell("care", latest, before)) == said


@pytest.mark.parametrize(
    ("neighbours", "said"),
    [
        (Beside(8, 2, 0, 0), "of 10 neighbours eight were judged higher and two the same; "),
        (
            Beside(0, 3, 0, 1),
            "of three neighbours all were judged the same (one not judged in these terms); ",
        ),
        (Beside(1, 0, 0, 0), "of one neighbour one was judged higher; "),
        (Beside(0, 0, 0, 4), "no neighbour is judged in these terms; "),
        (Beside(0, 0, 0, 0), ""),
    ],
)
def test_a_comparison_says_no_more_than_was_judged(neighbours: Beside, said: str) -> None:
    area = FRAMEWORKS["ilacs-2023"].areas[0]
    found = Comparison(area, "good", DAY, neighbours, Beside(50, 100, 2, 0))
    england = "of 152 other authorities in England 33% were judged higher, 66% the same and 1% lower."
    assert comparison_words(found) == f"{said}{england}"


def test_with_nobody_else_judged_it_says_so() -> None:
    none = Beside(0, 0, 0, 0)
    found = Comparison(FRAMEWORKS["ilacs-2023"].areas[0], "good", DAY, none, none)
    assert comparison_words(found) == "no other authority is judged in these terms."


def test_the_words_under_the_regions_measure_what_one_authority_moves() -> None:
    sizes = [Region(f"R{size}", False, (Spread("care", DAY, (0, 0, size, 0), 0, 0),)) for size in (10, 33)]
    assert "A region has 10 to 33 authorities, so one more or less moves" in regions_sentence(sizes)
    assert "the share of the smallest by 10 points" in regions_sentence(sizes)
