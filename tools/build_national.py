"""Write the national picture: the published figures and judgements of every English authority.

    python tools/build_national.py [--shared ../shared/data] [--data data/national] [--check]

Five tables: `sources`, `authorities`, `neighbours`, `judgements` and `figures`. The dashboard and its tests read
what this script wrote and never the releases.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import pandas as pd

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # so that the script runs as a file, from any folder

from readiness.config.load import load_config  # noqa: E402
from readiness.config.models import Config, Framework  # noqa: E402
from readiness.national.tables import NATIONAL_TABLES  # noqa: E402
from tools.national_sources import (  # noqa: E402
    AUTHORITIES,
    NEIGHBOURS,
    OFFICIAL,
    PARSED,
    SCRAPED,
    source_id,
    source_rows,
)
from tools.published import SERIES, Series  # noqa: E402
from tools.released_figures import series_figures  # noqa: E402
from tools.released_tables import Tables, read_tables  # noqa: E402

MODEL = "2025"
SINGLE_INSPECTION = "sif-2013"
GRADE_COLUMNS: Mapping[str, str] = {
    "impact_of_leaders": "impact-of-leaders",
    "help_and_protection": "help-and-protection",
    "children_in_care": "children-in-care",
    "care_leavers": "care-leavers",
    "adoption_sif": "adoption",
}
"""Each column of the inspections, and the area of the newest framework (or of the only one) that it is."""

SOURCE_OF_INSPECTION: Mapping[str, str] = {"Ofsted": OFFICIAL, "D2I": SCRAPED, "parsed": PARSED}
"""The first word of an inspection's source, and which publication that is."""

ABOLISHED: Mapping[str, tuple[str, str, str, str, str]] = {
    "835": ("E10000009", "Dorset County", "South West", "County", "2019-03-31"),
    "836": ("E06000029", "Poole", "South West", "Unitary authority", "2019-03-31"),
    "837": ("E06000028", "Bournemouth", "South West", "Unitary authority", "2019-03-31"),
    "909": ("E10000006", "Cumbria", "North West", "County", "2023-03-31"),
    "928": ("E10000021", "Northamptonshire", "East Midlands", "County", "2021-03-31"),
}
"""By the department's code: authorities the releases still have and the list of codes has without their own.

The last day is that before their successors began.
"""

Row = Mapping[str, str]


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    files = national_files(options.shared, load_config(options.config))
    if options.check:
        return _check(files, options.data)
    options.data.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (options.data / name).write_bytes(content)
        print(f"{name}: {len(content) / 1e6:.2f} MB")
    return 0


def national_files(shared: Path, config: Config) -> dict[str, bytes]:
    """The five files by name, as they should stand."""
    codes = authority_codes(shared)
    tables = {
        "authorities": sorted(authorities(shared), key=lambda row: row["authority"]),
        "neighbours": list(neighbours(shared, codes)),
        "judgements": sorted(judgements(shared, config), key=lambda row: row["inspection"]),
        "figures": list(figures(read_tables(shared), codes)),
    }
    used = {row["source"] for rows in tables.values() for row in rows if "source" in row}
    tables["sources"] = source_rows({*used, AUTHORITIES})
    return {table.file: _csv(tables[table.name], table.headings) for table in NATIONAL_TABLES.values()}


def authority_codes(shared: Path) -> dict[str, str]:
    """The ONS code of every authority, those abolished too, by the department's code."""
    listed = _read(shared / "lookups/areas.csv")
    listed = listed[listed["level"] == "local authority"]
    now = dict(zip(listed["la_number"], listed["ons_code"], strict=True))
    return now | {number: ons_code for number, (ons_code, *_) in ABOLISHED.items()}


def authorities(shared: Path) -> Iterator[Row]:
    """The 153 authorities of today, and the abolished ones with their last day."""
    listed = _read(shared / "lookups/areas.csv")
    for area in listed[listed["level"] == "local authority"].to_dict("records"):
        yield {
            "authority": area["ons_code"],
            "name": area["la_name"],
            "region": area["gov_region"],
            "type": area["la_type"],
            "until": "",
        }
    for ons_code, name, region, kind, until in ABOLISHED.values():
        yield {"authority": ons_code, "name": name, "region": region, "type": kind, "until": until}


def neighbours(shared: Path, codes: Mapping[str, str]) -> Iterator[Row]:
    """The ten statistical neighbours of every authority that has some, nearest first."""
    pairs = _read(shared / "lookups/statistical_neighbours_2025.csv")
    pairs = pairs[pairs["la_number"].isin(list(codes)) & pairs["neighbour_la_number"].isin(list(codes))]
    pairs = pairs.assign(authority=pairs["la_number"].map(codes), place=pairs["rank"].astype(int))
    for pair in pairs.sort_values(["authority", "place"]).to_dict("records"):
        yield {
            "authority": pair["authority"],
            "rank": pair["rank"],
            "neighbour": codes[pair["neighbour_la_number"]],
            "model": MODEL,
            "source": NEIGHBOURS,
        }


