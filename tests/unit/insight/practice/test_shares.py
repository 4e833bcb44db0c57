"""Shares of audits graded good or better: intervals, the low end, and what may not be said."""

import dataclasses

import pytest

from readiness.insight.practice.shares import (
    share_of,
    share_words,
    shares_fact,
    shares_finding,
    shares_findings,
)
from readiness.insight.practice.teams import audit_teams, by_team
from readiness.statistics.intervals import difference_of_proportions, wilson
from tests.pages.shipped import opened, shipped
from tests.unit.insight.practice_made import graded, several


def fact(**teams: tuple[int, int]):  # noqa: ANN201
    """The fact of teams with so many audits, so many of them good."""
    found = shares_fact("team", {name: several(*counts) for name, counts in teams.items()})
    assert found
    return found


def test_a_share_is_told_with_wilsons_interval_and_its_counts() -> None:
    share = share_of("All", several(100, 60))
    assert share.interval == wilson(60, 100, per=100)
    assert share_words(share) == "60% good or better (50.2% to 69.1%), 60 of 100 grades"


def test_grades_of_one_audit_make_no_interval_narrower_than_the_audits_do() -> None:
    twice = [graded(grade, audit=str(number)) for number in range(20) for grade in ("good", "inadequate")]
    share = share_of("All", twice)
    assert (share.good, share.grades, share.audits) == (20, 40, 20)
    assert share.interval == wilson(10, 20, per=100)


def test_a_moderated_grade_counts_instead_of_the_auditors() -> None:
    assert share_of("All", [graded("good", moderated="inadequate")]).good == 0


def test_a_low_end_beyond_chance_is_named_and_one_within_chance_is_not_more_than_named() -> None:
    far = fact(A=(40, 8), B=(40, 28), C=(40, 30))
    assert far.differs is True
    assert shares_finding(far) == "A is below the other teams by more than chance"
    near = fact(A=(40, 22), B=(40, 24), C=(40, 26))
    assert (near.differs, near.low[0].name) == (False, "A")
    assert near.sentence == (
        "Low end: A, 55% good or better (39.8% to 69.3%), 22 of 40 grades, against 62.5% for the others. "
        "That is no more than chance explains among three teams."
    )


def test_what_stands_out_has_a_line_of_its_own_and_what_does_not_stands_together() -> None:
    far, near, few = fact(A=(40, 8), B=(40, 28)), fact(A=(40, 22), B=(40, 24)), fact(A=(40, 22), B=(5, 5))
    kinds = [near, far, dataclasses.replace(near, by="theme"), dataclasses.replace(few, by="criterion")]
    assert shares_findings(kinds) == (
        "A is below the other teams by more than chance",
        "None of the teams and themes stands below the others by more than chance",
        "Too few audits to compare criteria",
    )
    assert shares_findings([]) == ()


def test_being_the_lowest_of_many_is_allowed_for() -> None:
    alone = difference_of_proportions((9, 40), (18, 40))
    assert alone
    assert alone.upper < 0
    assert fact(A=(40, 9), B=(40, 18)).differs is False


def test_a_team_under_ten_audits_is_not_compared_and_the_sentence_says_so() -> None:
    found = fact(A=(9, 0), B=(20, 12), C=(20, 14))
    assert [each.name for each in found.low] == ["B"]
    assert found.sentence.endswith("One team has under 10 audits: too few to say.")
    assert found.shares[-1].name == "A"


@pytest.mark.parametrize(
    ("teams", "sentence"),
    [
        ({"A": (9, 3)}, "No team has 10 audits: too few to say which stands lowest."),
        (
            {"A": (10, 5), "B": (3, 3)},
            "A: 50% good or better (23.7% to 76.3%), 5 of 10 grades. No other team has 10 audits, so nothing is "
            "compared.",
        ),
        ({"A": (10, 5), "B": (20, 10)}, "Both teams stand at 50% good or better."),
    ],
)
def test_nothing_is_compared_where_nothing_can_be(teams: dict[str, tuple[int, int]], sentence: str) -> None:
    found = fact(**teams)
    assert (found.sentence, found.low, found.differs) == (sentence, (), None)


def test_equal_low_ends_are_named_together() -> None:
    found = fact(A=(10, 2), B=(20, 4), C=(20, 16))
    assert [each.name for each in found.low] == ["A", "B"]
    assert found.sentence.startswith("Low end: A and B, each 20% good or better, against 80% for the others.")


def test_audits_without_a_team_are_of_none() -> None:
    assert by_team(several(20, 10, team="No team named")) is None


def test_northmeres_weaker_team_is_at_the_low_end_by_no_more_than_chance() -> None:
    teams = audit_teams(shipped("northmere"), opened("2026-11-06")[0])
    assert teams.whole
    assert ([each.name for each in teams.whole.low], teams.whole.differs) == (
        ["Family Safeguarding C"],
        False,
    )
    assert set(teams.areas) == {
        "impact-of-leaders",
        "help-and-protection",
        "children-in-care",
        "care-leavers",
    }


def test_a_team_of_one_area_that_stands_out_is_found_there() -> None:
    teams = audit_teams(shipped("northmere"), opened("2025-11-01")[0])
    assert teams.areas["children-in-care"].differs is True


def test_without_audits_there_are_no_teams() -> None:
    teams = audit_teams(shipped("wokingham"), opened("2026-04-30")[0])
    assert (teams.whole, teams.areas, teams.criteria) == (None, {}, {})
