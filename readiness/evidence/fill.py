"""Filling blank cells of a row that is there: what is left open until it is known. Nothing is overwritten."""

import csv
import io
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from readiness.config.models import Config
from readiness.evidence.backup import keep_backup
from readiness.evidence.context import Context, ReadTable, make_context
from readiness.evidence.dataset import Dataset
from readiness.evidence.lock import written_alone
from readiness.evidence.read import parse_table, read_table
from readiness.evidence.record import FAULTY, not_written, with_parents
from readiness.evidence.schema import Table
from readiness.evidence.tables import TABLES
from readiness.evidence.tokenise import normal_heading
from readiness.evidence.typed import typed_problems
from readiness.evidence.write import appended, replace_file
from readiness.problems import Code, Problem, UserError

GONE = "The file has no row in use with this id any more. Load the page again."
FILLED = "Somebody has filled this in meanwhile. Nothing is overwritten: load the page again."


def fill_row(dataset: Dataset, config: Config, table: str, row_id: str, values: Mapping[str, str]) -> int:
    """Fill blank cells of the row in use with an id; returns its line. Every other line stays byte for byte.

    As a row added (`add_made`), it is checked by the reader in the file as it is now, while nobody else can write,
    with a copy kept. Raises UserError, no file changed, where a cell is not blank, the row is gone, it would not be
    used with these values, or it can't be written.
    """
    schema, folder = TABLES[table], dataset.folder
    given = {name: value.strip() for name, value in values.items() if value.strip()}
    problems = list(typed_problems(schema, given))
    if problems:
        raise UserError(problems)
    try:
        with written_alone(folder):
            path = folder / schema.file
            content = path.read_bytes() if path.exists() else b""
            context = _context(dataset, config, schema)
            changed, line = _filled(content, schema, row_id, given, context)
            keep_backup(path, date.today())
            replace_file(path, changed)
    except OSError as error:
        raise UserError([not_written(folder, error)]) from error
    return line


def _context(dataset: Dataset, config: Config, schema: Table) -> Context:
    tables: dict[str, ReadTable] = {}
    context = make_context(config, tables)
    for parent in with_parents({schema.name}):
        if parent.name != schema.name:
            tables[parent.name], _ = read_table(dataset.folder, parent, context)
    return context


def _filled(
    content: bytes, schema: Table, row_id: str, values: Mapping[str, str], context: Context
) -> tuple[bytes, int]:
    """The file with the cells filled and the line of their row; raises UserError where that would not be read so."""
    # Adding a row with these cells is what finds, or makes, the columns; only what is kept of the file is taken.
    kept = appended(content, schema, [values]).kept
    before, _ = parse_table(kept, schema, context)
    line = _line_of(before, schema, row_id)
    changed = _with_cells(kept, line, values, schema)
    after, found = parse_table(changed, schema, context)
    mine = [each for each in found if each.level == "error" and each.line == line]
    if not mine and (after.read, after.used) != (before.read, before.used):
        mine = [Problem(schema.file, None, None, None, FAULTY, Code.FILE_NOT_WRITTEN)]
    if mine:
        raise UserError(mine)
    return changed, line


def _line_of(read: ReadTable, schema: Table, row_id: str) -> int:
    rows = read.rows
    lines = rows.loc[rows[schema.columns[0].name].astype(str) == row_id, "line"]
    if lines.empty:
        raise UserError([Problem(schema.file, None, None, row_id, GONE, Code.PARENT_MISSING)])
    return int(lines.iloc[0])


def _with_cells(kept: bytes, line: int, values: Mapping[str, str], schema: Table) -> bytes:
    """The file (UTF-8, commas) with the blank cells of the record that begins on a line filled."""
    mark = BOM_UTF8 if kept.startswith(BOM_UTF8) else b""
    physical = list(io.StringIO(kept[len(mark) :].decode("utf-8"), newline=""))
    records = list(_records(physical))
    names = [
        normal_heading(each) for each in next(cells for _, _, cells in records if any(map(str.strip, cells)))
    ]
    first, last, cells = next(record for record in records if record[0] == line)
    cells = cells + [""] * (len(names) - len(cells))
    for name, value in values.items():
        at = names.index(name)
        if cells[at].strip():
            raise UserError([Problem(schema.file, line, name, cells[at], FILLED, Code.DUPLICATE_ROW)])
        cells[at] = value
    physical[first - 1 : last] = [_as_line(cells, physical[last - 1])]
    return mark + "".join(physical).encode("utf-8")


def _records(physical: Sequence[str]) -> Iterator[tuple[int, int, list[str]]]:
    """Every record with the first and the last physical line that it takes."""
    reader, before = csv.reader(physical), 0
    for cells in reader:
        yield before + 1, reader.line_num, cells
        before = reader.line_num


def _as_line(cells: Sequence[str], old: str) -> str:
    """Cells as a line that ends as the old one did."""
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator=old[len(old.rstrip("\r\n")) :]).writerow(cells)
    return written.getvalue()
