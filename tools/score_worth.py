"""What the score is worth: every ILACS judgement since 2018 against what was published by the day before.

    python -m tools.score_worth [--national data/national] [--folder readiness/worth] [--check]

Scores every authority by the method as shipped from published indicators and earlier judgements alone, compares
with the judgement then given, and writes small tables that the Method page shows. Takes about ten minutes. The
seed is fixed: run twice, it writes the same bytes. `--check` changes nothing and says which tables differ.
"""

import argparse
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from readiness.config.load import load_config
from readiness.config.models import Config
from readiness.national import National, read_national
from readiness.worth.facts import EVERY_AREA
from tools.worth_alternatives import SPLIT, alternatives
from tools.worth_indicators import indicators
from tools.worth_measures import RESAMPLES, SEED
from tools.worth_scored import Published, datasets, scored_inspections, without_later_scales
from tools.worth_tables import areas, bands, measures, misses

ROOT = Path(__file__).resolve().parents[1]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, then write or compare."""
    options = _options(arguments)
    began = time.monotonic()
    config = load_config(options.config)
    made = tables(read_national(options.national, config), config)
    print(f"measured in {time.monotonic() - began:.0f} seconds")
    if options.check:
        return _differing(made, options.folder)
    for name, table in made.items():
        (options.folder / f"{name}.csv").write_text(written(table), encoding="utf-8", newline="")
    return 0


def tables(national: National, config: Config) -> dict[str, pd.DataFrame]:
    """Every table of what the score was worth, by the name of its file."""
    published = Published(national.figures, national.judgements)
    scored = scored_inspections(datasets(published, config), published.judgements, config)
    earlier_scales = without_later_scales(published, config)
    strict = scored_inspections(datasets(earlier_scales, config), published.judgements, config)
    names = dict(zip(national.authorities["authority"], national.authorities["name"], strict=True))
    return {
        "about": about(scored),
        "areas": titled(areas(scored), config),
        "measures": measures(scored, strict),
        "bands": bands(scored),
        "indicators": indicators(scored, published.figures, config),
        "alternatives": alternatives(published, scored, config),
        "misses": misses(scored, names, config),
    }


def about(scored: pd.DataFrame) -> pd.DataFrame:
    """From when to when, of how many, and how the intervals were made."""
    facts = {
        "first": scored["as_at"].min().date(),
        "last": scored["as_at"].max().date(),
        "inspections": scored["inspection"].nunique(),
        "authorities": scored["authority"].nunique(),
        "split": SPLIT.date(),
        "resamples": RESAMPLES,
        "seed": SEED,
    }
    return pd.DataFrame(list(facts.items()), columns=["name", "value"])


def titled(table: pd.DataFrame, config: Config) -> pd.DataFrame:
    """The table of areas with the names they have in the latest framework."""
    latest = max(config.frameworks.values(), key=lambda each: each.in_force.from_)
    titles = {area.id: area.label for area in latest.areas} | {EVERY_AREA: "All areas together"}
    order = [EVERY_AREA, *(area.id for area in latest.areas)]
    table.insert(1, "title", table["area"].map(titles))
    return table.sort_values("area", key=lambda ids: ids.map(order.index), ignore_index=True)


def written(table: pd.DataFrame) -> str:
    """A table as the text of its file."""
    return table.to_csv(index=False, lineterminator="\n")


def _differing(made: Mapping[str, pd.DataFrame], folder: Path) -> int:
    differing = [
        name
        for name, table in made.items()
        if (folder / f"{name}.csv").read_text(encoding="utf-8") != written(table)
    ]
    print(f"differs: {', '.join(differing)}; run python -m tools.score_worth" if differing else "as measured")
    return int(bool(differing))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure what the score is worth against judgements given.")
    parser.add_argument("--national", type=Path, default=ROOT / "data/national", help="the published figures")
    parser.add_argument("--config", type=Path, default=ROOT / "config")
    parser.add_argument("--folder", type=Path, default=ROOT / "readiness/worth", help="where the tables go")
    parser.add_argument("--check", action="store_true", help="change nothing, compare")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
