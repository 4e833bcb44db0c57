"""Pace: slopes with their range, dates only where they can be given, and no improvement where there is only ageing."""

from datetime import date

import pytest

from readiness.dates import month_ends
from readiness.insight.what_if.projection import (
    AreaPace,
    Split,
    Verdict,
    area_pace,
    direction,
    finish_days,
    horizon,
    judged,
    paces,
)
from readiness.insight.what_if.projection_words import (
    finding,
    paces_sentence,
    reading,
    slope_words,
    verdict_words,
)
from readiness.statistics.slope import slope_interval, theil_sen
from tests.pages.shipped import opened, shipped
from tests.unit.insight.made import area

TODAY = date(2026, 3, 31)
MONTHS = month_ends(date(2025, 4, 1), TODAY)
WINDOW = (date(2026, 9, 1), date(2027, 3, 31))
REAL = Split(3.0, 0.5, 0.0)


def pace(
    scores: list[float | None],
    verdict: Verdict = "flat",
    finish: tuple[date | None, date | None, date | None] | None = None,
    window: tuple[date, date] | None = WINDOW,
    split: Split | None = REAL,
) -> AreaPace:
    now = next((score for score in reversed(scores) if score is not None), None)
    measured = sum(score is not None for score in scores) >= 6
    return AreaPace(
        as_at=TODAY,
        area=area("Care", now, enough=now is not None),
        good=60.0,
        months=tuple(zip(MONTHS[-len(scores) :], scores, strict=True)),
        line=theil_sen(scores) if measured else None,
        slope=slope_interval(scores) if measured else None,
        split=split if measured else None,
        finish=finish,
        window=window,
        verdict=verdict,
    )


@pytest.mark.parametrize(
    ("slope", "split", "way"),
    [
        ((0.1, 0.6), REAL, "rising"),
        ((-0.1, 0.6), REAL, "flat"),
        ((0.0, 0.6), REAL, "flat"),
        ((0.004, 0.6), REAL, "flat"),
        ((-0.6, -0.1), REAL, "falling"),
        ((-0.6, -0.004), REAL, "flat"),
        ((0.1, 0.6), Split(-1.0, 3.0, 0.0), "fading"),
        ((0.1, 0.6), Split(-1.0, 1.0, 2.0), "rising"),
        ((0.1, 0.6), Split(-1.0, 3.0, 1.0), "fading"),
        (None, None, "flat"),
    ],
)
def test_a_slope_counts_only_where_its_range_leaves_nought_out_and_not_all_of_it_is_ageing(
    slope: tuple[float, float] | None, split: Split | None, way: str
) -> None:
    assert direction(slope, split) == way


def test_six_points_at_half_a_point_a_month_take_a_year() -> None:
    soonest, likely, latest = finish_days(TODAY, 6.0, 0.5, (0.25, 1.0))
    assert (soonest, likely, latest) == (date(2026, 9, 30), date(2027, 3, 31), date(2028, 3, 30))


def test_beyond_ten_years_there_is_no_date() -> None:
    assert finish_days(TODAY, 6.0, 0.04, (0.01, 0.06)) == (date(2034, 7, 31), None, None)
    assert finish_days(TODAY, 6.0, 0.5, (0.0, 1.0))[2] is None
    assert finish_days(TODAY, 6.0, 0.05, (0.0499, 0.05))[1:] == (date(2036, 3, 30), None)


@pytest.mark.parametrize(
    ("likely", "verdict"),
    [
        (date(2026, 9, 1), "on pace"),
        (date(2026, 9, 2), "late"),
        (date(2027, 3, 31), "late"),
        (date(2027, 4, 1), "too slow"),
        (None, "too slow"),
    ],
)
def test_the_likely_day_stands_against_the_window(likely: date | None, verdict: str) -> None:
    assert judged("rising", 55.0, 60.0, (likely, likely, None), WINDOW, TODAY) == verdict


def test_without_a_window_or_after_it_rising_is_all_that_is_said() -> None:
    finish = (TODAY, TODAY, TODAY)
    assert judged("rising", 55.0, 60.0, finish, None, TODAY) == "rising"
    assert judged("rising", 55.0, 60.0, finish, (date(2024, 1, 1), date(2025, 1, 1)), TODAY) == "rising"
    last_day = (date(2025, 9, 1), TODAY)
    assert judged("rising", 55.0, 60.0, finish, last_day, TODAY) == "late"


