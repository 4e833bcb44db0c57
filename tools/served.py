"""The dashboard served and visited as people do: its own server, Chromium, and the wait until it is still.

Shared by the browser tests and the screenshots.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, Playwright, expect

ROOT = Path(__file__).resolve().parent.parent
Scheme = Literal["light", "dark"]

CHROMIUM_ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
TELL_ERRORS = ("--client.showErrorDetails", "full")
"""People get no stack trace on screen; tests do."""

STILL = '[data-testid="stApp"][data-test-script-state="notRunning"]'
PATIENCE = 120_000
"""Milliseconds to wait for a page on a machine that is busy with other tests."""

# Of the few seconds that Playwright gives an expectation by itself a slow machine needs more.
expect.set_options(timeout=PATIENCE)


@contextmanager
def served(folder: Path, settings: Mapping[str, str] | None = None) -> Generator[str]:
    """The address of a fresh server with `settings` added to its environment; its log goes to `folder`."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port), *TELL_ERRORS]
    log = (folder / "server.log").open("w", encoding="utf-8")
    server = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **(settings or {})}, stdout=log, stderr=subprocess.STDOUT
    )
    try:
        wait_until_healthy(server, port)
        yield f"http://localhost:{port}"
    finally:
        server.terminate()
        server.wait(timeout=PATIENCE / 1000)
        log.close()


def free_port() -> int:
    """A port that nothing listens on just now."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


def wait_until_healthy(server: subprocess.Popen[bytes], port: int) -> None:
    """Wait until the server says it is ready. Raises RuntimeError where it ends or takes too long."""
    end = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(f"http://localhost:{port}/_stcore/health", timeout=2)
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("The server did not start: see server.log")


def launched(playwright: Playwright) -> Browser:
    """A Chromium without a window. Raises RuntimeError where the machine has none."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        raise RuntimeError("No Chromium on this machine: `make chromium` installs one")
    return playwright.chromium.launch(executable_path=found, args=list(CHROMIUM_ARGS))


def settled(page: Page) -> None:
    """Wait until the script has run to its end, twice looked: it may start again after the first widgets."""
    page.wait_for_selector(STILL, timeout=PATIENCE)
    page.locator(
        "h1:visible, [data-testid=stAlert]:visible, [data-testid=stException]:visible"
    ).first.wait_for(timeout=PATIENCE)
    page.wait_for_timeout(250)
    page.wait_for_selector(STILL, timeout=PATIENCE)


def drawn(page: Page) -> None:
    """Wait until nothing is a grey placeholder any more and every chart shows its picture."""
    for unfinished in ("[data-testid=stSkeleton]", "[data-testid=stPlotlyChart]:not(:has(.main-svg))"):
        expect(page.locator(unfinished)).to_have_count(0)
