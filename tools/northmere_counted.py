"""Figures of Northmere that follow from its other tables, or come once a year, or tell groups apart."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from tools.northmere_basics import SOURCE, Row, clustered, iso, month_end, month_ends, quarter_ends, random
from tools.northmere_observations import hide_small, plain, share

CHILDREN = 44_000
AUDITS_PLANNED = 24
YEARS = range(2022, 2027)

RATES: tuple[tuple[str, float, float], ...] = (
    ("referral-rate", 1540, 1710),
    ("section-47-rate", 520, 560),
    ("starting-care-rate", 66, 74),
)
"""Context, as numbers in the first and the last year."""

RATES_OF_COUNTS: tuple[tuple[str, str, tuple[int, int]], ...] = (
    ("child-protection-plan-rate", "children-on-plans-count", (112, 121)),
    ("children-in-need-rate", "children-in-need-count", (960, 985)),
    ("children-in-care-rate", "children-in-care-count", (128, 133)),
)
"""Rates at 31 March: the month's number from 2024, and the two years before."""

YEARLY_SHARES: tuple[tuple[str, int, float, float], ...] = (
    ("immunisations", 105, 87, 92),
    ("staying-put", 22, 27, 34),
    ("care-leavers-eet-17-18", 48, 62, 68),
    ("care-leavers-suitable-homes-17-18", 48, 90, 93),
    ("persistent-absence-children-in-care", 82, 25, 20),
    ("three-or-more-social-workers", 140, 35, 24),
    ("unaccompanied-children", 140, 20, 25),
    ("missing-from-care", 190, 12, 10),
)
YEARLY_VALUES: tuple[tuple[str, float, float], ...] = (
    ("emotional-health-sdq", 15.3, 14.4),
    ("attainment-8-children-in-care", 16.9, 18.6),
    ("sickness-rate", 4.1, 3.2),
)


@dataclass(frozen=True)
class Part:
    """A group within a month-end snapshot: how many, its level; the others are what is left of the whole."""

    indicator: str
    group: str
    size: int
    level: float
    others: str


PARTS = (
    Part("health-assessments", "Unaccompanied children", 24, 79, "Other children in care"),
    Part("care-leavers-suitable-homes-19-21", "Former unaccompanied children", 28, 93, "Other care leavers"),
    Part("three-or-more-placements", "Disabled children", 24, 24, "Children without a disability"),
)

Groups = Sequence[tuple[str, int, float]]
QUARTER, YEAR = "Of the quarter that ended then", "Of the 12 months that ended then"
GROUPS: Mapping[str, tuple[str, Groups]] = {
    "assessments-45-days": (
        QUARTER,
        (("Disabled children", 34, 68), ("Children without a disability", 356, 83)),
    ),
    "care-visits-on-time": (QUARTER, (("Placed out of area", 84, 83), ("Placed in the area", 366, 94))),
    "re-referrals-12m": (
        YEAR,
        (
            ("Asian or Asian British", 176, 16),
            ("Black or Black British", 88, 27),
            ("Mixed heritage", 128, 22),
            ("White", 1160, 18),
            ("Another ethnic group", 28, 15),
        ),
    ),
}
"""(group, how many, level): disabled, distant and some minority ethnic children fare worse."""

GROUP_QUARTERS = 6


def counted(audits: Sequence[Row], complaints: Sequence[Row], monthly: Sequence[Row]) -> Iterator[Row]:
    """Rows that other tables or the monthly figures decide, the yearly ones and those of groups."""
    yield from _audits(audits)
    yield from _complaints(complaints)
    yield from _rates(monthly)
    yield from _yearly()
    yield from _groups(monthly)


def _audits(audits: Sequence[Row]) -> Iterator[Row]:
    for day in month_ends():
        done = len({row["audit"] for row in audits if row["date"][:7] == iso(day)[:7]})
        yield share("audits-completed", day, done, AUDITS_PLANNED)
    for day in quarter_ends():
        start = iso(day.replace(month=day.month - 2, day=1))
        moderated = [row for row in audits if start <= row["date"] <= iso(day) and row["moderated_grade"]]
        good = [row for row in moderated if row["moderated_grade"] in ("good", "outstanding")]
        yield share("audits-good-or-better", day, len(good), len(moderated))
        above = [row for row in moderated if _rank(row["grade"]) < _rank(row["moderated_grade"])]
        yield share("audits-graded-above-moderation", day, len(above), len(moderated))


def _rank(grade: str) -> int:
    return ("outstanding", "good", "requires improvement", "inadequate").index(grade)


def _complaints(complaints: Sequence[Row]) -> Iterator[Row]:
    rng = random("complaints-answered-on-time")
    percents = np.linspace(58, 78, len(quarter_ends()))
    for day, percent in zip(quarter_ends(), percents, strict=True):
        of_quarter = [row for row in complaints if row["period_end"] == iso(day)]
        received = sum(int(row["count"]) for row in of_quarter if row["stage"] != "compliment")
        yield plain("complaints-received", day, str(received))
        yield share("complaints-answered-on-time", day, int(rng.binomial(received, percent / 100)), received)


