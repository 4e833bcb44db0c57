"""What the scripts made and the project keeps: scales in the YAML, published figures in the two datasets."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import yaml

from tools.published import SERIES, Series

ROOT = Path(__file__).resolve().parents[3]
DATASETS = ("wokingham", "reading")
TABLES = [(dataset, table) for dataset in DATASETS for table in ("observations", "comparators")]
INDICATORS: dict[str, dict[str, Any]] = {
    entry["id"]: entry
    for entry in yaml.safe_load((ROOT / "config/indicators.yaml").read_text(encoding="utf-8"))["indicators"]
}
SCORED = sorted(name for name, entry in INDICATORS.items() if "scale" in entry)


def rows(dataset: str, table: str) -> pd.DataFrame:
    return pd.read_csv(ROOT / "data" / dataset / f"{table}.csv", dtype=str, keep_default_na=False)


def scales(indicator: str) -> list[list[float]]:
    scale = INDICATORS[indicator]["scale"]
    return [entry["values"] for entry in scale] if isinstance(scale[0], dict) else [scale]


@pytest.mark.parametrize("indicator", SCORED)
def test_every_scale_has_five_values_in_one_strict_direction(indicator: str) -> None:
    for values in scales(indicator):
        steps = [later - earlier for earlier, later in pairwise(values)]
        assert len(values) == 5
        assert all(step > 0 for step in steps) or all(step < 0 for step in steps)


@pytest.mark.parametrize("indicator", SCORED)
def test_every_scale_says_where_it_comes_from(indicator: str) -> None:
    basis = INDICATORS[indicator]["scale_basis"]
    assert basis.startswith(("Derived from the spread", "Local working standard", "Edge of good"))


@pytest.mark.parametrize("series", [series for series in SERIES if series.better], ids=lambda s: s.indicator)
def test_a_derived_scale_runs_the_way_that_better_runs(series: Series) -> None:
    for values in scales(series.indicator):
        assert (values[-1] > values[0]) == (series.better == "high")


def test_a_published_indicator_without_a_direction_has_no_scale() -> None:
    assert not {series.indicator for series in SERIES if series.better is None} & set(SCORED)


def test_dated_scales_begin_in_the_order_of_their_days() -> None:
    for indicator in SCORED:
        scale = INDICATORS[indicator]["scale"]
        days = [entry["from"] for entry in scale if isinstance(entry, dict)]
        assert days == sorted(set(days))


def test_every_published_series_is_an_indicator() -> None:
    assert {series.indicator for series in SERIES} <= set(INDICATORS)


@pytest.mark.parametrize(("dataset", "table"), TABLES)
def test_every_row_is_of_a_known_indicator_and_carries_its_source(dataset: str, table: str) -> None:
    found = rows(dataset, table)
    assert set(found["indicator"]) <= set(INDICATORS)
    assert (found["source"].str.len() > 0).all()


@pytest.mark.parametrize(("dataset", "table"), TABLES)
def test_no_row_is_published_before_the_end_of_its_period(dataset: str, table: str) -> None:
    found = rows(dataset, table)
    assert (found["published"] >= found["period_end"]).all()


@pytest.mark.parametrize("dataset", DATASETS)
def test_a_row_without_a_figure_says_why(dataset: str) -> None:
    found = rows(dataset, "observations")
    empty = found[(found["value"] == "") & (found["numerator"] == "")]
    assert (empty["note"].str.len() > 0).all()


@pytest.mark.parametrize("dataset", DATASETS)
def test_thirty_indicators_and_more_run_to_2025_and_some_from_2013(dataset: str) -> None:
    found = rows(dataset, "observations")
    known = found[(found["value"] != "") | (found["numerator"] != "")]
    years = known.groupby(known["period_end"].str[:4])["indicator"].nunique()
    assert known["indicator"].nunique() >= 30
    assert years["2025"] >= 30
    assert years["2013":"2015"].min() >= 10


@pytest.mark.parametrize("dataset", DATASETS)
def test_england_region_and_neighbours_stand_beside_the_figures(dataset: str) -> None:
    compared = rows(dataset, "comparators").groupby("comparator")["indicator"].nunique()
    assert set(compared.index) == {"England", "South East", "Statistical neighbours"}
    assert compared.min() >= 30


def test_readings_reviews_of_2017_are_kept_and_disputed() -> None:
    found = rows("reading", "observations")
    reviews = found[found["indicator"] == "child-protection-reviews-on-time"].set_index("period_end")
    assert reviews.loc["2017-03-31", ["value", "reliability"]].tolist() == ["3", "disputed"]
