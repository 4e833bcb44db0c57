"""A small configuration and a reader of single tables, for tests of the evidence files."""

from collections.abc import Mapping
from pathlib import Path

from readiness.config.load import load_config
from readiness.config.models import Config
from readiness.evidence.context import Context, ReadTable, make_context
from readiness.evidence.read import empty_table, parse_table
from readiness.evidence.tables import TABLES
from readiness.problems import Problem

FRAMEWORK = """
id: now
title: Framework of these tests
inspectorate: Nobody
in_force: {from: 2020-01-01}
source: tests
areas:
  - {id: help, title: Help, criteria: [{id: front-door, title: Front door, good: It opens}]}
  - {id: care, title: Care, criteria: [{id: permanence, title: Permanence, good: It lasts}]}
pre_inspection_items: [{id: self-evaluation}]
"""

INDICATORS = """
indicators:
  - {id: late, title: Late, definition: Late of all, unit: percent, frequency: monthly, source: tests}
  - {id: rate, title: Rate, definition: Per child, unit: "rate per 10,000", frequency: annual, source: tests}
  - {id: contacts, title: Contacts, definition: How many, unit: count, frequency: monthly, source: tests}
"""

DESCRIPTION = "title: Tests\nkind: synthetic\nauthority: {name: Nowhere}\n"


def small_config(folder: Path) -> Config:
    """Two areas with a criterion each, and three indicators: late (percent), rate, contacts (count)."""
    (folder / "frameworks").mkdir(parents=True)
    (folder / "frameworks" / "now.yaml").write_text(FRAMEWORK, encoding="utf-8")
    (folder / "indicators.yaml").write_text(INDICATORS, encoding="utf-8")
    return load_config(folder, {})


def small_context(config: Config) -> Context:
    """The context of a dataset of which no table is read yet."""
    return make_context(config, {name: empty_table(table) for name, table in TABLES.items()})


def read_in(
    context: Context, table: str, content: str | bytes, **parents: ReadTable
) -> tuple[ReadTable, list[Problem]]:
    """One table read from text, its parents given."""
    tables: Mapping[str, ReadTable] = {**context.tables, **parents}
    raw = content.encode("utf-8") if isinstance(content, str) else content
    around = Context(context.ids, context.units, context.areas, tables)
    return parse_table(raw, TABLES[table], around)
