"""How long files and functions may be, and what may be written where."""

import ast
import re
from pathlib import Path

import pytest

from tests.walls.sources import all_files, attribute_names, files, functions, names, tree

LONGEST_MODULE = 400
LONGEST_PAGE = 80
MOST_STATEMENTS = 40
OUTSIDE_TESTS = [path for path in all_files() if path.parts[0] != "tests"]
TEXT_KINDS = {".py", ".toml", ".md", ".yaml", ".yml", ".css", ".txt", ".csv", ".sh", ""}
GENERATED = {
    ".venv",
    ".git",
    "build",
    "screenshots",
    "__pycache__",
    ".pytest_cache",
    ".ruff_cache",
    ".hypothesis",
}
# Put together here so that this file does not hold what it looks for.
THIS_MACHINE = re.compile("|".join(["/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/", r"C:\\Us" + "ers"]))


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def statements(function: ast.AST) -> int:
    return sum(isinstance(node, ast.stmt) for node in ast.walk(function)) - 1


@pytest.mark.parametrize("path", all_files(), ids=str)
def test_no_module_is_longer_than_its_subject(path: Path) -> None:
    assert lines(path) <= LONGEST_MODULE


@pytest.mark.parametrize("path", files("pages"), ids=str)
def test_a_page_is_short_and_reads_no_file(path: Path) -> None:
    used = names(path) | {name.split(".")[-1] for name in attribute_names(path)}
    assert lines(path) < LONGEST_PAGE
    assert not used & {"read_csv", "yaml", "open", "read_text", "read_bytes"}


@pytest.mark.parametrize("path", all_files(), ids=str)
def test_no_function_does_too_much(path: Path) -> None:
    assert {
        each.name: statements(each) for each in functions(path) if statements(each) > MOST_STATEMENTS
    } == {}


@pytest.mark.parametrize("path", OUTSIDE_TESTS, ids=str)
def test_a_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(tree(path))


@pytest.mark.parametrize("path", files("ui", "pages"), ids=str)
def test_caches_stand_in_loading_and_html_in_the_router(path: Path) -> None:
    used = attribute_names(path)
    assert path == Path("ui/loading.py") or not {name for name in used if name.startswith("st.cache")}
    assert path == Path("ui/router.py") or "st.html" not in used


@pytest.mark.parametrize("word", ["unsafe_allow_html", "unsafe_allow_javascript", "use_container_width"])
def test_words_that_stand_nowhere(word: str) -> None:
    assert [str(path) for path in OUTSIDE_TESTS if word in path.read_text(encoding="utf-8")] == []


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    found = [
        f"{path}:{number}"
        for path in project_files()
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if THIS_MACHINE.search(line)
    ]
    assert found == []


def project_files() -> list[Path]:
    return [
        path
        for path in sorted(Path().rglob("*"))
        if path.is_file() and path.suffix in TEXT_KINDS and not GENERATED & set(path.parts)
    ]
