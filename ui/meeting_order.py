"""Editing the order of a meeting: a draft that is moved about on screen, and saved whole for this authority."""

import streamlit as st

from readiness.config.models import Meeting, Screen
from readiness.evidence.meeting_order import FILE, save_meeting
from readiness.evidence.typed import unfit
from readiness.story.story import order
from ui.access import why_not
from ui.parts import plain
from ui.state import View

DRAFT, SAVED = "_meeting_draft", "_meeting_saved"
LONGEST_NOTE = 1000


def show_order(view: View) -> None:
    """Every screen with ways to move it, leave it out and note something; saved only when asked."""
    if st.session_state.pop(SAVED, False):
        st.success(f"Saved to `{FILE}` in the dataset's folder: slides and briefing follow the same order.")
    if refusal := why_not(view):
        st.info(plain(refusal))
        return
    draft = draft_of(view)
    for place, screen in enumerate(draft):
        show_one(view, draft, place, screen)
    with st.container(horizontal=True, key="order-save"):
        st.button("Save this order", type="primary", on_click=save, args=(view,), key="save-order")
        st.button("Start again from what is saved", on_click=forget, key="forget-order")
    if not any(each.show for each in draft):
        st.warning("At least one screen should be shown.")


def draft_of(view: View) -> list[Screen]:
    """The screens as they stand on screen: what was moved about and not saved, else what is saved."""
    whose, draft = st.session_state.get(DRAFT, ("", []))
    if whose != view.dataset:
        draft = list(order(view.workspace).every)
        st.session_state[DRAFT] = (view.dataset, draft)
    return draft


def show_one(view: View, draft: list[Screen], place: int, screen: Screen) -> None:
    """One screen: its place, up and down, whether it is shown, and the presenter's own note."""
    name, up, down, shown, note = st.columns([3, 1, 1, 2, 6], vertical_alignment="center")
    name.markdown(plain(f"{place + 1}. {screen.name}"))
    up.button(
        "▲",
        key=f"order-up-{screen.id}",
        help=f"Move {plain(screen.name)} up",
        disabled=not place,
        on_click=swap,
        args=(view.dataset, place - 1),
    )
    down.button(
        "▼",
        key=f"order-down-{screen.id}",
        help=f"Move {plain(screen.name)} down",
        disabled=place + 1 == len(draft),
        on_click=swap,
        args=(view.dataset, place),
    )
    shown.toggle(
        "Shown",
        value=screen.show,
        key=f"order-show-{view.dataset}-{screen.id}",
        on_change=take_over,
        args=(view.dataset,),
    )
    note.text_input(
        f"Own note on {screen.name}",
        value=screen.note or "",
        key=f"order-note-{view.dataset}-{screen.id}",
        max_chars=LONGEST_NOTE,
        label_visibility="collapsed",
        placeholder="Own note, for who presents",
        on_change=take_over,
        args=(view.dataset,),
    )


def swap(dataset: str, place: int) -> None:
    """Change the screen at a place with the one after it."""
    take_over(dataset)
    _, draft = st.session_state[DRAFT]
    draft[place], draft[place + 1] = draft[place + 1], draft[place]


def take_over(dataset: str) -> None:
    """Put what is typed and switched on screen into the draft."""
    _, draft = st.session_state[DRAFT]
    for place, screen in enumerate(draft):
        shown = st.session_state.get(f"order-show-{dataset}-{screen.id}", screen.show)
        note = st.session_state.get(f"order-note-{dataset}-{screen.id}", screen.note) or None
        draft[place] = screen.model_copy(update={"show": bool(shown), "note": (note or "").strip() or None})


def forget() -> None:
    """Take the draft away: what is saved is shown again."""
    whose, draft = st.session_state.pop(DRAFT, ("", []))
    for screen in draft:
        st.session_state.pop(f"order-show-{whose}-{screen.id}", None)
        st.session_state.pop(f"order-note-{whose}-{screen.id}", None)


def save(view: View) -> None:
    """Save the draft as this authority's own order, if this visitor may write, and all of it is right."""
    if why_not(view):
        return
    take_over(view.dataset)
    _, draft = st.session_state[DRAFT]
    if not any(each.show for each in draft):
        return
    faults = [f"{each.name}: {fault}" for each in draft if (fault := unfit(each.note or ""))]
    if faults:
        st.error(plain(f"The order was not saved. {' '.join(faults)}"))
        return
    try:
        save_meeting(view.workspace.dataset.folder, Meeting(screens=tuple(draft)))
    except OSError as error:
        st.session_state[DRAFT] = (view.dataset, draft)
        st.error(plain(f"The order can't be saved: {error.strerror or error}."))
        return
    forget()
    st.session_state[SAVED] = True
