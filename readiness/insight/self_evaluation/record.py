"""What was judged after we had graded ourselves: how our own grades have stood up to inspection."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from readiness.insight.indicators.words import counted, counted_out
from readiness.insight.inspections.calibration import FEWEST
from readiness.insight.inspections.judgements import OfstedJudgement, area_judgements, is_ordinal
from readiness.insight.self_evaluation.claims import Claim, Claims
from readiness.insight.self_evaluation.places import Compared, compare
from readiness.scoring.evidence import Evidence


@dataclass(frozen=True, slots=True)
class JudgedAfter:
    """A judgement of an area beside the last grade that we gave it on an earlier day."""

    area: str
    claim: Claim
    judged: OfstedJudgement
    verdict: Compared


@dataclass(frozen=True, slots=True)
class Record:
    """Every judgement by a day that came after a grade of ours, latest first; `sentence` says what they come to."""

    every: tuple[JudgedAfter, ...]
    sentence: str


def record(evidence: Evidence, claims: Claims, as_at: date) -> Record:
    """The judgements on areas published by a day, each with the own grade held on the day before; others have none."""
    labels = {area.id: area.label for area in evidence.framework.areas}
    found = []
    for area, judged in area_judgements(evidence, as_at).items():
        for each in judged:
            held = (claim for claim in claims.of(area) if claim.day < each.published)
            claim = next(held, None)
            if claim and is_ordinal(each.grade):
                found.append(JudgedAfter(labels[area], claim, each, compare(claim.grade, each.grade)))
    found.sort(key=lambda each: (-each.judged.published.toordinal(), each.judged.line))
    return Record(tuple(found), record_words(found, bool(claims.by_place)))


def record_words(found: Sequence[JudgedAfter], claimed: bool) -> str:
    """How many judgements agreed with us, and no more than so few inspections allow; empty where we said nothing."""
    if not found:
        return (
            "No area has been judged since we graded it, so our grades have not met an inspection yet."
            if claimed
            else ""
        )
    counts = Counter(each.verdict for each in found)
    order: tuple[Compared, ...] = ("the same", "ours higher", "ours lower")
    said = ", ".join(f"{verdict} in {counted_out(counts[verdict])}" for verdict in order if counts[verdict])
    inspections = len({each.judged.published for each in found})
    of = "one inspection" if inspections == 1 else f"{counted_out(inspections)} inspections"
    few = ": too few to say which way our grades lean" if inspections < FEWEST else ""
    came = f"{counted(len(found), 'judgement')} came after a grade of ours"
    return f"{came[:1].upper()}{came[1:]}: {said}. {'It is' if len(found) == 1 else 'They are'} of {of}{few}."
