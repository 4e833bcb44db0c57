"""What has changed in one table between two states of its file: rows added, removed and changed, by line."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readiness.evidence.decode import decode
from readiness.evidence.schema import Table
from readiness.evidence.tokenise import normal_heading, tokenise
from readiness.problems import shortened

LONGEST_CELL = 40
MOST_CELLS = 2

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row with other cells than it had: its line now, and each column with what it held and holds."""

    line: int
    cells: tuple[tuple[str, str, str], ...]

    @property
    def words(self) -> str:
        """`line 214: value 18.5 → 19.1`; blank cells are said to be blank."""
        told = [f"{column} {_cell(was)} → {_cell(now)}" for column, was, now in self.cells[:MOST_CELLS]]
        rest = len(self.cells) - MOST_CELLS
        more = f" and {rest} more {'cell' if rest == 1 else 'cells'}" if rest > 0 else ""
        return f"line {self.line:,}: {', '.join(told)}{more}"


def _cell(text: str) -> str:
    return shortened(text, LONGEST_CELL) if text else "blank"


@dataclass(frozen=True, slots=True)
class TableChange:
    """`added` and `changed` have lines of the file as it is now; `removed` those of the file as it was."""

    added: tuple[int, ...]
    removed: tuple[int, ...]
    changed: tuple[RowChange, ...]
    columns_added: tuple[str, ...]
    columns_gone: tuple[str, ...]


def table_change(before: bytes, after: bytes, table: Table) -> TableChange:
    """What has changed. Rows that only stand elsewhere, or are quoted otherwise, have not.

    Rows are known again by the key of the table; without one, a row that differs was removed and another added.
    """
    was_columns, was = table_rows(before, table)
    now_columns, now = table_rows(after, table)
    columns = [*now_columns, *(name for name in was_columns if name not in now_columns)]
    old, new = _unmatched(was, now, columns)
    changed, old, new = _by_key(old, new, table.key, columns)
    return TableChange(
        tuple(line for line, _ in new),
        tuple(line for line, _ in old),
        tuple(changed),
        tuple(name for name in now_columns if name not in was_columns),
        tuple(name for name in was_columns if name not in now_columns),
    )


Lines = list[tuple[int, Row]]


def table_rows(content: bytes, table: Table) -> tuple[list[str], Lines]:
    """The columns of a file, and its rows with the line that each begins on; texts as they stand, less outer spaces."""
    grid = tokenise(decode(content).content, frozenset(table.headings))
    if grid is None:
        return [], []
    names = [normal_heading(heading) for heading in grid.headings]
    texts = [[str(column.values[code]).strip() for code in column.codes] for column in grid.columns]
    rows = [dict(zip(names, cells, strict=False)) for cells in zip(*texts, strict=True)]
    return names, list(zip(grid.lines.tolist(), rows, strict=True))


def _unmatched(was: Lines, now: Lines, columns: Sequence[str]) -> tuple[Lines, Lines]:
    """The rows of each state that the other does not have, as often as it stands there."""

    def left(rows: Lines, others: Lines) -> Lines:
        there = Counter(_texts(row, columns) for _, row in others)
        kept = []
        for line, row in rows:
            texts = _texts(row, columns)
            there[texts] -= 1
            if there[texts] < 0:
                kept.append((line, row))
        return kept

    return left(was, now), left(now, was)


def _texts(row: Row, columns: Sequence[str]) -> tuple[str, ...]:
    return tuple(row.get(name, "") for name in columns)


def _by_key(
    old: Lines, new: Lines, key: Sequence[str] | None, columns: Sequence[str]
) -> tuple[list[RowChange], Lines, Lines]:
    """Rows that differ and have the same key, paired in the order of the file; and what is left of each state."""
    if not key:
        return [], old, new
    waiting: dict[tuple[str, ...], Lines] = defaultdict(list)
    for each in old:
        waiting[_texts(each[1], key)].append(each)
    changed, added = [], []
    for line, row in new:
        pairs = waiting[_texts(row, key)]
        if pairs:
            changed.append(RowChange(line, _cells(pairs.pop(0)[1], row, columns)))
        else:
            added.append((line, row))
    return changed, [each for pairs in waiting.values() for each in pairs], added


def _cells(was: Row, now: Row, columns: Sequence[str]) -> tuple[tuple[str, str, str], ...]:
    pairs = ((name, was.get(name, ""), now.get(name, "")) for name in columns)
    return tuple((name, before, after) for name, before, after in pairs if before != after)
