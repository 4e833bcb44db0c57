"""A snapshot: what was presented, as at when, made from which files; and its description as JSON."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal, get_args

from readiness.config.settings import FOLDER_NAME

Kind = Literal["meeting", "pack"]

DESCRIPTION = "snapshot.json"
DATA, CONFIG, NATIONAL = "data", "config", "national"
"""The folders of a snapshot; those of national pictures lie beside the snapshots and begin with the last."""
ID = re.compile(r"\d{4}-\d{2}-\d{2}(?:-[a-z0-9]+)+")
LONGEST_ID = 120
HASH = re.compile(r"(?:[0-9a-f]{8,64})?")


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """One set of frozen files and what was presented from them.

    `framework` is the id of the framework and `edition` where its text comes from; `since` is the day that changes
    were told from, if any. `taken` is when it was made (UTC), `version` by which software. `files` has the hash of
    every file by its path, such as `data/audits.csv`; `picture` is the hash of the national picture, empty where there
    was none. `scores` is the document of the scores as presented (readiness/output.py), `titles` the titles of the
    screens or slides. `folder` is where it lies.
    """

    id: str
    kind: Kind
    title: str
    dataset: str
    as_at: date
    framework: str
    edition: str
    since: date | None
    taken: datetime
    version: str
    files: Mapping[str, str]
    picture: str
    scores: Mapping[str, Any]
    titles: tuple[str, ...]
    folder: Path

    @property
    def dataset_folder(self) -> Path:
        """Where its dataset lies."""
        return self.folder / DATA / self.dataset

    @property
    def config_folder(self) -> Path:
        """Where its configuration lies."""
        return self.folder / CONFIG

    @property
    def national_folder(self) -> Path:
        """Where its national picture lies: one folder for all snapshots that were made with the same one."""
        return self.folder.parent / f"{NATIONAL}-{self.picture or 'none'}"


def is_id(text: str) -> bool:
    """Whether a text can be a snapshot's id: no path can."""
    return len(text) <= LONGEST_ID and ID.fullmatch(text) is not None


def to_json(snapshot: Snapshot) -> bytes:
    """The description that lies beside the files of a snapshot."""
    document = {
        "id": snapshot.id,
        "kind": snapshot.kind,
        "title": snapshot.title,
        "dataset": snapshot.dataset,
        "as_at": snapshot.as_at.isoformat(),
        "framework": snapshot.framework,
        "edition": snapshot.edition,
        "since": snapshot.since.isoformat() if snapshot.since else None,
        "taken": snapshot.taken.isoformat(timespec="seconds"),
        "version": snapshot.version,
        "files": dict(snapshot.files),
        "picture": snapshot.picture,
        "titles": list(snapshot.titles),
        "scores": dict(snapshot.scores),
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"


def from_json(content: bytes, folder: Path) -> Snapshot:
    """The snapshot that a description in `folder` is of. Raises ValueError where it is not one of ours."""
    try:
        return _snapshot(json.loads(content), folder)
    except (AttributeError, KeyError, TypeError, RecursionError, UnicodeDecodeError) as error:
        raise ValueError("this is no description of a snapshot") from error


def _snapshot(document: Mapping[str, Any], folder: Path) -> Snapshot:
    found = Snapshot(
        id=str(document["id"]),
        kind=document["kind"],
        title=str(document["title"]),
        dataset=str(document["dataset"]),
        as_at=date.fromisoformat(document["as_at"]),
        framework=str(document["framework"]),
        edition=str(document["edition"]),
        since=date.fromisoformat(document["since"]) if document["since"] else None,
        taken=datetime.fromisoformat(document["taken"]),
        version=str(document["version"]),
        files={str(name): str(content) for name, content in document["files"].items()},
        picture=str(document["picture"]),
        scores=dict(document["scores"]),
        titles=tuple(str(title) for title in document["titles"]),
        folder=folder,
    )
    fits = (
        found.id == folder.name
        and is_id(found.id)
        and found.kind in get_args(Kind)
        and re.fullmatch(FOLDER_NAME, found.dataset)
        and HASH.fullmatch(found.picture)
        and found.taken.tzinfo is not None
    )
    if not fits:
        raise ValueError("the description does not fit the folder it lies in")
    return found
