"""The matrix of indicators by judgement area: which come first, and what each area comes to in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from readiness.config.models import Framework
from readiness.insight.indicators.fact import IndicatorFact
from readiness.insight.indicators.facts import Indicators
from readiness.insight.indicators.words import counted

ELSEWHERE = "Not placed in this framework"


@dataclass(frozen=True, slots=True)
class MatrixLine:
    """One indicator in its area; `criterion` is the first of the framework's that it feeds."""

    criterion: str
    fact: IndicatorFact


@dataclass(frozen=True, slots=True)
class MatrixArea:
    """The indicators of one judgement area, signals first."""

    id: str
    title: str
    short: str
    lines: tuple[MatrixLine, ...]


def severity(fact: IndicatorFact) -> tuple[int, str]:
    """What comes first: concern, then unlikely to meet the target, then other signals, then the rest."""
    tone, ahead = fact.reading.variation.tone, fact.reading.assurance.tone
    rank = (
        0 if tone == "concern" else 1 if ahead == "concern" else {"improvement": 2, "neutral": 3}.get(tone, 4)
    )
    return rank, fact.indicator.label


def is_signal(fact: IndicatorFact) -> bool:
    """Whether the indicator has moved by more than its usual variation, or than chance explains."""
    return fact.reading.variation.tone != "ordinary"


def is_grave(fact: IndicatorFact) -> bool:
    """Whether the indicator is of concern, or unlikely to meet its target."""
    return "concern" in (fact.reading.variation.tone, fact.reading.assurance.tone)


def signals(found: Indicators) -> tuple[IndicatorFact, ...]:
    """Every indicator with a signal or unlikely to meet its target, gravest first."""
    chosen = [fact for fact in found.facts.values() if is_signal(fact) or is_grave(fact)]
    return tuple(sorted(chosen, key=severity))


def matrix(found: Indicators, framework: Framework) -> tuple[MatrixArea, ...]:
    """Indicators by judgement area, each once, under the first criterion that it feeds; signals first."""
    places = {
        criterion.id: (area.id, criterion.title) for area in framework.areas for criterion in area.criteria
    }
    places |= {area.id: (area.id, "The whole area") for area in framework.areas}
    lines: dict[str, list[MatrixLine]] = {area.id: [] for area in framework.areas} | {"": []}
    for fact in sorted(found.facts.values(), key=severity):
        mapped = next((places[each] for each in fact.indicator.criteria if each in places), ("", ELSEWHERE))
        lines[mapped[0]].append(MatrixLine(mapped[1], fact))
    names = {area.id: (area.title, area.label) for area in framework.areas} | {"": (ELSEWHERE, ELSEWHERE)}
    return tuple(MatrixArea(each, *names[each], tuple(mine)) for each, mine in lines.items() if mine)


def grave_lines(areas: Sequence[MatrixArea]) -> tuple[tuple[MatrixArea, MatrixLine], ...]:
    """The lines of concern or unlikely to meet their target, of every area, gravest first."""
    found = [(area, line) for area in areas for line in area.lines if is_grave(line.fact)]
    return tuple(sorted(found, key=lambda each: severity(each[1].fact)))


def nothing_grave_words(areas: Sequence[MatrixArea]) -> str:
    """What is said where no line is grave: of how many that is known."""
    facts = [line.fact for area in areas for line in area.lines]
    tested, aimed = sum(fact.reading.tested for fact in facts), sum(fact.target is not None for fact in facts)
    moved = (
        f"None of the {counted(tested, 'indicator')} that can be tested got worse by more than noise"
        if tested > 1
        else "The one indicator that can be tested has not got worse by more than noise"
        if tested
        else "No indicator has figures enough to tell a change from noise"
    )
    return f"{moved}, and {'none is unlikely to meet its target' if aimed else 'none has a target'}."


def area_words(area: MatrixArea) -> str:
    """What the indicators of an area come to: `2 of concern or unlikely to meet a target, 9 without a signal`."""
    others = [line.fact for line in area.lines if not is_grave(line.fact)]
    tested = [fact.reading.variation.tone for fact in others if fact.reading.tested]
    counts = (
        (len(area.lines) - len(others), "of concern or unlikely to meet a target"),
        (tested.count("improvement"), "improved"),
        (tested.count("neutral"), "higher or lower than usual"),
        (tested.count("ordinary"), "without a signal"),
        (len(others) - len(tested), "that can't be tested"),
    )
    return ", ".join(f"{number} {words}" for number, words in counts if number)
