"""The picture of our grade beside the evidence: a dot, the band that we claim, and the line between."""

from datetime import date
from pathlib import Path

from readiness.charts.self_evaluation import self_chart
from readiness.insight.cards import band_edges
from readiness.insight.self_evaluation.area import apart, apart_finding
from tests.unit.insight.self_evaluation_made import DAY, claim, judged, viewed, workspace


def drawn(folder: Path, *claims: str, day: date = DAY):  # noqa: ANN201
    found = viewed(folder, *claims, **judged("requires improvement"))
    places = found.area("help-and-protection").themes
    bands = band_edges(workspace(folder).config.scoring)
    return self_chart(places, day, bands, "Reading.", "made"), places


def test_only_what_is_graded_and_has_a_score_is_drawn(tmp_path: Path) -> None:
    chart, _ = drawn(tmp_path, claim("early-help", "good"), claim("front-door", "good"))
    assert list(chart.table["Criterion or area"]) == ["Early and Family Help, step up and step down"]
    assert list(chart.table["Our grade is"]) == ["↑ higher than the evidence"]
    assert chart.native is not None
    assert chart.native.categories == tuple(chart.table["Criterion or area"])


def test_the_line_runs_from_the_score_to_the_nearer_edge_of_our_band(tmp_path: Path) -> None:
    chart, _ = drawn(tmp_path, claim("early-help", "outstanding"), claim("immediate-risk", "inadequate"))
    lines = [tuple(trace.x) for trace in chart.figure.data if trace.mode == "lines"]
    assert lines == [(50.0, 80.0), (50.0, 40.0)]


def test_a_grade_that_agrees_has_no_line(tmp_path: Path) -> None:
    chart, places = drawn(tmp_path, claim("early-help", "requires improvement"))
    assert not [trace for trace in chart.figure.data if trace.mode == "lines"]
    assert chart.title == "Our grades and the evidence lie together"
    assert apart(places) == ()


def test_where_two_lie_equally_far_above_neither_is_called_the_furthest(tmp_path: Path) -> None:
    _, places = drawn(tmp_path, claim("early-help", "good"), claim("immediate-risk", "good"))
    assert apart_finding(places) == "Two criteria graded above the evidence"


def test_nothing_to_draw_gives_an_empty_picture_and_no_editable_one(tmp_path: Path) -> None:
    chart, _ = drawn(tmp_path)
    assert chart.table.empty
    assert chart.native is None
