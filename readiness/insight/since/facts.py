"""Since we last met: what moved between two days, in plain sentences, most important first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from readiness.dates import uk_date
from readiness.insight.indicators.words import counted_out
from readiness.insight.since.areas import area_part
from readiness.insight.since.heard import audit_part, confirmed_part, event_part, figure_part, voice_part
from readiness.insight.since.judged import judged_part
from readiness.insight.since.plan import plan_part
from readiness.insight.since.safety import safety_part
from readiness.insight.since.said import Between, Part, Said, between_words
from readiness.insight.since.signals import signal_part
from readiness.insight.since.stale import stale_part
from readiness.wording import listed, lower_first, upper_first
from readiness.workspace import Workspace

__all__ = ["Said", "Since", "since"]

PARTS: tuple[Callable[[Between], Part], ...] = (
    safety_part,
    judged_part,
    area_part,
    signal_part,
    stale_part,
    plan_part,
    audit_part,
    voice_part,
    confirmed_part,
    event_part,
    figure_part,
)
"""What is told, most important first."""

ABOUT = {
    "safety": "safety",
    "judgement": "reports",
    "area": "areas",
    "signal": "signals",
    "stale": "evidence gone stale",
    "action": "actions",
    "audit": "audits",
    "voice": "feedback",
    "confirmation": "confirmed grades",
    "event": "events",
    "figure": "new figures",
}
"""What each kind of sentence is about, in a word or two."""

MOST_SAID = 20
"""Sentences that one page takes; those beyond are counted in the last of them."""
IN_HEADLINE = 2


@dataclass(frozen=True, slots=True)
class Since:
    """Everything that changed from one day to a later one: the headline, then each sentence, most important first.

    `beside` is the headline for where children not made safe have been told already: it leaves them out.
    """

    first: date
    last: date
    headline: str
    beside: str
    said: tuple[Said, ...]


def since(workspace: Workspace, framework_id: str, first: date, last: date) -> Since:
    """What changed between two days, by the areas of a framework. A first day after the last changes place with it.

    New is what could be known after the first day and by the last. Days that are equal have nothing between them.
    """
    first, last = min(first, last), max(first, last)
    if first == last:
        same = f"Both days are {uk_date(first)}, so nothing has changed between them."
        return Since(first, last, same, same, ())
    between = Between(workspace, framework_id, first, last)
    parts = [part(between) for part in PARTS]
    said = _at_most([each for part in parts for each in part.said])
    whole, beside = (_headline(between, parts, said, unsafe=unsafe) for unsafe in (True, False))
    return Since(first, last, whole, beside, said)


def _at_most(said: Sequence[Said]) -> tuple[Said, ...]:
    """The sentences that one page takes; what is left out is counted, and the last of them says what it is about."""
    if len(said) <= MOST_SAID:
        return tuple(said)
    kept, rest = said[: MOST_SAID - 1], said[MOST_SAID - 1 :]
    about = listed(list(dict.fromkeys(ABOUT[each.kind] for each in rest)))
    more = f"{upper_first(counted_out(len(rest)))} more things changed, about {about}."
    return (*kept, Said(rest[0].kind, more, rest[0].page))


def _headline(between: Between, parts: Sequence[Part], said: Sequence[Said], *, unsafe: bool) -> str:
    """The gravest few things in one sentence; that nothing has changed, or that nothing was known before."""
    when = between_words(between.first, between.last)
    begins, first, last = between.workspace.first_evidence, uk_date(between.first), uk_date(between.last)
    if not said and (begins is None or begins > between.last):
        return f"No scored evidence is known by {last}, so nothing can be said to have changed."
    if not said:
        return f"Nothing that the evidence shows has changed {lower_first(when)}."
    if begins is None or begins > between.first:
        safety = parts[0].few_words(unsafe=unsafe)
        more = f"; {safety}" if safety else ""
        return f"No scored evidence was known yet on {first}: all that was known by {last} came since{more}."
    short = [words for part in parts if (words := part.few_words(unsafe=unsafe))][:IN_HEADLINE]
    if not short:
        return f"{when} no line, judgement or area moved; what came in is told below."
    return f"{when}: {'; '.join(short)}."
