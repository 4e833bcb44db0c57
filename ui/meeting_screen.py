"""One screen of a meeting: one message over the whole window, keys on, back and out, and the presenter's notes."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from readiness.charts.figure import Chart
from readiness.charts.side_labels import lowered
from readiness.config.models import Screen
from readiness.packs.imprint import imprint
from readiness.story.message import Listing, Message
from readiness.story.story import message_of, order
from ui.decide import show_decide
from ui.meeting_return import SHOWN, go_to, wait_here
from ui.parts import plain, show_table
from ui.state import PAGES, View, page_file

NOTES = "_meeting_notes"
DECISIONS = "decisions"
"""The screen on which what is agreed is taken down."""
MAGNIFIED = 1.5
"""How many times larger a chart is drawn than on a page, as ui/meeting.css has it: its words are read from afar."""
BESIDE_CHART = 4
"""Rows of a table that there is room for under a chart."""
HIGHEST, ABOVE_FOLD, ABOVE_TABLE = 320, 290, 262
"""Pixels of height of a chart, before it is magnified, under two lines of a title: alone, above a fold or a table."""
TOO_HIGH = 320
"""A chart that is drawn higher than this would be squeezed above a table until its labels lie on each other."""


def show_screen(view: View, name: str, since: date) -> None:
    """The message of a screen, as large as the window allows."""
    st.session_state[SHOWN] = name
    screens = order(view.workspace).shown
    message = message_of(view.workspace, view.as_at, view.framework.id, since, name)
    with st.container(key="meeting-screen"):
        show_way(view, screens, message)
        # A name of its own, so that each screen begins at its top however far the one before was scrolled.
        with st.container(key=f"meeting-body-{name}"):
            st.title(plain(message.title), anchor=False)
            if name == DECISIONS:
                show_deciding(view, message)
            else:
                show_body(message)
        if st.session_state.get(NOTES):
            show_notes(message)
        st.caption(plain(footer(view)))


def footer(view: View) -> str:
    """The imprint that every slide carries too."""
    said = imprint(view.workspace, view.as_at, view.framework.id).footer
    return f"As presented before · {said}" if view.snapshot else said


def show_way(view: View, screens: Sequence[Screen], message: Message) -> None:
    """Where this is in the meeting, and the ways on, back and out: each a button with its key."""
    names = tuple(each.id for each in screens)
    here = names.index(message.id) if message.id in names else None
    with st.container(key="meeting-way", horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{plain(place_words(screens, message.id))}**", width="stretch")
        way("Back", "Left", names, -1, disabled=not here)
        way("Next", "Right", names, 1, disabled=here == len(names) - 1)
        way("First", "Home", names, -len(names), disabled=not here)
        st.button("Notes", key="meeting-notes", shortcut="N", on_click=turn_notes, type="tertiary")
        if st.button(
            "Details",
            key="meeting-details",
            shortcut="D",
            type="tertiary",
            help=_leads_to(message),
            on_click=wait_here,
            args=(message.id,),
        ):
            st.switch_page(page_file(message.page), query_params=dict(message.parameters))
        st.button("End", key="meeting-end", shortcut="Esc", on_click=go_to, args=("",), type="tertiary")


def way(label: str, key: str, names: Sequence[str], by: int, *, disabled: bool) -> None:
    """A button with its key that leads so many screens on, or back."""
    st.button(
        label,
        key=f"meeting-{label.lower()}",
        shortcut=key,
        on_click=step,
        args=(names, by),
        disabled=disabled,
        type="tertiary",
    )


def step(names: Sequence[str], by: int) -> None:
    """Go on or back from the screen that was shown last, so that quick presses add up; it stops at either end."""
    shown = st.session_state.get(SHOWN)
    at = names.index(shown) + by if shown in names else 0
    go_to(names[min(max(at, 0), len(names) - 1)])


def turn_notes() -> None:
    """Show the notes, or hide them: they stay as they are from screen to screen."""
    st.session_state[NOTES] = not st.session_state.get(NOTES, False)


def place_words(screens: Sequence[Screen], name: str) -> str:
    """`3 of 10 · Since we last met`; that a screen is none of the order's, where a link names such."""
    names = [each.id for each in screens]
    if name not in names:
        return f"{Screen.model_validate({'id': name}).name} · not in the order of this meeting"
    return f"{names.index(name) + 1} of {len(screens)} · {screens[names.index(name)].name}"


