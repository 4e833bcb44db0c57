"""Our statistical neighbours' judgements beside our own: who was judged what and when, and how we compare."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from readiness.config.models import GRADES, Area
from readiness.insight.indicators.words import counted_out
from readiness.insight.inspections.authorities import authorities, our_code
from readiness.insight.inspections.judgements import is_ordinal, last_judgements
from readiness.insight.inspections.national_judgements import Judged, Record, latest_by, records, standing_on
from readiness.national import neighbours_of
from readiness.wording import listed
from readiness.workspace import Workspace

Direction = Literal["up", "down", "same", "first"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One authority on one area: its latest judgement, the one before, and which way it went; None where never."""

    area: str
    latest: Judged | None
    before: Judged | None

    @property
    def direction(self) -> Direction:
        """How the latest grade lies to the one before; `first` where there is none before."""
        if self.latest is None or self.before is None:
            return "first"
        moved = self.latest.level - self.before.level
        return "up" if moved > 0 else "down" if moved < 0 else "same"


@dataclass(frozen=True, slots=True)
class Neighbour:
    """One authority's row. `near` is its place among our neighbours, 1 the nearest, 0 for ourselves."""

    code: str
    name: str
    near: int
    cells: tuple[Cell, ...]

    @property
    def newest(self) -> date | None:
        """When it was last judged; None if never."""
        return max((each.latest.published for each in self.cells if each.latest), default=None)


@dataclass(frozen=True, slots=True)
class Beside:
    """How many others were last judged higher, the same and lower, and how many not in these terms."""

    higher: int
    same: int
    lower: int
    unjudged: int

    @property
    def judged(self) -> int:
        """How many are judged in these terms."""
        return self.higher + self.same + self.lower

    @property
    def parts(self) -> tuple[tuple[str, int], ...]:
        """The three ways, each with its number."""
        return ("higher", self.higher), ("the same", self.same), ("lower", self.lower)

    @property
    def only(self) -> str:
        """The way that two or more all share; empty where they differ or there is one."""
        return next((where for where, number in self.parts if number == self.judged > 1), "")


@dataclass(frozen=True, slots=True)
class Comparison:
    """One area: our own last grade beside the neighbours' and all other authorities'."""

    area: Area
    grade: str
    published: date
    neighbours: Beside
    england: Beside


def neighbours(workspace: Workspace, as_at: date, framework_id: str) -> tuple[Neighbour, ...]:
    """Ourselves and our statistical neighbours, last judged first; none for an authority that has no neighbours."""
    code = our_code(workspace)
    near = neighbours_of(workspace.national, code) if code else ()
    held, names = workspace.once(records, as_at, framework_id), workspace.once(authorities)
    areas = [area.id for area in workspace.config.frameworks[framework_id].areas]
    rows = [
        Neighbour(each, names[each].name, place, _cells(held.get(each, {}), areas))
        for place, each in enumerate([code, *near] if code and near else [])
        if each in names
    ]
    return tuple(sorted(rows, key=lambda row: (row.newest or date.min, -row.near), reverse=True))


def _cells(record: Record, areas: Sequence[str]) -> tuple[Cell, ...]:
    return tuple(Cell(area, *(*record.get(area, ()), None, None)[:2]) for area in areas)


def comparisons(workspace: Workspace, as_at: date, framework_id: str) -> tuple[Comparison, ...]:
    """Each area on which we have a grade of today's scale, beside the neighbours and England without us."""
    code = our_code(workspace)
    near = neighbours_of(workspace.national, code) if code else ()
    held = workspace.once(records, as_at, framework_id)
    others = [each.code for each in standing_on(workspace, as_at) if each.code != code]
    last = last_judgements(workspace.evidence(framework_id), as_at)
    found = []
    for area in workspace.config.frameworks[framework_id].areas:
        ours = last[area.id]
        if ours and is_ordinal(ours.grade):
            level = GRADES.index(ours.grade)
            by = [
                beside([held.get(each, {}) for each in codes], area.id, level, as_at)
                for codes in (near, others)
            ]
            found.append(Comparison(area, ours.grade, ours.published, *by))
    return tuple(found)


def beside(others: Sequence[Record], area_id: str, level: int, day: date) -> Beside:
    """How the latest judgements of others on an area lie to a grade."""
    latest = [latest_by(record, area_id, day) for record in others]
    levels = [each.level for each in latest if each is not None and not each.joint]
    return Beside(
        higher=sum(each > level for each in levels),
        same=levels.count(level),
        lower=sum(each < level for each in levels),
        unjudged=len(latest) - len(levels),
    )


def comparison_words(comparison: Comparison) -> str:
    """How others lie to our grade on one area: neighbours counted, England as shares of those judged."""
    parts = []
    if comparison.neighbours.judged or comparison.neighbours.unjudged:
        parts.append(_of_neighbours(comparison.neighbours))
    if comparison.england.judged:
        parts.append(_of_england(comparison.england))
    return f"{'; '.join(parts)}." if parts else "no other authority is judged in these terms."


def _of_neighbours(found: Beside) -> str:
    if not found.judged:
        return "no neighbour is judged in these terms"
    unjudged = f" ({counted_out(found.unjudged)} not judged in these terms)" if found.unjudged else ""
    of = f"of {counted_out(found.judged)} {'neighbour' if found.judged == 1 else 'neighbours'}"
    if found.only:
        return f"{of} all were judged {found.only}{unjudged}"
    words = [(counted_out(number), number == 1, where) for where, number in found.parts if number]
    return f"{of} {_judged_words(words)}{unjudged}"


def _judged_words(parts: Sequence[tuple[str, bool, str]]) -> str:
    """How many, whether that is one, and which way: `eight were judged higher and two the same`."""
    (many, one, where), *rest = parts
    first = f"{many} {'was' if one else 'were'} judged {where}"
    return listed([first, *(f"{number} {way}" for number, _, way in rest)])


def _of_england(found: Beside) -> str:
    shares = [(f"{100 * number / found.judged:.0f}%", False, where) for where, number in found.parts]
    return f"of {found.judged} other authorities in England {_judged_words(shares)}"


def cell_words(cell: Cell) -> str:
    """A cell without its mark: `good, up from requires improvement`."""
    if cell.latest is None:
        return "never judged on this"
    jointly = " (jointly)" if cell.latest.joint else ""
    before = cell.before.grade if cell.before else ""
    way = {"up": f", up from {before}", "down": f", down from {before}", "same": ", as before", "first": ""}
    return f"{cell.latest.grade}{jointly}{way[cell.direction]}"
