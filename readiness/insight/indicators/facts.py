"""Every indicator on a day: is it changing, will it reach its target, and where is it placed in the framework?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from readiness.config.models import Indicator
from readiness.dates import uk_date
from readiness.insight.indicators.control import control_reading
from readiness.insight.indicators.fact import Comparison, IndicatorFact
from readiness.insight.indicators.limits import FROM_ALL_FIGURES, Limits, limits_known
from readiness.insight.indicators.parts import Kind, PartsFact, parts_fact
from readiness.insight.indicators.series import Blanks, Cadence, Series, Target, cadence_of, known_by
from readiness.insight.indicators.words import NOUN, counted, counted_out, period_words
from readiness.insight.indicators.years import years_reading
from readiness.insight.since.said import quoted
from readiness.insight.small import gives_away
from readiness.statistics.spc_results import Better
from readiness.wording import in_unit, upper_first
from readiness.workspace import Workspace

STALE_AFTER: Mapping[Cadence, int] = {"monthly": 92, "quarterly": 200, "annual": 731}
"""Days from the end of a period after which a newer figure should have come."""
MOST_NAMED = 3
"""Indicators of concern up to which the headline names each."""


@dataclass(frozen=True)
class Indicators:
    """All indicators on a day. `missing` have no figure known by then."""

    facts: Mapping[str, IndicatorFact]
    teams: Mapping[str, PartsFact]
    groups: Mapping[str, PartsFact]
    missing: tuple[Indicator, ...]


def indicators_on(workspace: Workspace, as_at: date) -> Indicators:
    """What is known by a day of every indicator of the configuration."""
    known = known_by(workspace, as_at)
    every = workspace.config.indicators
    order = workspace.dataset.description.comparators
    limits = limits_known(workspace, as_at)
    facts = {
        each.id: indicator_fact(
            each,
            known.whole[each.id],
            known.targets.get(each.id, ()),
            _comparisons(known.comparators.get(each.id, ()), order),
            as_at,
            limits[each.id],
        )
        for each in every.values()
        if each.id in known.whole
    }
    missing = tuple(each for each in every.values() if each.id not in facts)
    return Indicators(
        facts,
        _parts(every, known.teams, known.blank_teams, "team"),
        _parts(every, known.groups, known.blank_groups, "group"),
        missing,
    )


def _parts(
    every: Mapping[str, Indicator], held: Mapping[str, Series], blanks: Mapping[str, Blanks], kind: Kind
) -> dict[str, PartsFact]:
    found = {
        each: parts_fact(every[each], series, kind, better_of(every[each]), blanks.get(each, ()))
        for each, series in held.items()
    }
    return {each: fact for each, fact in found.items() if fact}


def _comparisons(series: Series, order: Sequence[str]) -> tuple[Comparison, ...]:
    """One comparison a name, those that the dataset names first and in its order."""
    names = sorted({each.who for each in series}, key=lambda name: (name not in order, name))
    names.sort(key=lambda name: order.index(name) if name in order else len(order))
    return tuple(Comparison(name, tuple(each for each in series if each.who == name)) for name in names)


def better_of(indicator: Indicator) -> Better | None:
    """Which way is improvement; None for a context indicator."""
    if indicator.higher_is_better is None:
        return None
    return "high" if indicator.higher_is_better else "low"


def indicator_fact(
    indicator: Indicator,
    series: Series,
    targets: tuple[Target, ...],
    comparisons: tuple[Comparison, ...],
    as_at: date,
    limits: Limits = FROM_ALL_FIGURES,
) -> IndicatorFact:
    """All that icon, chart, table and sentence of one indicator are made from. `series` holds at least one figure."""
    better, cadence = better_of(indicator), cadence_of(series, indicator.frequency)
    shown = targets if better else ()
    target = shown[-1].figure if shown else None
    if cadence == "annual":
        reading = years_reading(series, better, target, indicator.unit)
    else:
        reading = control_reading(series, cadence, better, target, indicator.unit, limits)
    stale = _stale(series, cadence, as_at)
    sentence = f"{indicator.label}: {reading.finding}{reading.outlook}.{f' {stale}' if stale else ''}"
    return IndicatorFact(indicator, as_at, cadence, better, reading, shown, comparisons, stale, sentence)


def _stale(series: Series, cadence: Cadence, as_at: date) -> str:
    last = series[-1].period_end
    if (as_at - last).days <= STALE_AFTER[cadence]:
        return ""
    return f"No figure is known since {period_words(last, 'monthly')}."


def indicators_headline(found: Indicators, as_at: date) -> str:
    """The one sentence over all indicators: what got worse and improved, then what is unlikely to meet its target."""
    if not found.facts:
        whole = " of the whole authority" if found.teams or found.groups else ""
        return f"No indicator has a figure{whole} known by {uk_date(as_at)}."
    facts = list(found.facts.values())
    worse = [fact for fact in facts if fact.reading.variation.tone == "concern"]
    better = [fact for fact in facts if fact.reading.variation.tone == "improvement"]
    missed = [fact for fact in facts if fact.controlled and fact.reading.assurance.tone == "concern"]
    said = _moved(worse, better) or _none_moved(facts)
    whose = "its" if len(missed) == 1 else "their"
    verb = "is" if len(missed) == 1 else "are"
    return (
        f"{said}; {counted_out(len(missed))} {verb} unlikely to meet {whose} target."
        if missed
        else f"{said}."
    )


def _moved(worse: Sequence[IndicatorFact], better: Sequence[IndicatorFact]) -> str:
    """What moved by more than noise, those that got worse by name while they are few; empty where nothing did."""
    improved = "has improved" if len(better) == 1 else "have improved"
    if not worse:
        return f"{_indicators(better)} {improved} by more than noise" if better else ""
    named = (
        f": {quoted([fact.indicator.label for fact in worse], MOST_NAMED)}"
        if len(worse) <= MOST_NAMED
        else ""
    )
    said = f"{_indicators(worse)} {'gives' if len(worse) == 1 else 'give'} concern by more than noise{named}"
    return f"{said}; {counted_out(len(better))} {improved}" if better else said


def _indicators(facts: Sequence[IndicatorFact]) -> str:
    words = counted(len(facts), "indicator")
    return upper_first(words)


def _none_moved(facts: Sequence[IndicatorFact]) -> str:
    tested = sum(fact.reading.tested for fact in facts)
    if not tested:
        return "No indicator has figures enough to tell a change from noise"
    if tested == 1:
        return "The one indicator that can be tested has not moved by more than noise"
    return f"None of the {counted_out(tested)} indicators that can be tested got better or worse by more than noise"


def latest_words(fact: IndicatorFact) -> str:
    """The latest figure with its unit and date: `82.1%, Mar 2026`."""
    latest = fact.latest
    return f"{in_unit(latest.figure, fact.indicator.unit)}, {latest.period_end:%b %Y}"


def comparison_words(fact: IndicatorFact, comparison: Comparison) -> str:
    """A comparison's latest figure, with its date where it is not that of our own latest figure."""
    other = comparison.latest
    figure = in_unit(other.figure, fact.indicator.unit)
    same = other.period_end == fact.latest.period_end
    return figure if same else f"{figure} ({other.period_end:%b %Y})"


