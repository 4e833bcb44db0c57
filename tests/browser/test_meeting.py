"""A meeting from its start to its end by the keyboard alone. That it outlives the server: test_taking_down."""

import csv
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.visitor import Visitor
from tools.served import served, settled

LATE = "dataset=northmere&as_at=2026-11-06"
TITLE = "Bring every overdue action to the board"
SCREENS = 10


def place(page: Page) -> str:
    """Where the meeting is: `3 of 10 · Since we last met`."""
    return page.locator(".st-key-meeting-way p").first.inner_text()


def press(page: Page, key: str, awaited: str) -> None:
    """Press a key, and wait until the screen that it leads to says where it is."""
    page.keyboard.press(key)
    expect(page.locator(".st-key-meeting-way p").first).to_have_text(re.compile(rf"^{awaited}"))


def tab_to(page: Page, label: str) -> None:
    """Go from element to element by the Tab key until the one with this label has the focus."""
    wanted = page.get_by_label(label, exact=True).first
    wanted.wait_for()
    for _ in range(60):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{label} can't be reached by the Tab key")


def through_every_screen(page: Page) -> None:
    """On to the last screen and back to the first; each is one that the link names."""
    for number in range(2, SCREENS + 1):
        press(page, "ArrowRight", f"{number} of {SCREENS} ")
    assert "screen=decisions" in page.url
    press(page, "ArrowLeft", f"{SCREENS - 1} of {SCREENS} ")
    press(page, "Home", f"1 of {SCREENS} ")


def into_the_figures_and_back(page: Page) -> None:
    """The notes, then the page behind a screen, and the same screen again with its notes still there."""
    press(page, "ArrowRight", "2 of 10")
    page.keyboard.press("n")
    expect(page.get_by_text("Presenter's notes").first).to_be_visible()
    page.keyboard.press("d")
    expect(page.locator(".st-key-return-to-meeting")).to_contain_text("Back to the meeting: Judgement areas")
    settled(page)
    assert "/areas?" in page.url
    page.keyboard.press("m")
    expect(page.locator(".st-key-meeting-way p").first).to_have_text(re.compile("^2 of 10"))
    expect(page.get_by_text("Presenter's notes").first).to_be_visible()
    page.keyboard.press("n")
    expect(page.get_by_text("Presenter's notes")).to_have_count(0)


def agree_on_an_action(page: Page) -> None:
    """Take an action down on the last screen. Keys that are typed into a field turn no page."""
    for number in range(3, SCREENS + 1):
        press(page, "ArrowRight", f"{number} of {SCREENS} ")
    tab_to(page, "What is to be done")
    page.keyboard.type(TITLE)
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Home")
    assert place(page).startswith(f"{SCREENS} of {SCREENS} ")
    tab_to(page, "Area or theme")
    page.keyboard.type("Impact of leaders")
    expect(page.get_by_role("option")).not_to_have_count(0)
    page.keyboard.press("Enter")
    tab_to(page, "Owner's role")
    page.keyboard.type("Director of children's services")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText").startswith("Take"):
            break
    page.keyboard.press("Enter")
    saved = page.get_by_test_id("stAlert").filter(has_text="is taken down")
    expect(saved).to_have_count(1)
    expect(page.get_by_text(TITLE, exact=True)).to_have_count(1)


def test_a_meeting_is_led_by_the_keyboard_alone_and_what_it_agrees_stands_in_the_file(
    visit: Callable[..., Visitor], tmp_path: Path
) -> None:
    shutil.copytree("config", tmp_path / "config")
    shutil.copytree("data/northmere", tmp_path / "data" / "northmere")
    settings = {"READINESS_CONFIG": str(tmp_path / "config"), "READINESS_DATASETS": "northmere"}
    with served(tmp_path, settings) as url:
        visitor = visit(f"{url}/meeting?{LATE}")
        page = visitor.page
        expect(page.locator(".st-key-row-open-screen-decisions")).to_be_visible()
        settled(page)
        press(page, "s", f"1 of {SCREENS} · Headline")
        expect(page.get_by_test_id("stHeader")).to_be_hidden()
        through_every_screen(page)
        into_the_figures_and_back(page)
        agree_on_an_action(page)
        visitor.check()
        page.locator("h1").click()
        page.keyboard.press("Escape")
        # While the script runs anew, the heading that was stands beside the one that is.
        expect(page.get_by_role("heading", level=1, name="screens are ready")).to_be_visible()
    with (tmp_path / "data" / "northmere" / "actions.csv").open(encoding="utf-8", newline="") as file:
        assert [row["owner"] for row in csv.DictReader(file) if row["title"] == TITLE] == [
            "Director of children's services"
        ]
