"""Standings made by hand."""

from collections.abc import Sequence
from datetime import date

from readiness.insight.indicators.years import interval_of
from readiness.insight.standing.fact import Ours, Peer, Standing
from readiness.insight.standing.facts import from_better, rank_of, spread_of
from readiness.insight.standing.funnel import funnel_fact
from readiness.statistics.spc_results import Better
from tests.unit.insight.indicator_made import indicator, measured

DAY = date(2025, 3, 31)


def peer(figure: float, *, out_of: float | None = None, near: int | None = None, name: str = "") -> Peer:
    """One authority, with counts where `out_of` says of how many."""
    top = None if out_of is None else round(figure * out_of / 100)
    named = name or f"Authority {figure:g}"
    return Peer(f"E{figure:g}{named}", named, figure, top, out_of, near, 2)


def ours(figure: float, *, out_of: float | None = None, months: int = 1, unit: str = "percent") -> Ours:
    """Our own figure."""
    row = measured(DAY, figure, out_of=out_of)
    interval = interval_of(row, unit) if months == 1 else None
    return Ours("Ourshire", figure, row.numerator, row.denominator, interval, months, False, (2,))


def standing_made(
    mine: Ours,
    others: Sequence[Peer],
    better: Better | None = "high",
    *,
    unit: str = "percent",
    fictional: bool = False,
) -> Standing:
    """The standing of our figure among others, all of one period."""
    peers = tuple(sorted(others, key=lambda each: from_better(better, each)))
    figures = [each.figure for each in others]
    return Standing(
        indicator=indicator(better, unit),
        better=better,
        as_at=date(2026, 1, 31),
        period_end=DAY,
        newest=DAY,
        latest=measured(DAY, mine.figure),
        ours=mine,
        fictional=fictional,
        rank=rank_of(mine.figure, figures, better),
        spread=spread_of(figures if fictional else [*figures, mine.figure]),
        peers=peers,
        neighbours=tuple(each for each in peers if each.near),
        model="2025",
        silent=(),
        without=0,
        published=None,
        funnel=funnel_fact(unit, mine, peers, fictional=fictional),
        sources=("A release",),
    )
