"""What the tests of the evidence files share."""

from pathlib import Path

import pytest

from readiness.config.models import Config
from readiness.evidence.context import Context
from tests.evidence_files import small_config, small_context


@pytest.fixture(scope="session")
def config(tmp_path_factory: pytest.TempPathFactory) -> Config:
    return small_config(tmp_path_factory.mktemp("evidence") / "config")


@pytest.fixture(scope="session")
def context(config: Config) -> Context:
    return small_context(config)


@pytest.fixture
def dataset_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "dataset"
    folder.mkdir()
    (folder / "dataset.yaml").write_text("title: T\nkind: live\nauthority: {name: N}\n", encoding="utf-8")
    return folder
