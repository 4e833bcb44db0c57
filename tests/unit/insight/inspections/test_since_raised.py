"""What is different now: what was set since a theme was raised, which way its figures went, and no more than that."""

from collections.abc import Sequence
from datetime import date

import pytest

from readiness.insight.indicators.fact import IndicatorFact
from readiness.insight.inspections.findings import Finding, Spoken, Theme
from readiness.insight.inspections.findings_words import told
from readiness.insight.inspections.since_raised import SinceRaised, answered, since_raised
from readiness.insight.inspections.since_raised_words import different, done, figures, line
from readiness.insight.plan.actions import Action
from readiness.insight.plan.impact import Impact
from tests.pages.shipped import shipped
from tests.unit.insight.indicator_made import MONTHS, fact, monthly, yearly
from tests.unit.insight.plan_made import TODAY, action

FIRST, LAST = date(2020, 6, 1), date(2022, 6, 1)
"""After the first of the yearly figures, and after the third."""
REPORT = "area for improvement"


def theme(*days: date, then: date | None = None) -> Theme:
    """Plans, raised on these days, and found a strength after."""
    said = [(day, REPORT) for day in days] + ([(then, "strength")] if then else [])
    reports = (Spoken(f"v{day}", "Visit", day, (Finding(kind, "Said", "Report", 2),)) for day, kind in said)
    return Theme("plans", "Plans", "Help", tuple(reports))


REPEAT = theme(FIRST, LAST)
TURNED = theme(FIRST, LAST, then=date(2024, 1, 1))
DONE = action(LAST, updates=((date(2023, 1, 1), "completed"),))
OPEN = action(LAST, updates=((date(2023, 1, 1), "on track"),))
SILENT = action(FIRST)
BETTER = fact(yearly([50, 51, 50, 70, 72], out_of=900))
WORSE = fact(yearly([50, 51, 50, 30, 31], out_of=900))


def found(
    actions: Sequence[Action] = (), facts: Sequence[IndicatorFact] = (), about: Theme = REPEAT
) -> SinceRaised:
    return answered(about, actions, [], facts)


def test_only_actions_on_the_theme_since_the_day_that_it_was_first_raised_count() -> None:
    earlier, elsewhere = action(date(2020, 5, 31)), action(LAST, criterion="homes")
    assert found([earlier, SILENT, elsewhere, DONE]).actions == (SILENT, DONE)


@pytest.mark.parametrize(
    ("actions", "says"),
    [
        ([], "No action on it is on file since June 2020."),
        ([SILENT], "One action set since June 2020: no update on record, no measure named."),
        ([SILENT, action(LAST)], "Two actions set since June 2020: no update on record, no measure named."),
        ([DONE], "One action set since June 2020: closed, no measure named."),
        ([OPEN], "One action set since June 2020: not closed, no measure named."),
        ([OPEN, SILENT], "Two actions set since June 2020: none closed, no measure named."),
        ([OPEN, DONE], "Two actions set since June 2020: one closed, no measure named."),
        ([DONE, DONE], "Two actions set since June 2020: all closed, no measure named."),
    ],
)
def test_what_was_done_is_told_as_it_stands(actions: list[Action], says: str) -> None:
    assert done(found(actions)) == says


def test_a_status_is_no_impact_so_the_verdict_on_the_measure_stands_beside_it() -> None:
    held, unsaid = (Impact(each, "Visits", way, "", 1) for each, way in ((DONE, "held"), (OPEN, "unsaid")))
    one = answered(REPEAT, [DONE, OPEN], [held], [])
    assert done(one).endswith("one measure named (improved since, and held for two periods).")
    both = answered(REPEAT, [DONE, OPEN], [held, unsaid], [])
    assert done(both).endswith(
        "two with a measure (improved since, and held for two periods: one; can't be said yet: one)."
    )


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ([], "No figure of it is known from before and since June 2022."),
        ([fact(yearly([50, 50, 50]))], "No figure of it is known from before and since June 2022."),
        (
            [fact(yearly([50, 50, 50, 60]), better=None)],
            "No figure of it is known from before and since June 2022.",
        ),
        ([BETTER], "Since June 2022, improved and held for two periods: Visits (50% in 2022, 72% in 2024)."),
        ([WORSE], "Since June 2022, worse for two periods: Visits (50% in 2022, 31% in 2024)."),
        (
            [fact(yearly([50, 50, 50, 60]))],
            "Since June 2022, not told apart from chance yet: Visits (50% in 2022, 60% in 2023).",
        ),
    ],
)
def test_a_figure_is_called_better_only_beyond_chance_and_for_two_periods(
    facts: list[IndicatorFact], says: str
) -> None:
    assert figures(found(facts=facts)) == says


def test_a_monthly_figure_goes_by_its_control_chart_and_not_by_two_of_its_months() -> None:
    low, high = [70, 71, 69, 70, 71, 69, 70, 71, 69, 70], [80, 81, 79, 80, 81, 79, 80, 81]
    raised = theme(MONTHS[4], MONTHS[9])
    assert figures(found(facts=[fact(monthly([*low, *high]))], about=raised)) == (
        "Since October 2020, improved and held for two periods: Visits."
    )


def test_a_line_says_when_it_was_told_and_what_later_reports_said() -> None:
    assert told(REPEAT) == "told in two reports: 2020 and 2022"
    assert line(found()) == (
        "Told in two reports: 2020 and 2022. Raised last in June 2022; no strength on file since. No action on it is "
        "on file since June 2020. No figure of it is known from before and since June 2022."
    )
    assert "Turned round: a strength in January 2024." in line(found(about=TURNED))
    same_year = theme(date(2019, 3, 1), date(2019, 9, 1))
    assert told(same_year) == "told in two reports: 2019"


def test_over_all_it_counts_the_findings_without_a_later_strength_and_nothing_else() -> None:
    assert different([]) == different([found([DONE], [BETTER], TURNED)]) == ""
    assert different([found([DONE], [BETTER]), found([OPEN], [WORSE]), found(about=TURNED)]) == (
        "Two repeat findings have no later strength on file. An action has since been set on both and closed on one; a "
        "figure improved and held on one and got worse on one."
    )
    assert different([found(), found(), found()]) == (
        "Three repeat findings have no later strength on file. An action has since been set on none and closed on "
        "none; a figure improved and held on none and got worse on none."
    )
    assert different([found([DONE])]) == (
        "One repeat finding has no later strength on file. One action set since June 2020: closed, no measure named. "
        "No figure of it is known from before and since June 2022."
    )


@pytest.mark.parametrize("dataset", ["wokingham", "reading", "northmere"])
def test_nothing_known_after_the_day_is_counted(dataset: str) -> None:
    for day in (date(2019, 12, 31), TODAY):
        every = since_raised(shipped(dataset), day, "ilacs-2026")
        assert all(each.created <= day for answer in every for each in answer.actions)
        assert all(each.latest.period_end <= day for answer in every for each in answer.figures)


def test_readings_workforce_was_told_four_times_and_vacancies_are_higher_than_then() -> None:
    every = since_raised(shipped("reading"), TODAY, "ilacs-2026")
    (workforce,) = (each for each in every if each.theme.id == "workforce-stability")
    assert told(workforce.theme) == "told in four reports: 2016, 2017, 2019 and 2024"
    assert "no improvement seen: Vacancies (13.7% in 2023, 22.6% in 2025)" in figures(workforce)
