"""Make the generated pages of the documentation again: `make docs`. With --check only say which are out of date."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.docs_config import config_page  # noqa: E402
from tools.docs_data_guide import data_guide_page  # noqa: E402
from tools.docs_method import method_page  # noqa: E402

PAGES: Mapping[str, Callable[[], str]] = {
    "docs/method.md": method_page,
    "docs/config.md": config_page,
    "docs/data-guide.md": data_guide_page,
}
"""Every generated page, and what makes it."""


def main(arguments: list[str]) -> int:
    """Write the pages that changed; with --check write nothing and fail where one would."""
    stale = [name for name, make in PAGES.items() if not is_current(name, make())]
    for name in stale:
        print(f"{name} is out of date: run make docs" if "--check" in arguments else f"{name} made")
        if "--check" not in arguments:
            (ROOT / name).write_text(PAGES[name](), encoding="utf-8")
    return 1 if stale and "--check" in arguments else 0


def is_current(name: str, content: str) -> bool:
    """Whether the page on disk is what would be made now."""
    path = ROOT / name
    return path.exists() and path.read_text(encoding="utf-8") == content


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
