"""A trend: no line without evidence, thin evidence looks thin, Ofsted's row apart."""

from datetime import date

import plotly.graph_objects as go

from readiness.charts.trend import trend_chart
from readiness.insight.inspections.judgements import OfstedJudgement
from tests.unit.charts.facts import setting, trend

LINES = slice(3, 6)
POINTS = 6


def drawn_months(chart_trace: go.Scatter) -> list[int]:
    return [month for month, score in enumerate(chart_trace.y) if score is not None]


def test_there_is_no_line_where_there_is_too_little_evidence() -> None:
    chart = trend_chart(trend(50.0, 51.0, None, None, 60.0, 61.0), (), setting())
    drawn = {month for line in chart.figure.data[LINES] for month in drawn_months(line)}
    assert drawn == {0, 1, 4, 5}


def test_thin_evidence_is_drawn_dotted_and_strong_evidence_thick() -> None:
    low, medium, high = trend_chart(trend(50.0, 51.0, coverage=0.8), (), setting()).figure.data[LINES]
    assert (drawn_months(low), drawn_months(medium), drawn_months(high)) == ([], [], [0, 1])
    assert low.line.dash == "dot"
    assert low.line.width < medium.line.width < high.line.width


def test_a_month_on_its_own_is_still_seen() -> None:
    chart = trend_chart(trend(None, 50.0, None), (), setting())
    beside = trend_chart(trend(50.0, 51.0, None), (), setting())
    assert chart.figure.data[POINTS].marker.size[1] > beside.figure.data[POINTS].marker.size[1]


def test_the_last_point_is_labelled_cut_to_a_whole_number() -> None:
    chart = trend_chart(trend(50.0, 59.99), (), setting())
    assert "<b>59</b>" in [note.text for note in chart.figure.layout.annotations]


def test_a_trend_without_any_number_says_so_in_its_place() -> None:
    chart = trend_chart(trend(None, None), (), setting())
    assert "Not enough evidence for a number" in [note.text for note in chart.figure.layout.annotations]


def test_the_table_names_months_with_too_little_evidence_and_gives_them_no_number() -> None:
    table = trend_chart(trend(50.7, None), (), setting()).table
    assert table["Score"].tolist() == ["too little evidence", "50"]
    assert table["Month end"].tolist() == ["February 2020", "January 2020"]


def test_ofsteds_judgements_stand_in_a_row_of_their_own() -> None:
    judged = OfstedJudgement("care", "Care", "good", date(2020, 2, 3), "Visit", "Report", "ilacs-2018", 2)
    row = trend_chart(trend(50.0), (judged,), setting()).figure.data[-1]
    assert (row.yaxis, list(row.x), row.marker.symbol) == ("y3", [date(2020, 2, 3)], ("circle",))
    assert row.customdata == ("Ofsted judgement: good, 3 February 2020",)


def test_the_judgements_of_a_synthetic_dataset_are_never_called_ofsteds() -> None:
    judged = OfstedJudgement("care", "Care", "good", date(2020, 2, 3), "Visit", "Report", "ilacs-2018", 2)
    chart = trend_chart(trend(50.0), (judged,), setting(kind="synthetic"))
    assert chart.figure.layout.yaxis3.ticktext == ("Invented",)
    assert chart.figure.data[-1].customdata == ("Invented judgement, not Ofsted's: good, 3 February 2020",)
    assert "The row on top: Invented judgement, not Ofsted's, on the day" in chart.how_to_read


def test_every_chart_of_a_set_has_the_same_axes() -> None:
    low, high = (trend_chart(trend(score), (), setting()).figure.layout for score in (10.0, 90.0))
    assert (low.yaxis.range, low.xaxis.range) == (high.yaxis.range, high.xaxis.range)
    assert low.yaxis.range == (0, 100)
