"""A visitor to the dashboard, and what must hold on every page that anybody opens."""

import re
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Self

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tools.served import PATIENCE, Scheme, drawn, settled

# Findings of Streamlit's own elements that we can't mend: the unnamed hover mark of a sparkline, and on a phone
# the frame in which a wide table scrolls (by touch, not by key).
AXE_KNOWN = frozenset({"svg-img-alt", "scrollable-region-focusable"})
# On a phone the menu moves to the side, where its groups are a list within a list that axe objects to.
NOT_OURS = {"exclude": [["[data-testid=stSidebarNav]"]]}
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# On a deep link the client looks for the server's base path at the wrong place first.
CONSOLE_KNOWN = ("/_stcore/health", "/_stcore/host-config")
TOO_WIDE = "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"
CLIPPED = """[...document.querySelectorAll('[data-testid=stMain] *')]
    .filter(e => e.closest('[data-testid=stDataFrame], [data-testid=stTable], [role=tablist]') === null)
    .filter(e => e.closest('.js-plotly-plot, svg') === null)
    .filter(e => e.getClientRects().length && e.getBoundingClientRect().right > innerWidth + 1)
    .map(e => e.dataset.testid || e.className || e.tagName).slice(0, 5)"""


@dataclass
class Visitor:
    """A page in a window of its own, with what its console said and which hosts it asked."""

    page: Page
    console: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    @classmethod
    @contextmanager
    def at(
        cls, browser: Browser, url: str, width: int = 1440, height: int = 900, scheme: Scheme = "light"
    ) -> Generator[Self]:
        """Come for the first time: open `url` in a browser that has never been here."""
        context = browser.new_context()
        with cls.again(context, url, width, height, scheme) as visitor:
            yield visitor
        context.close()

    @classmethod
    @contextmanager
    def again(
        cls, context: BrowserContext, url: str, width: int, height: int, scheme: Scheme
    ) -> Generator[Self]:
        """Open `url` in a new window and wait until the page is still and its charts are drawn.

        A browser that has been here before holds the dashboard's program, and is there in a fifth of the time.
        """
        context.set_default_timeout(PATIENCE)
        visitor = cls(context.new_page())
        visitor.page.set_viewport_size({"width": width, "height": height})
        visitor.page.emulate_media(color_scheme=scheme)
        visitor.listen()
        visitor.page.goto(url)
        visitor.wait()
        yield visitor
        visitor.page.close()

    def listen(self) -> None:
        """Keep errors of the console and the hosts that are asked for anything."""
        self.page.on("pageerror", lambda error: self.console.append(str(error)))
        self.page.on("console", lambda said: self._heard(said.type, said.text, said.location))
        self.page.on("request", lambda asked: self.hosts.add(asked.url.split("/")[2].split(":")[0]))

    def _heard(self, kind: str, text: str, location: Any) -> None:  # noqa: ANN401
        if kind == "error" and not location.get("url", "").endswith(CONSOLE_KNOWN):
            self.console.append(f"{text} ({location.get('url', '')})")

    def wait(self) -> None:
        """Wait until the script has ended and the charts are drawn."""
        settled(self.page)
        drawn(self.page)

    def turn_to(self, width: int, height: int, scheme: Scheme) -> None:
        """Look at the same page in a window of another size, in light or dark, and wait until it has followed."""
        self.page.emulate_media(color_scheme=scheme)
        self.page.set_viewport_size({"width": width, "height": height})
        app = self.page.get_by_test_id("stApp")
        expect(app).to_have_css("color-scheme", scheme)
        self.wait()

    def go_to(self, title: str, group: str) -> None:
        """Open a page by the menu."""
        self.page.get_by_test_id("stTopNavSection").filter(has_text=group).click()
        self.page.get_by_test_id("stTopNavDropdownLink").filter(has_text=title).click()
        expect(self.page).to_have_title(re.compile(f"^{re.escape(title)} - "))
        self.wait()

    def check(self) -> None:
        """What must hold on every page: no exception, nothing cut off, a silent console, no foreign host."""
        assert self.page.get_by_test_id("stException").all_inner_texts() == []
        assert self.page.evaluate(TOO_WIDE) <= 0
        clipped = self.page.evaluate(CLIPPED)
        assert clipped == [], clipped
        assert self.console == []
        assert self.hosts <= {"localhost", "127.0.0.1", ""}

    def check_access(self) -> None:
        """Axe finds nothing on the page but what Streamlit's own elements bring."""
        found = Axe().run(self.page, context=NOT_OURS, options={"runOnly": {"type": "tag", "values": WCAG}})
        serious = [each for each in found.response["violations"] if each["id"] not in AXE_KNOWN]
        told = [f"{each['id']}: {each['nodes'][0]['html'][:300]}" for each in serious]
        assert told == [], "\n".join(told)
