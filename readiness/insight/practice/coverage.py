"""How far audits reach: how many looked at each criterion, against what the score asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from readiness.config.models import Criterion, Framework, Scoring
from readiness.insight.practice.audits import Graded, number_of_audits, window
from readiness.insight.practice.teams import placed
from readiness.scoring.results import CellScore
from readiness.wording import listed, plain_number
from readiness.workspace import Workspace

MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class CriterionCover:
    """Audits of one criterion. `year` of the last 12 months, `fresh` of the days that the score trusts in full.

    `own` of the year's named the criterion itself, the others its whole area. `coverage` (0 to 1) is the score's:
    the trust that audits earn, over what is `enough`; None where the criterion expects no audits.
    """

    criterion: str
    title: str
    area: str
    year: int
    own: int
    fresh: int
    coverage: float | None
    last: date | None


@dataclass(frozen=True, slots=True)
class CoverageFact:
    """Every criterion of the framework in its order, and the rule that coverage is measured by."""

    criteria: tuple[CriterionCover, ...]
    sentence: str
    rule: str


def coverage_fact(
    workspace: Workspace, audits: Sequence[Graded], framework: Framework, as_at: date
) -> CoverageFact:
    """How many audits looked at each criterion by a day. The contract has no audit plan: `enough` stands for one."""
    practice = workspace.config.scoring.strands.practice
    cells = {
        each.id: each.cells["practice"]
        for area in workspace.score(as_at, framework.id).areas
        for each in area.criteria
    }
    held = placed(audits, framework)
    criteria = tuple(
        _cover(one, area.label, (held[one.id], cells.get(one.id)), as_at, int(practice.fresh_days))
        for area in framework.areas
        for one in area.criteria
    )
    return CoverageFact(criteria, _sentence(criteria), _rule(workspace.config.scoring))


def _cover(
    one: Criterion, area: str, found: tuple[Sequence[Graded], CellScore | None], as_at: date, fresh: int
) -> CriterionCover:
    rows, cell = found
    year = window(rows, as_at)
    return CriterionCover(
        criterion=one.id,
        title=one.title,
        area=area,
        year=number_of_audits(year),
        own=number_of_audits([each for each in year if each.criterion == one.id]),
        fresh=number_of_audits(window(rows, as_at, fresh)),
        coverage=cell.coverage if cell and cell.expected else None,
        last=max((each.day for each in rows), default=None),
    )


def _sentence(criteria: Sequence[CriterionCover]) -> str:
    """How many criteria were audited in a year, which were not, and how many are covered in full."""
    wanted = [one for one in criteria if one.coverage is not None]
    if not wanted:
        return "No criterion of this framework expects audits in this dataset."
    without = [one.title for one in wanted if not one.year]
    full = sum(round(one.coverage or 0.0, 9) >= 1 for one in wanted)
    audited = len(wanted) - len(without)
    if len(wanted) == 1:
        return _of_one(audited, full)
    if not audited:
        return f"None of {len(wanted)} criteria was audited in the last 12 months."
    verb = "was" if audited == 1 else "were"
    some = f"All {audited}" if not without else f"{audited} of {len(wanted)}"
    said = f"{some} criteria {verb} audited in the last 12 months"
    parts = [said, _named(without), _through_area(wanted)]
    enough = f"{full or 'None'} {'have' if full > 1 else 'has'} as many audits as the score asks for."
    return f"{'; '.join(part for part in parts if part)}. {enough}"


def _of_one(audited: int, full: int) -> str:
    if not audited:
        return "The one criterion was not audited in the last 12 months."
    often = "as often as" if full else "less often than"
    return f"The one criterion was audited in the last 12 months, {often} the score asks for."


def _named(without: Sequence[str]) -> str:
    if not without:
        return ""
    return (
        f"no audit looked at {listed(without)}"
        if len(without) <= MOST_NAMED
        else "the others are listed below"
    )


def _through_area(wanted: Sequence[CriterionCover]) -> str:
    """How many were seen only through audits of their whole area, which say less of the criterion itself."""
    number = sum(one.year > 0 and one.own == 0 for one in wanted)
    return f"{number} of them only through audits of their whole area" if number else ""


def _rule(scoring: Scoring) -> str:
    """What stands for a plan, since audits.csv holds none."""
    practice, weights = scoring.strands.practice, scoring.weights
    moderated = plain_number(practice.enough / weights.moderated_audit)
    alone = plain_number(practice.enough / weights.unmoderated_audit)
    audits = "audit" if moderated == "1" else "audits"
    return (
        "audits.csv holds no audit plan, so this is measured against what the score asks for: "
        f"{moderated} moderated {audits} of a criterion, or {alone} not moderated, in the last "
        f"{practice.fresh_days:g} days; older ones count for less. An audit of a whole area counts for each of its "
        "criteria."
    )
