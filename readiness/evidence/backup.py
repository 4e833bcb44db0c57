"""The file as it was before anything was typed into it on a day, kept for some weeks of such days."""

from datetime import date
from pathlib import Path

from readiness.evidence.write import replace_file

FOLDER = ".backups"
"""A hidden folder in the dataset folder: no part of the dataset, and never read."""
KEPT = 30
"""Days of writing that are kept of each file; the oldest goes when another is added."""


def keep_backup(path: Path, today: date) -> Path | None:
    """Keep a copy of the file as it is, unless one of today is there; returns it, None where there is no file yet.

    Rows are only ever added and blank cells filled, so the first copy of a day is the one worth having: its later
    states are the file itself, less what was typed since. Raises OSError where the copy can't be made.
    """
    if not path.exists():
        return None
    folder = path.parent / FOLDER
    copy = folder / f"{path.stem}.{today.isoformat()}{path.suffix}"
    if not copy.exists():
        folder.mkdir(exist_ok=True)
        replace_file(copy, path.read_bytes())
        for old in sorted(folder.glob(f"{path.stem}.????-??-??{path.suffix}"))[:-KEPT]:
            old.unlink(missing_ok=True)
    return copy
