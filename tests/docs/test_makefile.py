"""The commands that the documentation names are those of the Makefile."""

import re
from pathlib import Path

import pytest

MAKEFILE = Path("Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.M))
PAGES = [path for path in [Path("README.md"), *sorted(Path("docs").rglob("*.md"))] if path.exists()]


@pytest.mark.parametrize("target", ["help", "run", "test", "lint", "bench", "docs", "check"])
def test_a_command_says_in_the_list_what_it_does(target: str) -> None:
    assert re.search(rf"^{target}:.*## \S", MAKEFILE, re.M)


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_a_page_names_only_commands_that_exist(page: Path) -> None:
    assert set(re.findall(r"`make ([a-z-]+)`", page.read_text(encoding="utf-8"))) <= TARGETS


def test_run_time_packages_are_pinned_and_separate_from_tools() -> None:
    lines = Path("requirements.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", pin) for pin in pins)
    assert not {"pytest", "ruff", "playwright"} & {pin.split("==")[0] for pin in pins}
