"""The shipped national picture: its counts against what Ofsted published, ranks against an independent computation."""

from collections.abc import Mapping
from datetime import date
from functools import cache

import pandas as pd
import pytest

from readiness.insight.indicators.facts import indicators_on
from readiness.insight.inspections.judgements import last_judgements
from readiness.insight.inspections.national_judgements import records, spreads
from readiness.insight.inspections.neighbours import neighbours
from readiness.insight.standing.fact import Standing
from readiness.insight.standing.facts import standing
from tests.pages.shipped import ROOT, shipped

LAST_COUNTED = date(2025, 5, 14)
"""Ofsted's table counts inspections by their first day, to 31 March 2025; the last of their reports came out then."""
OFSTED: Mapping[str, tuple[int, int, int, int]] = {
    "impact-of-leaders": (15, 33, 60, 45),
    "help-and-protection": (15, 45, 71, 22),
    "children-in-care": (11, 30, 75, 37),
    "care-leavers": (7, 26, 43, 27),
}
"""Inadequate, requires improvement, good, outstanding: Ofsted, Local authority inspection outcomes as at 31 March
2025, table 1, published 25 September 2025. 50 authorities have no care leavers judgement there."""
CODES = {"wokingham": "E06000041", "reading": "E06000038"}
DAYS = (date(2019, 12, 31), date(2026, 4, 2))


def test_the_spread_of_grades_is_what_ofsted_published() -> None:
    found = {each.area: each for each in spreads(shipped("wokingham"), LAST_COUNTED, "ilacs-2023")}
    assert {area: spread.counts for area, spread in found.items()} == OFSTED
    assert (found["care-leavers"].jointly, found["care-leavers"].never) == (50, 0)


@pytest.mark.parametrize("dataset", CODES)
@pytest.mark.parametrize("framework", ["sif-2013", "ilacs-2018", "ilacs-2023", "ilacs-2026"])
def test_our_row_among_the_neighbours_is_our_own_last_judgement(dataset: str, framework: str) -> None:
    workspace, day = shipped(dataset), date(2026, 4, 2)
    ours = next(row for row in neighbours(workspace, day, framework) if row.near == 0)
    last = last_judgements(workspace.evidence(framework), day)
    assert {cell.area: cell.latest and cell.latest.grade for cell in ours.cells} == {
        area: judged and judged.grade for area, judged in last.items()
    }


def test_neighbours_are_those_of_the_file_with_their_last_judgement() -> None:
    workspace, day = shipped("wokingham"), date(2026, 4, 2)
    rows = {row.name: row for row in neighbours(workspace, day, "ilacs-2026")}
    file = pd.read_csv(ROOT / "data/national/judgements.csv", parse_dates=["published"])
    assert len(rows) == 11
    days = [row.newest or date.min for row in rows.values()]
    assert days == sorted(days, reverse=True)
    for row in rows.values():
        mine = file[(file["authority"] == row.code) & (file["area"] == "help-and-protection")]
        last = mine[mine["published"] <= pd.Timestamp(day)].sort_values("published").iloc[-1]
        cell = next(cell for cell in row.cells if cell.area == "help-and-protection")
        assert cell.latest and (cell.latest.grade, cell.latest.published) == (
            last["grade"],
            last["published"].date(),
        )


def test_no_judgement_is_seen_before_it_was_published() -> None:
    day = date(2019, 12, 31)
    seen = records(shipped("reading"), day, "ilacs-2026")
    assert max(each.published for areas in seen.values() for row in areas.values() for each in row) <= day


@cache
def read(path: str) -> Mapping[object, pd.DataFrame]:
    """The rows of a file by indicator and period, each with its figure and the day it was known."""
    rows = pd.read_csv(ROOT / path, parse_dates=["period_end", "published"], low_memory=False)
    units = {key: each.unit for key, each in shipped("wokingham").config.indicators.items()}
    per = rows["indicator"].map(units).map({"percent": 100, "rate per 10,000": 10_000}).fillna(1)
    worked_out = per * rows["numerator"] / rows["denominator"]
    known = rows["published"].fillna(rows["period_end"])
    held = rows.assign(figure=rows["value"].fillna(worked_out), known=known).dropna(subset="figure")
    return dict(iter(held.sort_values("known", kind="stable").groupby(["indicator", "period_end"])))


def expected(dataset: str, found: Standing, as_at: date) -> tuple[int, int, int]:
    """Place, of how many, and how many share it: pandas' own ranking of the files."""
    key = (found.indicator.id, pd.Timestamp(found.period_end))
    ours, others = (
        read(path)[key] for path in (f"data/{dataset}/observations.csv", "data/national/figures.csv")
    )
    ours = ours[ours["team"].isna() & ours["group"].isna() & (ours["reliability"] != "disputed")]
    ours, others = (rows[rows["known"] <= pd.Timestamp(as_at)] for rows in (ours, others))
    figures = others.drop_duplicates("authority", keep="last").set_index("authority")["figure"].copy()
    figures[CODES[dataset]] = ours["figure"].iloc[-1]
    places = figures.round(1).rank(method="min", ascending=found.better == "low")
    mine = places[CODES[dataset]]
    return int(mine), len(figures), int((places == mine).sum())


@pytest.mark.parametrize("dataset", CODES)
@pytest.mark.parametrize("as_at", DAYS)
def test_every_rank_agrees_with_pandas(dataset: str, as_at: date) -> None:
    workspace = shipped(dataset)
    found = [standing(workspace, as_at, each) for each in indicators_on(workspace, as_at).facts]
    ranked = [each for each in found if isinstance(each, Standing)]
    assert len(ranked) > 25
    for each in ranked:
        rank = each.rank
        assert (rank.place, rank.of, rank.joint) == expected(dataset, each, as_at), each.indicator.id


def test_northmere_is_placed_beside_real_authorities_and_has_no_neighbours() -> None:
    workspace, day = shipped("northmere"), date(2026, 11, 6)
    found = standing(workspace, day, "re-referrals-12m")
    assert isinstance(found, Standing) and found.fictional and not found.neighbours
    assert (found.period_end, found.ours.months, found.rank.of) == (date(2025, 3, 31), 12, 154)
    assert neighbours(workspace, day, "ilacs-2026") == ()
