"""The bar at the top of every page: which dataset, as at which day, by which framework; and what they are."""

from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from readiness.config.models import Config, Framework
from readiness.dates import uk_date
from readiness.packs.imprint import INVENTED
from readiness.problems import Code, UserError, shortened
from readiness.wording import upper_first
from readiness.workspace import Workspace
from ui import loading
from ui.parts import plain, show_problems
from ui.snapshots import show_way_back
from ui.state import AS_AT, DATASET, FRAMEWORK, IN_FORCE, SNAPSHOT, View, choose, choose_date, in_url

FIRST_DAY = date(2011, 1, 1)

KINDS = {"published": "Published evidence", "synthetic": "Synthetic data", "live": "Live evidence"}


def show_bar(config: Config) -> View | None:
    """What the visitor wants to see, chosen and named in one row; None where nothing can be opened, which is said."""
    row = st.container(horizontal=True, vertical_alignment="bottom", key="top")
    if view := choose_view(config, row):
        with row.container(key="strip"):
            show_strip(view)
    return view


def choose_view(config: Config, row: DeltaGenerator) -> View | None:
    """The view that the link, or the boxes in the row, name; None where there is none."""
    if asked := in_url(SNAPSHOT):
        return as_presented(config, asked)
    names = loading.dataset_names(config.settings)
    if not names:
        say_there_is_no_dataset(config.settings.data_dir)
        return None
    try:
        with row.container(horizontal=True, vertical_alignment="bottom", key="bar", width="content"):
            return choose_all(config, names)
    except UserError as error:
        show_problems("This dataset can't be opened. Choose another above, or put right what follows.", error)
        return None


def as_presented(config: Config, snapshot_id: str) -> View | None:
    """What the board saw: dataset, day and framework of a snapshot, from its frozen files; None where it can't be."""
    for key in (DATASET, AS_AT, FRAMEWORK):  # kept in the link, and not asked for
        in_url(key)
    try:
        kept = loading.snapshot(config.settings, snapshot_id)
        opened = loading.frozen(kept)
        return View(opened, kept.dataset, kept.as_at, opened.framework(kept.as_at, kept.framework), kept)
    except UserError as error:
        if error.problems[0].code is Code.UNKNOWN_REFERENCE:
            st.error(f"{plain(error.problems[0].message)} The link says: {plain(shortened(snapshot_id))}.")
        else:
            show_problems("What was presented can't be opened by this software.", error)
        show_way_back()
        return None


def choose_all(config: Config, names: tuple[str, ...]) -> View:
    """Dataset, day and framework, in this order: what each offers follows from the one before."""
    dataset = choose("Dataset", names, DATASET, names[0], dataset_label, width=180)
    opened = loading.workspace(config.settings, dataset)
    as_at = choose_as_at(opened)
    return View(opened, dataset, as_at, choose_framework(opened, as_at))


def choose_as_at(opened: Workspace) -> date:
    """Any day from 2011 to today; at first the last day that added evidence."""
    default = opened.default_as_at(loading.today())
    return choose_date("As at", FIRST_DAY, max(default, loading.today()), AS_AT, default)


def choose_framework(opened: Workspace, as_at: date) -> Framework:
    """The framework in force on the day, or any chosen one; at first what the dataset names."""
    ids = [IN_FORCE, *opened.config.frameworks]
    default = opened.dataset.description.framework or IN_FORCE
    chosen = choose("Framework", ids, FRAMEWORK, default, framework_label, width=230)
    in_force = opened.config.framework_in_force(as_at)
    return in_force if chosen == IN_FORCE else opened.config.frameworks[chosen]


def show_strip(view: View) -> None:
    """Whose evidence this is, of what kind, as at when, by what, how marked; what is invented says so first."""
    description = view.workspace.dataset.description
    synthetic = description.kind == "synthetic"
    kind = KINDS[description.kind]
    parts = (
        f"**{plain(description.title)}**",
        "" if synthetic or kind.casefold() in description.title.casefold() else kind,
        f"as at {uk_date(view.as_at)}",
        plain(view.framework.title),
        f"**{plain(view.workspace.config.settings.branding.marking)}**",
    )
    words = " · ".join(part for part in parts if part)
    if synthetic:
        st.warning(f"**{INVENTED}, about no real authority.**  \n{words}")
    else:
        st.markdown(words)


def say_there_is_no_dataset(data_dir: str) -> None:
    """The state of a fresh installation without a single dataset."""
    st.error("There is no dataset to show.")
    st.markdown(
        f"Put a folder with a `dataset.yaml` and CSV tables into `{plain(data_dir)}`. "
        "`python -m readiness templates DIR` writes the empty tables; `docs/data-guide.md` explains them."
    )


def dataset_label(name: str) -> str:
    """A dataset's folder name as words."""
    words = name.replace("-", " ").replace("_", " ")
    return upper_first(words)


def framework_label(framework_id: str) -> str:
    """A framework's id as people say it."""
    return "In force on that day" if framework_id == IN_FORCE else framework_id.replace("-", " ").upper()
