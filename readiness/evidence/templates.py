"""Empty tables to start from."""

from pathlib import Path

from readiness.evidence.tables import TABLES
from readiness.evidence.write import csv_bytes, replace_file


def write_templates(folder: Path) -> tuple[Path, ...]:
    """Write an empty CSV per table, with the right headings, into `folder`, which is made if need be.

    A file that is there already is left alone. Returns the files written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    wanted = [(folder / table.file, csv_bytes(table.headings, [])) for table in TABLES.values()]
    written = [(path, content) for path, content in wanted if not path.exists()]
    for path, content in written:
        replace_file(path, content)
    return tuple(path for path, _ in written)
