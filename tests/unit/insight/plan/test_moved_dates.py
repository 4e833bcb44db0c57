"""Slippage: told only where a meeting kept an earlier due date, with both dates and where they stand."""

from datetime import date

import pytest

from readiness.insight.plan.moved_dates import (
    NO_MEETING,
    KeptDates,
    MovedDate,
    moved_dates,
    moved_sentence,
    moved_words,
)
from tests.unit.insight.plan_made import action

SPRING, SUMMER = date(2025, 4, 3), date(2025, 7, 3)
JUNE, SEPTEMBER, DECEMBER = date(2025, 6, 30), date(2025, 9, 30), date(2025, 12, 31)


def moved(due: date | None, *kept: date | None) -> tuple[MovedDate, ...]:
    """One action due now, as two meetings had it; None where a meeting had no date for it."""
    mine = action(date(2025, 1, 6), due)
    meetings = [
        KeptDates(day, {mine.action: was} if was else {})
        for day, was in zip((SPRING, SUMMER), kept, strict=False)
    ]
    return moved_dates([mine], meetings)


@pytest.mark.parametrize(
    ("due", "kept", "says"),
    [
        (
            SEPTEMBER,
            (JUNE, JUNE),
            "due 30 June 2025 at the meeting of 3 April 2025, now 30 September 2025, 92 days later",
        ),
        (
            SEPTEMBER,
            (None, JUNE),
            "due 30 June 2025 at the meeting of 3 July 2025, now 30 September 2025, 92 days later",
        ),
        (
            DECEMBER,
            (JUNE, SEPTEMBER),
            "due 30 June 2025 at the meeting of 3 April 2025, now 31 December 2025, 184 days later, moved two times",
        ),
        (
            JUNE,
            (SEPTEMBER,),
            "due 30 September 2025 at the meeting of 3 April 2025, now 30 June 2025, 92 days earlier",
        ),
        (
            JUNE,
            (JUNE, SEPTEMBER),
            "due 30 June 2025 at the meeting of 3 April 2025, now 30 June 2025, moved and moved back",
        ),
        (None, (JUNE,), "due 30 June 2025 at the meeting of 3 April 2025, now without a due date"),
    ],
)
def test_a_moved_date_is_told_with_both_dates_and_the_meeting(
    due: date | None, kept: tuple[date | None, ...], says: str
) -> None:
    (found,) = moved(due, *kept)
    assert moved_words(found) == says


@pytest.mark.parametrize(
    ("due", "kept"), [(JUNE, (JUNE, JUNE)), (JUNE, ()), (JUNE, (None, None)), (None, (None,))]
)
def test_a_date_that_is_as_it_was_or_was_never_kept_has_not_moved(
    due: date | None, kept: tuple[date | None, ...]
) -> None:
    assert moved(due, *kept) == ()


def test_the_furthest_stands_first() -> None:
    near, far = action(date(2025, 1, 6), SEPTEMBER), action(date(2025, 1, 6), DECEMBER)
    kept = [KeptDates(SPRING, {near.action: JUNE, far.action: JUNE})]
    found = moved_dates([near, far], kept)
    assert [each.action for each in found] == [far, near]
    assert moved_sentence(found, kept) == (
        "Two due dates were put off since the meeting of 3 April 2025, the furthest by 184 days."
    )


def test_the_sentence_says_no_more_than_is_on_record() -> None:
    kept = [KeptDates(SPRING, {})]
    assert moved_sentence((), ()) == NO_MEETING
    assert (
        moved_sentence((), kept)
        == "No due date was moved since the meeting of 3 April 2025, the first on record."
    )
    assert moved_sentence(moved(SEPTEMBER, JUNE), kept) == (
        "One due date was put off since the meeting of 3 April 2025, by 92 days."
    )
    assert moved_sentence(moved(JUNE, SEPTEMBER), kept) == (
        "No due date was put off since the meeting of 3 April 2025; one was moved otherwise or taken out."
    )
    both = (*moved(SEPTEMBER, JUNE), *moved(None, JUNE), *moved(JUNE, SEPTEMBER))
    assert moved_sentence(both, kept) == (
        "One due date was put off since the meeting of 3 April 2025, by 92 days; two were moved otherwise or taken out."
    )
