"""Serious events on record: the last 12 months by kind, and what was learnt."""

from datetime import date
from pathlib import Path

import pytest

from readiness.config.models import Config
from readiness.evidence.dataset import read_dataset
from readiness.insight.safety.events import SeriousEvents, serious_events
from readiness.workspace import Workspace
from tests.evidence_files import DESCRIPTION, small_config
from tests.pages.shipped import shipped

TODAY = date(2026, 3, 31)
KIND = "rapid review"


@pytest.fixture
def events(tmp_path: Path):  # noqa: ANN201
    """What is said of rows of serious_events.csv on a day."""
    config: Config = small_config(tmp_path / "config")
    (tmp_path / "dataset.yaml").write_text(DESCRIPTION, encoding="utf-8")

    def asked(*rows: str, as_at: date = TODAY) -> SeriousEvents:
        text = "date,kind,count,learning\n" + "\n".join(rows) + "\n"
        (tmp_path / "serious_events.csv").write_text(text, encoding="utf-8")
        return serious_events(Workspace(config, read_dataset(tmp_path, config)), as_at)

    return asked


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ((), "No serious event is on record by 31 March 2026: it is not known whether there was none."),
        (
            (f"2025-03-31,{KIND},1,",),
            "No serious event is on record in the 12 months to 31 March 2026; the last row is of 31 March 2025.",
        ),
        (
            (f"2026-03-01,{KIND},0,",),
            "No serious event is on record in the 12 months to 31 March 2026; the last row is of 1 March 2026.",
        ),
        (
            (f"2025-04-01,{KIND},1,",),
            "One serious event is on record in the 12 months to 31 March 2026, without what was learnt.",
        ),
        (
            (f"2025-04-01,{KIND},1,Ask",),
            "One serious event is on record in the 12 months to 31 March 2026, with what was learnt.",
        ),
        (
            (f"2025-04-01,{KIND},12,Ask", f"2025-05-01,{KIND},2,"),
            "14 serious events are on record in the 12 months to 31 March 2026; two of them without what was learnt.",
        ),
        (
            (f"2025-04-01,{KIND},2,",),
            "Two serious events are on record in the 12 months to 31 March 2026, none with what was learnt.",
        ),
    ],
)
def test_the_sentence_says_no_more_than_is_on_record(events, rows: tuple[str, ...], sentence: str) -> None:  # noqa: ANN001
    assert events(*rows).sentence == sentence


def test_an_event_of_tomorrow_is_not_known_today(events) -> None:  # noqa: ANN001
    assert not events(f"2026-04-01,{KIND},1,").known


def test_kinds_are_counted_in_the_year_and_in_the_one_before(events) -> None:  # noqa: ANN001
    found = events(
        f"2024-04-01,{KIND},4,", f"2024-03-31,{KIND},9,", f"2025-06-01,{KIND},2,", "2025-05-01,ombudsman,3,"
    )
    assert [(one.kind, one.year, one.year_before) for one in found.kinds] == [
        ("ombudsman", 3, 0),
        (KIND, 2, 4),
    ]
    assert [one.line for one in found.year] == [4, 5]
    assert [one.last for one in found.kinds] == [date(2025, 5, 1), date(2025, 6, 1)]


def test_northmeres_last_three_events_have_no_learning_yet() -> None:
    found = serious_events(shipped("northmere"), date(2026, 11, 6))
    assert found.sentence == (
        "Five serious events are on record in the 12 months to 6 November 2026; three of them without what was learnt."
    )


@pytest.mark.parametrize(
    ("rows", "known"),
    [((), False), ((f"2026-03-01,{KIND},0,",), True), ((f"2024-03-01,{KIND},1,",), True)],
)
def test_any_row_by_the_day_however_old_is_knowledge(events, rows: tuple[str, ...], known: bool) -> None:  # noqa: ANN001
    assert events(*rows).known is known
