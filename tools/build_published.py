"""Write the published figures of the two real datasets: observations.csv and comparators.csv.

    python tools/build_published.py [--shared ../shared/data] [--data data]

Observations are the published statistics of the authority and the rows kept by hand in
`tools/curated/<dataset>/observations.csv`. Comparators are England, the region and the median of the ten
statistical neighbours. The dashboard and its tests read what this script wrote and never the releases.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pandas as pd

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # so that the script runs as a file, from any folder

from tools.published import SERIES, Series  # noqa: E402
from tools.released_figures import numbers, series_figures  # noqa: E402
from tools.released_tables import ENGLAND, SOUTH_EAST, neighbours, read_tables  # noqa: E402
from tools.remarks import remark_on  # noqa: E402

DATASETS: Mapping[str, str] = {"reading": "870", "wokingham": "872"}
AREAS: Mapping[str, str] = {"England": ENGLAND, "South East": SOUTH_EAST}
NEIGHBOURS = "Statistical neighbours"
ENOUGH_NEIGHBOURS = 5
OBSERVATIONS = (
    "indicator",
    "period_end",
    "value",
    "numerator",
    "denominator",
    "team",
    "group",
    "published",
    "reliability",
    "source",
    "note",
)
COMPARATORS = (
    "indicator",
    "period_end",
    "comparator",
    "value",
    "numerator",
    "denominator",
    "published",
    "source",
)
OBSERVATION_KEY = ["indicator", "period_end", "team", "group", "published"]

Row = dict[str, str]


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    tables, near = read_tables(options.shared), neighbours(options.shared)
    figures = {series: series_figures(series, tables) for series in SERIES}
    for dataset, area in DATASETS.items():
        folder = options.data / dataset
        observed = observations(figures, area, _curated(options.curated / dataset / "observations.csv"))
        _write(observed, folder / "observations.csv")
        _write(comparators(figures, near[area]), folder / "comparators.csv")
    return 0


def observations(figures: Mapping[Series, pd.DataFrame], area: str, curated: pd.DataFrame) -> pd.DataFrame:
    """The authority's published figures and the rows kept by hand, as `observations.csv` wants them.

    Raises ValueError where two rows have one key: the reader would set the second aside.
    """
    rows = [row for series, table in figures.items() for row in _observed(series, table, area)]
    table = pd.concat([pd.DataFrame(rows, columns=list(OBSERVATIONS)), curated]).fillna("")
    twice = table[table.duplicated(OBSERVATION_KEY)]
    if not twice.empty:
        raise ValueError(f"two rows with one key:\n{twice[OBSERVATION_KEY].to_string(index=False)}")
    return table.sort_values(["indicator", "period_end", "published"], kind="stable")


def comparators(figures: Mapping[Series, pd.DataFrame], near: Sequence[str]) -> pd.DataFrame:
    """England, the region and the neighbours' median, as `comparators.csv` wants them; no bare counts."""
    rows = [
        row
        for series, table in figures.items()
        if not series.indicator.endswith("-count")
        for row in [*_compared(series, table), *_neighbours(series, table, near)]
    ]
    table = pd.DataFrame(rows, columns=list(COMPARATORS))
    return table.sort_values(["indicator", "period_end", "comparator"], kind="stable")


def neighbours_median(figures: pd.DataFrame, per: int, near: Sequence[str]) -> pd.DataFrame:
    """By year: `median` of the neighbours' figures and `known`, how many of them have one.

    Years in which fewer than five neighbours have a figure are left out: too few to stand for the ten.
    """
    chosen = figures[figures.index.get_level_values("area").isin(list(near))]
    from_counts = numbers(chosen["numerator"]) / numbers(chosen["denominator"]) * per
    known = numbers(chosen["value"]).fillna(from_counts).dropna()
    by_year = known.groupby(level="year").agg(median="median", known="size")
    return by_year[by_year["known"] >= ENOUGH_NEIGHBOURS]


def _observed(series: Series, table: pd.DataFrame, area: str) -> Iterator[Row]:
    for year, figure in _of_area(table, area):
        remark = remark_on(series, year, area, figure)
        yield {
            **_dated(series, year),
            **_counted(figure),
            "team": "",
            "group": "",
            "reliability": remark.reliability,
            "source": figure["source"],
            "note": remark.note,
        }


def _compared(series: Series, table: pd.DataFrame) -> Iterator[Row]:
    for comparator, area in AREAS.items():
        for year, figure in _of_area(table, area):
            if figure["value"] or figure["numerator"]:
                row = {**_dated(series, year), **_counted(figure), "source": figure["source"]}
                yield {**row, "comparator": comparator}


def _neighbours(series: Series, table: pd.DataFrame, near: Sequence[str]) -> Iterator[Row]:
    sources = table["source"].groupby(level="year").agg(lambda cells: cells.mode().iloc[0])
    for year, median, known in neighbours_median(table, series.per, near).itertuples():
        model = f"Median of the {known} of 10 statistical neighbours with a figure (DfE model, May 2025)"
        yield {
            **_dated(series, year),
            "comparator": NEIGHBOURS,
            "value": f"{round(median, 2):g}",
            "numerator": "",
            "denominator": "",
            "source": f"{model}; {sources[year].partition('; counts')[0]}",
        }


def _of_area(table: pd.DataFrame, area: str) -> Iterator[tuple[int, Row]]:
    for (year, found), figure in table.to_dict("index").items():
        if found == area:
            yield year, figure


def _dated(series: Series, year: int) -> Row:
    release = series.release
    return {
        "indicator": series.indicator,
        "period_end": release.period_end(year).isoformat(),
        "published": release.published(year).isoformat(),
    }


def _counted(figure: Row) -> Row:
    return {column: figure[column] for column in ("value", "numerator", "denominator")}


def _curated(path: Path) -> pd.DataFrame:
    if not path.exists():
        return pd.DataFrame(columns=list(OBSERVATIONS))
    return pd.read_csv(path, dtype=str, encoding="utf-8-sig", keep_default_na=False)[list(OBSERVATIONS)]


def _write(table: pd.DataFrame, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    table.to_csv(path, index=False, lineterminator="\n")
    print(f"{path}: {len(table)} rows")


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Write the published figures of the real datasets.")
    parser.add_argument("--shared", type=Path, default=ROOT / "../shared/data", help="folder of the releases")
    parser.add_argument("--data", type=Path, default=ROOT / "data", help="folder of the datasets")
    parser.add_argument("--curated", type=Path, default=ROOT / "tools/curated", help="rows kept by hand")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
