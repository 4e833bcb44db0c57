"""What is on screen, and how the URL names it: the pages, the parameters, the present view.

Streamlit binds a select box to the URL by the text it shows, so a link would change with every wording.
A text box is bound by its value. Each choice therefore has a text box, hidden by the style sheet, that
holds the id in the URL, beside the visible widget that people use (docs/decisions/0005-ids-in-links.md).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import streamlit as st
from streamlit.elements.lib.mutable_tab_container import TabContainer

from readiness.config.models import Framework
from readiness.scoring.results import Scores
from readiness.snapshots.snapshot import Snapshot
from readiness.workspace import Workspace

DATASET = "dataset"
AS_AT = "as_at"
FRAMEWORK = "framework"
AREA = "area"
CRITERION = "criterion"
INDICATOR = "indicator"
SINCE = "since"
SNAPSHOT = "snapshot"

IN_FORCE = "in-force"
"""The choice of framework that follows the as-at date; never written to the URL."""


@dataclass(frozen=True)
class PageEntry:
    """A page of the menu. `path` is its address; the first page answers at "" only.

    A `question` may hold {inspectorate}: the menu names whose frameworks are configured.
    """

    file: str
    title: str
    group: str
    path: str
    question: str


PAGES = (
    PageEntry(
        "overview.py", "Overview", "At a glance", "", "Where do we stand, how sure are we, what changed?"
    ),
    PageEntry(
        "safety.py",
        "Safety",
        "At a glance",
        "safety",
        "Is any child unsafe, unseen or unallocated today, and how do we know?",
    ),
    PageEntry(
        "since.py",
        "Since we last met",
        "At a glance",
        "since",
        "What has changed since the last meeting, and why?",
    ),
    PageEntry("meeting.py", "Meeting", "At a glance", "meeting", "What do we show and decide today?"),
    PageEntry(
        "areas.py", "Judgement areas", "Judgements", "areas", "Why does this area stand where it does?"
    ),
    PageEntry("trends.py", "Trends", "Judgements", "trends", "Which way, how fast, and what moved it?"),
    PageEntry("what_if.py", "What if", "Judgements", "what-if", "What would lift us most?"),
    PageEntry(
        "enquiry.py",
        "Lines of enquiry",
        "Judgements",
        "enquiry",
        "What would an inspector ask, and what is our best answer?",
    ),
    PageEntry(
        "indicators.py",
        "Indicators",
        "Evidence",
        "indicators",
        "Is it changing, and will it reach the target?",
    ),
    PageEntry(
        "practice.py",
        "Practice",
        "Evidence",
        "practice",
        "What do audits say, and can we trust our own grading?",
    ),
    PageEntry(
        "voice.py",
        "Voice",
        "Evidence",
        "voice",
        "What do children, families, staff and partners tell us?",
    ),
    PageEntry(
        "inspections.py",
        "Inspections",
        "Evidence",
        "inspections",
        "What has {inspectorate} said, to us and to our neighbours?",
    ),
    PageEntry(
        "plan.py", "Plan", "Improvement", "plan", "Is what we promised done, on time, and did it work?"
    ),
    PageEntry(
        "self_evaluation.py",
        "Self-evaluation",
        "Improvement",
        "self-evaluation",
        "How well do we know ourselves, and who has challenged it?",
    ),
    PageEntry(
        "grip.py",
        "Grip",
        "Improvement",
        "grip",
        "When did we first know, what did we decide, did it work?",
    ),
    PageEntry("data.py", "Data", "Data", "data", "What came in, what was set aside, how fresh is it?"),
    PageEntry(
        "method.py", "Method", "Data", "method", "How is this worked out, and how far can it be trusted?"
    ),
)

UPRIGHT = frozenset(
    {
        "Safety",
        "Since we last met",
        "Lines of enquiry",
        "Voice",
        "Plan",
        "Self-evaluation",
        "Grip",
        "Data",
        "Method",
    }
)
"""The titles of the pages of words and tables, which are printed upright; those of charts and cards lie."""


@dataclass(frozen=True)
class View:
    """What the bar at the top has chosen: the one thing that every page takes.

    With a `snapshot` everything is as it was presented then, read from its frozen files, and nothing may be written.
    """

    workspace: Workspace
    dataset: str
    as_at: date
    framework: Framework
    snapshot: Snapshot | None = None

    @property
    def scores(self) -> Scores:
        """The areas' scores in this view; worked out once, whichever session or page asks."""
        return self.workspace.score(self.as_at, self.framework.id)


