"""Positive answers with their intervals, a row a group or a question, beside the year before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from readiness.charts.bands import Drawn, note
from readiness.charts.figure import Chart
from readiness.charts.indicator import COLOURS, SYMBOLS
from readiness.charts.native import Plot, PlotSeries
from readiness.charts.palette import ACCENT, ORDINARY, faint
from readiness.charts.template import GRID, new_figure
from readiness.charts.words import plain, wrapped
from readiness.insight.indicators.fact import Tone
from readiness.insight.voice.heard import Answers, Change, Heard, Move
from readiness.insight.voice.sentences import MOVED, answers_words, percent
from readiness.wording import upper_first

ROW, HEADROOM, BELOW = 56, 8, 34
TICKS = [0, 25, 50, 75, 100]
NAME = 42
"""Characters on a line of a row's name: what a phone has room for."""
TONES: Mapping[Move, Tone] = {"up": "improvement", "down": "concern", "level": "ordinary"}
HIDDEN = "hidden: small numbers"
YEAR_BEFORE = ". Open circle: the year before"
"""What a wall must be told, where nobody opens how to read it."""
HOW_TO_READ = (
    "The filled mark is the share of answers that were positive, the line through it its 95% interval: chance alone "
    "could have moved the share that far. It takes each answer as one voice; where one person answered several "
    "questions it is wider in truth. The open circle is the year before, on the questions asked in both years. A blue "
    "diamond is more positive than then, an orange square less, by more than chance explains."
)
BARS = (
    "Each bar is the share of answers that were positive, the line through its end its 95% interval: chance alone "
    "could have moved the share that far. It takes each answer as one voice; where one person answered several "
    "questions it is wider in truth. The grey bar is the year before, on the questions asked in both years."
)


@dataclass(frozen=True, slots=True)
class Words:
    """What heads a chart of answers: its finding, what is plotted, what the rows are, and the download's name."""

    title: str
    subtitle: str
    reading: str
    first: str
    file_name: str


def answers_chart(rows: Sequence[Heard], words: Words) -> Chart:
    """A row for each of these, in their order. Each has counted answers."""
    figure = new_figure(HEADROOM + BELOW + ROW * len(rows))
    figure.update_layout(
        margin={"l": 20, "r": 58, "t": HEADROOM, "b": BELOW},
        xaxis={
            "range": [0, 100],
            "showgrid": True,
            "tickvals": TICKS,
            "ticktext": [f"{each}%" for each in TICKS],
        },
        yaxis={"range": [len(rows) - 0.6, -0.75], "visible": False},
        annotations=[drawn for row, each in enumerate(rows) for drawn in _labels(row, each)],
    )
    figure.add_traces(
        [_guides(len(rows)), *(each for row, one in enumerate(rows) for each in _traces(row, one))]
    )
    return Chart(
        title=words.title,
        subtitle=f"{words.subtitle}{YEAR_BEFORE if any(each.change for each in rows) else ''}",
        reading=words.reading,
        how_to_read=HOW_TO_READ,
        figure=figure,
        table=pd.DataFrame([_row(each, words.first) for each in rows]),
        alt=f"{words.title}. A row each, with the share of positive answers and its interval.",
        file_name=words.file_name,
        protected=pd.DataFrame([_row(each, words.first, protected=True) for each in rows]),
        native=_native(rows, words.subtitle),
    )


def name_of(heard: Heard) -> str:
    """What a row is called: a group by itself, a question with the group that was asked it."""
    name = upper_first(heard.name)
    return f"{name} ({heard.who})" if heard.who else name


def _guides(rows: int) -> go.Scatter:
    """A faint line along each row, from its name to its mark."""
    return go.Scatter(
        x=[0, 100, None] * rows, y=[each for row in range(rows) for each in (row, row, None)], mode="lines",
        line={"color": GRID, "width": 1}, hoverinfo="skip",
    )  # fmt: skip


