"""Taking down in a meeting, in real browsers: by keyboard, two at once, and still there after a restart."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import StartServer
from tests.browser.visitor import Visitor

SCREEN = "meeting?dataset=reading&as_at=2026-04-30&screen=decisions"


def type_action(visitor: Visitor, title: str) -> None:
    """Fill in the form without a mouse, up to its button."""
    page = visitor.page
    page.get_by_role("textbox", name="What is to be done").focus()
    page.keyboard.type(title)
    page.keyboard.press("Tab")
    page.keyboard.type("front door")
    expect(page.get_by_role("option")).not_to_have_count(0)
    page.keyboard.press("Enter")
    owner = page.get_by_role("textbox", name="Owner's role", exact=True)
    owner.focus()
    page.keyboard.type("Head of service, assessment")
    page.get_by_role("button", name="Take this down").focus()


def test_two_who_take_down_at_once_lose_nothing_and_a_restart_keeps_it(
    start_server: StartServer, visit: Callable[..., Visitor], tmp_path: Path
) -> None:
    shutil.copytree("data/reading", tmp_path / "data" / "reading")
    before = (tmp_path / "data" / "reading" / "actions.csv").read_bytes()
    settings = {"READINESS_DATA_DIR": str(tmp_path / "data")}
    url = start_server(settings)
    titles = ("Never leave a contact overnight", "Do dip samples each month")
    both = [visit(f"{url}/{SCREEN}") for _ in titles]
    for visitor, title in zip(both, titles, strict=True):
        type_action(visitor, title)
    for visitor in both:
        visitor.page.keyboard.press("Enter")
    for visitor in both:
        expect(visitor.page.get_by_test_id("stAlert")).to_contain_text("is taken down")
        visitor.wait()
        visitor.check()
    both[1].check_access()
    written = (tmp_path / "data" / "reading" / "actions.csv").read_bytes()
    assert written.startswith(before)
    added = list(csv.DictReader(written.decode("utf-8").splitlines()))[-2:]
    assert {row["title"] for row in added} == set(titles)
    assert [row["action"] for row in added] == ["ACT-001", "ACT-002"]
    again = visit(f"{start_server(settings)}/{SCREEN}")
    for title in titles:
        expect(again.page.get_by_text(title, exact=True)).to_have_count(1)
