"""When the next inspection may begin: the rule's window beside the one given, and what waits have really been."""

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd
import plotly.graph_objects as go

from readiness.charts.bands import Drawn, note
from readiness.charts.figure import Chart
from readiness.charts.palette import ACCENT, ORDINARY, faint
from readiness.charts.template import new_figure
from readiness.charts.words import plain
from readiness.dates import month, months_after, uk_date
from readiness.insight.inspections.next_visit import NextVisit
from readiness.insight.inspections.next_visit_words import headline, reading

ROW = 52
TOP, BOTTOM = 30, 30
NEAR = 0.2
"""The part of the axis that half a date needs on a telephone."""
HOW_TO_READ = (
    "The blue bar is the window that counts. Grey bars are for comparison: the window by the framework's rule, where "
    "another is given, and when the inspection would begin after a wait as long as those before, counted from the "
    "first day of the last one; upright marks are single waits of ours, and the middle one in England. The dotted line "
    "is the day shown. None of this is a promise: an inspectorate may come on any day."
)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the chart: from when to when, with what lies between; `counts` for the window that counts."""

    name: str
    first: date
    last: date
    marks: tuple[date, ...] = ()
    counts: bool = False


def next_visit_chart(found: NextVisit, source: str) -> Chart | None:
    """The windows and the waits; None where there is no window to draw."""
    if found.window is None:
        return None
    rows = timeline(found)
    figure = new_figure(TOP + BOTTOM + ROW * len(rows))
    figure.update_layout(
        margin={"t": TOP, "b": BOTTOM, "l": 8, "r": 8},
        xaxis={"type": "date", "range": _span(found, rows), "showgrid": True},
        yaxis={"range": [len(rows) - 0.5, -0.75], "visible": False},
        annotations=[
            *(_name(row, at) for at, row in enumerate(rows)),
            _today(found.as_at, _span(found, rows)),
        ],
    )
    for at, row in enumerate(rows):
        figure.add_traces([_bar(row, at), _marks(row, at)])
    figure.add_trace(_day_line(found.as_at, len(rows)))
    title = headline(found)
    return Chart(
        title=title,
        subtitle=f"Days on which the next graded inspection may begin. {source}",
        reading=reading(found),
        how_to_read=HOW_TO_READ,
        figure=figure,
        table=_table(found, rows),
        alt=f"{title}. A bar for each window, with the day shown.",
        file_name=f"next-inspection-{found.as_at.isoformat()}",
    )


def timeline(found: NextVisit) -> list[Row]:
    """The lines of the chart, what counts first."""
    rows = []
    if found.given:
        rows.append(Row("Given in dataset.yaml", *found.given, counts=True))
    if found.by_rule:
        rows.append(Row("By the rule", *found.by_rule, counts=found.given is None))
    if found.began:
        rows += _waited(found, found.began[-1].day)
    return rows


def _waited(found: NextVisit, last: date) -> list[Row]:
    """The same wait again as we had before, and as others had."""
    rows = []
    if found.gaps:
        again = tuple(months_after(last, gap) for gap in found.gaps)
        rows.append(Row("After waits like ours", min(again), max(again), again))
    if found.waits:
        low, middle, high = (
            months_after(last, each) for each in (found.waits.low, found.waits.middle, found.waits.high)
        )
        rows.append(Row("After waits as in England", low, high, (middle,)))
    return rows


def _span(found: NextVisit, rows: list[Row]) -> tuple[date, date]:
    first = min(found.as_at, *(row.first for row in rows))
    last = max(found.as_at, *(row.last for row in rows))
    room = timedelta(days=(last - first).days * 0.05 + 15)
    return first - room, last + room


def _name(row: Row, at: int) -> Drawn:
    when = (
        month(row.first) if month(row.first) == month(row.last) else f"{row.first:%b %Y} to {row.last:%b %Y}"
    )
    words = f"<b>{plain(row.name)}</b>: {when}"
    return note(words, 0, at, "x domain", "y", "left", "bottom", yshift=9, font={"size": 13})


def _today(day: date, span: tuple[date, date]) -> Drawn:
    """The name of the day shown, inside the plot where it stands near an end."""
    share = (day - span[0]) / (span[1] - span[0])
    anchor = "left" if share < NEAR else "right" if share > 1 - NEAR else "center"
    return note(uk_date(day), day, 1, "x", "paper", anchor, "bottom", font={"size": 12})


def _day_line(day: date, rows: int) -> go.Scatter:
    """The day shown, as a piece of line at each bar, so that it crosses no name."""
    ends = [end for at in range(rows) for end in (at - 0.14, at + 0.4, None)]
    return go.Scatter(
        x=[day, day, None] * rows, y=ends, mode="lines", hoverinfo="skip", name="day shown",
        line={"color": ORDINARY, "width": 3, "dash": "dot"},
    )  # fmt: skip


def _bar(row: Row, at: int) -> go.Scatter:
    return go.Scatter(
        x=[row.first, row.last], y=[at, at], mode="lines", hoverinfo="skip", name=plain(row.name),
        line={"color": ACCENT if row.counts else faint(ORDINARY, 0.55), "width": 11},
    )  # fmt: skip


def _marks(row: Row, at: int) -> go.Scatter:
    return go.Scatter(
        x=list(row.marks), y=[at] * len(row.marks), mode="markers", name=plain(row.name),
        marker={"symbol": "line-ns-open", "size": 18, "color": ORDINARY, "line": {"width": 3}},
        customdata=[uk_date(day) for day in row.marks], hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip


def _table(found: NextVisit, rows: list[Row]) -> pd.DataFrame:
    last = found.began[-1].day if found.began else None
    return pd.DataFrame(
        [
            {
                "Window": row.name,
                "From": uk_date(row.first),
                "To": uk_date(row.last),
                "Marked": "; ".join(uk_date(day) for day in row.marks),
                "Counted from": uk_date(last) if last and row.name != "Given in dataset.yaml" else "",
            }
            for row in rows
        ]
    )
