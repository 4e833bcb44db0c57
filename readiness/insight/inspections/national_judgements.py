"""What Ofsted has judged of every English authority, in the terms of one framework, as at a day.

A judgement falls on an area where it is that area's, or one that the area `continues`. An older area that several
areas continue was judged jointly: its grade is in the terms of the first of them, as in Ofsted's own statistics
(children in care, until 2022 with care leavers), and for the others it is not a judgement in these terms.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from readiness.config.models import GRADES, Framework
from readiness.insight.inspections.authorities import Authority, authorities, titles_of
from readiness.national import judgements_known
from readiness.workspace import Workspace

GOOD = GRADES.index("good")
YEAR_END = (3, 31)
"""Month and day on which Ofsted's yearly statistics stand."""
FIRST_YEAR = 2015
QUARTER = 91
"""A year end so few days before the day shown is left out: the day itself says the same."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One judgement on an area. `joint` where it was given together with another area, so not in these terms."""

    grade: str
    published: date
    framework: str
    joint: bool
    area: str
    inspection: str
    source: str
    line: int

    @property
    def level(self) -> int:
        """Its place among the grades, 0 the lowest."""
        return GRADES.index(self.grade)


Record = Mapping[str, tuple[Judged, ...]]
"""For each area of the framework, by id, an authority's judgements, latest first, one a day of publication."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The latest judgements of all authorities on one area on a day: how many hold each grade, lowest first.

    `jointly` were last judged on it together with another area; `never` have no judgement that falls on it.
    """

    area: str
    day: date
    counts: tuple[int, ...]
    jointly: int
    never: int

    @property
    def judged(self) -> int:
        """How many authorities are judged in these terms."""
        return sum(self.counts)

    def share(self, level: int) -> float:
        """The part of the judged that holds a grade, 0 to 1."""
        return self.counts[level] / self.judged if self.judged else 0.0

    @property
    def good_or_better(self) -> int:
        """How many were judged good or outstanding."""
        return sum(self.counts[GOOD:])


def terms(framework: Framework) -> Mapping[tuple[str, str], tuple[tuple[str, bool], ...]]:
    """For each (framework, area) that speaks for this one: the areas it falls on, and whether jointly."""
    found: dict[tuple[str, str], list[tuple[str, bool]]] = {}
    for area in framework.areas:
        older = [(each.partition("/")[0], each.partition("/")[2]) for each in area.continues]
        for place in [(framework.id, area.id), *older]:
            falls = found.setdefault(place, [])
            falls.append((area.id, bool(falls)))
    return {place: tuple(falls) for place, falls in found.items()}


def records(workspace: Workspace, as_at: date, framework_id: str) -> Mapping[str, Record]:
    """Every authority's judgements published by a day, by its code, in the terms of a framework."""
    places = terms(workspace.config.frameworks[framework_id])
    known = judgements_known(workspace.national, as_at)
    found: dict[str, dict[str, list[Judged]]] = {}
    texts = dict.fromkeys(("authority", "framework", "area", "grade", "inspection", "source"), str)
    for row in known.astype(texts).to_dict("records"):
        for area, joint in places.get((row["framework"], row["area"]), ()):
            held = found.setdefault(row["authority"], {}).setdefault(area, [])
            _add(held, Judged(
                row["grade"], row["published"].date(), row["framework"], joint, row["area"],
                row["inspection"], row["source"], int(row["line"]),
            ))  # fmt: skip
    return {
        code: {area: tuple(reversed(each)) for area, each in areas.items()} for code, areas in found.items()
    }


def _add(held: list[Judged], judged: Judged) -> None:
    """The lowest of several on one day is the one that stands, as in scoring."""
    if held and held[-1].published == judged.published:
        held[-1] = min(held[-1], judged, key=lambda each: each.level)
    else:
        held.append(judged)


def standing_on(workspace: Workspace, day: date) -> Iterator[Authority]:
    """The authorities that there were on a day."""
    return (each for each in workspace.once(authorities).values() if each.stood_on(day))


def spreads(workspace: Workspace, as_at: date, framework_id: str) -> tuple[Spread, ...]:
    """How all authorities stand on each area of a framework on a day, in its official order."""
    framework = workspace.config.frameworks[framework_id]
    held = workspace.once(records, as_at, framework_id)
    there = [each.code for each in standing_on(workspace, as_at)]
    return tuple(
        spread_of({code: held.get(code, {}) for code in there}, area.id, as_at) for area in framework.areas
    )


def yearly(workspace: Workspace, as_at: date, framework_id: str, area_id: str) -> tuple[Spread, ...]:
    """How all authorities stood on one area at the end of each March, and on the day itself; earliest first."""
    held = workspace.once(records, as_at, framework_id)
    ends = [date(year, *YEAR_END) for year in range(FIRST_YEAR, as_at.year + 1)]
    days = [day for day in ends if (as_at - day).days > QUARTER] + [as_at]
    found = [
        spread_of({each.code: held.get(each.code, {}) for each in standing_on(workspace, day)}, area_id, day)
        for day in days
    ]
    return tuple(spread for spread in found if spread.judged)


def spread_of(held: Mapping[str, Record], area_id: str, day: date) -> Spread:
    """How some authorities stand on an area on a day."""
    latest = [latest_by(record, area_id, day) for record in held.values()]
    fallen = [each for each in latest if each is not None]
    own = [each.level for each in fallen if not each.joint]
    counts = tuple(own.count(level) for level in range(len(GRADES)))
    return Spread(area_id, day, counts, len(fallen) - len(own), len(latest) - len(fallen))


def latest_by(record: Record, area_id: str, day: date) -> Judged | None:
    """The latest judgement on an area that was published by a day; None if there is none."""
    return next((each for each in record.get(area_id, ()) if each.published <= day), None)


@dataclass(frozen=True, slots=True)
class Region:
    """One region: its spread on each area of the framework, in official order. `ours` where it is our own."""

    name: str
    ours: bool
    spreads: tuple[Spread, ...]


def regions(workspace: Workspace, as_at: date, framework_id: str) -> tuple[Region, ...]:
    """How the authorities of each region stand, by name."""
    framework = workspace.config.frameworks[framework_id]
    held = workspace.once(records, as_at, framework_id)
    there: dict[str, dict[str, Record]] = {}
    for each in standing_on(workspace, as_at):
        there.setdefault(each.region, {})[each.code] = held.get(each.code, {})
    own = workspace.dataset.description.authority.region
    return tuple(
        Region(name, name == own, tuple(spread_of(there[name], area.id, as_at) for area in framework.areas))
        for name in sorted(there)
    )


def regions_sentence(found: Sequence[Region]) -> str:
    """How far the numbers of a region can carry: one authority more or less moves its share by so many points."""
    sizes = [max(each.judged + each.jointly + each.never for each in region.spreads) for region in found]
    few, many = min(sizes), max(sizes)
    return (
        "Authorities at good or better, of those judged in these terms. A region has "
        f"{few if few == many else f'{few} to {many}'} authorities, so one more or less moves the share of the "
        f"smallest by {100 / few:.0f} points: small differences say nothing."
    )


def judgement_sources(workspace: Workspace) -> str:
    """Where the national judgements come from."""
    return f"Source: {'; '.join(titles_of(workspace, workspace.national.judgements['source']))}"
