"""Writing files whole or not at all, and rows as CSV."""

import contextlib
import csv
import errno
import io
import os
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from readiness.evidence.decode import decode
from readiness.evidence.schema import Table
from readiness.evidence.tokenise import normal_heading, slow_rows, tokenise
from readiness.problems import Code, Problem, UserError

UNFINISHED = ".part"
"""How the hidden file ends that holds a content until it takes the place of the old one."""


def replace_file(path: Path, content: bytes) -> None:
    """Put `content` in place of the file, or make it. Whoever reads meanwhile sees the old or the new whole.

    Raises OSError, with the old file untouched, where there is no room or no right to write.
    """
    replace_files({path: content})


def replace_files(contents: Mapping[Path, bytes]) -> None:
    """Put contents in place of several files as `replace_file` does for one: all of them, or none.

    Everything is on the disk before the first name changes, so that a full disk leaves all as they were. Where a
    later name can't be changed (open in a spreadsheet, say), the earlier ones are put back. A link stays a link: the
    file that it leads to is replaced. What may not be written to is not replaced, though its folder lets us.
    """
    contents = {Path(os.path.realpath(path)): content for path, content in contents.items()}
    _check_rights(contents)
    waiting: dict[Path, str] = {}
    done: dict[Path, bytes | None] = {}
    try:
        for path, content in contents.items():
            waiting[path] = _temporary(path, content)
        for path in contents:
            before = path.read_bytes() if len(contents) > 1 and path.exists() else None
            os.replace(waiting[path], path)
            del waiting[path]
            done[path] = before
    except BaseException:
        for temporary in waiting.values():
            _remove(temporary)
        if waiting:
            _put_back(done)
        raise
    for folder in {path.parent for path in contents}:
        _keep_folder(folder)


def left_behind(folder: Path) -> list[Path]:
    """What writers that were killed left in a folder: only for whoever knows that nobody else is writing there."""
    return list(folder.glob(f".*{UNFINISHED}"))


def _check_rights(paths: Iterable[Path]) -> None:
    for path in paths:
        if path.exists() and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))


def _temporary(path: Path, content: bytes) -> str:
    """A file beside `path` that holds `content`, on the disk and with the rights of the one it will replace."""
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=UNFINISHED)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, _mode(path))
    except BaseException:
        _remove(temporary)
        raise
    return temporary


def _put_back(done: Mapping[Path, bytes | None]) -> None:
    for path, before in done.items():
        if before is None:
            _remove(path)
        else:
            os.replace(_temporary(path, before), path)


def _remove(path: str | Path) -> None:
    with contextlib.suppress(OSError):
        os.unlink(path)


def csv_bytes(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Headings and rows as CSV in UTF-8, quoted where needed."""
    return _lines([headings, *rows], "\n")


@dataclass(frozen=True, slots=True)
class Appended:
    """A file with rows added: what is `kept` of it, and the lines `added` below."""

    kept: bytes
    added: bytes

    @property
    def content(self) -> bytes:
        """The whole file."""
        return self.kept + self.added

    @property
    def first_line(self) -> int:
        """The physical line (from 1) on which the first added row begins."""
        return 1 + sum(1 for _ in io.StringIO(self.kept.decode("utf-8-sig", "replace"), newline=""))


def appended(content: bytes, table: Table, rows: Iterable[Mapping[str, str]]) -> Appended:
    """A table's file with rows below, keeping every row and column it has, those not understood included.

    `rows` give texts by column; what a row leaves out is blank. Every line stays as it is, byte for byte, where the
    file has all columns that are filled and is UTF-8 with commas. Otherwise it is written anew as that: with the
    columns it lacks at its right. Raises UserError where a row names a column that the table does not have.
    """
    rows = list(rows)
    _check_names(table, rows)
    decoded = decode(content)
    grid = tokenise(decoded.content, frozenset(table.headings))
    names = [normal_heading(heading) for heading in grid.headings] if grid is not None else []
    needed = [name for name in table.headings if not names or any(row.get(name) for row in rows)]
    added = [name for name in needed if name not in names]
    cells = [_cells(names + added, row) for row in rows]
    if grid is None or added or decoded.note or grid.delimiter != "," or grid.unclosed is not None:
        return Appended(_written_anew(decoded.content, table, added), _lines(cells, "\n"))
    ends = content.endswith((b"\n", b"\r"))
    line_end = "\r\n" if b"\r\n" in content else "\n"
    return Appended(content if ends else content + line_end.encode(), _lines(cells, line_end))


def _written_anew(content: bytes, table: Table, added: Sequence[str]) -> bytes:
    """The rows of a file (UTF-8) with these columns at the right."""
    rows = slow_rows(content, frozenset(table.headings)) or [[]]
    width = len(rows[0]) + len(added)
    kept = (row + [""] * (width - len(row)) for row in rows[1:])
    return csv_bytes([*rows[0], *added], kept)


def _lines(rows: Iterable[Sequence[str]], line_end: str) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator=line_end).writerows(rows)
    return written.getvalue().encode("utf-8")


def _cells(names: Sequence[str], row: Mapping[str, str]) -> list[str]:
    """A row's texts in the order of the file; of a heading that stands twice the first is filled."""
    return [row.get(name, "") if name not in names[:at] else "" for at, name in enumerate(names)]


def _check_names(table: Table, rows: Sequence[Mapping[str, str]]) -> None:
    unknown = sorted({name for row in rows for name in row} - set(table.headings))
    if unknown:
        raise UserError(
            Problem(table.file, None, name, None, "This table has no such column.", Code.COLUMN_UNKNOWN)
            for name in unknown
        )


def _mode(path: Path) -> int:
    """The rights of the file that is replaced; those of a new file where there is none."""
    if path.exists():
        return path.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _keep_folder(folder: Path) -> None:
    """Make the new name last through a loss of power, where the system can."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
