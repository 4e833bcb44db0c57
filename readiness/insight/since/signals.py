"""Since we last met: signals that began and ended on the charts, and what was noticed, decided and checked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from readiness.insight.grip.signals import Signal, signals_on
from readiness.insight.indicators.fact import IndicatorFact
from readiness.insight.indicators.facts import indicators_on
from readiness.insight.indicators.words import counted, counted_out
from readiness.insight.since.said import MOST_NAMED, Between, Part, Said, quoted
from readiness.wording import lower_first, upper_first

PAGE = "indicators"
GRIP = "grip"

Facts = Mapping[str, IndicatorFact]


@dataclass(frozen=True, slots=True)
class Turned:
    """Indicators whose mark on the control chart is another on the last day than on the first."""

    worse: tuple[IndicatorFact, ...]
    better: tuple[IndicatorFact, ...]
    worse_ended: tuple[IndicatorFact, ...]
    better_ended: tuple[IndicatorFact, ...]
    neutral: tuple[IndicatorFact, ...]
    missing_target: tuple[IndicatorFact, ...]


def signal_part(between: Between) -> Part:
    """Concerns begun first, then targets, concerns ended and improvements; then the rows of signals.csv."""
    found = turned(between)
    said = [
        *_charted(found.worse, "began to give concern by more than noise"),
        *_charted(found.missing_target, "became unlikely to meet {target}"),
        *_charted(found.better_ended, "no longer {shows} the improvement that {it} did"),
        *_noticed(between),
        *_charted(found.better, "began to improve by more than noise"),
        *_charted(found.worse_ended, "no longer {gives} concern"),
        *_charted(found.neutral, "left {usual} range, which is neither good nor bad in itself"),
    ]
    return Part(tuple(said), _short(found))


def turned(between: Between) -> Turned:
    """Which marks appeared and which went between the two days."""
    then, now = (between.workspace.once(indicators_on, day).facts for day in between.days)
    kept = {name: fact for name, fact in now.items() if name in then}
    return Turned(
        worse=_became(then, now, "concern"),
        better=_became(then, now, "improvement"),
        worse_ended=tuple(fact for fact in _became(kept, then, "concern", kept) if _ordinary(fact)),
        better_ended=tuple(fact for fact in _became(kept, then, "improvement", kept) if _ordinary(fact)),
        neutral=_became(then, now, "neutral"),
        missing_target=tuple(
            fact
            for name, fact in now.items()
            if fact.controlled
            and fact.reading.assurance.tone == "concern"
            and (name not in then or then[name].reading.assurance.tone != "concern")
        ),
    )


def _became(then: Facts, now: Facts, tone: str, told: Facts | None = None) -> tuple[IndicatorFact, ...]:
    """Those with a tone in `now` and another in `then`, as `told` (default `now`) has them."""
    return tuple(
        (told or now)[name]
        for name, fact in now.items()
        if fact.reading.variation.tone == tone
        and (told is None or name in told)
        and (name not in then or then[name].reading.variation.tone != tone)
    )


def _ordinary(fact: IndicatorFact) -> bool:
    """Whether it gives no signal: one that turned round is told where the new signal begins."""
    return fact.reading.variation.tone == "ordinary"


def _short(found: Turned) -> str:
    worse, better = len(found.worse), len(found.better)
    if worse and better:
        return f"{counted(worse, 'indicator')} began to give concern and {counted_out(better)} to improve"
    if worse:
        return f"{counted(worse, 'indicator')} began to give concern"
    return f"{counted(better, 'indicator')} began to improve" if better else ""


def _charted(facts: Sequence[IndicatorFact], did: str) -> list[Said]:
    """What several indicators did, by name: a link to the one where there is one only."""
    if not facts:
        return []
    one = len(facts) == 1
    words = did.format(
        target="its target" if one else "their targets",
        shows="shows" if one else "show",
        gives="gives" if one else "give",
        it="it" if one else "they",
        usual="its usual" if one else "their usual",
    )
    names = quoted([fact.indicator.label for fact in facts], MOST_NAMED)
    where = {"indicator": facts[0].indicator.id} if one else {}
    subject = (
        f"{names} {words}" if one else f"{upper_first(counted(len(facts), 'indicator'))} {words}: {names}"
    )
    return [Said("signal", f"{subject}.", PAGE, where)]


def _noticed(between: Between) -> list[Said]:
    """The rows of signals.csv: put on record, decided and checked in the time between."""
    every = between.workspace.once(signals_on, between.last, between.framework_id).every
    return [
        *_rows([each for each in every if between.holds(each.known)], _raised, "put on record"),
        *_rows([each for each in every if between.holds(each.decided)], _decided, "decided on"),
        *_rows([each for each in every if between.holds(each.checked)], _checked, "checked for their effect"),
    ]


def _rows(signals: Sequence[Signal], words: Callable[[Signal], Said], done: str) -> list[Said]:
    if len(signals) < 2:
        return [words(each) for each in signals]
    subjects = quoted(list(dict.fromkeys(each.subject for each in signals)), MOST_NAMED)
    return [Said("signal", f"{upper_first(counted(len(signals), 'signal'))} were {done}: {subjects}.", GRIP)]


def _raised(signal: Signal) -> Said:
    waits = "" if signal.decided else ", waiting for a decision"
    by = f" by the {lower_first(signal.known_by)}" if signal.known_by else ""
    said = f"A signal was put on record{by}: {quoted([signal.what])} ({signal.subject}){waits}."
    return _row(signal, said, signal.known)


def _decided(signal: Signal) -> Said:
    what = f": {quoted([signal.decision])}" if signal.decision else ""
    waited = f", {counted(signal.to_decide, 'day')} after it was known" if signal.to_decide else ""
    said = f"A decision was taken on {signal.subject}{waited}{what}."
    return _row(signal, said, signal.decided)


def _checked(signal: Signal) -> Said:
    what = f": {quoted([signal.effect])}" if signal.effect else ""
    return _row(
        signal, f"The effect of what was decided on {signal.subject} was checked{what}.", signal.checked
    )


def _row(signal: Signal, sentence: str, day: date | None) -> Said:
    return Said("signal", sentence, GRIP, {}, "signals.csv", signal.line, day)
