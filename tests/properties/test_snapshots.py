"""What must always hold of a comparison of two states of a table: every row is accounted for, nothing breaks it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.evidence.tables import TABLES
from readiness.evidence.write import csv_bytes
from readiness.snapshots.changes import change_words
from readiness.snapshots.rows import table_change

HEAD = ("signal", "first_known", "known_by", "about", "what")
ROWS = st.lists(st.tuples(*[st.sampled_from(["", "a", "b", 'c"', "d, e"])] * len(HEAD)), max_size=8)
MODEST = settings(max_examples=60, deadline=None)


def filled(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The rows that the reader counts: those with a cell filled."""
    return [row for row in rows if any(row)]


@MODEST
@given(ROWS, ROWS)
def test_every_row_of_both_states_is_accounted_for(was: list, now: list) -> None:
    was, now = filled(was), filled(now)
    found = table_change(csv_bytes(HEAD, was), csv_bytes(HEAD, now), TABLES["signals"])
    assert len(now) == len(was) + len(found.added) - len(found.removed)
    assert (sorted(was) == sorted(now)) == (not found.added and not found.removed and not found.changed)
    lines = [*found.added, *(each.line for each in found.changed)]
    assert len(lines) == len(set(lines)) and all(2 <= line <= len(now) + 1 for line in lines)
    assert all(each.cells for each in found.changed)


@MODEST
@given(st.binary(max_size=200), st.binary(max_size=200), st.sampled_from(sorted(TABLES)))
def test_any_two_files_can_be_compared_and_told(was: bytes, now: bytes, table: str) -> None:
    assert change_words(table_change(was, now, TABLES[table]))
