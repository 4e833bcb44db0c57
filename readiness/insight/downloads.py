"""What the Data page gives away as files: the problems as CSV, and empty tables to fill in."""

import io
import zipfile
from collections.abc import Iterable

from readiness.evidence.tables import TABLES
from readiness.evidence.write import csv_bytes
from readiness.problems import Problem

HEADINGS = ("file", "line", "column", "found", "message", "kind", "level")

UNCHANGING = (1980, 1, 1, 0, 0, 0)
"""The time on every file of the archive, so that the same templates are the same bytes."""


def problems_csv(problems: Iterable[Problem]) -> bytes:
    """Every problem as CSV that a spreadsheet shows and never runs."""
    rows = (
        (
            problem.file,
            "" if problem.line is None else str(problem.line),
            problem.column or "",
            problem.value or "",
            problem.message,
            problem.code.value,
            problem.level,
        )
        for problem in problems
    )
    return csv_bytes(HEADINGS, (tuple(map(without_formula, row)) for row in rows))


def without_formula(cell: str) -> str:
    """Text that a spreadsheet would take for a formula, with an apostrophe before it."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def templates_zip() -> bytes:
    """An empty CSV for every table, headings only, in one archive."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as written:
        for table in TABLES.values():
            written.writestr(zipfile.ZipInfo(table.file, UNCHANGING), csv_bytes(table.headings, []))
    return archive.getvalue()
