"""The mix of audit grades by quarter, with the interval of the share that is good or better."""

import pandas as pd
import plotly.graph_objects as go

from readiness.charts.bands import Drawn, note
from readiness.charts.figure import Chart
from readiness.charts.native import Plot, PlotSeries
from readiness.charts.palette import (
    DARK_GROUND,
    GRADES,
    LIGHT_GROUND,
    grade_colour,
    grade_mark,
)
from readiness.charts.template import new_figure
from readiness.charts.words import plain
from readiness.dates import uk_date
from readiness.insight.practice.mix import MixFact, Quarter, mix_finding
from readiness.wording import in_unit

HEIGHT = 420
TOP, BOTTOM = 72, 48
FEW = 5
"""Up to so many quarters each is named on the axis; of more, the first of each year, so that names fit a telephone."""
PERCENTS = {"tickvals": [0, 25, 50, 75, 100], "ticktext": ["0%", "25%", "50%", "75%", "100%"]}
ORDER = tuple(reversed(GRADES))
"""From the bottom: outstanding, then good, so that what is good or better ends where the interval stands."""

HOW_TO_READ = (
    "A column a quarter, from outstanding below to inadequate above. On top stands its number of grades, with a star "
    "where the quarter has not ended. What lies below the dot is good or better; the upright line through the dot is "
    "its 95% interval. Where two of these lines overlap by much, the quarters can't be told apart."
)
COLUMNS = (
    "A column a quarter, from outstanding below to inadequate above: each slice is that grade's share of the quarter's "
    "grades. Few grades move a column easily; the sentences say what is more than chance."
)


def grade_mix_chart(fact: MixFact, source: str) -> Chart:
    """A column per quarter. Quarters without an audit stay empty."""
    figure = new_figure(HEIGHT)
    named = [index for index, quarter in enumerate(fact.quarters) if _is_named(fact, quarter)]
    figure.update_layout(
        margin={"t": TOP, "b": BOTTOM, "l": 8, "r": 8},
        barmode="stack",
        bargap=0.25,
        xaxis={
            "range": [-0.6, len(fact.quarters) - 0.4],
            "tickvals": named,
            "ticktext": [_short(fact.quarters[index]) for index in named],
            "tickangle": 0,
            "showgrid": False,
        },
        yaxis={"range": [0, 100], **PERCENTS},
        annotations=[*_numbers(fact), *_names()],
    )
    figure.add_traces([_column(fact, grade) for grade in ORDER])
    figure.add_traces([*_intervals(fact), _dots(fact)])
    return Chart(
        title=mix_finding(fact),
        subtitle=f"Grades given by audits, share of each in percent, by quarter to {uk_date(fact.as_at)}. {source}",
        reading=fact.sentence,
        how_to_read=HOW_TO_READ,
        figure=figure,
        table=_table(fact),
        alt=f"{fact.sentence} A column for each of {len(fact.quarters)} quarters.",
        file_name=f"audit-grades-{fact.as_at.isoformat()}",
        native=_native(fact),
    )


def _is_named(fact: MixFact, quarter: Quarter) -> bool:
    return len(fact.quarters) <= FEW or quarter.first.month == 1


def _short(quarter: Quarter) -> str:
    return f"{quarter.first:%b}–{quarter.last:%b}<br>{quarter.last:%Y}"


def _column(fact: MixFact, grade: str) -> go.Bar:
    counts, grades = _counts(fact, grade), [quarter.share.grades for quarter in fact.quarters]
    names = [quarter.name for quarter in fact.quarters]
    return go.Bar(
        x=list(range(len(counts))),
        y=_percents(fact, grade),
        customdata=[
            plain(f"{name}: {count} of {whole} {grade}" if whole else f"{name}: no grade")
            for name, count, whole in zip(names, counts, grades, strict=True)
        ],
        hovertemplate="%{customdata}<extra></extra>", name=grade,
        marker={"color": grade_colour(grade), "line": {"width": 0}},
    )  # fmt: skip


