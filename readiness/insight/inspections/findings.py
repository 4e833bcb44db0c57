"""What inspectors found, theme by theme and over time: what they raised again and again, and what turned round."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from readiness.config.models import Framework
from readiness.dates import month
from readiness.insight.inspections.own_judgements import VISITS
from readiness.insight.rows import Record, text
from readiness.insight.voice.facts import criterion_titles
from readiness.workspace import Workspace

REPORTS = ("inspection", *VISITS)
"""The inspectorates' own: peer reviews and audits that were commissioned are no inspections."""
RAISED = ("priority action", "area for improvement", "mixed")
"""The kinds of finding that ask for better, gravest first. Only a strength does not."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One row of findings.csv."""

    kind: str
    summary: str
    source: str
    line: int


@dataclass(frozen=True, slots=True)
class Spoken:
    """What one report found on one theme, gravest first."""

    inspection: str
    title: str
    published: date
    findings: tuple[Finding, ...]

    @property
    def kind(self) -> str:
        """The gravest kind of its findings; a strength only where nothing else was found."""
        return self.findings[0].kind

    @property
    def raised(self) -> bool:
        """Whether anything on the theme was to be better."""
        return self.kind in RAISED

    @property
    def praised_too(self) -> bool:
        """Whether the same report found a strength beside what it raised."""
        return self.raised and self.findings[-1].kind == "strength"


@dataclass(frozen=True)
class Theme:
    """One criterion (or a whole area, where findings name it) with every report that spoke of it, earliest first.

    `area` is the short name of the area of the framework in use that holds it; empty where none does.
    """

    id: str
    title: str
    area: str
    spoken: tuple[Spoken, ...]

    @cached_property
    def raised(self) -> tuple[Spoken, ...]:
        """The reports that raised it."""
        return tuple(each for each in self.spoken if each.raised)

    @property
    def repeated(self) -> bool:
        """Whether two reports or more raised it."""
        return len(self.raised) > 1

    @property
    def days(self) -> int:
        """Days from the first report that raised it to the last; 0 where one did at most."""
        return (self.raised[-1].published - self.raised[0].published).days if self.raised else 0

    @property
    def reversed_by(self) -> Spoken | None:
        """The first report after the last that raised it which found it a strength; None where none did."""
        after = (each for each in self.spoken if self.raised and each.published > self.raised[-1].published)
        return next(after, None)

    @property
    def praised_before(self) -> Spoken | None:
        """The last report before the first that raised it which found it a strength, and nothing else, on it."""
        before = (each for each in self.spoken if self.raised and each.published < self.raised[0].published)
        return next((each for each in reversed(list(before)) if not each.raised), None)

    @property
    def strength_between(self) -> Spoken | None:
        """The last report between two that raised it which found it a strength, and nothing else, on it."""
        return next(
            (
                each
                for each in reversed(self.spoken)
                if not each.raised
                and self.raised
                and self.raised[0].published < each.published < self.raised[-1].published
            ),
            None,
        )


@dataclass(frozen=True, slots=True)
class Findings:
    """Every finding of the inspectorates' reports by a day.

    `themes` are all of them, in the framework's order; `repeats` those raised twice or more: the ones not reversed
    first, then by how long, then by how often. `reports` are those with findings, earliest first. `unpraised` are
    reports of which no strength is on file, so that a theme they praised can't show; `silent` graded or visiting
    reports of which there is no finding at all.
    """

    as_at: date
    themes: tuple[Theme, ...]
    repeats: tuple[Theme, ...]
    reports: tuple[Spoken, ...]
    unpraised: tuple[str, ...]
    silent: tuple[str, ...]

    @property
    def standing(self) -> tuple[Theme, ...]:
        """The repeats that no later report found a strength."""
        return tuple(each for each in self.repeats if each.reversed_by is None)

    @property
    def lost(self) -> tuple[Theme, ...]:
        """Themes that a report praised and a later one raised, and that none has praised alone since."""
        return tuple(each for each in self.themes if each.praised_before and each.reversed_by is None)


def findings_by(workspace: Workspace, as_at: date, framework_id: str) -> Findings:
    """The findings published by a day, by theme, in the order of a framework."""
    tables = workspace.dataset.tables
    reports = _reports(tables["inspections"].rows.to_dict("records"), as_at)
    found = [row for row in tables["findings"].rows.to_dict("records") if row["inspection"] in reports]
    framework = workspace.config.frameworks[framework_id]
    themes = _themes(found, reports, framework, criterion_titles(workspace.config, framework))
    spoken = _spoken(found, reports)
    return Findings(
        as_at=as_at,
        themes=themes,
        repeats=tuple(sorted((each for each in themes if each.repeated), key=_foremost)),
        reports=spoken,
        unpraised=tuple(
            f"{each.title} ({month(each.published)})"
            for each in spoken
            if each.findings[-1].kind != "strength"
        ),
        silent=_silent(reports, spoken),
    )


Reports = Mapping[str, Record]


def _reports(rows: Iterable[Record], as_at: date) -> dict[str, Record]:
    """The inspectorates' reports published by a day, by id."""
    return {
        row["inspection"]: row for row in rows if row["kind"] in REPORTS and row["published"].date() <= as_at
    }


def _themes(
    found: Sequence[Record], reports: Reports, framework: Framework, titles: Mapping[str, str]
) -> tuple[Theme, ...]:
    rows: dict[str, list[Record]] = defaultdict(list)
    for row in found:
        rows[str(row["criterion"])].append(row)
    areas = {one.id: area.label for area in framework.areas for one in (area, *area.criteria)}
    order = [*areas, *(theme for theme in sorted(rows) if theme not in areas)]
    return tuple(
        Theme(theme, titles.get(theme, theme), areas.get(theme, ""), _spoken(rows[theme], reports))
        for theme in order
        if theme in rows
    )


def _spoken(rows: Sequence[Record], reports: Reports) -> tuple[Spoken, ...]:
    """The rows by the report they stand in, earliest first."""
    together: dict[str, list[Record]] = defaultdict(list)
    for row in rows:
        together[row["inspection"]].append(row)
    said = [_one(reports[inspection], found) for inspection, found in together.items()]
    return tuple(sorted(said, key=lambda each: (each.published, each.inspection)))


def _one(report: Record, rows: Sequence[Record]) -> Spoken:
    order = (*RAISED, "strength")
    findings = [
        Finding(str(row["kind"]), text(row["summary"]), text(row["source"]), int(row["line"])) for row in rows
    ]
    return Spoken(
        inspection=str(report["inspection"]),
        title=text(report["title"]),
        published=report["published"].date(),
        findings=tuple(sorted(findings, key=lambda each: (order.index(each.kind), each.line))),
    )


def _foremost(theme: Theme) -> tuple[bool, int, int, str]:
    return theme.reversed_by is not None, -theme.days, -len(theme.raised), theme.title


def _silent(reports: Reports, spoken: Sequence[Spoken]) -> tuple[str, ...]:
    """Reports without a finding on file, in order of publication."""
    heard = {each.inspection for each in spoken}
    bare = [row for name, row in reports.items() if name not in heard]
    return tuple(
        f"{text(row['title'])} ({month(row['published'].date())})"
        for row in sorted(bare, key=lambda row: row["published"])
    )
