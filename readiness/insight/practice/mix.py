"""The mix of grades by quarter, and whether it has changed by more than chance."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from readiness.config.models import GRADES
from readiness.dates import month_end, uk_date
from readiness.insight.indicators.words import counted
from readiness.insight.practice.audits import YEAR, Graded, window
from readiness.insight.practice.shares import FEWEST, Share, share_of, share_words
from readiness.statistics.intervals import Interval, difference_of_proportions
from readiness.wording import in_unit, plain_number, signed

MOST_QUARTERS = 16


@dataclass(frozen=True, slots=True)
class Quarter:
    """The grades of one calendar quarter; `so_far` where it has not ended by the day.

    `counts` is how often each of the four grades was given, lowest grade first.
    """

    first: date
    last: date
    counts: tuple[int, ...]
    share: Share
    so_far: bool

    @property
    def name(self) -> str:
        """`Jul to Sep 2026`."""
        return f"{self.first:%b} to {self.last:%b %Y}"


@dataclass(frozen=True, slots=True)
class MixFact:
    """The grade mix over time. `now` is of the 12 months to the day, `before` of the 12 months before those.

    `difference` is now less before in points, None where either has too few audits; `moved` says whether it is more
    than chance explains.
    """

    as_at: date
    quarters: tuple[Quarter, ...]
    now: Share
    before: Share
    difference: Interval | None
    moved: bool | None
    sentence: str


def mix_fact(audits: Sequence[Graded], as_at: date) -> MixFact | None:
    """The mix of the audits known on a day; None where there are none."""
    if not audits:
        return None
    now = share_of("the last 12 months", window(audits, as_at))
    before = share_of("the 12 months before", window(audits, as_at - timedelta(days=YEAR)))
    difference = None
    if now.enough and before.enough:
        difference = difference_of_proportions(now.of_audits, before.of_audits, per=100)
    moved = None if difference is None else not difference.lower <= 0 <= difference.upper
    sentence = _sentence(now, before, difference, as_at)
    return MixFact(as_at, _quarters(audits, as_at), now, before, difference, moved, sentence)


def _quarters(audits: Sequence[Graded], as_at: date) -> tuple[Quarter, ...]:
    """Every quarter from the first audit to the day, those without an audit included; at most the last 16."""
    first, last = audits[0].day, as_at
    begins = [date(index // 4, index % 4 * 3 + 1, 1) for index in range(_number(first), _number(last) + 1)]
    return tuple(_quarter(begin, audits, as_at) for begin in begins[-MOST_QUARTERS:])


def _number(day: date) -> int:
    return day.year * 4 + (day.month - 1) // 3


def _quarter(first: date, audits: Sequence[Graded], as_at: date) -> Quarter:
    last = month_end(first.year, first.month + 2)
    mine = [one for one in audits if first <= one.day <= last]
    given = Counter(one.grade for one in mine)
    counts = tuple(given[grade] for grade in GRADES)
    return Quarter(first, last, counts, share_of(f"{first:%b} to {last:%b %Y}", mine), as_at < last)


def _sentence(now: Share, before: Share, difference: Interval | None, as_at: date) -> str:
    if now.percent is None:
        return f"No audit is known of the 12 months to {uk_date(as_at)}."
    said = f"In the 12 months to {uk_date(as_at)}: {share_words(now)}"
    if before.percent is None:
        return f"{said}. There is no audit of the 12 months before to compare it with."
    if difference is None:
        return f"{said}. With under {FEWEST} audits in either of the last two years no change can be told."
    return f"{said}, {change_words(difference)}."


def mix_finding(fact: MixFact) -> str:
    """What the chart shows, in a line: whether the share of good or better moved."""
    if fact.now.percent is None:
        return "No audit is known of the last 12 months"
    if not fact.now.enough:
        return f"{counted(fact.now.audits, 'audit').capitalize()} in the last 12 months: too few to say"
    share = f"{in_unit(fact.now.percent, 'percent')} of the last 12 months' audit grades are good or better"
    if fact.difference is None:
        return share
    if not fact.moved:
        return f"{share}: no change beyond chance on the year before"
    return f"{share}: {'up' if fact.difference.value > 0 else 'down'} on the year before by more than chance"


def change_words(difference: Interval) -> str:
    """How far a share moved from the year before, with its interval, and whether that is more than chance."""
    reach = f"{signed(difference.lower)} to {signed(difference.upper)}"
    points = abs(round(difference.value, 1))
    way = "up" if difference.value > 0 else "down"
    moved = f"{way} {plain_number(points)} points on" if points else "the same as in"
    chance = "no more" if difference.lower <= 0 <= difference.upper else "more"
    return f"{moved} the 12 months before ({reach}), {chance} than chance explains"
