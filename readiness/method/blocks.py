"""What a page of explanation is made of: sections of paragraphs and tables, and how they read as Markdown."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """A table of text; every row has as many cells as there are headings."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = str | Table
"""A paragraph of Markdown of our own (never text from a file), or a table."""


@dataclass(frozen=True, slots=True)
class Section:
    """One subject of the explanation. `id` is stable, for links; `title` is what a reader sees."""

    id: str
    title: str
    blocks: tuple[Block, ...]


def markdown(sections: Iterable[Section], level: int = 2) -> str:
    """Sections as one Markdown text, each under a heading of this level."""
    return "\n\n".join(_section(section, level) for section in sections) + "\n"


def _section(section: Section, level: int) -> str:
    return "\n\n".join([f"{'#' * level} {section.title}", *(_block(block) for block in section.blocks)])


def _block(block: Block) -> str:
    return block if isinstance(block, str) else markdown_table(block)


def markdown_table(table: Table) -> str:
    """A table as Markdown; a bar inside a cell is escaped."""
    rows = [table.headings, tuple("---" for _ in table.headings), *table.rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows)


def number(value: float) -> str:
    """A number without needless decimals: 0.5, 66, 51.8182."""
    rounded = round(value, 4)
    return f"{rounded:.0f}" if rounded == int(rounded) else f"{rounded:.4f}".rstrip("0")


def per_cent(share: float) -> str:
    """A share between 0 and 1 as a percentage."""
    return f"{number(share * 100)}%"
