"""Every page opens for everybody: both datasets, two sizes, light and dark."""

from collections.abc import Callable

import pytest

from tests.browser.visitor import Visitor
from tools.served import Scheme
from ui.state import PAGES, PageEntry

DATASETS = ("wokingham", "reading")
SIZES = ((1440, 900), (390, 844))
PATHS = [pytest.param(entry, id=entry.path or "overview") for entry in PAGES]


@pytest.mark.parametrize("entry", PATHS)
@pytest.mark.parametrize("dataset", DATASETS)
@pytest.mark.parametrize(("size", "scheme"), list(zip(SIZES, ("light", "dark"), strict=True)))
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
    for asked in ("as_at=2011-01-01", "as_at=2016-05-31&framework=ilacs-2026", "framework=sif-2013"):
        visit(f"{address}/{entry.path}?{asked}").check()
