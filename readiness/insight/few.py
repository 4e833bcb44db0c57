"""What is said in place of a figure that gives a count of 1 to 4 children away, in words that may leave the screen."""

from datetime import date

from readiness.insight.indicators.fact import IndicatorFact
from readiness.insight.indicators.series import known_by
from readiness.insight.indicators.words import counted_out
from readiness.insight.small import Counted, gives_away
from readiness.statistics.disclosure import is_small
from readiness.wording import in_unit, lower_first
from readiness.workspace import Workspace

FEWER = "fewer than five"
NOT_SHOWN = "not shown (small numbers)"


def figure_words(measured: Counted, unit: str, *, protected: bool) -> str:
    """A figure in its unit; where words are protected and it gives few children away, that they are few."""
    if protected and gives_away(measured, unit):
        return FEWER if unit == "count" else NOT_SHOWN
    return in_unit(measured.figure, unit)


def how_many(number: int, *, protected: bool) -> str:
    """A number of children in words: `fewer than five` for 1 to 4 where words are protected."""
    return FEWER if protected and is_small(number) else counted_out(number)


def few_now(workspace: Workspace, as_at: date) -> frozenset[str]:
    """The indicators whose latest figure for the whole authority, by a day, gives few children away."""
    every = workspace.config.indicators
    known = workspace.once(known_by, as_at).whole
    return frozenset(name for name, series in known.items() if gives_away(series[-1], every[name].unit))


def shows_few(fact: IndicatorFact) -> bool:
    """Whether any figure of a series gives few children away, so that its chart may not leave the screen."""
    return any(
        point.measured and gives_away(point.measured, fact.indicator.unit) for point in fact.reading.points
    )


def tells_few(fact: IndicatorFact) -> bool:
    """Whether the words of an indicator tell few children: by its latest figure, or of yearly ones the one before."""
    told = [point.measured for point in fact.reading.points if point.measured][
        -1 if fact.controlled else -2 :
    ]
    return any(gives_away(each, fact.indicator.unit) for each in told)


def protected_finding(fact: IndicatorFact) -> str:
    """What a chart is there to show, for the file of its figures: without a figure that gives few children away."""
    if not tells_few(fact):
        return fact.finding
    when = f"{fact.latest.period_end:%B %Y}"
    return f"{fact.indicator.label}: {lower_first(fact.reading.variation.words)}, to {when}"


def protected_sentence(fact: IndicatorFact) -> str:
    """The sentence of an indicator, without a figure in it that gives few children away."""
    unit, latest = fact.indicator.unit, fact.latest
    if not tells_few(fact):
        return fact.sentence
    said = f"{fact.indicator.label}: {lower_first(fact.reading.variation.words)}"
    seen = f"the latest figure is {figure_words(latest, unit, protected=True)}, at {latest.period_end:%B %Y}"
    ahead = f"; {lower_first(fact.reading.assurance.words)}" if fact.target is not None else ""
    return f"{said}; {seen}{ahead}."
