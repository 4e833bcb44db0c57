"""Other weights, half-lives and scales: what they would have been worth before 2022, and from then on.

Exploratory: the method is not changed by it. An alternative that does better on the earlier inspections has to do
better on the later ones as well, which had no part in choosing it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

import pandas as pd

from readiness.config.models import Config, Indicator
from tools.worth_indicators import indicators, positions
from tools.worth_measures import estimated, less, resamples
from tools.worth_scored import Published, datasets, scores_under
from tools.worth_tables import both_kinds, counts, good_auc, rounded

SPLIT = pd.Timestamp("2022-01-01")
PERIODS = {"before 2022": (pd.Timestamp.min, SPLIT), "from 2022": (SPLIT, pd.Timestamp.max)}
PLACES = (0.01, 0.05, 0.28, 0.71, 0.95)
"""The shares of authorities at which the derived scales lie."""
NUMBERS_TRIED = (
    ("scrutiny", "weight", 5, "Inspection weighs 5 (shipped: 20; indicators 30)"),
    ("scrutiny", "weight", 10, "Inspection weighs 10"),
    ("scrutiny", "weight", 40, "Inspection weighs 40"),
    ("scrutiny", "weight", 80, "Inspection weighs 80"),
    ("scrutiny", "half_life_days", 183, "Inspection halves every 183 days (shipped: 548)"),
    ("scrutiny", "half_life_days", 1096, "Inspection halves every 1,096 days"),
    ("scrutiny", "half_life_days", 3653, "Inspection halves every 3,653 days"),
    ("performance", "half_life_days", 365, "Indicators halve every 365 days (shipped: 92)"),
)
"""Strand, key of `config/scoring.yaml`, number, and what that is in words."""
TRAVEL_TRIED = (0.25, 0.5, 1.0)
"""Points added to the score for each point that the indicators rose in two years."""
WORTH_KEEPING = 0.55
"""The pairs (0 to 1) that an indicator needs by itself before 2022, where it could be tried, to be kept."""


@dataclass(frozen=True)
class Alternative:
    """Another way to score. `scores` gives the score of every row of `scored_inspections`, in its order."""

    id: str
    what: str
    scores: Callable[[], pd.Series]


def alternatives(published: Published, scored: pd.DataFrame, config: Config) -> pd.DataFrame:
    """Each alternative against the score as shipped, on the same judgements, before 2022 and from 2022."""
    kept = both_kinds(scored) & scored["enough"]
    rows = []
    for each in _listed(published, scored, config):
        tried = scored.assign(tried=each.scores())[kept].dropna(subset=["tried"])
        for period, (first, until) in PERIODS.items():
            mine = tried[(tried["as_at"] >= first) & (tried["as_at"] < until)]
            rows.append({"alternative": each.id, "what": each.what, "period": period, **_compared(mine)})
    return pd.DataFrame(rows)


def _compared(rows: pd.DataFrame) -> dict[str, object]:
    weights = resamples(tuple(rows["authority"]))
    tried, shipped = good_auc(rows, "tried"), good_auc(rows, "score")
    return {
        **counts(rows),
        **rounded(estimated(tried, weights)),
        **rounded(estimated(less(tried, shipped), weights), "difference"),
    }


def _listed(published: Published, scored: pd.DataFrame, config: Config) -> Iterator[Alternative]:
    read = datasets(published, config)

    def again(changed: Config) -> pd.Series:
        return scores_under(read, scored, changed)

    yield Alternative("shipped", "The score as shipped", lambda: scored["score"])
    yield Alternative("uncapped", "No cap after an Inadequate judgement", lambda: scored["uncapped"])
    for strand, key, value, what in NUMBERS_TRIED:
        changed = with_strand(config, strand, **{key: value})
        yield Alternative(f"{strand}-{key}-{value:g}", what, partial(again, changed))
    for part in TRAVEL_TRIED:
        what = f"Plus {part:g} times the indicators' change in two years"
        yield Alternative(f"travel-{part:g}", what, partial(_with_travel, scored, part))
    yield Alternative(
        "places",
        "Indicators by their place among authorities in the same release",
        partial(_by_place, published, scored, config),
    )
    fewer = without_indicators(config, _unpromising(published, scored, config))
    what = f"Without the indicators that by themselves had under {100 * WORTH_KEEPING:g} before 2022"
    yield Alternative("promising", what, partial(again, fewer))


def with_strand(config: Config, name: str, **changes: float) -> Config:
    """The configuration with other numbers for one strand."""
    strands = config.scoring.strands
    changed = strands.model_copy(update={name: strands[name].model_copy(update=changes)})
    return replace(config, scoring=config.scoring.model_copy(update={"strands": changed}))


def without_indicators(config: Config, left_out: frozenset[str]) -> Config:
    """The configuration with these indicators as context only."""
    changed = {
        each.id: each.model_copy(update={"scale": None}) if each.id in left_out else each
        for each in config.indicators.values()
    }
    return replace(config, indicators=changed)


def _unpromising(published: Published, scored: pd.DataFrame, config: Config) -> frozenset[str]:
    """Scored indicators that did little by themselves before 2022; one that could not be tried is not among them."""
    earlier = indicators(scored[scored["as_at"] < SPLIT], published.figures, config)
    best = earlier[earlier["kind"] == "scored"].groupby("indicator")["estimate"].max()
    return frozenset(best[best < WORTH_KEEPING].index)


def _with_travel(scored: pd.DataFrame, part: float) -> pd.Series:
    return scored["score"] + part * scored["change"]


def _by_place(published: Published, scored: pd.DataFrame, config: Config) -> pd.Series:
    placed = positions(published.figures, config)
    figures = published.figures.assign(figure=placed["place"].reindex(published.figures.index))
    changed: Mapping[str, Indicator] = {
        each.id: _scaled_by_place(each) for each in config.indicators.values()
    }
    by_place = replace(config, indicators=changed)
    other = Published(figures, published.judgements)
    return scores_under(datasets(other, by_place), scored, by_place)


def _scaled_by_place(indicator: Indicator) -> Indicator:
    if indicator.scale is None:
        return indicator
    entry = indicator.scale[0].model_copy(update={"from_": date.min, "values": PLACES})
    return indicator.model_copy(update={"scale": (entry,)})
