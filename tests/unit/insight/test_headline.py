"""The headline: lines crossed first, then the weakest, then what moved; never more than the figures say."""

from pathlib import Path

from readiness.config.load import load_config
from readiness.insight.area import weakest_criterion
from readiness.insight.headline import direction_of, headline_parts
from readiness.scoring.results import Scores
from readiness.wording import listed
from tests.unit.insight.made import area, line, scores

CONFIG = load_config(Path(__file__).parents[2] / "datasets" / "two-frameworks" / "config")


def headline(now: Scores, earlier: Scores) -> str:
    return " ".join(headline_parts(now, earlier, CONFIG))


def test_a_crossed_line_comes_before_everything_else() -> None:
    now = scores(
        area("Care", 55, lines=(line("Children without a worker", "crossed", 15),)), area("Leaders", 70)
    )
    said = headline(now, now)
    assert said.startswith("Children without a worker: 15 at 31 January 2020")
    assert said.index("Care is the weakest area") > 0


def test_a_child_not_made_safe_comes_after_lines_crossed_and_before_the_weakest_area() -> None:
    child = (
        "One child found unsafe in an audit on 1 January 2020 is not recorded as made safe, 30 days later."
    )
    crossed = (line("Children without a worker", "crossed", 15),)
    now = scores(area("Care", 55, lines=crossed), area("Leaders", 70))
    parts = headline_parts(now, now, CONFIG, child)
    assert (parts[1], parts[2].startswith("Care is the weakest area")) == (child, True)
    calm = scores(area("Care", 55), area("Leaders", 70))
    assert headline_parts(calm, calm, CONFIG, child)[0] == child


def test_the_weakest_area_is_named_with_its_direction_and_weakest_theme() -> None:
    now = scores(area("Care", 52.9, themes={"Plans": 40, "Visits": 60}), area("Leaders", 70))
    earlier = scores(area("Care", 58), area("Leaders", 70))
    said = headline(now, earlier)
    assert "Care is the weakest area (indicative: good) and falling; plans is its weakest theme." in said
    assert "Care moved most over the year, from 58 to 52." in said


def test_areas_that_tie_are_weakest_together_and_none_is_when_all_stand_level() -> None:
    tied = scores(area("Care", 50.1), area("Leaders", 50.9), area("Protection", 60))
    assert "Care and leaders are the weakest areas" in headline(tied, tied)
    level = scores(area("Care", 50.1), area("Leaders", 50.9))
    assert "Care and leaders stand level" in headline(level, level)


def test_an_area_without_enough_evidence_is_named_and_never_called_weakest() -> None:
    now = scores(area("Care", 10, enough=False), area("Leaders", 70), area("Protection", 60))
    said = headline(now, now)
    assert "Protection is the weakest area" in said
    assert "There is not enough evidence to place care." in said


def test_nothing_known_is_said_and_nothing_else() -> None:
    now = scores(area("Care", None, enough=False))
    assert headline(now, now) == "There is not enough evidence to place any area."


def test_lines_that_are_not_known_are_counted_out_loud() -> None:
    unknown = (line("One", "never observed"), line("Two", "clear", 0.0))
    now = scores(area("Care", 60, lines=unknown), area("Leaders", 70))
    assert headline(now, now).endswith("1 of 2 safety lines is not known.")


def test_a_move_of_less_than_a_point_is_steady_and_no_evidence_has_no_direction() -> None:
    assert direction_of(area("Care", 60.9), area("Care", 60)) == "steady"
    assert direction_of(area("Care", 61), area("Care", 60)) == "rising"
    assert direction_of(area("Care", 61), area("Care", 60, enough=False)) == ""
    assert direction_of(area("Care", 61), None) == ""


def test_a_weakest_theme_needs_two_to_compare_and_no_tie() -> None:
    assert weakest_criterion(area("Care", 50, themes={"Plans": 40}), CONFIG.scoring) is None
    assert weakest_criterion(area("Care", 50, themes={"Plans": 40, "Visits": 40}), CONFIG.scoring) is None
    weakest = weakest_criterion(
        area("Care", 50, themes={"Plans": 40, "Visits": None, "Homes": 41}), CONFIG.scoring
    )
    assert weakest is not None
    assert weakest.title == "Plans"


def test_names_are_listed_as_a_sentence_lists_them() -> None:
    assert [listed(["A"]), listed(["A", "B"]), listed(["A", "B", "C"]), listed([])] == [
        "A",
        "A and B",
        "A, B and C",
        "",
    ]


def test_the_one_safety_line_of_a_framework_is_told_as_one() -> None:
    bare = scores(area("Care", 55, lines=(line("No worker", "never observed"),)), area("Leaders", 70))
    assert "The one safety line can't be known from this evidence." in headline(bare, bare)
