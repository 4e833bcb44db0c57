"""What must hold of signals on every day: nothing known later is used, and every wait is counted once."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from readiness.insight.grip.inspectors import inspectors_named
from readiness.insight.grip.signals import signals_on
from readiness.insight.grip.unanswered import STANDINGS, unanswered_on
from tests.pages.shipped import shipped

FRAMEWORK = "ilacs-2026"
days = st.dates(date(2023, 11, 1), date(2027, 1, 31))


@given(days)
def test_no_step_after_the_day_is_known_on_it(day: date) -> None:
    every = signals_on(shipped("northmere"), day, FRAMEWORK).every
    steps = [step for each in every for step in (each.known, each.decided, each.checked) if step]
    assert max(steps, default=day) <= day


@given(days)
def test_those_that_wait_stand_first_and_none_waits_less_than_the_next(day: date) -> None:
    found = signals_on(shipped("northmere"), day, FRAMEWORK)
    undecided = found.waiting("waiting for a decision")
    unchecked = found.waiting("waiting for its effect to be checked")
    assert found.every == (*undecided, *unchecked, *found.waiting("effect checked"))
    for waiting in (undecided, unchecked):
        waited = [each.waited for each in waiting]
        assert waited == sorted(waited, reverse=True) and min(waited, default=0) >= 0


@given(days)
def test_a_lead_is_counted_only_from_a_signal_known_before_the_report(day: date) -> None:
    for report in inspectors_named(shipped("northmere"), day, FRAMEWORK).reports:
        assert report.published <= day
        for one in report.named:
            assert (one.signal is None) == (one.lead is None)
            assert one.signal is None or one.signal.known < report.published


@given(st.sampled_from([date(2024, 6, 30), date(2025, 3, 31), date(2025, 7, 29), date(2026, 11, 6)]))
def test_every_concern_stands_in_one_way_and_none_without_an_answer_has_one(day: date) -> None:
    found = unanswered_on(shipped("northmere"), day, FRAMEWORK)
    assert sum(len(found.standing(each)) for each in STANDINGS) == len(found.every)
    assert all(bool(each.answers) == (each.standing != "not answered") for each in found.every)
    assert all(each.began <= day for each in found.every)
