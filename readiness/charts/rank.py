"""An indicator of all authorities in order: where no counts are published, or ours are of months taken together."""

from collections.abc import Sequence

import plotly.graph_objects as go

from readiness.charts.figure import Chart
from readiness.charts.palette import ORDINARY
from readiness.charts.side_labels import SideLabel, side_labels
from readiness.charts.standing import (
    BOTTOM,
    HEIGHT,
    MARKS,
    PLOT,
    TOP,
    Level,
    leader,
    neighbour_marks,
    other_marks,
    our_mark,
    our_name,
    protected_table,
    protected_title,
    short_unit,
    subtitle,
    table,
    upright,
)
from readiness.charts.template import new_figure
from readiness.charts.words import shortened
from readiness.insight.standing.fact import Standing
from readiness.insight.standing.words import standing_finding, standing_reading

HOW_TO_READ = (
    f"{MARKS} Authorities stand in order of their figures; the dashed line is the middle one. Places close together "
    "differ by little, and without counts nobody can say how much of that is chance. The axis shows only the part "
    "of the scale that is needed."
)
LONGEST_NAME = 20
LABELS, LABELS_BARE = 172, 92
"""Pixels for the names beside the plot, with and without those of neighbours."""


def rank_chart(fact: Standing) -> Chart:
    """Every authority from the lowest figure to the highest; ourselves, neighbours and the middle labelled."""
    unit = fact.indicator.unit
    ends = upright([fact.spread.lowest, fact.spread.highest, fact.ours.figure], unit)
    figure = new_figure(HEIGHT)
    places, mine = len(fact.peers) + 1, _place(fact)
    figure.update_layout(
        margin={"t": TOP, "b": BOTTOM, "l": 8, "r": LABELS if fact.neighbours else LABELS_BARE},
        xaxis={
            "range": [-1, places], "showgrid": False, "tickvals": [], "ticks": "",
            "title": {"text": "Authorities, lowest figure first", "font": {"size": 13}},
        },
        yaxis={"range": ends, "ticksuffix": "%" if unit == "percent" else "", "nticks": 7},
        annotations=[*side_labels(_labels(fact), *ends, PLOT), our_name(fact, (mine + 1) / (places + 1))],
    )  # fmt: skip
    down = leader(mine, fact.ours.figure, ends[1])
    figure.add_traces([_middle(fact, places), down, *_marks(fact, mine)])
    finding = standing_finding(fact)
    return Chart(
        title=finding,
        subtitle=subtitle(fact, f"{unit}, authorities in order"),
        reading=standing_reading(fact),
        how_to_read=HOW_TO_READ,
        figure=figure,
        table=table(fact),
        alt=f"{finding}. A point for each authority, in order of its figure.",
        file_name=f"standing-{fact.indicator.id}-{fact.as_at.isoformat()}",
        protected=protected_table(fact),
        protected_title=protected_title(fact),
    )


def _place(fact: Standing) -> int:
    """How many authorities have a lower figure."""
    return sum(peer.figure < fact.ours.figure for peer in fact.peers)


def _marks(fact: Standing, below: int) -> list[go.Scatter]:
    unit = fact.indicator.unit
    rising = sorted(fact.peers, key=lambda peer: (peer.figure, peer.name))
    placed = [(at + (at >= below), (peer, peer.figure)) for at, peer in enumerate(rising)]
    near = [each for each in placed if each[1][0].near]
    others = [each for each in placed if not each[1][0].near]
    return [
        other_marks(*_apart(others), unit),
        neighbour_marks(*_apart(near), unit),
        our_mark(float(below), fact.ours.figure, fact.ours, unit),
    ]


def _apart(placed: Sequence[tuple[int, Level]]) -> tuple[list[float], list[Level]]:
    return [float(at) for at, _ in placed], [level for _, level in placed]


def _middle(fact: Standing, places: int) -> go.Scatter:
    return go.Scatter(
        x=[0, places], y=[fact.spread.median] * 2, mode="lines", hoverinfo="skip", name="middle",
        line={"color": ORDINARY, "width": 1, "dash": "dash"},
    )  # fmt: skip


def _labels(fact: Standing) -> list[SideLabel]:
    """The middle and each neighbour, at the right of the plot."""
    middle = SideLabel(f"Middle {short_unit(fact.spread.median, fact.indicator.unit)}", fact.spread.median)
    near = [SideLabel(f"◆ {shortened(each.name, LONGEST_NAME)}", each.figure) for each in fact.neighbours]
    return [middle, *near]
