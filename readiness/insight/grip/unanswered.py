"""Concerns that the charts raise, and whether anybody has answered them: in signals.csv, or by an open action."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from readiness.config.models import Config, Indicator
from readiness.insight.grip.signals import Signal, signals_on, stands_words
from readiness.insight.indicators.explained import Explainer, explained_on
from readiness.insight.indicators.fact import IndicatorFact
from readiness.insight.indicators.facts import indicators_on
from readiness.insight.indicators.matrix import is_grave, matrix, nothing_grave_words, signals
from readiness.insight.indicators.words import counted, counted_out
from readiness.workspace import Workspace

Standing = Literal["not answered", "known, nothing decided", "every action overdue", "acted on"]
STANDINGS: tuple[Standing, ...] = (
    "not answered",
    "known, nothing decided",
    "every action overdue",
    "acted on",
)


@dataclass(frozen=True, slots=True)
class Answer:
    """A row that answers a concern, in words, and where it stands."""

    says: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Raised:
    """One indicator of concern, or unlikely to meet its target; `began` is when what raises it began."""

    fact: IndicatorFact
    began: date
    standing: Standing
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Every concern of the charts on a day, those that nobody has answered first, then the gravest."""

    every: tuple[Raised, ...]
    sentence: str

    def standing(self, standing: Standing) -> tuple[Raised, ...]:
        """Those that stand so."""
        return tuple(each for each in self.every if each.standing == standing)


def unanswered_on(workspace: Workspace, as_at: date, framework_id: str) -> Unanswered:
    """Each grave indicator with the signals and open actions that answer it, by what was known on a day.

    A signal answers where it is about the indicator, a criterion it feeds or an area that holds one, unless its effect
    was checked before the concern began. An action answers while it is open and the indicator is its success_measure.
    """
    known = workspace.once(signals_on, as_at, framework_id).every
    found = workspace.once(indicators_on, as_at)
    explained = workspace.once(explained_on, as_at)
    areas = areas_of(workspace.config)
    every = [
        _raised(fact, known, areas, explained[fact.indicator.id]) for fact in signals(found) if is_grave(fact)
    ]
    every.sort(key=lambda each: STANDINGS.index(each.standing))
    if not every:
        framework = workspace.config.frameworks[framework_id]
        return Unanswered((), nothing_grave_words(matrix(found, framework)))
    return Unanswered(tuple(every), _sentence(every))


def areas_of(config: Config) -> Mapping[str, frozenset[str]]:
    """Criterion id -> the ids of the areas that hold it, whichever framework they are of."""
    found: dict[str, set[str]] = {}
    for framework in config.frameworks.values():
        for area in framework.areas:
            for criterion in area.criteria:
                found.setdefault(criterion.id, set()).add(area.id)
    return {criterion: frozenset(areas) for criterion, areas in found.items()}


def subjects_of(indicator: Indicator, areas: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The ids that speak of an indicator: its own, what it feeds, and the areas that hold that."""
    held = (area for criterion in indicator.criteria for area in areas.get(criterion, ()))
    return frozenset((indicator.id, *indicator.criteria, *held))


def _raised(
    fact: IndicatorFact,
    known: Sequence[Signal],
    areas: Mapping[str, frozenset[str]],
    explainers: Sequence[Explainer],
) -> Raised:
    began, about = began_on(fact), subjects_of(fact.indicator, areas)
    mine = [each for each in known if each.about in about and not each.ended_before(began)]
    actions = [each for each in explainers if each.file == "actions.csv"]
    answers = (
        *(Answer(signal_words(each), "signals.csv", each.line) for each in mine),
        *(Answer(each.says, each.file, each.line) for each in actions),
    )
    return Raised(fact, began, _standing(mine, actions), answers)


def began_on(fact: IndicatorFact) -> date:
    """The end of the first period of the run of concern; for a target alone, the day since which it is missed.

    That is the later of the day the target came in and the first period of its present usual range.
    """
    run: list[date] = []
    for point in reversed([each for each in fact.reading.points if each.figure is not None]):
        if point.tone != "concern":
            break
        run.append(point.day)
    if fact.reading.variation.tone == "concern" and run:
        return run[-1]
    days = [each.since for each in fact.targets[-1:]] + [each.first for each in fact.reading.ranges[-1:]]
    return max(days, default=fact.latest.period_end)


def _standing(mine: Sequence[Signal], actions: Sequence[Explainer]) -> Standing:
    if any(each.decided or each.checked for each in mine) or any(not each.late for each in actions):
        return "acted on"
    if actions:
        return "every action overdue"
    return "known, nothing decided" if mine else "not answered"


def signal_words(signal: Signal) -> str:
    """A signal as an answer: what was seen, about what, and where it stands."""
    return f"{signal.id}, {signal.subject}: {signal.what}; {stands_words(signal)}."


def _sentence(every: Sequence[Raised]) -> str:
    """How many concerns there are, and how many of them nobody has answered, or not in time."""
    many = {standing: sum(each.standing == standing for each in every) for standing in STANDINGS}
    concerns = f"The charts raise {counted(len(every), 'concern')}"
    if many["acted on"] == len(every):
        return f"{concerns}: {'it' if len(every) == 1 else 'each'} has a decision or an action that is not overdue."
    words: dict[Standing, str] = {
        "not answered": "without an answer",
        "known, nothing decided": "known without a decision",
        "every action overdue": "answered by overdue actions only",
        "acted on": "acted on",
    }
    parts = [f"{counted_out(many[each])} {words[each]}" for each in STANDINGS if many[each]]
    return f"{concerns}: {', '.join(parts)}."
