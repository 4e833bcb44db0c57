"""The tables of what a score was worth: measures by area and period, bands, the share each area rests on, misses."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import pandas as pd

from readiness.config.models import GRADES, Config
from readiness.worth.facts import EVERY_AREA, WHOLE
from tools.worth_measures import (
    Estimate,
    Measure,
    auc,
    estimated,
    less,
    rank_correlation,
    resamples,
    share,
    weighted_kappa,
)

GOOD = GRADES.index("good")
PERIODS = {"2018-2020": (2018, 2020), "2021-2022": (2021, 2022), "2023-2026": (2023, 2026)}
NO_PERIODS: Mapping[str, tuple[int, int]] = {}
EVIDENCE = {
    "readiness": "score",
    "performance": "performance",
    "scrutiny": "scrutiny",
    "previous": "previous",
    "change": "change",
}
"""What is compared with the judgement, and its column: both kinds of evidence, each alone, and two simple rivals."""
MISSES = 5
DECIMALS = 4


def measures(scored: pd.DataFrame, strict: pd.DataFrame) -> pd.DataFrame:
    """Every measure with its interval: by which judgements count, which scales, period, area and evidence.

    `strict` has the same rows, scored without the figures that a later year's scale would judge.
    """
    held = scored[both_kinds(scored)]
    shown = held[held["enough"]]
    known = strict.loc[shown.index]
    known = known[both_kinds(known)]
    rows = [
        *_measured(shown, {"counted": "shown", "scales": "as shipped"}, PERIODS),
        *_measured(held, {"counted": "any evidence", "scales": "as shipped"}),
        *_measured(shown.loc[known.index], {"counted": "scale known by then", "scales": "as shipped"}),
        *_measured(known, {"counted": "scale known by then", "scales": "known by then"}),
    ]
    return pd.DataFrame(rows).dropna(subset=["estimate"])


def both_kinds(scored: pd.DataFrame) -> pd.Series:
    """Which rows have indicators as well as an earlier judgement: only on those can kinds of evidence be compared."""
    return scored["performance"].notna() & (scored["previous"] >= 0)


def _measured(
    rows: pd.DataFrame, about: Mapping[str, str], periods: Mapping[str, tuple[int, int]] = NO_PERIODS
) -> Iterator[dict[str, object]]:
    for period, (first, last) in {WHOLE: (2018, 2026), **periods}.items():
        within = rows[rows["as_at"].dt.year.between(first, last)]
        for area, mine in by_area(within):
            for evidence, measure, chosen, made in [
                *_in_order(mine),
                *(_graded(mine) if period == WHOLE else ()),
            ]:
                if len(chosen):
                    yield {
                        **about, "period": period, "area": area, "evidence": evidence, "measure": measure,
                        **counts(chosen), **interval(made, chosen),
                    }  # fmt: skip


def by_area(rows: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """All rows together, then each area's."""
    yield EVERY_AREA, rows
    for area, mine in rows.groupby("group"):
        yield str(area), mine


Asked = tuple[str, str, pd.DataFrame, Measure]
"""Evidence, name of the measure, the rows it is of, the measure."""


def _in_order(rows: pd.DataFrame) -> Iterator[Asked]:
    """Whether more went with better: each kind of evidence, and both kinds less each rival."""
    for evidence, column in EVIDENCE.items():
        chosen = rows[rows[column].notna()]
        yield evidence, "auc", chosen, good_auc(chosen, column)
        yield evidence, "rank", chosen, rank_correlation(_numbers(chosen, column), _numbers(chosen, "given"))
    for rival in ("previous", "performance"):
        made = less(good_auc(rows, "score"), good_auc(rows, EVIDENCE[rival]))
        yield f"readiness less {rival}", "auc", rows, made


def _graded(rows: pd.DataFrame) -> Iterator[Asked]:
    """Whether the indicative grade was the one given, against the same grade again and against always good."""
    graded = rows[rows["indicative"] >= 0]
    given = graded["given"].to_numpy()
    for evidence, column in {"readiness": "indicative", "previous": "previous"}.items():
        said = graded[column].to_numpy()
        yield evidence, "kappa", graded, weighted_kappa(said, given, len(GRADES))
        yield evidence, "same grade", graded, share(said == given)
    yield "always good", "same grade", graded, share(given == GOOD)