def _leads_to(message: Message) -> str:
    title = next(entry.title for entry in PAGES if entry.path == message.page)
    return f"Opens the {title} page, where each figure can be followed to its row; M leads back."


def show_body(message: Message) -> None:
    """Points beside the chart, short tables under both; without a chart beside the tables; without either, alone."""
    chart, listings = message.chart, message.listings
    if chart is None and not listings:
        with st.container(key="meeting-alone"):
            show_points(message.points)
        return
    if chart and listings and fits_above(chart, listings):
        show_above_table(message, chart)
        return
    said, shown = st.columns([6, 7], gap="large")
    with said:
        show_points(message.points)
    with shown:
        if chart:
            show_large(chart, (message.title, *message.points), ABOVE_FOLD if listings else HIGHEST)
        for listing in listings:
            show_listing(listing, folded=chart is not None)


def fits_above(chart: Chart, listings: Sequence[Listing]) -> bool:
    """Whether chart and tables are so low that there is room for both, one under the other."""
    return (chart.figure.layout.height or 0) <= TOO_HIGH and all(
        len(each.frame) <= BESIDE_CHART for each in listings
    )


def show_above_table(message: Message, chart: Chart) -> None:
    """Points beside the chart, and under both, over the whole width, tables so short that there is room for them."""
    with st.container(key="meeting-above"):
        said, shown = st.columns(2, gap="medium")
        with said:
            show_points(message.points)
        with shown:
            show_large(chart, (message.title, *message.points), ABOVE_TABLE)
    with st.container(key="meeting-under"):
        for listing in message.listings:
            show_table(listing.frame, alt=listing.title)


def show_deciding(view: View, message: Message) -> None:
    """What waits, then the form that takes down what is agreed, beside what has been."""
    show_points(message.points)
    show_decide(view, view.as_at)


def show_points(points: Sequence[str]) -> None:
    """The sentences under the title."""
    with st.container(key="meeting-points"):
        st.markdown("\n".join(f"- {plain(each)}" for each in points))


def show_large(chart: Chart, said: Sequence[str], highest: int) -> None:
    """The chart, which the style sheet magnifies; with its own title where the screen has not said it already."""
    own = chart.title.rstrip(".")
    finding = own.split(":")[0]
    if not any(each.startswith(finding) for each in said):
        with st.container(key="meeting-finding"):
            st.markdown(f"**{plain(own)}**")
    st.caption(plain(chart.subtitle))
    figure = lowered(chart.figure, highest)
    with st.container(key="meeting-chart", height=round(figure.layout.height * MAGNIFIED), border=False):
        st.plotly_chart(
            figure,
            theme="streamlit",
            alt=chart.alt,
            config={"displayModeBar": False},
            key=f"meeting-figure-{chart.file_name}",
        )


def show_listing(listing: Listing, *, folded: bool) -> None:
    """A short table with its heading; folded away where a chart leaves it no room."""
    if folded:
        with st.container(key="meeting-fold"), st.expander(plain(listing.title)):
            show_table(listing.frame, alt=listing.title)
        return
    with st.container(key="meeting-listing"):
        st.markdown(f"**{plain(listing.title)}**")
        show_table(listing.frame, alt=listing.title)


def show_notes(message: Message) -> None:
    """What the presenter may need: likely questions with answers, an own note, and the sources."""
    with st.container(key="meeting-presenter", border=True):
        st.header("Presenter's notes", anchor=False)
        if message.note:
            st.markdown(plain(message.note))
        for question in message.questions:
            st.markdown(f"**{plain(question.asked)}**  \n{plain(question.answer)}")
        if not message.questions:
            st.markdown("No question is likely to come up that the files hold an answer to.")
        if message.chart:
            st.caption(f"How to read the chart: {plain(message.chart.how_to_read)}")
        st.caption(f"Sources: {plain('; '.join(message.sources))}.")
