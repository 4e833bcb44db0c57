"""A visit to one page through the router, as Streamlit's own test client makes it."""

import shutil
from pathlib import Path

import pytest
from streamlit import config
from streamlit.testing.v1 import AppTest

from ui.parts import NO_WIDTH

ROOT = Path(__file__).parents[2]
ROUTER = str(ROOT / "ui" / "router.py")
PATIENCE = 300
"""Seconds after which a run is given up: the client's own few are too few for a busy machine."""


def opened(**parameters: str) -> AppTest:
    """The dashboard as a link with these parameters opens it, at its first page."""
    config.set_option("client.showErrorDetails", "full")
    visit = AppTest.from_file(ROUTER, default_timeout=PATIENCE)
    for name, value in parameters.items():
        visit.query_params[name] = value
    return visit.run()


def visited(page: str, **parameters: str) -> AppTest:
    """The page as it stands after a visit with these URL parameters."""
    return opened(**parameters).switch_page(f"../pages/{page}").run()


def run(script: str) -> AppTest:
    """What a script shows that calls a piece of the dashboard by itself."""
    return AppTest.from_string(script, default_timeout=PATIENCE).run()


def said(visit: AppTest) -> str:
    """Every word on the page outside tables as a reader sees it: titles, headings, paragraphs, notices."""
    parts = [*visit.title, *visit.header, *visit.markdown, *visit.info, *visit.warning, *visit.error]
    return as_read("\n".join(str(part.value) for part in parts))


def as_read(text: str) -> str:
    """Markdown without the signs that only escape or keep an address from becoming a link."""
    return text.replace("\\", "").replace(NO_WIDTH, "")


def column(visit: AppTest, heading: str) -> list[str]:
    """The cells under a heading, of the first table that has it, as they are sent to the browser."""
    return next(list(table.value[heading]) for table in visit.table if heading in table.value)


def headings(visit: AppTest) -> list[str]:
    """The second-level headings, in order."""
    return [heading.value for heading in visit.header]


def installation(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation of its own with the worked example's configuration; returns its dataset, without a row."""
    shutil.copytree(ROOT / "docs" / "examples" / "worked-example" / "config", folder / "config")
    dataset = folder / "data" / "mine"
    dataset.mkdir(parents=True)
    description = "title: Mine\nkind: live\nauthority: {name: Exampleshire}\n"
    (dataset / "dataset.yaml").write_text(description, encoding="utf-8")
    monkeypatch.setenv("READINESS_CONFIG", str(folder / "config"))
    return dataset
