"""What inspectors named, and whether it was on record before: signals.csv held against findings.csv."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import pandas as pd

from readiness.config.models import Config
from readiness.dates import uk_date
from readiness.insight.grip.signals import Signal, signals_on, subject_names
from readiness.insight.grip.unanswered import areas_of
from readiness.insight.indicators.words import counted, counted_out
from readiness.insight.inspections.findings import REPORTS
from readiness.insight.rows import Record, text
from readiness.workspace import Workspace

TO_IMPROVE = ("area for improvement", "priority action")
Verdict = Literal["on record before", "on record once they were here", "not on record", "no record yet"]


@dataclass(frozen=True, slots=True)
class Named:
    """One finding to improve. `signal` is what was on record about it, `lead` the days before the report came out.

    `no record yet`: the report is older than the first row of signals.csv, so nothing can be said.
    """

    subject: str
    kind: str
    summary: str
    verdict: Verdict
    signal: Signal | None
    lead: int | None
    line: int


@dataclass(frozen=True, slots=True)
class ReportNamed:
    """One report with what it named to improve."""

    title: str
    published: date
    named: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class InspectorsNamed:
    """The inspectorates' reports by a day that named anything to improve, latest first."""

    reports: tuple[ReportNamed, ...]
    sentence: str
    short: str
    """What was named, in a headline's few words; empty where nothing was."""


def inspectors_named(workspace: Workspace, as_at: date, framework_id: str) -> InspectorsNamed:
    """Each finding to improve of a report published by a day, and whether a signal about it was known before.

    A signal is about a finding where it names its criterion, an area that holds it, or an indicator that feeds it.
    """
    signals = workspace.once(signals_on, as_at, framework_id).every
    names = subject_names(workspace.config, workspace.config.frameworks[framework_id])
    about = subjects(workspace.config)
    rows = workspace.dataset.tables["inspections"].rows.to_dict("records")
    held = [row for row in rows if row["kind"] in REPORTS and row["published"].date() <= as_at]
    findings = _findings(workspace)
    reports = [
        ReportNamed(
            text(row["title"]),
            row["published"].date(),
            tuple(_named(each, row, signals, names, about) for each in findings[str(row["inspection"])]),
        )
        for row in sorted(held, key=lambda row: row["published"], reverse=True)
        if findings.get(str(row["inspection"]))
    ]
    return InspectorsNamed(tuple(reports), _sentence(reports, signals), _short(reports))


def subjects(config: Config) -> Mapping[str, frozenset[str]]:
    """Criterion or area id -> every id by which a signal is about it: its own, areas, criteria and indicators."""
    found: dict[str, set[str]] = {}
    for criterion, areas in areas_of(config).items():
        for one, other in ((criterion, area) for area in areas):
            found.setdefault(one, {one}).add(other)
            found.setdefault(other, {other}).add(one)
    every = config.indicators.values()
    return {
        subject: frozenset(ids | {each.id for each in every if ids & each.criteria.keys()})
        for subject, ids in found.items()
    }


def _findings(workspace: Workspace) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = {}
    for row in workspace.dataset.tables["findings"].rows.to_dict("records"):
        if row["kind"] in TO_IMPROVE:
            found.setdefault(str(row["inspection"]), []).append(row)
    return found


def _named(
    finding: Record,
    report: Record,
    signals: Sequence[Signal],
    names: Mapping[str, str],
    about: Mapping[str, frozenset[str]],
) -> Named:
    published, criterion = report["published"].date(), str(finding["criterion"])
    mine = [each for each in signals if each.about in about.get(criterion, {criterion})]
    signal = _before([each for each in mine if each.known < published], published)
    return Named(
        subject=names.get(criterion, criterion),
        kind=str(finding["kind"]),
        summary=text(finding["summary"]),
        verdict=_verdict(signal, report, signals),
        signal=signal,
        lead=(published - signal.known).days if signal else None,
        line=int(finding["line"]),
    )


def _before(known: Sequence[Signal], published: date) -> Signal | None:
    """The earliest signal still open when the report came out; else the last one that had been closed."""
    still = [each for each in known if not each.ended_before(published)]
    if still:
        return min(still, key=lambda each: (each.known, each.line))
    return max(known, key=lambda each: (each.known, -each.line), default=None)


def _verdict(signal: Signal | None, report: Record, signals: Sequence[Signal]) -> Verdict:
    if signal:
        here = pd.notna(report["start"]) and signal.known >= report["start"].date()
        return "on record once they were here" if here else "on record before"
    begins = min((each.known for each in signals), default=None)
    return "not on record" if begins and begins < report["published"].date() else "no record yet"


def verdict_words(named: Named, published: date) -> str:
    """Whether it was on record, by how many days and by which signal, and how far that had come by then."""
    if named.verdict == "not on record":
        return "No: no signal about it was on record"
    if named.signal is None or named.lead is None:
        return "Can't be said: nothing was on record yet"
    yes = f"Yes, {counted(named.lead, 'day')} before"
    if named.verdict == "on record once they were here":
        yes = "Only once inspectors were here"
    return f"{yes}: {named.signal.id}, {named.signal.subject} ({_state_on(named.signal, published)})"


def _state_on(signal: Signal, day: date) -> str:
    if signal.checked and signal.checked < day:
        return f"effect checked on {uk_date(signal.checked)}"
    return "decided by then" if signal.decided and signal.decided < day else "not decided by then"


def _short(reports: Sequence[ReportNamed]) -> str:
    number = sum(len(each.named) for each in reports)
    things = f"{counted(number, 'thing')} to improve in {counted(len(reports), 'report')}"
    return f"inspectors named {things}" if reports else ""


def _sentence(reports: Sequence[ReportNamed], signals: Sequence[Signal]) -> str:
    every = [each for report in reports for each in report.named]
    if not every:
        return "No report of an inspectorate is known that named anything to improve."
    if not signals:
        which = "it was known to leaders first" if len(every) == 1 else "leaders knew any of them first"
        return f"{_short(reports).capitalize()}; with no signal on record, nobody can say whether {which}."
    told = [each for each in every if each.verdict != "no record yet"]
    begins = uk_date(min(each.known for each in signals))
    if not told:
        return f"No report has named anything to improve since the record of signals began, on {begins}."
    return f"{_told(told, begins)}{_silent(len(every) - len(told))}"


def _told(told: Sequence[Named], begins: str) -> str:
    before = [each.lead for each in told if each.verdict == "on record before" and each.lead is not None]
    said = f"Of {counted(len(told), 'thing')} that inspectors named since the record of signals began, on {begins}"
    if not before:
        return f"{said}, none was on record before."
    days = f"{min(before)} to {max(before)} days" if len(set(before)) > 1 else counted(before[0], "day")
    verb = "was" if len(before) == 1 else "were"
    rest = len(told) - len(before)
    end = "" if not rest else f"; {counted_out(rest)} {'was' if rest == 1 else 'were'} not"
    return f"{said}, {counted_out(len(before))} {verb} on record {days} before the report{end}."


def _silent(number: int) -> str:
    if not number:
        return ""
    earlier = "One other is" if number == 1 else f"{counted_out(number).capitalize()} others are"
    return f" {earlier} older than the record, so nothing can be said."
