"""Our audits against what inspectors found: criterion by criterion, in the year before each report."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from readiness.config.models import Framework, Scoring
from readiness.config.scoring_rules import FindingKind
from readiness.dates import uk_date
from readiness.insight.indicators.words import counted_out
from readiness.insight.practice.audits import Graded, number_of_audits, window
from readiness.insight.practice.teams import placed
from readiness.insight.rows import Record, text
from readiness.items import Lookup
from readiness.wording import listed
from readiness.workspace import Workspace

Verdict = Literal["agree", "audits kinder", "audits harsher", "too few audits", "no audits"]
TESTED: tuple[Verdict, ...] = ("agree", "audits kinder", "audits harsher")
"""The verdicts where there were audits enough to compare."""
FEWEST = 3
"""Audits of a criterion under which nothing is compared: one or two say little of how it is done."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What a report found on one criterion, beside our audits of the 12 months up to the day before it came out.

    `found` are the kinds of its findings, `lines` their lines in findings.csv. `audits` is how many were compared,
    `own` how many named the criterion itself. `points` is what the findings are worth, `audit_points` what the audits
    are, both 0 to 100 by scoring.yaml; None where there are no audits.
    """

    criterion: str
    title: str
    found: tuple[str, ...]
    points: float
    audits: int
    own: int
    audit_points: float | None
    verdict: Verdict
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One inspection, visit or review, and each criterion that it had findings on."""

    inspection: str
    title: str
    published: date
    compared: tuple[Compared, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class InspectorsFact:
    """Every report by a day with findings on this framework's criteria, latest first. `rule`: when they agree."""

    reports: tuple[Report, ...]
    sentence: str
    rule: str


def inspectors_fact(
    workspace: Workspace, audits: Sequence[Graded], framework: Framework, as_at: date
) -> InspectorsFact:
    """Where audits and inspectors agreed, in the reports published by a day: of visits and peer reviews too."""
    scoring = workspace.config.scoring
    found = _findings(workspace, framework)
    reports = [
        _report(row, found[row["inspection"]], audits, (framework, scoring))
        for row in workspace.dataset.tables["inspections"].rows.to_dict("records")
        if row["published"].date() <= as_at and found.get(row["inspection"])
    ]
    reports.sort(key=lambda each: each.published, reverse=True)
    return InspectorsFact(tuple(reports), _sentence(reports), _rule(scoring))


Found = Mapping[str, Sequence[tuple[FindingKind, int]]]
"""Criterion id -> the kind and line of each finding on it."""


def _findings(workspace: Workspace, framework: Framework) -> dict[str, Found]:
    """Inspection id -> its findings by criterion; one on a whole area is one on each of its criteria."""
    lookup = Lookup(framework)
    found: dict[str, dict[str, list[tuple[FindingKind, int]]]] = defaultdict(lambda: defaultdict(list))
    for row in workspace.dataset.tables["findings"].rows.to_dict("records"):
        for index in lookup.indices(str(row["criterion"])):
            found[row["inspection"]][lookup.criteria[index].id].append((row["kind"], int(row["line"])))
    return dict(found)


def _report(row: Record, found: Found, audits: Sequence[Graded], rules: tuple[Framework, Scoring]) -> Report:
    framework, scoring = rules
    published = row["published"].date()
    held = placed(window(audits, published - timedelta(days=1)), framework)
    compared = tuple(
        _compare(one.id, one.title, found[one.id], held[one.id], scoring)
        for area in framework.areas
        for one in area.criteria
        if one.id in found
    )
    title = text(row["title"])
    sentence = _report_sentence(title, published, compared)
    return Report(str(row["inspection"]), title, published, compared, sentence)


def _compare(
    criterion: str,
    title: str,
    found: Sequence[tuple[FindingKind, int]],
    held: Sequence[Graded],
    scoring: Scoring,
) -> Compared:
    points = sum(scoring.finding_points[kind] for kind, _ in found) / len(found)
    own = [one for one in held if one.criterion == criterion]
    used = own if number_of_audits(own) >= FEWEST else held
    ours = audit_points(used, scoring)
    return Compared(
        criterion=criterion,
        title=title,
        found=tuple(kind for kind, _ in found),
        points=points,
        audits=number_of_audits(used),
        own=number_of_audits(own),
        audit_points=ours,
        verdict=_verdict(points, ours, number_of_audits(used), scoring),
        lines=tuple(line for _, line in found),
    )


def audit_points(graded: Sequence[Graded], scoring: Scoring) -> float | None:
    """What audits are worth on average, a moderated grade for more than one that is not (scoring.md 3.2)."""
    weights = [
        scoring.weights.moderated_audit if one.moderated else scoring.weights.unmoderated_audit
        for one in graded
    ]
    if not weights:
        return None
    points = [scoring.grade_points[one.grade] for one in graded]
    return sum(weight * point for weight, point in zip(weights, points, strict=True)) / sum(weights)


def _verdict(points: float, ours: float | None, audits: int, scoring: Scoring) -> Verdict:
    if ours is None:
        return "no audits"
    if audits < FEWEST:
        return "too few audits"
    apart = round(ours - points, 9)
    if abs(apart) <= scoring.disagreement.points:
        return "agree"
    return "audits kinder" if apart > 0 else "audits harsher"


def _report_sentence(title: str, published: date, compared: Sequence[Compared]) -> str:
    return f"{title}, {uk_date(published)}: {_counts(compared)}."


def _counts(compared: Sequence[Compared]) -> str:
    """`of 21 criteria with findings audits were kinder on three, agreed on six; 12 had no audits`."""
    many = Counter(each.verdict for each in compared)
    tested = sum(many[each] for each in TESTED)
    noun = "criterion" if len(compared) == 1 else "criteria"
    said = f"findings on {counted_out(len(compared))} {noun}"
    if not tested:
        few = "too few audits" if many["too few audits"] else "no audits"
        return f"{said}, and {few} of the 12 months before to compare"
    words: dict[Verdict, str] = {
        "agree": "agreed",
        "audits kinder": "were kinder",
        "audits harsher": "were harsher",
    }
    parts = [f"{words[each]} on {counted_out(many[each])}" for each in words if many[each]]
    silent = many["no audits"] + many["too few audits"]
    rest = f"; {counted_out(silent)} had too few audits or none" if silent else ""
    return f"{said}: audits {listed(parts)}{rest}"


def _sentence(reports: Sequence[Report]) -> str:
    if not reports:
        return "No report with findings on these criteria is known, so nothing can be compared."
    every = [each for report in reports for each in report.compared]
    tested = [each for each in every if each.verdict in TESTED]
    if not tested:
        return "No criterion had enough audits in the 12 months before a report on it, so nothing can be compared."
    kinder = sum(each.verdict == "audits kinder" for each in tested)
    harsher = sum(each.verdict == "audits harsher" for each in tested)
    agreed = len(tested) - kinder - harsher
    if len(tested) == 1:
        how = "audits were kinder" if kinder else "audits were harsher" if harsher else "they agreed"
        return f"Once audits and a report looked at the same criterion: {how}."
    return (
        f"{counted_out(len(tested)).capitalize()} times audits and a report looked at the same criterion: they "
        f"agreed {_times(agreed)}, audits were kinder {_times(kinder)} and harsher {_times(harsher)}."
    )


def _times(number: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(number, f"{counted_out(number)} times")


def _rule(scoring: Scoring) -> str:
    """When the two are said to agree."""
    return (
        f"Both are put on the score's scale. They agree where they lie at most {scoring.disagreement.points:g} points "
        "apart, the rule by which the score says that evidence disagrees. Audits of the criterion itself are taken "
        f"where there are {FEWEST}, else those of its whole area too; with under {FEWEST} in all nothing is compared."
    )
