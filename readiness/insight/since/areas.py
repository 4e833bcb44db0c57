"""Since we last met: areas that moved and why, that gained or lost evidence enough, and limits that came and went."""

from collections import defaultdict
from collections.abc import Sequence

from readiness.insight.cards import SPLIT_WORDS
from readiness.insight.changes import WORTH_NAMING, AreaChange, area_changes, comparable
from readiness.insight.indicators.words import counted_out
from readiness.insight.since.said import COMPARED_ON, Between, Part, Said, named
from readiness.scoring.results import AreaScore, Cap
from readiness.wording import listed, lower_first, signed, upper_first, whole_score

PAGE = "areas"
MOST_MOVED = 3
MOST_CAPS = 2
NAMED_SOURCES = 2


def area_part(between: Between) -> Part:
    """Areas without a figure any more first, then limits, then the areas that moved, the largest move first."""
    changes = between.workspace.once(area_changes, between.framework_id, *between.days)
    moved = [each for each in changes if comparable(each) and _shown_otherwise(each)]
    said = [*_lost(changes), *_caps(changes), *_moved(between, moved), *_gained(changes)]
    return Part(tuple(said), "; ".join(part for part in (_lost_short(changes), _short(moved)) if part))


def _shown_otherwise(change: AreaChange) -> bool:
    """Whether the area's figure or grade reads otherwise than it did: a score is shown cut to a whole number."""
    figures = whole_score(change.before.score or 0.0), whole_score(change.area.score or 0.0)
    return figures[0] != figures[1] or change.before.grade != change.area.grade


def _short(moved: Sequence[AreaChange]) -> str:
    if not moved:
        return ""
    most = moved[0]
    start, end = whole_score(most.before.score or 0.0), whole_score(most.area.score or 0.0)
    if start == end:
        return f"{lower_first(most.area.short)} is now indicatively {most.area.grade}"
    way = "rose" if most.drivers.moved > 0 else "fell"
    return f"{lower_first(most.area.short)} {way}{' most' if len(moved) > 1 else ''}, from {start} to {end}"


def _moved(between: Between, moved: Sequence[AreaChange]) -> list[Said]:
    days = {"earlier": between.first.isoformat(), "later": between.last.isoformat()}
    said = [
        Said(
            "area",
            move_words(each),
            COMPARED_ON,
            {"compared": each.area.id} | days,
            brief=f"{_course(each)}.",
        )
        for each in moved[:MOST_MOVED]
    ]
    rest = [lower_first(each.area.short) for each in moved[MOST_MOVED:]]
    return said + ([Said("area", f"{upper_first(listed(rest))} moved less.", COMPARED_ON)] if rest else [])


def move_words(change: AreaChange) -> str:
    """From what to what, by how much, and why."""
    return f"{_course(change)}: {_why(change)}."


def _course(change: AreaChange) -> str:
    """From what to what, and by how much."""
    area, before = change.area, change.before
    start, end = whole_score(before.score or 0.0), whole_score(area.score or 0.0)
    by = signed(change.drivers.moved)
    if start == end:
        course = f"{area.short} stayed at {end}"
    else:
        way = "rose" if change.drivers.moved > 0 else "fell"
        course = f"{area.short} {way} from {start} to {end} ({by})"
    same = before.grade == area.grade
    return course if same else f"{course}, its indicative grade from {before.grade} to {area.grade}"


def _why(change: AreaChange) -> str:
    """The causes in the words and figures of the Overview's cards, and what the evidence was most."""
    causes = [
        f"{SPLIT_WORDS[cause]} {signed(points)}"
        for cause, points in change.drivers.split().items()
        if round(points, 1)
    ]
    if not causes:
        return "no cause moved it by a tenth of a point"
    sources = _sources(change)
    return f"{listed(causes)}{f'; the largest parts: {listed(sources)}' if sources else ''}"


