"""The reference page of the tables, made from the schemas, so that it can't say anything else."""

from collections.abc import Iterator

from readiness.evidence.columns import CELL_LONGEST, NO_FIGURE, Column, Kind
from readiness.evidence.schema import Table
from readiness.evidence.tables import TABLES

OPENING = f"""# Data guide

This page is generated from the code that reads the files (`readiness/evidence/`); change it there.

A dataset is a folder with a `dataset.yaml` and up to {len(TABLES)} CSV files with a line of headings. Any
file and any column that is not marked `*` may be left out. `python -m readiness templates DIR` writes empty
files with the right headings, and `python -m readiness check` says what is wrong with yours.

## How files are read

- **Nothing is dropped silently.** Rows read are rows used plus rows set aside. Each row set aside is
  reported with file, line, column, what was found, what was expected and, where there is one, the likely fix.
- **Dates** are ISO (`2025-03-31`) or UK, day first (`31/03/2025`), with a year of four figures.
- **Numbers** may be written `65%`, `1,234` or `+3`. A per cent sign belongs only to an indicator in per cent.
- **No figure** is a blank or one of {", ".join(f"`{sign}`" for sign in NO_FIGURE)}, whatever the case.
  It is never read as 0. A required number may not be one of these.
- **Words** from a list are read whatever the case. Ids are read exactly as written.
- **Headings** are found whatever the case, with spaces for underscores. A heading that is not known is
  reported once and its column not read.
- **Encoding** is UTF-8. Windows-1252 (plain CSV from Excel) and UTF-16 are read, and reported. So are files
  with semicolons or tabs for commas.
- **Long cells**: a row with a cell of more than {CELL_LONGEST:,} characters is set aside.
- **Rows**: one with no cell filled is not read. One that ends early is read as if blank cells followed; one
  with text beyond the last heading is set aside.
- **Keys**: of rows with the same key the first good one is used, the others are set aside.
- **No child can be recognised.** A column that looks like a name, a date of birth, an address, a postcode or
  a case number is refused: it is reported as an error, none of it is read, and the rows are used without it.

`*` marks what is required.

## dataset.yaml

| Key | Meaning |
|---|---|
| `title`* | Name of the dataset |
| `kind`* | `published`, `synthetic` or `live` |
| `authority`* | `name`*, `ons_code`, `region`, `type` |
| `description` | What it holds |
| `framework` | Id of the framework shown first; else the one in force |
| `strands` | The strands it can hold evidence of; all, if left out |
| `comparators` | Names as in comparators.csv, the most interesting first |
| `next_inspection` | `from` and `to`: overrides the window worked out |
| `source`, `licence` | Where it comes from, and on what terms |
"""


def data_guide() -> str:
    """The whole page, as Markdown."""
    return "\n".join([OPENING, *(_section(table) for table in TABLES.values())])


def _section(table: Table) -> str:
    return "\n".join([f"## {table.file}", "", table.meaning, "", *_rules(table), "", *_columns(table), ""])


def _rules(table: Table) -> Iterator[str]:
    if table.key is None:
        yield "No key: every row counts."
    else:
        yield f"Key: {', '.join(f'`{name}`' for name in table.key)}."
    if table.parent is not None:
        yield f"Each `{table.parent.column}` must be in {table.parent.table}.csv."
        if table.parent.not_before is not None:
            child, parent = table.parent.not_before
            yield f"`{child}` may not be before the `{parent}` of its {table.parent.column}."
    if table.published_after is not None:
        yield f"`published` may not be before `{table.published_after}`."
    if table.at_most is not None:
        yield f"`{table.at_most[0]}` may not be more than `{table.at_most[1]}`."


def _columns(table: Table) -> Iterator[str]:
    yield "| Column | Meaning | Holds | Example |"
    yield "|---|---|---|---|"
    for column in table.columns:
        mark = "*" if column.required else ""
        example = f"`{column.example}`" if column.example else ""
        yield f"| `{column.name}`{mark} | {column.meaning} | {_holds(column)} | {example} |"


def _holds(column: Column) -> str:
    bound = " above 0" if column.above == 0 else ""
    old = (
        "; " + ", ".join(f"`{said}` is `{meant}`" for said, meant in column.aliases) if column.aliases else ""
    )
    kind = "number" + bound if column.kind is Kind.NUMBER and bound else column.expected
    return kind + old
