"""The project's own Python files, parsed, for the tests of what may stand where."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

OURS = ("readiness", "ui", "pages", "tools", "benchmarks", "tests")
TOP_LEVEL = ("app.py",)


def files(*folders: str) -> list[Path]:
    """Every Python file under these folders, in order."""
    return sorted(path for folder in folders for path in Path(folder).rglob("*.py"))


def all_files() -> list[Path]:
    """Every Python file of the project."""
    return [*map(Path, TOP_LEVEL), *files(*OURS)]


@cache
def tree(path: Path) -> ast.Module:
    """The file, parsed."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imported(path: Path) -> set[str]:
    """The full names of the modules that a file imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function of a file, methods and inner ones included."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def attribute_names(path: Path) -> set[str]:
    """Every dotted name that a file uses, such as st.html."""
    return {ast.unparse(node) for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute)}


def names(path: Path) -> set[str]:
    """Every plain name that a file uses or imports; words inside texts are not names."""
    used = {node.id for node in ast.walk(tree(path)) if isinstance(node, ast.Name)}
    return used | {part for module in imported(path) for part in module.split(".")}
