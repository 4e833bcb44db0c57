"""Overall effectiveness, only where a framework has it, by the rule that its YAML states."""

from collections.abc import Sequence

from readiness.config.models import GRADES, Limit
from readiness.config.models import Overall as OverallRule
from readiness.scoring.results import AreaScore, Overall
from readiness.wording import listed


def overall_grade(rule: OverallRule, areas: Sequence[AreaScore]) -> Overall:
    """The grade that the areas' indicative grades give, and the rule that decided it in words.

    The first limit that applies decides; else the lower median, or the lowest, of the areas that have a
    grade. Areas without enough evidence are named, and take no part.
    """
    graded = {area.id: area for area in areas if area.grade is not None}
    for limit in rule.limits:
        below = [
            graded[area] for area in limit.areas if area in graded and _at_or_below(graded[area].grade, limit)
        ]
        if below:
            names = listed([area.short for area in below])
            said = f"{names} at or below {limit.any_at_or_below}, which gives {limit.gives} overall"
            return Overall(rule.title, limit.gives, said)
    return _otherwise(rule, graded, areas)


def _at_or_below(grade: str | None, limit: Limit) -> bool:
    return grade is not None and GRADES.index(grade) <= GRADES.index(limit.any_at_or_below)


def _otherwise(rule: OverallRule, graded: dict[str, AreaScore], areas: Sequence[AreaScore]) -> Overall:
    if not graded:
        return Overall(rule.title, None, "no area has enough evidence for a grade")
    ordered = sorted((area.grade or GRADES[0] for area in graded.values()), key=GRADES.index)
    grade = ordered[(len(ordered) - 1) // 2] if rule.otherwise == "median" else ordered[0]
    kind = "the lower median" if rule.otherwise == "median" else "the lowest"
    missing = [area.short for area in areas if area.id not in graded]
    left_out = f"; not enough evidence for {listed(missing)}" if missing else ""
    return Overall(rule.title, grade, f"{kind} of the areas' grades{left_out}")
