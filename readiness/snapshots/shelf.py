"""The snapshots that are kept: all of them, one by its id, and whether one is still as it was frozen."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from readiness.problems import Code, Problem, UserError
from readiness.snapshots.folders import hash_of_all, hashes
from readiness.snapshots.snapshot import CONFIG, DATA, DESCRIPTION, Snapshot, from_json, is_id


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is kept in a folder: the snapshots, latest first, and a problem for each that can't be read."""

    snapshots: tuple[Snapshot, ...]
    problems: tuple[Problem, ...]

    def meetings(self, dataset: str) -> tuple[Snapshot, ...]:
        """The meetings of a dataset, the latest first: one a day, the last that was kept of it."""
        days: dict[object, Snapshot] = {}
        for each in self.snapshots:
            if each.kind == "meeting" and each.dataset == dataset:
                days.setdefault(each.as_at, each)
        return tuple(days.values())


def snapshots(folder: Path) -> Shelf:
    """Every snapshot of a folder, by the day it is as at, then by when it was made; none where there is no folder.

    A folder that may not be read is one problem, and no snapshot.
    """
    found: list[Snapshot] = []
    try:
        names = sorted(each.name for each in folder.iterdir()) if folder.is_dir() else []
    except OSError as error:
        return Shelf((), (_unread(folder.name, error),))
    problems: list[Problem] = []
    for name in filter(is_id, names):
        try:
            found.append(find(folder, name))
        except UserError as error:
            problems += error.problems
    latest = sorted(found, key=lambda each: (each.as_at, each.taken, each.id), reverse=True)
    return Shelf(tuple(latest), tuple(problems))


def meetings(folder: Path, dataset: str) -> tuple[Snapshot, ...]:
    """The meetings of a dataset, the latest first."""
    return snapshots(folder).meetings(dataset)


def find(folder: Path, snapshot_id: str) -> Snapshot:
    """One snapshot by its id. Raises UserError where there is none such, or where its description can't be read.

    An id from a link is taken for a name only: anything else, such as a path, is unknown.
    """
    place = folder / snapshot_id if is_id(snapshot_id) else None
    try:
        if place is None or place.is_symlink() or not place.is_dir():
            message = "No snapshot with this id is kept here. It may have been made on another installation."
            raise UserError(
                [Problem("snapshots", None, "snapshot", snapshot_id, message, Code.UNKNOWN_REFERENCE)]
            )
        return from_json((place / DESCRIPTION).read_bytes(), place)
    except (OSError, ValueError) as error:
        raise UserError([_unread(f"{snapshot_id}/{DESCRIPTION}", error)]) from error


def _unread(name: str, error: Exception) -> Problem:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else error
    message = f"This can't be read: {reason}. Its files lie in the folder all the same."
    return Problem(name, None, None, None, message, Code.FILE_UNREADABLE)


def tampered(snapshot: Snapshot) -> tuple[str, ...]:
    """The frozen files that are no longer as they were kept, gone or added; none in a sound snapshot."""
    now = {f"{DATA}/{name}": content for name, content in hashes(snapshot.dataset_folder).items()}
    now |= {f"{CONFIG}/{name}": content for name, content in hashes(snapshot.config_folder).items()}
    names = sorted({*now, *snapshot.files})
    changed = [name for name in names if now.get(name) != snapshot.files.get(name)]
    if hash_of_all(hashes(snapshot.national_folder)) != snapshot.picture:
        changed.append(snapshot.national_folder.name)
    return tuple(changed)


def named(found: Sequence[Snapshot], snapshot_id: str) -> Snapshot | None:
    """The one with an id among some; None where it is not."""
    return next((each for each in found if each.id == snapshot_id), None)
