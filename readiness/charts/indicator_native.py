"""An indicator's chart as figures: its periods, signals, usual range, target and comparisons, for a chart in a file."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import cycle

from readiness.charts.native import Mark, Plot, PlotSeries, Stroke, decimals_of, round_ends
from readiness.charts.palette import CONCERN, IMPROVEMENT, ORDINARY, SERIES
from readiness.insight.few import shows_few
from readiness.insight.indicators.fact import Comparison, IndicatorFact, Plotted, Tone, UsualRange
from readiness.insight.small import gives_away

TARGET = SERIES[3]
HIDDEN = "hidden: small numbers"
SIGNALS: Sequence[tuple[Tone, str, str, Mark]] = (
    ("improvement", "Improvement", IMPROVEMENT, "diamond"),
    ("concern", "Concern", CONCERN, "square"),
)
STROKES: Sequence[Stroke] = ("long dash", "dash dot", "long dash dot")
OURS = "The line with a point for each period is ours, its last figure beside it."
USUAL = (
    "Between the dotted limits is usual variation around the thin line, the mean: chance explains it, so no single "
    "point there is news."
)
SIGNALLED = "Blue diamonds have improved and orange squares are of concern by more than chance explains."
PART_OF_SCALE = "The axis shows only the part of the scale that is needed."


def indicator_plot(fact: IndicatorFact) -> Plot:
    """Every period with its figure; None where it is missing or would give a small count away.

    Where one is left out so are the mean and the limits: it could be worked out again from them.
    """
    points = fact.reading.points
    shown = tuple(None if is_hidden(fact, point) else point.figure for point in points)
    series = (
        *_levels(fact),
        *_comparisons(fact),
        PlotSeries(fact.indicator.label, shown, ORDINARY),
        *_signals(points, shown),
    )
    low, high = round_ends(value for each in series for value in each.values)
    return Plot(
        "lines",
        tuple(f"{point.day:%b %Y}" for point in points),
        series,
        unit=fact.indicator.unit,
        low=low if low is None else within(fact, low),
        high=high if high is None else within(fact, high),
        decimals=decimals_of(shown),
        how_to_read=_how_to_read(series),
    )


def _how_to_read(series: Sequence[PlotSeries]) -> str:
    """Of what there may be on such a chart, only that which is on this one."""
    usual = any(each.thin == "dot" for each in series)
    signalled = any(each.marks for each in series)
    return " ".join([OURS, *[USUAL] * usual, *[SIGNALLED] * signalled, PART_OF_SCALE])


def is_hidden(fact: IndicatorFact, point: Plotted) -> bool:
    """Whether a file must leave a period's figure out."""
    return point.measured is not None and gives_away(point.measured, fact.indicator.unit)


def within(fact: IndicatorFact, limit: float) -> float:
    """A limit cut at what is possible: no percentage above 100, nothing measured below 0."""
    cut = max(limit, 0.0) if fact.indicator.unit != "score" else limit
    return min(cut, 100.0) if fact.indicator.unit == "percent" else cut


def _levels(fact: IndicatorFact) -> list[PlotSeries]:
    """The mean and limits of the usual range, and the target: lines that are no measurement."""
    named: tuple[tuple[str, Stroke, Callable[[UsualRange], float]], ...] = (
        ("Mean", "solid", lambda each: each.mean),
        ("Lower limit", "dot", lambda each: within(fact, each.lower)),
        ("Upper limit", "dot", lambda each: within(fact, each.upper)),
    )
    days = [point.day for point in fact.reading.points]
    found = [
        PlotSeries(
            name,
            tuple(level(held) if (held := _range(fact, day)) else None for day in days),
            ORDINARY,
            thin=stroke,
        )
        for name, stroke, level in named
        if not shows_few(fact)
    ]
    found.append(PlotSeries("Target", tuple(_target(fact, day) for day in days), TARGET, thin="dash"))
    return [each for each in found if any(value is not None for value in each.values)]


def _range(fact: IndicatorFact, day: date) -> UsualRange | None:
    return next((each for each in fact.reading.ranges if each.first <= day <= each.last), None)


def _target(fact: IndicatorFact, day: date) -> float | None:
    return next((each.figure for each in reversed(fact.targets) if each.since <= day), None)


def _comparisons(fact: IndicatorFact) -> list[PlotSeries]:
    found = [
        PlotSeries(other.name, _same_months(fact, other), colour, thin=stroke)
        for other, colour, stroke in zip(fact.comparisons, SERIES[4:], cycle(STROKES), strict=False)
    ]
    return [each for each in found if any(value is not None for value in each.values)]


def _same_months(fact: IndicatorFact, other: Comparison) -> tuple[float | None, ...]:
    """The figures of others for periods that end in the same months as ours."""
    held = {(each.period_end.year, each.period_end.month): each.figure for each in other.series}
    return tuple(held.get((point.day.year, point.day.month)) for point in fact.reading.points)


def _signals(points: Sequence[Plotted], shown: Sequence[float | None]) -> list[PlotSeries]:
    found = [
        PlotSeries(
            name,
            tuple(value if each.tone == tone else None for each, value in zip(points, shown, strict=True)),
            colour,
            marks=mark,
        )
        for tone, name, colour, mark in SIGNALS
    ]
    return [each for each in found if any(value is not None for value in each.values)]
