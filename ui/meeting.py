"""The Meeting page before it begins: what will be shown in which order, since when, and what can be taken away."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from types import MappingProxyType

import streamlit as st

from readiness.config.models import Screen
from readiness.dates import months_before, uk_date
from readiness.insight.indicators.words import counted
from readiness.packs.pack import Format, file_name, pack_bytes, template_problems
from readiness.problems import UserError
from readiness.story.story import left_out_words, message_of, order
from readiness.wording import lower_first, upper_first
from ui.bar import FIRST_DAY
from ui.meeting_order import show_order
from ui.meeting_return import MET, go_to
from ui.parts import plain, show_problems
from ui.since import MONTHS, meetings_before
from ui.snapshots import show_freeze, show_snapshots
from ui.state import View, choose_date, in_url

PACKS: Mapping[str, Format] = MappingProxyType(
    {"Slides (PowerPoint)": "pptx", "Briefing (Word)": "docx", "Workbook (Excel)": "xlsx"}
)
OFFICE = "application/vnd.openxmlformats-officedocument"
MIME: Mapping[Format, str] = MappingProxyType(
    {
        "pptx": f"{OFFICE}.presentationml.presentation",
        "docx": f"{OFFICE}.wordprocessingml.document",
        "xlsx": f"{OFFICE}.spreadsheetml.sheet",
    }
)


def since_in_link(view: View) -> date:
    """The day compared with as the link has it: nobody is asked while a screen is on show."""
    try:
        day = date.fromisoformat(in_url(MET))
    except ValueError:
        return first_since(view)
    return min(max(day, FIRST_DAY), view.as_at)


def first_since(view: View) -> date:
    """The day of the last meeting that was kept before the day of the view; without one, three months before it."""
    if view.snapshot and view.snapshot.since:
        return view.snapshot.since
    held = [each.as_at for each in meetings_before(view) if each.as_at < view.as_at]
    return held[0] if held else max(months_before(view.as_at, MONTHS), FIRST_DAY)


def show_launch(view: View) -> None:
    """The screens in their order with what each will say; then the order to edit, and what has been presented."""
    screens = order(view.workspace).shown
    st.title(plain(launch_title(screens)), anchor=False)
    since = show_start(view, screens)
    with st.spinner("Telling the story"):
        show_running_order(view, screens, since)
    with st.expander(
        "Change the order, and add your own notes", key="fold-order", on_change="rerun"
    ) as folded:
        if folded.open:
            show_order(view)
    with st.container(key="packs-made"):
        show_downloads(view, since)
    show_keep(view, screens, since)
    with st.expander("What has been presented", key="fold-presented", on_change="rerun") as folded:
        if folded.open:
            show_snapshots(view)


def order_is_right(view: View) -> bool:
    """Whether the dataset's own order can be used, if it has one; what is wrong with it is then on screen."""
    try:
        order(view.workspace)
    except UserError as error:
        st.title("The order of this meeting can't be read.", anchor=False)
        show_problems("Put right what follows, or take the file away: the usual order is then shown.", error)
        return False
    return True


def launch_title(screens: Sequence[Screen]) -> str:
    """How many screens there are, and from which to which they lead."""
    number = upper_first(counted(len(screens), "screen"))
    if len(screens) == 1:
        return f"{number} is ready: {lower_first(screens[0].name)}."
    return f"{number} are ready, from {lower_first(screens[0].name)} to {lower_first(screens[-1].name)}."


def show_start(view: View, screens: Sequence[Screen]) -> date:
    """The day compared with, and the button that begins; returns that day."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="launch"):
        since = choose_date("Compare with", FIRST_DAY, view.as_at, MET, first_since(view))
        st.button(
            "Start the meeting",
            key="start",
            type="primary",
            shortcut="S",
            on_click=go_to,
            args=(screens[0].id,),
        )
    with st.container(key="launch-told"):
        st.caption(
            "Each screen fills the window. The arrow keys go on and back, Home returns to the first screen, N shows "
            "the presenter's notes, D opens the figures behind a screen, M leads back to it, and Esc ends the meeting."
        )
    return since


def show_running_order(view: View, screens: Sequence[Screen], since: date) -> None:
    """Every screen with its number, its name and the finding that will head it; each opens by its name."""
    st.header(f"What will be shown, with what has changed since {uk_date(since)}", anchor=False)
    with st.container(key="running-order", gap="xsmall"):
        for number, screen in enumerate(screens, 1):
            message = message_of(view.workspace, view.as_at, view.framework.id, since, screen.id)
            name, said = st.columns([2, 7], gap="small", vertical_alignment="center")
            name.button(
                plain(f"{number}. {screen.name}"),
                key=f"row-open-screen-{screen.id}",
                type="tertiary",
                wrap=True,
                on_click=go_to,
                args=(screen.id,),
            )
            said.markdown(plain(message.title))
    if left_out := left_out_words(view.workspace):
        st.caption(plain(left_out))


def show_downloads(view: View, since: date) -> None:
    """The same story to take away, each file made when it is asked for."""
    st.header("Take it away", anchor=False)
    wrong = template_problems(view.workspace)
    if wrong:
        show_problems("No slides can be made until the template is put right.", UserError(wrong))
    with st.container(horizontal=True, key="packs"):
        for label, format in PACKS.items():
            if wrong and format == "pptx":
                continue
            st.download_button(
                label,
                data=partial(pack_bytes, view.workspace, view.as_at, view.framework.id, since, format),
                file_name=file_name(view.workspace, view.as_at, format),
                mime=MIME[format],
                key=f"pack-{format}",
                on_click="ignore",
            )
    st.caption(
        "The same words and figures as on the screens. Each file carries the marking, the day and the source."
    )


def show_keep(view: View, screens: Sequence[Screen], since: date) -> None:
    """Keeping this meeting as it was presented."""
    titles = tuple(
        message_of(view.workspace, view.as_at, view.framework.id, since, each.id).title for each in screens
    )
    with st.expander("Keep this meeting as presented"):
        show_freeze(view, since, titles)
