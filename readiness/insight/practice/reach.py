"""What so many audits can tell and what they can't: how far chance alone moves a share."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from readiness.insight.indicators.words import counted
from readiness.insight.practice.audits import NO_KIND, YEAR, Graded, window
from readiness.insight.practice.shares import Share, share_of
from readiness.statistics.intervals import difference_of_proportions, wilson
from readiness.wording import listed, plain_number

PERIODS = (("month", YEAR / 12), ("quarter", YEAR / 4), ("year", float(YEAR)))
"""Each period and its days."""
SHORTEST = 30
"""Days that the first audits are taken to spread over, at the least."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What the audits of one period can tell, at the year's share of good or better.

    `half_width` is half of the 95% interval in points. `smallest` is the least rise or fall from one period to the
    next that is more than chance explains, in points; None where even the greatest would not be.
    """

    period: str
    audits: int
    half_width: float | None
    smallest: float | None


@dataclass(frozen=True, slots=True)
class ReachFact:
    """Each period's reach at the pace of the last 12 months, a sentence, and cautions that hold for every figure.

    `reaches` is empty where the audits are too few to say at what share or pace they run.
    """

    reaches: tuple[Reach, ...]
    sentence: str
    cautions: tuple[str, ...]


def reach_fact(audits: Sequence[Graded], as_at: date) -> ReachFact | None:
    """What the pace of the last 12 months' audits allows to be said; None where there are none in them."""
    graded = window(audits, as_at)
    year = share_of("the last 12 months", graded)
    if not year.audits:
        return None
    if not year.enough:
        few = f"With {counted(year.audits, 'audit')} in the last 12 months nothing can be said of a change."
        return ReachFact((), few, _cautions(year, graded))
    covered = min(max((as_at - min(one.day for one in audits)).days + 1, SHORTEST), YEAR)
    reaches = tuple(_reach(period, round(year.audits * days / covered), year) for period, days in PERIODS)
    return ReachFact(reaches, _sentence(reaches), _cautions(year, graded))


def _reach(period: str, audits: int, year: Share) -> Reach:
    share = (year.percent or 0.0) / 100
    found = wilson(share * audits, audits, per=100)
    half = (found.upper - found.lower) / 2 if found else None
    return Reach(period, audits, half, smallest_change(share, audits))


def smallest_change(share: float, audits: int) -> float | None:
    """The least change between two periods of so many audits that is more than chance explains, in points.

    The first has `share` (0 to 1) good or better, to the nearest audit; the second is moved audit by audit, up and
    down, until the 95% interval of the difference leaves 0 out. None where it never does.
    """
    good = round(share * audits)
    steps = [abs(other - good) for other in range(audits + 1) if _differ(other, good, audits)]
    return 100 * min(steps) / audits if steps else None


def _differ(one: int, other: int, audits: int) -> bool:
    found = difference_of_proportions((one, audits), (other, audits))
    return found is not None and not found.lower <= 0 <= found.upper


def _sentence(reaches: Sequence[Reach]) -> str:
    """`With about 22 audits a month, a change from one month to the next of less than 28.6 points can't ...`."""
    month, *longer = reaches
    if not month.audits:
        return "With under one audit a month, nothing can be said of a single month."
    many = f"With about {counted(month.audits, 'audit')} a month"
    if month.smallest is None:
        said = [f"{many}, no change from one month to the next can be told from chance"]
    else:
        least = plain_number(month.smallest)
        said = [
            f"{many}, a change from one month to the next of less than {least} points can't be told from chance"
        ]
    return f"{'; '.join([*said, *map(_longer, longer)])}."


def _longer(reach: Reach) -> str:
    between = f"from one {reach.period} to the next ({counted(reach.audits, 'audit')})"
    if reach.smallest is None:
        return f"{between}, none can"
    return f"{between}, one of less than {plain_number(reach.smallest)} points"


def _cautions(year: Share, graded: Sequence[Graded]) -> tuple[str, ...]:
    """What else stands between these figures and a conclusion."""
    chosen = (
        "Intervals allow for chance only. Nothing in the file says how audits were chosen: if not at random, "
        "they may not speak for all practice."
    )
    return (chosen, _kinds(graded), *_together(year))


def _kinds(graded: Sequence[Graded]) -> str:
    """Which kinds count, and how many there are of each: the score makes evidence of every row (scoring.md 3.2)."""
    kinds = Counter(kind for _, kind in {(one.audit, one.kind) for one in graded})
    named = listed([f"{number} {kind}" for kind, number in kinds.most_common() if kind != NO_KIND])
    unnamed = f"; of {kinds[NO_KIND]} the kind is not named" if kinds[NO_KIND] and named else ""
    return f"Every kind of audit counts here, as it does in the score: {named or 'no row names its kind'}{unnamed}."


def _together(year: Share) -> tuple[str, ...]:
    if year.grades == year.audits:
        return ()
    return (
        f"The {year.grades:,} grades come from {counted(year.audits, 'audit')}. Grades of one audit are not "
        "independent of each other, so every interval is that of the audits, not of the grades.",
    )
