"""`docs/data-guide.md`: what an authority puts into a dataset folder, table by table, from the schemas."""

from readiness.evidence.columns import CELL_LONGEST, NO_FIGURE, OLD_GRADES, Column
from readiness.evidence.description import DatasetDescription
from readiness.evidence.schema import Table as Schema
from readiness.evidence.tables import TABLES
from readiness.insight.tables import SHOWN, feeds
from readiness.method.blocks import Table, markdown_table
from tools.docs_keys import keys_table

HEAD = f"""# What goes into a dataset folder

<!-- Made by `make docs` from readiness/evidence. Do not edit by hand. -->

A dataset is a folder in `data/` with a `dataset.yaml` and one CSV file for each kind of evidence. A file that is not
there is an empty table, so a dataset with one table works. `python -m readiness templates data/my-authority` writes
an empty file for every table; `python -m readiness check --data data/my-authority` says what came in.

## How files are read

- **A row that breaks a rule is set aside, never dropped in silence.** The Data page and `check` name its file, line
  and column, what was found and what was expected. The rest of the table is used. Rows read are always rows used plus
  rows set aside.
- **Dates** are 2025-03-31 or 31/03/2025 (day first).
- **Numbers** may be written 1,234 and, where the unit is percent, 65%. These signs mean that there is no figure, never
  nought: {", ".join(f"`{sign}`" for sign in NO_FIGURE)} and a blank.
- **Encodings**: UTF-8, with or without a byte-order mark. A file saved by Excel as Windows-1252 is read too, and said.
- **Columns** may stand in any order. One that is not known is ignored and reported once. One that looks as if it could
  tell who a child is (a name, a date of birth, an address, a case number) is refused.
- **Grades** are outstanding, good, requires improvement (to be good) and inadequate, in any case. Those given before
  2013 ({" and ".join(OLD_GRADES)}) are kept in judgements.csv as they were: shown, never scored.
- **A cell** has at most {CELL_LONGEST:,} characters. **A row** with no cell filled is not read.
- **Of two rows with the same key** the first is used. Rows that differ only in `published` are revisions.
- **A file is never changed by reading it.**

`published` is the day from which a figure could be known: a score as at an earlier day does not see it. A *criterion*
is the id of a criterion or of a judgement area (which stands for all of its criteria) of any file in
`config/frameworks/`; an *indicator* is an id in `config/indicators.yaml`.

## dataset.yaml

"""


def data_guide_page() -> str:
    """The whole page as Markdown."""
    described = keys_table("dataset.yaml", DatasetDescription)
    return HEAD + described + "\n\n" + "\n".join(_table(table) for table in TABLES.values())


def _table(table: Schema) -> str:
    fed = feeds(table.name)
    facts = ["Shown, not scored." if fed == SHOWN else f"Feeds {fed}."]
    if table.key:
        facts.append(f"One row for each {', '.join(f'`{name}`' for name in table.key)}.")
    if table.parent:
        facts.append(f"Its `{table.parent.column}` must be a used row of `{table.parent.table}.csv`.")
    rows = tuple(_column(column) for column in table.columns)
    columns = markdown_table(Table(("column", "meaning", "holds", "example"), rows))
    return f"## {table.file}\n\n{table.meaning} {' '.join(facts)}\n\n{columns}\n\n`*` must be filled in every row.\n"


def _column(column: Column) -> tuple[str, ...]:
    name = f"`{column.name}`{' *' if column.required else ''}"
    return name, column.meaning, column.expected, f"`{column.example}`" if column.example else ""
