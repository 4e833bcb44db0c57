"""Every story planted in Northmere is found by the Indicators page, in icons and in words, on the day it is known."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from readiness.insight.indicators.explained import explained_on, explained_words
from readiness.insight.indicators.facts import Indicators, indicators_headline, indicators_on
from readiness.insight.indicators.matrix import signals
from readiness.workspace import Workspace, open_workspace

ROOT = Path(__file__).parents[2]
NOW = "2026-11-06"

MAY, WILL, WONT = "May meet or miss the target", "Likely to meet the target", "Unlikely to meet the target"
NO_TARGET, CONTEXT = "No target set", "Context, no target"
USUAL, BETTER, WORSE = "Usual variation", "Improvement, high", "Concern, low"

STORIES = {
    "step, after seven": ("assessments-45-days", "2025-08-10", BETTER, MAY, "above its average for eight months"),
    "step, to the present": ("assessments-45-days", NOW, BETTER, MAY, "above its average for 22 months"),
    "trend, before it is seven": ("re-referrals-12m", "2026-06-10", USUAL, MAY, "no change beyond its usual variation"),
    "trend, at seven": ("re-referrals-12m", "2026-07-10", "Concern, high", MAY, "rising over seven months"),
    "trend, to the present": ("re-referrals-12m", NOW, "Concern, high", MAY, "rising over 11 months"),
    "outlier, in its month": ("contacts-decided-in-one-day", "2025-07-10", WORSE, MAY, "below its usual range in June"),
    "outlier, the month after": ("contacts-decided-in-one-day", "2025-08-10", USUAL, MAY, "no change beyond"),
    "shift, at its first month": ("health-assessments", "2026-03-10", WORSE, MAY, "below its usual range in Feb"),
    "shift, before it": ("health-assessments", "2026-02-05", USUAL, MAY, "no change beyond"),
    "shift, to the present": ("health-assessments", NOW, WORSE, MAY, "and below its average for nine months"),
    "always meets": ("care-leavers-suitable-homes-19-21", NOW, USUAL, WILL, "will meet 88% unless something changes"),
    "always fails": ("long-term-stability", NOW, USUAL, WONT, "will miss 68% unless something changes"),
    "tiny numbers": ("conferences-15-days", NOW, USUAL, MAY, "may or may not meet 85%"),
    "missing month": ("return-interviews-72-hours", NOW, USUAL, MAY, "no change beyond"),
    "context, still": ("contacts", NOW, USUAL, CONTEXT, "no change beyond"),
    "context, moved": ("children-in-need-count", NOW, "Higher than usual", CONTEXT, "above its usual range"),
    "rebased, still improving": ("pathway-plans-in-date", NOW, BETTER, WONT, "will still miss 95%"),
}  # fmt: skip


@cache
def northmere() -> Workspace:
    return open_workspace(ROOT / "config", ROOT / "data" / "northmere")


@cache
def found(day: str) -> Indicators:
    return indicators_on(northmere(), date.fromisoformat(day))


@pytest.mark.parametrize("story", STORIES)
def test_each_story_is_told_by_both_icons_and_the_sentence(story: str) -> None:
    indicator, day, variation, assurance, words = STORIES[story]
    fact = found(day).facts[indicator]
    assert (fact.reading.variation.words, fact.reading.assurance.words) == (variation, assurance)
    assert words in fact.sentence


def test_the_headline_names_what_gives_concern_now() -> None:
    said = indicators_headline(found(NOW), date.fromisoformat(NOW))
    for label in ("Re-referrals", "Health assessments"):
        assert label in said
    assert "five are unlikely to meet their target" in said


def test_what_is_without_a_story_raises_no_concern() -> None:
    grave = {fact.indicator.id for fact in signals(found(NOW)) if fact.reading.variation.tone == "concern"}
    # Not in touch is the one false signal among the level series: two of its last three months are high.
    assert grave == {"re-referrals-12m", "health-assessments", "care-leavers-not-in-touch"}


def test_the_team_that_differs_is_the_only_one_told_from_chance() -> None:
    differ = {name: fact for name, fact in found(NOW).teams.items() if fact.differs}
    assert list(differ) == ["child-protection-visits-on-time"]
    assert differ["child-protection-visits-on-time"].parts[0].name == "Family Safeguarding C"


def test_tiny_numbers_have_limits_too_wide_to_say_much() -> None:
    (usual,) = found(NOW).facts["conferences-15-days"].reading.ranges
    assert usual.upper > 100
    assert usual.lower < 70


def test_a_missing_month_is_a_gap_and_is_said() -> None:
    for indicator, month in (
        ("return-interviews-72-hours", (2024, 8)),
        ("pathway-plans-in-date", (2025, 6)),
    ):
        reading = found(NOW).facts[indicator].reading
        gaps = [point.day for point in reading.points if point.figure is None]
        assert [(day.year, day.month) for day in gaps] == [month]
        assert "One month is missing." in reading.cautions


def test_suppressed_cells_are_listed_without_a_figure() -> None:
    fact = found(NOW).groups["re-referrals-12m"]
    assert {part.name for part in fact.without} == {"Another ethnic group", "Black or Black British"}
    assert fact.sentence.endswith("Two groups have no figure.")


def test_the_last_month_is_said_to_be_provisional() -> None:
    latest = found(NOW).facts["assessments-45-days"]
    assert latest.latest.doubtful
    assert "The latest figure is marked doubtful." in latest.reading.cautions


def test_a_step_that_was_understood_is_explained_and_one_signal_has_nobody() -> None:
    explained = explained_on(northmere(), date.fromisoformat(NOW))
    assert "late" in explained_words(explained["care-leavers-not-in-touch"])
    assert explained_words(explained["re-referrals-12m"]).endswith("Performance manager, no date set")
    assert explained_words(explained["agency-rate"]) == "Nobody is named to explain it yet"
