"""Questions about indicators: one that got worse by more than noise, one that will miss its target."""

from collections.abc import Callable, Iterator
from types import MappingProxyType

from readiness.config.models import EnquiryRule
from readiness.dates import uk_date
from readiness.insight.enquiry.ground import Ground, Raised, RowAt
from readiness.insight.few import protected_sentence
from readiness.insight.grip.unanswered import Raised as Concern
from readiness.insight.grip.unanswered import Standing, unanswered_on

ANSWERED: dict[Standing, str] = {
    "not answered": "Nobody has answered it in signals.csv, or by an open action measured by it.",
    "known, nothing decided": "It is in signals.csv, without a decision.",
    "every action overdue": "Every action that is measured by it is overdue.",
    "acted on": "A decision or an action that is not overdue answers it.",
}


def out_of_control(ground: Ground, rule: EnquiryRule) -> Iterator[Raised]:
    """Indicators of concern: worse by more than their usual variation, or than chance explains."""
    return _concerns(ground, lambda each: each.fact.reading.variation.tone == "concern")


def target_missed(ground: Ground, rule: EnquiryRule) -> Iterator[Raised]:
    """Indicators that are unlikely to meet their target unless something changes."""
    return _concerns(ground, lambda each: each.fact.reading.assurance.tone == "concern")


def _concerns(ground: Ground, chosen: Callable[[Concern], bool]) -> Iterator[Raised]:
    """The concerns that nobody has answered first, as the Grip page has them."""
    for each in ground.workspace.once(unanswered_on, ground.as_at, ground.framework.id).every:
        area, criterion = ground.place_of(each.fact.indicator.id)
        if area and chosen(each):
            yield _raised(each, area, criterion)


def _raised(concern: Concern, area: str, criterion: str) -> Raised:
    indicator, latest = concern.fact.indicator, concern.fact.latest
    since = f" Raised since {uk_date(concern.began)}." if concern.began < latest.period_end else ""
    return Raised(
        area=area,
        criterion=criterion,
        subject=indicator.title,
        why=f"{protected_sentence(concern.fact)}{since} {ANSWERED[concern.standing]}",
        rows=(
            RowAt(latest.file, latest.line),
            *(RowAt(each.file, each.line) for each in concern.answers[:1]),
        ),
        names=MappingProxyType({"indicator": indicator.title}),
        indicators=(indicator.id,),
        wanted=_wanted(concern),
        page="indicators",
        parameters=MappingProxyType({"indicator": indicator.id}),
    )


def _wanted(concern: Concern) -> str:
    name = concern.fact.indicator.id
    if concern.standing == "not answered":
        return f"What was seen and decided: a row about {name} in signals.csv."
    if concern.standing == "known, nothing decided":
        return f"A decision: fill decided and decision in {concern.answers[0].file}, line {concern.answers[0].line}."
    return ""
