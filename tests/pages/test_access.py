"""Who may write: by the claims of a sign-in, else by the setting; and nobody where it is not known."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from readiness.config.models import Settings
from tests.pages.visit import PATIENCE, ROOT, installation, said
from ui.access import (
    ELSEWHERE,
    NO_ROLE,
    NOBODY,
    SIGN_IN,
    SIGN_IN_AGAIN,
    SIGNED_IN_LONGEST,
    at_home,
    forwarded,
    refusal_by_role,
)

ROLES = Settings(roles={"viewer": ("all",), "editor": ("qa", "performance"), "admin": ("it",)})
NOW = 1_800_000_000.0


@pytest.mark.parametrize(
    ("user", "refusal"),
    [
        ({"is_logged_in": False}, SIGN_IN),
        ({"is_logged_in": True}, NO_ROLE),
        ({"is_logged_in": True, "roles": ["all"]}, NO_ROLE),
        ({"is_logged_in": True, "roles": ["qa"]}, ""),
        ({"is_logged_in": True, "groups": ["staff", "performance"]}, ""),
        ({"is_logged_in": True, "roles": "it"}, ""),
        ({"is_logged_in": True, "roles": ["q", "a"]}, NO_ROLE),
        ({"is_logged_in": True, "roles": None, "groups": 7}, NO_ROLE),
        ({"roles": ["qa"]}, ""),
        ({"is_logged_in": True, "roles": ["qa"], "iat": NOW - 60}, ""),
        ({"is_logged_in": True, "roles": ["qa"], "iat": NOW - SIGNED_IN_LONGEST - 1}, SIGN_IN_AGAIN),
        ({"is_logged_in": True, "roles": ["qa"], "iat": "yesterday"}, SIGN_IN_AGAIN),
        ({"is_logged_in": True, "roles": ["qa"], "iat": float("nan")}, SIGN_IN_AGAIN),
    ],
)
def test_a_sign_in_writes_by_its_roles_while_it_is_recent(user: dict[str, object], refusal: str) -> None:
    assert refusal_by_role(user, ROLES, NOW) == refusal


def test_behind_a_sign_in_with_nobody_named_nobody_writes() -> None:
    assert refusal_by_role({"is_logged_in": True, "roles": ["admin"]}, Settings(), NOW) == NO_ROLE


@pytest.mark.parametrize("url", ["http://localhost:8501/plan", "http://127.0.0.1", "http://[::1]:8501/"])
def test_an_address_of_this_machine_is_at_home(url: str) -> None:
    assert at_home(url)


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "https://readiness.example.gov.uk/",
        "http://localhost.example.org",
        "http://localhost@evil.org/",
        "//",
        "http://[::1",
        "http://[localhost]/",
        "http://127.0.0.1.example.org/",
        "http://[::ffff:192.0.2.1]/",
    ],
)
def test_any_other_address_is_not(url: str | None) -> None:
    assert not at_home(url)


def test_a_header_of_a_proxy_is_seen_whatever_its_case() -> None:
    assert forwarded(["Host", "X-Forwarded-For"])
    assert not forwarded(["Host", "User-Agent", "Origin"])


# The whole way, as the browser asks ----------------------------------------------------------------

SCRIPT = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
import streamlit as st
from readiness.workspace import open_workspace
from ui import loading
from ui.access import may_write, why_not
from ui.state import View
from datetime import date
config = loading.configuration()
opened = loading.workspace(config.settings, "mine")
view = View(opened, "mine", date(2026, 4, 30), opened.framework(date(2026, 4, 30)))
st.markdown(f"may write: {{may_write(view)}}")
st.markdown(why_not(view))
"""


def asked(user: dict[str, object] | None = None, url: str | None = None) -> str:
    app = AppTest.from_string(SCRIPT, default_timeout=PATIENCE)
    if user is not None:
        app.user = user
    if url is not None:
        app.context["url"] = url
    page = app.run()
    assert not page.exception
    return said(page)


@pytest.mark.parametrize(
    ("writing", "words"),
    [("", ELSEWHERE), ("this machine", ELSEWHERE), ("nobody", NOBODY), ("everybody", "may write: True")],
)
def test_without_a_sign_in_the_setting_decides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writing: str, words: str
) -> None:
    installation(tmp_path, monkeypatch)
    monkeypatch.setenv("READINESS_WRITING", writing)
    assert words in asked(user={"email": "somebody@example.org"})


def test_a_browser_that_does_not_come_from_this_machine_may_not_write_whatever_its_address_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installation(tmp_path, monkeypatch)
    # Streamlit's test client comes from no address that is known, so it counts as somewhere else.
    assert ELSEWHERE in asked(url="http://localhost:8501/")


@pytest.mark.parametrize(("role", "words"), [("qa", "may write: True"), ("all", NO_ROLE)])
def test_with_a_sign_in_the_role_decides_and_the_setting_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, role: str, words: str
) -> None:
    installation(tmp_path, monkeypatch)
    monkeypatch.setenv("READINESS_EDITORS", "qa")
    monkeypatch.setenv("READINESS_WRITING", "nobody" if role == "qa" else "everybody")
    assert words in asked(user={"is_logged_in": True, "roles": [role]})