def missing_words(indicator: Indicator) -> str:
    """What to add to which file for an indicator without a figure."""
    return f"a row a {NOUN[indicator.frequency]} with indicator {indicator.id} and its figure in {indicator.unit}"


def reading_words(fact: IndicatorFact) -> str:
    """What stands under the finding of a chart: the usual range or the latest year's interval, decisions, cautions."""
    decided = [each.says for each in fact.reading.fresh_limits]
    return " ".join([_range_words(fact), *decided, *fact.reading.cautions])


def _range_words(fact: IndicatorFact) -> str:
    unit, latest = fact.indicator.unit, fact.reading.points[-1]
    if fact.reading.ranges and fact.reading.tested:
        usual = fact.reading.ranges[-1]
        low, mean, high = (in_unit(each, unit) for each in (usual.lower, usual.mean, usual.upper))
        return f"Its usual range is {low} to {high} around a mean of {mean}, from {_set_by(fact)}."
    if fact.reading.ranges:
        return "It has no usual range since its limits start afresh."
    if latest.measured and gives_away(latest.measured, unit):
        return "No interval is given: the latest figure rests on small numbers."
    if latest.interval:
        low, high = in_unit(latest.interval.lower, unit), in_unit(latest.interval.upper, unit)
        return f"The 95% interval of the latest figure is {low} to {high}."
    return "No interval can be given: the figures come without counts, or in a unit that has none."


def _set_by(fact: IndicatorFact) -> str:
    """Which figures set the present limits: all, or those since one period, or to one; and the mean before."""
    *earlier, usual = fact.reading.ranges
    words = f"{usual.used} figures"
    if usual.first != fact.reading.points[0].day:
        words += f" since {usual.first:%B %Y}"
    if usual.fixed_until:
        words += f" to {usual.fixed_until:%B %Y}"
    return (
        f"{words}; before that the mean was {in_unit(earlier[-1].mean, fact.indicator.unit)}"
        if earlier
        else words
    )
