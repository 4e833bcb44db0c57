"""What runs on every visit, whichever page is asked for: menu, bar, then the page.

It lies here and not beside `pages/`, because on a fresh server Streamlit would take a folder `pages/`
beside it for its old multipage app and run a page without it (docs/decisions/0001-router.md).
"""

from itertools import groupby
from pathlib import Path

import streamlit as st

from readiness.config.models import Config
from readiness.problems import UserError
from readiness.wording import listed
from ui import loading
from ui.bar import show_bar
from ui.meeting_return import MEETING, show_return
from ui.parts import show_problems
from ui.snapshots import show_presented
from ui.state import PAGES, UPRIGHT, PageEntry, remember_view

HERE = Path(__file__).resolve().parent


def main() -> None:
    """Build the menu, choose the view, run the page."""
    # The icon comes first: without one of ours the browser fetches the default from another host.
    st.set_page_config(page_icon=str(HERE / "static" / "icon.png"), layout="wide")
    config = opened_configuration()
    page = st.navigation(menu(config), position="top")
    st.html(HERE / "print.css")
    if page.title in UPRIGHT:
        st.html(HERE / "upright.css")
    if page.url_path == MEETING:
        st.html(HERE / "meeting.css")
    st.set_page_config(page_title=f"{page.title} - {title_of(config)}")
    view = show_bar(config) if config else None
    if view is None:
        return
    remember_view(view)
    if view.snapshot:
        show_presented(view, view.snapshot)
    show_return(page.url_path)
    page.run()


def menu(config: Config | None) -> dict[str, list[st.Page]]:
    """The pages in their groups, as `st.navigation` takes them."""
    inspectorate = inspectorates_of(config)
    return {
        group: [page_of(entry, inspectorate) for entry in entries]
        for group, entries in groupby(PAGES, key=lambda entry: entry.group)
    }


def page_of(entry: PageEntry, inspectorate: str) -> st.Page:
    """One page of the menu; the one without a path of its own is shown first."""
    return st.Page(
        HERE.parent / "pages" / entry.file,
        title=entry.title,
        url_path=entry.path or None,
        default=not entry.path,
        help=entry.question.format(inspectorate=inspectorate),
    )


def inspectorates_of(config: Config | None) -> str:
    """Who inspects by any framework: the menu is drawn before one is chosen."""
    frameworks = config.frameworks.values() if config else ()
    return listed(sorted({each.inspectorate for each in frameworks})) or "the inspectorate"


def opened_configuration() -> Config | None:
    """The configuration; None where its files have mistakes, which are then all on screen."""
    try:
        return loading.configuration()
    except UserError as error:
        show_problems("The configuration has mistakes, so nothing can be scored.", error)
        return None


def title_of(config: Config | None) -> str:
    """What this installation calls the dashboard."""
    return config.settings.branding.title if config else "Inspection readiness"


main()
