"""Pace: what each quarter opened and closed, and a projection only where there is something to project from."""

from datetime import date

import pytest

from readiness.insight.plan.actions import Action
from readiness.insight.plan.burn_up import burn_up, burn_up_finding
from readiness.insight.plan.facts import pace_headline
from readiness.insight.plan.pace import pace_fact, plan_quarters
from tests.unit.insight.plan_made import TODAY, action, closed, days_ago

START = date(2025, 2, 1)


def plan(number_closed: int, number_open: int) -> list[Action]:
    """Actions set in early 2025, so many closed one every twenty days of the last year, so many open."""
    done = [closed(START, days_ago(20 * each + 10)) for each in range(number_closed)]
    return done + [action(START) for _ in range(number_open)]


def window(first: str, last: str) -> tuple[date, date]:
    return date.fromisoformat(first), date.fromisoformat(last)


def test_a_quarter_counts_what_was_set_closed_and_overdue_at_its_end() -> None:
    late = action(date(2025, 11, 3), date(2025, 12, 1), ((date(2026, 2, 2), "impact evidenced"),))
    before, now = plan_quarters([late], TODAY)
    assert (before.name, now.name) == ("Oct to Dec 2025", "Jan to Mar 2026")
    assert (before.opened, before.closed, before.open_end, before.overdue_end) == (1, 0, 1, 1)
    assert (now.opened, now.closed, now.evidenced, now.open_end, now.overdue_end) == (0, 1, 1, 0, 0)


def test_a_quarter_that_has_not_ended_is_marked_and_stands_at_the_day() -> None:
    last = plan_quarters([action(date(2026, 1, 5), as_at=date(2026, 2, 1))], date(2026, 2, 1))[-1]
    assert (last.name, last.open_end) == ("Jan to Mar 2026, so far", 1)


def test_the_projection_is_what_is_open_by_what_a_quarter_closes_with_its_limits() -> None:
    found = pace_fact(plan(16, 8), TODAY, None)
    assert found.rate is not None
    assert (found.rate.value, round(found.rate.lower, 2), round(found.rate.upper, 2)) == (4.0, 2.28, 6.5)
    assert found.sentence == (
        "Eight actions are open. In the last four whole quarters 16 were closed and none was opened. At that pace they "
        "would be closed by September 2026 (between July 2026 and February 2027), if none were added. No window of the "
        "next inspection is known to set it against."
    )


@pytest.mark.parametrize(
    ("first", "last", "says"),
    [
        ("2028-01-01", "2028-06-30", ", after all would be closed."),
        ("2026-04-10", "2026-05-31", ", before all would be closed even at the quickest."),
        ("2026-04-10", "2026-12-31", ": all may or may not be closed by then."),
        ("2025-10-01", "2026-03-30", "closed on 30 March 2026, and none since is on file."),
    ],
)
def test_the_projection_stands_beside_the_window_of_the_next_inspection(
    first: str, last: str, says: str
) -> None:
    assert pace_fact(plan(16, 8), TODAY, window(first, last)).sentence.endswith(says)


@pytest.mark.parametrize(
    ("actions", "says"),
    [
        ([], "No action is open."),
        (plan(16, 0), "No action is open."),
        (plan(0, 3), "With none closed it can't be projected when the rest would be."),
        (plan(4, 3), "With so few closed it can't be projected when the rest would be."),
        ([action(days_ago(90))], "with under four whole quarters behind it the plan has no pace yet."),
        (plan(5, 900), "At that pace they would take over ten years to close."),
    ],
)
def test_with_too_little_nothing_is_projected(actions: list[Action], says: str) -> None:
    assert says in pace_fact(actions, TODAY, None).sentence


def test_a_plan_that_opens_more_than_it_closes_is_said_to_grow() -> None:
    fresh = [action(days_ago(30)) for _ in range(9)]
    assert (
        "More were opened than closed, so the plan has grown."
        in pace_fact([*plan(6, 1), *fresh], TODAY, None).sentence
    )


def test_the_burn_up_counts_by_month_end_and_due_dates_run_on() -> None:
    found = burn_up(
        [closed(date(2026, 1, 5), date(2026, 2, 3), date(2026, 1, 31)), action(START, date(2026, 5, 15))],
        TODAY,
    )
    assert (found.days[0], found.days[-1]) == (date(2025, 2, 28), date(2026, 5, 15))
    assert (found.opened[-1], found.closed[-3:], found.due[-1]) == (2, (0, 1, 1), 2)
    assert len(found.opened) == len(found.closed) == 14
    assert found.sentence == "Of two actions set by 31 March 2026 one is closed; of them one was late."
    assert burn_up_finding(found) == "One action closed, one due by now"


@pytest.mark.parametrize(
    ("statuses", "says"),
    [
        (("completed", "partially achieved"), "two are closed, one of them only partially achieved;"),
        (("partially achieved",), "one is closed, only partially achieved;"),
        (("partially achieved", "partially achieved"), "two are closed, all only partially achieved;"),
    ],
)
def test_what_was_closed_without_being_achieved_is_said(statuses: tuple[str, ...], says: str) -> None:
    done = [action(START, None, ((days_ago(3), status),)) for status in statuses]
    assert says in burn_up([*done, action(START)], TODAY).sentence


def test_without_due_dates_the_burn_up_says_so() -> None:
    found = burn_up([closed(START, days_ago(3)), action(START)], TODAY)
    assert found.sentence.endswith("one is closed; none of these had a due date.")
    assert burn_up_finding(found) == "One action closed of 2; none was due by now"


@pytest.mark.parametrize(
    ("number_closed", "span", "says"),
    [
        (0, None, "When what is open would be closed can't be projected from the pace so far."),
        (16, None, "At the pace of the last year what is open would be closed by September 2026."),
        (
            16,
            ("2026-01-01", "2026-06-30"),
            "At the pace of the last year what is open would be closed by September 2026, after the window of the "
            "next inspection closes (June 2026).",
        ),
        (
            16,
            ("2026-01-01", "2026-12-31"),
            "At the pace of the last year what is open would be closed by September 2026, within the window of the "
            "next inspection.",
        ),
        (
            16,
            ("2027-01-01", "2027-12-31"),
            "At the pace of the last year what is open would be closed by September 2026, before the window of the "
            "next inspection opens.",
        ),
        (
            16,
            ("2025-01-01", "2025-12-31"),
            "At the pace of the last year what is open would be closed by September 2026.",
        ),
    ],
)
def test_the_headline_of_the_pace_is_its_likely_end_against_the_window(
    number_closed: int, span: tuple[str, str] | None, says: str
) -> None:
    known = window(*span) if span else None
    assert pace_headline(pace_fact(plan(number_closed, 8), TODAY, known)) == says


def test_with_nothing_open_or_ten_years_to_go_the_headline_names_no_month() -> None:
    assert pace_headline(pace_fact(plan(16, 0), TODAY, None)) == ""
    assert pace_headline(pace_fact(plan(16, 900), TODAY, None)) == (
        "At the pace of the last year what is open would take over ten years to close."
    )


def test_an_open_window_is_not_told_as_one_to_come() -> None:
    opened = pace_fact(plan(16, 8), TODAY, window("2026-01-01", "2026-12-31")).sentence
    assert "has been open since 1 January 2026 and closes on 31 December 2026" in opened
    coming = pace_fact(plan(16, 8), TODAY, window("2026-05-01", "2026-12-31")).sentence
    assert "is expected between 1 May 2026 and 31 December 2026" in coming
