"""Limits that start afresh or are kept: only where agreed by the day, and said in every place that shows them."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from readiness.charts.control import NOT_SCREENED, SCREENED, control_chart_of
from readiness.charts.figure import Chart
from readiness.charts.indicator import Setting
from readiness.insight.indicators.fact import IndicatorFact
from readiness.insight.indicators.facts import indicators_on, reading_words
from readiness.insight.indicators.limits import Limits, placed_limits
from readiness.workspace import open_workspace
from tests.unit.insight.indicator_made import MONTHS, afresh, fact, monthly

LOW = [60.0, 62.0, 59.0, 61.0, 60.0, 63.0, 58.0, 61.0, 60.0, 62.0, 59.0, 61.0, 60.0, 62.0]
HIGH = [figure + 20 for figure in LOW]
ROOT = Path(__file__).parents[4]


def drawn(made: IndicatorFact) -> Chart:
    return control_chart_of(made, Setting((), "Source: made"))


def stepped(*stretches, screened: bool = False) -> IndicatorFact:  # noqa: ANN002
    return fact(monthly([*LOW, *HIGH]), limits=Limits(stretches, screened))


def test_after_a_rebase_the_new_level_is_the_usual_one() -> None:
    assert stepped().reading.variation.words == "Improvement, high"
    made = stepped(afresh(14))
    assert made.reading.variation.words == "Usual variation"
    assert (
        made.sentence == "Visits: no change beyond its usual variation since March 2021, 82% in April 2022."
    )
    assert [round(each.mean, 1) for each in made.reading.ranges] == [60.6, 80.6]


def test_a_rebase_is_said_with_its_reason_by_whom_and_what_the_mean_was_before() -> None:
    said = reading_words(stepped(afresh(14)))
    assert "from 14 figures since March 2021; before that the mean was 60.6%." in said
    assert "Limits start afresh in March 2021: A new system (Improvement board, 31 March 2021)." in said


def test_a_rebase_breaks_the_lines_and_stands_in_chart_and_table() -> None:
    chart = drawn(stepped(afresh(14)))
    means = [trace for trace in chart.figure.data if trace.name == "mean"]
    assert [(trace.x[0], trace.x[-1]) for trace in means] == [
        (MONTHS[0], MONTHS[13]),
        (MONTHS[14], MONTHS[27]),
    ]
    assert "New limits" in [note.text for note in chart.figure.layout.annotations]
    rows = chart.table.set_index("Period ending")["Limits"]
    assert rows[rows != ""].to_dict() == {"31 March 2021": "Start afresh"}


def test_limits_kept_from_a_baseline_are_not_moved_by_what_follows() -> None:
    kept = stepped(afresh(0, until=13))
    (usual,) = kept.reading.ranges
    assert (round(usual.mean, 1), usual.used, usual.fixed_until) == (60.6, 14, MONTHS[13])
    assert kept.reading.variation.words == "Improvement, high"
    assert "from 14 figures to February 2021" in reading_words(kept)
    assert "Limits kept" in [note.text for note in drawn(kept).figure.layout.annotations]


def test_a_baseline_that_begins_later_starts_limits_afresh_there() -> None:
    made = stepped(afresh(14, until=20))
    assert [each.used for each in made.reading.ranges] == [14, 7]
    assert "start afresh in March 2021 and are set by the figures up to September 2021" in reading_words(made)


def test_a_rebase_after_a_baseline_is_set_by_all_of_its_own_figures() -> None:
    made = stepped(afresh(0, until=6), afresh(14))
    assert [each.used for each in made.reading.ranges] == [7, 14]


def test_a_run_of_points_does_not_cross_a_rebase() -> None:
    rising = [50.0 + month for month in range(14)]
    made = fact(monthly(rising), limits=Limits((afresh(10),)))
    assert "14 months" not in made.sentence
    assert made.reading.variation.tone == "ordinary"


def test_one_figure_since_a_rebase_has_no_usual_range_yet() -> None:
    made = fact(monthly([*LOW, 80.0]), limits=Limits((afresh(14),)))
    assert made.sentence == (
        "Visits: 80% for March 2021; no two neighbouring months are known since March 2021, "
        "so there is no usual range yet."
    )
    assert made.reading.variation.words == "No usual range yet"
    assert reading_words(made).startswith("It has no usual range since its limits start afresh.")


def test_limits_of_an_earlier_stretch_that_is_short_are_said_to_be_so() -> None:
    cautions = stepped(afresh(6)).reading.cautions
    assert cautions == ("The limits up to June 2020 rest on six figures, and 13 or more make them firm.",)


def test_what_begins_after_the_last_figure_or_rests_on_one_has_no_effect() -> None:
    days = MONTHS[:10]
    assert placed_limits(Limits((afresh(10),)), days) == placed_limits(Limits(), days)
    assert placed_limits(Limits((afresh(0, until=0),)), days) == placed_limits(Limits(), days)


def test_screening_is_a_choice_that_the_chart_states() -> None:
    freak = [*LOW[:7], 95.0, *LOW[7:]]
    plain, screened = (fact(monthly(freak), limits=Limits((), choice)) for choice in (False, True))
    assert drawn(plain).how_to_read.endswith(NOT_SCREENED)
    assert drawn(screened).how_to_read.endswith(SCREENED)
    assert "Two outlying steps are left out of the limits." in screened.reading.cautions
    assert plain.reading.ranges[0].upper > screened.reading.ranges[0].upper


def test_a_rebase_is_not_known_before_it_was_agreed() -> None:
    workspace = open_workspace(ROOT / "config", ROOT / "data" / "northmere")
    (rebase,) = workspace.config.charts.rebases
    day_before = rebase.agreed_on - timedelta(days=1)
    drawn_by = {
        day: indicators_on(workspace, day).facts[rebase.indicator].reading.fresh_limits
        for day in (day_before, rebase.agreed_on)
    }
    assert [len(each) for each in drawn_by.values()] == [0, 1]


def test_a_doubtful_latest_figure_is_said_to_be_so() -> None:
    *earlier, latest = monthly(LOW)
    made = fact((*earlier, replace(latest, doubtful=True)))
    assert made.reading.cautions == ("The latest figure is marked doubtful.",)
    assert made.as_at == date(2021, 2, 28)
