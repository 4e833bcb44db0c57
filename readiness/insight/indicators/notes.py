"""What lies behind an indicator: the rows of its figures, its scale in words, and who explained its signals."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from readiness.config.models import Indicator
from readiness.dates import uk_date
from readiness.evidence.dataset import Dataset
from readiness.insight.indicators.fact import IndicatorFact
from readiness.insight.indicators.series import Measured
from readiness.insight.rows import text
from readiness.wording import in_unit, lower_first

POINTS = (0, 40, 60, 80, 100)


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One figure and the row that it stands in."""

    says: str
    file: str
    line: int
    known: date | None
    source: str


@dataclass(frozen=True, slots=True)
class Note:
    """What is recorded about a signal: which role saw it, and what was decided. Closed: its effect was checked."""

    who: str
    says: str
    closed: bool
    line: int


def source_rows(fact: IndicatorFact) -> tuple[SourceRow, ...]:
    """Every row that the indicator's page rests on: our own latest first, then targets and those compared with."""
    unit = fact.indicator.unit
    own = [point.measured for point in reversed(fact.reading.points) if point.measured]
    others = [each for other in fact.comparisons for each in reversed(other.series)]
    targets = [
        SourceRow(
            f"Target {in_unit(each.figure, unit)} from {uk_date(each.since)}",
            "targets.csv",
            each.line,
            None,
            "",
        )
        for each in fact.targets
    ]
    return (*(_row(each, unit) for each in own), *targets, *(_row(each, unit) for each in others))


def _row(measured: Measured, unit: str) -> SourceRow:
    who = f"{measured.who}: " if measured.who else ""
    doubtful = " (doubtful)" if measured.doubtful else ""
    says = f"{who}{in_unit(measured.figure, unit)}, {uk_date(measured.period_end)}{doubtful}"
    return SourceRow(says, measured.file, measured.line, measured.known, measured.source)


def scale_words(indicator: Indicator, as_at: date) -> str:
    """How figures known on a day earn points; that none are earned, for a context indicator."""
    if indicator.scale is None:
        return "None: context, charted and never scored. Neither high nor low is good in itself."
    held = [entry for entry in indicator.scale if entry.from_ <= as_at] or [indicator.scale[0]]
    steps = zip(POINTS, held[-1].values, strict=True)
    return "; ".join(f"{points} points at {in_unit(value, indicator.unit)}" for points, value in steps)


def notes(dataset: Dataset, indicator_id: str, as_at: date) -> tuple[Note, ...]:
    """What signals.csv says of an indicator and was known by a day, latest first."""
    rows = dataset.tables["signals"].rows
    mine = rows[(rows["about"] == indicator_id) & (rows["first_known"] <= pd.Timestamp(as_at))]
    records = mine.sort_values("first_known", ascending=False).to_dict("records")
    return tuple(
        Note(text(row["known_by"]), _said(row, as_at), _by(row["effect_checked"], as_at), int(row["line"]))
        for row in records
    )


def _said(row: dict, as_at: date) -> str:
    by = f" by the {lower_first(text(row['known_by']))}" if text(row["known_by"]) else ""
    parts = [f"Seen on {uk_date(row['first_known'].date())}{by}: {text(row['what'])}."]
    parts.append(_dated(row, "decided", "decision", "Decided", as_at) or "Nothing is decided yet.")
    parts.append(_dated(row, "effect_checked", "effect", "Effect checked", as_at))
    return " ".join(part for part in parts if part)


def _dated(row: dict, day: str, words: str, did: str, as_at: date) -> str:
    if not _by(row[day], as_at):
        return ""
    return f"{did} on {uk_date(row[day].date())}: {text(row[words])}."


def _by(day: pd.Timestamp, as_at: date) -> bool:
    return not pd.isna(day) and day.date() <= as_at
