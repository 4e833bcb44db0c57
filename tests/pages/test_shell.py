"""The bar at the top, and the states in which there is nothing to show."""

import shutil
from pathlib import Path

import pytest

from tests.pages.visit import opened, said


def test_the_first_dataset_opens_with_its_name_date_framework_and_marking() -> None:
    app = opened()
    assert not app.exception
    assert "Wokingham" in said(app)
    assert "Inspecting local authority children's services" in said(app)
    assert "Official - sensitive" in said(app)


def test_a_link_opens_the_dataset_date_and_framework_that_it_names() -> None:
    app = opened(dataset="reading", as_at="2016-05-31", framework="ilacs-2018")
    assert not app.exception
    assert app.selectbox(key="choose-dataset").value == "reading"
    assert "as at 31 May 2016" in said(app)
    assert "(2018)" in said(app)


def test_without_a_choice_the_framework_follows_the_date() -> None:
    assert "Single inspection framework" in said(opened(as_at="2016-05-31"))


def test_a_date_before_2011_or_after_today_falls_to_the_nearer_end() -> None:
    assert "as at 1 January 2011" in said(opened(as_at="1999-12-31"))
    assert not opened(as_at="2999-12-31").exception


@pytest.mark.parametrize("nonsense", ["", "31/02/2025", "<b>", "../../etc", "=1+1", "ⅷ"])
def test_a_link_with_nonsense_opens_the_defaults(nonsense: str) -> None:
    app = opened(dataset=nonsense, as_at=nonsense, framework=nonsense)
    assert not app.exception
    assert app.selectbox(key="choose-dataset").value == "wokingham"


def test_choosing_a_dataset_keeps_the_date_that_the_link_named() -> None:
    app = opened(as_at="2019-05-31")
    app.selectbox(key="choose-dataset").select("reading").run()
    assert "Reading" in said(app)
    assert "as at 31 May 2019" in said(app)


def test_a_synthetic_dataset_says_so_unmissably(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree("data/reading", tmp_path / "made-up")
    description = tmp_path / "made-up" / "dataset.yaml"
    text = description.read_text(encoding="utf-8").replace("kind: published", "kind: synthetic")
    description.write_text(text, encoding="utf-8")
    monkeypatch.setenv("READINESS_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("READINESS_DATASETS", "made-up")
    monkeypatch.setenv("READINESS_DATASET", "made-up")
    assert any("Synthetic data" in warning.value for warning in opened().warning)


def test_an_installation_without_datasets_says_how_to_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree("config", tmp_path / "config")
    (tmp_path / "config" / "settings.yaml").unlink()
    monkeypatch.setenv("READINESS_CONFIG", str(tmp_path / "config"))
    app = opened()
    assert not app.exception
    assert "no dataset" in app.error[0].value
    assert "templates" in said(app)


@pytest.mark.parametrize("content", [None, "", "title: [half", "kind: published\n"])
def test_a_dataset_missing_or_half_written_leaves_the_app_standing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str | None
) -> None:
    if content is not None:
        (tmp_path / "wokingham").mkdir()
        (tmp_path / "wokingham" / "dataset.yaml").write_text(content, encoding="utf-8")
    monkeypatch.setenv("READINESS_DATA_DIR", str(tmp_path))
    app = opened(dataset="wokingham")
    assert not app.exception
    assert "can't be opened" in app.error[0].value
    assert len(app.table[0].value) >= 1
    assert app.selectbox(key="choose-dataset").options == ["Wokingham", "Reading", "Northmere"]


def test_mistakes_in_the_configuration_are_listed_with_their_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree("config", tmp_path / "config")
    (tmp_path / "config" / "settings.yaml").write_text("data_dir: data\nbrandnig: {}\n", encoding="utf-8")
    monkeypatch.setenv("READINESS_CONFIG", str(tmp_path / "config"))
    app = opened()
    assert not app.exception
    assert app.table[0].value["Line"].tolist() == ["2"]
    assert "branding" in app.table[0].value["What was expected, and the fix"].iloc[0]
