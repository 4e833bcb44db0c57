"""The words of moderation: can our grading be trusted, which way do auditors lean, and has that moved?"""

import math
from collections.abc import Sequence

from readiness.dates import uk_date
from readiness.insight.indicators.words import counted, counted_out
from readiness.insight.practice.moderated import YearModerated, leaning
from readiness.insight.practice.shares import FEWEST
from readiness.statistics.agreement import Agreement
from readiness.statistics.intervals import difference_of_proportions, normal_deviate, wilson
from readiness.wording import in_unit, lower_first

TRUSTED, DOUBTED = 0.6, 0.4
"""Kappa from which agreement is called substantial, and up to which it is fair at most (Landis and Koch); of the
grades moderated at least as large a share must surely have stood."""
STRENGTHS = ((0.8, "almost perfect"), (0.6, "substantial"), (0.4, "moderate"), (0.2, "fair"), (0.0, "slight"))


def trust_words(year: YearModerated) -> str:
    """The answer, never firmer than the interval of kappa allows."""
    if not year.moderated:
        return "It can't be said: none of the last 12 months' grades was moderated."
    looked = f"{counted(year.moderated, 'grade')} of the last 12 months"
    if not year.enough:
        return f"Too few to say: only {looked} {'was' if year.moderated == 1 else 'were'} moderated."
    same = f"moderation left {year.same} of {looked} as they were"
    kappa = year.quadratic
    if kappa.kappa is None or kappa.lower is None or kappa.upper is None:
        return f"It can't be said: {same}, but {lower_first(kappa.reason)}"
    answer = "Not yet" if kappa.upper <= DOUBTED else "Mostly" if _straight(year) else "Only in part"
    return f"{answer}: {same}; agreement beyond chance is {strength(kappa.kappa)} ({kappa_words(kappa)})."


def _straight(year: YearModerated) -> bool:
    """Agreement is surely substantial, most grades surely stand, and auditors lean neither way beyond chance."""
    stood, kappa = wilson(year.same, year.moderated), year.quadratic.lower
    return bool(
        stood and stood.lower >= TRUSTED and kappa is not None and kappa >= TRUSTED and leaning(year) is None
    )


def strength(kappa: float) -> str:
    """A word for a kappa. Source: Landis JR, Koch GG, Biometrics 1977; 33: 159-174."""
    return next((word for edge, word in STRENGTHS if kappa >= edge), "worse than chance")


def kappa_words(kappa: Agreement) -> str:
    """Quadratic kappa with its interval: `quadratic weighted kappa 0.74, 0.58 to 0.90`."""
    if kappa.kappa is None or kappa.lower is None or kappa.upper is None:
        return kappa.reason
    if kappa.standard_error == 0:
        return f"quadratic weighted kappa {number(kappa.kappa)}, without an interval: no two grades differed"
    return f"quadratic weighted kappa {number(kappa.kappa)}, {number(kappa.lower)} to {number(min(kappa.upper, 1.0))}"


def number(kappa: float) -> str:
    """A kappa with two decimals."""
    return f"{kappa:.2f}".replace("-", "−")


def lean_words(year: YearModerated) -> str:
    """How many grades moderation lowered and raised, how far, and whether auditors lean."""
    if not year.enough:
        return ""
    if year.same == year.moderated:
        return "Moderation changed no grade."
    lowered = f"lowered {_of(year.lowered, year)}{_how_far(year)}"
    said = f"Moderation {lowered} and raised {_of(year.raised, year)}"
    way = leaning(year)
    if way is None:
        return f"{said}. Whether auditors lean either way can't be told from chance."
    return f"{said}. Auditors grade {way} moderation by more than chance explains."


def _of(part: int, year: YearModerated) -> str:
    share = in_unit(100 * part / year.moderated, "percent")
    return f"{part} of {counted(year.moderated, 'grade')} ({share})" if part else "none"


def _how_far(year: YearModerated) -> str:
    further = year.lowered - year.steps[0]
    if not year.lowered:
        return ""
    if not further:
        return ", by one grade," if year.lowered == 1 else ", each by one grade,"
    return f", {counted_out(further)} of them by more than one grade,"


def with_kappa(years: Sequence[YearModerated]) -> tuple[YearModerated, ...]:
    """The years whose agreement can be worked out, and how sure it is: not those where somebody gave one grade only."""
    return tuple(year for year in years if year.plain.lower is not None)


def drift_words(years: Sequence[YearModerated]) -> str:
    """How agreement, and the share lowered, moved from the first year to the last."""
    known = with_kappa(years)
    if len(known) < 2:
        return (
            f"There are not two years with {FEWEST} moderated grades each, and more than one kind of grade, so no "
            "drift can be told."
        )
    first, last = known[0], known[-1]
    since = f"From the 12 months to {uk_date(first.last)} to those to {uk_date(last.last)}"
    exact = _kappa_drift([year.plain for year in known])
    weighted = _kappa_drift([year.quadratic for year in known])
    return (
        f"{since} agreement on the exact grade (kappa) {exact}; allowing for how far apart the grades are "
        f"(quadratic weighted kappa) it {weighted}. {_lowered_drift(first, last)}"
    )


def drift_finding(years: Sequence[YearModerated]) -> str:
    """What the years show, in a line: whether auditors and moderators agree more, or less, on the exact grade."""
    known = with_kappa(years)
    if len(known) < 2:
        return "How far auditors and moderators agree"
    first, last = known[0].plain, known[-1].plain
    change = (last.kappa or 0.0) - (first.kappa or 0.0)
    if abs(change) <= _reach(first, last):
        return "Agreement of auditors and moderators has not changed by more than chance"
    more = "more" if change > 0 else "less"
    last_day, first_day = uk_date(known[-1].last), uk_date(known[0].last)
    return f"Auditors and moderators agreed {more} often in the 12 months to {last_day} than in those to {first_day}"


def _reach(first: Agreement, last: Agreement) -> float:
    """How far chance alone moves the difference of two independent kappas (95%)."""
    return normal_deviate(0.95) * math.hypot(first.standard_error or 0.0, last.standard_error or 0.0)


def _kappa_drift(kappas: Sequence[Agreement]) -> str:
    """How kappa ran over the years: `rose from 0.36 to 0.64, more than chance explains`."""
    first, last = kappas[0], kappas[-1]
    one, two = number(first.kappa or 0.0), number(last.kappa or 0.0)
    if one == two:
        return f"stayed at {one}"
    change = (last.kappa or 0.0) - (first.kappa or 0.0)
    between = (
        f", by way of {', '.join(number(each.kappa or 0.0) for each in kappas[1:-1])}" if kappas[1:-1] else ""
    )
    way = "rose" if change > 0 else "fell"
    return f"{way} from {one} to {two}{between}, {_more_than_chance(abs(change) > _reach(first, last))}"


def _lowered_drift(first: YearModerated, last: YearModerated) -> str:
    """How the share of grades that moderation lowered moved between two years."""
    one, two = (in_unit(100 * year.lowered / year.moderated, "percent") for year in (first, last))
    found = difference_of_proportions((last.lowered, last.moderated), (first.lowered, first.moderated))
    if found is None or one == two:
        return f"The share that moderation lowered stayed at {one}."
    sure = _more_than_chance(not found.lower <= 0 <= found.upper)
    return f"The share that moderation lowered went from {one} to {two}, {sure}."


def _more_than_chance(surely: bool) -> str:
    return f"{'more' if surely else 'no more'} than chance explains"
