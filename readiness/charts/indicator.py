"""What the two charts of an indicator share: the frame, target, comparisons, marks, labels and the table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd
import plotly.graph_objects as go

from readiness.charts.bands import Drawn
from readiness.charts.figure import Chart
from readiness.charts.indicator_native import HIDDEN, TARGET, indicator_plot, is_hidden, within
from readiness.charts.marks import LEVELS, mark_lines, mark_numbers
from readiness.charts.palette import CONCERN, IMPROVEMENT, ORDINARY, faint
from readiness.charts.side_labels import WIDTH, SideLabel, side_labels
from readiness.charts.template import new_figure
from readiness.charts.words import plain, shortened
from readiness.dates import uk_date
from readiness.insight.few import protected_finding, shows_few
from readiness.insight.indicators.fact import IndicatorFact, Plotted, Tone
from readiness.insight.indicators.facts import reading_words
from readiness.insight.indicators.words import period_words
from readiness.insight.timeline import Mark
from readiness.wording import in_unit, upper_first

HEIGHT = 440
TOP, BOTTOM = 12 + 13 * LEVELS, 36
PLOT = HEIGHT - TOP - BOTTOM
LONGEST_NAME = 14
"""Characters of a comparison's name beside the plot."""
HEADROOM = 0.08
"""The part of the range of figures that is left free above and below."""

COLOURS: Mapping[Tone, str] = {
    "improvement": IMPROVEMENT,
    "concern": CONCERN,
    "ordinary": ORDINARY,
    "neutral": ORDINARY,
}
SYMBOLS: Mapping[Tone, str] = {
    "improvement": "diamond",
    "concern": "square",
    "ordinary": "circle",
    "neutral": "hexagram",
}
SIZES: Mapping[Tone, int] = {"improvement": 11, "concern": 11, "ordinary": 7, "neutral": 12}
FROM_EVERY_FIGURE = ("Mean", "Usual range")
"""Columns that are worked out from all figures of a stretch."""
DASHES = ("longdash", "dashdot", "longdashdot")


@dataclass(frozen=True, slots=True)
class Setting:
    """What is marked on the time axis, and the source that the subtitle names."""

    marks: Sequence[Mark]
    source: str


def span_of(fact: IndicatorFact) -> tuple[date, date]:
    """The first and last day of the series."""
    return fact.reading.points[0].day, fact.reading.points[-1].day


def drawn(
    fact: IndicatorFact,
    setting: Setting,
    lines: Sequence[go.Scatter],
    labels: Sequence[SideLabel],
    how_to_read: str,
    notes: Sequence[Drawn] = (),
) -> Chart:
    """The whole chart: its own `lines`, `labels` and `notes`, and all that every indicator's chart has."""
    low, high = scale(fact)
    figure = new_figure(HEIGHT)
    _frame(figure, fact, (low, high))
    every = [*labels, *_target_label(fact), *_comparison_labels(fact), _latest_label(fact)]
    figure.update_layout(
        annotations=[
            *mark_numbers(setting.marks, _padded(span_of(fact)), 1.01),
            *side_labels(every, low, high, PLOT),
            *notes,
        ]
    )
    figure.add_traces([*_marks(setting.marks), *_comparison_lines(fact), *_target_line(fact), *lines])
    figure.add_traces([trace for tone in COLOURS if (trace := _points(fact, tone)) is not None])
    first, last = (f"{day:%B %Y}" for day in span_of(fact))
    return Chart(
        title=fact.finding,
        subtitle=f"{fact.indicator.title}, {_unit(fact)}, {fact.cadence}, {first} to {last}. {setting.source}",
        reading=reading_words(fact),
        how_to_read=how_to_read,
        figure=figure,
        table=table(fact),
        alt=f"{fact.sentence} A point for each {'year' if fact.cadence == 'annual' else fact.cadence} figure.",
        file_name=f"indicator-{fact.indicator.id}-{fact.as_at.isoformat()}",
        protected=table(fact, protected=True) if shows_few(fact) else None,
        native=indicator_plot(fact),
        protected_title=protected_finding(fact),
    )


def _unit(fact: IndicatorFact) -> str:
    return {"ratio": "a ratio", "score": "a score", "count": "a count"}.get(
        fact.indicator.unit, fact.indicator.unit
    )


