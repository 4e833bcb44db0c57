"""Shares of audits graded good or better side by side, each with its interval: by team, by theme."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from readiness.charts.bands import Drawn, note
from readiness.charts.figure import Chart
from readiness.charts.palette import ACCENT, CONCERN, ORDINARY, faint
from readiness.charts.template import new_figure
from readiness.charts.words import plain, shortened
from readiness.insight.practice.shares import FEWEST, NOUNS, Share, SharesFact, shares_finding
from readiness.wording import in_unit

ROW = 46
TOP, BOTTOM = 34, 30
LONGEST_NAME = 40

HOW_TO_READ = (
    "A row each, low end first. The dot is the share graded good or better, the line its 95% interval: chance alone "
    "could have moved it that far. The short upright line is the share of all audits together. Under "
    f"{FEWEST} audits nothing is drawn. An orange square is further below the others than chance explains, having "
    "allowed for its being the lowest of so many."
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What the chart is of (`the 12 months to 6 November 2026`), its source, the whole, and the name of its file."""

    period: str
    source: str
    whole: Share
    file_name: str


def shares_chart(fact: SharesFact, setting: Setting) -> Chart:
    """A row per part over the scale from 0 to 100%."""
    figure = new_figure(TOP + BOTTOM + ROW * len(fact.shares))
    figure.update_layout(
        margin={"t": TOP, "b": BOTTOM, "l": 8, "r": 16},
        xaxis={
            "range": [0, 100],
            "tickvals": [0, 25, 50, 75, 100],
            "ticktext": ["0%", "25%", "50%", "75%", "100%"],
            "ticklabeloverflow": "allow",
        },
        yaxis={"range": [len(fact.shares) - 0.5, -0.7], "visible": False},
        annotations=[*_names(fact), *_whole_name(setting.whole)],
    )
    figure.add_traces([*_whole_line(setting.whole, len(fact.shares)), _intervals(fact.shares), _dots(fact)])
    many = NOUNS[fact.by][1]
    return Chart(
        title=shares_finding(fact),
        subtitle=f"Audit grades good or better, percent, by {fact.by}, {setting.period}. {setting.source}",
        reading=fact.sentence,
        how_to_read=HOW_TO_READ,
        figure=figure,
        table=shares_table(fact),
        alt=f"{fact.sentence} A row for each of {len(fact.shares)} {many}, with its interval.",
        file_name=setting.file_name,
    )


def _names(fact: SharesFact) -> list[Drawn]:
    """The name of each part above its row, with its figure, so that it fits a telephone."""
    return [
        note(f"<b>{shortened(each.name, LONGEST_NAME)}</b> {_beside(each)}", 0, row, "x", "y", "left", "bottom",
             yshift=7, font={"size": 13})
        for row, each in enumerate(fact.shares)
    ]  # fmt: skip


def _beside(share: Share) -> str:
    if not share.enough:
        return f"under {FEWEST} audits: too few to say"
    return f"{in_unit(share.percent or 0.0, 'percent')} of {share.grades} grades"


def _whole_line(whole: Share, rows: int) -> list[go.Scatter]:
    """The share of all audits, a short line in each row, so that it does not strike the names through."""
    if whole.percent is None:
        return []
    return [
        go.Scatter(
            x=[each for _ in range(rows) for each in (whole.percent, whole.percent, None)],
            y=[each for row in range(rows) for each in (row - 0.08, row + 0.28, None)],
            mode="lines", hoverinfo="skip", line={"color": ACCENT, "width": 2},
        )
    ]  # fmt: skip


def _whole_name(whole: Share) -> list[Drawn]:
    if whole.percent is None:
        return []
    words = f"All audits {in_unit(whole.percent, 'percent')}"
    return [note(words, whole.percent, 1, "x", "y domain", "center", "bottom", yshift=2, font={"size": 12})]


def _intervals(shares: Sequence[Share]) -> go.Scatter:
    known = [(row, each.interval) for row, each in enumerate(shares) if each.enough and each.interval]
    return go.Scatter(
        x=[end for _, interval in known for end in (interval.lower, interval.upper, None)],
        y=[end for row, _ in known for end in (row + 0.1, row + 0.1, None)],
        mode="lines", line={"color": faint(ORDINARY, 0.7), "width": 3}, hoverinfo="skip",
    )  # fmt: skip


def _dots(fact: SharesFact) -> go.Scatter:
    shown = [(row, each) for row, each in enumerate(fact.shares) if each.enough]
    low = [fact.differs is True and each in fact.low for _, each in shown]
    return go.Scatter(
        x=[each.percent for _, each in shown], y=[row + 0.1 for row, _ in shown], mode="markers",
        marker={
            "opacity": 1,
            "size": [14 if far else 11 for far in low],
            "symbol": ["square" if far else "circle" for far in low],
            "color": [CONCERN if far else ORDINARY for far in low],
        },
        customdata=[plain(f"{each.name}: {each.good} of {each.grades} grades") for _, each in shown],
        hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip


def shares_table(fact: SharesFact) -> pd.DataFrame:
    """A row per part, low end first."""
    return pd.DataFrame([_row(fact, each) for each in fact.shares])


def _row(fact: SharesFact, share: Share) -> dict[str, str]:
    interval = share.interval
    enough = share.enough and interval
    return {
        NOUNS[fact.by][0].capitalize(): share.name,
        "Audits": str(share.audits),
        "Grades": str(share.grades),
        "Good or better": in_unit(share.percent or 0.0, "percent") if enough else "too few to say",
        "95% interval": f"{in_unit(interval.lower, 'percent')} to {in_unit(interval.upper, 'percent')}"
        if interval and share.enough
        else "",
    }