def test_at_good_there_is_no_pace_to_be_on_but_a_fall_is_said() -> None:
    assert judged("rising", 60.0, 60.0, None, WINDOW, TODAY) == "there"
    assert judged("flat", 71.0, 60.0, None, WINDOW, TODAY) == "there"
    assert judged("flat", 59.9999999999, 60.0, None, WINDOW, TODAY) == "there"
    assert judged("flat", 59.99, 60.0, None, WINDOW, TODAY) == "flat"
    assert judged("falling", 71.0, 60.0, None, WINDOW, TODAY) == "falling"


def test_northmere_was_on_pace_before_the_window_opened() -> None:
    [day] = opened("2024-12-31")
    found = area_pace(shipped("northmere"), day, "ilacs-2023", "impact-of-leaders")
    scores = [score for _, score in found.months]
    assert len(scores) == 12
    assert found.line == theil_sen(scores)
    assert found.slope == slope_interval(scores)
    assert finding(found) == (
        "Impact of leaders would reach good (indicative) by July 2025 at this pace, "
        "before an inspection may come from December 2025."
    )
    assert verdict_words(found) == "▲ On pace"


def test_a_rise_that_is_mostly_ageing_is_never_told_without_saying_so() -> None:
    [day] = opened("2024-12-31")
    found = area_pace(shipped("northmere"), day, "ilacs-2023", "help-and-protection")
    assert found.split is not None
    assert found.split.aged > found.split.evidence
    assert finding(found).endswith("; yet most of the rise is only older evidence counting for less.")


def test_only_a_rise_that_owes_more_to_ageing_than_to_anything_new_is_called_mostly_ageing() -> None:
    day = date(2026, 6, 30)
    half, most = (
        finding(pace([50.0] * 12, "on pace", (day, day, day), split=Split(1.0, aged, 0.5)))
        for aged in (1.5, 1.6)
    )
    assert half.endswith(", before an inspection may come from September 2026.")
    assert most.endswith("; yet most of the rise is only older evidence counting for less.")


def test_the_parts_of_the_change_add_up_to_it() -> None:
    [day, first] = opened("2024-12-31", "2024-01-31")
    workspace = shipped("northmere")
    found = area_pace(workspace, day, "ilacs-2023", "care-leavers")
    before = workspace.score(first, "ilacs-2023").area("care-leavers").score or 0.0
    assert found.split is not None
    assert found.split.moved == pytest.approx((found.area.score or 0.0) - before)
    assert Split(3.0, 0.5, -2.0).moved == 1.5


@pytest.mark.parametrize("dataset", ["wokingham", "reading", "northmere"])
def test_before_any_evidence_there_is_no_pace_and_no_number(dataset: str) -> None:
    [day] = opened("2011-01-01")
    every = paces(shipped(dataset), day, "sif-2013")
    assert {each.verdict for each in every} == {"unknown"}
    assert paces_sentence(every) == "No area has a pace yet: it takes six month ends with a number in a year."
    assert all(reading(each) == "" and slope_words(each) == "" for each in every)


def test_five_months_with_a_number_have_no_pace_and_say_why() -> None:
    thin = pace([None] * 7 + [50.0, 51.0, 52.0, 53.0, 54.0], "unknown")
    assert finding(thin) == "Care: five of the last 12 month ends have a number, and a pace takes six."


@pytest.mark.parametrize(("day", "shown", "paced"), [("2024-03-31", 5, False), ("2024-04-30", 6, True)])
def test_from_the_sixth_month_with_a_number_on_there_is_a_pace(day: str, shown: int, paced: bool) -> None:
    found = area_pace(shipped("northmere"), opened(day)[0], "ilacs-2023", "help-and-protection")
    assert found.shown == shown
    assert (found.verdict != "unknown", found.line is not None) == (paced, paced)


def test_one_month_alone_is_one() -> None:
    assert finding(pace([55.0], "unknown")).startswith("Care: one of the last 12 month ends has a number")


def test_an_area_held_by_no_evidence_has_neither_number_nor_pace() -> None:
    assert (
        finding(pace([None] * 12, "unknown"))
        == "Care: not enough evidence for a number, so there is no pace."
    )


