"""The words of lines of enquiry: how many questions are likely, the gravest, and how far they can be answered."""

from collections import Counter
from collections.abc import Sequence

from readiness.config.models import EnquiryRule
from readiness.insight.enquiry.answer import NO_OWNER
from readiness.insight.enquiry.facts import Enquiry
from readiness.insight.enquiry.safety import UNSAFE
from readiness.insight.indicators.words import counted, counted_out
from readiness.wording import lower_first, upper_first

ABOUT = (
    "The rules and their words stand in config/enquiry.yaml, gravest first. A theme is asked about once, by the first "
    "rule that it meets; what others found goes with it. Nothing here is scored."
)


def headline(found: Sequence[Enquiry], rules: Sequence[EnquiryRule]) -> str:
    """How many questions an inspector would likely ask, and what the gravest is about; or that none is raised."""
    if not any(each.asked for each in rules):
        return "No rule of enquiry is in use, so no question can be raised."
    if not found:
        return "No rule raises a question on this day. That does not mean that an inspector would have none."
    return _likely(len(found), about(found[0], rules))


def short_headline(found: Sequence[Enquiry], rules: Sequence[EnquiryRule], most: int) -> str:
    """The headline; where it has more characters than `most`, the gravest by its subject alone, else by its rule."""
    said = headline(found, rules)
    if len(said) <= most or not found:
        return said
    first = found[0]
    by_itself = _likely(len(found), lower_first(first.subject))
    return by_itself if len(by_itself) <= most else _likely(len(found), _looked_for(first, rules))


def _likely(number: int, gravest: str) -> str:
    if number == 1:
        return f"One question is likely, about {gravest}."
    return f"{upper_first(counted(number, 'question'))} are likely; the gravest is about {gravest}."


def about(each: Enquiry, rules: Sequence[EnquiryRule]) -> str:
    """What a question is about: its rule, and its subject where that says more."""
    title = _looked_for(each, rules)
    return title if each.subject == UNSAFE else f"{title}: {lower_first(each.subject)}"


def _looked_for(each: Enquiry, rules: Sequence[EnquiryRule]) -> str:
    return lower_first(rule_title(each.rule, rules))


def rule_title(rule: str, rules: Sequence[EnquiryRule]) -> str:
    """The title of a rule by its id."""
    return next(each.title for each in rules if each.id == rule)


def answered_words(found: Sequence[Enquiry]) -> str:
    """How many of the questions have nobody to answer, and for how many there is no row to answer with."""
    if not found:
        return ""
    nobody = sum(each.owner == NO_OWNER for each in found)
    nothing = sum(each.answer is None for each in found)
    if not nobody and not nothing:
        return (
            "Each has an owner on record and a row to answer with."
            if len(found) > 1
            else ("It has an owner on record and a row to answer with.")
        )
    parts = []
    if nobody:
        parts.append(f"{_of(nobody, len(found))} no owner on record")
    if nothing:
        parts.append(f"{_of(nothing, len(found))} no row on file to answer with")
    return f"{upper_first('; '.join(parts))}."


def _of(number: int, every: int) -> str:
    """`four of 23 have`, `all nine have`, `it has`."""
    if every == 1:
        return "it has"
    if number == every:
        return "both have" if every == 2 else f"all {counted_out(every)} have"
    return f"{counted_out(number)} of {counted_out(every)} {'has' if number == 1 else 'have'}"


def narrowed_words(shown: int, every: int) -> str:
    """How many of all the questions a choice leaves; empty where it leaves all."""
    if shown == every:
        return ""
    return f"Shown: {counted_out(shown) if shown else 'none'} of {counted(every, 'question')}."


def by_rule(found: Sequence[Enquiry], rules: Sequence[EnquiryRule]) -> dict[str, int]:
    """Rules that raised a question, themselves or with another, in the order of the file: how many each."""
    counts = Counter(name for each in found for name in each.rules)
    return {each.id: counts[each.id] for each in rules if counts[each.id]}


def by_area(found: Sequence[Enquiry], order: Sequence[str]) -> dict[str, int]:
    """Areas that a question is about, in the framework's order: how many each."""
    counts = Counter(each.area for each in found)
    return {area: counts[area] for area in order if counts[area]}
