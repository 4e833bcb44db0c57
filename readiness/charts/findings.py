"""Repeat findings over time: a row per theme, a mark per report that spoke of it."""

from collections.abc import Sequence
from datetime import date, timedelta

import pandas as pd
import plotly.graph_objects as go

from readiness.charts.bands import Drawn, note
from readiness.charts.figure import Chart
from readiness.charts.palette import CONCERN, IMPROVEMENT, faint
from readiness.charts.template import new_figure
from readiness.charts.words import plain, shortened, wrapped
from readiness.dates import month, uk_date
from readiness.insight.inspections.findings import Findings, Spoken, Theme
from readiness.insight.inspections.findings_words import (
    finding,
    how_long,
    reading,
    spoken_words,
    state,
    years,
)

ROW = 50
TOP, BOTTOM = 8, 30
LABELS = 98
"""Pixels for the years beside each row."""
MOST_YEARS = 4
"""Years that are named beside a row."""
NAME = 48
"""Characters of a theme's name that fit on a telephone."""
SYMBOLS = {
    "priority action": ("x", CONCERN),
    "area for improvement": ("square", CONCERN),
    "mixed": ("square-open", CONCERN),
    "strength": ("cross", IMPROVEMENT),
}
"""Shapes that no grade has, since a finding is no grade."""
HOW_TO_READ = (
    "A mark stands on the day a report was published: ✖ area for priority action, ■ area for improvement, □ mixed, "
    "✚ strength. A ✚ under another mark is from the same report. The line runs from the first report that raised the "
    "theme to the last; beside it are the years; turned round: a later report found a strength instead."
)


def findings_chart(found: Findings, source: str) -> Chart:
    """The repeat findings: what still stands first, the longest running on top."""
    themes = found.repeats
    figure = new_figure(TOP + BOTTOM + ROW * len(themes))
    figure.update_layout(
        margin={"t": TOP, "b": BOTTOM, "l": 8, "r": LABELS},
        xaxis={"type": "date", "range": _span(found), "showgrid": True},
        yaxis={"range": [len(themes) - 0.5, -0.7], "visible": False},
        annotations=[each for row, theme in enumerate(themes) for each in _labels(theme, row)],
    )
    figure.add_trace(_lines(themes))
    for kind in SYMBOLS:
        figure.add_trace(_marks(themes, kind))
    title = finding(found)
    return Chart(
        title=title,
        subtitle=f"Themes that two or more reports of inspectorates raised by {uk_date(found.as_at)}. {source}",
        reading=reading(found),
        how_to_read=HOW_TO_READ,
        figure=figure,
        table=_table(themes),
        alt=f"{title}. A row per theme, a mark per report.",
        file_name=f"repeat-findings-{found.as_at.isoformat()}",
    )


def _span(found: Findings) -> tuple[date, date]:
    first = min((each.published for theme in found.repeats for each in theme.spoken), default=found.as_at)
    room = timedelta(days=max((found.as_at - first).days, 60) * 0.03)
    return first - room, found.as_at + room


def _labels(theme: Theme, row: int) -> list[Drawn]:
    name = f"<b>{shortened(theme.title, NAME)}</b>"
    many = f"{_years(theme)}{'<br>turned round' if theme.reversed_by else ''}"
    return [
        note(name, 0, row, "x domain", "y", "left", "bottom", yshift=9, font={"size": 13}),
        # Below the name of its row, which may reach into its column on a telephone.
        note(
            many, 1, row, "x domain", "y", "left", "top", xshift=6, yshift=10, align="left", font={"size": 12}
        ),
    ]


def _years(theme: Theme) -> str:
    """The years in which it was raised, two to a line; of more than four only the first and the last."""
    told = years(theme)
    if len(told) > MOST_YEARS or len(told) < len(theme.raised):
        span = told[0] if len(told) == 1 else f"{told[0]} to {told[-1]}"
        return f"{len(theme.raised)} reports,<br>{span}"
    return ",<br>".join(", ".join(told[at : at + 2]) for at in range(0, len(told), 2))


def _lines(themes: Sequence[Theme]) -> go.Scatter:
    """From the first report that raised each theme to the last, as one trace with gaps."""
    days = [day for theme in themes for day in (theme.raised[0].published, theme.raised[-1].published, None)]
    return go.Scatter(
        x=days, y=[each for row in range(len(themes)) for each in (row, row, None)], mode="lines",
        line={"color": faint(CONCERN, 0.45), "width": 5}, hoverinfo="skip", name="raised",
    )  # fmt: skip


def _marks(themes: Sequence[Theme], kind: str) -> go.Scatter:
    symbol, colour = SYMBOLS[kind]
    at = [(each, row) for row, theme in enumerate(themes) for each in theme.spoken if _has(each, kind)]
    return go.Scatter(
        x=[each.published for each, _ in at],
        y=[row + 0.26 * (each.kind != kind) for each, row in at],
        mode="markers", name=kind, cliponaxis=False,
        marker={
            "symbol": symbol, "color": colour, "size": 13, "opacity": 1,
            "line": {"width": 2.5 if "open" in symbol else 0},
        },
        customdata=[_hover(each, themes[row]) for each, row in at],
        hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip


def _has(spoken: Spoken, kind: str) -> bool:
    """Whether a report is marked with a kind: its gravest, and a strength beside it."""
    return spoken.kind == kind or (kind == "strength" and spoken.praised_too)


def _hover(spoken: Spoken, theme: Theme) -> str:
    summaries = "; ".join(each.summary for each in spoken.findings)
    head = f"{plain(theme.title)}, {month(spoken.published)}: {plain(spoken_words(spoken))}"
    return f"{head}<br>{wrapped(summaries, 60, lines=6)}"


def _table(themes: Sequence[Theme]) -> pd.DataFrame:
    rows = [
        {
            "Theme": theme.title,
            "Area": theme.area or "Not in this framework",
            "Raised in": str(len(theme.raised)),
            "First": uk_date(theme.raised[0].published),
            "Last": uk_date(theme.raised[-1].published),
            "For": how_long(theme),
            "Since": state(theme),
            "Which": "; ".join(
                f"{each.title} ({month(each.published)}): {spoken_words(each)}" for each in theme.spoken
            ),
        }
        for theme in themes
    ]
    return pd.DataFrame(rows)
