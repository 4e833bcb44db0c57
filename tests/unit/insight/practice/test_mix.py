"""The grade mix by quarter, change beyond chance, and what so many audits can tell."""

from datetime import date

import pytest

from readiness.insight.practice.mix import MixFact, mix_fact, mix_finding
from readiness.insight.practice.reach import reach_fact, smallest_change
from readiness.statistics.intervals import difference_of_proportions
from tests.unit.insight.practice_made import TODAY, graded, several


def mix(*audits: list) -> MixFact:
    found = mix_fact(sorted((one for each in audits for one in each), key=lambda one: one.day), TODAY)
    assert found
    return found


def test_quarters_run_from_the_first_audit_to_the_day_and_empty_ones_stay() -> None:
    found = mix([graded("good", 200)], [graded("outstanding", 0), graded("inadequate", 1)])
    assert [quarter.name for quarter in found.quarters] == [
        "Jul to Sep 2025",
        "Oct to Dec 2025",
        "Jan to Mar 2026",
    ]
    assert [quarter.counts for quarter in found.quarters] == [(0, 0, 1, 0), (0, 0, 0, 0), (1, 0, 0, 1)]
    assert found.quarters[1].share.percent is None


def test_a_quarter_that_has_not_ended_is_marked() -> None:
    found = mix_fact([graded("good", 60)], date(2026, 2, 1))
    assert found
    assert found.quarters[-1].so_far is True
    assert mix([graded("good")]).quarters[-1].so_far is False


def test_a_rise_beyond_chance_is_told_with_its_interval() -> None:
    found = mix(several(100, 40, days_ago=400), several(100, 60))
    assert found.moved is True
    assert "up 20 points on the 12 months before (+6.1 to +32.8), more than chance explains" in found.sentence
    assert mix_finding(found).endswith("up on the year before by more than chance")


def test_a_change_within_chance_is_not_called_one() -> None:
    found = mix(several(40, 20, days_ago=400), several(40, 24))
    assert found.moved is False
    assert "no more than chance explains" in found.sentence
    assert mix_finding(found).endswith("no change beyond chance on the year before")


def test_a_day_before_the_year_belongs_to_the_year_before() -> None:
    assert mix([graded("good", 365)], [graded("good", 364)]).now.grades == 1
    assert mix([graded("good", 365)], [graded("good", 364)]).before.grades == 1


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        (0, 20, "There is no audit of the 12 months before to compare it with."),
        (9, 20, "With under 10 audits in either of the last two years no change can be told."),
        (20, 0, "No audit is known of the 12 months to 31 March 2026."),
    ],
)
def test_where_no_change_can_be_told_it_says_so(before: int, now: int, words: str) -> None:
    found = mix(several(before, before // 2, days_ago=500), several(now, now // 2))
    assert (found.moved, found.difference) == (None, None)
    assert found.sentence.endswith(words)


def test_under_ten_audits_tell_nothing_of_a_change() -> None:
    few = reach_fact(several(9, 9), TODAY)
    assert few and few.reaches == ()
    assert few.sentence == "With nine audits in the last 12 months nothing can be said of a change."


def test_without_audits_there_is_no_mix_and_no_reach() -> None:
    assert mix_fact([], TODAY) is None
    assert reach_fact([], TODAY) is None


def test_the_smallest_change_is_the_first_whose_interval_leaves_nought_out() -> None:
    assert smallest_change(0.5, 264) == pytest.approx(100 * 23 / 264)
    less = difference_of_proportions((132 + 22, 264), (132, 264))
    more = difference_of_proportions((132 + 23, 264), (132, 264))
    assert less
    assert more
    assert less.lower <= 0 < more.lower
    assert smallest_change(0.5, 2) is None


def test_the_pace_is_that_of_the_days_covered() -> None:
    whole = reach_fact(several(120, 60, days_ago=364) + several(144, 84), TODAY)
    assert whole
    assert [each.audits for each in whole.reaches] == [22, 66, 264]
    young = reach_fact(several(22, 11, days_ago=29), TODAY)
    assert young
    assert young.reaches[0].audits == 22


def test_it_says_in_words_what_cannot_be_told_from_chance() -> None:
    found = reach_fact(several(120, 60, days_ago=364) + several(144, 72), TODAY)
    assert found
    assert found.sentence == (
        "With about 22 audits a month, a change from one month to the next of less than 31.8 points can't be told "
        "from chance; from one quarter to the next (66 audits), one of less than 18.2 points; from one year to the "
        "next (264 audits), one of less than 8.7 points."
    )
    assert "Every kind of audit counts here, as it does in the score: 264 case." in found.cautions
