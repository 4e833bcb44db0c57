"""Since we last met: between which days, and each sentence of what changed with the way to its figures."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

import streamlit as st

from readiness.charts.waterfall import waterfall
from readiness.dates import months_before, uk_date
from readiness.insight.changes import area_changes, comparable
from readiness.insight.since.facts import Said, Since
from readiness.insight.since.said import COMPARED_ON, between_words
from readiness.insight.steps import GROUPED_BY, group_names, steps
from readiness.snapshots.snapshot import Snapshot
from readiness.wording import lower_first
from ui import loading
from ui.bar import FIRST_DAY
from ui.figures import show
from ui.parts import plain
from ui.snapshots import open_snapshot
from ui.state import AS_AT, PAGES, View, choose, choose_date, page_file

MODE, FIRST, LAST = "between", "first", "last"
LAST_MEETING, TWO_MEETINGS, DAYS = "last-meeting", "last-two-meetings", "days"
MONTHS = 3
"""Months looked back over where no meeting has been kept: from one quarter's board to the next."""

HEADINGS: Mapping[str, str] = {
    "safety": "Safety",
    "judgement": "Judgements and findings",
    "area": "Judgement areas",
    "signal": "Signals",
    "stale": "Gone stale",
    "action": "Actions",
}
"""The heading of each kind of sentence; the others stand under the last."""
REST = "What came in"
ROUNDED = "Scores are cut to whole numbers, and points rounded to tenths: parts may differ from their sum by a little."


@dataclass(frozen=True, slots=True)
class Span:
    """The days compared, and how they are called where they are those of meetings."""

    first: date
    last: date
    words: str = ""
    meetings: tuple[Snapshot, ...] = ()


def choose_between(view: View) -> Span:
    """Since the last meeting, between the last two, or two days of one's own; all in the URL."""
    held = meetings_before(view)
    spans = meeting_spans(view, held)
    with st.container(horizontal=True, vertical_alignment="bottom", key="between-row"):
        chosen = choose(
            "Between", [*spans, DAYS], MODE, next(iter([*spans, DAYS])), mode_words(spans), width=420
        )
        if chosen in spans:
            return spans[chosen]
        return choose_days(view)


def choose_days(view: View) -> Span:
    """Two days, the later one at first the day of the view."""
    looked_back = view.snapshot.since if view.snapshot else None
    before = looked_back or max(months_before(view.as_at, MONTHS), FIRST_DAY)
    first = choose_date("First day", FIRST_DAY, view.as_at, FIRST, before)
    last = choose_date("Last day", FIRST_DAY, view.as_at, LAST, view.as_at)
    return Span(min(first, last), max(first, last))


def meetings_before(view: View) -> Sequence[Snapshot]:
    """The meetings of this dataset that were kept by the day of the view, the latest first."""
    kept = loading.shelf(loading.configuration().settings).meetings(view.dataset)
    return [each for each in kept if each.as_at <= view.as_at]


def meeting_spans(view: View, held: Sequence[Snapshot]) -> dict[str, Span]:
    """What the meetings on record allow: since the last one before the day, and between the last two."""
    spans = {}
    before = [each for each in held if each.as_at < view.as_at]
    if before:
        last = before[0]
        words = f"Since the last meeting, {uk_date(last.as_at)}"
        spans[LAST_MEETING] = Span(last.as_at, view.as_at, words, (last,))
    if len(held) > 1:
        days = between_words(held[1].as_at, held[0].as_at).partition(" ")[2]
        words = f"Between the last two meetings, {days}"
        spans[TWO_MEETINGS] = Span(held[1].as_at, held[0].as_at, words, (held[1], held[0]))
    return spans


def mode_words(spans: Mapping[str, Span]) -> Callable[[str], str]:
    """What the choice is called."""
    return lambda mode: spans[mode].words if mode in spans else "Two days of your choosing"


def show_meetings(span: Span) -> None:
    """The meetings compared, each to be opened as it was presented; that none is on record, where days are compared."""
    for kept in span.meetings:
        st.button(
            plain(f"Open what was presented as at {uk_date(kept.as_at)}: {kept.title or kept.id}"),
            key=f"presented-{kept.id}",
            on_click=open_snapshot,
            args=(kept.id,),
            type="tertiary",
        )


def show_no_meeting() -> None:
    """That no meeting is on record before the day, and how the next one will be."""
    st.caption(
        "No meeting of this dataset has been kept before this day, so two days are compared. "
        "Keep each meeting on the Meeting page: the next one then opens on what has changed since."
    )


def show_nothing() -> None:
    """What would be told here, where nothing is."""
    st.info(
        "Choose days further apart above. What is told here comes from every table of the dataset: figures known, "
        "audits made, reports published and actions updated after the first day and by the last."
    )


def show_said(view: View, found: Since) -> None:
    """The sentences by what they are about, in their order; each with a link to where its figures stand."""
    with st.container(key="sentences"):
        for heading, mine in groupby(found.said, key=lambda each: HEADINGS.get(each.kind, REST)):
            st.header(heading, anchor=False)
            for said in mine:
                show_one(view, found, said)
            if heading == HEADINGS["area"]:
                st.caption(ROUNDED)


def show_one(view: View, found: Since, said: Said) -> None:
    """One sentence, with its row where it rests on one."""
    place = f" :gray[{plain(said.file)}, line {said.line}]" if said.line else ""
    query = dict(said.parameters) | ({} if found.last == view.as_at else {AS_AT: found.last.isoformat()})
    sentence, link = st.columns([8, 1], gap="small")
    sentence.markdown(f"- {plain(said.sentence)}{place}")
    link.page_link(page_file(said.page), label=_title(said.page), query_params=query, width="content")


def _title(path: str) -> str:
    return next(entry.title for entry in PAGES if entry.path == path)


def show_most_moved(view: View, found: Since) -> None:
    """What moved the area that moved most, as steps that add up; nothing where no area is told to have moved."""
    if not any(said.kind == "area" and said.page == COMPARED_ON for said in found.said):
        return
    changes = view.workspace.once(area_changes, view.framework.id, found.first, found.last)
    most = next((each for each in changes if comparable(each)), None)
    parts = steps(most, "indicator", group_names(view.framework)) if most else ()
    if most and parts:
        with st.expander(f"What moved {plain(lower_first(most.area.short))}, which moved most"):
            show(waterfall(most, parts, GROUPED_BY["indicator"]))
