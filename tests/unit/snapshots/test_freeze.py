"""Freezing what is presented: an id, plain files, whole or not at all, never changed after."""

import json
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from readiness import VERSION
from readiness.config.load import load_config
from readiness.evidence.fingerprint import fingerprint
from readiness.output import score_document
from readiness.problems import UserError
from readiness.snapshots import freeze as limits
from readiness.snapshots.figures import figures_differ
from readiness.snapshots.freeze import Presented, freeze, id_of
from readiness.snapshots.shelf import find, snapshots, tampered
from readiness.workspace import open_workspace
from tests.unit.snapshots.installed import DAY, FRAMEWORK, Installed, installed


@pytest.fixture
def home(tmp_path: Path) -> Installed:
    return installed(tmp_path)


def test_a_snapshot_says_what_was_presented_and_holds_its_files(home: Installed) -> None:
    kept = home.frozen()
    again = find(home.snapshots, kept.id)
    assert again.id == "2025-03-31-mine-improvement-board"
    assert (again.kind, again.title, again.dataset, again.as_at) == (
        "meeting",
        "Improvement board",
        "mine",
        DAY,
    )
    assert (again.framework, again.version, again.titles) == (FRAMEWORK, VERSION, ("What we found",))
    assert again.edition == load_config(home.config).frameworks[FRAMEWORK].source
    assert set(again.files) == {
        *(f"data/{path.name}" for path in home.dataset.iterdir()),
        "config/indicators.yaml",
        f"config/frameworks/{FRAMEWORK}.yaml",
    }
    assert (kept.dataset_folder / "audits.csv").read_bytes() == (home.dataset / "audits.csv").read_bytes()
    assert tampered(again) == ()


def test_what_was_presented_is_opened_again_with_the_same_scores(home: Installed) -> None:
    kept = home.frozen()
    presented = score_document(home.opened().score(DAY, FRAMEWORK))
    (home.dataset / "audits.csv").unlink()
    (home.config / "indicators.yaml").write_text("broken", encoding="utf-8")
    opened = open_workspace(kept.config_folder, kept.dataset_folder)
    assert score_document(opened.score(kept.as_at, kept.framework)) == presented
    assert json.loads(json.dumps(presented)) == find(home.snapshots, kept.id).scores
    assert figures_differ(kept, opened) == ()


def test_names_of_one_day_are_told_apart_until_there_are_too_many(
    home: Installed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST_OF_A_DAY", 2)
    kept = [home.frozen().id for _ in range(2)]
    assert kept == ["2025-03-31-mine-improvement-board", "2025-03-31-mine-improvement-board-2"]
    with pytest.raises(UserError, match="There are 2 snapshots of this name already"):
        home.frozen()
    assert len(snapshots(home.snapshots).snapshots) == 2


def test_hidden_files_and_backups_are_no_part_of_it(home: Installed) -> None:
    for name in (".lock", "audits.csv~", "audits.csv.bak", "~$audits.csv", ".backups/audits.csv"):
        (home.dataset / name).parent.mkdir(exist_ok=True)
        (home.dataset / name).write_text("not ours", encoding="utf-8")
    kept = home.frozen()
    assert all("not ours" not in path.read_text(encoding="utf-8") for path in kept.folder.rglob("*.csv*"))
    assert home.changes(kept).files == ()


def test_two_meetings_of_one_name_and_day_have_ids_of_their_own(home: Installed) -> None:
    first, second = home.frozen(), home.frozen()
    assert (first.id, second.id) == (
        "2025-03-31-mine-improvement-board",
        "2025-03-31-mine-improvement-board-2",
    )
    assert [each.id for each in snapshots(home.snapshots).snapshots] == [second.id, first.id]


def test_the_national_picture_is_kept_once_for_all_that_were_made_with_it(home: Installed) -> None:
    first, second = home.frozen(), home.frozen()
    assert first.national_folder == second.national_folder
    (home.national / "sources.csv").write_text("source,title\nx,y\n", encoding="utf-8")
    third = home.frozen()
    assert third.national_folder != first.national_folder
    assert tampered(first) == tampered(third) == ()
    assert "the national picture has changed (sources.csv)" in home.changes(first).sentence


def test_an_installation_without_a_national_picture_can_be_frozen(home: Installed) -> None:
    (home.national / "sources.csv").unlink()
    home.national.rmdir()
    kept = home.frozen()
    assert kept.picture == "" and not kept.national_folder.exists()
    assert tampered(kept) == ()


def test_what_a_killed_process_left_is_taken_away_a_day_later_and_not_before(home: Installed) -> None:
    left = home.snapshots / f".{'0' * 32}.part"
    (left / "data").mkdir(parents=True)
    (left / "data" / "audits.csv").write_text("audit,date\n", encoding="utf-8")
    presented = Presented("meeting", "Board", DAY, FRAMEWORK)
    written = datetime.fromtimestamp(left.stat().st_mtime, UTC)
    for hours, still in ((23, True), (25, False)):
        freeze(home.opened(), presented, home.national, home.snapshots, written + timedelta(hours=hours))
        assert left.exists() is still
    assert len(snapshots(home.snapshots).snapshots) == 2


def test_nothing_of_an_earlier_snapshot_changes_when_others_are_made(home: Installed) -> None:
    kept = home.frozen()
    before = fingerprint(kept.folder)
    (home.dataset / "audits.csv").write_text("audit,date,criterion,grade\n", encoding="utf-8")
    home.frozen()
    home.frozen("Improvement board", "pack")
    assert fingerprint(kept.folder) == before
    assert all(path.stat().st_mode & 0o222 == 0 for path in kept.folder.rglob("*") if path.is_file())


def test_a_file_changed_while_it_was_on_screen_is_refused_and_nothing_is_left(home: Installed) -> None:
    workspace = home.opened()
    (home.dataset / "audits.csv").write_text(
        "audit,date,criterion,grade\nnew,2025-03-01,front-door,inadequate\n", encoding="utf-8"
    )
    with pytest.raises(UserError, match="A file was changed while this was on screen"):
        freeze(workspace, Presented("meeting", "Board", DAY, FRAMEWORK), home.national, home.snapshots)
    assert snapshots(home.snapshots).snapshots == ()
    assert [each.name for each in home.snapshots.iterdir() if each.suffix == ".part"] == []


def test_where_nothing_can_be_written_it_is_said_and_nothing_is_left(home: Installed) -> None:
    home.snapshots.write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(UserError, match="could not be written"):
        home.frozen()


def test_many_at_once_all_get_ids_and_none_is_lost(home: Installed) -> None:
    workspace, made, failed = home.opened(), [], []
    presented = Presented("meeting", "Board", DAY, FRAMEWORK)

    def keep() -> None:
        try:
            made.append(freeze(workspace, presented, home.national, home.snapshots).id)
        except UserError as error:
            failed.append(error)

    threads = [threading.Thread(target=keep) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == [] and len(set(made)) == 8
    assert {each.id for each in snapshots(home.snapshots).snapshots} == set(made)
    assert all(tampered(each) == () for each in snapshots(home.snapshots).snapshots)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Bwrdd gwella, Sir Gâr", "2025-03-31-mine-bwrdd-gwella-sir-gar"),
        ("../../etc/passwd", "2025-03-31-mine-etc-passwd"),
        ("", "2025-03-31-mine-meeting"),
        ("会議", "2025-03-31-mine"),
        ("x" * 300, f"2025-03-31-mine-{'x' * 55}"),
    ],
)
def test_an_id_is_readable_and_no_path(title: str, name: str) -> None:
    assert id_of(Presented("meeting", title, DAY, FRAMEWORK), "mine") == name
