"""What would lift us, in words: the one sentence, each lift with its arithmetic. Small counts are told as such."""

from collections.abc import Sequence

from readiness.dates import uk_date
from readiness.insight.indicators.words import counted, counted_out
from readiness.insight.what_if.facts import cap_cause
from readiness.insight.what_if.lift import KINDS, Lift, Lifts, Total
from readiness.insight.what_if.lift_sources import FEWER, Source, SourceKind, lift
from readiness.insight.what_if.scenario import MoreAudits
from readiness.scoring.results import AreaScore
from readiness.statistics.disclosure import is_small
from readiness.wording import (
    listed,
    listed_names,
    lower_first,
    plain_number,
    points_words,
    signed,
    whole_score,
)

RULE = (
    "Each source is set against an aim: an indicator against its target, else the figure at the edge of good, else "
    "its own best usual level; audits against good; what people said against the edge of good. The points are its "
    "share of the area's score times the points it would rise, all else as it is; lifts of different sources "
    "add up. A safety line that is crossed comes first, then weak practice that caps an area, then practice as weak "
    "without a cap, then what leaves most children behind, and points come last. Actions are left out: a "
    "status is not an impact. What inspectors said is left out: only their next report moves it."
)
DECIMALS = (1, 2, 3)
"""Decimals of a product's figures: as few as let a reader who multiplies them come to the points shown."""
MOST_NAMED = 2
"""Areas that a title names beside the first."""
LIFTING = {"performance": "observations.csv", "practice": "audits.csv", "voice": "feedback.csv"}
"""The kinds of evidence that lifts are offered from, and the file of each."""
OF_KIND: dict[SourceKind, tuple[str, str]] = {
    "practice": ("Practice at good", "practice"),
    "indicator": ("Indicators at their aims", "indicators"),
    "voice": ("Answers at the edge of good", "voice"),
}
"""All sources of a kind as the subject of a sentence, and in a word."""


def lifts_headline(found: Lifts) -> str:
    """What stands first in the ranking: a line crossed, practice that caps or is weak, children; else most points."""
    if found.lines:
        return _lines(found)
    first = found.ranked[0] if found.ranked else None
    if first and first.rank == "cap":
        return _caps([each for each in found.ranked if each.rank == "cap"])
    if first and first.rank == "weak practice":
        return _weak([each.source for each in found.ranked if each.rank == "weak practice"])
    if first and first.source.children:
        return _behind(first.source)
    return most_points(found) or _nothing(found)


def most_points(found: Lifts) -> str:
    """Which kind of evidence would add most points to an area, and how many; empty where none adds a tenth of one."""
    worth = [each for each in found.totals if round(each.points, 1) > 0]
    return _largest(worth[0]) if worth else ""


def _nothing(found: Lifts) -> str:
    if found.totals or found.ranked:
        return "No single kind of evidence would lift an area by as much as a tenth of a point."
    if found.thin:
        return f"No area has enough evidence on {uk_date(found.as_at)} to say what would lift it."
    return "Every indicator, audit and answer stands at what it aims for, or above."


def _weak(practice: Sequence[Source]) -> str:
    """Practice as weak as a cap asks for, with too few audits of late for one."""
    weakest = min(practice, key=lambda each: each.was)
    theme = lower_first(weakest.theme)
    if len(practice) == 1:
        return f"Weak practice in {theme} comes first: {weakest.now}."
    return f"Weak practice on {counted_out(len(practice))} themes comes first, the weakest {theme}: {weakest.now}."


def _behind(source: Source) -> str:
    """The children whom the first of the ranking leaves behind, and at what figure; that is left out where small."""
    number = f"{children_words(source)} {'child is' if source.children == 1 else 'children are'} left behind"
    if source.small:
        return f"“{source.name}” comes first: {number}."
    at = "" if source.now == children_words(source) else f" at {source.now}"
    return f"“{source.name}” comes first: {number}{at}, where {source.aim} is aimed at."


def _lines(found: Lifts) -> str:
    """What clearing every safety line at once would do, for the area that it moves most."""
    titles = list(dict.fromkeys(title for each in found.lines for title in each.lines_cleared))
    which = (
        f"Clearing one safety line ({lower_first(titles[0])})"
        if len(titles) == 1
        else f"Clearing {counted_out(len(titles))} safety lines"
    )
    placed = [each for each in found.lines if each.points is not None]
    if not placed:
        return f"{which} comes first; there is not enough evidence to say by how much it would lift an area."
    most = max(placed, key=lambda each: each.points or 0.0)
    return f"{which} comes first: it would {_from_to(most.before, most.after)}."


