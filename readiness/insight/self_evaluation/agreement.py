"""How far our own grades and those that the evidence indicates agree, and how sure so few make it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from readiness.config.models import GRADES
from readiness.insight.indicators.words import counted, counted_out
from readiness.insight.practice.moderation_words import kappa_words, strength
from readiness.insight.practice.shares import FEWEST
from readiness.insight.self_evaluation.places import Place
from readiness.statistics.agreement import Agreement, agreement_table, cohen_kappa
from readiness.wording import lower_first, upper_first

SHARED = "Criteria of an area share rows of evidence, so the true range is wider than the one given."


@dataclass(frozen=True, slots=True)
class Agreed:
    """Places graded twice: by us and by the evidence. `noun` is what they are, a criterion or, failing those, an area.

    `higher` and `lower` are those that we grade so; `unknown` those that we grade and the evidence can't.
    """

    noun: str
    compared: tuple[Place, ...]
    higher: tuple[Place, ...]
    lower: tuple[Place, ...]
    unknown: tuple[Place, ...]
    kappa: Agreement
    sentence: str

    @property
    def same(self) -> int:
        """How many grades are the same."""
        return len(self.compared) - len(self.higher) - len(self.lower)


def agreed(themes: Sequence[Place], wholes: Sequence[Place]) -> Agreed:
    """How our grades of criteria compare; of areas where no criterion is graded, since an area is made of criteria."""
    noun, places = ("criterion", themes) if any(each.claim for each in themes) else ("area", wholes)
    compared = [each for each in places if each.verdict in ("the same", "ours higher", "ours lower")]
    ours = [each.claim.grade for each in compared if each.claim]
    theirs = [each.now.grade or "" for each in compared]
    kappa = cohen_kappa(agreement_table(ours, theirs, GRADES), weights="quadratic")
    return Agreed(
        noun=noun,
        compared=tuple(compared),
        higher=_of(places, "ours higher"),
        lower=_of(places, "ours lower"),
        unknown=_of(places, "not enough evidence"),
        kappa=kappa,
        sentence=agreement_words(noun, Counter(each.verdict for each in compared), kappa),
    )


def _of(places: Sequence[Place], verdict: str) -> tuple[Place, ...]:
    return tuple(each for each in places if each.verdict == verdict)


def agreement_words(noun: str, verdicts: Counter, kappa: Agreement) -> str:
    """How many grades are the same, and agreement beyond chance; no figure of it where there are too few."""
    number = sum(verdicts.values())
    if not number:
        return (
            "No grade of ours can be set beside the evidence, so nothing can be said of how far they agree."
        )
    if number < FEWEST:
        only = f"Only {places_words(number, noun)} can be compared"
        return f"{only}: too few for a figure of how far our grades and the evidence agree."
    same = verdicts["the same"]
    said = f"Our grade is the one that the evidence indicates in {counted_out(same) if same else 'none'} of {number}"
    said = f"{said} {plural(noun)}"
    if kappa.kappa is None or kappa.lower is None:
        return f"{said}; agreement beyond chance can't be judged: {lower_first(kappa.reason)}"
    shared = f" {SHARED}" if noun == "criterion" else ""
    return f"{said}; agreement beyond chance is {strength(kappa.kappa)} ({kappa_words(kappa)}).{shared}"


def places_words(number: int, noun: str) -> str:
    """So many areas or criteria: `one criterion`, `12 criteria`."""
    return counted(number, noun) if number == 1 else f"{counted_out(number)} {plural(noun)}"


def plural(noun: str) -> str:
    """Several areas or criteria."""
    return "criteria" if noun == "criterion" else f"{noun}s"


def places_begin(number: int, noun: str) -> str:
    """So many areas or criteria, as a sentence begins."""
    return upper_first(places_words(number, noun))
