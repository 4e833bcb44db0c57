"""How fresh the evidence is, strand by strand, and which strands this dataset can't hold at all."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from readiness.config.models import STRANDS
from readiness.dates import day_number, from_day_number, uk_date
from readiness.scoring.evidence import Evidence

STRAND_WORDS = {
    "performance": "Performance: indicators",
    "practice": "Practice: case audits",
    "scrutiny": "Scrutiny: inspections, visits and reviews",
    "voice": "Voice: what children, families, staff and partners say",
    "improvement": "Improvement: actions and recommendations",
}


@dataclass(frozen=True, slots=True)
class Freshness:
    """One strand on a day. `rows` are the rows in use; `fresh` the share (0 to 1) of their trust that has not faded."""

    strand: str
    title: str
    held: bool
    rows: int
    newest: date | None
    fresh: float | None
    sentence: str


def freshness(evidence: Evidence, as_at: date) -> tuple[Freshness, ...]:
    """The five strands in order."""
    return tuple(_strand(evidence, index, name, day_number(as_at)) for index, name in enumerate(STRANDS))


def _strand(evidence: Evidence, index: int, name: str, day: int) -> Freshness:
    held = name in evidence.dataset.description.strands
    items = evidence.items
    mine = np.flatnonzero((items.strand == index) & items.active(day))
    if not held or not len(mine):
        said = (
            "No rows are in use on this day."
            if held
            else "This dataset can't hold this kind of evidence, so it is not expected."
        )
        return Freshness(name, STRAND_WORDS[name], held, 0, None, None, said)
    rows = len(np.unique(np.stack([items.table[mine], items.row[mine]]), axis=1).T)
    newest = from_day_number(items.known[mine].max())
    fresh = float(items.trust(day)[mine].sum() / items.weight[mine].sum())
    counted = f"{rows:,} {'row' if rows == 1 else 'rows'} in use"
    when, they, did = (
        ("known", "it counts", "it") if rows == 1 else ("the newest known", "they count", "they")
    )
    aged = f"{they} for {int(fresh * 100)}% of what {did} did when fresh"
    sentence = f"{counted}, {when} on {uk_date(newest)}; {aged}."
    return Freshness(name, STRAND_WORDS[name], held, rows, newest, fresh, sentence)
