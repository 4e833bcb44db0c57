"""Writing files whole or not at all, and rows as CSV."""

import contextlib
import csv
import io
import os
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from readiness.evidence.decode import decode
from readiness.evidence.schema import Table
from readiness.evidence.tokenise import normal_heading, slow_rows
from readiness.problems import Code, Problem, UserError


def replace_file(path: Path, content: bytes) -> None:
    """Put `content` in place of the file, or make it. Whoever reads meanwhile sees the old or the new whole.

    Raises OSError, with the old file untouched, where there is no room or no right to write.
    """
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, _mode(path))
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
    _keep_folder(path.parent)


def csv_bytes(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Headings and rows as CSV in UTF-8, quoted where needed."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(headings)
    writer.writerows(rows)
    return written.getvalue().encode("utf-8")


def append_rows(folder: Path, table: Table, rows: Iterable[Mapping[str, str]]) -> None:
    """Add rows to a table's file, keeping every row and column it has, those not understood included.

    `rows` give texts by column; what a row leaves out is blank. Columns that the file lacks are added at
    its right; whatever it was, it becomes UTF-8 with commas. Raises UserError where a row names a
    column that the table does not have.
    """
    rows = list(rows)
    _check_names(table, rows)
    path = folder / table.file
    headings, present = _present(path, table)
    names = [normal_heading(heading) for heading in headings]
    needed = [name for name in table.headings if not names or any(row.get(name) for row in rows)]
    added = [name for name in needed if name not in names]
    width = len(headings) + len(added)
    added_rows = [_cells(names + added, row) for row in rows]
    kept = [row + [""] * (width - len(row)) for row in present]
    replace_file(path, csv_bytes([*headings, *added], kept + added_rows))


def _cells(names: Sequence[str], row: Mapping[str, str]) -> list[str]:
    """A row's texts in the order of the file; of a heading that stands twice the first is filled."""
    return [row.get(name, "") if name not in names[:at] else "" for at, name in enumerate(names)]


def _present(path: Path, table: Table) -> tuple[list[str], list[list[str]]]:
    if not path.exists():
        return [], []
    rows = slow_rows(decode(path.read_bytes()).content, frozenset(table.headings))
    return (rows[0], rows[1:]) if rows else ([], [])


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
