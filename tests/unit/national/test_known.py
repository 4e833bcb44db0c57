"""What was known of other authorities on a day."""

import tempfile
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.national import National, figures_known, judgements_known, neighbours_of, read_national
from tests.unit.national.folders import GOOD, configured, more, read, write

FIRST = date(2024, 3, 31)
REVISED = "late,2024-03-31,E1,60,,,2025-05-01,tool"


def test_neighbours_come_nearest_first_whatever_the_order_of_the_file(tmp_path: Path) -> None:
    assert neighbours_of(read(tmp_path), "E1") == ("E2", "E9")


def test_the_latest_model_that_has_neighbours_is_taken(tmp_path: Path) -> None:
    older = more("neighbours", "E1,1,E9,2021,tool", "E2,1,E1,2021,tool")
    national = read(tmp_path, neighbours=older)
    assert neighbours_of(national, "E1") == ("E2", "E9")
    assert neighbours_of(national, "E2") == ("E1",)


def test_an_authority_nobody_knows_has_no_neighbours(tmp_path: Path) -> None:
    assert neighbours_of(read(tmp_path), "fictional") == neighbours_of(National.none(), "E1") == ()


def test_a_figure_is_known_from_the_day_it_was_published(tmp_path: Path) -> None:
    national = read(tmp_path)
    assert figures_known(national, "late", date(2024, 10, 30)).empty
    assert figures_known(national, "late", date(2024, 10, 31))["authority"].tolist() == ["E1", "E2"]


def test_of_revisions_the_last_one_published_by_the_day_wins(tmp_path: Path) -> None:
    national = read(tmp_path, figures=more("figures", REVISED))
    before, after = (figures_known(national, "late", date(2025, month, 1)) for month in (4, 5))
    assert before.set_index("authority")["figure"].to_dict() == {"E1": 50, "E2": 75}
    assert after.set_index("authority")["figure"].to_dict() == {"E1": 60, "E2": 75}


def test_an_indicator_without_figures_has_none_but_every_column(tmp_path: Path) -> None:
    national = read(tmp_path)
    found = figures_known(national, "rate", date(2026, 1, 1))
    assert found.empty
    assert list(found) == list(national.figures)


def test_a_judgement_is_known_from_the_day_of_its_report(tmp_path: Path) -> None:
    national = read(tmp_path)
    assert judgements_known(national, date(2024, 2, 19)).empty
    assert judgements_known(national, date(2024, 2, 20))["area"].tolist() == ["overall", "help"]


@settings(max_examples=25, deadline=None)
@given(
    published=st.lists(st.integers(0, 900), min_size=1, max_size=8, unique=True),
    asked=st.integers(-10, 910),
)
def test_nothing_later_than_the_day_is_seen_and_no_authority_twice(published: list[int], asked: int) -> None:
    days = [FIRST + timedelta(days=each) for each in published]
    rows = "".join(f"late,2024-03-31,E1,{number},,,{day},tool\n" for number, day in enumerate(days))
    with tempfile.TemporaryDirectory() as folder:
        figures = GOOD["figures"].splitlines()[0] + "\n" + rows
        national = read_national(write(Path(folder) / "n", figures=figures), configured(Path(folder)))
    as_at = FIRST + timedelta(days=asked)
    known = [number for number, day in enumerate(days) if day <= as_at]
    expected = [max(known, key=lambda number: days[number])] if known else []
    assert figures_known(national, "late", as_at)["figure"].tolist() == expected
