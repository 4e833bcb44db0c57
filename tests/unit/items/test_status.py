"""The status of an action over time: what each update, the due date, closing and reopening do."""

from readiness.dates import NEVER
from readiness.items.status import Span, status_spans


def test_an_action_without_updates_or_due_date_is_no_evidence() -> None:
    assert status_spans(0, None, []) == []


def test_an_action_without_updates_is_overdue_from_its_due_date() -> None:
    assert status_spans(0, 100, []) == [Span("overdue", 100, NEVER, None)]


def test_an_open_status_ends_at_the_due_date_and_overdue_begins() -> None:
    assert status_spans(0, 100, [(10, 0, "on track")]) == [
        Span("on track", 10, 100, 0),
        Span("overdue", 100, NEVER, None),
    ]


def test_each_update_starts_a_new_span_even_with_the_same_status() -> None:
    spans = status_spans(0, None, [(10, 0, "on track"), (20, 1, "on track")])
    assert spans == [Span("on track", 10, 20, 0), Span("on track", 20, NEVER, 1)]


def test_of_two_updates_on_one_day_the_later_row_holds() -> None:
    assert status_spans(0, None, [(10, 4, "at risk"), (10, 3, "completed")]) == [
        Span("at risk", 10, NEVER, 4)
    ]


def test_an_open_update_after_the_due_date_changes_nothing() -> None:
    assert status_spans(0, 100, [(150, 0, "on track")]) == [Span("overdue", 100, NEVER, None)]


def test_closing_ends_overdue_and_a_closed_action_is_never_overdue() -> None:
    assert status_spans(0, 100, [(150, 0, "completed")]) == [
        Span("overdue", 100, 150, None),
        Span("completed", 150, NEVER, 0),
    ]
    assert status_spans(0, 100, [(50, 0, "partially achieved")]) == [Span("partially achieved", 50, NEVER, 0)]


def test_reopening_after_the_due_date_is_overdue_from_the_day_it_was_reopened() -> None:
    spans = status_spans(0, 100, [(50, 0, "completed"), (200, 1, "on track")])
    assert spans == [Span("completed", 50, 200, 0), Span("overdue", 200, NEVER, None)]


def test_an_action_created_after_its_due_date_is_overdue_from_creation() -> None:
    assert status_spans(120, 100, []) == [Span("overdue", 120, NEVER, None)]


def test_a_stopped_action_is_closed_and_its_span_says_so() -> None:
    assert status_spans(0, 100, [(30, 0, "stopped")]) == [Span("stopped", 30, NEVER, 0)]
