"""How many authorities hold each grade, as bars of a hundred per cent: by area on a day, or on one area by year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from readiness.charts.bands import Drawn, note
from readiness.charts.figure import Chart
from readiness.charts.palette import GRADE_KEY, GRADES, grade_colour, grade_mark
from readiness.charts.side_labels import apart
from readiness.charts.template import new_figure
from readiness.charts.words import plain
from readiness.dates import uk_date
from readiness.insight.inspections.national_judgements import Spread
from readiness.wording import listed, lower_first

ROW, ROW_BARE = 74, 58
"""Pixels a bar, with and without a name under it."""
ABOVE = 44
"""Pixels over the middle of a bar that its name and shares need."""
THICK = 18
"""Pixels of the bar itself."""
FEW = 30
"""Under so many authorities one more or less moves a share by more than three points."""
LABEL = 11.0
"""Per cent of the width that the label of a share needs on a telephone."""

HOW_TO_READ = (
    "Each bar is all the authorities that are judged in these terms: "
    f"{GRADE_KEY}, with the share of each. "
    "Each authority counts once, by its latest judgement published by the day."
)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name, its spread, and under which grade it is said whose grade (nobody's where empty)."""

    name: str
    spread: Spread
    grade: str = ""
    whose: str = ""


def areas_chart(bars: Sequence[Bar], as_at: date, source: str) -> Chart:
    """A bar for each area of the framework, with our own grade under it."""
    ordered = sorted(bars, key=lambda bar: -good_share(bar.spread))
    highest, lowest = ordered[0], ordered[-1]
    title = f"In England {good_share(highest.spread):.0%} of authorities are at good or better for "
    if good_share(highest.spread) == good_share(lowest.spread):
        title += "every area" if len(bars) > 1 else lower_first(highest.name)
    else:
        title += (
            f"{lower_first(highest.name)}, {good_share(lowest.spread):.0%} for {lower_first(lowest.name)}"
        )
    return _chart(
        bars,
        title,
        f"Latest judgements of English authorities published by {uk_date(as_at)}. {source}",
        _left_out(bars),
        f"grades-{as_at.isoformat()}",
    )


def years_chart(bars: Sequence[Bar], area: str, source: str) -> Chart:
    """A bar for each year end, on one area."""
    first, last = bars[0].spread, bars[-1].spread
    title = f"{area}: {good_share(last):.0%} of {last.judged} authorities at good or better"
    if first.day != last.day:
        title += f", {good_share(first):.0%} of {first.judged} in {first.day:%B %Y}"
    return _chart(
        bars,
        title,
        f"Latest judgement on each authority at the end of each March, and on {uk_date(last.day)}. {source}",
        f"How many are judged in these terms differs from year to year: shares are of those in brackets.{_few(bars)}",
        f"grades-{last.area}-{last.day.isoformat()}",
    )


def _few(bars: Sequence[Bar]) -> str:
    """Said where so few are judged that a share says little."""
    few = [bar.name for bar in bars if bar.spread.judged < FEW]
    return f" Fewer than {FEW} were judged by {listed(few)}: there a share says little." if few else ""


def good_share(spread: Spread) -> float:
    """The part of the judged at good or better, 0 to 1."""
    return spread.good_or_better / spread.judged if spread.judged else 0.0


def _chart(bars: Sequence[Bar], title: str, subtitle: str, reading: str, file_name: str) -> Chart:
    height = ROW if any(bar.grade for bar in bars) else ROW_BARE
    figure = new_figure(height * len(bars))
    figure.update_layout(
        margin={"t": 0, "b": 0, "l": 4, "r": 12},
        xaxis={"range": [0, 100], "visible": False},
        yaxis={"range": [len(bars) - 1 + (height - ABOVE) / height, -ABOVE / height], "visible": False},
        shapes=[shape for row, bar in enumerate(bars) for shape in _segments(row, bar, THICK / height)],
        annotations=[words for row, bar in enumerate(bars) for words in _words(row, bar)],
    )
    # Shapes alone have nothing to point at: an unseen mark on each segment says what it is.
    figure.add_trace(_pointed_at(bars))
    return Chart(
        title=title,
        subtitle=subtitle,
        reading=reading,
        how_to_read=HOW_TO_READ,
        figure=figure,
        table=_table(bars),
        alt=f"{title}. A bar a row, parted by grade.",
        file_name=file_name,
    )


