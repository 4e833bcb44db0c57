"""One area of the self-evaluation in words: our grade and the evidence's, side by side, for page and document."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from readiness.config.models import GRADES
from readiness.dates import uk_date
from readiness.insight.area import SCORE_EDGE
from readiness.insight.indicators.words import counted, counted_out
from readiness.insight.self_evaluation.agreement import places_words
from readiness.insight.self_evaluation.places import Compared, Place, Position, compare
from readiness.wording import listed_names, lower_first, upper_first, whole_score

VERDICTS: Mapping[Compared, tuple[str, str]] = MappingProxyType(
    {
        "ours higher": ("↑", "higher than the evidence"),
        "ours lower": ("↓", "lower than the evidence"),
        "the same": ("=", "the same as the evidence"),
        "not enough evidence": ("?", "too little evidence to say"),
        "not claimed": ("·", "not graded by us"),
    }
)
"""Each verdict's mark and words: what our grade is."""
_SO_GRADED = {
    "ours higher": "higher than the evidence",
    "ours lower": "lower than the evidence",
    "not enough evidence": "with too little evidence to say",
}
_AS_ONE = {
    "ours higher": "higher than the evidence",
    "ours lower": "lower than the evidence",
    "the same": "the same as the evidence",
    "not enough evidence": "there is too little evidence to say whether that is right",
}
MOST_NAMED = 3


def area_heading(whole: Place, label: str) -> str:
    """Where we and the evidence place an area, in one sentence; the day of our grade stands with its row."""
    claim, evidence = whole.claim, position_words(whole.now)
    if claim is None:
        shown = (
            f"the evidence indicates {evidence}"
            if whole.now.grade
            else "there is too little evidence to indicate one"
        )
        return f"{label}: we have no grade of our own on record; {shown}."
    ours = f"{label}: we say {claim.grade}"
    if whole.verdict == "not enough evidence":
        return f"{ours}; there is too little evidence to say whether that is right."
    if whole.verdict == "the same":
        score = whole_score(whole.now.score or 0.0)
        return f"{ours}, as the evidence indicates ({score}, {whole.now.confidence} confidence)."
    way = "higher" if whole.verdict == "ours higher" else "lower"
    return f"{ours}, {way} than the evidence indicates: {evidence}."


def themes_words(themes: Sequence[Place]) -> str:
    """How the criteria of an area compare: those graded higher first, by name while they are few."""
    graded = [each for each in themes if each.claim]
    if not graded:
        return "No criterion of it has a grade of our own."
    if len(graded) == 1:
        (only,) = graded
        return f"We grade one criterion of it, {only.title}: {_AS_ONE[only.verdict]}."
    parts = [
        part
        for verdict in ("ours higher", "ours lower", "not enough evidence")
        if (part := _part([each for each in graded if each.verdict == verdict], _SO_GRADED[verdict]))
    ]
    whole = f"Of {places_words(len(graded), 'criterion')} that we grade"
    if not parts:
        every = "both" if len(graded) == 2 else "all"
        return f"{whole}, {every} are graded as the evidence indicates."
    same = sum(each.verdict == "the same" for each in graded)
    rest = f"; {counted_out(same)} the same" if same else ""
    return f"{whole}: {'; '.join(parts)}{rest}."


def _part(found: Sequence[Place], words: str) -> str:
    if not found:
        return ""
    named = f" ({listed_names([each.title for each in found])})" if len(found) <= MOST_NAMED else ""
    return f"{counted_out(len(found))} {words}{named}"


def position_words(position: Position) -> str:
    """What the evidence indicates, its score and how sure: `good at 62, medium confidence`."""
    if position.grade is None or position.score is None:
        held = int(round(position.coverage * 100, SCORE_EDGE))
        return f"not enough evidence, {held}% of what is expected is held"
    return f"{position.grade} at {whole_score(position.score)}, {position.confidence} confidence"


def verdict_words(verdict: Compared) -> str:
    """A verdict with its mark: `↑ higher than the evidence`."""
    mark, words = VERDICTS[verdict]
    return f"{mark} {words}"


def history_words(place: Place) -> str:
    """What we said of it before: `good until 30 May 2025`; empty where nothing."""
    earlier = [f"{each.grade} on {uk_date(each.day)} (line {each.line})" for each in place.claims[1:]]
    return f"Before that: {'; '.join(earlier)}." if earlier else ""


def apart(themes: Sequence[Place]) -> tuple[Place, ...]:
    """What we grade higher or lower than the evidence: higher first, the furthest from the band first."""
    found = [each for each in themes if each.verdict in ("ours higher", "ours lower")]
    return tuple(sorted(found, key=lambda each: (each.verdict, -each.points, each.title)))


def apart_finding(places: Sequence[Place]) -> str:
    """What a picture of our grades beside the evidence shows, in a line."""
    higher = [each for each in places if each.verdict == "ours higher"]
    if not higher:
        lower = any(each.verdict == "ours lower" for each in places)
        return "Nothing is graded above the evidence" if lower else "Our grades and the evidence lie together"
    if len(higher) == 1:
        return f"{higher[0].name}: our grade is above the evidence"
    furthest = max(higher, key=lambda each: each.points)
    if sum(round(each.points, 9) == round(furthest.points, 9) for each in higher) > 1:
        return f"{upper_first(places_words(len(higher), 'criterion'))} graded above the evidence"
    return f"{furthest.name}: our grade is furthest above the evidence"


def judged_words(place: Place, label: str, grade: str) -> str:
    """A grade given before the evidence was seen, beside the evidence, and beside what is on record."""
    verdict = compare(grade, place.now.grade)
    said = f"You say {grade} of {lower_first(label)}"
    if verdict == "not enough evidence":
        seen = f"{said}; there is too little evidence to set beside it"
    elif verdict == "the same":
        seen = f"{said}, and so does the evidence: {position_words(place.now)}"
    else:
        steps = abs(GRADES.index(grade) - GRADES.index(place.now.grade or ""))
        way = "higher" if verdict == "ours higher" else "lower"
        seen = f"{said}, {counted(steps, 'grade')} {way} than the evidence, which indicates {position_words(place.now)}"
    return f"{seen}. {_on_record(place)}"


def _on_record(place: Place) -> str:
    if place.claim is None:
        return "Our self-evaluation has no grade of it."
    return f"Our self-evaluation of {uk_date(place.claim.day)} says {place.claim.grade}."
