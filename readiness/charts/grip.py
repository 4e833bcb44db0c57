"""From first known to decided to checked: a row a signal on one time axis, serious events below."""

from collections.abc import Sequence
from datetime import date, timedelta

import pandas as pd
import plotly.graph_objects as go

from readiness.charts.bands import Drawn, note
from readiness.charts.figure import Chart
from readiness.charts.palette import CONCERN, ORDINARY, faint
from readiness.charts.template import new_figure
from readiness.charts.words import plain, shortened, wrapped
from readiness.dates import uk_date
from readiness.insight.grip.events import RecordedEvents
from readiness.insight.grip.signals import Signal, Signals, stands_words

ROW = 58
TOP, BOTTOM = 8, 30
LABELS = 118
"""Pixels for where each signal stands, beside its row."""
LONGEST_NAME = 60
MOST = 20
"""Rows drawn: those that wait first. The table holds them all."""
EVENTS = "Serious events"
KNOWN, DECIDED, CHECKED = "circle-open", "square", "triangle-right"
HOW_TO_READ = (
    "A row for each signal: ○ the day it was first known, ■ the day something was decided, ▶ the day the effect was "
    "checked. The dotted part is still waiting; beside it, for how long. Once checked: days to decide + days to check. "
    "Small upright lines are serious events."
)
Span = tuple[date, date, int]
"""From, to, and the row."""


def grip_chart(found: Signals, events: RecordedEvents, source: str) -> Chart:
    """The signals known by a day, of which there is at least one, and the serious events of the same time."""
    shown = found.every[:MOST]
    first = min(each.known for each in found.every)
    ticks = [each for each in events.every if each.day >= first]
    names = [shortened(each.subject, LONGEST_NAME) for each in shown] + [EVENTS] * bool(ticks)
    room = timedelta(days=max((found.as_at - first).days, 60) * 0.02)
    figure = new_figure(TOP + BOTTOM + ROW * len(names))
    figure.update_layout(
        margin={"t": TOP, "b": BOTTOM, "l": 8, "r": LABELS},
        xaxis={"type": "date", "range": [first - room, found.as_at + room], "showgrid": True},
        yaxis={"range": [len(names) - 0.5, -0.7], "visible": False},
        annotations=[
            *(_row_name(name, row) for row, name in enumerate(names)),
            *(_stands(each, row) for row, each in enumerate(shown)),
        ],
    )
    figure.add_traces([*_spans(shown), *_marks(shown)])
    if ticks:
        figure.add_trace(_ticks(events, first, len(names) - 1))
    return Chart(
        title=found.took,
        subtitle=f"Days from first known to decided to effect checked, by signal. {source}",
        reading=f"{found.pace}{_left_out(found)}",
        how_to_read=HOW_TO_READ,
        figure=figure,
        table=_table(found.every),
        alt=f"{found.took}. A row per signal, a mark per step.",
        file_name=f"signals-{found.as_at.isoformat()}",
        protected=_table(found.every).drop(columns=["What was seen", "Decision", "Effect"]),
    )


def _left_out(found: Signals) -> str:
    rest = len(found.every) - MOST
    return f" Drawn are the first {MOST}; {rest} more stand in the table." if rest > 0 else ""


def _row_name(name: str, row: int) -> Drawn:
    words = f"<b>{name}</b>"
    return note(words, 0, row, "x domain", "y", "left", "bottom", yshift=8, font={"size": 13})


def _stands(signal: Signal, row: int) -> Drawn:
    """Where a signal stands, in two short lines beside its row."""
    days = f"{signal.waited:,} {'day' if signal.waited == 1 else 'days'}"
    if signal.checked:
        parts = [each for each in (signal.to_decide, signal.to_check) if each is not None]
        words = f"checked<br>{' + '.join(f'{each:,}' for each in parts)}{' days' if parts else ''}"
    elif signal.decided:
        words = f"<b>{days}</b><br>not checked"
    else:
        words = f"<b>{days}</b><br>not decided"
    # Below the name of its row, which may reach into its column on a telephone.
    return note(
        words, 1, row, "x domain", "y", "left", "top", xshift=8, yshift=8, align="left", font={"size": 13}
    )


def _spans(shown: Sequence[Signal]) -> list[go.Scatter]:
    """The time to a decision, the time to a check, and the time still waiting."""
    rows = list(enumerate(shown))
    to_decide = [(each.known, each.decided, row) for row, each in rows if each.decided]
    to_check = [(each.decided or each.known, each.checked, row) for row, each in rows if each.checked]
    waiting = [(each.decided or each.known, each.as_at, row) for row, each in rows if not each.checked]
    return [
        _line(to_decide, {"color": ORDINARY, "width": 7}),
        _line(to_check, {"color": faint(ORDINARY, 0.45), "width": 7}),
        _line(waiting, {"color": CONCERN, "width": 4, "dash": "dot"}),
    ]


def _line(spans: Sequence[Span], line: dict[str, object]) -> go.Scatter:
    # One trace with gaps for all rows: drawn many times faster than one each.
    return go.Scatter(
        x=[each for start, end, _ in spans for each in (start, end, None)],
        y=[each for *_, row in spans for each in (row, row, None)],
        mode="lines", line=line, hoverinfo="skip",
    )  # fmt: skip


def _marks(shown: Sequence[Signal]) -> list[go.Scatter]:
    """The days themselves; what is known of the signal on hovering."""
    rows = list(enumerate(shown))
    known = [(each.known, row, f"First known, {each.known_by}: {each.what}") for row, each in rows]
    decided = [(each.decided, row, f"Decided: {each.decision}") for row, each in rows if each.decided]
    checked = [(each.checked, row, f"Effect checked: {each.effect}") for row, each in rows if each.checked]
    return [_points(known, KNOWN), _points(decided, DECIDED), _points(checked, CHECKED)]


def _points(points: Sequence[tuple[date | None, int, str]], symbol: str) -> go.Scatter:
    return go.Scatter(
        x=[day for day, *_ in points], y=[row for _, row, _ in points], mode="markers", cliponaxis=False,
        marker={"symbol": symbol, "size": 13, "color": ORDINARY, "opacity": 1, "line": {"width": 2}},
        customdata=[f"{uk_date(day)}<br>{wrapped(said, 60)}" for day, _, said in points if day],
        hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip


def _ticks(events: RecordedEvents, first: date, row: int) -> go.Scatter:
    ticks = [each for each in events.every if each.day >= first]
    return go.Scatter(
        x=[each.day for each in ticks], y=[row] * len(ticks), mode="markers",
        marker={"size": 16, "symbol": "line-ns-open", "color": ORDINARY, "line": {"width": 2}},
        customdata=[plain(f"{each.kind}, {uk_date(each.day)}") for each in ticks],
        hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip


def _table(every: Sequence[Signal]) -> pd.DataFrame:
    rows = [
        {
            "Signal": each.id,
            "About": each.subject,
            "What was seen": each.what,
            "First known": uk_date(each.known),
            "By": each.known_by,
            "Decided": uk_date(each.decided) if each.decided else "",
            "Decision": each.decision,
            "Effect checked": uk_date(each.checked) if each.checked else "",
            "Effect": each.effect,
            "Stands": stands_words(each),
            "Line of signals.csv": str(each.line),
        }
        for each in every
    ]
    return pd.DataFrame(rows)
