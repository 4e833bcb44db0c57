"""Since we last met: reports published, what they judged and what they found; and whether the framework changed."""

from collections import Counter
from collections.abc import Mapping, Sequence

from readiness.config.models import GRADES
from readiness.dates import uk_date
from readiness.insight.indicators.words import counted_out
from readiness.insight.inspections.judgements import is_ordinal
from readiness.insight.rows import Record, text
from readiness.insight.since.said import Between, Part, Said, named
from readiness.wording import listed, lower_first

PAGE, METHOD = "inspections", "method"
FILE = "inspections.csv"
MOST_REPORTS = 3
MOST_AREAS = 5
NAMED_IN_SHORT = 2
ByReport = Mapping[str, Sequence[Record]]
"""Rows by the id of the report that they stand in."""

FOUND: Mapping[str, tuple[str, str]] = {
    "priority action": ("area for priority action", "areas for priority action"),
    "area for improvement": ("area for improvement", "areas for improvement"),
    "mixed": ("mixed finding", "mixed findings"),
    "strength": ("strength", "strengths"),
}
"""Each kind of finding in words, gravest first."""


def judged_part(between: Between) -> Part:
    """A sentence for each report published, graded ones first, then the latest, those beyond three counted.

    Then that another framework came into force, where one did.
    """
    tables = between.workspace.dataset.tables
    reports = [
        row for row in tables["inspections"].rows.to_dict("records") if between.holds(row["published"].date())
    ]
    if not reports:
        return Part(tuple(_framework(between)))
    grades, found = (_by_report(tables[name].rows.to_dict("records")) for name in ("judgements", "findings"))
    reports.sort(
        key=lambda row: (row["inspection"] not in grades, -row["published"].toordinal(), row["line"])
    )
    labels = _labels(between)
    said = [_report(row, labels, grades, found) for row in reports[:MOST_REPORTS]]
    rest = len(reports) - MOST_REPORTS
    if rest > 0:
        verb = "report was" if rest == 1 else "reports were"
        said.append(Said("judgement", f"{counted_out(rest).capitalize()} more {verb} published.", PAGE))
    return Part((*said, *_framework(between)), _short(reports, labels, grades, found))


def _framework(between: Between) -> list[Said]:
    """That the framework in force is another than on the first day, and by whose areas both days are told."""
    before, after = (between.workspace.config.framework_in_force(day) for day in between.days)
    began = after.in_force.from_
    if before.id == after.id or not between.holds(began):
        return []
    whose = "the new one" if between.framework_id == after.id else f"“{between.framework.title}”"
    changed = f"The framework changed on {uk_date(began)}, from “{before.title}” to “{after.title}”"
    return [Said("judgement", f"{changed}; both days are told by the areas of {whose}.", METHOD)]


def _short(reports: Sequence[Record], labels: Mapping[str, str], grades: ByReport, found: ByReport) -> str:
    """The lowest grade of the latest graded report, and on what; else priority actions; else how many reports."""
    first = reports[0]["inspection"]
    given = [row for row in grades.get(first, ()) if is_ordinal(str(row["grade"]))]
    if given:
        lowest = min((str(row["grade"]) for row in given), key=GRADES.index)
        areas = [lower_first(_area(row, labels)) for row in given if row["grade"] == lowest]
        return f"a report judged {named(areas, NAMED_IN_SHORT)} {lowest}"
    grave = sum(
        row["kind"] == "priority action" for one in reports for row in found.get(one["inspection"], ())
    )
    if grave:
        what = "an area" if grave == 1 else f"{counted_out(grave)} areas"
        return f"{what} for priority action {'was' if grave == 1 else 'were'} found"
    verb = "report was" if len(reports) == 1 else "reports were"
    return f"{counted_out(len(reports))} {verb} published"


def _by_report(rows: Sequence[Record]) -> dict[str, list[Record]]:
    held: dict[str, list[Record]] = {}
    for row in rows:
        held.setdefault(row["inspection"], []).append(row)
    return held


def _labels(between: Between) -> dict[str, str]:
    """The short name of every area of every framework, in the words of the one in use where it has the area."""
    frameworks = [*between.workspace.config.frameworks.values(), between.framework]
    return {area.id: area.label for framework in frameworks for area in framework.areas}


def _report(
    row: Record,
    labels: Mapping[str, str],
    grades: ByReport,
    found: ByReport,
) -> Said:
    day = row["published"].date()
    parts = [
        *_grades(grades.get(row["inspection"], ()), labels),
        *_findings(found.get(row["inspection"], ())),
    ]
    told = f": {'; '.join(parts)}" if parts else ", without a grade or a finding on file"
    return Said(
        "judgement",
        f"{text(row['title'])}, published on {uk_date(day)}{told}.",
        PAGE,
        {},
        FILE,
        int(row["line"]),
        day,
    )


def _grades(rows: Sequence[Record], labels: Mapping[str, str]) -> list[str]:
    """The judgements of a report, areas that share a grade together, in the order of the file."""
    areas: dict[str, list[str]] = {}
    for row in rows:
        areas.setdefault(str(row["grade"]), []).append(_area(row, labels))
    return [
        f"{grade} for {named([lower_first(name) for name in names], MOST_AREAS)}"
        for grade, names in areas.items()
    ]


def _area(row: Record, labels: Mapping[str, str]) -> str:
    """What a judgement is on: the area's short name, where a framework has it; else as it was worded then."""
    return labels.get(str(row["area"])) or text(row["title"]) or str(row["area"])


def _findings(rows: Sequence[Record]) -> list[str]:
    kinds = Counter(str(row["kind"]) for row in rows)
    said = [
        f"{counted_out(kinds[kind])} {words[kinds[kind] > 1]}" for kind, words in FOUND.items() if kinds[kind]
    ]
    return [listed(said)] if said else []
