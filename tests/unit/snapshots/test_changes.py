"""What has changed in the files since: by file and by row, in plain words."""

from pathlib import Path

import pytest

from readiness.evidence.tables import TABLES
from readiness.snapshots.changes import change_words
from readiness.snapshots.figures import figures_differ, titles_differ
from readiness.snapshots.rows import table_change
from readiness.workspace import open_workspace
from tests.unit.snapshots.installed import Installed, installed

HEAD = "indicator,period_end,value,source\n"
ROWS = "late,2025-01-31,18.5,made\nlate,2025-02-28,20,made\n"


@pytest.fixture
def home(tmp_path: Path) -> Installed:
    return installed(tmp_path)


def said(before: str, after: str, table: str = "observations") -> str:
    return change_words(table_change(before.encode(), after.encode(), TABLES[table]))


def test_nothing_changed_is_said(home: Installed) -> None:
    changes = home.changes(home.frozen())
    assert (changes.files, changes.sentence) == ((), "Nothing has changed in the files since.")


def test_rows_added_and_changed_are_told_by_line(home: Installed) -> None:
    kept = home.frozen()
    (home.dataset / "observations.csv").write_text(
        "indicator,period_end,value,source\nre-referrals-12m,2025-02-28,23.1,Made up\n"
        "re-referrals-12m,2026-02-28,20,Made up\n",
        encoding="utf-8",
    )
    with (home.dataset / "action_updates.csv").open("a", encoding="utf-8") as file:
        file.write("hub,2025-05-01,completed\n")
    (home.dataset / "events.csv").write_text("date,label\n", encoding="utf-8")
    (home.dataset / "audits.csv").unlink()
    with (home.config / "indicators.yaml").open("a", encoding="utf-8") as file:
        file.write("# checked\n")
    assert [each.words for each in home.changes(kept).files] == [
        "action_updates.csv: 1 row added (line 3)",
        "audits.csv is gone",
        "events.csv is new",
        "observations.csv: 1 row added (line 3), 1 row changed (line 2: value 22.5 → 23.1)",
        "indicators.yaml: 1 line added",
    ]
    assert home.changes(kept).sentence.endswith("events.csv is new; 2 more files have changed.")


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (ROWS, "written otherwise, with the same rows"),
        ("late,2025-02-28,20,made\nlate,2025-01-31,18.5,made\n", "written otherwise, with the same rows"),
        (
            '"late",2025-01-31, 18.5 ,made\r\nlate,2025-02-28,20,made\r\n',
            "written otherwise, with the same rows",
        ),
        ("late,2025-01-31,18.5,made\n", "1 row removed"),
        (ROWS + "late,2025-03-31,1,a\nlate,2025-04-30,1,a\n", "2 rows added (lines 4 to 5)"),
        (
            "late,2025-01-31,,made\nlate,2025-02-28,21,other\n",
            "2 rows changed (line 2: value 18.5 → blank; line 3: value 20 → 21, source made → other)",
        ),
        (ROWS + ROWS.splitlines()[0], "1 row added (line 4)"),
    ],
)
def test_a_row_is_known_again_by_its_key_wherever_it_stands(after: str, words: str) -> None:
    assert said(HEAD + ROWS, HEAD + after) == words


def test_many_changes_are_counted_and_a_few_shown() -> None:
    before = "".join(f"late,2025-01-{day:02},{day},made\n" for day in range(1, 10))
    after = before.replace(",made", ",x")
    assert said(HEAD + before, HEAD + after) == (
        "9 rows changed (line 2: source made → x; line 3: source made → x and others)"
    )


def test_long_cells_are_shortened_and_more_cells_counted() -> None:
    head = "signal,first_known,known_by,about,what\n"
    many = said(f"{head}s,2025-01-01,a,late,b\n", f"{head}s,2025-01-02,c,rate,d\n", "signals")
    assert many == (
        "1 row changed (line 2: first_known 2025-01-01 → 2025-01-02, known_by a → c and 2 more cells)"
    )
    long = said("date,label\n2025-01-01,a\n", f"date,label\n2025-01-01,{'b' * 500}\n", "events")
    assert len(long) < 200


def test_columns_that_came_and_went_are_told() -> None:
    assert said(HEAD + ROWS, "indicator,period_end,value\nlate,2025-01-31,18.5\nlate,2025-02-28,20\n") == (
        "without the column source, 2 rows changed (line 2: source made → blank; line 3: source made → blank)"
    )
    added = "indicator,period_end,value,source,note\nlate,2025-01-31,18.5,made,\nlate,2025-02-28,20,made,\n"
    assert said(HEAD + ROWS, added) == "with the column note"


@pytest.mark.parametrize(
    "content", ["", "\n", "no table at all", '"never closed\n', "\x00\x01", "a;b;c\n1;2;3\n"]
)
def test_files_that_can_not_be_read_as_tables_are_compared_all_the_same(content: str) -> None:
    assert said(HEAD + ROWS, content)
    assert said(content, HEAD + ROWS)


def test_a_dataset_that_is_gone_is_told_once(home: Installed) -> None:
    kept = home.frozen()
    for path in home.dataset.iterdir():
        path.unlink()
    assert [each.words for each in home.changes(kept).files] == ["the folder mine is gone"]


def test_software_that_says_otherwise_than_was_presented_is_told(home: Installed) -> None:
    kept = home.frozen()
    (home.dataset / "audits.csv").unlink()
    (home.dataset / "observations.csv").unlink()
    otherwise = figures_differ(kept, open_workspace(home.config, home.dataset))
    assert len(otherwise) == 1 and "was presented" in otherwise[0] and "gives" in otherwise[0]


@pytest.mark.parametrize(
    ("titles", "differ"),
    [
        (("What we found",), ()),
        (("What we find",), ("“What we found” was presented; this software says “What we find”",)),
        ((), ("Presented: 1 screen; now: 0.",)),
    ],
)
def test_titles_that_no_longer_read_as_presented_are_told(
    home: Installed, titles: tuple[str, ...], differ: tuple[str, ...]
) -> None:
    assert titles_differ(home.frozen(), titles) == differ
