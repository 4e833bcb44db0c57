"""Why an area or criterion stands in a list of the self-evaluation: one line each, no more than its figures say."""

from datetime import date, timedelta

from readiness.config.models import Scoring
from readiness.dates import uk_date
from readiness.insight.area import SCORE_EDGE
from readiness.insight.indicators.words import counted, counted_out
from readiness.insight.self_evaluation.places import Place, compare
from readiness.wording import listed, plain_number, upper_first, whole_score

STALE_DAYS = 365


def above_words(each: Place, scoring: Scoring) -> str:
    """How far the evidence lies under the grade, and whether it did on the day."""
    grade = each.claim.grade if each.claim else ""
    edge = plain_number(dict(scoring.bands.items()).get(grade, 0.0))
    few = ", of which little is held," if each.now.confidence == "low" else ""
    said = f"The evidence{few} is at {whole_score(each.now.score or 0.0)}, where {grade} begins at {edge}"
    since = f"; it had reached that on {uk_date(each.claim.day)}" if each.claim and fell(each) else ""
    return f"{said}{since}."


def fell(each: Place) -> bool:
    """Whether the evidence did not lie under our grade on the day it was given, and does now."""
    then = each.then.grade if each.then else None
    return bool(each.claim and then and compare(each.claim.grade, then) != "ours higher")


def sign_words(each: Place) -> str:
    """Every sign against it, with its file and line."""
    return "; ".join(f"{sign.says} ({sign.file}, line {sign.line})" for sign in each.signs)


def held_words(each: Place) -> str:
    """How much evidence is held, and of which kinds."""
    if not each.now.kinds:
        return "No evidence is held."
    held = int(round(each.now.coverage * 100, SCORE_EDGE))
    return f"{held}% of the evidence expected is held: {listed(each.now.kinds)}."


def lacking_words(each: Place) -> str:
    """What a weakness has in place of a live plan."""
    if each.backing == "overdue":
        late = "overdue" if len(each.actions) == 1 else "all overdue"
        return f"{upper_first(counted(len(each.actions), 'open action'))}, {late}."
    if each.backing == "words only" and each.claim:
        return f"A sentence, and no open action: {each.claim.plan.rstrip('.')}."
    return "No plan, and no open action."


def planned_words(each: Place) -> str:
    """How many open actions it has, and how many are late."""
    late = sum(one.overdue_days is not None for one in each.actions)
    said = upper_first(counted(len(each.actions), "open action"))
    return f"{said}{f', {counted_out(late)} overdue' if late else ''}."


def stale_words(each: Place, as_at: date) -> str:
    """Why a grade no longer stands on what it stood on; empty where it does, or where there is none."""
    claim, then, now = each.claim, each.then, each.now
    if claim is None or then is None:
        return ""
    parts = []
    if as_at - claim.day > timedelta(days=STALE_DAYS):
        parts.append(f"given on {uk_date(claim.day)}, over a year ago")
    if then.grade and not now.grade:
        parts.append("there was enough evidence on the day it was given, and there is too little now")
    elif then.score is not None and now.score is not None and then.grade != now.grade:
        how = f"from {whole_score(then.score)} ({then.grade}) to {whole_score(now.score)} ({now.grade})"
        parts.append(f"the evidence has moved since {uk_date(claim.day)}, {how}")
    return f"{upper_first('; '.join(parts))}." if parts else ""


def moved(each: Place) -> float:
    """How far the evidence has moved since the grade was given: all the way where there was enough, and is no more."""
    if each.then is None or each.then.score is None:
        return 0.0
    return 100.0 if each.now.score is None else abs(each.now.score - each.then.score)