def remember_view(view: View) -> None:
    """Keep the view that the router has chosen for the page it is about to run."""
    st.session_state["_view"] = view


def current_view() -> View:
    """The view of this run. Only pages ask, and the router runs no page without one."""
    return st.session_state["_view"]


def page_file(path: str) -> str:
    """The page with this address as `st.page_link` takes it: a path relative to the router."""
    entry = next(entry for entry in PAGES if entry.path == path)
    return f"../pages/{entry.file}"


def in_url(key: str) -> str:
    """The value of a URL parameter; empty where the link does not name it."""
    with st.container(key=f"url-{key}"):
        return st.text_input(key, key=key, bind="query-params")


def named_in_url(key: str) -> bool:
    """Whether the link names a parameter: what it chooses is then shown open. For before the choice itself is drawn."""
    return bool(st.query_params.get(key))


def choose(
    label: str,
    options: Sequence[str],
    key: str,
    default: str,
    shown: Callable[[str], str] = str,
    width: int | Literal["stretch"] = "stretch",
) -> str:
    """A select box over ids, kept in the URL as the id and left out of it at `default`.

    A link that names no option falls back to `default`.
    """
    linked = in_url(key)
    st.session_state[_widget(key)] = linked if linked in options else default
    return st.selectbox(
        label,
        options,
        format_func=shown,
        key=_widget(key),
        on_change=_write_to_url,
        args=(key, default),
        width=width,
    )


def choose_date(label: str, first: date, last: date, key: str, default: date, width: int = 160) -> date:
    """A date between `first` and `last`, kept in the URL as 2025-03-31 and left out of it at `default`.

    A link with a date outside falls to the nearer end, one with no date at all to `default`.
    """
    day = _date_or(in_url(key), default)
    st.session_state[_widget(key)] = min(max(day, first), last)
    chosen = st.date_input(
        label,
        min_value=first,
        max_value=last,
        key=_widget(key),
        on_change=_write_to_url,
        args=(key, default),
        format="DD/MM/YYYY",
        width=width,
    )
    return chosen if isinstance(chosen, date) else default


def choose_tab(shown: Mapping[str, str], key: str) -> tuple[str, TabContainer]:
    """Tabs over ids with the words shown for each; gives the id and the room of the open one, which alone is filled.

    The open tab is kept in the URL as its id, and left out of it while it is the first.
    """
    first = next(iter(shown))
    linked = in_url(key)
    chosen = linked if linked in shown else first
    st.session_state[_widget(key)] = shown[chosen]
    tabs = st.tabs(list(shown.values()), key=_widget(key), on_change=_write_tab_to_url, args=(key, shown))
    return chosen, tabs[list(shown).index(chosen)]


def _widget(key: str) -> str:
    return f"choose-{key}"


def _write_to_url(key: str, default: str | date) -> None:
    chosen = st.session_state[_widget(key)]
    st.session_state[key] = "" if chosen in (None, default) else str(chosen)


def _write_tab_to_url(key: str, shown: Mapping[str, str]) -> None:
    """Streamlit knows the open tab by its words."""
    _, *others = shown
    opened = st.session_state[_widget(key)]
    st.session_state[key] = next((each for each in others if shown[each] == opened), "")


def _date_or(text: str, default: date) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return default
