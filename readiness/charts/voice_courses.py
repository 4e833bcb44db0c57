"""Positive answers over time: a panel a group under one time axis."""

from collections.abc import Sequence
from datetime import timedelta

import pandas as pd
import plotly.graph_objects as go

from readiness.charts.bands import Drawn, note
from readiness.charts.figure import Chart
from readiness.charts.indicator import COLOURS, SYMBOLS
from readiness.charts.palette import ORDINARY, faint
from readiness.charts.template import GRID, new_figure
from readiness.charts.voice_answers import HIDDEN, interval_words, tone_of
from readiness.charts.words import plain
from readiness.dates import uk_date
from readiness.insight.voice.heard import Answers
from readiness.insight.voice.sentences import MOVED, answers_words, percent
from readiness.insight.voice.time import Course, Courses, courses_sentence, period_noun
from readiness.wording import listed, upper_first

PANEL, NAME, BELOW = 84, 26, 30
"""Pixels: a panel, the name above it, the time axis below them all."""
STEP = 20
HOW_TO_READ = (
    "A panel for each group, all on one scale. A point is the share of its answers in a {noun} that were positive, "
    "the upright line its 95% interval. Groups are asked different questions, so compare a group with itself, not "
    "with others. The last point is a blue diamond where the group answers more positively than in its first year "
    "on record, an orange square where less, by more than chance explains. The axis shows only the part of the scale "
    "that is needed."
)


def courses_chart(found: Courses, source: str, as_at: str) -> Chart:
    """Every group that was asked, in the order of the contract."""
    title, noun = courses_sentence(found), period_noun(found)
    height = (PANEL + NAME) * len(found.groups) + BELOW
    figure = new_figure(height)
    low, high = _scale(found)
    ticks = list(range(-(-low // STEP) * STEP, high + 1, STEP))
    figure.update_layout(
        margin={"l": 8, "r": 52, "t": 0, "b": BELOW},
        xaxis={"type": "date", "range": _span(found), "showgrid": False, "anchor": _axis(len(found.groups) - 1)},
        annotations=[each for row, group in enumerate(found.groups) for each in _labels(row, group, high)],
        **{
            f"yaxis{'' if row == 0 else row + 1}": {
                "domain": _domain(row, height), "range": [low, high], "gridcolor": GRID, "showgrid": True,
                "tickvals": ticks, "ticktext": [f"{each}%" for each in ticks],
            }
            for row in range(len(found.groups))
        },
    )  # fmt: skip
    figure.add_traces([trace for row, group in enumerate(found.groups) for trace in _traces(row, group)])
    return Chart(
        title=title,
        subtitle=f"Share of counted answers that were positive, by {noun} and who answered, percent. {source}",
        reading=_reading(found),
        how_to_read=HOW_TO_READ.format(noun=noun),
        figure=figure,
        table=_table(found.groups),
        alt=f"{title}. A panel a group, a point a {noun}.",
        file_name=f"voice-over-time-{as_at}",
        protected=_table(found.groups, protected=True),
    )


def _reading(found: Courses) -> str:
    told = [each for each in found.groups if each.change]
    if not told:
        return "There are not two separate years yet in which the same questions were asked."
    moved = [
        f"{_from_to(each)}, {MOVED[each.change.move]}"
        for each in told
        if each.change and each.change.move != "level"
    ]
    level = [_from_to(each) for each in told if each.change and each.change.move == "level"]
    rest = [f"{MOVED['level']}: {listed(level)}"] if level else []
    return (
        f"From the first year on record to the latest, on the same questions: {'; '.join([*moved, *rest])}."
    )


def _from_to(each: Course) -> str:
    return (
        f"{each.who} {percent(each.change.before)} to {percent(each.change.now)}" if each.change else each.who
    )


def _scale(found: Courses) -> tuple[int, int]:
    ends = [each.share for group in found.groups for _, each in group.points]
    low = int(min(each.lower for each in ends) // 10 * 10)
    return low, min(int(-(-max(each.upper for each in ends) // 10) * 10), 100)


def _span(found: Courses) -> tuple[object, object]:
    days = [day for group in found.groups for day, _ in group.points]
    room = timedelta(days=max((max(days) - min(days)).days, 60) * 0.02)
    return min(days) - room, max(days) + room


def _domain(row: int, height: int) -> tuple[float, float]:
    """The part of the plot's height that a panel takes, counted from below."""
    whole = height - BELOW
    top = whole - row * (PANEL + NAME) - NAME
    return max((top - PANEL) / whole, 0.0), top / whole


def _axis(row: int) -> str:
    return "y" if row == 0 else f"y{row + 1}"


def _labels(row: int, group: Course, high: int) -> list[Drawn]:
    name = upper_first(group.who)
    _, last = group.points[-1]
    return [
        note(f"<b>{plain(name)}</b>", 0, high, "x domain", _axis(row), "left", "bottom", yshift=3, font={"size": 14}),
        note(f"<b>{percent(last)}</b>", 1, last.share.value, "x domain", _axis(row), "left", "middle",
             xshift=8, font={"size": 15}),
    ]  # fmt: skip


def _traces(row: int, group: Course) -> list[go.Scatter]:
    days, shares = [day for day, _ in group.points], [each.share for _, each in group.points]
    tone, axis = tone_of(group.change), _axis(row)
    intervals = go.Scatter(
        x=[each for day in days for each in (day, day, None)], yaxis=axis,
        y=[each for share in shares for each in (share.lower, share.upper, None)],
        mode="lines", hoverinfo="skip", line={"color": faint(ORDINARY, 0.5), "width": 3},
    )  # fmt: skip
    line = go.Scatter(
        x=days, y=[share.value for share in shares], yaxis=axis, mode="lines+markers", cliponaxis=False,
        line={"color": ORDINARY, "width": 2}, marker={"size": 6, "color": ORDINARY},
        customdata=[plain(f"To {uk_date(day)}: {answers_words(each)}") for day, each in group.points],
        hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip
    last = go.Scatter(
        x=days[-1:], y=[shares[-1].value], yaxis=axis, mode="markers", hoverinfo="skip", cliponaxis=False,
        marker={"symbol": SYMBOLS[tone], "size": 12, "color": COLOURS[tone]},
    )  # fmt: skip
    return [intervals, line, last]


def _table(groups: Sequence[Course], *, protected: bool = False) -> pd.DataFrame:
    rows = [
        _row(group.who, uk_date(day), None if protected and day in group.hidden else each)
        for group in groups
        for day, each in reversed(group.points)
    ]
    return pd.DataFrame(rows)


def _row(who: str, period: str, answers: Answers | None) -> dict[str, str]:
    return {
        "Who": who,
        "Period ending": period,
        "Positive": f"{answers.positive:,.6g}" if answers else HIDDEN,
        "Answers": f"{answers.responses:,.6g}" if answers else HIDDEN,
        "Share": percent(answers) if answers else "",
        "95% interval": interval_words(answers),
    }
