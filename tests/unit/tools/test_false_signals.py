"""The share of false signals: what is kept is what the script measures, within the error of sampling."""

import csv
import math

import pytest

from tools.false_signals import FILE, HEADINGS, KINDS, POINTS, SIMULATED, as_csv, shares

with FILE.open(encoding="utf-8", newline="") as kept:
    ROWS = {(row["kind"], int(row["points"])): row for row in csv.DictReader(kept)}
AGAIN = 400


def test_every_kind_and_length_is_kept_once() -> None:
    assert set(ROWS) == {(kind, points) for kind in KINDS for points in POINTS}
    assert {row["simulated"] for row in ROWS.values()} == {str(SIMULATED)}


@pytest.mark.parametrize("kind", KINDS)
def test_a_smaller_run_agrees_within_its_sampling_error(kind: str) -> None:
    measured, row = shares(KINDS[kind], 36, AGAIN, seed=7), ROWS[kind, 36]
    for name in ("anywhere", "latest", "outside", "shift"):
        known = float(row[name])
        error = math.sqrt(known * (1 - known) * (1 / AGAIN + 1 / SIMULATED))
        assert abs(float(str(measured[name])) - known) < 4 * error, name


def test_the_same_seed_measures_the_same() -> None:
    draw = KINDS["a count of about 4 a month"]
    first, second = ({"kind": "any", "points": 12, **shares(draw, 12, 50)} for _ in range(2))
    assert as_csv(iter([first])) == as_csv(iter([second]))
    assert as_csv(iter([first])).splitlines()[0] == ",".join(HEADINGS)


def test_the_same_children_counted_again_raise_more_signals_than_figures_that_scatter() -> None:
    even, snapshot = (
        ROWS[kind, 36]
        for kind in ("figures that scatter evenly", "month-end figures of mostly the same children")
    )
    assert float(snapshot["latest"]) > 2 * float(even["latest"])
