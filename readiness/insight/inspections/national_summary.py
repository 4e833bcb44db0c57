"""The national picture as it came in: how much of it there is, up to which day, and whose it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from readiness.dates import uk_date
from readiness.insight.tables import counted, rows_sentence
from readiness.national import National
from readiness.national.tables import JOIN
from readiness.problems import Problem
from readiness.wording import listed

ATTRIBUTIONS: Mapping[str, str] = {
    "Open Government Licence v3.0": "Contains public sector information licensed under the Open Government "
    "Licence v3.0."
}
"""The line that a licence asks of everyone who shows what is under it."""


@dataclass(frozen=True, slots=True)
class Publication:
    """One publication that rows are taken from; `note` is what a reader should know of it, if anything."""

    title: str
    publisher: str
    published: date
    licence: str
    note: str


@dataclass(frozen=True, slots=True)
class NationalSummary:
    """What there is of the national picture. `sentences` say it; none where nothing was read."""

    sentences: tuple[str, ...]
    publications: tuple[Publication, ...]
    attributions: tuple[str, ...]
    problems: tuple[Problem, ...]


def national_summary(national: National) -> NationalSummary:
    """How many authorities, figures and judgements, up to which days, from where, and what was wrong."""
    publications = _publications(national.sources)
    licences = dict.fromkeys(each.licence for each in publications)
    lines = tuple(ATTRIBUTIONS[licence] for licence in licences if licence in ATTRIBUTIONS)
    return NationalSummary(_sentences(national), publications, lines, national.problems)


def _publications(sources: pd.DataFrame) -> tuple[Publication, ...]:
    """The publications themselves: a source that joins several says nothing that these don't."""
    return tuple(
        Publication(row["title"], row["publisher"], row["published"].date(), row["licence"], row["note"])
        for row in sources.astype({"note": "str"}).fillna("").to_dict("records")
        if JOIN not in row["source"]
    )


def _sentences(national: National) -> tuple[str, ...]:
    read = [table for table in national.tables.values() if table.read]
    if not read:
        return ()
    rows, set_aside = sum(table.read for table in read), sum(table.set_aside for table in read)
    return (
        *_held(national),
        rows_sentence(rows, len(read), set_aside),
        "They are there to compare with and are never scored; a figure that is missing is one that these "
        "publications do not give.",
    )


def _held(national: National) -> tuple[str, ...]:
    """What the rows in use are; nothing where none names an authority, without which no other row is used."""
    if national.authorities.empty:
        return ()
    parts = [part for part in (_figures(national.figures), _judgements(national.judgements)) if part]
    what = f": {listed(parts)}" if parts else ""
    return (
        f"Beside this dataset stands what is published about {_authorities(national.authorities)}{what}.",
    )


def _authorities(authorities: pd.DataFrame) -> str:
    replaced = int(authorities["until"].notna().sum())
    now = len(authorities) - replaced
    said = f"{now:,} {'authority' if now == 1 else 'authorities'} in England"
    return f"{said} and {replaced} that {'was' if replaced == 1 else 'were'} replaced" if replaced else said


def _figures(figures: pd.DataFrame) -> str:
    if figures.empty:
        return ""
    indicators, last = figures["indicator"].nunique(), uk_date(figures["period_end"].max().date())
    return f"{counted(len(figures), 'figure')} of {counted(indicators, 'indicator')} (periods up to {last})"


def _judgements(judgements: pd.DataFrame) -> str:
    if judgements.empty:
        return ""
    inspections, last = judgements["inspection"].nunique(), uk_date(judgements["published"].max().date())
    graded = counted(len(judgements), "judgement")
    return f"{graded} of {counted(inspections, 'inspection')} (published up to {last})"
