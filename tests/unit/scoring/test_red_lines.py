"""A safety line at its very limit, on either side, and what an old figure of it still says."""

from datetime import date

import numpy as np
import pytest

from readiness.config.models import RedLine
from readiness.dates import day_number
from readiness.scoring.red_lines import WatchedLine
from readiness.scoring.results import LineState

KNOWN = date(2026, 1, 10)


def watched(figure: float, **limit: float) -> WatchedLine:
    """A line with one figure, known on 10 January 2026, replaced on 1 July and fresh for 60 days."""
    rule = RedLine.model_validate(
        {"id": "seen", "area": "help", "indicator": "late", "caps_at": "inadequate", **limit}
    )
    known, until = day_number(KNOWN), day_number(date(2026, 7, 1))
    column = [np.array([each]) for each in (known, until, figure, known - 10, 2)]
    return WatchedLine(rule, 60.0, *column)


@pytest.mark.parametrize(
    ("figure", "limit", "state"),
    [
        (10.0, {"above": 10}, "clear"),
        (10.1, {"above": 10}, "crossed"),
        (50.0, {"below": 50}, "clear"),
        (49.9, {"below": 50}, "crossed"),
        (0.0, {"above": 0}, "clear"),
        (0.0, {"below": 0}, "clear"),
    ],
)
def test_a_figure_at_the_limit_has_not_crossed_it(
    figure: float, limit: dict[str, float], state: LineState
) -> None:
    found = watched(figure, **limit).state(day_number(KNOWN))
    ((side, at),) = limit.items()
    assert (found.state, found.over, found.limit, found.figure) == (state, side == "above", at, figure)


@pytest.mark.parametrize(
    ("day", "low", "high"),
    [
        (date(2026, 1, 9), "never observed", "never observed"),
        (date(2026, 3, 11), "clear", "crossed"),
        (date(2026, 3, 12), "not known lately", "crossed"),
        (date(2026, 6, 30), "not known lately", "crossed"),
        (date(2026, 7, 1), "never observed", "never observed"),
    ],
)
def test_silence_makes_a_clear_line_unknown_and_clears_no_crossed_one(
    day: date, low: LineState, high: LineState
) -> None:
    assert watched(9.0, above=10).state(day_number(day)).state == low
    assert watched(11.0, above=10).state(day_number(day)).state == high