@pytest.mark.parametrize(
    ("verdict", "says"),
    [
        (
            "on pace",
            "Care would reach good (indicative) by June 2026 at this pace, "
            "before an inspection may come from September 2026.",
        ),
        (
            "late",
            "Care would reach good (indicative) by June 2026 at this pace, "
            "but an inspection may come from September 2026.",
        ),
        (
            "too slow",
            "Care would reach good (indicative) by June 2026 at this pace, "
            "after the window of the next inspection closes in March "
            "2027.",
        ),
        (
            "rising",
            "Care would reach good (indicative) by June 2026 at this pace; "
            "the window of the next inspection closed in March 2027.",
        ),
        ("flat", "Care: its pace can't be told from standing still."),
        ("fading", "Care: what rose is only older evidence counting for less, so no pace is given."),
        ("there", "Care is at 55, indicative good or above."),
    ],
)
def test_each_verdict_has_its_sentence(verdict: Verdict, says: str) -> None:
    likely = date(2026, 6, 30)
    found = pace([49.5 + 0.5 * month for month in range(12)], verdict, (likely, likely, likely))
    assert finding(found) == says


def test_a_fall_is_told_as_a_number_of_points_and_not_as_a_negative_one() -> None:
    found = pace([70.0 - 0.5 * month for month in range(12)], "falling")
    assert finding(found) == "Care is falling, by 0.50 points a month."


def test_a_straight_rise_has_one_date_and_says_it_once() -> None:
    day = date(2026, 6, 30)
    words = reading(pace([49.5 + 0.5 * month for month in range(12)], "on pace", (day, day, day)))
    assert words.startswith(
        "Points a month: +0.50 (+0.50 to +0.50), over 12 month ends. Good would be reached in June"
    )


@pytest.mark.parametrize(
    ("finish", "says"),
    [
        ((date(2026, 6, 30), date(2027, 1, 1), date(2028, 2, 1)), "between June 2026 and February 2028."),
        (
            (date(2026, 6, 30), None, None),
            "in June 2026 at the soonest; at the slowest not within ten years.",
        ),
        ((None, None, None), "Even at the quickest it would take over ten years."),
    ],
)
def test_the_range_of_dates_is_told_as_wide_as_it_is(finish: tuple, says: str) -> None:
    assert says in reading(pace([50.0, 51.0] * 6, "late", finish))


def test_nothing_that_moved_by_a_tenth_is_called_a_cause() -> None:
    words = reading(pace([50.0] * 12, split=Split(0.01, -0.02, 0.0)))
    assert words.endswith("Since 30 April 2025 nothing has moved it by a tenth of a point.")


def test_those_short_of_good_are_named_with_their_verdicts() -> None:
    assert paces_sentence([pace([50.0] * 12), pace([50.0] * 12, "falling")]) == (
        "Short of indicative good and not on pace: care (flat), care (falling)."
    )
    assert (
        paces_sentence([pace([70.0] * 12, "there")])
        == "Every area with a pace is at indicative good or above."
    )
    assert paces_sentence([pace([70.0] * 12, "falling")]) == (
        "Every area with a pace is at indicative good or above, though care is falling."
    )
    assert paces_sentence([pace([50.0] * 12, "on pace")]) == "Care is short of indicative good and on pace."


def test_a_picture_looks_one_to_three_years_ahead() -> None:
    assert horizon(pace([50.0] * 12, window=None)) == date(2027, 3, 31)
    assert horizon(pace([50.0] * 12, window=(date(2028, 1, 1), date(2028, 6, 30)))) == date(2028, 6, 30)
    assert horizon(pace([50.0] * 12, window=(date(2030, 1, 1), date(2031, 1, 1)))) == date(2029, 3, 31)


def test_without_a_single_month_the_count_reads_as_none() -> None:
    [day] = opened("2023-08-04")
    found = area_pace(shipped("northmere"), day, "ilacs-2023", "children-in-care")
    assert (
        finding(found)
        == "Children in care: none of the last 12 month ends has a number, and a pace takes six."
    )


def test_no_pace_takes_an_area_past_a_cap() -> None:
    [day] = opened("2018-11-09")
    found = area_pace(shipped("reading"), day, "sif-2013", "help-and-protection")
    assert (found.verdict, found.finish) == ("capped", None)
    assert finding(found) == (
        "Help and protection is rising, but can't reach good (indicative) until four caps go, the lowest at inadequate."
    )
    assert "Good would be reached" not in reading(found)
    assert paces_sentence([found]) == (
        "Short of indicative good and not on pace: help and protection (held by a cap)."
    )
