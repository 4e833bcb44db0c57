"""Measure how often a series in which nothing changes raises a signal, and keep it for the Method page.

    python -m tools.false_signals [--check]

Writes readiness/method/false_signals.csv, the same bytes each time: the seed is fixed. With --check it writes nothing
and fails where the file differs.
"""

import csv
import io
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from readiness.statistics.spc import control_chart
from readiness.statistics.spc_results import ControlChart, Rule, Variation

FILE = Path(__file__).resolve().parent.parent / "readiness" / "method" / "false_signals.csv"
SEED = 20261122
SIMULATED = 4_000
POINTS = (12, 24, 36, 60)
SHARE = 0.85
"""The level of every simulated percentage."""
CARRIED = 0.4
"""How much of a month's distance from the level is left in the next, where mostly the same children are counted."""

Draw = Callable[[np.random.Generator, int], Sequence[float]]


def percentage_of(size: int) -> Draw:
    """A percentage of so many children a month."""
    return lambda rng, points: (100 * rng.binomial(size, SHARE, points) / size).tolist()


def count_about(mean: float) -> Draw:
    """A number of events a month that averages so many."""
    return lambda rng, points: rng.poisson(mean, points).astype(float).tolist()


def normal(rng: np.random.Generator, points: int) -> Sequence[float]:
    """Figures that scatter evenly about their level, as the limits take them to."""
    return rng.normal(size=points).tolist()


def snapshot(rng: np.random.Generator, points: int) -> Sequence[float]:
    """Figures that remember the month before: most of the children counted are the same."""
    away, found = rng.normal() / np.sqrt(1 - CARRIED**2), []
    for shock in rng.normal(size=points):
        found.append(away)
        away = CARRIED * away + shock
    return found


KINDS: Mapping[str, Draw] = {
    "figures that scatter evenly": normal,
    "a percentage of 520 a month": percentage_of(520),
    "a percentage of 130 a month": percentage_of(130),
    "a percentage of 17 a month": percentage_of(17),
    "a count of about 135 a month": count_about(135),
    "a count of about 16 a month": count_about(16),
    "a count of about 4 a month": count_about(4),
    "month-end figures of mostly the same children": snapshot,
}
HEADINGS = ("kind", "points", "simulated", "anywhere", "latest", *(rule.name.lower() for rule in Rule))


def main(arguments: Sequence[str]) -> int:
    """Measure, then write or compare. Returns 1 where --check finds a difference."""
    made = as_csv(measured(SIMULATED))
    if "--check" in arguments:
        current = FILE.exists() and FILE.read_text(encoding="utf-8") == made
        print("as measured" if current else f"{FILE.name} differs: run python -m tools.false_signals")
        return 0 if current else 1
    FILE.write_text(made, encoding="utf-8", newline="\n")
    print(made)
    return 0


def measured(simulated: int) -> Iterator[dict[str, object]]:
    """A row for every kind of series and length."""
    for kind, draw in KINDS.items():
        for points in POINTS:
            yield {"kind": kind, "points": points, **shares(draw, points, simulated)}


def shares(draw: Draw, points: int, simulated: int, seed: int = SEED) -> dict[str, object]:
    """The share of series with a signal anywhere, at their latest point, and by each rule anywhere."""
    rng = np.random.default_rng([seed, points])
    charts = [control_chart(list(draw(rng, points)), better="high") for _ in range(simulated)]
    found = {
        "anywhere": sum(any(point.rules for point in chart.points) for chart in charts),
        "latest": sum(_moved(chart) for chart in charts),
        **{rule.name.lower(): sum(_raised(chart, rule) for chart in charts) for rule in Rule},
    }
    return {"simulated": simulated} | {name: f"{number / simulated:.4f}" for name, number in found.items()}


def _moved(chart: ControlChart) -> bool:
    return chart.variation is not Variation.COMMON_CAUSE


def _raised(chart: ControlChart, rule: Rule) -> bool:
    return any(rule in point.rules for point in chart.points)


def as_csv(rows: Iterator[dict[str, object]]) -> str:
    """The rows as the file holds them."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADINGS)
    writer.writerows([row[heading] for heading in HEADINGS] for row in rows)
    return text.getvalue()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
