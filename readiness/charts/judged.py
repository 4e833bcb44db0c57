"""Ofsted's judgements of us, area by area over the years: solid, dated, and never mixed up with our own scores."""

from collections.abc import Sequence
from datetime import date, timedelta

import pandas as pd
import plotly.graph_objects as go

from readiness.charts.bands import Drawn, note
from readiness.charts.figure import Chart
from readiness.charts.palette import (
    GRADE_KEY,
    ORDINARY,
    faint,
    grade_colour,
    grade_mark,
    grade_symbol,
)
from readiness.charts.template import new_figure
from readiness.charts.words import plain, wrapped
from readiness.dates import month, uk_date
from readiness.insight.inspections.judgements import OfstedJudgement, is_ordinal, standing_words
from readiness.insight.inspections.own_judgements import OwnJudgements, own_finding, own_reading

ROW = 62
TOP, BOTTOM = 8, 30
LABELS = 112
"""Pixels for the last judgement beside each row."""
EARLIER, VISITS = "In other terms, earlier", "Visits, without grades"
HOW_TO_READ = (
    f"A mark stands on the day a report was published: {GRADE_KEY}. The line after it is how long the judgement "
    "stood. ○ is a report in other terms, listed below; ⊗ one that gave “adequate” or “satisfactory”, before 2013: a "
    "different grade, and no step on today's scale. Small upright lines are visits that gave no grades."
)


def judged_chart(found: OwnJudgements, source: str) -> Chart:
    """A row per area with every judgement that fell on it, then what was said in other terms, then visits."""
    rest = [EARLIER] * bool(found.earlier) + [VISITS] * bool(found.visits)
    judged = any(each.judgements for each in found.areas)
    # Where no area is judged yet their rows would all be bare: the reading names them.
    rows = [(each.label, each.judgements) for each in found.areas] if judged or not rest else []
    names = [*(name for name, _ in rows), *rest]
    figure = new_figure(TOP + BOTTOM + ROW * len(names))
    figure.update_layout(
        margin={"t": TOP, "b": BOTTOM, "l": 8, "r": LABELS},
        xaxis={"type": "date", "range": _span(found), "showgrid": True},
        yaxis={"range": [len(names) - 0.5, -0.6], "visible": False},
        annotations=[
            *(_row_name(name, row) for row, name in enumerate(names)),
            *(_last(mine[-1], row) for row, (_, mine) in enumerate(rows) if mine),
        ],
    )
    for row, (_, mine) in enumerate(rows):
        figure.add_traces([*_stood(mine, row, found.as_at), _marks(mine, row)])
    if found.earlier:
        figure.add_trace(_reports(found.earlier, names.index(EARLIER)))
    if found.visits:
        figure.add_trace(_visits(found, names.index(VISITS)))
    first, last = (f"{day.year}" for day in _span(found))
    title = own_finding(found)
    return Chart(
        title=title,
        subtitle=f"Judgements of {found.name} by the day they were published, {first} to {last}. {source}",
        reading=own_reading(found),
        how_to_read=HOW_TO_READ,
        figure=figure,
        table=_table(found),
        alt=f"{title}. A row per judgement area, a mark per judgement.",
        file_name=f"judgements-{found.as_at.isoformat()}",
    )


def _span(found: OwnJudgements) -> tuple[date, date]:
    days = [each.published for area in found.areas for each in area.judgements]
    days += [each.published for each in found.earlier] + [each.day for each in found.visits]
    room = timedelta(days=max((found.as_at - min(days, default=found.as_at)).days, 60) * 0.02)
    return min(days, default=found.as_at) - room, found.as_at + room


def _row_name(name: str, row: int) -> Drawn:
    words = f"<b>{plain(name)}</b>"
    return note(words, 0, row, "x domain", "y", "left", "bottom", yshift=11, font={"size": 14})


def _last(judged: OfstedJudgement, row: int) -> Drawn:
    words = (
        f"<b>{grade_mark(judged.grade)} {'<br>'.join(judged.grade.split())}</b><br>{month(judged.published)}"
    )
    return note(words, 1, row, "x domain", "y", "left", "middle", xshift=8, align="left", font={"size": 12})


def _stood(judged: Sequence[OfstedJudgement], row: int, as_at: date) -> list[go.Scatter]:
    """A line from each judgement to the next, in the colour of its grade."""
    ends = [*(each.published for each in judged), as_at][1:]
    return [
        go.Scatter(
            x=[each.published, end], y=[row, row], mode="lines", hoverinfo="skip", name="stood",
            line={"color": faint(grade_colour(each.grade), 0.55), "width": 7},
        )
        for each, end in zip(judged, ends, strict=True)
        if each.published < end
    ]  # fmt: skip


def _marks(judged: Sequence[OfstedJudgement], row: int) -> go.Scatter:
    return go.Scatter(
        x=[each.published for each in judged], y=[row] * len(judged), mode="markers", name="judgement",
        marker={
            "size": 17, "opacity": 1,
            "symbol": [grade_symbol(each.grade) for each in judged],
            "color": [grade_colour(each.grade) for each in judged],
        },
        customdata=[plain(f"{each.worded}: {each.grade}, {uk_date(each.published)}") for each in judged],
        hovertemplate="%{customdata}<extra></extra>", cliponaxis=False,
    )  # fmt: skip


def _reports(judged: Sequence[OfstedJudgement], row: int) -> go.Scatter:
    """One mark a report, whatever it judged: its grades are not those of today's areas."""
    said: dict[tuple[date, str], list[str]] = {}
    for each in judged:
        said.setdefault((each.published, each.inspection), []).append(f"{each.worded}: {each.grade}")
    other = {(each.published, each.inspection) for each in judged if not is_ordinal(each.grade)}
    words = [f"{title}, {uk_date(day)}: {'; '.join(each)}" for (day, title), each in said.items()]
    return go.Scatter(
        x=[day for day, _ in said], y=[row] * len(said), mode="markers", name="report",
        marker={
            "size": 14, "color": ORDINARY, "line": {"width": 2},
            "symbol": ["circle-x-open" if each in other else "circle-open" for each in said],
        },
        customdata=[wrapped(each, 60, lines=8) for each in words], hovertemplate="%{customdata}<extra></extra>",
        cliponaxis=False,
    )  # fmt: skip


def _visits(found: OwnJudgements, row: int) -> go.Scatter:
    return go.Scatter(
        x=[each.day for each in found.visits], y=[row] * len(found.visits), mode="markers", name="visit",
        marker={"size": 16, "symbol": "line-ns-open", "color": ORDINARY, "line": {"width": 2}},
        customdata=[plain(f"{each.label}, {uk_date(each.day)}") for each in found.visits],
        hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip


def _table(found: OwnJudgements) -> pd.DataFrame:
    areas = [(area.label, each) for area in found.areas for each in reversed(area.judgements)]
    rows = [
        {
            "Area": label,
            "Published": uk_date(each.published),
            "Grade": each.grade,
            "As worded then": each.worded,
            "Inspection": each.inspection,
            "Note": standing_words(each),
            "Report": each.source,
            "Line of judgements.csv": str(each.line),
        }
        for label, each in [*areas, *((EARLIER, each) for each in found.earlier)]
    ]
    return pd.DataFrame(rows)