def _ends(spread: Spread) -> list[tuple[str, float, float]]:
    """Each grade that somebody holds, with the ends of its segment in per cent."""
    found, start = [], 0.0
    for level, grade in enumerate(GRADES):
        end = start + 100 * spread.share(level)
        if end > start:
            found.append((grade, start, end))
        start = end
    return found


def _segments(row: int, bar: Bar, thick: float) -> list[Drawn]:
    return [
        {
            "type": "rect", "xref": "x", "yref": "y", "x0": start + 0.15, "x1": end - 0.15,
            "y0": row - thick / 2, "y1": row + thick / 2, "fillcolor": grade_colour(grade), "line": {"width": 0},
        }
        for grade, start, end in _ends(bar.spread)
    ]  # fmt: skip


def _words(row: int, bar: Bar) -> list[Drawn]:
    """The name over the bar with how many are judged, the share over each segment, and whose grade is which."""
    spread, ends = bar.spread, _ends(bar.spread)
    whole = spread.judged + spread.jointly + spread.never
    name = f"<b>{plain(bar.name)}</b> ({spread.judged} of {whole} judged)"
    words = [note(name, 0, row, "x", "y", "left", "bottom", yshift=25, font={"size": 14})]
    middles = [(start + end) / 2 for _, start, end in ends]
    places = apart([max(middle - LABEL / 2, 0.0) for middle in middles], LABEL, 100 - LABEL)
    for (grade, start, end), place in zip(ends, places, strict=True):
        label = f"{grade_mark(grade)} {end - start:.0f}%"
        at = place + LABEL / 2
        words.append(note(label, at, row, "x", "y", "center", "bottom", yshift=8, font={"size": 12}))
    return [
        *words,
        *(
            _whose(row, bar, middle)
            for (grade, *_), middle in zip(ends, middles, strict=True)
            if grade == bar.grade
        ),
    ]


def _whose(row: int, bar: Bar, middle: float) -> Drawn:
    """Under its part of the bar, whose grade it is."""
    anchor = "left" if middle < 20 else "right" if middle > 80 else "center"
    label = f"▲ {plain(bar.whose)}"
    return note(label, middle, row, "x", "y", anchor, "top", yshift=-9, font={"size": 12})


def _pointed_at(bars: Sequence[Bar]) -> go.Scatter:
    seen = [(row, bar, *ends) for row, bar in enumerate(bars) for ends in _ends(bar.spread)]
    return go.Scatter(
        x=[(start + end) / 2 for _, _, _, start, end in seen], y=[row for row, *_ in seen], mode="markers",
        marker={"size": 18, "opacity": 0}, name="shares",
        customdata=[
            plain(f"{bar.name}: {end - start:.0f}% {grade}") for _, bar, grade, start, end in seen
        ],
        hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip


def _left_out(bars: Sequence[Bar]) -> str:
    joint = [f"{bar.name} ({bar.spread.jointly})" for bar in bars if bar.spread.jointly]
    if not joint:
        return "Authorities without a judgement in these terms are left out of the shares."
    return (
        "Left out of the shares, since they were last judged on it together with another area: "
        f"{listed(joint)}."
    )


def _table(bars: Sequence[Bar]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "What": bar.name,
                **{
                    grade.capitalize(): f"{bar.spread.counts[level]} ({bar.spread.share(level):.0%})"
                    for level, grade in enumerate(GRADES)
                },
                "Judged in these terms": str(bar.spread.judged),
                "Judged jointly": str(bar.spread.jointly),
                "Not judged": str(bar.spread.never),
            }
            for bar in bars
        ]
    )
