"""Serious events: how many, when, and whether what was learned is recorded."""

from datetime import date
from pathlib import Path

import pytest

from readiness.insight.grip.events import recorded_events
from tests.unit.insight.grip_made import made

LEARNT = "2026-01-05,rapid review,1,Share concerns the same day"
TWO = "2026-02-05,ombudsman,2,Answer in time"
BARE = "2026-02-01,court criticism,1,"
LATER = "2026-05-01,ombudsman,1,"


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ((), "No serious event is on record by 31 March 2026."),
        ((LATER,), "No serious event is on record by 31 March 2026."),
        (
            (LEARNT,),
            "One serious event is on record, of 5 January 2026; its row says what was learned.",
        ),
        (
            (BARE,),
            "One serious event is on record, of 1 February 2026; what was learned is not recorded yet.",
        ),
        (
            (LEARNT, TWO),
            "Three serious events are on record, from 5 January 2026 to 5 February 2026; "
            "each row says what was learned.",
        ),
        (
            (LEARNT, BARE, LATER),
            "Two serious events are on record, from 5 January 2026 to 1 February 2026; "
            "one of 2 rows does not say yet what was learned, that of 1 February 2026 (court criticism).",
        ),
    ],
)
def test_the_sentence_says_what_is_recorded_by_the_day(
    tmp_path: Path,
    rows: tuple[str, ...],
    sentence: str,
) -> None:
    assert recorded_events(made(tmp_path, serious_events=rows), date(2026, 3, 31)).sentence == sentence


def test_the_latest_event_comes_first_with_its_line(tmp_path: Path) -> None:
    found = recorded_events(made(tmp_path, serious_events=(LEARNT, TWO)), date(2026, 3, 31))
    assert [(each.count, each.line) for each in found.every] == [(2, 3), (1, 2)]
