"""Shares of audits graded good or better, with the care that small numbers need: by team, theme, criterion."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from readiness.insight.indicators.parts import CHANCE
from readiness.insight.indicators.words import counted_out
from readiness.insight.practice.audits import Graded, number_of_audits
from readiness.statistics.intervals import Interval, difference_of_proportions, wilson
from readiness.wording import in_unit, listed

By = Literal["team", "theme", "criterion", "area"]

NOUNS: Mapping[By, tuple[str, str]] = {
    "team": ("team", "teams"),
    "theme": ("theme", "themes"),
    "criterion": ("criterion", "criteria"),
    "area": ("judgement area", "judgement areas"),
}
FEWEST = 10
"""With fewer audits nothing is said of a team, theme or criterion: its interval would cover most of the scale."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the grades given were good or better. `interval` is in percent; None without a grade.

    An audit that graded several criteria gave as many grades, which are not independent of each other: the interval
    is that of so many audits, not of so many grades (the cautious end of Kish L, Survey Sampling, 1965, page 162).
    """

    name: str
    good: int
    grades: int
    audits: int
    interval: Interval | None

    @property
    def percent(self) -> float | None:
        """The share in percent; None without a grade."""
        return 100 * self.good / self.grades if self.grades else None

    @property
    def enough(self) -> bool:
        """Whether anything may be said of it."""
        return self.audits >= FEWEST

    @property
    def of_audits(self) -> tuple[float, float]:
        """The share as counts of audits, for an interval or a test: numerator and denominator."""
        return (self.good / self.grades * self.audits, self.audits) if self.grades else (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class SharesFact:
    """The parts of some audits (teams, themes, criteria), low end first, those of too few audits last.

    `low` are the parts at the low end: one, or several where they are equal; empty where it can't be said.
    `difference` is theirs from the others in points, its interval widened for being chosen as the lowest of many;
    `differs` says whether that is more than chance explains. Both are None where nothing can be tested.
    """

    by: By
    shares: tuple[Share, ...]
    low: tuple[Share, ...]
    difference: Interval | None
    differs: bool | None
    sentence: str


def share_of(name: str, graded: Sequence[Graded]) -> Share:
    """The share of good or better among these grades."""
    good, grades, number = sum(one.good for one in graded), len(graded), number_of_audits(graded)
    interval = wilson(good / grades * number, number, per=100) if grades else None
    return Share(name, good, grades, number, interval)


def shares_fact(by: By, parts: Mapping[str, Sequence[Graded]]) -> SharesFact | None:
    """What the parts say: which stands lowest, and is it chance? None where no part has a grade.

    Only parts with enough audits are compared: those at the low end with all the others together.
    """
    held = {name: rows for name, rows in parts.items() if rows}
    if not held:
        return None
    shares = [share_of(name, rows) for name, rows in held.items()]
    shares.sort(key=lambda each: (not each.enough, each.percent or 0.0, each.name))
    enough = [each for each in shares if each.enough]
    low = _low_end(enough)
    rest = _pooled(enough[len(low) :], held) if low else None
    found = _difference(_pooled(low, held), rest, len(enough)) if rest else None
    differs = None if found is None else found.upper < 0
    sentence = _sentence(by, shares, enough, (low, rest, differs))
    return SharesFact(by, tuple(shares), tuple(low), found, differs, sentence)


def _low_end(enough: Sequence[Share]) -> list[Share]:
    """The parts at the low end; none where there is nothing to compare, or all are equal."""
    if len({each.percent for each in enough}) < 2:
        return []
    return [each for each in enough if each.percent == enough[0].percent]


def _pooled(shares: Sequence[Share], held: Mapping[str, Sequence[Graded]]) -> Share:
    """Several parts as one."""
    return share_of("", [one for each in shares for one in held[each.name]])


def _difference(low: Share, rest: Share, looked_at: int) -> Interval | None:
    """The low end less the others, in points; allows for its being chosen as the lowest of so many (Bonferroni)."""
    confidence = 1 - CHANCE / looked_at
    return difference_of_proportions(low.of_audits, rest.of_audits, confidence=confidence, per=100)


Found = tuple[Sequence[Share], Share | None, bool | None]


def _sentence(by: By, shares: Sequence[Share], enough: Sequence[Share], found: Found) -> str:
    one, many = NOUNS[by]
    few = len(shares) - len(enough)
    if not enough:
        return f"No {one} has {FEWEST} audits: too few to say which stands lowest."
    if len(enough) == 1:
        alone = f" No other {one} has {FEWEST} audits, so nothing is compared." if few else ""
        return f"{enough[0].name}: {share_words(enough[0])}.{alone}"
    low, rest, differs = found
    if not low or rest is None:
        every = f"Both {many}" if len(enough) == 2 else f"All {counted_out(len(enough))} {many}"
        return (
            f"{every} stand at {in_unit(enough[0].percent or 0.0, 'percent')} good or better.{_few(few, by)}"
        )
    chance = "" if differs is None else _by_chance(differs, len(enough), many)
    return f"{_low_words(low)}{_against(rest)}.{chance}{_few(few, by)}"


def _low_words(low: Sequence[Share]) -> str:
    if len(low) > 1:
        names = listed([each.name for each in low])
        return f"Low end: {names}, each {in_unit(low[0].percent or 0.0, 'percent')} good or better"
    return f"Low end: {low[0].name}, {share_words(low[0])}"


def _against(rest: Share) -> str:
    return f", against {in_unit(rest.percent, 'percent')} for the others" if rest.percent is not None else ""


def _by_chance(differs: bool, number: int, many: str) -> str:
    return f" That is {'more than' if differs else 'no more than'} chance explains among {counted_out(number)} {many}."


def _few(number: int, by: By) -> str:
    """How many parts have too few audits; empty where none."""
    if not number:
        return ""
    one, many = NOUNS[by]
    verb = f"{one} has" if number == 1 else f"{many} have"
    return f" {counted_out(number).capitalize()} {verb} under {FEWEST} audits: too few to say."


def shares_finding(fact: SharesFact) -> str:
    """What the parts show, in a line: whether one stands out."""
    one, many = NOUNS[fact.by]
    if sum(each.enough for each in fact.shares) < 2:
        return f"Too few audits to compare {many}"
    if not fact.differs:
        return f"No {one} stands below the others by more than chance"
    verb = "is" if len(fact.low) == 1 else "are"
    return f"{listed([each.name for each in fact.low])} {verb} below the other {many} by more than chance"


def shares_findings(facts: Sequence[SharesFact]) -> tuple[str, ...]:
    """What several kinds of part show, each that stands out in a line of its own, the others together."""
    out = [shares_finding(fact) for fact in facts if fact.differs]
    compared = [fact for fact in facts if sum(each.enough for each in fact.shares) > 1]
    level = [NOUNS[fact.by][1] for fact in compared if not fact.differs]
    few = [NOUNS[fact.by][1] for fact in facts if fact not in compared]
    out += [f"None of the {listed(level)} stands below the others by more than chance"] if level else []
    out += [f"Too few audits to compare {listed(few)}"] if few else []
    return tuple(out)


def share_words(share: Share) -> str:
    """A share with its interval and counts: `68.2% good or better (61.3% to 74.4%), 131 of 192 grades`."""
    if share.interval is None:
        return "no audit"
    low, high = (in_unit(end, "percent") for end in (share.interval.lower, share.interval.upper))
    figure = in_unit(share.percent or 0.0, "percent")
    noun = "grade" if share.grades == 1 else "grades"
    return f"{figure} good or better ({low} to {high}), {share.good:,} of {share.grades:,} {noun}"
