"""Every page opens for everybody: every dataset, two sizes, light and dark."""

from collections.abc import Callable

import pytest

from tests.browser.visitor import Visitor
from tools.served import Scheme
from ui.state import PAGES, PageEntry

WIDE, PHONE = (1440, 900), (390, 844)
LOOKS: dict[str, tuple[tuple[tuple[int, int], Scheme], ...]] = {
    "wokingham": ((WIDE, "light"),),
    "northmere": ((WIDE, "dark"), (PHONE, "light")),
}
"""With the visit below, every size in both schemes and every dataset. A visit takes seconds, so the same visitor turns
the telephone out of the pocket instead of coming again."""

PATHS = [pytest.param(entry, id=entry.path or "overview") for entry in PAGES]


@pytest.mark.parametrize("entry", PATHS)
@pytest.mark.parametrize("dataset", LOOKS)
def test_a_page_shows_whole_and_can_be_used_by_everybody(
    come_again: Callable[..., Visitor], address: str, entry: PageEntry, dataset: str
) -> None:
    first, *others = LOOKS[dataset]
    visitor = come_again(f"{address}/{entry.path}?dataset={dataset}", *first)
    assert visitor.page.title().startswith(entry.title)
    visitor.check()
    visitor.check_access()
    for size, scheme in others:
        visitor.turn_to(*size, scheme)
        visitor.check()
        visitor.check_access()


@pytest.mark.parametrize("entry", PATHS)
def test_a_page_shows_another_dataset_on_an_earlier_day_in_a_later_framework(
    come_again: Callable[..., Visitor], address: str, entry: PageEntry
) -> None:
    url = f"{address}/{entry.path}?dataset=reading&as_at=2016-12-31&framework=ilacs-2026"
    come_again(url, PHONE, "dark").check()
