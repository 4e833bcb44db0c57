"""One writer at a time in a dataset folder, whichever process or session it is."""

import contextlib
import os
import time
from collections.abc import Callable, Generator
from pathlib import Path

from readiness.evidence.write import left_behind

try:
    import fcntl
except ImportError:  # Windows has none
    fcntl = None

LOCK = ".lock"
"""The file that the lock is held on; its name is hidden, so it is no part of the dataset."""
PATIENCE = 10.0
"""Seconds to wait for somebody else to finish. A row takes a few milliseconds."""
PAUSE = 0.01
STALE = 60.0
"""Seconds after which a lock file that was left behind is taken away, where the system keeps no locks itself."""


@contextlib.contextmanager
def written_alone(folder: Path) -> Generator[None]:
    """Hold the folder for writing. Readers are not kept out: they see every file whole, before or after.

    Raises TimeoutError (an OSError) where somebody else holds it for longer than `PATIENCE` seconds, and OSError
    where the folder may not be written to. What a writer that was killed left behind is taken away.
    """
    hold = held_by_system if fcntl else held_by_file
    with hold(folder / LOCK, PATIENCE):
        for unfinished in left_behind(folder):
            unfinished.unlink(missing_ok=True)
        yield


@contextlib.contextmanager
def held_by_system(path: Path, patience: float) -> Generator[None]:
    """Hold a lock of the operating system, which ends with the process, whatever becomes of it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _wait(lambda: _flocked(descriptor), patience)
        yield
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def held_by_file(path: Path, patience: float) -> Generator[None]:
    """Hold a lock by being the one who made the file; one that a dead process left is taken away after `STALE`."""
    _wait(lambda: _made(path), patience)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            path.unlink()


def _wait(got: Callable[[], bool], patience: float) -> None:
    last = time.monotonic() + patience
    while not got():
        if time.monotonic() > last:
            raise TimeoutError("somebody else is writing to this dataset")
        time.sleep(PAUSE)


def _flocked(descriptor: int) -> bool:
    assert fcntl is not None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _made(path: Path) -> bool:
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except FileExistsError:
        if _left_behind(path):
            _take_away(path)
        return False
    return True


def _take_away(path: Path) -> None:
    """Remove a lock that was left behind, and never one that somebody made since: one at a time, looking again."""
    with contextlib.suppress(OSError), held_by_file(path.with_name(f"{path.name}-stale"), 0.0):
        if _left_behind(path):
            path.unlink()


def _left_behind(path: Path) -> bool:
    try:
        return time.time() - path.stat().st_mtime > STALE
    except OSError:
        return False