def _caps(caps: Sequence[Lift]) -> str:
    """How many themes hold an area down by weak practice, and the weakest of them."""
    area = caps[0].area
    mine = [each for each in caps if each.area.id == area.id]
    held = next(cap for cap in area.caps if cap.id == mine[0].source.id)
    weakest = min(mine, key=lambda each: each.source.was)
    theme = lower_first(weakest.source.theme)
    until = (
        f"it rises in {theme}"
        if len(mine) == 1
        else f"{counted_out(len(mine))} themes rise, most of all {theme}"
    )
    return f"Weak practice holds {lower_first_of(area)} at {held.caps_at} at best, until {until}."


def gain_finding(found: Lifts) -> str:
    """What all sources at their aims would add to each area, the most first: what the picture of the gains shows."""
    gains: dict[str, float] = {}
    for each in found.totals:
        gains[each.area.short] = gains.get(each.area.short, 0.0) + each.points
    worth = sorted((gain for gain in gains.items() if round(gain[1], 1) > 0), key=lambda gain: -gain[1])
    if not worth:
        return "No kind of evidence would lift an area by a tenth of a point."
    (most, points), *others = worth
    # More than three areas by name make a title too long for a wall.
    named = others if len(others) <= MOST_NAMED else others[: MOST_NAMED - 1]
    said = [f"{points_words(points)} to {lower_first(most)}"]
    said += [f"{plain_number(points)} to {lower_first(name)}" for name, points in named]
    if rest := len(others) - len(named):
        said.append(f"less to {counted(rest, 'other')}")
    return f"All that stands below its aim, raised to it, would add {listed_names(said)}."


def _largest(total: Total) -> str:
    words, area = OF_KIND[total.kind][0], total.area
    graded = f" (indicative: {total.grade})" if total.grade != area.grade else ""
    was, now = whole_score(area.score or 0.0), whole_score(total.would_be)
    end = f"from {was} to {now}{graded}" if was != now else f"{_held(area)} at {was}"
    return f"{words} would lift {lower_first_of(area)} most: by {points_words(total.points)}, {end}."


def _held(area: AreaScore) -> str:
    return "but a cap holds it" if any(cap.bites for cap in area.caps) else "which leaves it"


def lower_first_of(area: AreaScore) -> str:
    """An area's short name as a sentence goes on."""
    return lower_first(area.short)


def _from_to(before: AreaScore, after: AreaScore) -> str:
    name = lower_first_of(after)
    was, now = whole_score(before.score or 0.0), whole_score(after.score or 0.0)
    graded = f" (indicative: {after.grade})" if after.grade != before.grade else ""
    return f"take {name} from {was} to {now}{graded}" if was != now else f"leave {name} at {was}"


def second_sentence(found: Lifts) -> str:
    """Beyond the headline: whom most children are left behind by, the points, and what only Ofsted's report lifts."""
    said, headline = [], lifts_headline(found)
    source = max((each.source for each in found.ranked), key=lambda each: each.children or 0, default=None)
    if source and source.children and headline != _behind(source):
        said.append(
            f"Most children left behind: {children_words(source)}, by “{source.name}” "
            f"({source.told}, aim {source.aim})."
        )
    points = most_points(found)
    if points and points != headline:
        said.append(f"By points alone, {lower_first(points)}")
    said += _fixed(found)
    if found.thin and found.totals:
        names = ", ".join(lower_first(area.short) for area in found.thin)
        said.append(f"Too little evidence to say what would lift: {names}.")
    return " ".join(said)


def _fixed(found: Lifts) -> list[str]:
    """The areas that inspectors' findings cap, a sentence for each grade that they are capped at."""
    areas: dict[str, list[str]] = {}
    for area, cap in found.fixed:
        names = areas.setdefault(cap.caps_at, [])
        if area not in names:
            names.append(area)
    return [_capped(names, grade) for grade, names in areas.items()]


def _capped(areas: Sequence[str], grade: str) -> str:
    named = listed_names([areas[0], *map(lower_first, areas[1:])])
    verb = "is" if len(areas) == 1 else "are"
    return f"{named} {verb} capped at {grade} by what inspectors found; only their next report lifts that."


def children_words(source: Source) -> str:
    """How many children a source leaves behind; empty where that is not known."""
    if source.children is None:
        return ""
    return FEWER if is_small(source.children) else f"{source.children:,}"