def _counts(fact: MixFact, grade: str) -> list[int]:
    return [quarter.counts[GRADES.index(grade)] for quarter in fact.quarters]


def _percents(fact: MixFact, grade: str) -> list[float | None]:
    """The part of each quarter's grades that is this one, in percent; None without a grade."""
    wholes = (quarter.share.grades for quarter in fact.quarters)
    return [
        100 * count / whole if whole else None
        for count, whole in zip(_counts(fact, grade), wholes, strict=True)
    ]


def _native(fact: MixFact) -> Plot:
    return Plot(
        "stacked columns",
        tuple(f"{quarter.name}{', so far' if quarter.so_far else ''}" for quarter in fact.quarters),
        tuple(
            PlotSeries(f"{grade_mark(grade)} {grade}", tuple(_percents(fact, grade)), grade_colour(grade))
            for grade in ORDER
        ),
        unit="percent",
        low=0.0,
        high=100.0,
        how_to_read=COLUMNS,
    )


def _intervals(fact: MixFact) -> list[go.Scatter]:
    """Each interval twice, a light line under a dark one, so that it reads on every colour and ground."""
    known = [(x, quarter.share.interval) for x, quarter in enumerate(fact.quarters) if quarter.share.interval]
    x = [each for at, _ in known for each in (at, at, None)]
    y = [each for _, interval in known for each in (interval.lower, interval.upper, None)]
    return [
        go.Scatter(x=x, y=y, mode="lines", line={"color": colour, "width": width}, hoverinfo="skip")
        for colour, width in ((LIGHT_GROUND, 6), (DARK_GROUND, 2))
    ]


def _dots(fact: MixFact) -> go.Scatter:
    shares = [quarter.share.percent for quarter in fact.quarters]
    return go.Scatter(
        x=list(range(len(shares))), y=shares, mode="markers", hoverinfo="skip",
        marker={"size": 9, "color": DARK_GROUND, "line": {"color": LIGHT_GROUND, "width": 2}},
    )  # fmt: skip


def _numbers(fact: MixFact) -> list[Drawn]:
    """How many grades each column stands for; with a star where the quarter has not ended."""
    return [
        note(
            f"{quarter.share.grades}{'*' if quarter.so_far else ''}",
            x, 1.0, "x", "y domain", "center", "bottom", font={"size": 12},
        )
        for x, quarter in enumerate(fact.quarters)
    ]  # fmt: skip


def _names() -> list[Drawn]:
    """The grades by mark and word above the plot, in two lines: beside the columns a telephone has no room."""
    words = [
        f'<span style="color:{grade_colour(grade)}">■</span> {grade_mark(grade)} {grade.capitalize()}'
        for grade in ORDER
    ]
    lines = ["   ".join(words[:2]), "   ".join(words[2:])]
    return [
        note("<br>".join(lines), 0, 1, "x domain", "y domain", "left", "bottom", yshift=20, align="left",
             font={"size": 13})
    ]  # fmt: skip


def _table(fact: MixFact) -> pd.DataFrame:
    """A row per quarter, latest first."""
    return pd.DataFrame([_row(quarter) for quarter in reversed(fact.quarters)])


def _row(quarter: Quarter) -> dict[str, str]:
    share = quarter.share
    interval = share.interval
    return {
        "Quarter": f"{quarter.name}{', so far' if quarter.so_far else ''}",
        "Audits": str(share.audits),
        "Grades": str(share.grades),
        **{grade.capitalize(): str(quarter.counts[GRADES.index(grade)]) for grade in ORDER},
        "Good or better": in_unit(share.percent, "percent") if share.percent is not None else "no audit",
        "95% interval": f"{in_unit(interval.lower, 'percent')} to {in_unit(interval.upper, 'percent')}"
        if interval
        else "",
    }
