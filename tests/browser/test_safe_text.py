"""Text from files makes no link, picture or request in a browser; no table leaves by a button that skips our rules."""

import shutil
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import StartServer
from tests.browser.visitor import Visitor

HOSTILE = (
    "[x](http://evil.invalid/a) ![y](http://evil.invalid/b.png) http://evil.invalid/c www.evil.invalid "
    "jo@evil.invalid <img src=http://evil.invalid/d> (https://evil.invalid/e)"
)
FROM_TEXT = "a[href*='evil'], img[src*='evil'], [data-testid=stMain] script"


def test_an_address_in_a_file_is_words_on_the_page(
    start_server: StartServer, visit: Callable[..., Visitor], tmp_path: Path
) -> None:
    shutil.copytree("data/reading", tmp_path / "data" / "reading")
    findings = tmp_path / "data" / "reading" / "findings.csv"
    head, first, *rest = findings.read_text(encoding="utf-8").splitlines()
    name, inspection, *_ = first.split(",")
    row = f'{name},{inspection},front-door,strength,"{HOSTILE}",Report'
    findings.write_text("\n".join([head, row, *rest]), encoding="utf-8")
    url = start_server({"READINESS_DATA_DIR": str(tmp_path / "data")})
    visitor = visit(f"{url}/areas?dataset=reading&as_at=2016-12-31&criterion=front-door")
    visitor.check()
    assert "evil.invalid/c" in visitor.page.locator("[data-testid=stMain]").inner_text()
    assert visitor.page.locator(FROM_TEXT).count() == 0
    assert visitor.hosts == {"localhost"}


def test_a_table_in_a_frame_has_no_download_that_skips_the_marking(
    visit: Callable[..., Visitor], address: str
) -> None:
    visitor = visit(f"{address}/trends?dataset=northmere&as_at=2026-07-01")
    for summary in visitor.page.locator("details summary").all():
        summary.click()
    visitor.wait()
    buttons = visitor.page.get_by_test_id("stElementToolbarButton")
    expect(buttons.locator("[aria-label^='Search']").first).to_be_visible()
    assert buttons.locator("[aria-label^='Download']").count()
    assert not any(each.is_visible() for each in buttons.locator("[aria-label^='Download']").all())
