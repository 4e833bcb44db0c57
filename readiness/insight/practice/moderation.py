"""Can we trust our own grading? Moderation up to a day, year by year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from readiness.dates import uk_date
from readiness.insight.practice.audits import YEAR, Graded, window
from readiness.insight.practice.moderated import YearModerated, moderated_in
from readiness.insight.practice.moderation_words import (
    drift_words,
    lean_words,
    trust_words,
    with_kappa,
)
from readiness.wording import lower_first

MOST_YEARS = 5


@dataclass(frozen=True, slots=True)
class ModerationFact:
    """Moderation up to a day: the last 12 months, and every 12 months that have enough moderated, earliest first.

    `trust` answers whether we can trust our own grading, `lean` whether auditors grade above or below moderation,
    `drift` how both have moved; `every` is over all audits known, and `so_far` says what moderation did to them.
    """

    latest: YearModerated
    years: tuple[YearModerated, ...]
    every: YearModerated
    trust: str
    lean: str
    drift: str
    so_far: str

    @property
    def compared(self) -> tuple[YearModerated, ...]:
        """The years whose agreement can be worked out: not those where every grade was the same."""
        return with_kappa(self.years)


def moderation_fact(audits: Sequence[Graded], as_at: date) -> ModerationFact | None:
    """What moderation says of the audits known on a day; None where there are none."""
    if not audits:
        return None
    ends = [as_at - timedelta(days=YEAR * back) for back in range(MOST_YEARS)]
    years = [moderated_in(window(audits, end), end - timedelta(days=YEAR - 1), end) for end in ends]
    every = moderated_in(audits, audits[0].day, as_at)
    enough = tuple(year for year in reversed(years) if year.enough)
    latest = years[0]
    so_far = (
        f"Over all audits since {uk_date(every.first)}: {lower_first(lean_words(every))}"
        if every.enough
        else ""
    )
    return ModerationFact(
        latest, enough, every, trust_words(latest), lean_words(latest), drift_words(enough), so_far
    )
