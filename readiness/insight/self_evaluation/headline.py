"""The one sentence of a self-evaluation beside the evidence: where we grade ourselves higher, then lower."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from readiness.dates import uk_date
from readiness.insight.indicators.words import counted_out
from readiness.insight.self_evaluation.agreement import Agreed, plural
from readiness.insight.self_evaluation.places import Place
from readiness.wording import listed_names, lower_first


def headline(as_at: date, found: Agreed, wholes: Sequence[Place], labels: Mapping[str, str]) -> str:
    """Over-optimism first and plainly; that nothing can be said where there is nothing to compare.

    `labels` are the short names of the areas by id.
    """
    return f"{_main(found, labels)}{_others(found)}." if found.compared else _nothing(as_at, found, wholes)


def _nothing(as_at: date, found: Agreed, wholes: Sequence[Place]) -> str:
    graded = [*found.unknown, *(each for each in wholes if each.claim and found.noun != "area")]
    if not graded:
        return f"We have put no grade of our own on record by {uk_date(as_at)}, so it can't be set beside the evidence."
    return "There is too little evidence to say whether any grade that we give ourselves is right."


def _main(found: Agreed, labels: Mapping[str, str]) -> str:
    number = len(found.compared)
    higher, lower = len(found.higher), len(found.lower)
    can = "that can be compared"
    if number == 1:
        (place,) = found.compared
        way = {"ours higher": "higher than", "ours lower": "lower than"}.get(place.verdict, "the same as")
        return f"We grade the one {found.noun} {can} {way} our evidence does: {place.name}"
    whole = f"{counted_out(number)} {plural(found.noun)} {can}"
    every = f"both {plural(found.noun)} {can}" if number == 2 else f"all {whole}"
    if higher == number:
        return f"We grade ourselves higher than our evidence in {every}"
    if higher:
        return f"We grade ourselves higher than our evidence in {counted_out(higher)} of {whole}{_most(found, labels)}"
    if lower:
        none = "neither" if number == 2 else "none"
        return f"We grade ourselves higher than our evidence in {none} of {whole}"
    return f"Our own grade is the one that our evidence indicates in {every}"


def _most(found: Agreed, labels: Mapping[str, str]) -> str:
    """In which areas most of them lie; nothing where areas are what is counted, or where they lie evenly."""
    held = Counter(each.area for each in found.higher)
    most = max(held.values())
    named = [lower_first(labels[area]) for area in labels if held[area] == most]
    if found.noun == "area":
        return f" ({listed_names([lower_first(labels[each.area]) for each in found.higher])})"
    if len(held) == 1:
        return f", {'all ' if most > 1 else ''}in {named[0]}"
    return f", most in {named[0]} ({counted_out(most)})" if len(named) == 1 else ""


def _others(found: Agreed) -> str:
    number = len(found.compared)
    lower, unknown = len(found.lower), len(found.unknown)
    every = "both" if number == 2 else "all of them"
    parts = []
    if lower and number > 1:
        parts.append(f"; lower in {every if lower == number else counted_out(lower)}")
    # Beside what is graded higher it would make the title too long to read; the lists say it.
    if unknown and not found.higher:
        parts.append(f"; there is too little evidence for {_more(unknown, found.noun)}")
    return "".join(parts)


def _more(number: int, noun: str) -> str:
    return f"{counted_out(number)} more {noun if number == 1 else plural(noun)}"


def areas_sentence(wholes: Sequence[Place], labels: Mapping[str, str]) -> str:
    """The whole areas that we grade above the evidence, by name; empty where there are none."""
    higher = [lower_first(labels[each.id]) for each in wholes if each.verdict == "ours higher"]
    if not higher:
        return ""
    verb = "is" if len(higher) == 1 else "are"
    return f"As a whole, {listed_names(higher)} {verb} graded above the evidence."
