"""What was presented: opened again with what has changed since, listed, and kept from the Meeting page."""

from datetime import date

import streamlit as st

from readiness.dates import uk_date
from readiness.problems import UserError
from readiness.snapshots.figures import figures_differ, titles_differ
from readiness.snapshots.freeze import Presented, freeze
from readiness.snapshots.snapshot import Kind, Snapshot
from ui import loading
from ui.access import may_write, why_not
from ui.parts import plain, show_problem_table, show_problems
from ui.state import AS_AT, DATASET, FRAMEWORK, SNAPSHOT, View

MOST_LISTED = 20
KINDS: dict[Kind, str] = {"meeting": "Meeting", "pack": "Pack"}


def show_presented(view: View, kept: Snapshot) -> None:
    """That this is what was presented, what has changed since, and the way back to today."""
    with st.container(key="presented", border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{plain(presented_words(kept))}** {plain(changes_words(kept))}", width="stretch")
        show_way_back(kept.dataset)
    for warning in warnings(view, kept):
        st.warning(plain(warning))


def presented_words(kept: Snapshot) -> str:
    """What was presented, and when it was kept: `As presented on 27 November 2026 (Improvement board), as at ...`."""
    day = taken_on(kept)
    as_at = "" if day == kept.as_at else f", as at {uk_date(kept.as_at)}"
    return f"As presented on {uk_date(day)} ({kept.title or KINDS[kept.kind]}){as_at}."


def taken_on(kept: Snapshot) -> date:
    """The day on which it was kept, by the clock here."""
    return kept.taken.astimezone().date()


def changes_words(kept: Snapshot) -> str:
    """What has changed in the files since it was kept."""
    try:
        return loading.changes(loading.configuration().settings, kept).sentence
    except (OSError, UserError):
        return "What has changed in the files since can't be said: they can't be read."


def warnings(view: View, kept: Snapshot) -> tuple[str, ...]:
    """Why this may not be what was shown: this software says otherwise, or the frozen files were changed."""
    said = figures_differ(kept, view.workspace)
    try:
        changed = loading.damaged(kept)
    except OSError:
        return *said, "Some of the frozen files can't be read."
    if not changed:
        return said
    return f"Frozen files were changed after they were kept: {', '.join(changed)}.", *said


def show_way_back(dataset: str = "") -> None:
    """A button that leaves what was presented for the dataset as it is today."""
    st.button("Back to today", key="leave-snapshot", on_click=_leave, args=(dataset,))


def _leave(dataset: str) -> None:
    st.session_state[SNAPSHOT] = ""
    st.session_state[AS_AT] = st.session_state[FRAMEWORK] = ""
    if dataset:
        st.session_state[DATASET] = dataset


def open_snapshot(snapshot_id: str) -> None:
    """Show everything as a snapshot has it, from the next run on."""
    st.session_state[SNAPSHOT] = snapshot_id


def show_snapshots(view: View) -> None:
    """What has been presented from this dataset, latest first, each opened by its button, with what changed since."""
    found = loading.shelf(loading.configuration().settings)
    mine = [each for each in found.snapshots if each.dataset == view.dataset]
    if not mine:
        st.markdown("Nothing that was presented from this dataset has been kept yet.")
    for kept in mine[:MOST_LISTED]:
        st.button(
            plain(f"{KINDS[kept.kind]}, {uk_date(kept.as_at)}: {kept.title}"),
            key=f"row-open-snapshot-{kept.id}",
            on_click=open_snapshot,
            args=(kept.id,),
            type="tertiary",
        )
        st.caption(plain(f"Kept on {uk_date(taken_on(kept))} as {kept.id}. {changes_words(kept)}"))
    if len(mine) > MOST_LISTED:
        st.caption(f"{len(mine) - MOST_LISTED} earlier ones lie in the folder of snapshots.")
    if found.problems:
        st.warning("Some of what was kept can't be read.")
        show_problem_table(found.problems)


def show_freeze(view: View, since: date | None = None, titles: tuple[str, ...] = ()) -> None:
    """A form that keeps what is on screen as presented: its files, figures and the titles of its screens.

    In what was presented before, it says instead whether the titles of its screens still read as they did.
    """
    if view.snapshot:
        show_titles(view.snapshot, since, titles)
        return
    if not may_write(view):
        st.caption(plain(why_not(view)))
        return
    with st.form("freeze", border=False):
        title = st.text_input("Name of the meeting", max_chars=100, placeholder="Improvement board")
        kind = st.selectbox("Kept as", list(KINDS), format_func=KINDS.__getitem__)
        asked = st.form_submit_button("Keep this as presented", type="primary")
    if asked:
        keep(view, title, kind, since, titles)


def show_titles(kept: Snapshot, since: date | None, titles: tuple[str, ...]) -> None:
    """Whether the screens still say what was presented, where they look back to the same day."""
    st.markdown(plain(f"This was kept on {uk_date(taken_on(kept))} as {kept.id}."))
    if not kept.titles or since != kept.since:
        return
    differ = titles_differ(kept, titles)
    if not differ:
        st.markdown(f"Each of its {len(kept.titles)} screens still has the title that was presented.")
    for each in differ:
        st.warning(plain(each))


def keep(view: View, title: str, kind: Kind, since: date | None, titles: tuple[str, ...]) -> Snapshot | None:
    """Freeze what is on screen, and say under which name; None where it could not be, which is then said."""
    settings = loading.configuration().settings
    presented = Presented(kind, title, view.as_at, view.framework.id, since, titles)
    folders = loading.national_folder(settings), loading.snapshots_folder(settings)
    try:
        if not may_write(view):
            st.error(plain(why_not(view)))
            return None
        kept = freeze(view.workspace, presented, *folders)
    except UserError as error:
        show_problems("This could not be kept.", error)
        return None
    st.success(f"Kept as {plain(kept.id)}. A link with `snapshot={kept.id}` opens exactly this.")
    return kept
