"""What is kept: listed latest first, found by its id only, and broken ones told."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from readiness.problems import UserError
from readiness.snapshots.shelf import find, meetings, snapshots, tampered
from readiness.snapshots.snapshot import DESCRIPTION, is_id
from tests.unit.snapshots.installed import Installed, installed

PATHS = [
    "../x",
    "..",
    ".",
    "",
    "/etc/passwd",
    "2025-03-31-mine/../../data",
    "2025-03-31-mine\\..\\x",
    "national-abc",
    "2025-03-31-mine-board\n",
    "2025-03-31-mine-board\x00",
    "2025-03-31",
    "%2e%2e",
    "2025-03-31-" + "a" * 200,
]


@pytest.fixture
def home(tmp_path: Path) -> Installed:
    return installed(tmp_path)


def test_where_nothing_was_kept_there_is_nothing(tmp_path: Path) -> None:
    shelf = snapshots(tmp_path / "nowhere")
    assert (shelf.snapshots, shelf.problems) == ((), ())


def test_the_latest_meeting_comes_first_and_packs_and_other_datasets_are_none(home: Installed) -> None:
    early, late = home.frozen(day=date(2025, 1, 31)), home.frozen(day=date(2025, 3, 1))
    home.frozen(kind="pack")
    assert [each.id for each in meetings(home.snapshots, "mine")] == [late.id, early.id]
    assert meetings(home.snapshots, "other") == ()
    assert len(snapshots(home.snapshots).snapshots) == 3


def test_of_two_kept_for_one_day_the_last_is_the_meeting(home: Installed) -> None:
    home.frozen()
    second = home.frozen()
    assert [each.id for each in meetings(home.snapshots, "mine")] == [second.id]


@pytest.mark.parametrize("name", PATHS)
def test_an_id_from_a_link_is_a_name_and_never_a_path(home: Installed, name: str) -> None:
    home.frozen()
    assert not is_id(name)
    with pytest.raises(UserError, match="No snapshot with this id"):
        find(home.snapshots, name)


def test_an_unknown_id_is_said_to_be_unknown(home: Installed) -> None:
    with pytest.raises(UserError, match="No snapshot with this id"):
        find(home.snapshots, "2025-03-31-mine-board")


def test_a_link_to_a_folder_elsewhere_is_not_followed(home: Installed) -> None:
    kept = home.frozen()
    elsewhere = home.folder / "elsewhere"
    shutil.move(kept.folder, elsewhere)
    kept.folder.symlink_to(elsewhere, target_is_directory=True)
    with pytest.raises(UserError, match="No snapshot with this id"):
        find(home.snapshots, kept.id)


@pytest.mark.parametrize(
    "change",
    [
        {"id": "2025-03-31-another"},
        {"dataset": "../../data"},
        {"picture": "../.."},
        {"kind": "party"},
        {"as_at": "yesterday"},
        {"taken": "2025-03-31T10:00:00"},
        {"files": []},
        {"scores": None},
    ],
)
def test_a_broken_description_is_a_problem_and_the_others_are_still_listed(
    home: Installed, change: dict
) -> None:
    kept, sound = home.frozen(), home.frozen()
    description = kept.folder / DESCRIPTION
    document = json.loads(description.read_bytes()) | change
    description.unlink()
    description.write_text(json.dumps(document), encoding="utf-8")
    shelf = snapshots(home.snapshots)
    assert [each.id for each in shelf.snapshots] == [sound.id]
    assert [problem.file for problem in shelf.problems] == [f"{kept.id}/{DESCRIPTION}"]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"id": 1}', b"[" * 100_000])
def test_a_description_that_is_no_document_is_a_problem(home: Installed, content: bytes) -> None:
    kept = home.frozen()
    (kept.folder / DESCRIPTION).unlink()
    (kept.folder / DESCRIPTION).write_bytes(content)
    shelf = snapshots(home.snapshots)
    assert shelf.snapshots == () and len(shelf.problems) == 1


def test_frozen_files_that_were_changed_gone_or_added_are_named(home: Installed) -> None:
    kept = home.frozen()
    for path in kept.folder.rglob("*.csv"):
        path.chmod(0o644)
    (kept.dataset_folder / "audits.csv").write_text("audit\n", encoding="utf-8")
    (kept.dataset_folder / "actions.csv").unlink()
    (kept.config_folder / "charts.yaml").write_text("", encoding="utf-8")
    (kept.national_folder / "more.csv").write_text("", encoding="utf-8")
    assert tampered(kept) == (
        "config/charts.yaml",
        "data/actions.csv",
        "data/audits.csv",
        kept.national_folder.name,
    )


def test_a_folder_that_may_not_be_read_is_a_problem_and_no_crash(
    home: Installed, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = home.folder / "snapshots"

    def refused(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "is_dir", refused)
    shelf = snapshots(folder)
    assert (shelf.snapshots, [problem.file for problem in shelf.problems]) == ((), ["snapshots"])
    with pytest.raises(UserError, match="Permission denied"):
        find(folder, "2026-01-01-board-abcdef")
