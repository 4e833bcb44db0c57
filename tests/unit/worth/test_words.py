"""Sentences about worth: none says more than the interval it is made from."""

from dataclasses import replace

import pytest

from readiness.config.load import load_config
from readiness.method.blocks import markdown
from readiness.method.worth_tried import worth_misses_section, worth_tried_section
from readiness.method.worth_words import worth_detail_section, worth_section
from readiness.worth.facts import EVERY_AREA, WHOLE, Estimate, read_worth
from readiness.worth.words import coin_words, difference_words, interval_words, told_apart
from tests.unit.worth.made import CONFIG, with_measure

SCORE = ("shown", "as shipped", WHOLE, EVERY_AREA, "readiness", "auc")
MORE = ("shown", "as shipped", WHOLE, EVERY_AREA, "readiness less previous", "auc")


def estimate(value: float, low: float, high: float) -> Estimate:
    return Estimate(value, low, high, 200, 100)


def test_an_interval_is_said_in_100() -> None:
    assert interval_words(estimate(0.668, 0.616, 0.718)) == "67 (62 to 72)"


def test_a_difference_has_its_sign() -> None:
    assert difference_words(estimate(-0.0018, -0.0227, 0.02)) == "−0.2 (−2.3 to +2.0)"
    assert difference_words(estimate(-0.0001, -0.01, 0.0)) == "0.0 (−1.0 to 0.0)"


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [(0.55, 0.7, "62 times in 100: more than a coin"), (0.45, 0.7, "not measurably other than a coin")],
)
def test_a_score_beats_a_coin_only_where_its_whole_interval_does(low: float, high: float, said: str) -> None:
    assert said in coin_words(with_measure(SCORE, estimate(0.62, low, high)))


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (0.01, 0.1, "and more than the last judgement alone"),
        (-0.01, 0.1, "not measurably other than the last judgement alone"),
        (-0.1, -0.01, "and less than the last judgement alone"),
    ],
)
def test_the_last_judgement_is_beaten_only_by_more_than_chance(low: float, high: float, said: str) -> None:
    assert coin_words(with_measure(MORE, estimate((low + high) / 2, low, high))).endswith(said)


def test_with_too_few_judgements_nothing_is_said() -> None:
    assert "too few" in coin_words(replace(read_worth(), measures={}))


def test_an_area_is_either_told_apart_from_a_coin_or_not() -> None:
    worth = read_worth()
    better, unsure = told_apart(worth, "performance")
    assert sorted([*better, *unsure]) == sorted(area.title for area in worth.areas if area.id != EVERY_AREA)


def test_the_section_opens_with_what_a_score_is_not() -> None:
    section = worth_section(read_worth())
    assert section.title.startswith("A readiness score is not a prediction of a grade")
    assert "What this does not test" in markdown([section])


def test_figures_that_are_not_kept_are_said_to_be_missing() -> None:
    thin = replace(read_worth(), measures={})
    assert "too few" in markdown([worth_section(thin), worth_detail_section(thin)])


def test_misses_are_named_with_what_was_known() -> None:
    worth = read_worth()
    words = markdown([worth_misses_section(worth)])
    assert all(miss.name in words for miss in worth.misses)


def test_without_misses_nothing_is_said_of_what_came_before() -> None:
    thin = replace(read_worth(), misses=())
    assert "time before" not in markdown([worth_misses_section(thin)])


def test_indicators_have_their_titles_and_chance_is_counted() -> None:
    words = markdown([worth_tried_section(read_worth(), load_config(CONFIG))])
    assert "Assessments completed within 45 working days" in words
    assert "by chance alone" in words


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (0.01, 0.09, "better by more than chance: *No cap after an Inadequate judgement*; worse: none"),
        (-0.09, -0.01, "better by more than chance: none; worse: *No cap after an Inadequate judgement*"),
        (-0.01, 0.09, "none differed by more than chance"),
    ],
)
def test_an_alternative_is_better_only_by_more_than_chance_later(low: float, high: float, said: str) -> None:
    worth = read_worth()
    tried = [each for each in worth.alternatives if each.id in ("shipped", "uncapped")]
    made = tuple(
        replace(each, difference=estimate((low + high) / 2, low, high)) if each.id == "uncapped" else each
        for each in tried
    )
    words = markdown([worth_tried_section(replace(worth, alternatives=made), load_config(CONFIG))])
    assert said in words
