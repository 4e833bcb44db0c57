"""Indicators in words and icons: what is said is what the figures show, and no more."""

from datetime import date

import pytest

from readiness.config.models import Framework
from readiness.insight.indicators.facts import Indicators, indicator_fact, indicators_headline, missing_words
from readiness.insight.indicators.matrix import area_words, grave_lines, matrix, nothing_grave_words, signals
from readiness.insight.indicators.parts import part_words, parts_fact
from readiness.insight.indicators.series import Blank, by_period, cadence_of
from tests.unit.insight.indicator_made import MONTHS, fact, indicator, measured, monthly, yearly

STEADY = [80.0, 82.0, 79.0, 81.0, 80.0, 83.0, 78.0, 81.0, 80.0, 82.0, 79.0, 81.0, 80.0, 82.0]
FALLING = [*STEADY, 80.0, 79.5, 79.0, 78.5, 78.0, 77.5, 77.0]
DAY = MONTHS[0]
FRAMEWORK = Framework.model_validate(
    {
        "id": "new",
        "title": "New",
        "inspectorate": "Ofsted",
        "in_force": {"from": date(2020, 1, 1)},
        "source": "Made",
        "areas": [{"id": "care", "title": "Care", "criteria": [{"id": "plans", "title": "Plans", "good": "Good."}]}],
    }
)  # fmt: skip


def found(*facts) -> Indicators:  # noqa: ANN002
    return Indicators({str(number): each for number, each in enumerate(facts)}, {}, {}, ())


def test_a_fall_of_seven_months_below_the_target_is_said_in_one_sentence() -> None:
    said = fact(monthly(FALLING), target=95.0).sentence
    assert said == "Visits: falling over eight months, and will miss 95% unless something changes."


def test_a_series_without_a_signal_is_within_its_usual_variation() -> None:
    steady = fact(monthly(STEADY), target=81.0)
    assert steady.reading.variation.words == "Usual variation"
    assert steady.sentence.endswith("82% in February 2021, and may or may not meet 81%.")


def test_a_target_always_met_will_be_met_unless_something_changes() -> None:
    said = fact(monthly(STEADY), target=60.0)
    assert said.reading.assurance.words == "Likely to meet the target"
    assert said.sentence.endswith("and will meet 60% unless something changes.")


def test_a_figure_that_meets_a_target_its_usual_range_misses_is_not_called_unlikely() -> None:
    said = fact(monthly([*STEADY, 99.0]), target=98.0)
    assert said.reading.assurance.words == "Met, beyond its usual range"
    assert "met 98% this month" in said.sentence


def test_low_is_improvement_where_low_is_better() -> None:
    assert fact(monthly(FALLING), better="low").reading.variation.words == "Improvement, low"
    assert fact(monthly(FALLING), better="high").reading.variation.words == "Concern, low"


def test_context_is_never_good_or_bad_and_has_no_target() -> None:
    context = fact(monthly(FALLING), better=None, target=85.0)
    assert {point.tone for point in context.reading.points} <= {"ordinary", "neutral"}
    assert context.reading.assurance.words == "Context, no target"
    assert "85" not in context.sentence


def test_one_figure_is_said_to_be_one() -> None:
    assert fact(monthly([80.0]), target=85.0).sentence == (
        "Visits: one figure only, 80% for January 2020; too few figures to say whether it will meet 85%."
    )


def test_a_constant_series_is_unchanged() -> None:
    assert fact(monthly([90.0] * 14)).sentence == "Visits: unchanged at 90% in 14 months."


def test_under_seven_figures_nothing_is_said_of_what_comes() -> None:
    early = fact(monthly(STEADY[:6]), target=99.0)
    assert early.reading.assurance.words == "Too few figures to say"
    assert "too few figures to say whether it will meet 99%" in early.sentence
    assert early.reading.cautions[0].startswith("The limits are for now only: they rest on six figures")


def test_a_missing_month_is_a_gap_and_is_said() -> None:
    gap = fact(monthly([*STEADY[:5], None, *STEADY[6:]]))
    assert gap.reading.points[5].figure is None
    assert "One month is missing." in gap.reading.cautions


def test_an_old_figure_says_since_when_nothing_is_known() -> None:
    late = indicator_fact(indicator(), monthly(STEADY), (), (), date(2022, 1, 1))
    assert late.sentence.endswith("No figure is known since February 2021.")


