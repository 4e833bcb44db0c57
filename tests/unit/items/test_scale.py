"""A figure on its scale, both ways."""

from pathlib import Path

import numpy as np
import pytest

from readiness.config.load import load_config
from readiness.dates import day_number
from readiness.items import figure_on_scale, points_on_scale

CONFIG = load_config(Path(__file__).parents[2] / "datasets" / "two-frameworks" / "config")
BEFORE, AFTER = 17_000, 18_000
"""Days before and after the dated scale of `repeats` changes on 30 June 2018."""


@pytest.mark.parametrize("indicator", ["on-time", "repeats"])
@pytest.mark.parametrize("points", [0.0, 20.0, 40.0, 55.0, 60.0, 80.0, 100.0])
@pytest.mark.parametrize("day", [BEFORE, AFTER])
def test_the_figure_worth_so_many_points_earns_them(indicator: str, points: float, day: int) -> None:
    figure = figure_on_scale(CONFIG.indicators[indicator], points, day)
    assert points_on_scale(
        CONFIG.indicators[indicator], np.array([figure]), np.array([day])
    ) == pytest.approx(points)


def test_the_edge_of_good_moves_with_a_dated_scale_and_the_oldest_serves_every_earlier_day() -> None:
    repeats = CONFIG.indicators["repeats"]
    assert [figure_on_scale(repeats, 60.0, day) for day in (0, BEFORE, AFTER)] == [20, 20, 19]
    assert repeats.scale is not None
    assert BEFORE < day_number(repeats.scale[1].from_) < AFTER
