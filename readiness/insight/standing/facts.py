"""Where an indicator stands among English authorities, as at a day: our own figure beside those of the same period.

Like is compared with like. National figures are of a year, so a yearly figure of ours is compared on the same
day; of a monthly or quarterly percentage or ratio a whole year is taken together, and since such a year may
count one child many times it is ranked and never given an interval or funnel limits. Counts are not ranked:
they say how large an authority is.
"""

from collections.abc import Sequence
from datetime import date
from functools import partial
from statistics import quantiles

import pandas as pd

from readiness.dates import uk_date
from readiness.insight.indicators.fact import IndicatorFact
from readiness.insight.indicators.facts import indicators_on
from readiness.insight.indicators.series import STEP, Measured
from readiness.insight.indicators.years import interval_of
from readiness.insight.inspections.authorities import (
    authorities,
    counted_on,
    neighbour_model,
    our_code,
    titles_of,
)
from readiness.insight.standing.fact import NoStanding, Ours, Peer, Rank, Spread, Standing
from readiness.insight.standing.funnel import funnel_fact
from readiness.national import figures_known, neighbours_of
from readiness.statistics.spc_results import Better
from readiness.workspace import Workspace

ENOUGH = 2 / 3
"""The part of all authorities that must have a figure of a period before anybody is ranked in it."""
DECIMALS = 1
"""Figures are ranked as they are shown: what reads the same is the same."""
YEAR = 12
TOGETHER = {"percent": 100.0, "ratio": 1.0}
"""Units of which a year of months may be taken together, where they come with counts."""


def standing(workspace: Workspace, as_at: date, indicator_id: str) -> Standing | NoStanding:
    """The standing of one indicator on a day; why it has none, where it has none."""
    fact = workspace.once(indicators_on, as_at).facts[indicator_id]
    if fact.indicator.unit == "count":
        return NoStanding("A count says how large an authority is, so it is not ranked among others.")
    known = figures_known(workspace.national, indicator_id, as_at)
    if known.empty:
        return NoStanding("No national figures of this indicator are known by this day, so it has no rank.")
    counts = known["period_end"].value_counts()
    days = [day.date() for day in pd.DatetimeIndex(counts.index)]
    held = dict(zip(days, counts.tolist(), strict=True))
    enough = [day for day, number in held.items() if number >= ENOUGH * counted_on(workspace, day)]
    if not enough:
        most = max(held.values())
        return NoStanding(
            f"Too few authorities publish this figure to rank it: {most} at most in one period."
        )
    name, newest = workspace.dataset.description.authority.name, max(enough)
    for day in sorted(enough, reverse=True):
        if ours := own_figure(fact, day, name):
            rows = known[known["period_end"] == pd.Timestamp(day)]
            return _standing(workspace, fact, (day, newest), ours, rows)
    return NoStanding(_nothing_alike(fact, newest))


def _nothing_alike(fact: IndicatorFact, newest: date) -> str:
    if fact.cadence == "annual":
        return f"No figure of ours is of a period of the national ones, the latest to {uk_date(newest)}: no rank."
    return (
        f"National figures are of a year, the latest to {uk_date(newest)}. Ours are {fact.cadence}, and no whole "
        "year of them that could be taken together ends on such a day: there is nothing alike to rank."
    )


def own_figure(fact: IndicatorFact, day: date, name: str) -> Ours | None:
    """Our figure of the year that ends on a day: the yearly one, or a whole year of months taken together."""
    measured = [point.measured for point in fact.reading.points if point.measured]
    if fact.cadence != "annual":
        return _together(measured, fact, day, name)
    same = next((each for each in measured if each.period_end == day), None)
    if same is None:
        return None
    interval = interval_of(same, fact.indicator.unit)
    return Ours(name, same.figure, same.numerator, same.denominator, interval, 1, same.doubtful, (same.line,))


