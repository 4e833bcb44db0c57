"""What to look at in a self-evaluation before an inspector does, list by list, each with a sentence."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from readiness.config.models import Scoring
from readiness.insight.indicators.words import counted, counted_out
from readiness.insight.self_evaluation.agreement import places_begin
from readiness.insight.self_evaluation.places import Place, at_least_good
from readiness.insight.self_evaluation.reasons import (
    above_words,
    fell,
    held_words,
    lacking_words,
    moved,
    planned_words,
    sign_words,
    stale_words,
)
from readiness.wording import listed, lower_first, upper_first, whole_score

NO_WEAKNESS = "We name no weakness of our own: nothing is graded below good."
NEAR = 5
"""Points under which a grade above the evidence is said to be close to it: a quarter of the band of good."""
RULE = (
    "Compared is the latest grade on record of an area or criterion with the one that the evidence known on the day "
    "indicates, by the rules of today; where there is too little evidence nothing is compared. A plan is live where an "
    "open action names the criterion (for an area: it or any of its criteria) and is not overdue. Stale is a grade of "
    "over a year, or one since which the evidence has moved to another grade or become too little."
)
LEADERSHIP = (
    "A weakness that an authority has found itself, with a credible plan, counts with Ofsted as effective leadership "
    "(Ed Yourself, summary of the framework, 18 December 2017); whether a plan is credible is for people to judge."
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One area or criterion in a list, and why it is there."""

    place: Place
    says: str


@dataclass(frozen=True, slots=True)
class Noted:
    """One list. `good` where it speaks for us; `sentence` also where the list is empty."""

    id: str
    title: str
    sentence: str
    entries: tuple[Entry, ...]
    good: bool = False


def noted(
    wholes: Sequence[Place], themes: Sequence[Place], as_at: date, scoring: Scoring
) -> tuple[Noted, ...]:
    """All lists, gravest first. Areas and criteria are both looked at, criteria first."""
    every = [*themes, *wholes]
    return (
        _contradicted(every, scoring),
        _spoken_against(every),
        _without_evidence(every),
        _one_kind(every),
        _without_plan(every),
        _stale(every, as_at),
        _with_plan(every),
        _lower(every),
        _unclaimed(wholes, themes),
    )


def find(lists: Iterable[Noted], name: str) -> Noted:
    """The list with this id."""
    return next(each for each in lists if each.id == name)


def _contradicted(every: Sequence[Place], scoring: Scoring) -> Noted:
    found = [each for each in every if each.verdict == "ours higher"]
    found.sort(key=lambda each: (-each.points, each.name))
    return _list(
        "higher",
        "Graded above the evidence",
        found,
        lambda each: above_words(each, scoring),
        f"{_so_many(found)} {_is(found)} graded above the evidence{_how_far(found)}.{_overtaken(found)}",
        "Nothing is graded above the evidence.",
    )


def _how_far(found: Sequence[Place]) -> str:
    near = sum(each.points < NEAR for each in found)
    if not near:
        return f", by {counted_out(NEAR)} points or more"
    by = f"by under {counted_out(NEAR)} points"
    if near == len(found):
        return f", {by}" if near == 1 else f", {'both' if near == 2 else 'all'} {by}"
    return f", {counted_out(near)} of them {by}"


def _overtaken(found: Sequence[Place]) -> str:
    """How many were not above the evidence on the day they were given: overtaken since, and not flattering then."""
    fallen = sum(map(fell, found))
    if not fallen:
        return ""
    if len(found) == 1:
        return " It was not on the day it was given: the evidence has fallen since."
    who = "None" if fallen == len(found) else upper_first(counted_out(fallen))
    were = f"{who} of them {'was' if fallen in (1, len(found)) else 'were'}{'' if who == 'None' else ' not'}"
    return f" {were} above it on the day they were given: the evidence has fallen since."


def _spoken_against(every: Sequence[Place]) -> Noted:
    found = [each for each in every if each.strength and each.signs and each.verdict != "ours higher"]
    found.sort(key=lambda each: (-len(each.signs), each.name))
    return _list(
        "against",
        "Graded good or better, though something speaks against it",
        found,
        sign_words,
        f"{_so_many(found)} {_is(found)} graded good or better and not above the evidence as a whole, yet an "
        "indicator or the last report to speak of it says otherwise: a mean can hide that.",
        "No indicator, and no last report, speaks against anything else that is graded good or better.",
    )


