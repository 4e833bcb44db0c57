"""The due dates that a meeting had before it are read from what it kept, whatever the files have become."""

from datetime import date
from pathlib import Path

import pytest

from readiness.snapshots.due_dates import due_dates
from tests.unit.snapshots.installed import Installed, installed

HEAD = "action,title,criterion,source,created,due\n"


@pytest.fixture
def home(tmp_path: Path) -> Installed:
    return installed(tmp_path)


def plan(home: Installed, *rows: str) -> None:
    (home.dataset / "actions.csv").write_text(HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")


def test_each_date_is_as_it_was_kept_in_either_way_of_writing_it(home: Installed) -> None:
    plan(
        home,
        "a1,One,front-door,Board,2025-01-06,2025-06-30",
        "a2,Two,front-door,Board,2025-01-06,30/09/2025",
        "a3,Three,front-door,Board,2025-01-06,",
        "a1,Again,front-door,Board,2025-01-06,2026-01-01",
    )
    kept = home.frozen()
    plan(home, "a1,One,front-door,Board,2025-01-06,2025-12-31")
    assert dict(due_dates(kept)) == {"a1": date(2025, 6, 30), "a2": date(2025, 9, 30)}


def test_without_a_plan_no_date_is_on_record(home: Installed) -> None:
    (home.dataset / "actions.csv").unlink(missing_ok=True)
    assert dict(due_dates(home.frozen())) == {}