def judgements(shared: Path, config: Config) -> Iterator[Row]:
    """Every graded judgement of every inspection, under the framework in force on its first day."""
    for inspection in _read(shared / "inspections/inspections_all_2014_2026.csv").to_dict("records"):
        framework = framework_of(inspection, config)
        about = {
            "inspection": f"{inspection['ons_code']}-{inspection['published']}",
            "authority": inspection["ons_code"],
            "framework": framework.id,
            "kind": inspection["inspection_type"].lower(),
            "start": inspection["inspection_start"],
            "published": inspection["published"],
            "source": SOURCE_OF_INSPECTION[inspection["source"].split()[0]],
        }
        for area, grade in _grades(inspection, framework, config):
            yield {**about, "area": area, "grade": grade}


def framework_of(inspection: Row, config: Config) -> Framework:
    """The framework in force on the first day of an inspection; single inspections say which it was."""
    if inspection["framework"] == "SIF":
        return config.frameworks[SINGLE_INSPECTION]
    return config.framework_in_force(date.fromisoformat(inspection["inspection_start"]))


def _grades(inspection: Row, framework: Framework, config: Config) -> Iterator[tuple[str, str]]:
    """Area and grade of what was judged. Raises KeyError for a judgement that the framework does not have."""
    if grade := _grade(inspection["overall_effectiveness"]):
        yield "overall", grade
    for column, area in GRADE_COLUMNS.items():
        if grade := _grade(inspection[column]):
            yield _area_ids(framework, config)[area], grade


def _area_ids(framework: Framework, config: Config) -> dict[str, str]:
    """This framework's name for each area of the newest, by what the newest continues; and its own areas."""
    newest = max(config.frameworks.values(), key=lambda each: each.in_force.from_)
    older = {
        area.id: one.partition("/")[2]
        for area in newest.areas
        for one in area.continues
        if one.startswith(f"{framework.id}/")
    }
    return {area.id: area.id for area in framework.areas} | older


def _grade(text: str) -> str:
    return text.lower().removesuffix(" to be good")


def figures(tables: Tables, codes: Mapping[str, str]) -> Iterator[Row]:
    """Every published figure of an authority; bare counts, and figures given for two authorities as one, are not.

    The years kept by hand are those of two authorities only, so they can't be part of a national picture.
    """
    national = {**tables, "earlier": tables["earlier"].iloc[:0]}
    for series in sorted(SERIES, key=lambda each: each.indicator):
        if not series.indicator.endswith("-count"):
            yield from _of_series(series, series_figures(series, national), codes)


def _of_series(series: Series, table: pd.DataFrame, codes: Mapping[str, str]) -> Iterator[Row]:
    known = table[(table["value"] != "") | (table["numerator"] != "")].reset_index()
    known = known.assign(authority=known["area"].map(codes)).dropna(subset="authority")
    for figure in known.sort_values(["year", "authority"]).to_dict("records"):
        yield {
            "indicator": series.indicator,
            "period_end": series.release.period_end(figure["year"]).isoformat(),
            "authority": figure["authority"],
            "value": figure["value"],
            "numerator": figure["numerator"],
            "denominator": figure["denominator"],
            "published": series.release.published(figure["year"]).isoformat(),
            "source": source_id(figure["source"]),
        }


def _csv(rows: Sequence[Row], headings: Sequence[str]) -> bytes:
    table = pd.DataFrame(rows, columns=list(headings))
    return table.to_csv(index=False, lineterminator="\n").encode()


def _check(files: Mapping[str, bytes], folder: Path) -> int:
    differing = [name for name, content in files.items() if not _same(folder / name, content)]
    print(f"differs: {', '.join(differing)}; run tools/build_national.py" if differing else "as written")
    return int(bool(differing))


def _same(path: Path, content: bytes) -> bool:
    return path.exists() and path.read_bytes() == content


def _read(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, dtype=str, encoding="utf-8-sig", keep_default_na=False)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Write the published figures of every authority.")
    parser.add_argument("--shared", type=Path, default=ROOT / "../shared/data", help="folder of the releases")
    parser.add_argument("--data", type=Path, default=ROOT / "data/national", help="folder to write")
    parser.add_argument("--config", type=Path, default=ROOT / "config", help="folder with the frameworks")
    parser.add_argument("--check", action="store_true", help="change nothing, compare")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