def _without_evidence(every: Sequence[Place]) -> Noted:
    found = [each for each in every if each.verdict == "not enough evidence"]
    found.sort(key=lambda each: (each.now.coverage, each.name))
    return _list(
        "unevidenced",
        "Graded without enough evidence",
        found,
        held_words,
        f"{_so_many(found)} {_is(found)} graded with too little evidence to say whether the grade is right.",
        "Everything that is graded has enough evidence to compare with.",
    )


def _one_kind(every: Sequence[Place]) -> Noted:
    found = [each for each in every if each.claim and len(each.now.kinds) == 1]
    return _list(
        "one-kind",
        "Resting on one kind of evidence",
        found,
        lambda each: f"Only {each.now.kinds[0]} holds anything of it.",
        f"{_so_many(found)} {'rests' if len(found) == 1 else 'rest'} on one kind of evidence alone.",
        "No grade with evidence rests on one kind of it alone.",
    )


def _without_plan(every: Sequence[Place]) -> Noted:
    found = [each for each in every if each.weakness and each.backing != "live plan"]
    return _list(
        "unplanned",
        "Named as a weakness, without a live plan",
        found,
        lacking_words,
        f"{_so_many(found)} {_is(found)} graded below good without an open action that is in time.",
        "Every weakness that we name has an open action that is in time."
        if any(each.weakness for each in every)
        else NO_WEAKNESS,
    )


def _with_plan(every: Sequence[Place]) -> Noted:
    weak = [each for each in every if each.weakness]
    found = [each for each in weak if each.backing == "live plan"]
    if len(found) == len(weak):
        who = {1: _so_many(weak), 2: "Both places"}.get(len(weak), f"All {counted_out(len(weak))} places")
    else:
        who = f"{upper_first(counted_out(len(found)))} of {counted_out(len(weak))} places"
    has = "has" if len(found) == 1 else "have"
    return _list(
        "planned",
        "Weaknesses found by ourselves, with a live plan",
        found,
        planned_words,
        f"{who} that we grade below good {has} an open action that is in time. {LEADERSHIP}",
        "No weakness that we name has an open action that is in time." if weak else NO_WEAKNESS,
        good=True,
    )


def _stale(every: Sequence[Place], as_at: date) -> Noted:
    found = [each for each in every if stale_words(each, as_at)]
    found.sort(key=moved, reverse=True)
    return _list(
        "stale",
        "Gone stale",
        found,
        lambda each: stale_words(each, as_at),
        f"{_so_many(found)} {'has' if len(found) == 1 else 'have'} a grade over a year old, or evidence that has "
        "moved to another grade or faded since.",
        "No grade is over a year old, and none has lost its evidence or seen it move since.",
    )


def _lower(every: Sequence[Place]) -> Noted:
    found = sorted(
        (each for each in every if each.verdict == "ours lower"), key=lambda each: (-each.points, each.name)
    )
    return _list(
        "lower",
        "Graded below the evidence",
        found,
        lambda each: f"The evidence is at {whole_score(each.now.score or 0.0)}, indicative {each.now.grade}.",
        f"{_so_many(found)} {_is(found)} graded below the evidence: we may know something that it does not show, or be "
        "too modest.",
        "Nothing is graded below the evidence.",
    )


def _unclaimed(wholes: Sequence[Place], themes: Sequence[Place]) -> Noted:
    covered = {each.id for each in wholes if each.strength}
    found = [
        each
        for each in themes
        if not each.claim and at_least_good(each.now.grade) and each.area not in covered
    ]
    found.sort(key=lambda each: (-(each.now.score or 0.0), each.name))
    return _list(
        "unclaimed",
        "Strengths in the evidence that we never claim",
        found,
        lambda each: f"The evidence is at {whole_score(each.now.score or 0.0)}, indicative {each.now.grade}.",
        f"{_so_many(found)} that the evidence indicates as good or better {_is(found)} nowhere graded by us, nor "
        f"{'is its area' if len(found) == 1 else 'are their areas'} graded good.",
        "No criterion that the evidence indicates as good or better is left out of what we say.",
    )


def _list(
    name: str,
    title: str,
    found: Sequence[Place],
    says: Callable[[Place], str],
    sentence: str,
    empty: str,
    *,
    good: bool = False,
) -> Noted:
    entries = tuple(Entry(each, says(each)) for each in found)
    return Noted(name, title, sentence if entries else empty, entries, good)


def _so_many(found: Sequence[Place]) -> str:
    """`Two criteria and one area`."""
    areas = sum(each.whole for each in found)
    parts = [counted(areas, "area")] if areas else []
    themes = len(found) - areas
    if themes:
        parts.insert(0, lower_first(places_begin(themes, "criterion")))
    return upper_first(listed(parts))


def _is(found: Sequence[Place]) -> str:
    return "is" if len(found) == 1 else "are"
