"""A server and a browser for the tests that need real ones."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tools.served import Scheme, launched, served

# Before it is imported, so that its assertions say what they found.
pytest.register_assert_rewrite("tests.browser.visitor")

from tests.browser.visitor import Visitor  # noqa: E402

StartServer = Callable[[Mapping[str, str]], str]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the session; every visit gets a context of its own."""
    with sync_playwright() as playwright:
        chromium = launched(playwright)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with the shipped datasets."""
    with served(tmp_path_factory.mktemp("server")) as url:
        yield url


@pytest.fixture
def start_server(tmp_path: Path) -> Iterator[StartServer]:
    """Starts a fresh server with settings of the test's own; gives its address."""
    with ExitStack() as stack:
        yield lambda settings: stack.enter_context(served(tmp_path, settings))


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visitor]]:
    """Opens an address as a new visitor (own window, no history) and waits until it is still."""
    with ExitStack() as stack:

        def opened(url: str, width: int = 1440, height: int = 900, scheme: Scheme = "light") -> Visitor:
            return stack.enter_context(Visitor.at(browser, url, width, height, scheme))

        yield opened


@pytest.fixture(scope="session")
def been_here(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that stays the same for the session, and so keeps what it has once loaded."""
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def come_again(been_here: BrowserContext) -> Iterator[Callable[..., Visitor]]:
    """Opens an address in a new window of a browser that has been here before."""
    with ExitStack() as stack:
        yield lambda url, size, scheme: stack.enter_context(Visitor.again(been_here, url, *size, scheme))
