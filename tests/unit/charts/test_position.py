"""Where areas stand in the bands: a mark and a number where there is enough evidence, words where not."""

from readiness.charts.position import position_chart
from readiness.charts.spark import spark, spark_alt
from readiness.insight.cards import AreaCard
from readiness.scoring.results import AreaScore
from tests.unit.charts.facts import BANDS, MONTHS
from tests.unit.insight.made import area, scores


def card(standing: AreaScore) -> AreaCard:
    return AreaCard(standing, "", "0 to 100", "Medium confidence", "", (), (), None, "")


def chart_of(*areas: AreaScore):  # noqa: ANN201
    return position_chart([card(each) for each in areas], scores(*areas), BANDS, "Ofsted")


def test_an_area_with_enough_evidence_has_its_mark_and_its_number() -> None:
    _, mark = chart_of(area("Care", 67.9)).figure.data
    assert (mark.text, mark.marker.symbol) == (("<b>67</b>",), "circle")


def test_an_area_with_too_little_evidence_has_words_and_no_number() -> None:
    chart = chart_of(area("Care", 67.9), area("Leaders", 44.0, enough=False))
    assert len(chart.figure.data) == 2
    assert any("Leaders</b>: not enough evidence" in note.text for note in chart.figure.layout.annotations)
    assert "44" not in chart.table.to_string()


def test_it_says_whose_judgement_it_is_not_by_the_inspectorate_of_the_framework() -> None:
    standing = area("Care", 67.9)
    reading = position_chart([card(standing)], scores(standing), BANDS, "Estyn").reading
    assert reading.endswith("Not Estyn's judgement.")


def test_a_name_from_the_framework_is_shown_as_written() -> None:
    notes = chart_of(area("<i>Care</i>", 67.9)).figure.layout.annotations
    assert any("&lt;i&gt;Care&lt;/i&gt;" in note.text for note in notes)


def test_the_small_trend_has_gaps_where_evidence_was_thin_and_a_label_at_its_end() -> None:
    figure = spark([(MONTHS[0], 50.0), (MONTHS[1], None), (MONTHS[2], 61.5)], BANDS)
    assert list(figure.data[0].y) == [50.0, None, 61.5]
    assert [note.text for note in figure.layout.annotations] == ["<b>61</b>"]


def test_the_small_trend_is_named_by_where_it_began_and_ended() -> None:
    points = [(MONTHS[0], 50.0), (MONTHS[1], 61.5)]
    assert spark_alt("Care", points) == "Care: 50 in January 2020, 61 in February 2020"
    assert "too little evidence" in spark_alt("Care", [(MONTHS[0], None)])