# Once a year -------------------------------------------------------------------------------------


def _rates(monthly: Sequence[Row]) -> Iterator[Row]:
    for indicator, first, last in RATES:
        numbers = np.linspace(first, last, len(YEARS)) + random(indicator).normal(0, 0.02 * first, len(YEARS))
        for year, number in zip(YEARS, numbers, strict=True):
            yield _rate(indicator, year, round(number))
    for indicator, count, before in RATES_OF_COUNTS:
        known = {row["period_end"]: int(row["value"]) for row in monthly if row["indicator"] == count}
        later = [known[iso(date(year, 3, 31))] for year in YEARS[2:]]
        for year, number in zip(YEARS, [*before, *later], strict=True):
            yield _rate(indicator, year, number)


def _rate(indicator: str, year: int, number: int) -> Row:
    figures = {"numerator": str(number), "denominator": str(CHILDREN)}
    value = f"{number / CHILDREN * 10_000:.1f}"
    return plain(indicator, date(year, 3, 31), value, published=_after(year), **figures)


def _yearly() -> Iterator[Row]:
    for indicator, size, first, last in YEARLY_SHARES:
        rng = random(indicator)
        sizes = np.rint(size + rng.normal(0, 0.04 * size, len(YEARS))).astype(int)
        parts = clustered(rng, sizes * 2, np.linspace(first, last, len(YEARS))) // 2
        for year, part, whole in zip(YEARS, parts, sizes, strict=True):
            yield share(indicator, date(year, 3, 31), int(part), int(whole), published=_after(year))
    for indicator, first, last in YEARLY_VALUES:
        values = np.linspace(first, last, len(YEARS)) + random(indicator).normal(0, 0.15, len(YEARS))
        for year, value in zip(YEARS, values, strict=True):
            yield plain(indicator, date(year, 3, 31), f"{value:.1f}", published=_after(year))


def _after(year: int) -> str:
    return iso(date(year, 7, 31))


# Groups ------------------------------------------------------------------------------------------


def _groups(monthly: Sequence[Row]) -> Iterator[Row]:
    """The last six quarter ends; what happens in a month is told of longer, since a month would be too few."""
    for day in quarter_ends()[-GROUP_QUARTERS:]:
        for part in PARTS:
            yield from _part(part, day, monthly)
        for indicator, (note, groups) in GROUPS.items():
            yield from hide_small([_of_group(indicator, day, note, *group) for group in groups])


def _part(part: Part, day: date, monthly: Sequence[Row]) -> list[Row]:
    """The group and the others, which together are the whole authority's figure of that day."""
    [whole] = [row for row in monthly if (row["indicator"], row["period_end"]) == (part.indicator, iso(day))]
    rng = random(f"{part.indicator} {part.group} {iso(day)}")
    inside = int(rng.binomial(part.size, part.level / 100))
    outside, size = int(whole["numerator"]) - inside, int(whole["denominator"]) - part.size
    of_group = share(part.indicator, day, inside, part.size, group=part.group)
    return hide_small([of_group, share(part.indicator, day, outside, size, group=part.others)])


def _of_group(indicator: str, day: date, note: str, group: str, size: int, percent: float) -> Row:
    rng = random(f"{indicator} {group} {iso(day)}")
    sizes = np.array([max(round(size + rng.normal(0, 0.06 * size)), 6)])
    inside = int(clustered(rng, sizes, np.array([percent]))[0])
    return share(indicator, day, inside, int(sizes[0]), group=group, note=note)


# Targets and comparators -------------------------------------------------------------------------


def targets(pairs: Sequence[tuple[str, float]]) -> list[Row]:
    """One target an indicator, set as the period begins; assessments were to reach 80 at first."""
    begun, raised = iso(month_end(0).replace(day=1)), iso(date(2025, 4, 1))
    first = [
        {"indicator": indicator, "from": begun, "target": f"{target:g}"}
        for indicator, target in pairs
        if indicator != "assessments-45-days"
    ]
    steps = [("80", begun), ("85", raised)]
    assessments = [{"indicator": "assessments-45-days", "from": day, "target": at} for at, day in steps]
    return [{**row, "agreed_by": f"Improvement board. {SOURCE}"} for row in [*first, *assessments]]


def comparators(real: Sequence[Row], held: Sequence[Row]) -> list[Row]:
    """Real published figures of England, the South East and one authority's neighbours, from 2022."""
    indicators = {row["indicator"] for row in held}
    return [
        {**row, "source": f"Real figure, beside others that are {SOURCE}. {row['source']}"}
        for row in real
        if row["indicator"] in indicators and row["period_end"] >= "2022-01-01"
    ]
