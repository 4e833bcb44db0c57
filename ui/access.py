"""Who may write from the screen: by the roles of the sign-in where there is one, else by the setting `writing`.

Asked when a form is shown, and again at the moment of writing: a page may have stood open for days.
"""

import time
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

import streamlit as st

from readiness.config.models import Settings
from ui.state import View

HERE = ("localhost", "127.0.0.1", "::1")
FORWARDED = (
    "forwarded",
    "via",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-proto",
    "x-real-ip",
)
"""Headers that a proxy adds: with one of them the visitor is somewhere else, however near the proxy is."""
CLAIMS = ("roles", "groups")
SIGNED_IN_LONGEST = 12 * 60 * 60
"""Seconds after which a sign-in reads and no longer writes: the cookie lasts for weeks, and roles are as old as it."""

AS_PRESENTED = "This is what was presented, so nothing can be saved in it. Go back to today to save anything."
NOBODY = "This installation is set to read only, so nothing can be saved here."
ELSEWHERE = (
    "Nothing can be saved from here: without a sign-in only a browser on the machine that runs the dashboard may "
    "write, at an address that begins with localhost."
)
SIGN_IN = "Sign in to save anything here."
SIGN_IN_AGAIN = (
    "You signed in too long ago to save anything. Sign in again: what is on screen stays readable."
)
NO_ROLE = (
    "Your role may read, and not write. An editor's or administrator's role is needed to save anything here."
)
WHAT_TO_DO = (
    "Ask whoever runs the dashboard (writing and roles in settings.yaml), or add the row to the file."
)


def may_write(view: View) -> bool:
    """Whether this visitor may add rows to the dataset on screen, now."""
    return not _refusal(view)


def why_not(view: View) -> str:
    """Why this visitor may not write, and what to do instead, in plain words; empty where they may."""
    refusal = _refusal(view)
    return refusal if refusal in ("", AS_PRESENTED) else f"{refusal} {WHAT_TO_DO}"


def _refusal(view: View) -> str:
    if view.snapshot is not None:
        return AS_PRESENTED
    settings, user = view.workspace.config.settings, st.user.to_dict()
    if "is_logged_in" in user or any(claim in user for claim in CLAIMS):
        return refusal_by_role(user, settings, time.time())
    return refusal_by_setting(settings)


def refusal_by_role(user: Mapping[str, object], settings: Settings, now: float) -> str:
    """Why somebody with these claims of a sign-in may not write at `now` (seconds since 1970); empty: they may."""
    if not user.get("is_logged_in", True):
        return SIGN_IN
    held = {name for claim in CLAIMS for name in _names(user.get(claim))}
    allowed = {name for role in ("editor", "admin") for name in settings.roles.get(role, ())}
    if not held & allowed:
        return NO_ROLE
    issued = user.get("iat")
    recent = issued is None or (isinstance(issued, int | float) and now - issued <= SIGNED_IN_LONGEST)
    return "" if recent else SIGN_IN_AGAIN


def refusal_by_setting(settings: Settings) -> str:
    """Why a visitor may not write where nobody signs in; empty: they may."""
    if settings.writing == "nobody":
        return NOBODY
    if settings.writing == "everybody":
        return ""
    # Each is looked at only while those before say "here": what is not known counts as somewhere else.
    here = (
        at_home(st.context.url) and st.context.ip_address is None and not forwarded(st.context.headers.keys())
    )
    return "" if here else ELSEWHERE


def at_home(url: str | None) -> bool:
    """Whether the address in the browser is that of its own machine. One that is none is somewhere else."""
    try:
        return bool(url) and urlsplit(url).hostname in HERE
    except ValueError:
        return False


def forwarded(headers: Iterable[str]) -> bool:
    """Whether any of these headers says that a proxy stands between."""
    return any(name.casefold() in FORWARDED for name in headers)


def _names(claim: object) -> list[str]:
    """The names in a claim: a list of them, or one."""
    if isinstance(claim, str):
        return [claim]
    return [str(name) for name in claim] if isinstance(claim, list | tuple | set) else []
