"""Every page opens for everybody: every dataset, two sizes, light and dark."""

from collections.abc import Callable

import pytest

from tests.browser.visitor import Visitor
from tools.served import Scheme
from ui.state import PAGES, PageEntry

WIDE, PHONE = (1440, 900), (390, 844)
LOOKS: tuple[tuple[str, tuple[int, int], Scheme], ...] = (
    ("wokingham", WIDE, "light"),
    ("wokingham", PHONE, "dark"),
    ("northmere", WIDE, "dark"),
    ("northmere", PHONE, "light"),
    ("reading", WIDE, "light"),
)
"""Every dataset, and every size in both schemes; not every one of the twelve, since each visit takes seconds."""

PATHS = [pytest.param(entry, id=entry.path or "overview") for entry in PAGES]


@pytest.mark.parametrize("entry", PATHS)
@pytest.mark.parametrize(("dataset", "size", "scheme"), LOOKS)
def test_a_page_shows_whole_and_can_be_used_by_everybody(
    visit: Callable[..., Visitor],
    address: str,
    entry: PageEntry,
    dataset: str,
    size: tuple[int, int],
    scheme: Scheme,
) -> None:
    url = f"{address}/{entry.path}?dataset={dataset}"
    visitor = visit(url, width=size[0], height=size[1], scheme=scheme)
    visitor.check()
    visitor.check_access()
    assert visitor.page.title().startswith(entry.title)


@pytest.mark.parametrize("entry", PATHS)
def test_a_page_shows_early_dates_and_every_framework(
    visit: Callable[..., Visitor], address: str, entry: PageEntry
) -> None:
    for asked in ("as_at=2011-01-01", "dataset=northmere&as_at=2024-02-29&framework=sif-2013"):
        visit(f"{address}/{entry.path}?{asked}").check()
