"""How far auditors and moderators agree, year by year, with the intervals of so few grades."""

from collections.abc import Callable, Sequence

import pandas as pd
import plotly.graph_objects as go

from readiness.charts.bands import Drawn, note
from readiness.charts.figure import Chart
from readiness.charts.palette import ACCENT, SERIES, faint
from readiness.charts.template import new_figure
from readiness.dates import uk_date
from readiness.insight.practice.moderated import YearModerated
from readiness.insight.practice.moderation import ModerationFact
from readiness.insight.practice.moderation_words import drift_finding, number
from readiness.statistics.agreement import Agreement
from readiness.wording import in_unit

HEIGHT = 340
TOP, BOTTOM = 52, 48
APART = 0.12
"""How far the two kappas of one year stand apart, in years."""
LEVELS = {
    0.0: "0",
    0.2: "0.2",
    0.4: "moderate 0.4",
    0.6: "substantial 0.6",
    0.8: "almost perfect 0.8",
    1.0: "1",
}
"""What stands on the upright axis: each level's name where it begins."""

HOW_TO_READ = (
    "Kappa is agreement beyond chance: 1 where auditor and moderator always give the same grade, 0 where they agree as "
    "often as chance would. The circle counts the same grade only; the diamond lets a neighbouring grade count for "
    "nearly as much (quadratic weights). The upright lines are 95% intervals. The names of the levels are those of "
    "Landis and Koch (1977), a convention."
)


def moderation_chart(fact: ModerationFact, source: str) -> Chart:
    """Both kappas for each year that has enough moderated grades."""
    figure = new_figure(HEIGHT)
    years = fact.compared
    low = min([0.0, *(year.plain.lower or 0.0 for year in years)])
    figure.update_layout(
        margin={"t": TOP, "b": BOTTOM, "l": 8, "r": 8},
        xaxis={
            "range": [-0.5, len(years) - 0.5],
            "tickvals": list(range(len(years))),
            "ticktext": [f"to {year.last.day} {year.last:%b}<br>{year.last:%Y}" for year in years],
            "showgrid": False,
        },
        yaxis={"range": [low, 1.02], "tickvals": list(LEVELS), "ticktext": list(LEVELS.values())},
        annotations=[_names(years[-1])],
    )
    figure.add_traces([
        *_series(years, _plain, -APART, ("circle", ACCENT)),
        *_series(years, _quadratic, APART, ("diamond", SERIES[3])),
    ])  # fmt: skip
    return Chart(
        title=drift_finding(fact.years),
        subtitle=f"Agreement of auditors' and moderated grades (kappa, at most 1) in each 12 months. {source}",
        reading=fact.drift,
        how_to_read=HOW_TO_READ,
        figure=figure,
        table=moderation_table(fact.years),
        alt=f"{fact.drift} Two points, each with its interval, for each of {len(years)} years.",
        file_name=f"moderation-{fact.latest.last.isoformat()}",
    )


def _plain(year: YearModerated) -> Agreement:
    return year.plain


def _quadratic(year: YearModerated) -> Agreement:
    return year.quadratic


def _series(
    years: Sequence[YearModerated],
    chosen: Callable[[YearModerated], Agreement],
    shift: float,
    look: tuple[str, str],
) -> list[go.Scatter]:
    symbol, colour = look
    kappas = [chosen(year) for year in years]
    lines = go.Scatter(
        x=[x + shift for x in range(len(years)) for _ in range(3)],
        y=[end for each in kappas for end in (each.lower, min(each.upper or 1.0, 1.0), None)],
        mode="lines", line={"color": faint(colour, 0.7), "width": 3}, hoverinfo="skip",
    )  # fmt: skip
    points = go.Scatter(
        x=[x + shift for x in range(len(years))], y=[each.kappa for each in kappas], mode="markers",
        marker={"symbol": symbol, "size": 12, "color": colour},
        customdata=[f"{number(each.kappa or 0.0)} of {each.number:.0f} moderated grades" for each in kappas],
        hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip
    return [lines, points]


def _names(last: YearModerated) -> Drawn:
    """The two kappas by mark and name above the plot, with their latest values."""
    words = [
        f'<span style="color:{colour}">{mark}</span> {name} {number(kappa.kappa or 0.0)}'
        for mark, colour, name, kappa in (
            ("●", ACCENT, "Same grade, latest", last.plain),
            ("◆", SERIES[3], "Weighted, latest", last.quadratic),
        )
    ]
    return note(
        "<br>".join(words),
        0,
        1,
        "x domain",
        "y domain",
        "left",
        "bottom",
        yshift=6,
        align="left",
        font={"size": 13},
    )


def moderation_table(years: Sequence[YearModerated]) -> pd.DataFrame:
    """A row per year, latest first: what moderation changed, and each kappa with its interval."""
    return pd.DataFrame([_row(year) for year in reversed(years)])


def _row(year: YearModerated) -> dict[str, str]:
    return {
        "12 months to": uk_date(year.last),
        "Grades": str(year.graded),
        "Moderated": _share(year.moderated, year.graded),
        "Left as they were": _share(year.same, year.moderated),
        "Lowered": _share(year.lowered, year.moderated),
        "Raised": _share(year.raised, year.moderated),
        "Kappa, same grade": _kappa(year.plain),
        "Kappa, linear weights": _kappa(year.linear),
        "Kappa, quadratic weights": _kappa(year.quadratic),
    }


def _share(part: int, whole: int) -> str:
    return f"{part} ({in_unit(100 * part / whole, 'percent')})" if whole else str(part)


def _kappa(kappa: Agreement) -> str:
    if kappa.kappa is None or kappa.lower is None or kappa.upper is None:
        return kappa.reason
    return f"{number(kappa.kappa)} ({number(kappa.lower)} to {number(min(kappa.upper, 1.0))})"