def _together(measured: Sequence[Measured], fact: IndicatorFact, day: date, name: str) -> Ours | None:
    """A year of months (or quarters): none missing, each with its counts."""
    before = (day.year - 1, day.month)
    year = [
        each
        for each in measured
        if before < (each.period_end.year, each.period_end.month) and each.period_end <= day
    ]
    whole = len(year) == YEAR // STEP[fact.cadence] and year[-1].period_end == day
    if fact.indicator.unit not in TOGETHER or not whole:
        return None
    if any(each.numerator is None or each.denominator is None for each in year):
        return None
    top, bottom = sum(each.numerator or 0.0 for each in year), sum(each.denominator or 0.0 for each in year)
    if not bottom:
        return None
    figure, doubtful = TOGETHER[fact.indicator.unit] * top / bottom, any(each.doubtful for each in year)
    return Ours(name, figure, top, bottom, None, YEAR, doubtful, tuple(each.line for each in year))


def _standing(
    workspace: Workspace, fact: IndicatorFact, days: tuple[date, date], ours: Ours, rows: pd.DataFrame
) -> Standing:
    day, newest = days
    code = our_code(workspace)
    near = neighbours_of(workspace.national, code) if code else ()
    every = peers_of(workspace, rows, near)
    others = tuple(
        sorted((each for each in every if each.code != code), key=partial(from_better, fact.better))
    )
    figures = [each.figure for each in others]
    with_figure = {each.code for each in others}
    names = workspace.once(authorities)
    return Standing(
        indicator=fact.indicator,
        better=fact.better,
        as_at=fact.as_at,
        period_end=day,
        newest=newest,
        ours=ours,
        latest=fact.latest,
        fictional=code is None,
        rank=rank_of(ours.figure, figures, fact.better),
        spread=spread_of(figures if code is None else [*figures, ours.figure]),
        peers=others,
        neighbours=tuple(sorted((each for each in others if each.near), key=lambda each: each.near or 0)),
        model=neighbour_model(workspace, code) if code else "",
        silent=tuple(names[each].name for each in near if each not in with_figure and each in names),
        without=counted_on(workspace, day) - len(others) - (code is not None),
        published=_published(every, code, ours),
        funnel=funnel_fact(fact.indicator.unit, ours, others, fictional=code is None),
        sources=titles_of(workspace, rows["source"]),
    )


def peers_of(workspace: Workspace, rows: pd.DataFrame, near: Sequence[str]) -> tuple[Peer, ...]:
    """The authorities with a figure of one period."""
    names = workspace.once(authorities)
    place = {code: number for number, code in enumerate(near, start=1)}
    return tuple(
        Peer(
            code=code,
            name=names[code].name,
            figure=float(row["figure"]),
            numerator=_number(row["numerator"]),
            denominator=_number(row["denominator"]),
            near=place.get(code),
            line=int(row["line"]),
        )
        for row in rows.to_dict("records")
        if (code := str(row["authority"])) in names
    )


def _number(value: float) -> float | None:
    return None if pd.isna(value) else float(value)


def shown(figure: float) -> float:
    """A figure as it is shown, and ranked."""
    return round(figure, DECIMALS)


def from_better(better: Better | None, who: Ours | Peer) -> tuple[float, str]:
    """The order from the better end; of a context indicator from the highest."""
    return (shown(who.figure) if better == "low" else -shown(who.figure), who.name)


def rank_of(figure: float, others: Sequence[float], better: Better | None) -> Rank:
    """The place of a figure among others, counted from the better end: one more than are beyond it."""
    mine, rest = shown(figure), [shown(each) for each in others]
    beyond = sum(each < mine if better == "low" else each > mine for each in rest)
    return Rank(beyond + 1, len(rest) + 1, rest.count(mine) + 1)


def ranked(fact: Standing, *, with_ours: bool = True) -> tuple[tuple[int, Ours | Peer], ...]:
    """Every authority with its place, from the better end: ourselves among them, or the others by themselves."""
    every = sorted((*([fact.ours] if with_ours else []), *fact.peers), key=partial(from_better, fact.better))
    figures = [shown(each.figure) for each in every]
    return tuple((figures.index(shown(each.figure)) + 1, each) for each in every)


def spread_of(figures: Sequence[float]) -> Spread:
    """The quartiles (linear between neighbouring figures) and the ends of two figures or more."""
    low, middle, high = quantiles(figures, n=4, method="inclusive")
    return Spread(min(figures), low, middle, high, max(figures))


def _published(every: Sequence[Peer], code: str | None, ours: Ours) -> Peer | None:
    """The national figure for us, where it reads differently from our own."""
    own = next((each for each in every if each.code == code), None)
    return own if own and shown(own.figure) != shown(ours.figure) else None
