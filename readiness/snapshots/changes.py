"""What has changed in the files since a snapshot was made: by file, and in tables by row. For the screen only."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from readiness.evidence.tables import TABLES
from readiness.snapshots.folders import files_in, hashed
from readiness.snapshots.rows import TableChange, table_change
from readiness.snapshots.snapshot import CONFIG, DATA, NATIONAL, Snapshot
from readiness.wording import listed

State = Literal["added", "gone", "changed"]

MOST_FILES = 3
MOST_ROWS = 2
BIGGEST = 20_000_000
"""Bytes up to which a table is compared row by row; of a bigger one it is said that it changed."""
SCHEMAS = {table.file: table for table in TABLES.values()}


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file: in which folder (data, config or national), its name there, and what happened to it in `words`."""

    place: str
    file: str
    state: State
    words: str


@dataclass(frozen=True, slots=True)
class Changes:
    """Every file that is not as it was frozen: data first, then the configuration, then the national picture."""

    files: tuple[FileChange, ...]

    @property
    def sentence(self) -> str:
        """What has changed, in a sentence that names the first few files and counts the rest."""
        if not self.files:
            return "Nothing has changed in the files since."
        rest = len(self.files) - MOST_FILES
        named = [each.words for each in self.files[:MOST_FILES]]
        more = [f"{rest} more {'file has' if rest == 1 else 'files have'} changed"] if rest > 0 else []
        return f"Since then: {'; '.join([*named, *more])}."


def changes_since(snapshot: Snapshot, dataset: Path, config: Path, national: Path) -> Changes:
    """What has changed in the folders that the snapshot was made from, as they are now.

    Raises OSError where a file can't be read.
    """
    data = _folder_changes(DATA, snapshot.dataset_folder, dataset)
    rules = _folder_changes(CONFIG, snapshot.config_folder, config)
    return Changes((*data, *rules, *_national(snapshot, national)))


def _folder_changes(place: str, before: Path, after: Path) -> list[FileChange]:
    was, now = files_in(before), files_in(after)
    if was and not now:
        return [FileChange(place, after.name, "gone", f"the folder {after.name} is gone")]
    found = [_file_change(place, name, was.get(name), now.get(name)) for name in sorted({*was, *now})]
    return [each for each in found if each]


def _file_change(place: str, name: str, was: Path | None, now: Path | None) -> FileChange | None:
    if was is None:
        return FileChange(place, name, "added", f"{name} is new")
    if now is None:
        return FileChange(place, name, "gone", f"{name} is gone")
    before, after = was.read_bytes(), now.read_bytes()
    if before == after:
        return None
    return FileChange(place, name, "changed", f"{name}: {_content_words(name, before, after)}")


def _content_words(name: str, before: bytes, after: bytes) -> str:
    if max(len(before), len(after)) > BIGGEST:
        return "changed"
    if name in SCHEMAS:
        return change_words(table_change(before, after, SCHEMAS[name]))
    return _line_words(before, after)


def change_words(change: TableChange) -> str:
    """What has changed in a table: `3 rows added (lines 215 to 217), 1 changed (line 214: value 18.5 → 19.1)`."""
    parts = []
    if change.columns_added:
        parts.append(f"with the column {listed(list(change.columns_added))}")
    if change.columns_gone:
        parts.append(f"without the column {listed(list(change.columns_gone))}")
    if change.added:
        parts.append(f"{_rows(len(change.added))} added ({_lines(change.added)})")
    if change.changed:
        told = "; ".join(each.words for each in change.changed[:MOST_ROWS])
        more = "" if len(change.changed) <= MOST_ROWS else " and others"
        parts.append(f"{_rows(len(change.changed))} changed ({told}{more})")
    if change.removed:
        parts.append(f"{_rows(len(change.removed))} removed")
    return ", ".join(parts) or "written otherwise, with the same rows"


def _rows(number: int) -> str:
    return f"{number:,} {'row' if number == 1 else 'rows'}"


def _lines(lines: Sequence[int]) -> str:
    first, last = min(lines), max(lines)
    if first == last:
        return f"line {first:,}"
    between = "to" if last - first == len(lines) - 1 else "and others up to"
    return f"lines {first:,} {between} {last:,}"


def _line_words(before: bytes, after: bytes) -> str:
    """What has changed in a file that is no table, by how many of its lines."""
    was, now = (Counter(content.splitlines()) for content in (before, after))
    added, gone = sum((now - was).values()), sum((was - now).values())
    both = min(added, gone)
    parts = [
        f"{number:,} {'line' if number == 1 else 'lines'} {what}"
        for number, what in ((both, "changed"), (added - both, "added"), (gone - both, "removed"))
        if number
    ]
    return ", ".join(parts) or "written otherwise, with the same lines"


def _national(snapshot: Snapshot, national: Path) -> list[FileChange]:
    """The files of the national picture that differ, by name: it is published as a whole, so no rows are told."""
    was, now = _hashes(snapshot.national_folder), _hashes(national)
    files = [name for name in sorted({*was, *now}) if was.get(name) != now.get(name)]
    if not files:
        return []
    if not was or not now:
        words = "the national picture is gone" if was else "a national picture has been added"
        return [FileChange(NATIONAL, national.name, "gone" if was else "added", words)]
    return [
        FileChange(NATIONAL, national.name, "changed", f"the national picture has changed ({listed(files)})")
    ]


def _hashes(folder: Path) -> Mapping[str, str]:
    return {name: hashed(path.read_bytes()) for name, path in files_in(folder).items()}
