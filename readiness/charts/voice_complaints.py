"""Complaints and compliments back to back, a row a team. Neither is coloured good or bad."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from readiness.charts.bands import Drawn, note
from readiness.charts.figure import Chart
from readiness.charts.palette import ACCENT, ORDINARY, SERIES
from readiness.charts.template import GRID, new_figure
from readiness.charts.words import shortened
from readiness.insight.voice.complaint_words import OPEN_DOOR, chart_title, teams_sentence
from readiness.insight.voice.complaints import Complaints, TeamLine
from readiness.insight.voice.counts import Span
from readiness.wording import in_unit

ROW, HEADROOM = 52, 46
BAR = 0.36
LONGEST_NAME = 44
PRAISE = SERIES[3]
HOW_TO_READ = (
    "A row a team, most complaints first. To the left complaints, to the right compliments, each with its number. "
    "The grey stroke, and the number in brackets, are the complaints of the year before. Where nothing is drawn "
    "and no 0 stands, no count is on file."
)


def complaints_chart(found: Complaints, source: str) -> Chart:
    """Every team that either year counts."""
    lines, now = found.teams, found.now
    figure = new_figure(HEADROOM + ROW * len(lines))
    most = max(
        [1, *(count for line in lines for count in (line.now, line.before, line.compliments) if count)]
    )
    figure.update_layout(
        barmode="overlay",
        margin={"l": 4, "r": 4, "t": HEADROOM, "b": 4},
        xaxis={"range": [-1.45 * most, 1.25 * most], "visible": False},
        yaxis={"range": [len(lines) - 0.55, -0.75], "visible": False},
        annotations=[
            *_headings(found),
            *(each for row, line in enumerate(lines) for each in _labels(row, line)),
        ],
    )
    figure.add_traces([*_bars(lines), _strokes(lines), _middle(len(lines))])
    return Chart(
        title=chart_title(found),
        subtitle=f"Complaints and compliments counted by team, {_periods(now, found.before)}. {source}",
        reading=" ".join(part for part in (teams_sentence(found), OPEN_DOOR) if part),
        how_to_read=HOW_TO_READ,
        figure=figure,
        table=team_table(found),
        alt=f"{chart_title(found)}. A row a team: complaints to the left, compliments to the right.",
        file_name=f"complaints-{max(now.ends).isoformat()}",
        protected=team_table(found, protected=True),
    )


def _periods(now: Span, before: Span | None) -> str:
    return f"{now.name} and {before.name}" if before else now.name


def _headings(found: Complaints) -> list[Drawn]:
    before = "<br>(the year before)" if found.before else ""
    return [
        note(f"◀ Complaints{before}", 0, 1, "x", "y domain", "right", "bottom", xshift=-8, align="right"),
        note("Compliments ▶", 0, 1, "x", "y domain", "left", "bottom", xshift=8),
    ]


def _bars(lines: Sequence[TeamLine]) -> list[go.Bar]:
    return [
        go.Bar(
            x=[way * (count or 0) for count in counts], y=list(range(len(lines))), orientation="h", width=BAR,
            marker={"color": colour, "line": {"width": 0}}, hoverinfo="skip",
        )
        for way, colour, counts in (
            (-1, ACCENT, [line.now for line in lines]),
            (1, PRAISE, [line.compliments for line in lines]),
        )
    ]  # fmt: skip


def _strokes(lines: Sequence[TeamLine]) -> go.Scatter:
    """The complaints of the year before, as upright strokes."""
    known = [(row, line.before) for row, line in enumerate(lines) if line.before is not None]
    return go.Scatter(
        x=[-count for _, count in known], y=[row for row, _ in known], mode="markers", hoverinfo="skip",
        marker={"symbol": "line-ns-open", "size": 20, "color": ORDINARY, "line": {"width": 3, "color": ORDINARY}},
    )  # fmt: skip


def _middle(rows: int) -> go.Scatter:
    return go.Scatter(
        x=[0, 0], y=[-0.75, rows - 0.55], mode="lines", hoverinfo="skip", line={"color": GRID, "width": 1}
    )


def _labels(row: int, line: TeamLine) -> list[Drawn]:
    """The team's name above its bars, and the numbers at their ends."""
    name = note(
        f"<b>{shortened(line.team, LONGEST_NAME)}</b>", 0, row, "x domain", "y", "left", "bottom",
        yshift=12, font={"size": 13},
    )  # fmt: skip
    labels = [name]
    if line.now is not None or line.before is not None:
        far = -max(line.now or 0, line.before or 0)
        labels.append(
            note(_count_words(line), far, row, "x", "y", "right", "middle", xshift=-7, font={"size": 15})
        )
    if line.compliments is not None:
        words = f"<b>{line.compliments:,}</b>"
        labels.append(
            note(words, line.compliments, row, "x", "y", "left", "middle", xshift=7, font={"size": 15})
        )
    return labels


def _count_words(line: TeamLine) -> str:
    now = "no count" if line.now is None else f"<b>{line.now:,}</b>"
    return now if line.before is None else f"({line.before:,}) {now}"


def team_table(found: Complaints, *, protected: bool = False) -> pd.DataFrame:
    """Both years by team with each team's share, worked out from the counts. Blank where no count is on file."""
    return pd.DataFrame([_row(line, found, protected) for line in found.teams])


def _row(line: TeamLine, found: Complaints, protected: bool) -> dict[str, str]:
    now, before, praise = (
        line.protected if protected else map(_written, (line.now, line.before, line.compliments))
    )
    cells = {
        "Team": line.team,
        f"Complaints, {found.now.name}": now,
        f"Share, {found.now.name}": _share(line.share, line.now, now),
    }
    if found.before:
        cells[f"Complaints, {found.before.name}"] = before
        cells[f"Share, {found.before.name}"] = _share(line.share_before, line.before, before)
    return cells | {f"Compliments, {found.now.name}": praise}


def _written(count: int | None) -> str:
    return "" if count is None else f"{count:,}"


def _share(share: float | None, count: int | None, written: str) -> str:
    """A share; nothing where its count is not on file, or hidden."""
    return in_unit(share, "percent") if share is not None and written == _written(count) else ""
