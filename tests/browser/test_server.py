"""What the server says in its answers, and how it stands when its files do not."""

import shutil
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.conftest import StartServer
from tests.browser.visitor import Visitor
from ui.server import HEADERS


@pytest.mark.parametrize("path", ["", "trends", "_stcore/health", "app/static/icon.png"])
def test_every_answer_carries_the_security_headers(address: str, path: str) -> None:
    with urllib.request.urlopen(f"{address}/{path}") as answer:
        assert answer.status == 200
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_a_dataset_that_loses_its_files_is_said_and_the_other_still_opens(
    start_server: StartServer, visit: Callable[..., Visitor], tmp_path: Path
) -> None:
    shutil.copytree("data/reading", tmp_path / "data" / "reading")
    (tmp_path / "data" / "wokingham").mkdir()
    url = start_server({"READINESS_DATA_DIR": str(tmp_path / "data")})
    broken = visit(f"{url}/?dataset=wokingham")
    broken.check()
    assert "can't be opened" in broken.page.get_by_test_id("stAlert").first.inner_text()
    visit(f"{url}/?dataset=reading").check()


def test_mistakes_in_the_configuration_are_listed_instead_of_a_page(
    start_server: StartServer, visit: Callable[..., Visitor], tmp_path: Path
) -> None:
    shutil.copytree("config", tmp_path / "config")
    settings = tmp_path / "config" / "settings.yaml"
    settings.write_text("brandnig: {title: X}\n", encoding="utf-8")
    visitor = visit(start_server({"READINESS_CONFIG": str(tmp_path / "config")}))
    visitor.check()
    assert "configuration has mistakes" in visitor.page.get_by_test_id("stAlert").first.inner_text()
    assert visitor.page.get_by_text("settings.yaml").count() > 0
