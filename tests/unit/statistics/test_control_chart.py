"""Control charts: limits, rebasing, icons and cautions, against published and hand-worked figures."""

from datetime import date

import pytest

from readiness.statistics.spc import control_chart, rebase_on
from readiness.statistics.spc_results import Assurance, CautionKind, ControlChart, Rebase, Rule, Variation

# NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2, flow rates of ten batches: mean 50.81, mean moving
# range 1.8778, limits 55.8041 and 45.8159 with the factor 3/1.128, which Making Data Count rounds to 2.66.
FLOW = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]
# NHSRplotthedots, note on deviations from the spreadsheet tools: one outlying point among ones and twos.
OUTLYING = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
STEADY = [10.0, 12.0] * 8


def kinds(chart: ControlChart) -> set[CautionKind]:
    return {caution.kind for caution in chart.cautions}


def rules(chart: ControlChart, rule: Rule) -> list[int]:
    return [point.position for point in chart.points if rule in point.rules]


def test_mean_and_moving_range_agree_with_the_published_example() -> None:
    (segment,) = control_chart(FLOW, better=None).segments
    assert segment.mean == pytest.approx(50.81, abs=1e-9)
    assert segment.mean_moving_range == pytest.approx(1.8778, abs=5e-5)
    assert segment.upper == pytest.approx(50.81 + 2.66 * 16.9 / 9, abs=1e-9)
    assert (segment.lower, segment.upper) == pytest.approx((45.8159, 55.8041), abs=1e-3)


def test_the_published_example_is_common_cause() -> None:
    chart = control_chart(FLOW, better="high")
    assert chart.variation is Variation.COMMON_CAUSE
    assert all(point.rules == () and point.side is None for point in chart.points)


def test_outlying_ranges_stay_in_unless_screening_is_asked_for() -> None:
    (plain,) = control_chart(OUTLYING, better=None).segments
    assert plain.screened == ()
    assert plain.mean_moving_range == pytest.approx(32 / 17, abs=1e-12)


def test_screening_leaves_out_ranges_above_3_27_mean_ranges() -> None:
    (screened,) = control_chart(OUTLYING, better=None, screen=True).segments
    assert screened.screened == (4, 5)
    assert screened.mean_moving_range == pytest.approx(1.0, abs=1e-12)
    assert screened.mean == pytest.approx(35 / 18, abs=1e-12)


def test_a_series_that_never_moves_has_limits_of_no_width_and_no_signal() -> None:
    chart = control_chart([0.1] * 24, better="high", target=0.1)
    assert chart.variation is Variation.COMMON_CAUSE
    assert chart.assurance is Assurance.HITS
    assert kinds(chart) == {CautionKind.NO_VARIATION}


def test_a_change_after_a_baseline_that_never_moved_is_a_signal() -> None:
    chart = control_chart([100.0] * 13 + [99.0], better="high", baseline=13)
    assert chart.points[-1].rules == (Rule.OUTSIDE,)
    assert chart.variation is Variation.CONCERN_LOW


def test_no_moving_range_is_taken_across_a_missing_month() -> None:
    (segment,) = control_chart([10, 12, None, 30, 31], better=None).segments
    assert segment.mean_moving_range == pytest.approx((2 + 1) / 2)
    assert segment.mean == pytest.approx(83 / 4)
    assert segment.used == 4


def test_missing_months_keep_their_places_and_are_told() -> None:
    chart = control_chart([10, None, 12, float("nan"), 10, 12, None], better=None)
    assert [point.value for point in chart.points] == [10, None, 12, None, 10, 12, None]
    assert chart.latest is not None and chart.latest.position == 5
    assert {CautionKind.MISSING, CautionKind.LATEST_MISSING} <= kinds(chart)


def test_an_empty_series_and_one_without_figures_have_no_icons() -> None:
    for values in ([], [None, None], [5.0], [5.0, None, 6.0]):
        chart = control_chart(values, better="high", target=3)
        assert chart.variation is None and chart.assurance is None
        assert len(chart.points) == len(values)


def test_fewer_than_thirteen_points_are_too_few() -> None:
    assert CautionKind.TOO_SHORT in kinds(control_chart(STEADY[:12], better=None))
    assert CautionKind.TOO_SHORT not in kinds(control_chart(STEADY[:13], better=None))


def test_a_rebase_gives_each_part_its_own_limits_and_keeps_the_reason() -> None:
    chart = control_chart(
        [*STEADY, *(value + 50 for value in STEADY)], better="high", rebases=[Rebase(16, "new front door")]
    )
    assert [segment.mean for segment in chart.segments] == [11, 61]
    assert [segment.reason for segment in chart.segments] == ["", "new front door"]
    assert chart.variation is Variation.COMMON_CAUSE


