"""Control charts against every window of a series tried in turn, with missing months, rebases and baselines."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.statistics.spc import control_chart
from readiness.statistics.spc_results import Point, Rebase, Rule, Segment

FIGURE = st.one_of(st.integers(0, 12), st.integers(0, 400), st.integers(0, 40).map(lambda tenth: tenth / 10))
SERIES = st.lists(st.one_of(FIGURE, FIGURE, FIGURE, st.none()), min_size=1, max_size=45)
STEPS = st.lists(st.sampled_from([1.0, 1.0, 1.0, -1.0, 0.0]), min_size=1, max_size=45).map(
    lambda steps: [float(sum(steps[:end])) for end in range(1, len(steps) + 1)]
)
STARTS = st.lists(st.integers(1, 44), max_size=2, unique=True).map(sorted)
ORDER = (Rule.OUTSIDE, Rule.TREND, Rule.OUTER_THIRD, Rule.SHIFT)
Series = list[float | None]


@settings(max_examples=150, deadline=None)
@given(st.one_of(SERIES, STEPS), STARTS, st.one_of(st.none(), st.integers(2, 14)), st.booleans())
def test_a_chart_is_that_of_making_data_count_read_literally(
    values: Series, starts: list[int], baseline: int | None, screen: bool
) -> None:
    starts = [start for start in starts if start < len(values)]
    rebases = [Rebase(start, "recount") for start in starts]
    chart = control_chart(values, better="high", rebases=rebases, baseline=baseline, screen=screen)
    for segment, (first, end) in zip(chart.segments, pairwise([0, *starts, len(values)]), strict=True):
        lines = literal_lines(values[first:end][:baseline], screen)
        assert (segment.mean, segment.lower, segment.upper) == pytest.approx(lines, abs=1e-9, nan_ok=True)
        points = chart.points[first:end]
        assert [signs(point) for point in points] == literal_signs(values[first:end], segment)


def signs(point: Point) -> dict[Rule, str | None]:
    """The rules that a point breaks; the side with the first, which names it."""
    return {rule: point.side if rule is point.rules[0] else None for rule in point.rules}


def literal_lines(values: Series, screen: bool) -> tuple[float | None, float | None, float | None]:
    """Mean and limits of the figures there are; None where there is nothing to take them from."""
    figures = np.array([math.nan if value is None else value for value in values])
    steps = np.abs(np.diff(figures))
    steps = steps[~np.isnan(steps)]
    seen = figures[~np.isnan(figures)]
    if screen and steps.size:
        steps = steps[steps <= 3.27 * steps.mean()]
    if not seen.size or not steps.size:
        return (float(seen.mean()) if seen.size else None, None, None)
    mean, reach = float(seen.mean()), 2.66 * float(steps.mean())
    return mean, mean - reach, mean + reach


def literal_signs(values: Series, segment: Segment) -> list[dict[Rule, str | None]]:
    """Every window of the figures tried against the words of each rule."""
    broken: list[dict[Rule, int]] = [{} for _ in values]
    places = [place for place, value in enumerate(values) if value is not None]
    if segment.mean is None or segment.lower is None or segment.upper is None:
        return [{} for _ in values]
    seen = np.array([values[place] for place in places], dtype=float)
    slack, reach = 1e-11 * np.abs(seen).max(initial=0), (segment.upper - segment.lower) / 2
    above = seen - segment.mean
    side = np.where(np.abs(above) <= slack, 0, np.sign(above)).astype(int)
    out = np.abs(above) > reach + slack
    outer = ~out & (np.abs(above) > 2 * reach / 3 + slack)
    for at in np.flatnonzero(out):
        broken[places[at]][Rule.OUTSIDE] = int(side[at])
    for run in windows(len(seen), 7):
        steps = np.diff(seen[run])
        for way in (1, -1):
            if (side[run] == way).all():
                mark(broken, places, run, Rule.SHIFT, way)
            if (way * steps > slack).all():
                mark(broken, places, run, Rule.TREND, way)
    for run in windows(len(seen), 3):
        if abs(side[run].sum()) == 3 and outer[run].sum() >= 2:
            mark(broken, places, [at for at in run if outer[at]], Rule.OUTER_THIRD, int(side[run[0]]))
    return [named(found) for found in broken]


def windows(length: int, size: int) -> list[list[int]]:
    return [list(range(start, start + size)) for start in range(length - size + 1)]


def mark(broken: list[dict[Rule, int]], places: list[int], run: list[int], rule: Rule, way: int) -> None:
    for at in run:
        broken[places[at]][rule] = way


def named(found: dict[Rule, int]) -> dict[Rule, str | None]:
    rules = [rule for rule in ORDER if rule in found]
    side = ("high" if found[rules[0]] > 0 else "low") if rules else None
    return {rule: side if rule is rules[0] else None for rule in rules}