def good_auc(rows: pd.DataFrame, column: str) -> Measure:
    """How often the higher of two figures went with a judgement of Good or better."""
    return auc(_numbers(rows, column), (rows["given"] >= GOOD).to_numpy())


def counts(rows: pd.DataFrame) -> dict[str, int]:
    """How many judgements, of how many authorities, and how many of them Good or better."""
    return {
        "judgements": len(rows),
        "authorities": rows["authority"].nunique(),
        "good": int((rows["given"] >= GOOD).sum()),
    }


def interval(measure: Measure, rows: pd.DataFrame) -> dict[str, float]:
    """A measure of rows with its interval, rounded as it is shipped."""
    return rounded(estimated(measure, resamples(tuple(rows["authority"]))))


def rounded(estimate: Estimate, prefix: str = "") -> dict[str, float]:
    """An estimate as columns; `prefix` goes before `low` and `high` and, where given, names the estimate."""
    names = (prefix or "estimate", f"{prefix}_low".lstrip("_"), f"{prefix}_high".lstrip("_"))
    values = (round(value, DECIMALS) for value in (estimate.value, estimate.low, estimate.high))
    return dict(zip(names, values, strict=True))


def _numbers(rows: pd.DataFrame, column: str) -> np.ndarray:
    return rows[column].to_numpy(dtype=float)


# What a band went on to, what an area rests on, and the worst misses --------------------------------


def bands(scored: pd.DataFrame) -> pd.DataFrame:
    """By area and band of the score: how many judgements followed, of each grade, and the share Good or better."""
    rows = []
    for area, mine in by_area(scored[scored["indicative"] >= 0]):
        for place, grade in enumerate(GRADES):
            chosen = mine[mine["indicative"] == place]
            if len(chosen):
                followed = {name: int((chosen["given"] == index).sum()) for index, name in enumerate(GRADES)}
                about = {"judgements": len(chosen), "authorities": chosen["authority"].nunique()}
                made = share((chosen["given"] >= GOOD).to_numpy())
                rows.append({"area": area, "band": grade, **about, **followed, **interval(made, chosen)})
    return pd.DataFrame(rows)


def areas(scored: pd.DataFrame) -> pd.DataFrame:
    """By area: judgements given, how many had both kinds of evidence, how many a number; what the score rests on."""
    rows = []
    for area, mine in by_area(scored):
        held = mine[both_kinds(mine)]
        shown = held[held["enough"]]
        age = (shown["as_at"] - shown["previous_published"]).dt.days / 365.25
        rows.append(
            {
                "area": area,
                "judgements": len(mine),
                "both_kinds": len(held),
                "shown": len(shown),
                "performance_weight": round(float(shown["performance_weight"].median()), DECIMALS),
                "previous_years_old": round(float(age.median()), 1),
            }
        )
    return pd.DataFrame(rows)


def misses(scored: pd.DataFrame, names: Mapping[str, str], config: Config) -> pd.DataFrame:
    """The highest scores judged inadequate and the lowest judged outstanding, one area an inspection."""
    shown = scored[scored["indicative"] >= 0]
    high = _furthest(shown[shown["given"] == 0].sort_values("score", ascending=False, kind="stable"))
    low = _furthest(shown[shown["given"] == len(GRADES) - 1].sort_values("score", kind="stable"))
    return pd.concat([_told(high, names, config), _told(low, names, config)], ignore_index=True)


def _furthest(ordered: pd.DataFrame) -> pd.DataFrame:
    return ordered.drop_duplicates("inspection").head(MISSES)


def _told(rows: pd.DataFrame, names: Mapping[str, str], config: Config) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "authority": rows["authority"],
            "name": rows["authority"].map(names),
            "inspection": rows["inspection"],
            "framework": rows["framework"],
            "area": _labels(rows, config),
            "as_at": rows["as_at"].dt.date,
            "given": [GRADES[place] for place in rows["given"]],
            "score": rows["score"].round(DECIMALS),
            "indicative": [GRADES[place] for place in rows["indicative"]],
            "performance": rows["performance"].round(DECIMALS),
            "previous": [GRADES[place] if place >= 0 else "" for place in rows["previous"]],
            "previous_published": rows["previous_published"].dt.date,
        }
    )


def _labels(rows: pd.DataFrame, config: Config) -> Sequence[str]:
    labels = {
        (framework.id, area.id): area.label
        for framework in config.frameworks.values()
        for area in framework.areas
    }
    return [labels[pair] for pair in zip(rows["framework"], rows["area"], strict=True)]
