"""Derive the scales of nationally published indicators and write them into `config/indicators.yaml`.

    python tools/derive_scales.py [--shared ../shared/data] [--check]

The rule stands at the head of that file. Only the `scale` and `scale_basis` of derived indicators are
replaced, line by line, so that comments and everything written by hand stay as they are. Run it again and
the file is the same.
"""

import argparse
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # so that the script runs as a file, from any folder

from tools.published import SERIES, Better, Series  # noqa: E402
from tools.released_figures import numbers, series_figures  # noqa: E402
from tools.released_tables import authorities, read_tables  # noqa: E402

PERCENTILES: Mapping[Better, tuple[int, ...]] = {"high": (1, 5, 28, 71, 95), "low": (99, 95, 72, 29, 5)}
WINDOW_ENDS = (2015, 2018, 2021, 2024)
ENOUGH_FIGURES = 200  # two years of most of the 153 authorities: fewer say little about a 1st percentile


@dataclass(frozen=True)
class Window:
    """The figures of up to three successive years: one number an authority and year."""

    first: int
    last: int
    figures: tuple[float, ...]
    authorities: int


@dataclass(frozen=True)
class Entry:
    """A derived scale and the window it comes from."""

    known: date
    values: tuple[float, ...]
    window: Window


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    path = options.indicators
    before = path.read_text(encoding="utf-8")
    after = with_scales(before, derived_scales(options.shared))
    if options.check:
        print("as derived" if before == after else "differs: run tools/derive_scales.py")
        return int(before != after)
    path.write_text(after, encoding="utf-8")
    return 0


def derived_scales(shared: Path) -> dict[str, tuple[str, ...]]:
    """The YAML lines of every derived scale, by indicator id."""
    tables, areas = read_tables(shared), authorities(shared)
    derived = {}
    for series in SERIES:
        if series.better is not None:
            figures = authority_figures(series_figures(series, tables), series.per, areas)
            derived[series.indicator] = _lines(series.better, _entries(series, figures))
    return derived


def authority_figures(figures: pd.DataFrame, per: int, areas: Sequence[str]) -> pd.Series:
    """Numbers of authorities only, by year and area; from the counts where no value is printed."""
    figures = figures[figures.index.get_level_values("area").isin(list(areas))]
    from_counts = numbers(figures["numerator"]) / numbers(figures["denominator"]) * per
    return numbers(figures["value"]).fillna(from_counts).dropna()


def windows(figures: pd.Series, ends: Sequence[int] = WINDOW_ENDS) -> list[Window]:
    """The three-year windows with enough figures; where none has enough, all years there are as one."""
    found = [_window(figures, end - 2, end) for end in ends]
    enough = [window for window in found if len(window.figures) >= ENOUGH_FIGURES]
    years = [int(year) for year in figures.index.unique("year")]
    return enough or [_window(figures, min(years), max(years))]


def scale_values(figures: Sequence[float], better: Better) -> tuple[float, ...]:
    """The five values of a spread: percentiles to one decimal, low end first, ties moved apart.

    Raises ValueError where the spread is too narrow to tell five steps apart.
    """
    rising = [float(round(value, 1)) for value in np.percentile(figures, sorted(PERCENTILES[better]))]
    apart = strictly_rising(rising)
    return apart if better == "high" else apart[::-1]


def strictly_rising(values: Sequence[float]) -> tuple[float, ...]:
    """Five rising values with ties moved apart by 0.1 between the two ends, which stay.

    The ends stay because the best that is published should be worth the full points, and the worst none. A
    step that ties is moved up, unless that would reach the high end: then it is moved down from there.
    Raises ValueError where the ends are too near for three steps between them.
    """
    tenths = [round(value * 10) for value in values]
    if tenths[-1] - tenths[0] < len(tenths) - 1:
        raise ValueError(f"too narrow a spread for a scale: {list(values)}")
    for step in (1, 2, 3):
        tenths[step] = max(tenths[step], tenths[step - 1] + 1)
    for step in (3, 2, 1):
        tenths[step] = min(tenths[step], tenths[step + 1] - 1)
    return tuple(tenth / 10 for tenth in tenths)


def with_scales(text: str, scales: Mapping[str, Sequence[str]]) -> str:
    """The indicators file with the given scales in place of those it has; all other lines unchanged.

    Raises ValueError where an indicator, or its `scale`, is not in the file.
    """
    kept, todo, indicator, skipping = [], set(scales), "", False
    for line in text.splitlines():
        if entry := re.match(r"  - id: (\S+)", line):
            indicator = entry[1]
        key = re.match(r"    (\w+):", line)
        skipping = _belongs_to_scale(line, key, skipping) and indicator in scales
        if not skipping:
            kept.append(line)
        elif key and key[1] == "scale":
            kept.extend(scales[indicator])
            todo.discard(indicator)
    if todo:
        raise ValueError(f"no scale to replace for: {', '.join(sorted(todo))}")
    return "\n".join(kept) + "\n"


def _belongs_to_scale(line: str, key: re.Match[str] | None, within: bool) -> bool:
    return key[1] in ("scale", "scale_basis") if key else within and line.startswith("      ")


def _window(figures: pd.Series, first: int, last: int) -> Window:
    years = figures.index.get_level_values("year")
    chosen = figures[(years >= first) & (years <= last)]
    found = [int(year) for year in chosen.index.unique("year")]
    areas = chosen.index.unique("area")
    return Window(min(found, default=first), max(found, default=last), tuple(chosen), len(areas))


def _entries(series: Series, figures: pd.Series) -> list[Entry]:
    assert series.better is not None
    return [
        Entry(series.release.published(window.last), scale_values(window.figures, series.better), window)
        for window in windows(figures)
    ]


def _lines(better: Better, entries: Sequence[Entry]) -> tuple[str, ...]:
    scales = [f"      - {{from: {entry.known}, values: [{_written(entry.values)}]}}" for entry in entries]
    spreads = "; ".join(_spread(entry.window) for entry in entries)
    percentiles = ", ".join(map(str, PERCENTILES[better]))
    basis = f"Derived from the spread of authorities, percentiles {percentiles} of each window - {spreads}"
    return ("    scale:", *scales, f"    scale_basis: {basis}")


def _written(values: Sequence[float]) -> str:
    return ", ".join(f"{value:g}" for value in values)


def _spread(window: Window) -> str:
    years = f"{window.first}-{window.last}" if window.first < window.last else str(window.last)
    return f"{years} ({len(window.figures)} figures of {window.authorities} authorities)"


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Derive the scales of published indicators.")
    parser.add_argument("--shared", type=Path, default=ROOT / "../shared/data", help="folder of the releases")
    parser.add_argument("--indicators", type=Path, default=ROOT / "config/indicators.yaml")
    parser.add_argument("--check", action="store_true", help="change nothing, compare")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
