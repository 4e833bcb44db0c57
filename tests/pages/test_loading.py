"""Files are read once per change, whoever asks."""

import shutil
from pathlib import Path

import pytest

from readiness.config.settings import Settings
from ui import loading


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree("data/reading", tmp_path / "reading")
    monkeypatch.setenv("READINESS_DATA_DIR", str(tmp_path))
    return tmp_path / "reading"


def settings() -> Settings:
    return loading.configuration().settings


def test_a_second_session_gets_the_same_workspace_and_scores(data: Path) -> None:
    first, second = (loading.workspace(settings(), "reading") for _ in range(2))
    day = first.default_as_at(loading.today())
    assert first is second
    assert first.score(day) is second.score(day)


def test_a_change_of_a_file_is_seen_at_the_next_visit(data: Path) -> None:
    before = loading.workspace(settings(), "reading")
    with (data / "events.csv").open("a", encoding="utf-8") as file:
        file.write("not a row\n")
    after = loading.workspace(settings(), "reading")
    assert after is not before
    assert len(after.dataset.problems) > len(before.dataset.problems)


def test_the_dataset_shown_first_leads_the_list_and_stands_in_it_once() -> None:
    asked = Settings(dataset="reading", datasets=("wokingham", "reading"))
    assert loading.dataset_names(asked) == ("reading", "wokingham")


def test_without_names_every_folder_is_offered_but_hidden_ones(tmp_path: Path) -> None:
    for name in ("b", "a", ".git", "_old"):
        (tmp_path / name).mkdir()
    assert loading.dataset_names(Settings(data_dir=str(tmp_path))) == ("a", "b")
    assert loading.dataset_names(Settings(data_dir=str(tmp_path / "nowhere"))) == ()


def test_the_national_folder_is_never_offered_as_a_dataset(tmp_path: Path) -> None:
    for name in ("mine", "national"):
        (tmp_path / name).mkdir()
    kept = Settings(data_dir=str(tmp_path), national=str(tmp_path / "national"))
    assert loading.dataset_names(kept) == ("mine",)


def test_the_national_picture_is_read_once_for_every_dataset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READINESS_TITLE", "Never opened before")
    reading, wokingham = (loading.workspace(settings(), name) for name in ("reading", "wokingham"))
    assert reading.national is wokingham.national
    assert len(reading.national.figures)


def test_a_change_of_a_national_file_is_seen_at_the_next_visit(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept"
    shutil.copytree("data/national", kept)
    monkeypatch.setenv("READINESS_NATIONAL", str(kept))
    before = loading.workspace(settings(), "reading").national
    (kept / "figures.csv").unlink()
    after = loading.workspace(settings(), "reading").national
    assert (len(before.figures) > 0, len(after.figures)) == (True, 0)


def test_without_a_national_folder_every_national_table_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READINESS_NATIONAL", "nowhere")
    assert all(
        table.rows.empty for table in loading.workspace(settings(), "reading").national.tables.values()
    )
