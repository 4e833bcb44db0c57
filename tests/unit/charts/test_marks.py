"""Numbered moments on a time axis: short labels that never overlap."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from readiness.charts.marks import GAP, LEVELS, labels, mark_lines, marks_table
from tests.unit.charts.facts import mark

SPAN = (date(2011, 1, 1), date(2026, 1, 1))
DAYS = st.lists(st.integers(0, (SPAN[1] - SPAN[0]).days), max_size=60)


def test_marks_far_apart_are_numbered_one_by_one() -> None:
    made = labels([mark(date(2012, 1, 1)), mark(date(2020, 1, 1))], SPAN)
    assert [label.words for label in made] == ["1", "2"]


def test_neighbours_share_a_label() -> None:
    made = labels([mark(date(2012, 1, day)) for day in (1, 2, 3)], SPAN)
    assert [label.words for label in made] == ["1–3"]


@given(DAYS)
def test_no_two_labels_of_a_level_come_closer_than_a_label_is_wide(offsets: list[int]) -> None:
    made = labels([mark(SPAN[0] + timedelta(days=offset)) for offset in sorted(offsets)], SPAN)
    apart = (SPAN[1] - SPAN[0]).days * GAP
    for level in range(LEVELS):
        days = [label.day for label in made if label.level == level]
        assert all((after - before).days >= apart - 1 for before, after in pairwise(days))


def test_an_event_is_a_tick_and_an_inspection_a_whole_line() -> None:
    inspections, visits, events = mark_lines([mark(SPAN[0], kind="event"), mark(SPAN[0], kind="inspection")])
    assert (inspections.y, inspections.line.dash) == ((0.0, 100.0, None), "solid")
    assert events.y[0] > 50
    assert visits.x == ()


def test_the_table_lists_what_each_number_stands_for() -> None:
    table = marks_table([mark(date(2012, 1, 5), "Focused visit")])
    assert table.iloc[0].tolist()[:4] == [1, "5 January 2012", "Visit", "Focused visit"]


def test_the_days_of_an_action_are_dotted_and_there_only_where_a_chart_is_drawn_for_one() -> None:
    assert len(mark_lines([mark(SPAN[0])])) == 3
    *_, dotted = mark_lines([mark(SPAN[0], kind="action")])
    assert (dotted.line.dash, dotted.y[0]) == ("dot", 0.0)