def _sources(change: AreaChange) -> list[str]:
    """What evidence that came or ended moved the score by half a point or more, by name, the largest first."""
    totals: dict[str, float] = defaultdict(float)
    for effect in change.drivers.effects:
        if effect.change != "aged":
            totals[effect.row.about] += effect.effect
    most = sorted(totals.items(), key=lambda each: (-abs(each[1]), each[0]))[:NAMED_SOURCES]
    return [f"{name} {signed(points)}" for name, points in most if abs(points) >= WORTH_NAMING]


def _gone_areas(changes: Sequence[AreaChange]) -> list[AreaScore]:
    return [each.area for each in changes if each.before.enough and not each.area.enough]


def _lost_short(changes: Sequence[AreaChange]) -> str:
    gone = _gone_areas(changes)
    verb = "has" if len(gone) == 1 else "have"
    names = named([lower_first(each.short) for each in gone])
    return f"{names} no longer {verb} enough evidence for a figure" if gone else ""


def _lost(changes: Sequence[AreaChange]) -> list[Said]:
    gone = _gone_areas(changes)
    if len(gone) < 2:
        return [_about(each, "no longer has enough evidence for a figure or a grade") for each in gone]
    names = named([lower_first(each.short) for each in gone])
    number = upper_first(counted_out(len(gone)))
    return [
        Said("area", f"{number} areas no longer have enough evidence for a figure or a grade: {names}.", PAGE)
    ]


def _gained(changes: Sequence[AreaChange]) -> list[Said]:
    come = [each.area for each in changes if each.area.enough and not each.before.enough]
    if len(come) < 2:
        return [_about(each, f"now has enough evidence for a figure: {_stands(each)}") for each in come]
    stand = "; ".join(f"{lower_first(each.short)} {_stands(each)}" for each in come)
    number = upper_first(counted_out(len(come)))
    return [Said("area", f"{number} areas now have enough evidence for a figure: {stand}.", PAGE)]


def _about(area: AreaScore, what: str) -> Said:
    return Said("area", f"{area.short} {what}.", PAGE, {"area": area.id})


def _stands(area: AreaScore) -> str:
    return f"{whole_score(area.score or 0.0)} (indicative: {area.grade})"


def _caps(changes: Sequence[AreaChange]) -> list[Said]:
    """Limits on areas that can be placed; those of safety lines are told with the lines."""
    placed = [each for each in changes if each.area.enough]
    came = [(each, cap) for each in placed for cap in _new(each.before, each.area)]
    said = [_about(each.area, _limited(each.before, cap)) for each, cap in came[:MOST_CAPS]]
    if more := sorted({lower_first(each.area.short) for each, _ in came[MOST_CAPS:]}):
        said.append(Said("area", f"Limits on {named(more)} came or changed too.", PAGE))
    went = [lower_first(each.area.short) for each in placed for _ in _gone(each.before, each.area)]
    if went:
        lifted = "A limit was" if len(went) == 1 else f"{upper_first(counted_out(len(went)))} limits were"
        said.append(Said("area", f"{lifted} lifted from {named(sorted(set(went)))}.", PAGE))
    return said


def _new(before: AreaScore, after: AreaScore) -> list[Cap]:
    """Limits that came, or that lie at another grade than they did."""
    held = {(cap.kind, cap.id, cap.caps_at) for cap in before.caps}
    return [each for each in _told(after) if (each.kind, each.id, each.caps_at) not in held]


def _gone(before: AreaScore, after: AreaScore) -> list[Cap]:
    held = {(cap.kind, cap.id) for cap in after.caps}
    return [each for each in _told(before) if (each.kind, each.id) not in held]


def _told(area: AreaScore) -> list[Cap]:
    return [cap for cap in area.caps if cap.kind != "red line"]


def _limited(before: AreaScore, cap: Cap) -> str:
    was = next((each.caps_at for each in before.caps if (each.kind, each.id) == (cap.kind, cap.id)), "")
    changed = f", no longer to {was}" if was else ""
    return f"is now limited to {cap.caps_at}{changed}: {cap.reason}"
