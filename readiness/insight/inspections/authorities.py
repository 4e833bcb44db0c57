"""The authorities of the national picture: their names, who there was on a day, and which of them is ours."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from readiness.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Authority:
    """One authority. `since` is the first period end or report of it in the national data, `until` its last day."""

    code: str
    name: str
    region: str
    since: date
    until: date

    def stood_on(self, day: date) -> bool:
        """Whether there was such an authority on a day, as far as the national data show."""
        return self.since <= day <= self.until


def authorities(workspace: Workspace) -> Mapping[str, Authority]:
    """Every authority of the national picture by its code. One without any figure or judgement began in no time."""
    national = workspace.national
    seen = pd.concat(
        [
            national.figures[["authority", "period_end"]].set_axis(["authority", "day"], axis=1),
            national.judgements[["authority", "published"]].set_axis(["authority", "day"], axis=1),
        ]
    ).astype({"authority": str})
    first = seen.groupby("authority")["day"].min().to_dict()
    return {
        code: Authority(code, row["name"], row["region"], first[code].date(), _until(row["until"]))
        for row in national.authorities.astype({"authority": str, "name": str, "region": str}).to_dict(
            "records"
        )
        if (code := row["authority"]) in first
    }


def _until(day: pd.Timestamp) -> date:
    return date.max if pd.isna(day) else day.date()


def our_code(workspace: Workspace) -> str | None:
    """The ONS code of the dataset's authority; None where it has none, or one that no real authority has."""
    code = workspace.dataset.description.authority.ons_code
    return code if code in workspace.once(authorities) else None


def counted_on(workspace: Workspace, day: date) -> int:
    """How many authorities there were on a day."""
    return sum(each.stood_on(day) for each in workspace.once(authorities).values())


def neighbour_model(workspace: Workspace, code: str) -> str:
    """The year of the model that names an authority's neighbours; empty where none does."""
    pairs = workspace.national.neighbours
    return max(pairs[pairs["authority"] == code]["model"].astype(str), default="")


def titles_of(workspace: Workspace, sources: pd.Series) -> tuple[str, ...]:
    """The titles of the publications that some rows of the national picture stand in, each once."""
    held = workspace.national.sources
    titles = dict(zip(held["source"].astype(str), held["title"].astype(str), strict=True))
    named = (titles[each].split("; ") for each in dict.fromkeys(sources.astype(str)))
    return tuple(dict.fromkeys(title for several in named for title in several))