def scale(fact: IndicatorFact) -> tuple[float, float]:
    """The ends of the upright axis: all that is drawn, with room, and for a percentage nothing impossible."""
    levels = [point.figure for point in fact.reading.points if point.figure is not None]
    levels += [
        end for each in fact.reading.ranges for end in (within(fact, each.lower), within(fact, each.upper))
    ]
    levels += [end for point in fact.reading.points if point.interval for end in _ends(point)]
    levels += [target.figure for target in fact.targets]
    levels += [
        each.figure for other in fact.comparisons for each in other.series if _inside(each.period_end, fact)
    ]
    low, high = min(levels), max(levels)
    room = (high - low) * HEADROOM or max(abs(high) * HEADROOM, 1.0)
    bottom = max(low - room, -0.02 * high) if low >= 0 else low - room
    return bottom, min(
        high + room, 102.0
    ) if fact.indicator.unit == "percent" and high <= 100 else high + room


def _ends(point: Plotted) -> tuple[float, float]:
    return (point.interval.lower, point.interval.upper) if point.interval else (0.0, 0.0)


def _padded(span: tuple[date, date]) -> tuple[date, date]:
    room = timedelta(days=max((span[1] - span[0]).days, 60) * 0.02)
    return span[0] - room, span[1] + room


def _frame(figure: go.Figure, fact: IndicatorFact, ends: tuple[float, float]) -> None:
    percent = fact.indicator.unit == "percent"
    figure.update_layout(
        margin={"t": TOP, "b": BOTTOM, "l": 8, "r": WIDTH, "autoexpand": True},
        xaxis={"range": _padded(span_of(fact)), "type": "date", "showgrid": False},
        yaxis={"range": ends, "ticksuffix": "%" if percent else "", "nticks": 7},
        yaxis2={"range": [0, 100], "overlaying": "y", "visible": False, "fixedrange": True},
    )


def _marks(marks: Sequence[Mark]) -> list[go.Scatter]:
    lines = mark_lines(marks)
    for line in lines:
        line.yaxis = "y2"
    return lines


def _inside(day: date, fact: IndicatorFact) -> bool:
    first, last = span_of(fact)
    return first <= day <= last


def _points(fact: IndicatorFact, tone: Tone) -> go.Scatter | None:
    mine = [point for point in fact.reading.points if point.measured and point.tone == tone]
    if not mine:
        return None
    return go.Scatter(
        x=[point.day for point in mine], y=[point.figure for point in mine], mode="markers", cliponaxis=False,
        marker={"symbol": SYMBOLS[tone], "size": SIZES[tone], "color": COLOURS[tone], "line": {"width": 0}},
        customdata=[plain(_hover(fact, point)) for point in mine],
        hovertemplate="%{customdata}<extra></extra>", name=tone,
    )  # fmt: skip


def _hover(fact: IndicatorFact, point: Plotted) -> str:
    words = f"{period_words(point.day, fact.cadence)}: {in_unit(point.figure or 0.0, fact.indicator.unit)}"
    return f"{words}; {', '.join(point.signals)}" if point.signals else words


def series_line(fact: IndicatorFact) -> go.Scatter:
    """The figures joined, with a gap where a period is missing."""
    return go.Scatter(
        x=[point.day for point in fact.reading.points], y=[point.figure for point in fact.reading.points],
        mode="lines", connectgaps=False, line={"color": ORDINARY, "width": 3}, hoverinfo="skip",
    )  # fmt: skip


def _target_line(fact: IndicatorFact) -> list[go.Scatter]:
    if not fact.targets:
        return []
    first, last = _padded(span_of(fact))
    begins = [max(target.since, first) for target in fact.targets] + [last]
    steps = [
        (day, target.figure)
        for target, since, until in zip(fact.targets, begins[:-1], begins[1:], strict=True)
        if since <= until
        for day in (since, until)
    ]
    return [
        go.Scatter(
            x=[day for day, _ in steps], y=[figure for _, figure in steps], mode="lines",
            line={"color": TARGET, "width": 2, "dash": "dash"}, hoverinfo="skip", name="target",
        )
    ]  # fmt: skip


