"""Every inspection that can be looked back on, scored as it could have been on the day before it began.

Only what was published by that day counts: indicators and earlier judgements, by the method as shipped.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pandas as pd

from readiness.config.models import GRADES, Config, Framework
from readiness.config.models import STRANDS as ALL_STRANDS
from readiness.dates import day_number, from_day_number
from readiness.evidence.context import ReadTable, make_context
from readiness.evidence.dataset import Dataset, DatasetDescription
from readiness.evidence.read import empty_table, parse_table
from readiness.evidence.tables import TABLES
from readiness.scoring import Evidence, prepare, score_at, score_history
from readiness.scoring.results import AreaScore

STRANDS = ("performance", "scrutiny")
"""What is published of every authority; the other three strands are nobody's but the authority's own."""

TWO_YEARS = 730
"""Days back for the direction of travel."""


@dataclass(frozen=True)
class Published:
    """What is published of all authorities: the figures and the judgements as `readiness.national` reads them."""

    figures: pd.DataFrame
    judgements: pd.DataFrame


def without_later_scales(published: Published, config: Config) -> Published:
    """Less the figures that came out before the first scale of their indicator: a later year's scale judges them."""
    first = {
        indicator.id: min(entry.from_ for entry in indicator.scale)
        for indicator in config.indicators.values()
        if indicator.scale
    }
    # As days from 1970: an undated scale is from the year 1, which pandas' dates may not reach.
    from_day = (
        published.figures["indicator"].astype(str).map({key: day_number(day) for key, day in first.items()})
    )
    known = published.figures["published"].to_numpy().astype("datetime64[D]").astype(np.int64)
    return Published(published.figures[~(known < from_day.to_numpy())], published.judgements)


def scored_inspections(
    datasets: Mapping[str, Dataset], judgements: pd.DataFrame, config: Config
) -> pd.DataFrame:
    """One row an inspection since 2018 and area judged: what was known the day before, and the grade given.

    `given` and `previous` are places in `GRADES`, scores 0 to 100, NaN where there was no evidence. `group` is the
    area of the latest framework that the judgement speaks for; `enough` says whether a page would show a number.
    """
    before = days_before(judgements)
    tested = judgements[judgements["framework"].isin(_tested(config))]
    rows = [
        row
        for authority, mine in tested.groupby("authority", observed=True)
        for row in _of_authority(str(authority), datasets[str(authority)], mine, before, config)
    ]
    return pd.DataFrame(rows).sort_values(["as_at", "authority", "group"], kind="stable", ignore_index=True)


def scores_under(datasets: Mapping[str, Dataset], scored: pd.DataFrame, config: Config) -> pd.Series:
    """The score of each row of `scored_inspections` under another configuration, NaN where there is none."""
    found = pd.Series(np.nan, index=scored.index)
    for authority, framework in scored[["authority", "framework"]].drop_duplicates().itertuples(index=False):
        mine = scored[(scored["authority"] == authority) & (scored["framework"] == framework)]
        evidence = prepare(datasets[authority], config, config.frameworks[framework])
        days = sorted(day.date() for day in mine["as_at"].unique())
        history = score_history(evidence, days)
        for row, area, as_at in zip(mine.index, mine["area"], mine["as_at"], strict=True):
            found[row] = _or_nan(history.areas[area][days.index(as_at.date())])
    return found


def datasets(published: Published, config: Config) -> dict[str, Dataset]:
    """Every judged authority as a dataset in memory, read by the same reader as a folder of files.

    Raises ValueError where the reader would set a row aside: nothing may be lost on the way.
    """
    figures = dict(iter(published.figures.groupby("authority", observed=True)))
    judgements = dict(iter(published.judgements.groupby("authority", observed=True)))
    return {
        str(authority): _dataset(
            str(authority), figures.get(authority, published.figures[:0]), judged, config
        )
        for authority, judged in judgements.items()
    }


def _dataset(authority: str, figures: pd.DataFrame, judged: pd.DataFrame, config: Config) -> Dataset:
    frames = {
        "observations": _observations(figures),
        "inspections": _inspections(judged),
        "judgements": judged[["inspection", "area", "grade"]],
    }
    tables: dict[str, ReadTable] = {name: empty_table(table) for name, table in TABLES.items()}
    context = make_context(config, tables)
    for name, frame in frames.items():
        content = frame.to_csv(index=False, date_format="%Y-%m-%d").encode()
        tables[name], problems = parse_table(content, TABLES[name], context)
        if tables[name].set_aside:
            raise ValueError(f"{authority}: a row of {name} would be set aside: {problems[0]}")
    return Dataset(authority, Path(authority), _description(authority), tables, ())


def _description(authority: str) -> DatasetDescription:
    return DatasetDescription.model_validate(
        {
            "title": authority,
            "kind": "published",
            "authority": {"name": authority, "ons_code": authority},
            "strands": STRANDS,
        }
    )


