"""Photograph every page at two sizes, light and dark, whole length.

    python -m tools.screenshots FOLDER [--data DATASET] [--as-at 2019-05-31] [--url http://localhost:8501]

Without --url it serves the shipped datasets itself.
"""

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import get_args
from urllib.parse import urlencode

from playwright.sync_api import Browser, sync_playwright

from tools.served import Scheme, drawn, launched, served, settled
from ui.state import PAGES, PageEntry

SIZES = ((1440, 900), (390, 844))


def main() -> None:
    """Read the command line, serve, photograph."""
    asked = arguments()
    asked.folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        address = asked.url or stack.enter_context(served(Path(tempfile.mkdtemp())))
        browser = launched(stack.enter_context(sync_playwright()))
        for entry, size, scheme in cases():
            photograph(
                browser, f"{address}/{entry.path}?{parameters(asked)}", size, scheme, file(asked, entry)
            )
        browser.close()


def arguments() -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--data", default="")
    parser.add_argument("--as-at", default="")
    parser.add_argument("--url", default="")
    return parser.parse_args()


def cases() -> Iterator[tuple[PageEntry, tuple[int, int], Scheme]]:
    """Every page at every size in every theme."""
    for entry in PAGES:
        for size in SIZES:
            for scheme in get_args(Scheme):
                yield entry, size, scheme


def parameters(asked: argparse.Namespace) -> str:
    """The part of the address that names dataset and date."""
    named = {"dataset": asked.data, "as_at": asked.as_at}
    return urlencode({name: value for name, value in named.items() if value})


def file(asked: argparse.Namespace, entry: PageEntry) -> Path:
    """Where a page's pictures go, less size and theme."""
    parts = [entry.path or "overview", asked.data, asked.as_at]
    return asked.folder / "-".join(part for part in parts if part)


def photograph(browser: Browser, url: str, size: tuple[int, int], scheme: Scheme, file: Path) -> None:
    """One picture of a page's whole length: Streamlit scrolls inside, so the window is made as tall."""
    width, height = size
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    page = context.new_page()
    page.goto(url)
    settled(page)
    drawn(page)
    length = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    page.set_viewport_size({"width": width, "height": max(height, min(int(length), 12_000))})
    page.wait_for_timeout(600)
    page.screenshot(path=f"{file}-{width}-{scheme}.png")
    print(f"{file}-{width}-{scheme}.png")
    context.close()


if __name__ == "__main__":
    main()