def _target_label(fact: IndicatorFact) -> list[SideLabel]:
    if fact.target is None:
        return []
    return [SideLabel(f"Target {in_unit(fact.target, fact.indicator.unit)}", fact.target)]


def _comparison_lines(fact: IndicatorFact) -> list[go.Scatter]:
    return [
        go.Scatter(
            x=[each.period_end for each in other.series if _inside(each.period_end, fact)],
            y=[each.figure for each in other.series if _inside(each.period_end, fact)],
            mode="lines+markers", hoverinfo="skip", name=plain(other.name), marker={"size": 4},
            line={"color": faint(ORDINARY, 0.75), "width": 1, "dash": DASHES[number % len(DASHES)]},
        )
        for number, other in enumerate(fact.comparisons)
    ]  # fmt: skip


def _comparison_labels(fact: IndicatorFact) -> list[SideLabel]:
    """The name of each comparison at its last figure that the chart shows."""
    labels = []
    for other in fact.comparisons:
        shown = [each for each in other.series if _inside(each.period_end, fact)]
        if shown:
            words = f"{short_name(other.name)} {number(shown[-1].figure, fact)}"
            labels.append(SideLabel(words, shown[-1].figure))
    return labels


def short_name(name: str) -> str:
    """The name of a comparison where there is little room: statistical neighbours as neighbours, others cut."""
    shorter = name.removeprefix("Statistical ")
    return shortened(upper_first(shorter), LONGEST_NAME)


def _latest_label(fact: IndicatorFact) -> SideLabel:
    return SideLabel(number(fact.latest.figure, fact), fact.latest.figure, strong=True)


def number(figure: float, fact: IndicatorFact) -> str:
    """A figure as a label has room for it: with its per cent sign, without longer units."""
    words = in_unit(figure, fact.indicator.unit)
    return words.removesuffix(" per 10,000").removesuffix(" per 1,000").removesuffix(" days")


def table(fact: IndicatorFact, *, protected: bool = False) -> pd.DataFrame:
    """Every period, latest first: its figure and counts, its usual range or interval, its signals.

    `protected` leaves out what would give a small count away, for a file; with it go the mean and the usual range of
    the series, from which one figure left out could be worked out again.
    """
    rows = [
        _row(fact, point, protected and is_hidden(fact, point)) for point in reversed(fact.reading.points)
    ]
    frame = pd.DataFrame(rows)
    if protected and shows_few(fact):
        frame = frame.drop(columns=list(FROM_EVERY_FIGURE))
    return frame.loc[:, [name for name in frame if (frame[name] != "").any() or name == "Figure"]]


def _row(fact: IndicatorFact, point: Plotted, hidden: bool) -> dict[str, str]:
    unit, measured = fact.indicator.unit, point.measured
    spread = next((each for each in fact.reading.ranges if each.first <= point.day <= each.last), None)
    counts = not hidden and measured and measured.numerator is not None and measured.denominator is not None
    return {
        "Period ending": uk_date(point.day),
        "Figure": HIDDEN if hidden else in_unit(measured.figure, unit) if measured else "missing",
        "Out of": f"{measured.numerator:,.6g} of {measured.denominator:,.6g}" if measured and counts else "",
        "Mean": in_unit(spread.mean, unit) if spread else "",
        "Usual range": _range_words(spread.lower, spread.upper, unit) if spread else "",
        "Limits": _limits_words(fact, point.day),
        "95% interval": _range_words(*_ends(point), unit) if point.interval and not hidden else "",
        "Signal": f"{point.tone.capitalize()}: {', '.join(point.signals)}" if point.signals else "",
        "Reliability": "Doubtful" if measured and measured.doubtful else "",
    }


def _limits_words(fact: IndicatorFact, day: date) -> str:
    """Whether limits start afresh with a period, or are kept as they are after it."""
    decided = fact.reading.fresh_limits
    words = ["start afresh"] if any(each.begins == day for each in decided) else []
    words += ["set up to here"] if any(each.fixed_until == day for each in decided) else []
    return " and ".join(words).capitalize()


def _range_words(low: float, high: float, unit: str) -> str:
    return f"{in_unit(low, unit)} to {in_unit(high, unit)}"
