"""The releases as they were published, each as one table with a row a year and area, and text cells.

Areas are the Department for Education's three-figure codes (872 Wokingham, 870 Reading, 970 England, 989
South East).
Every cell stays text, so that a marker such as `c` (suppressed) is still there to be seen.
"""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

ENGLAND, SOUTH_EAST = "970", "989"

SOURCES: Mapping[str, str] = {
    "lait": "DfE LAIT, {columns}, data to April 2026",
    "C1": "DfE children in need, table C1, 2025 release",
    "C2": "DfE children in need, table C2, 2024 release",
    "C4": "DfE children in need, table C4, 2024 release",
    "care leavers": "DfE children looked after, care leavers by authority, 2025 release",
    "social workers": "DfE children looked after, social workers in the year, 2025 release",
    "workforce": "DfE children's social work workforce, main indicators, 2025 release",
    "earlier": "DfE children in need, tables B1, D3 and D5",
}

Tables = Mapping[str, pd.DataFrame]


def read_tables(shared: Path) -> dict[str, pd.DataFrame]:
    """Every table of `SOURCES`, indexed by year (int) and area, with the child population joined on."""
    codes = _area_codes(shared)
    tables = {
        "lait": _lait(shared),
        "C1": _release(
            shared, "dfe_cin/c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv", codes
        ),
        "C2": _release(shared, "dfe_cin/c2_children_in_need_assessments_duration_2014_to_2024.csv", codes),
        "C4": _release(shared, "dfe_cin/c4_children_in_need_section_47s_and_icpcs_2013_to_2024.csv", codes),
        "care leavers": _care_leavers(shared),
        "social workers": _social_workers(shared, codes),
        "workforce": _release(shared, "dfe_workforce/csww_indicators_2017_to_2025.csv", codes),
        "earlier": _earlier_years(),
    }
    population = _population(shared, codes)
    return {name: table.join(population, how="left") for name, table in tables.items()}


def authorities(shared: Path) -> tuple[str, ...]:
    """Codes of the 153 authorities that exist now."""
    areas = _read(shared / "lookups/areas.csv")
    return tuple(areas.loc[areas["level"] == "local authority", "la_number"])


def neighbours(shared: Path) -> dict[str, tuple[str, ...]]:
    """The ten statistical neighbours of each authority, by the model published in 2025."""
    pairs = _read(shared / "lookups/statistical_neighbours_2025.csv")
    return {str(area): tuple(group["neighbour_la_number"]) for area, group in pairs.groupby("la_number")}


def _lait(shared: Path) -> pd.DataFrame:
    # The original file, not the extract of 80 measures: some numerators stand only here.
    long = pd.read_parquet(shared / "lait/lait_bds_long_original.parquet")
    long = long[long["Years"].str.fullmatch(r"20\d\d") & long["LA Number"].notna()]
    long = long.assign(
        year=long["Years"].astype(int),
        area=long["LA Number"].astype(int).astype(str),
        Values=long["Values"].map(_plain_number),
    )
    return long.pivot_table(index=["year", "area"], columns="Short Desc", values="Values", aggfunc="first")


def _release(shared: Path, file: str, codes: Mapping[str, str]) -> pd.DataFrame:
    table = _with_area(_read(shared / file), codes)
    return table.set_index(["year", "area"]).sort_index()


def _care_leavers(shared: Path) -> pd.DataFrame:
    long = _read(shared / "dfe_cla/care_leavers_summary_2021_2025.csv")
    long = long.assign(
        year=long["time_period"].astype(int),
        area=long["la_number"],
        column=long["measure"] + ", " + long["care_leaver_age"],
    )
    counts = long.pivot(index=["year", "area"], columns="column", values="count")
    percents = long.pivot(index=["year", "area"], columns="column", values="percent")
    return counts.join(percents.add_suffix(", percent"))


def _social_workers(shared: Path, codes: Mapping[str, str]) -> pd.DataFrame:
    long = _with_area(_read(shared / "dfe_cla/la_cla_swcount.csv"), codes)
    long = long[long["cla_group"] == "CLA on 31 March"]
    return long.pivot(index=["year", "area"], columns="sw_stability", values="number")


def _earlier_years() -> pd.DataFrame:
    """Figures before the interactive tool begins, kept by hand beside this script."""
    long = _read(Path(__file__).with_name("earlier_years.csv"))
    long = long.assign(year=long["year"].astype(int), area=long["la_number"])
    return long.pivot(index=["year", "area"], columns="indicator", values="value")


def _population(shared: Path, codes: Mapping[str, str]) -> pd.Series:
    """Children under 18 in the middle of the year before: the denominator of the published rates."""
    table = _read(shared / "population/ons_mid-year_population_estimates_2012_to_2024.csv")
    table = _with_area(table, codes)
    table["year"] += 1
    return table.set_index(["year", "area"])["population_estimate"].rename("population")


def _with_area(table: pd.DataFrame, codes: Mapping[str, str]) -> pd.DataFrame:
    code = table["old_la_code"].where(table["old_la_code"] != "", table["region_code"].map(codes))
    national = table["geographic_level"] == "National"
    area = code.mask(national, ENGLAND)
    table = table.assign(year=table["time_period"].astype(int), area=area)
    return table[table["area"].notna()].drop_duplicates(["year", "area", *_kinds(table)])


def _kinds(table: pd.DataFrame) -> list[str]:
    return [name for name in ("cla_group", "sw_stability") if name in table]


def _area_codes(shared: Path) -> dict[str, str]:
    areas = _read(shared / "lookups/areas.csv")
    regions = areas[areas["level"] == "regional"]
    return dict(zip(regions["ons_code"], regions["la_number"], strict=True))


def _read(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, dtype=str, encoding="utf-8-sig", keep_default_na=False)


def _plain_number(text: str) -> str:
    """`4.0999999999999996`, a spreadsheet's way of keeping 4.1, as `4.1`; markers as they are."""
    try:
        # The parquet file holds some figures with the noise of binary fractions (19.200000000000003).
        return repr(round(float(text), 10)).removesuffix(".0")
    except ValueError:
        return text
