"""Did it work: only where figures before and after can show it, and never more than an order in time."""

from collections.abc import Sequence

import pytest

from readiness.insight.indicators.limits import FROM_ALL_FIGURES, Limits
from readiness.insight.plan.actions import Action
from readiness.insight.plan.impact import STAYED, Impact, Verdict, closed_on, impact_sentence, impacts, judged
from tests.unit.insight.indicator_made import MONTHS, YEARS, afresh, fact, monthly, yearly
from tests.unit.insight.plan_made import action

LOW = [70, 71, 69, 70, 71, 69, 70, 71, 69, 70]
HIGH = [80, 81, 79, 80, 81, 79, 80, 81]
SET = action(MONTHS[9], as_at=MONTHS[40])


def verdict(
    figures: Sequence[float | None],
    made: Action = SET,
    better: str | None = "high",
    limits: Limits = FROM_ALL_FIGURES,
) -> tuple[Verdict, str]:
    return judged(made, fact(monthly(figures), better, limits=limits))


def test_an_improvement_that_began_after_and_lasts_is_held() -> None:
    said, words = verdict([*LOW, *HIGH])
    assert said == "held"
    assert words.startswith("From 70% at October 2020 to 81% at June 2021: an improvement")
    assert words.endswith("since November 2020.")


def test_two_figures_beyond_the_usual_range_last_and_one_does_not() -> None:
    assert verdict([*LOW, *LOW[:7], 95])[0] == "unmoved"
    assert verdict([*LOW, *LOW[:7], 95, 95])[0] == "held"


def test_one_that_was_there_before_the_action_is_not_put_down_to_it() -> None:
    said, words = verdict([*LOW, *HIGH], action(MONTHS[11], as_at=MONTHS[40]))
    assert (said, "improving already before" in words) == ("unsaid", True)


def test_one_that_ended_has_slipped_back() -> None:
    said, words = verdict([*LOW, *HIGH, 70, 71, 69, 70])
    assert said == "lapsed"
    assert words.endswith("an improvement was seen up to June 2021 and is not in the last two figures.")


def test_a_measure_that_got_worse_is_said_to_be() -> None:
    assert verdict([*HIGH, 80, 79, *LOW[:8]])[0] == "worse"


def test_concern_from_before_the_action_that_goes_on_is_no_improvement() -> None:
    said, words = verdict([*HIGH, 80, 79, *LOW[:8]], action(MONTHS[11], as_at=MONTHS[40]))
    assert (said, words.endswith("before the action was set.")) == ("unmoved", True)


def test_no_change_needs_seven_figures_since() -> None:
    assert verdict([*LOW, *LOW[:6]])[0] == "unsaid"
    assert verdict([*LOW, *LOW[:7]])[0] == "unmoved"


@pytest.mark.parametrize(
    ("figures", "made", "why"),
    [
        ([*LOW, *HIGH], action(MONTHS[5]), "Six figures of its measure before it was set; 7 are needed."),
        ([*LOW, 80], SET, "One month only is known since it was set; 2 are needed."),
        (LOW, SET, "No figure of its measure is known since it was set; the last is of October 2020."),
        (
            [70],
            action(MONTHS[0].replace(day=1)),
            "No figures of its measure before it was set; 7 are needed.",
        ),
    ],
)
def test_with_too_few_figures_nothing_is_said(figures: list[float], made: Action, why: str) -> None:
    said, words = verdict(figures, made)
    assert (said, words.startswith(why)) == ("unsaid", True)


def test_limits_that_start_afresh_since_part_before_from_after() -> None:
    said, words = verdict([*LOW, *HIGH], limits=Limits((afresh(12),)))
    assert (said, "start afresh in January 2021" in words) == ("unsaid", True)


def test_a_measure_without_figures_or_without_a_better_side_says_nothing() -> None:
    assert judged(SET, None) == ("unsaid", "No figure of its measure is known.")
    assert verdict([*LOW, *HIGH], better=None)[0] == "unsaid"


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ([50, 70, 71], "held"),
        ([50, 70, 51], "lapsed"),
        ([50, 30, 31], "worse"),
        ([50, 51, 49], "unmoved"),
        ([50, 51, 70], "unsaid"),
        ([50, 70], "unsaid"),
    ],
)
def test_yearly_figures_are_told_from_chance_by_their_counts(figures: list[float], expected: Verdict) -> None:
    said, _ = judged(action(YEARS[0]), fact(yearly(figures, out_of=400)))
    assert said == expected


def test_without_counts_yearly_figures_are_told_and_not_judged() -> None:
    made = action(YEARS[0], None, ((YEARS[1], "completed"),), as_at=YEARS[4])
    said, words = judged(made, fact(yearly([33, 14, 26.5, 31.6, 9.6]), better="low"))
    assert said == "unsaid"
    assert words == (
        "Without counts a change can't be told from chance. 33% at March 2020; 14% at March 2021, when it was closed; "
        "higher in two of three figures since, highest 31.6% at March 2023; 9.6% at March 2024."
    )


def test_figures_only_since_are_told_without_a_before() -> None:
    said, words = judged(action(YEARS[0].replace(day=1)), fact(yearly([50, 60], out_of=400)))
    assert (said, words) == ("unsaid", "No figure is known from before it was set. 60% at March 2021.")


def made(*verdicts: Verdict, measure: str = "visits") -> list[Impact]:
    return [Impact(action(MONTHS[9], measure=measure), "Visits", each, "", 1) for each in verdicts]


def test_the_sentence_over_all_counts_each_verdict_and_the_measures_behind_it() -> None:
    assert impact_sentence(made("held", "held", "unmoved", "unsaid"), 9) == (
        "Four actions have a measure. Since they were set it improved and held for two periods for two and shows no "
        "improvement for one; for one it can't be said yet. The two that improved have one measure between them."
    )
    assert (
        impact_sentence(made("unsaid"), 1)
        == "Whether the one action with a measure worked can't be said yet."
    )
    assert impact_sentence(made("worse"), 1).endswith("has any got worse for two periods since it was set.")
    assert impact_sentence(made("unsaid", "unsaid"), 2).startswith("For none of two actions with a measure")
    assert impact_sentence([], 3).startswith("None of the three actions names the indicator")


def test_actions_of_one_measure_are_counted_so_that_none_is_told_apart() -> None:
    actions = [
        action(MONTHS[9]),
        action(MONTHS[9]),
        action(MONTHS[9], measure=""),
        action(MONTHS[9], measure="other"),
    ]
    found = impacts(actions, {"visits": fact(monthly([*LOW, *HIGH]))}, {"visits": "Visits made on time"})
    assert [(each.label, each.verdict, each.shared) for each in found] == [
        ("Visits made on time", "held", 2),
        ("Visits made on time", "held", 2),
        ("other", "unsaid", 1),
    ]
    assert (closed_on(found, closed=True), closed_on(found, closed=False)["held"]) == ({}, STAYED)
