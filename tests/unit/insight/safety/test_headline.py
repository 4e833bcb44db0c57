"""The one sentence of the Safety page: unsafe children, crossed lines, and how much is not known."""

from datetime import date

import pytest

from readiness.insight.safety.counts import SafetyCount
from readiness.insight.safety.headline import counts_stand, headline_of, state_words
from tests.unit.insight.safety_made import NONE_UNSAFE, ONE_UNSAFE, count

CLEAR, UNKNOWN, STALE = count("C", "Clear"), count("N", "Not known"), count("S", "Not known lately")
CROSSED = count("Unallocated", "Crossed")
THEN = count("No plan", "Crossed", stale=True, known=date(2017, 3, 24))


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ([CLEAR, CLEAR], "No safety line is crossed, and each of the 2 safety counts was known lately."),
        ([CLEAR], "No safety line is crossed, and the one safety count was known lately."),
        (
            [STALE],
            "Whether any child is unsafe, unseen or unallocated today can't be said: "
            "the one safety count is not known lately.",
        ),
        (
            [UNKNOWN, CLEAR],
            "Whether any child is unsafe, unseen or unallocated today can't be said: "
            "one of 2 safety counts is not known.",
        ),
        (
            [UNKNOWN, STALE, STALE],
            "Whether any child is unsafe, unseen or unallocated today can't be said: "
            "one of 3 safety counts is not known, and two not lately.",
        ),
        (
            [STALE, CLEAR],
            "Whether any child is unsafe, unseen or unallocated today can't be said: "
            "one of 2 safety counts is not known lately.",
        ),
        (
            [UNKNOWN, UNKNOWN],
            "Whether any child is unsafe, unseen or unallocated today can't be said: "
            "none of the 2 safety counts is known.",
        ),
        (
            [CROSSED, CLEAR],
            "One safety line is crossed: Unallocated; each of the 2 safety counts was known lately.",
        ),
        (
            [CROSSED, CROSSED, CROSSED, UNKNOWN],
            "Three safety lines are crossed, among them Unallocated and Unallocated; "
            "one of 4 safety counts is not known.",
        ),
    ],
)
def test_the_sentence_says_no_more_than_is_known(counts: list[SafetyCount], sentence: str) -> None:
    assert headline_of(counts, NONE_UNSAFE) == sentence


def test_a_line_crossed_years_ago_is_said_with_its_day_and_not_as_of_today() -> None:
    assert headline_of([THEN, CROSSED, UNKNOWN], NONE_UNSAFE) == (
        "One safety line is crossed: Unallocated; one safety line was crossed when last known, on 24 March 2017: "
        "No plan; one of 3 safety counts is not known."
    )
    assert headline_of([THEN, CLEAR], NONE_UNSAFE) == (
        "One safety line was crossed when last known, on 24 March 2017: No plan."
    )


def test_a_child_not_made_safe_comes_before_everything() -> None:
    assert headline_of([CROSSED, UNKNOWN], ONE_UNSAFE).startswith(
        "One child is not recorded as made safe; one safety line is crossed: Unallocated;"
    )


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ([CROSSED, CLEAR], "One of 2 safety counts is crossed."),
        ([CROSSED], "The one safety count is crossed."),
        ([CROSSED, UNKNOWN], "One of 2 safety counts is crossed, and one is not known."),
        ([CROSSED, CROSSED, STALE], "Two of 3 safety counts are crossed, and one is not known lately."),
        (
            [CROSSED, *[UNKNOWN] * 6, STALE, STALE],
            "One of 9 safety counts is crossed, six are not known, and two are not known lately.",
        ),
        ([CROSSED, THEN], "Two of 2 safety counts are crossed (one of them when last known)."),
        ([THEN, CLEAR], "One of 2 safety counts is crossed (when last known)."),
        ([CLEAR, UNKNOWN], "No safety count is known to be crossed, and one is not known."),
    ],
)
def test_how_the_counts_stand_is_told_beside_who_is_unsafe(counts: list[SafetyCount], sentence: str) -> None:
    assert counts_stand(counts) == sentence


def test_nothing_at_all_is_not_called_clear() -> None:
    assert headline_of([UNKNOWN], NONE_UNSAFE).endswith("the one safety count is not known.")


def test_a_state_names_its_counts_and_warns_of_what_it_is_not() -> None:
    assert state_words([UNKNOWN, CLEAR], "Not known") == (
        "Not known: 1 of 2.",
        "N. What is not known is not clear.",
    )
    assert state_words([CLEAR], "Crossed") == ("", "")
    assert state_words([STALE, CLEAR], "Not known lately")[1] == (
        "S. It was clear, or had no limit, when last seen: that is too old to rely on."
    )
    assert state_words([STALE, STALE], "Not known lately")[1].startswith("S; S. Each was clear")


def test_lines_last_seen_on_different_days_are_said_with_the_latest() -> None:
    then = count("Visits", "Crossed", stale=True, known=date(2016, 1, 1))
    assert headline_of([then, THEN], NONE_UNSAFE) == (
        "Two safety lines were crossed when last known, the latest on 24 March 2017: Visits and No plan."
    )