def children_cell(source: Source, *, on_screen: bool = False) -> str:
    """The same for a table: the number, `<5`, that it is not known, or a dash where children are not what it counts.

    Only on screen is a count of 1 to 4 told.
    """
    if source.children is None:
        return "not known" if source.kind == "indicator" else "–"
    return "<5" if is_small(source.children) and not on_screen else f"{source.children:,}"


def arithmetic(source: Source, *, on_screen: bool = False) -> str:
    """A lift as its product: `4.2% of the score × (70.0 − 53.0) = +0.7`, with decimals enough that it comes out.

    Points that tell a count of 1 to 4 are told on screen only.
    """
    if source.small and not on_screen:
        return f"{signed(source.points)} (its points are not told: they would give a small number away)"
    decimals = next((each for each in DECIMALS if _comes_out(source, each)), DECIMALS[-1])
    share, to, was = (f"{each:.{decimals}f}" for each in (source.share * 100, source.to, source.was))
    return f"{share}% of the score × ({to} − {was}) = {signed(source.points)}"


def _comes_out(source: Source, decimals: int) -> bool:
    """Whether the product of the figures, rounded as they are shown, is the number of points shown."""
    share, to, was = (round(each, decimals) for each in (source.share * 100, source.to, source.was))
    return signed(lift(share / 100, was, to)) == signed(source.points)


def caps_sentence(area: AreaScore) -> str:
    """Where an area that a cap lowers would stand once every cap is gone, all else as it is; else empty."""
    biting = [cap for cap in area.caps if cap.bites]
    if not area.enough or not biting or area.uncapped is None:
        return ""
    lowest = min(biting, key=lambda cap: cap.limit)
    many = "the cap" if len(area.caps) == 1 else f"all {counted_out(len(area.caps))} caps"
    gone = "is gone" if len(area.caps) == 1 else "are gone"
    return (
        f"{area.short} is held at {whole_score(area.score or 0.0)} by a cap at {lowest.caps_at}: "
        f"{cap_cause(area, lowest)}. Once {many} {gone} it would stand at {whole_score(area.uncapped)}."
    )


def from_to_cell(source: Source) -> str:
    """How a source stands, with the month where it is a figure, and what it aims at; for the screen."""
    when = f" ({source.seen:%b %Y})" if source.seen else ""
    return f"{source.now}{when} → {source.aim}"


def points_cell(each: Lift) -> str:
    """What a lift adds before caps, for a table."""
    if not each.area.enough:
        return "too little evidence"
    return plain_number(each.source.points) if round(each.source.points, 1) else "under 0.1"


def lift_sentence(each: Lift, *, on_screen: bool = False) -> str:
    """One lift in a sentence or two, with what it does to a line or a cap. Only on screen is a count of 1 to 4 told."""
    source = each.source
    now = source.now if on_screen else source.told
    when = f"at {uk_date(source.seen)}" if source.seen else "now"
    said = f"{source.name}: {now} {when}, {source.aim} aimed at ({source.basis}). {_gain(each, on_screen=on_screen)}"
    if each.after is None:
        return said
    if isinstance(each.try_it, MoreAudits):
        said += f" With {counted(each.try_it.number, 'more audit')} moderated good:"
    return f"{said} {each.after.sentence}"


def _gain(each: Lift, *, on_screen: bool) -> str:
    source = each.source
    if not each.area.enough:
        return "The area has too little evidence for a number."
    if not round(source.points, 1):
        return "By itself it would add under a tenth of a point."
    before = "before caps" if each.area.caps else "to the area"
    return f"It would add {points_words(source.points)} {before}: {arithmetic(source, on_screen=on_screen)}."


def totals_sentence(found: Lifts, area: AreaScore) -> str:
    """What each kind of evidence would add to one area, and all of them together."""
    mine = {each.kind: each for each in found.totals if each.area.id == area.id}
    parts = [
        f"{OF_KIND[kind][1]} {signed(mine[kind].points)}"
        for kind in KINDS
        if kind in mine and round(mine[kind].points, 1)
    ]
    if not parts:
        return f"{area.short}: nothing stands below what it aims for."
    whole = sum(each.points for each in mine.values())
    end = f", together {signed(whole)}" if len(parts) > 1 else ""
    return f"{area.short}: {', '.join(parts)}{end}."


def missing_words(held: Sequence[str]) -> str:
    """Which kinds of evidence that could lift an area the dataset does not hold; empty where it holds all."""
    lacking = [f"{name} ({file})" for name, file in LIFTING.items() if name not in held]
    if not lacking:
        return ""
    return f"This dataset can't hold {listed(lacking)}, so nothing can be said of lifts from there."
