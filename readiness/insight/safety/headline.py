"""What the Safety page says if it can say only one thing, and what each state of its counts comes to in words."""

from collections.abc import Sequence

from readiness.dates import uk_date
from readiness.insight.indicators.words import counted_out
from readiness.insight.safety.counts import SafetyCount, State
from readiness.insight.safety.escalations import Escalations
from readiness.wording import listed, upper_first

MOST_NAMED = 2
"""Crossed lines up to which the headline names each."""
WARNINGS: dict[State, str] = {
    "Not known": " What is not known is not clear.",
    "Not known lately": " Each was clear, or had no limit, when last seen: that is too old to rely on.",
    "Known": " No limit is set for these, so they are neither crossed nor clear.",
}
WARNING_OF_ONE: dict[State, str] = WARNINGS | {
    "Not known lately": " It was clear, or had no limit, when last seen: that is too old to rely on.",
    "Known": " No limit is set for it, so it is neither crossed nor clear.",
}


def headline_of(counts: Sequence[SafetyCount], unsafe: Escalations) -> str:
    """Who is known to be unsafe first, then the lines crossed, then how much is not known, in one sentence.

    Where nothing is crossed and something is not known, nothing is said to be safe: that can't be said.
    """
    lines = [one for one in counts if one.state == "Crossed" and one.indicator]
    now, then = [one for one in lines if not one.stale], [one for one in lines if one.stale]
    crossed = [*([unsafe.short] if unsafe.open else []), *_crossed(now), *_crossed_then(then)]
    unknown = _unknown(counts)
    if crossed:
        stale = any(one.stale for one in counts)
        lately = "" if stale else _known_lately(counts)
        said = "; ".join(part for part in (*crossed, unknown or lately) if part)
        return f"{upper_first(said)}."
    if unknown:
        return f"Whether any child is unsafe, unseen or unallocated today can't be said: {unknown}."
    return f"No safety line is crossed, and {_known_lately(counts)}."


def counts_stand(counts: Sequence[SafetyCount]) -> str:
    """How many safety counts are crossed, and how many are not known, for where it is told beside it who is unsafe."""
    crossed = [one for one in counts if one.state == "Crossed"]
    then = sum(one.stale for one in crossed)
    some = "" if then == len(crossed) else f"{counted_out(then)} of them "
    late = f" ({some}when last known)" if then else ""
    never, stale = (sum(one.state == state for one in counts) for state in ("Not known", "Not known lately"))
    said = [
        f"{_of(len(crossed), len(counts))} crossed{late}"
        if crossed
        else "no safety count is known to be crossed",
        f"{counted_out(never)} {'is' if never == 1 else 'are'} not known" if never else "",
        f"{counted_out(stale)} {'is' if stale == 1 else 'are'} not known lately" if stale else "",
    ]
    *first, last = [each for each in said if each]
    return upper_first(f"{', '.join(first)}, and {last}." if first else f"{last}.")


def _known_lately(counts: Sequence[SafetyCount]) -> str:
    which = "the one safety count" if len(counts) == 1 else f"each of the {len(counts)} safety counts"
    return f"{which} was known lately"


def _crossed(lines: Sequence[SafetyCount]) -> list[str]:
    if not lines:
        return []
    verb = "line is" if len(lines) == 1 else "lines are"
    return [f"{counted_out(len(lines))} safety {verb} crossed{_named(lines)}"]


def _crossed_then(lines: Sequence[SafetyCount]) -> list[str]:
    """Lines crossed when last seen, longer ago than a figure stays fresh: silence has cleared none."""
    days = [one.known for one in lines if one.known]
    if not days:
        return []
    verb = "line was" if len(lines) == 1 else "lines were"
    latest = "" if len(set(days)) == 1 else "the latest "
    when = f"when last known, {latest}on {uk_date(max(days))}"
    return [f"{counted_out(len(lines))} safety {verb} crossed {when}{_named(lines)}"]


def _named(lines: Sequence[SafetyCount]) -> str:
    among = ", among them" if len(lines) > MOST_NAMED else ":"
    return f"{among} {listed([one.title for one in lines[:MOST_NAMED]])}"


def _unknown(counts: Sequence[SafetyCount]) -> str:
    """How many counts are not known, and how many not lately; empty where all are."""
    never = sum(one.state == "Not known" for one in counts)
    stale = sum(one.state == "Not known lately" for one in counts)
    if never == len(counts):
        return (
            f"none of the {never} safety counts is known"
            if never > 1
            else "the one safety count is not known"
        )
    if not never:
        return f"{_of(stale, len(counts))} not known lately" if stale else ""
    late = f", and {counted_out(stale)} not lately" if stale else ""
    return f"{_of(never, len(counts))} not known{late}"


def _of(number: int, every: int) -> str:
    if every == 1:
        return "the one safety count is"
    return f"{counted_out(number)} of {every} safety counts {'is' if number == 1 else 'are'}"


def state_words(counts: Sequence[SafetyCount], state: State) -> tuple[str, str]:
    """How many counts are in a state, and which they are; empty where none is."""
    titles = [one.title for one in counts if one.state == state]
    if not titles:
        return "", ""
    warning = (WARNING_OF_ONE if len(titles) == 1 else WARNINGS).get(state, "")
    return f"{state}: {len(titles)} of {len(counts)}.", f"{'; '.join(titles)}.{warning}"
