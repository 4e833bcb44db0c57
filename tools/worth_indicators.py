"""Which published indicators went with the judgement that followed, each by itself.

A figure counts as its place among all authorities in the same release: no scale, and nothing later, is needed.
"""

from collections.abc import Iterator
from datetime import timedelta

import pandas as pd

from readiness.config.models import Config, Indicator
from readiness.items import Lookup, fresh_days
from tools.worth_measures import auc, estimated, resamples, stand_out, two_sided
from tools.worth_tables import DECIMALS, GOOD, counts, rounded

CHANCE = 0.5


def indicators(scored: pd.DataFrame, figures: pd.DataFrame, config: Config) -> pd.DataFrame:
    """One row an indicator and area that it feeds: how often the better figure went with Good or better.

    For an indicator that is context only, the higher figure is taken. `probability` is of lying so far from a
    half by chance; `stands_out` holds where at most one in twenty of those so marked may be chance.
    """
    places = positions(figures, config)
    rows = [
        row
        for indicator in config.indicators.values()
        for area in areas_of(indicator, config)
        for row in _row(indicator, area, scored[scored["group"] == area], places, config)
    ]
    table = pd.DataFrame(rows)
    table["stands_out"] = stand_out(table["probability"])
    return table.assign(probability=table["probability"].round(DECIMALS))


def positions(figures: pd.DataFrame, config: Config) -> pd.DataFrame:
    """Each figure's place among all authorities' of the same period, 0 the low end and 1 the good end."""
    known = figures[figures["figure"].notna()]
    ranked = known.groupby(["indicator", "period_end"], observed=True)["figure"]
    place = (ranked.rank() - 0.5) / ranked.transform("size")
    falling = (
        known["indicator"]
        .astype(str)
        .map({each.id: better_is_lower(each) for each in config.indicators.values()})
    )
    return known.assign(place=place.where(~falling.astype(bool), 1 - place))


def better_is_lower(indicator: Indicator) -> bool:
    """Whether the scale falls; False for context."""
    return indicator.scale is not None and indicator.scale[0].values[0] > indicator.scale[0].values[-1]


def areas_of(indicator: Indicator, config: Config) -> list[str]:
    """The areas of the latest framework that an indicator feeds, in order."""
    framework = max(config.frameworks.values(), key=lambda each: each.in_force.from_)
    lookup = Lookup(framework)
    fed = {int(lookup.area_of[index]) for index in lookup.mapping(indicator)}
    return [framework.areas[index].id for index in sorted(fed)]


def _row(
    indicator: Indicator, area: str, scored: pd.DataFrame, places: pd.DataFrame, config: Config
) -> Iterator[dict[str, object]]:
    mine = places[places["indicator"] == indicator.id]
    held = latest_known(scored, mine, timedelta(days=fresh_days(indicator, config.scoring)))
    if held.empty:
        return
    measure = auc(held["place"].to_numpy(), (held["given"] >= GOOD).to_numpy())
    weights = resamples(tuple(held["authority"]))
    estimate = estimated(measure, weights)
    if estimate.value == estimate.value:
        yield {
            "indicator": indicator.id,
            "area": area,
            "kind": "scored" if indicator.scored else "context",
            **counts(held),
            **rounded(estimate),
            "probability": two_sided(measure, weights, CHANCE),
        }


def latest_known(scored: pd.DataFrame, places: pd.DataFrame, fresh: timedelta) -> pd.DataFrame:
    """The rows with the place of the latest figure published by the day before, where it was still fresh."""
    known = places.sort_values(["published", "period_end"])[["authority", "published", "place"]]
    known = known.assign(
        authority=known["authority"].astype(str), published=known["published"].astype("datetime64[ns]")
    )
    asked = scored.sort_values("as_at").astype({"as_at": "datetime64[ns]"})
    found = pd.merge_asof(
        asked, known, left_on="as_at", right_on="published", by="authority", tolerance=fresh
    )
    return found[found["place"].notna()]
