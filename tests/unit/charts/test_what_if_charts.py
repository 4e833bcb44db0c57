"""The pictures of lifts, scenarios and pace: what is drawn, what is not, and that the table says the same."""

import pytest

from readiness.charts.figure import Chart
from readiness.charts.lift import lift_chart
from readiness.charts.pace import pace_chart
from readiness.charts.what_if import what_if_chart
from readiness.insight.cards import band_edges
from readiness.insight.what_if.facts import what_if
from readiness.insight.what_if.lift import lifts
from readiness.insight.what_if.projection import area_pace
from readiness.insight.what_if.scenario import NOTHING_CHANGED, Figure, Scenario
from tests.pages.shipped import opened, shipped
from tests.unit.insight.what_if_made import AREA, AS_AT, FRAMEWORK, example

BANDS = band_edges(example().config.scoring)


def drawn_lifts(dataset: str, day: str) -> Chart:
    [as_at] = opened(day)
    workspace = shipped(dataset)
    framework = workspace.framework(as_at).id
    return lift_chart(lifts(workspace, as_at, framework), workspace.score(as_at, framework), BANDS)


def drawn_pace(day: str, area: str) -> Chart:
    [as_at] = opened(day)
    workspace = shipped("northmere")
    return pace_chart(area_pace(workspace, as_at, workspace.framework(as_at).id, area), BANDS, "Source: made")


def supposing(*changes: Figure, watched: float | None = None) -> Chart:
    scenario = Scenario(changes) if changes else NOTHING_CHANGED
    return what_if_chart(what_if(example(watched=watched), AS_AT, FRAMEWORK, scenario), BANDS, "Ofsted")


def test_each_kind_of_evidence_is_a_bar_that_begins_where_the_one_before_ended() -> None:
    practice, indicators, _ = drawn_lifts("northmere", "2026-11-06").figure.data[:3]
    assert (practice.name, indicators.name) == ("Practice", "Indicators")
    ends = [base + length for base, length in zip(practice.base, practice.x, strict=True)]
    assert list(indicators.base) == pytest.approx(ends)


def test_the_bars_of_a_capped_area_begin_at_its_score_before_caps_and_it_says_so() -> None:
    chart = drawn_lifts("northmere", "2025-08-31")
    [as_at] = opened("2025-08-31")
    capped = shipped("northmere").score(as_at, "ilacs-2023").area("help-and-protection")
    assert min(abs(base - (capped.uncapped or 0)) for base in chart.figure.data[0].base) < 1e-9
    assert any("capped at inadequate" in each.text for each in chart.figure.layout.annotations)


def test_the_table_and_the_editable_chart_hold_the_same_gains() -> None:
    chart = drawn_lifts("wokingham", "2026-04-02")
    care = chart.table[chart.table["Judgement area"].str.contains("in care")].iloc[0]
    assert (care["Indicators at their aims"], care["Together"]) == ("+1.7", "+1.7")
    assert chart.native is not None
    assert 1.7 in chart.native.series[1].values


def test_an_area_without_a_gain_says_so() -> None:
    words = [each.text for each in drawn_lifts("wokingham", "2026-04-02").figure.layout.annotations]
    assert words.count("no gain") == 2


def test_a_scenario_draws_the_mark_of_now_hollow_and_the_other_full_with_the_move_between() -> None:
    chart = supposing(Figure("re-referrals-12m", 12.0))
    symbols = [trace.marker.symbol for trace in chart.figure.data if trace.mode == "markers"]
    assert symbols == ["diamond-open", "circle"]
    assert any(trace.mode == "lines" and trace.line.width == 7 for trace in chart.figure.data)
    assert chart.table.iloc[0]["Change"] == "+18.2"


def test_nothing_changed_draws_no_move_and_one_number() -> None:
    chart = supposing()
    assert not any(trace.mode == "lines" for trace in chart.figure.data)
    numbers = [each.text for each in chart.figure.layout.annotations if each.text in ("51", "<b>51</b>")]
    assert numbers == ["<b>51</b>"]
    assert chart.table.iloc[0]["Change"] == "no change"


def test_the_table_names_caps_and_lines_that_still_hold() -> None:
    row = supposing(Figure("re-referrals-12m", 30.0), watched=25.0).table.iloc[0]
    assert (row["Caps then"], row["Safety lines crossed then"]) == ("inadequate: again", "Again")


def test_an_area_too_thin_for_a_number_has_no_mark() -> None:
    [early] = opened("2024-06-28")
    chart = what_if_chart(what_if(example(), early, FRAMEWORK, NOTHING_CHANGED), BANDS, "Ofsted")
    assert len(chart.figure.data) == 0
    assert chart.table.iloc[0]["Now"] == "not enough evidence"


def test_a_pace_with_a_date_is_carried_on_with_its_fan() -> None:
    chart = drawn_pace("2024-12-31", "impact-of-leaders")
    assert any(trace.fill == "toself" for trace in chart.figure.data)
    assert any(each.text == "good: Jul 2025" for each in chart.figure.layout.annotations)
    assert any(each.text == "Inspection window" for each in chart.figure.layout.annotations)


def test_a_pace_that_cant_be_told_from_standing_still_is_not_carried_on() -> None:
    chart = drawn_pace("2026-11-06", "impact-of-leaders")
    assert not any(trace.fill == "toself" for trace in chart.figure.data)
    assert len(chart.table) == 12


def test_a_day_without_evidence_has_an_empty_picture_and_no_line() -> None:
    chart = drawn_pace("2011-01-01", "care-leavers")
    assert set(chart.table["Score"]) == {"too little evidence"}
    assert not any(trace.line.dash == "dash" for trace in chart.figure.data)
    assert chart.title == "Care leavers: not enough evidence for a number, so there is no pace."


def test_the_example_has_a_name_for_its_files() -> None:
    found = area_pace(example(), AS_AT, FRAMEWORK, AREA)
    assert pace_chart(found, BANDS, "Source: made").file_name == "pace-help-and-protection-2025-03-31"
