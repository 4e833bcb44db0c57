"""Adding rows to a dataset from the screen: checked by the reader itself, one writer at a time, nothing lost.

What is checked is the file as it would be, read with the reader's own code. So a row accepted here is a row in use,
and every other row means what it meant before.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from readiness.config.models import Config
from readiness.evidence.backup import keep_backup
from readiness.evidence.context import Context, ReadTable, make_context
from readiness.evidence.dataset import Dataset
from readiness.evidence.decode import decode
from readiness.evidence.lock import written_alone
from readiness.evidence.read import parse_table, read_table
from readiness.evidence.schema import Table
from readiness.evidence.tables import TABLES
from readiness.evidence.tokenise import normal_heading, slow_rows
from readiness.evidence.typed import typed_problems
from readiness.evidence.write import Appended, appended, replace_files
from readiness.problems import Code, Problem, UserError

Rows = Sequence[tuple[str, Mapping[str, str]]]
"""Rows to add: each the name of its table, and its texts by column."""

FAULTY = (
    "The file has faults, and a row more would change which of its rows are used. Put right first what the Data page "
    "says of it."
)


@dataclass(frozen=True, slots=True)
class _Addition:
    """One table with rows to add: its file as it would be, and the line of each row added."""

    path: Path
    file: Appended
    lines: tuple[int, ...]


def add_row(dataset: Dataset, config: Config, table: str, row: Mapping[str, str]) -> int:
    """Add one row to a table's file, and return the physical line on which it stands. See `add_made`."""
    return add_rows(dataset, config, [(table, row)])[0]


def add_rows(dataset: Dataset, config: Config, rows: Rows) -> tuple[int, ...]:
    """Add several rows, in one table or in several: all of them, or none. Returns the line of each."""
    return add_made(dataset, config, lambda: rows)


def add_made(
    dataset: Dataset, config: Config, make: Callable[[], Rows], faults: Sequence[Problem] = ()
) -> tuple[int, ...]:
    """Add the rows that `make` answers once nobody else can write: so an id that it finds free stays free.

    `faults` are what the caller has found wrong already: told with whatever else is, and nothing is then written.

    The rows are checked against the files as they are now, whatever they were when the dataset was opened; a copy of
    each file as it was is kept (`keep_backup`). Cells are written without white space around them. Raises UserError
    with every problem, no file changed, where a row would not be used, holds what may not be typed
    (`typed_problems`), or can't be written.
    """
    folder = dataset.folder
    try:
        with written_alone(folder):
            rows = [(table, _trimmed(row)) for table, row in make()]
            additions = _checked(folder, config, rows, faults)
            for addition in additions.values():
                keep_backup(addition.path, date.today())
            replace_files({addition.path: addition.file.content for addition in additions.values()})
    except OSError as error:
        raise UserError([not_written(folder, error)]) from error
    lines = {table: iter(addition.lines) for table, addition in additions.items()}
    return tuple(next(lines[table]) for table, _ in rows)


def ids_written(folder: Path, table: str) -> tuple[str, ...]:
    """Every id in a table's file as it is now, those of rows set aside included."""
    schema = TABLES[table]
    path, column = folder / schema.file, schema.columns[0].name
    if not path.exists():
        return ()
    rows = slow_rows(decode(path.read_bytes()).content, frozenset(schema.headings)) or [[]]
    names = [normal_heading(heading) for heading in rows[0]]
    if column not in names:
        return ()
    at = names.index(column)
    return tuple(row[at].strip() for row in rows[1:] if at < len(row))


def next_id(ids: Iterable[str], prefix: str) -> str:
    """The id after the highest with this prefix, as wide: ACT-262 after ACT-261, ACT-001 where there is none."""
    pattern = re.compile(re.escape(prefix) + r"-([0-9]{1,9})")
    numbers = [found.group(1) for each in ids if (found := pattern.fullmatch(each))]
    last = max(numbers, key=int, default="000")
    return f"{prefix}-{int(last) + 1:0{len(last)}}"


# Checking ----------------------------------------------------------------------------------------


def _trimmed(row: Mapping[str, str]) -> dict[str, str]:
    return {name: text.strip() for name, text in row.items()}


def _checked(folder: Path, config: Config, rows: Rows, faults: Sequence[Problem]) -> dict[str, _Addition]:
    """The files with the rows added, by table; raises UserError with every problem of every row."""
    by_table: dict[str, list[Mapping[str, str]]] = {}
    for table, row in rows:
        by_table.setdefault(table, []).append(row)
    problems = [
        problem for name, row in rows if name in TABLES for problem in typed_problems(TABLES[name], row)
    ]
    problems += [_no_table(name) for name in by_table if name not in TABLES]
    if problems:
        raise UserError([*faults, *problems])
    problems += faults
    tables: dict[str, ReadTable] = {}
    context = make_context(config, tables)
    additions: dict[str, _Addition] = {}
    for table in with_parents(by_table):
        if table.name in by_table:
            additions[table.name] = _added(folder, table, by_table[table.name], context, tables, problems)
        else:
            tables[table.name], _ = read_table(folder, table, context)
    if problems:
        raise UserError(problems)
    return additions


def with_parents(names: Collection[str]) -> list[Table]:
    """These tables and those that their rows hang on, in the order of reading."""
    wanted = set(names)
    while True:
        parents = {parent.table for name in wanted for parent in TABLES[name].parents} - wanted
        if not parents:
            return [table for name, table in TABLES.items() if name in wanted]
        wanted |= parents


def _added(
    folder: Path,
    table: Table,
    rows: Sequence[Mapping[str, str]],
    context: Context,
    tables: dict[str, ReadTable],
    problems: list[Problem],
) -> _Addition:
    """One table's file with its rows; as it would be read it goes into `tables`, what is wrong into `problems`."""
    path = folder / table.file
    content = path.read_bytes() if path.exists() else b""
    file = appended(content, table, rows)
    before, _ = parse_table(content, table, context)
    after, found = parse_table(file.content, table, context)
    first = file.first_line
    mine = [each for each in found if each.level == "error" and each.line is not None and each.line >= first]
    if not mine and (after.read, after.used) != (before.read + len(rows), before.used + len(rows)):
        mine = [Problem(table.file, None, None, None, FAULTY, Code.FILE_NOT_WRITTEN)]
    problems += mine
    tables[table.name] = after
    return _Addition(path, file, tuple(int(line) for line in after.rows["line"].iloc[-len(rows) :]))


def _no_table(name: str) -> Problem:
    return Problem(f"{name}.csv", None, None, None, "There is no such table.", Code.FILE_UNREADABLE)


def not_written(folder: Path, error: OSError) -> Problem:
    """Why nothing was written, in words that help whoever sits before the screen."""
    named = Path(error.filename).name if isinstance(error.filename, str) else ""
    name = folder.name if named.startswith(".") else named or folder.name
    if isinstance(error, TimeoutError):
        reason = "Somebody else has been writing to this dataset for too long. Try again."
    elif isinstance(error, PermissionError):
        reason = (
            "It is open in another program, or the dashboard may not write there. Close it, and try again; or ask "
            "whoever runs the dashboard for the right to write."
        )
    else:
        reason = f"It can't be written: {error.strerror or error}. Nothing was changed."
    return Problem(name, None, None, None, reason, Code.FILE_NOT_WRITTEN)