def _observations(figures: pd.DataFrame) -> pd.DataFrame:
    kept = figures[["indicator", "period_end", "figure", "published"]]
    return kept.rename(columns={"figure": "value"}).assign(source="published")


def _inspections(judged: pd.DataFrame) -> pd.DataFrame:
    once = judged.drop_duplicates("inspection")[["inspection", "framework", "start", "published"]]
    return once.assign(kind="inspection", title=once["inspection"], source="published")


# One authority -----------------------------------------------------------------------------------


def _of_authority(
    authority: str, dataset: Dataset, mine: pd.DataFrame, before: Mapping[str, date], config: Config
) -> Iterator[dict[str, object]]:
    evidence: dict[str, Evidence] = {}
    for inspection, graded in mine.groupby("inspection", observed=True):
        framework = config.frameworks[str(graded["framework"].iloc[0])]
        if framework.id not in evidence:
            evidence[framework.id] = prepare(dataset, config, framework)
        given = {str(area): str(grade) for area, grade in zip(graded["area"], graded["grade"], strict=True)}
        as_at = before[str(inspection)]
        for row in _areas(evidence[framework.id], as_at, given, groups(config, framework)):
            yield {"authority": authority, "inspection": str(inspection), "as_at": pd.Timestamp(as_at), **row}


def _tested(config: Config) -> list[str]:
    return [framework for framework in config.frameworks if framework.startswith("ilacs")]


def days_before(judgements: pd.DataFrame) -> dict[str, date]:
    """Inspection -> the day before it began; where the first day isn't known, the median wait before the report."""
    once = judgements.drop_duplicates("inspection").set_index("inspection")
    wait = (once["published"] - once["start"]).median()
    began = once["start"].fillna(once["published"] - (wait if pd.notna(wait) else pd.Timedelta(days=60)))
    return {str(key): day.date() - timedelta(days=1) for key, day in began.items()}


def groups(config: Config, framework: Framework) -> Mapping[str, str]:
    """Area of a framework -> the first area of the latest framework that it speaks for."""
    latest = max(config.frameworks.values(), key=lambda each: each.in_force.from_)
    found = {}
    for area in reversed(latest.areas):
        for name in (f"{latest.id}/{area.id}", *area.continues):
            found[name] = area.id
    return {
        area.id: found[f"{framework.id}/{area.id}"]
        for area in framework.areas
        if f"{framework.id}/{area.id}" in found
    }


def _areas(
    evidence: Evidence, as_at: date, given: Mapping[str, str], group: Mapping[str, str]
) -> Iterator[dict[str, object]]:
    now = score_at(evidence, as_at)
    then = {area.id: area for area in score_at(evidence, as_at - timedelta(days=TWO_YEARS)).areas}
    for area in now.areas:
        if given.get(area.id) in GRADES:
            yield {
                "framework": evidence.framework.id,
                "area": area.id,
                "group": group[area.id],
                "given": GRADES.index(given[area.id]),
                **_known(area, then[area.id]),
                "performance_weight": _performance_weight(evidence, area),
                **_previous(evidence, area.id, as_at),
            }


def _known(area: AreaScore, then: AreaScore) -> dict[str, object]:
    performance, scrutiny = (area.strands[name] for name in STRANDS)
    return {
        "score": _or_nan(area.score),
        "uncapped": _or_nan(area.uncapped),
        "indicative": GRADES.index(area.grade) if area.grade else -1,
        "enough": area.enough,
        "coverage": area.coverage,
        "performance": _or_nan(performance.score),
        "performance_coverage": performance.coverage,
        "scrutiny": _or_nan(scrutiny.score),
        "change": _or_nan(performance.score) - _or_nan(then.strands["performance"].score),
    }


def _performance_weight(evidence: Evidence, area: AreaScore) -> float:
    """How much of the area's score comes from indicators, 0 to 1; NaN where it has no score."""
    index = [each.id for each in evidence.framework.areas].index(area.id)
    expected = evidence.expected.share[evidence.criteria_of(index)].sum(axis=0)
    held = {name: area.strands[name].coverage * expected[ALL_STRANDS.index(name)] for name in STRANDS}
    return held["performance"] / sum(held.values()) if sum(held.values()) else float("nan")


def _previous(evidence: Evidence, area: str, as_at: date) -> dict[str, object]:
    """The latest judgement on the area known that day; the lowest, where several were published together."""
    index = [each.id for each in evidence.framework.areas].index(area)
    judged = evidence.judgements
    mine = (judged.area == index) & (judged.published <= day_number(as_at))
    if not mine.any():
        return {"previous": -1, "previous_published": pd.NaT}
    last = judged.published[mine].max()
    lowest = judged.grade[mine & (judged.published == last)].min()
    return {"previous": int(lowest), "previous_published": pd.Timestamp(from_day_number(last))}


def _or_nan(score: float | None) -> float:
    return float("nan") if score is None else score