def test_a_yearly_change_is_named_only_where_it_is_more_than_chance() -> None:
    few, many = (fact(yearly([80.0, 85.0], out_of=number)) for number in (20, 2000))
    assert few.sentence == "Visits: 85% at March 2021, up from 80%, which may be chance."
    assert few.reading.variation.tone == "ordinary"
    assert many.reading.variation.words == "Better than the year before"


def test_a_yearly_change_without_counts_is_not_tested() -> None:
    said = fact(yearly([80.0, 85.0]), target=90.0)
    assert said.reading.variation.words == "Not tested: no counts"
    assert said.sentence.endswith("without counts to test it; it misses the target of 90%.")


def test_how_often_figures_come_is_seen_from_them_and_not_from_the_settings() -> None:
    assert cadence_of(monthly(STEADY), "annual") == "monthly"
    assert cadence_of(yearly([80.0, 81.0, 82.0]), "monthly") == "annual"
    assert cadence_of(monthly([80.0]), "quarterly") == "quarterly"


def test_quarters_are_placed_a_quarter_apart() -> None:
    quarters = tuple(measured(MONTHS[number], 80.0) for number in (2, 5, 11))
    placed = by_period(quarters, "quarterly")
    assert [each is None for _, each in placed] == [False, False, True, False]
    assert placed[2][0] == MONTHS[8]


def test_signals_come_first_and_the_headline_names_what_gives_concern() -> None:
    worse, steady = fact(monthly(FALLING), target=95.0), fact(monthly(STEADY))
    assert signals(found(steady, worse)) == (worse,)
    assert indicators_headline(found(steady, worse), DAY) == (
        "One indicator gives concern by more than noise: “Visits”; one is unlikely to meet its target."
    )
    assert [line.fact for line in matrix(found(steady, worse), FRAMEWORK)[0].lines] == [worse, steady]


def test_an_area_says_what_its_indicators_come_to() -> None:
    worse, better, untested = (
        fact(monthly(FALLING)),
        fact(monthly(FALLING), better="low"),
        fact(yearly([80.0, 85.0])),
    )
    (area,) = matrix(found(worse, better, untested, fact(monthly(STEADY))), FRAMEWORK)
    assert area_words(area) == (
        "1 of concern or unlikely to meet a target, 1 improved, 1 without a signal, 1 that can't be tested"
    )
    assert [line.fact for _, line in grave_lines((area,))] == [worse]


def test_where_nothing_is_grave_it_is_said_of_how_many_that_is_known() -> None:
    steady, aimed, untested = (
        fact(monthly(STEADY)),
        fact(monthly(STEADY), target=60.0),
        fact(yearly([80.0, 85.0])),
    )
    cases = ((steady, aimed), (steady,), (untested,))
    assert [nothing_grave_words(matrix(found(*facts), FRAMEWORK)) for facts in cases] == [
        "None of the two indicators that can be tested got worse by more than noise, and none is unlikely to meet "
        "its target.",
        "The one indicator that can be tested has not got worse by more than noise, and none has a target.",
        "No indicator has figures enough to tell a change from noise, and none has a target.",
    ]


def test_a_concern_that_missed_a_target_it_may_meet_is_not_said_to_may_meet_it() -> None:
    said = fact(monthly([*STEADY, 70.0]), target=80.0)
    assert said.reading.assurance.words == "May meet or miss the target"
    assert said.sentence.endswith("and missed 80% this month, which its usual range may meet or miss.")


def test_a_shift_beyond_the_limits_says_both() -> None:
    high = [*STEADY, *[86.0, 87.0] * 4]
    beyond, near = (fact(monthly(figures)).sentence for figures in ([*high, 99.0], high))
    assert "above its usual range in November 2021 and above its average for nine months" in beyond
    assert "of the last three months and above its average for eight months" in near


def test_a_part_whose_row_has_no_figure_is_listed_and_said() -> None:
    teams = [measured(DAY, figure, out_of=50, who=who) for who, figure in (("East", 80.0), ("West", 90.0))]
    blanks = [Blank(DAY, "North", 9), Blank(MONTHS[1], "South", 10)]
    said = parts_fact(indicator(), teams, "team", "high", blanks)
    assert said and [(part.name, part.line) for part in said.without] == [("North", 9)]
    assert said.sentence.endswith("One team has no figure.")
    assert part_words(said.without[0], "percent") == "no figure in the row"