def test_a_run_does_not_cross_a_rebase() -> None:
    values = [0.0, 4, 0, 4, 0, 4, 0, 10, 20, 30, 40, 50, 60, 70, 80]
    assert rules(control_chart(values, better=None), Rule.TREND) == list(range(6, 15))
    rebased = control_chart(values, better=None, rebases=[Rebase(10, "recount")])
    assert rules(rebased, Rule.TREND) == []


def test_a_rebase_on_a_day_stands_at_the_first_period_that_ends_then_or_later() -> None:
    ends = [date(2025, 1, 31), date(2025, 2, 28), date(2025, 3, 31)]
    assert rebase_on(ends, date(2025, 2, 10), "new team") == Rebase(1, "new team")
    with pytest.raises(ValueError, match="later than the last"):
        rebase_on(ends, date(2025, 4, 1), "new team")


@pytest.mark.parametrize("rebase", [Rebase(0, "why"), Rebase(16, "why"), Rebase(5, " ")])
def test_a_rebase_outside_the_series_or_without_a_reason_is_refused(rebase: Rebase) -> None:
    with pytest.raises(ValueError, match="rebase"):
        control_chart(STEADY, better=None, rebases=[rebase])


def test_a_baseline_fixes_the_limits_for_what_follows() -> None:
    chart = control_chart([*STEADY, 30.0, 30.0], better="low", baseline=16)
    (segment,) = chart.segments
    assert (segment.mean, segment.used) == (11, 16)
    assert rules(chart, Rule.OUTSIDE) == [16, 17]
    assert chart.variation is Variation.CONCERN_HIGH


@pytest.mark.parametrize("values", [[1.0, float("inf")], [float("-inf")]])
def test_an_infinite_value_is_refused(values: list[float]) -> None:
    with pytest.raises(ValueError, match="infinite"):
        control_chart(values, better=None)


@pytest.mark.parametrize(
    ("better", "last", "icon"),
    [
        ("high", 40.0, Variation.IMPROVEMENT_HIGH),
        ("high", -40.0, Variation.CONCERN_LOW),
        ("low", 40.0, Variation.CONCERN_HIGH),
        ("low", -40.0, Variation.IMPROVEMENT_LOW),
        (None, 40.0, Variation.NEUTRAL_HIGH),
        (None, -40.0, Variation.NEUTRAL_LOW),
    ],
)
def test_the_variation_icon_follows_the_latest_point(better, last: float, icon: Variation) -> None:  # noqa: ANN001
    assert control_chart([*STEADY, last], better=better, baseline=16).variation is icon


def test_a_trend_points_where_it_goes_even_below_the_mean() -> None:
    rising = [50.0, 60] * 7 + [20, 21, 22, 23, 24, 25, 26.5]
    chart = control_chart(rising, better="high", baseline=14)
    assert chart.points[-1].rules[:2] == (Rule.OUTSIDE, Rule.TREND)
    assert chart.variation is Variation.CONCERN_LOW
    inside = control_chart([*[50.0, 60] * 7, 44, 45, 46, 47, 48, 49, 50], better="high", baseline=14)
    assert inside.points[-1].rules == (Rule.TREND, Rule.SHIFT)
    assert inside.variation is Variation.IMPROVEMENT_HIGH


@pytest.mark.parametrize(
    ("better", "target", "icon"),
    [
        ("high", 5.0, Assurance.HITS),
        ("high", 11.0, Assurance.HIT_AND_MISS),
        ("high", 20.0, Assurance.MISSES),
        ("low", 5.0, Assurance.MISSES),
        ("low", 11.0, Assurance.HIT_AND_MISS),
        ("low", 20.0, Assurance.HITS),
        ("high", None, None),
        (None, 11.0, None),
    ],
)
def test_the_assurance_icon_sets_the_target_against_the_limits(better, target, icon) -> None:  # noqa: ANN001
    assert control_chart(STEADY, better=better, target=target).assurance is icon


def test_a_rebase_may_set_its_limits_on_its_own_first_periods() -> None:
    values = [*STEADY, 20.0, 22, 20, 22, 50, 60]
    chart = control_chart(values, better=None, rebases=[Rebase(16, "moved", periods=4)])
    assert [segment.used for segment in chart.segments] == [16, 4]
    assert chart.segments[1].mean == pytest.approx(21.0, abs=1e-12)
    assert rules(chart, Rule.OUTSIDE) == [20, 21]


def test_a_rebase_follows_the_baseline_of_the_chart_unless_it_has_its_own() -> None:
    rebases = [Rebase(4, "moved"), Rebase(10, "moved again", periods=6)]
    chart = control_chart(STEADY, better=None, rebases=rebases, baseline=3)
    assert [segment.used for segment in chart.segments] == [3, 3, 6]


def test_a_rebase_set_by_one_period_is_refused() -> None:
    with pytest.raises(ValueError, match="two periods"):
        control_chart(STEADY, better=None, rebases=[Rebase(4, "moved", periods=1)])
