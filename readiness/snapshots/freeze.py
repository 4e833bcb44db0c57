"""Freezing what is presented: the files it is made from, what it said, and an id; whole or not at all."""

import contextlib
import os
import re
import shutil
import unicodedata
import uuid
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from readiness import VERSION
from readiness.config.settings import FOLDER_NAME
from readiness.output import score_document
from readiness.problems import Code, Problem, UserError
from readiness.snapshots.folders import files_in, hash_of_all, hashed
from readiness.snapshots.snapshot import CONFIG, DATA, DESCRIPTION, NATIONAL, Kind, Snapshot, to_json
from readiness.workspace import Workspace, open_workspace

LONGEST_NAME = 60
MOST_OF_A_DAY = 1000
"""Snapshots of one name and day that are kept."""
STILL_WRITING = timedelta(days=1)
"""A folder without its name that is older than this was left by a process that is no more."""
READ_ONLY = 0o444


@dataclass(frozen=True, slots=True)
class Presented:
    """What is presented: as at a day, by a framework, told from a day `since`, under the titles of its screens."""

    kind: Kind
    title: str
    as_at: date
    framework: str
    since: date | None = None
    titles: tuple[str, ...] = ()


def freeze(
    workspace: Workspace, presented: Presented, national_dir: Path, folder: Path, now: datetime | None = None
) -> Snapshot:
    """Keep the files that a workspace was read from, with the scores as presented, in a new folder under `folder`.

    Nothing of it is ever changed after. Raises UserError, with nothing left behind, where the files are no longer those
    that the workspace was read from (somebody has just changed one), or where there is no room or no right to write.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _clear_unfinished(folder, now or datetime.now(UTC))
        picture = _keep_national(national_dir, folder)
        place = _new_folder(folder)
        try:
            return _named(_filled(workspace, presented, picture, place, now or datetime.now(UTC)), folder)
        finally:
            _remove(place)
    except OSError as error:
        message = f"The snapshot could not be written ({error.strerror or error}); nothing was kept."
        raise UserError([Problem(folder.name, None, None, None, message, Code.FILE_NOT_WRITTEN)]) from error


def _filled(workspace: Workspace, presented: Presented, picture: str, place: Path, now: datetime) -> Snapshot:
    """Everything but the final name: the copies, and the snapshot as it will be described."""
    dataset = workspace.dataset
    if not re.fullmatch(FOLDER_NAME, dataset.id):
        message = "A dataset is kept only from a folder named with letters, figures, spaces, dots, _ and -."
        raise UserError([Problem("dataset.yaml", None, None, dataset.id, message, Code.WRONG_VALUE)])
    files = _copied(dataset.folder, place / DATA / dataset.id, f"{DATA}/")
    files |= _copied(workspace.config.folder, place / CONFIG, f"{CONFIG}/")
    framework = workspace.config.frameworks[presented.framework]
    scores = score_document(workspace.score(presented.as_at, framework.id))
    again = open_workspace(place / CONFIG, place / DATA / dataset.id)
    if score_document(again.score(presented.as_at, framework.id)) != scores:
        message = "A file was changed while this was on screen. Load the page again, then keep it."
        raise UserError([Problem(dataset.id, None, None, None, message, Code.FILE_NOT_WRITTEN)])
    return Snapshot(
        id=id_of(presented, dataset.id),
        kind=presented.kind,
        title=" ".join(presented.title.split()),
        dataset=dataset.id,
        as_at=presented.as_at,
        framework=framework.id,
        edition=framework.source,
        since=presented.since,
        taken=now.astimezone(UTC),
        version=VERSION,
        files=files,
        picture=picture,
        scores=scores,
        titles=presented.titles,
        folder=place,
    )


def id_of(presented: Presented, dataset: str) -> str:
    """The readable name that a snapshot gets first: `2026-11-27-northmere-improvement-board`."""
    words = f"{dataset} {presented.title.strip() or presented.kind}"
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().casefold()
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_NAME].strip("-")
    return f"{presented.as_at.isoformat()}-{name or presented.kind}"


def _named(snapshot: Snapshot, folder: Path) -> Snapshot:
    """The snapshot under the first free name. A name that another takes meanwhile is left to them."""
    for number in range(1, MOST_OF_A_DAY + 1):
        name = snapshot.id if number == 1 else f"{snapshot.id}-{number}"
        target = folder / name
        if target.exists():
            continue
        _write(snapshot.folder / DESCRIPTION, to_json(replace(snapshot, id=name)))
        with contextlib.suppress(FileExistsError):
            if _moved(snapshot.folder, target):
                return replace(snapshot, id=name, folder=target)
    message = f"There are {MOST_OF_A_DAY} snapshots of this name already. Give it another title."
    raise UserError([Problem(folder.name, None, "title", snapshot.title, message, Code.DUPLICATE_ID)])


def _moved(place: Path, target: Path) -> bool:
    """Whether the folder has got its name; False where somebody has just taken it."""
    try:
        os.rename(place, target)
    except OSError:
        if target.exists():
            return False
        raise
    return True


def _keep_national(national_dir: Path, folder: Path) -> str:
    """The hash of the national picture, which is kept once however many snapshots are made with it."""
    contents = {name: path.read_bytes() for name, path in files_in(national_dir).items()}
    picture = hash_of_all({name: hashed(content) for name, content in contents.items()})
    target = folder / f"{NATIONAL}-{picture}"
    if not contents or target.exists():
        return picture
    place = _new_folder(folder)
    try:
        for name, content in contents.items():
            _write(place / name, content)
        _moved(place, target)
    finally:
        _remove(place)
    return picture


def _copied(source: Path, target: Path, prefix: str) -> dict[str, str]:
    """The hash of each file copied, by its path in the snapshot without the name of the dataset."""
    found: dict[str, str] = {}
    target.mkdir(parents=True)
    for name, path in files_in(source).items():
        content = path.read_bytes()
        _write(target / name, content)
        found[prefix + name] = hashed(content)
    return found


def _write(path: Path, content: bytes) -> None:
    """A file that says by its rights that it is not to be changed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    path.chmod(READ_ONLY)


def _new_folder(folder: Path) -> Path:
    """A hidden folder of its own to write in, which nobody reads until it has got its name."""
    place = folder / f".{uuid.uuid4().hex}.part"
    place.mkdir()
    return place


def _clear_unfinished(folder: Path, now: datetime) -> None:
    """Take away what a killed process left half written: evidence is not kept where nobody would look for it."""
    for place in folder.glob(".*.part"):
        with contextlib.suppress(FileNotFoundError):  # somebody else has just taken it away, or named it
            if datetime.fromtimestamp(place.stat().st_mtime, UTC) < now - STILL_WRITING:
                _remove(place)


def _remove(place: Path) -> None:
    """Take away what was not finished; what has got its name is no longer there."""
    shutil.rmtree(place, ignore_errors=True)
