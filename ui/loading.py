"""Opening configuration and datasets once per change of the files, for every session: the only caches.

The key is a fingerprint of the files, never a frame: Streamlit hashes only a sample of a large frame, and
two that differ in one cell would answer for each other. A workspace is frozen, and keeps the scores and
histories it has worked out, so whoever asks again for a framework and a date gets the same object.
"""

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import streamlit as st

from readiness.config.load import load_config
from readiness.config.models import Config
from readiness.config.settings import Settings
from readiness.evidence.fingerprint import fingerprint
from readiness.national import National, read_national
from readiness.snapshots.changes import Changes, changes_since
from readiness.snapshots.due_dates import due_dates as dates_kept
from readiness.snapshots.shelf import Shelf, find, snapshots, tampered
from readiness.snapshots.snapshot import Snapshot
from readiness.workspace import Workspace, open_workspace

ROOT = Path(__file__).resolve().parent.parent


def config_folder() -> Path:
    """Where the configuration lies: READINESS_CONFIG, else `config` beside app.py."""
    return ROOT / os.environ.get("READINESS_CONFIG", "config")


def data_folder(settings: Settings) -> Path:
    """Where the dataset folders lie: taken from the folder that holds the configuration."""
    return config_folder().parent / settings.data_dir


def national_folder(settings: Settings) -> Path:
    """Where the national picture lies: taken from the folder that holds the configuration."""
    return config_folder().parent / settings.national


def snapshots_folder(settings: Settings) -> Path:
    """Where snapshots are kept: taken from the folder that holds the configuration."""
    return config_folder().parent / settings.snapshots


def configuration() -> Config:
    """The configuration as its files are now. Raises UserError with every mistake in them."""
    folder = config_folder()
    return _configuration(folder, fingerprint(folder), environment())


def dataset_names(settings: Settings) -> tuple[str, ...]:
    """The datasets offered, the one shown first in front; empty where there is no folder at all."""
    offered = settings.datasets or _folders_but_the_national(settings)
    first = [settings.dataset] if settings.dataset else []
    return tuple(dict.fromkeys([*first, *offered]))


def workspace(settings: Settings, dataset: str) -> Workspace:
    """The dataset as its files are now, read and checked. Raises UserError where it can't be used at all."""
    config, folder, national = config_folder(), data_folder(settings) / dataset, national_folder(settings)
    return _workspace(config, folder, national, fingerprint(config, folder, national), environment())


def shelf(settings: Settings) -> Shelf:
    """Every snapshot that is kept, as the folder is now."""
    return snapshots(snapshots_folder(settings))


def snapshot(settings: Settings, snapshot_id: str) -> Snapshot:
    """The snapshot with an id. Raises UserError where there is none, or where it can't be read."""
    return find(snapshots_folder(settings), snapshot_id)


def frozen(kept: Snapshot) -> Workspace:
    """What a snapshot was made from, read again. Raises UserError where this software can't read it any more."""
    folders = kept.config_folder, kept.dataset_folder, kept.national_folder
    return _workspace(*folders, fingerprint(*folders), environment())


def changes(settings: Settings, kept: Snapshot) -> Changes:
    """What has changed in the files since a snapshot was made. Raises OSError where one can't be read."""
    folders = data_folder(settings) / kept.dataset, config_folder(), national_folder(settings)
    return _changes(kept, *folders, fingerprint(kept.folder, *folders))


def damaged(kept: Snapshot) -> tuple[str, ...]:
    """The files of a snapshot that are no longer as they were frozen. Raises OSError where one can't be read."""
    return _damaged(kept, fingerprint(kept.folder, kept.national_folder))


def due_dates(kept: Snapshot) -> Mapping[str, date]:
    """The due dates of actions as a snapshot kept them. Raises OSError where its plan can't be read."""
    return _due_dates(kept, fingerprint(kept.folder))


def today() -> date:
    """The present day, on which a live dataset opens."""
    return date.today()


def folder_names(parent: Path) -> tuple[str, ...]:
    """The folders in `parent`, in the order of their names; none where it does not exist."""
    if not parent.is_dir():
        return ()
    return tuple(sorted(each.name for each in parent.iterdir() if each.is_dir() and each.name[0] not in "._"))


def _folders_but_the_national(settings: Settings) -> tuple[str, ...]:
    parent, national = data_folder(settings), national_folder(settings).resolve()
    return tuple(name for name in folder_names(parent) if (parent / name).resolve() != national)


def environment() -> tuple[str, ...]:
    """The environment variables that stand for settings, in order: they change what is read like a file."""
    return tuple(
        sorted(f"{name}={value}" for name, value in os.environ.items() if name.startswith("READINESS_"))
    )


def _folder_of(kept: Snapshot) -> str:
    return str(kept.folder)


@st.cache_resource(max_entries=4, show_spinner=False)
def _configuration(folder: Path, files: str, variables: tuple[str, ...]) -> Config:
    return load_config(folder)


@st.cache_resource(max_entries=8, show_spinner="Reading the evidence")
def _workspace(
    config: Path, folder: Path, national: Path, files: str, variables: tuple[str, ...]
) -> Workspace:
    return open_workspace(
        config, folder, _national(config, national, fingerprint(config, national), variables)
    )


@st.cache_resource(max_entries=16, show_spinner=False, hash_funcs={Snapshot: _folder_of})
def _changes(kept: Snapshot, dataset: Path, config: Path, national: Path, files: str) -> Changes:
    return changes_since(kept, dataset, config, national)


@st.cache_resource(max_entries=16, show_spinner=False, hash_funcs={Snapshot: _folder_of})
def _damaged(kept: Snapshot, files: str) -> tuple[str, ...]:
    return tampered(kept)


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs={Snapshot: _folder_of})
def _due_dates(kept: Snapshot, files: str) -> Mapping[str, date]:
    return dates_kept(kept)


@st.cache_resource(max_entries=2, show_spinner=False)
def _national(config: Path, folder: Path, files: str, variables: tuple[str, ...]) -> National:
    return read_national(folder, _configuration(config, fingerprint(config), variables))
