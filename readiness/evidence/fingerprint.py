"""What the files are now: a short text that changes whenever one of them does."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path


def fingerprint(*folders: Path) -> str:
    """A hash of the relative path, size and time of change of every file in these folders.

    Nothing is read, so it costs little; a missing folder is like one without files. Names that begin with a full stop
    are left out: locks, backups and files half written are no part of a dataset.
    """
    found = hashlib.sha256()
    for folder in folders:
        found.update(b"\0folder\0")
        for name, size, changed in sorted(_files(folder)):
            found.update(f"{name}\0{size}\0{changed}\0".encode("utf-8", "surrogateescape"))
    return found.hexdigest()


def _files(folder: Path) -> Iterator[tuple[str, int, int]]:
    for base, folders, names in os.walk(folder):
        folders[:] = [each for each in folders if not each.startswith(".")]
        for name in names:
            if name.startswith("."):
                continue
            path = Path(base, name)
            try:
                state = path.stat()
            except OSError:
                continue  # gone since it was listed, or a link to nowhere
            yield path.relative_to(folder).as_posix(), state.st_size, state.st_mtime_ns