def _labels(row: int, heard: Heard) -> list[Drawn]:
    if heard.answers is None:
        return []
    return [
        note(f"<b>{wrapped(name_of(heard), NAME, 2)}</b>", 0, row, "x", "y", "left", "bottom",
             yshift=8, font={"size": 13}, align="left"),
        note(f"<b>{percent(heard.answers)}</b>", 1, row, "x domain", "y", "left", "middle", xshift=10,
             font={"size": 16}),
    ]  # fmt: skip


def _traces(row: int, heard: Heard) -> list[go.Scatter]:
    if heard.answers is None:
        return []
    share, tone = heard.answers.share, tone_of(heard.change)
    line = go.Scatter(
        x=[share.lower, share.upper], y=[row, row], mode="lines", hoverinfo="skip",
        line={"color": faint(ORDINARY, 0.7), "width": 3},
    )  # fmt: skip
    now = go.Scatter(
        x=[share.value], y=[row], mode="markers", cliponaxis=False,
        marker={"symbol": SYMBOLS[tone], "size": 13, "color": COLOURS[tone]},
        customdata=[plain(answers_words(heard.answers))], hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip
    return [line, *_before(row, heard.change), now]


def _before(row: int, change: Change | None) -> list[go.Scatter]:
    if change is None:
        return []
    return [
        go.Scatter(
            x=[change.before.share.value], y=[row], mode="markers", cliponaxis=False,
            marker={"symbol": "circle-open", "size": 12, "color": ORDINARY, "line": {"width": 2}},
            customdata=[plain(f"The year before: {answers_words(change.before)}")],
            hovertemplate="%{customdata}<extra></extra>",
        )
    ]  # fmt: skip


def _native(rows: Sequence[Heard], subtitle: str) -> Plot:
    """The shares of this year and the year before, but for those that small numbers hide in a file."""
    now = tuple(each.answers.share.value if each.answers and not each.hidden else None for each in rows)
    before = tuple(
        each.change.before.share.value
        if each.change and not each.hidden and not _small(each.change)
        else None
        for each in rows
    )
    ends = tuple(
        (each.answers.share.lower, each.answers.share.upper) if each.answers and not each.hidden else None
        for each in rows
    )
    series = (
        PlotSeries("Positive answers, with 95% interval", now, ACCENT, ends=ends),
        PlotSeries("The year before", before, ORDINARY),
    )
    return Plot(
        "bars",
        tuple(name_of(each) for each in rows),
        tuple(
            each for each in series if each is series[0] or any(value is not None for value in each.values)
        ),
        unit="percent",
        low=0.0,
        high=100.0,
        subtitle=subtitle,
        how_to_read=BARS,
    )


def tone_of(change: Change | None) -> Tone:
    """What a mark says of the change since the year before."""
    return TONES[change.move] if change else "ordinary"


def _row(heard: Heard, first: str, *, protected: bool = False) -> dict[str, str]:
    secret = protected and heard.hidden
    answers = None if secret else heard.answers
    named = {first: heard.name, "Asked": heard.who} if heard.who else {first: heard.name}
    return named | {
        "Positive": HIDDEN if secret else f"{answers.positive:,.6g}" if answers else "",
        "Answers": HIDDEN if secret else f"{answers.responses:,.6g}" if answers else "",
        "Share": percent(answers) if answers else "",
        "95% interval": interval_words(answers),
        "The year before": _before_words(
            heard.change, protected=protected and (secret or _small(heard.change))
        ),
        "Change": MOVED[heard.change.move] if heard.change and not secret else "",
    }


def interval_words(answers: Answers | None) -> str:
    """The ends of an interval, without decimals."""
    return f"{answers.share.lower:.0f}% to {answers.share.upper:.0f}%" if answers else ""


def _small(change: Change | None) -> bool:
    return change is not None and (change.before.small or change.now.small)


def _before_words(change: Change | None, *, protected: bool) -> str:
    if change is None:
        return ""
    return HIDDEN if protected else percent(change.before)
