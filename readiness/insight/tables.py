"""What came in: rows read, used and set aside, table by table, and what an empty table is for."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from readiness.config.models import STRANDS
from readiness.dates import uk_date
from readiness.evidence.dataset import Dataset
from readiness.evidence.tables import TABLES
from readiness.wording import listed

FEEDS = {
    "observations": ("performance", "voice"),
    "audits": ("practice",),
    "judgements": ("scrutiny",),
    "findings": ("scrutiny",),
    "feedback": ("voice",),
    "action_updates": ("improvement",),
    "actions": ("improvement",),
}
"""The strands of evidence that a table feeds; the other tables are shown and never scored."""

SHOWN = "shown, not scored"


@dataclass(frozen=True, slots=True)
class TableFact:
    """One table that holds rows. Every row read is either used or set aside."""

    file: str
    feeds: str
    read: int
    used: int
    set_aside: int


@dataclass(frozen=True, slots=True)
class MissingTable:
    """A table with no rows: what it is for, and the columns that every row of it must fill."""

    file: str
    meaning: str
    feeds: str
    required: tuple[str, ...]


def table_facts(dataset: Dataset) -> tuple[TableFact, ...]:
    """Every table of which a row was read, in the order they are read."""
    held = dataset.description.strands
    return tuple(
        TableFact(TABLES[name].file, feeds(name, held), table.read, table.used, table.set_aside)
        for name, table in dataset.tables.items()
        if table.read
    )


def missing_tables(dataset: Dataset) -> tuple[MissingTable, ...]:
    """Every table of which no row was read; those that feed scores come first."""
    empty = [TABLES[name] for name, table in dataset.tables.items() if not table.read]
    found = [MissingTable(table.file, table.meaning, feeds(table.name), table.required) for table in empty]
    return tuple(sorted(found, key=lambda table: table.feeds == SHOWN))


def scored_sentence(facts: Sequence[TableFact]) -> str:
    """Which of these tables feed scores; the others are only shown."""
    scored = [fact.file for fact in facts if fact.feeds != SHOWN]
    if not scored:
        return "None of these files feeds a score; they are shown only."
    rest = "" if len(scored) == len(facts) else " The others are shown and not scored."
    return f"Scores rest on {listed(scored)}.{rest}"


def feeds(name: str, held: Collection[str] = STRANDS) -> str:
    """The strands that a table feeds, of those that are `held`; or that it is shown and not scored."""
    return listed([strand for strand in FEEDS.get(name, ()) if strand in held]) or SHOWN


def data_sentences(dataset: Dataset, last_evidence: date | None, as_at: date) -> tuple[str, ...]:
    """What the Data page says first: rows read and used; then the problems and the freshest evidence."""
    facts = table_facts(dataset)
    read = sum(fact.read for fact in facts)
    if not read:
        return ("No row was read: every table is empty or absent.", _problems(dataset))
    return (
        rows_sentence(read, len(facts), dataset.set_aside),
        _problems(dataset),
        _freshest(last_evidence, as_at),
    )


def rows_sentence(read: int, files: int, set_aside: int) -> str:
    """Rows read, and how many of them are used and set aside."""
    came = f"{counted(read, 'row')} in {counted(files, 'file')}"
    if not set_aside:
        return f"{came}: every row is used."
    return f"{came}: {read - set_aside:,} used, {set_aside:,} set aside."


def _problems(dataset: Dataset) -> str:
    if not dataset.problems:
        return "No problem was found."
    return (
        f"There {'is' if len(dataset.problems) == 1 else 'are'} {counted(len(dataset.problems), 'problem')}."
    )


def _freshest(last_evidence: date | None, as_at: date) -> str:
    if last_evidence is None:
        return "Nothing in it can be scored yet."
    if last_evidence > as_at:
        last, shown = uk_date(last_evidence), uk_date(as_at)
        return (
            f"The newest evidence is dated {last}, after the day shown: scores as at {shown} do not see it."
        )
    return f"The freshest evidence became known on {uk_date(last_evidence)}."


def strands_sentence(dataset: Dataset) -> str:
    """Which strands of evidence the dataset says it can't hold, and what follows from that."""
    absent = [strand for strand in STRANDS if strand not in dataset.description.strands]
    if not absent:
        return "This dataset can hold all five kinds of evidence, and all five are expected of every area."
    return (
        f"This dataset can't hold {listed(absent)}, so no score expects "
        f"{'it' if len(absent) == 1 else 'them'}: coverage counts the other kinds of evidence only. "
        "Its dataset.yaml says so, under strands."
    )


def counted(number: int, noun: str) -> str:
    """A number with its noun: `1 row`, `2,403 rows`."""
    return f"{number:,} {noun if number == 1 else f'{noun}s'}"
