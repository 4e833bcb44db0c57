"""An indicator of all authorities by their size, with the limits that chance and the real spread would leave."""

import math
from collections.abc import Sequence

import plotly.graph_objects as go

from readiness.charts.bands import Drawn
from readiness.charts.figure import Chart
from readiness.charts.palette import ORDINARY
from readiness.charts.side_labels import SideLabel, side_labels
from readiness.charts.standing import (
    BOTTOM,
    HEIGHT,
    MARKS,
    PLOT,
    TOP,
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
from readiness.insight.standing.fact import Curve, FunnelFact, Model, Ours, Peer, Standing
from readiness.insight.standing.words import NOT_PROOF, standing_finding, standing_reading

HOW_TO_READ = (
    f"{MARKS} Larger authorities stand further right, in steps of equal ratio. Chance alone would leave one in "
    "twenty outside the dotted 95% lines; authorities differ by more than that, and the solid lines allow for it. "
    f"{NOT_PROOF}"
)
DASH = {Model.CHANCE: "dot", Model.ADDITIVE: "solid"}
NAME = {Model.CHANCE: "chance", Model.ADDITIVE: "spread"}
ROOM = 0.03
"""The part of the width that is left free on either side."""
LABELS = 100
"""Pixels for the names of the limits."""
WIDTHS = {95.0: 1.2, 99.8: 2.0}


def funnel_chart(fact: Standing, funnel: FunnelFact) -> Chart:
    """All authorities with counts, both kinds of limits, ourselves labelled."""
    unit = fact.indicator.unit
    ends = upright([*funnel.levels, funnel.level], unit)
    figure = new_figure(HEIGHT)
    _frame(figure, fact, funnel, ends)
    figure.update_layout(annotations=[*_names(funnel, ends, unit), our_name(fact, _share(fact, funnel))])
    down = leader(_size(fact.ours), funnel.level, ends[1])
    figure.add_traces([*_limits(funnel), _centre(funnel), down, *_marks(fact, funnel)])
    finding = standing_finding(fact)
    return Chart(
        title=finding,
        subtitle=subtitle(fact, f"{unit}, each authority by its size"),
        reading=standing_reading(fact),
        how_to_read=HOW_TO_READ,
        figure=figure,
        table=table(fact),
        alt=f"{finding}. A point for each authority, by size, between funnel limits.",
        file_name=f"standing-{fact.indicator.id}-{fact.as_at.isoformat()}",
        protected=protected_table(fact),
        protected_title=protected_title(fact),
    )


def _frame(figure: go.Figure, fact: Standing, funnel: FunnelFact, ends: tuple[float, float]) -> None:
    sizes = funnel.curves[0].sizes
    low, high = math.log10(sizes[0]), math.log10(sizes[-1])
    room = (high - low) * ROOM
    whole = "Children" if fact.indicator.unit.startswith("rate") else "Out of how many"
    figure.update_layout(
        margin={"t": TOP, "b": BOTTOM, "l": 8, "r": LABELS},
        xaxis={
            "type": "log", "range": [low - room, high + room], "showgrid": False, "tickvals": _ticks(sizes),
            "tickformat": ",", "tickangle": 0, "title": {"text": whole, "font": {"size": 13}},
        },
        yaxis={"range": ends, "ticksuffix": "%" if fact.indicator.unit == "percent" else "", "nticks": 7},
    )  # fmt: skip


def _ticks(sizes: Sequence[float]) -> list[float]:
    """10, 100, 1,000 ... between the smallest and the largest size; between them 3, 30 ... where these are few."""
    powers = range(math.floor(math.log10(sizes[0])), math.ceil(math.log10(sizes[-1])) + 1)
    tens = [10.0**power for power in powers if sizes[0] <= 10.0**power <= sizes[-1]]
    if len(tens) > 1:
        return tens
    every = sorted([*tens, *(3 * 10.0**power for power in powers)])
    return [each for each in every if sizes[0] <= each <= sizes[-1]]


def _limits(funnel: FunnelFact) -> list[go.Scatter]:
    return [_curve(each, ends) for each in funnel.curves for ends in (each.lower, each.upper)]


def _curve(each: Curve, ends: Sequence[float]) -> go.Scatter:
    return go.Scatter(
        x=each.sizes, y=ends, mode="lines", hoverinfo="skip", name=f"{each.level:g}% {NAME[each.model]}",
        line={"color": ORDINARY, "width": WIDTHS[each.level], "dash": DASH[each.model]},
    )  # fmt: skip


def _centre(funnel: FunnelFact) -> go.Scatter:
    sizes = funnel.curves[0].sizes
    return go.Scatter(
        x=[sizes[0], sizes[-1]], y=[funnel.centre] * 2, mode="lines", hoverinfo="skip", name="all together",
        line={"color": ORDINARY, "width": 1, "dash": "dash"},
    )  # fmt: skip


def _marks(fact: Standing, funnel: FunnelFact) -> list[go.Scatter]:
    unit, every = fact.indicator.unit, list(zip(funnel.peers, funnel.levels, strict=True))
    near, others = [pair for pair in every if pair[0].near], [pair for pair in every if not pair[0].near]
    return [
        other_marks([_size(peer) for peer, _ in others], others, unit),
        neighbour_marks([_size(peer) for peer, _ in near], near, unit),
        our_mark(_size(fact.ours), funnel.level, fact.ours, unit),
    ]


def _size(who: Peer | Ours) -> float:
    return who.denominator or 0.0


def _names(funnel: FunnelFact, ends: tuple[float, float], unit: str) -> list[Drawn]:
    """The names of the centre and of the upper limits, at the right where they end."""
    labels = [SideLabel(f"{each.level:g}% {NAME[each.model]}", each.upper[-1]) for each in funnel.curves]
    labels.append(SideLabel(f"All {short_unit(funnel.centre, unit)}", funnel.centre))
    return side_labels(labels, *ends, PLOT)


def _share(fact: Standing, funnel: FunnelFact) -> float:
    """How far along the width our mark stands, 0 to 1."""
    sizes = funnel.curves[0].sizes
    whole = math.log(sizes[-1] / sizes[0])
    along = math.log(_size(fact.ours) / sizes[0]) / whole if whole else 0.5
    return (along + ROOM) / (1 + 2 * ROOM)