def test_the_headline_of_nothing_claims_nothing() -> None:
    assert indicators_headline(found(), DAY) == "No indicator has a figure known by 31 January 2020."
    untested = fact(yearly([80.0, 85.0]))
    assert indicators_headline(found(untested), DAY).startswith("No indicator has figures enough")


def test_figures_of_teams_alone_are_not_said_to_be_none() -> None:
    teams = parts_fact(
        indicator(), [measured(DAY, 80.0, who=who) for who in ("East", "West")], "team", "high"
    )
    assert teams
    only = Indicators({}, {"visits": teams}, {}, ())
    assert indicators_headline(only, DAY) == (
        "No indicator has a figure of the whole authority known by 31 January 2020."
    )


def test_the_low_team_is_named_with_its_interval_and_whether_it_is_chance() -> None:
    teams = [
        measured(DAY, figure, out_of=100, who=who)
        for who, figure in (("East", 70.0), ("North", 95.0), ("West", 93.0))
    ]
    said = parts_fact(indicator(), teams, "team", "high")
    assert said and said.differs
    assert said.sentence.startswith(
        "Low end: East, 70% (60.4% to 78.1%) in January 2020, against 94% for the rest."
    )


def test_the_high_team_is_named_where_low_is_better_and_none_for_context() -> None:
    teams = [measured(DAY, figure, out_of=50, who=who) for who, figure in (("East", 30.0), ("West", 28.0))]
    low, context = (parts_fact(indicator(better), teams, "team", better) for better in ("low", None))
    assert low and low.sentence.startswith("High end, where low is better: East")
    assert low.differs is False
    assert context and context.sentence == "From 28% (West) to 30% (East) in January 2020."


@pytest.mark.parametrize("small", [1, 2, 3, 4, 97, 98, 99])
def test_small_numbers_of_groups_are_hidden_and_can_not_be_worked_out(small: float) -> None:
    groups = [measured(DAY, figure, out_of=100, who=f"{figure}") for figure in (small, 50.0)]
    said = parts_fact(indicator(), groups, "group", "high")
    assert said and all(part.hidden and part.figure is None for part in said.parts)
    assert said.sentence.endswith("Groups with small numbers are not shown.")


def test_teams_that_stand_level_have_no_low_end() -> None:
    teams = [measured(DAY, 90.0, out_of=50, who=who) for who in ("East", "West")]
    said = parts_fact(indicator(), teams, "team", "high")
    assert said and said.sentence == "Both teams stand at 90% in January 2020."


def test_how_often_a_team_stood_at_the_low_end_is_said_of_one_team_only() -> None:
    def sentence(*west: float) -> str:
        held = [
            measured(day, figure, out_of=50, who=who)
            for day, last in zip(MONTHS, west, strict=False)
            for who, figure in (("East", 80.0), ("North", 90.0), ("West", last))
        ]
        found = parts_fact(indicator(), held, "team", "high")
        return found.sentence if found else ""

    assert "stood there" not in sentence(90.0, 80.0)
    assert sentence(90.0, 80.0).startswith("Low end: East and West, each 80% in")
    assert sentence(90.0, 90.0).endswith("It stood there in 2 of the last 2 periods.")


def test_teams_level_at_the_low_end_are_tested_together() -> None:
    figures = {"East": 70.0, "West": 70.0, "North": 95.0}
    said = parts_fact(
        indicator(),
        [measured(DAY, each, out_of=40, who=who) for who, each in figures.items()],
        "team",
        "high",
    )
    assert said and said.differs
    assert said.sentence == (
        "Low end: East and West, each 70% in January 2020, against 95% for the rest. That is more than chance "
        "explains among three teams."
    )


def test_what_to_add_for_an_indicator_without_a_figure_names_its_id() -> None:
    assert missing_words(indicator()) == "a row a month with indicator visits and its figure in percent"


@pytest.mark.parametrize(("number", "tested"), [(4, False), (5, True)])
def test_under_five_figures_nothing_is_said_to_be_tested(number: int, tested: bool) -> None:
    """Four figures can't raise a signal; the fifth of 50, 50, 50, 50, 60 lies outside the limits of all five."""
    reading = fact(monthly([50.0] * (number - 1) + [60.0])).reading
    assert reading.tested is tested
    assert (reading.variation.words == "Improvement, high") is tested
