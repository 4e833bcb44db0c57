"""What was known of the other authorities on a day: nothing published later is seen."""

from datetime import date

import pandas as pd

from readiness.national.read import National


def neighbours_of(national: National, authority: str) -> tuple[str, ...]:
    """The codes of an authority's statistical neighbours, nearest first, by the latest model that has some.

    None for an authority without neighbours, such as a fictional one.
    """
    pairs = national.neighbours
    mine = pairs[pairs["authority"] == authority]
    latest = mine[mine["model"] == max(mine["model"].astype(str), default="")]
    return tuple(latest.sort_values("rank")["neighbour"].astype(str))


def figures_known(national: National, indicator: str, as_at: date) -> pd.DataFrame:
    """The figures of an indicator known on a day: a row for each authority and period, the last published.

    In the order of the periods; `figure` is in the indicator's unit.
    """
    figures = national.figures
    known = figures[(figures["indicator"] == indicator) & (figures["published"] <= pd.Timestamp(as_at))]
    ordered = known.sort_values(["period_end", "published"], kind="stable")
    return ordered.drop_duplicates(["period_end", "authority"], keep="last")


def judgements_known(national: National, as_at: date) -> pd.DataFrame:
    """The judgements published by a day, the day included, in the order of publication."""
    judgements = national.judgements
    known = judgements[judgements["published"] <= pd.Timestamp(as_at)]
    return known.sort_values(["published", "inspection"], kind="stable")
