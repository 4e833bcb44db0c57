"""`docs/data-guide.md`: what an authority puts into a dataset folder, table by table, from the schemas."""

from readiness.config.settings import Settings
from readiness.evidence.columns import CELL_LONGEST, NO_FIGURE, OLD_GRADES, Column
from readiness.evidence.description import DatasetDescription
from readiness.evidence.schema import Table as Schema
from readiness.evidence.tables import TABLES
from readiness.insight.tables import SHOWN, feeds
from readiness.method.blocks import Table, markdown_table
from readiness.national.tables import NATIONAL_TABLES
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


NATIONAL_HEAD = f"""
## The national picture

What is published about every authority stands once, in `{Settings().national}` (`national` in settings.yaml), for all
datasets together: it is no dataset, is read by the same rules, compares and is never scored. The command line does not
read it. Without the folder nothing is compared nationally. The authority of a dataset is found by `ons_code` in its
dataset.yaml. `tools/build_national.py` writes the files shipped, from public releases:

- **A figure that is not there is not published** for that authority and year in the releases read: suppressed as a
  small number, not collected, or not returned. No row is blank. Bare counts are left out, and so are figures given for
  two authorities as one.
- **Figures are as revised since.** `published` is the day the release first came out, or the last day of its usual
  month where the day is not known: a figure may have been slightly different on that day.
- **Authorities that were replaced** keep their rows; `until` is their last day. A changed code of the same authority is
  written as the present one.
- **Judgements** stand under the framework in force on the first day of the inspection; single inspections under theirs,
  with no first day. What was not judged has no row: since April 2026 there is no overall grade. Focused and monitoring
  visits give no grades and are not there, nor are single inspection reports that are no longer published.

Contains public sector information licensed under the Open Government Licence v3.0.
"""


def data_guide_page() -> str:
    """The whole page as Markdown."""
    described = keys_table("dataset.yaml", DatasetDescription)
    own = [_table(table, "##", _fed(table)) for table in TABLES.values()]
    national = [_table(table, "###", "") for table in NATIONAL_TABLES.values()]
    return HEAD + described + "\n\n" + "\n".join([*own, NATIONAL_HEAD.lstrip("\n"), *national])


def _fed(table: Schema) -> str:
    fed = feeds(table.name)
    return "Shown, not scored." if fed == SHOWN else f"Feeds {fed}."


def _table(table: Schema, level: str, fed: str) -> str:
    facts = [fed] if fed else []
    if table.key:
        facts.append(f"One row for each {', '.join(f'`{name}`' for name in table.key)}.")
    for parent in table.parents:
        named = "" if parent.named == parent.column else f" (its `{parent.named}`)"
        facts.append(f"Its `{parent.column}` must be a used row of `{parent.table}.csv`{named}.")
    rows = tuple(_column(column) for column in table.columns)
    columns = markdown_table(Table(("column", "meaning", "holds", "example"), rows))
    about = f"{level} {table.file}\n\n{table.meaning} {' '.join(facts)}"
    return f"{about}\n\n{columns}\n\n`*` must be filled in every row.\n"


def _column(column: Column) -> tuple[str, ...]:
    name = f"`{column.name}`{' *' if column.required else ''}"
    return name, column.meaning, column.expected, f"`{column.example}`" if column.example else ""
