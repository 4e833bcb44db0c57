"""Every page opens for everybody: every dataset, two sizes, light and dark."""

from collections.abc import Callable

import pytest

from tests.browser.visitor import Visitor
from tools.served import Scheme
from ui.state import PAGES, PageEntry

WIDE, PHONE = (1440, 900), (390, 844)
LOOKS: tuple[tuple[str, tuple[int, int], Scheme], ...] = (
    ("wokingham", WIDE, "light"),
    ("northmere", WIDE, "dark"),
    ("northmere", PHONE, "light"),
)
"""With the visit below, every size in both schemes and every dataset. Each visit takes seconds, so not all twelve."""

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
def test_a_page_shows_another_dataset_on_an_earlier_day_in_a_later_framework(
    visit: Callable[..., Visitor], address: str, entry: PageEntry
) -> None:
    url = f"{address}/{entry.path}?dataset=reading&as_at=2016-12-31&framework=ilacs-2026"
    visit(url, width=PHONE[0], height=PHONE[1], scheme="dark").check()
