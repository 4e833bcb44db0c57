"""Who may import whom. The table is the picture of the house in docs/architecture, in a form that fails."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.walls.sources import files, imported

MAY_IMPORT: dict[str, set[str]] = {
    "problems": set(),
    "dates": set(),
    "wording": set(),
    "statistics": set(),
    "config": {"problems"},
    "evidence": {"config", "problems", "dates"},
    "importers": {"evidence", "config", "problems", "dates"},
    "items": {"evidence", "config", "dates"},
    "scoring": {"items", "evidence", "config", "dates", "wording"},
    "national": {"evidence", "config", "problems"},
    "workspace": {"scoring", "national", "items", "evidence", "config", "problems", "dates"},
    "insight": {
        "workspace",
        "national",
        "scoring",
        "items",
        "evidence",
        "config",
        "problems",
        "dates",
        "wording",
        "statistics",
    },
    "worth": {"config"},
    "method": {"insight", "worth", "workspace", "scoring", "evidence", "config", "dates", "wording"},
    "charts": {"insight", "worth", "scoring", "dates", "wording", "statistics"},
    "story": {
        "charts",
        "insight",
        "workspace",
        "scoring",
        "evidence",
        "config",
        "problems",
        "dates",
        "wording",
        "statistics",
    },
    "packs": {
        "story",
        "charts",
        "method",
        "insight",
        "workspace",
        "scoring",
        "evidence",
        "config",
        "problems",
        "dates",
        "wording",
        "statistics",
    },
    "snapshots": {
        "output",
        "workspace",
        "national",
        "scoring",
        "evidence",
        "config",
        "problems",
        "dates",
        "wording",
    },
    "output": {"insight", "scoring", "evidence", "problems"},
    "__main__": {
        "output",
        "packs",
        "story",
        "snapshots",
        "national",
        "insight",
        "workspace",
        "scoring",
        "evidence",
        "config",
        "problems",
        "dates",
    },
}
"""Each room of `readiness/`, and the rooms it may take from."""

OUTSIDE = {"pages": {"pages", "ui", "readiness", "streamlit"}, "ui": {"ui", "readiness", "streamlit"}}
THIRD_PARTY = set(sys.stdlib_module_names) | {"pandas", "plotly", "starlette"}


def room(module: str) -> str:
    """The part of `readiness` that a full module name belongs to; empty for the package itself."""
    return module.split(".")[1] if "." in module else ""


def room_of(path: Path) -> str:
    return path.parts[1].removesuffix(".py")


def test_every_room_has_a_place_in_the_table() -> None:
    rooms = {room_of(path) for path in files("readiness")} - {"__init__"}
    assert rooms <= set(MAY_IMPORT)


@pytest.mark.parametrize("path", files("readiness"), ids=str)
def test_arrows_point_one_way(path: Path) -> None:
    taken = {room(name) for name in imported(path) if name.split(".")[0] == "readiness"} - {"", room_of(path)}
    assert taken & set(MAY_IMPORT) <= MAY_IMPORT.get(room_of(path), set())


@pytest.mark.parametrize("path", files("readiness"), ids=str)
def test_the_core_knows_nothing_of_the_screen(path: Path) -> None:
    assert not {name.split(".")[0] for name in imported(path)} & {
        "streamlit",
        "ui",
        "pages",
        "tests",
        "tools",
    }


@pytest.mark.parametrize("path", files("pages"), ids=str)
def test_pages_take_only_from_the_core_and_the_ui(path: Path) -> None:
    taken = {name.split(".")[0] for name in imported(path)}
    assert taken <= OUTSIDE["pages"] | set(sys.stdlib_module_names)


@pytest.mark.parametrize("path", files("ui"), ids=str)
def test_the_ui_takes_nothing_from_pages(path: Path) -> None:
    assert {name.split(".")[0] for name in imported(path)} <= OUTSIDE["ui"] | THIRD_PARTY


def test_the_core_works_where_streamlit_can_not_be_imported() -> None:
    modules = [".".join(path.with_suffix("").parts).removesuffix(".__init__") for path in files("readiness")]
    wanted = [module for module in modules if not module.endswith("__main__")]
    block = "import sys, importlib; sys.modules['streamlit'] = None"
    script = f"{block}\nfor module in {wanted!r}: importlib.import_module(module)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
