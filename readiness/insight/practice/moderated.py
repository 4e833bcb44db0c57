"""Twelve months of moderation: what it changed, and how far auditor and moderator agree."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from readiness.config.models import GRADES
from readiness.insight.practice.audits import Graded
from readiness.insight.practice.shares import FEWEST
from readiness.statistics.agreement import Agreement, agreement_table, cohen_kappa
from readiness.statistics.intervals import wilson


@dataclass(frozen=True, slots=True)
class YearModerated:
    """Twelve months of moderation, `first` and `last` included.

    Of `graded` grades `moderated` were looked at again: `lowered` came out below the auditor's grade (graded above
    moderation), `raised` above it, the rest the same; `steps` holds how many went down one grade, two or three.
    `quadratic` and `linear` are weighted kappas, `plain` the unweighted one.
    """

    first: date
    last: date
    graded: int
    moderated: int
    lowered: int
    raised: int
    steps: tuple[int, int, int]
    table: tuple[tuple[int, ...], ...]
    """Auditors' grades down, moderated grades across, in the order of the four grades, lowest first."""
    quadratic: Agreement
    linear: Agreement
    plain: Agreement

    @property
    def same(self) -> int:
        """How many grades moderation left as they were."""
        return self.moderated - self.lowered - self.raised

    @property
    def enough(self) -> bool:
        """Whether anything may be said of agreement."""
        return self.moderated >= FEWEST


def moderated_in(graded: Sequence[Graded], first: date, last: date) -> YearModerated:
    """What moderation did to these grades."""
    pairs = [(one.given, one.moderated) for one in graded if one.moderated]
    down = [GRADES.index(given) - GRADES.index(moderated) for given, moderated in pairs]
    table = agreement_table([given for given, _ in pairs], [moderated for _, moderated in pairs], GRADES)
    return YearModerated(
        first=first,
        last=last,
        graded=len(graded),
        moderated=len(pairs),
        lowered=sum(step > 0 for step in down),
        raised=sum(step < 0 for step in down),
        steps=(down.count(1), down.count(2), down.count(3)),
        table=table,
        quadratic=cohen_kappa(table, weights="quadratic"),
        linear=cohen_kappa(table, weights="linear"),
        plain=cohen_kappa(table),
    )


def leaning(year: YearModerated) -> Literal["above", "below"] | None:
    """Whether auditors grade above or below moderation by more than chance explains (lowered against raised)."""
    share = wilson(year.lowered, year.lowered + year.raised)
    if share is None or share.lower <= 0.5 <= share.upper:
        return None
    return "above" if share.lower > 0.5 else "below"
