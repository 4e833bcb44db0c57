"""Can we trust our own grading? Agreement, lean and drift, and no more than they show."""

from dataclasses import replace

import pytest

from readiness.insight.practice.audits import Graded, audits_known
from readiness.insight.practice.moderated import leaning
from readiness.insight.practice.moderation import ModerationFact, moderation_fact
from readiness.insight.practice.moderation_words import strength
from readiness.statistics.agreement import agreement_table, cohen_kappa
from tests.pages.shipped import opened, shipped
from tests.unit.insight.practice_made import TODAY, Pairs, graded, moderated

STRAIGHT: Pairs = [("good", "good", 20), ("inadequate", "inadequate", 20), ("outstanding", "outstanding", 10)]
KIND: Pairs = [("good", "requires improvement", 12), ("good", "good", 6), ("inadequate", "inadequate", 2)]


def fact(*audits: list[Graded]) -> ModerationFact:
    found = moderation_fact(sorted((one for each in audits for one in each), key=lambda one: one.day), TODAY)
    assert found
    return found


def test_full_agreement_is_mostly_to_be_trusted() -> None:
    found = fact(moderated(STRAIGHT))
    assert found.trust.startswith(
        "Mostly: moderation left 50 of 50 grades of the last 12 months as they were"
    )
    assert found.trust.endswith("kappa 1.00, without an interval: no two grades differed).")
    assert found.lean == "Moderation changed no grade."


def test_auditors_who_grade_above_moderation_are_trusted_in_part_at_most() -> None:
    found = fact(moderated(KIND))
    assert leaning(found.latest) == "above"
    assert not found.trust.startswith("Mostly")
    assert found.lean == (
        "Moderation lowered 12 of 20 grades (60%), each by one grade, and raised none. "
        "Auditors grade above moderation by more than chance explains."
    )


def test_kappas_are_those_of_the_statistics() -> None:
    latest = fact(moderated(KIND)).latest
    table = agreement_table(
        [given for given, _, number in KIND for _ in range(number)],
        [after for _, after, number in KIND for _ in range(number)],
        ("inadequate", "requires improvement", "good", "outstanding"),
    )
    assert latest.table == table
    assert latest.quadratic == cohen_kappa(table, weights="quadratic")
    assert latest.linear == cohen_kappa(table, weights="linear")


def test_how_far_grades_were_lowered_is_counted_in_grades() -> None:
    found = fact(
        moderated([("outstanding", "inadequate", 2), ("good", "inadequate", 3), ("good", "good", 6)])
    )
    assert found.latest.steps == (0, 3, 2)
    assert "lowered 5 of 11 grades (45.5%), five of them by more than one grade," in found.lean


@pytest.mark.parametrize(
    ("audits", "trust"),
    [
        ([graded()], "It can't be said: none of the last 12 months' grades was moderated."),
        (
            moderated([("good", "good", 1)]),
            "Too few to say: only one grade of the last 12 months was moderated.",
        ),
        (
            moderated([("good", "good", 12)]),
            "It can't be said: moderation left 12 of 12 grades of the last 12 months as they were, but every grade is "
            "the same, so agreement by chance can not be told from real agreement.",
        ),
    ],
)
def test_where_it_cannot_be_said_it_is_not(audits: list[Graded], trust: str) -> None:
    assert fact(audits).trust == trust


def test_drift_needs_two_years_and_is_tested() -> None:
    assert "no drift can be told" in fact(moderated(STRAIGHT)).drift
    found = fact(moderated(KIND, days_ago=400), moderated(STRAIGHT))
    assert "rose from 0.17 to 1.00, more than chance explains" in found.drift
    assert "The share that moderation lowered went from 60% to 0%, more than chance explains." in found.drift


def test_years_in_which_every_grade_was_the_same_are_not_compared() -> None:
    same: Pairs = [("good", "good", 20)]
    found = fact(moderated(same, days_ago=400), moderated(same))
    assert (len(found.years), found.compared) == (2, ())
    assert "no drift can be told" in found.drift


def test_years_with_under_ten_moderated_are_left_out() -> None:
    found = fact(moderated([("good", "good", 9)], days_ago=400), moderated(STRAIGHT))
    assert [year.last for year in found.years] == [TODAY]


def test_without_audits_there_is_nothing() -> None:
    assert moderation_fact([], TODAY) is None


@pytest.mark.parametrize(
    ("kappa", "word"), [(0.8, "almost perfect"), (0.41, "moderate"), (-0.1, "worse than chance")]
)
def test_words_for_kappa_begin_at_their_edges(kappa: float, word: str) -> None:
    assert strength(kappa) == word


def northmere() -> ModerationFact:
    day = opened("2026-10-31")[0]
    found = moderation_fact(audits_known(shipped("northmere"), day), day)
    assert found
    return found


def test_northmeres_kappa_rises_from_35_to_65_by_year() -> None:
    kappas = [year.plain.kappa for year in northmere().years]
    assert kappas == pytest.approx([0.35, 0.53, 0.65], abs=0.01)
    assert "(kappa) rose from 0.35 to 0.65, by way of 0.53, more than chance explains" in northmere().drift


def test_a_quarter_of_northmeres_moderated_grades_are_a_grade_lower() -> None:
    every = northmere().every
    assert (every.moderated, every.lowered, every.steps) == (190, 53, (53, 0, 0))
    assert northmere().so_far.endswith("Auditors grade above moderation by more than chance explains.")


def test_a_moderated_grade_that_is_the_same_changes_nothing() -> None:
    audits = moderated(KIND)
    same = [replace(one, moderated=one.given) for one in audits]
    assert fact(same).latest.same == 20


def test_a_year_in_which_moderators_gave_one_grade_only_is_no_ground_for_a_drift() -> None:
    one_grade: Pairs = [("good", "good", 10), ("inadequate", "good", 10)]
    found = fact(moderated(one_grade, days_ago=400), moderated(STRAIGHT))
    assert len(found.years) == 2
    assert len(found.compared) == 1
    assert "no drift can be told" in found.drift
