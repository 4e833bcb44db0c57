"""Steps between two scores: they add up, the small ones are put together, thin evidence has none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.insight.changes import split_sentence
from readiness.insight.steps import Step, grouping_words, step_words, steps
from tests.unit.charts.facts import change

EFFECTS = st.lists(st.tuples(st.sampled_from("abcdefghijklmn"), st.floats(-5, 5)), max_size=40)


@given(EFFECTS, st.floats(-30, 0), st.integers(0, 5))
def test_the_steps_add_up_to_the_end(effects: list[tuple[str, float]], cap: float, most: int) -> None:
    start, *moves, end = steps(change(*effects, cap=cap), "indicator", {}, most)
    assert start.points + sum(step.points for step in moves) == pytest.approx(end.points)
    assert sum(step.kind == "move" for step in moves) <= most


def test_groups_beyond_the_largest_are_everything_else() -> None:
    found = steps(change(("a", 3.0), ("b", -2.0), ("c", 1.0)), "indicator", {}, most=2)
    assert [(step.name, step.points) for step in found[1:-1]] == [
        ("a", 3.0), ("b", -2.0), ("Everything else", 1.0),
    ]  # fmt: skip


def test_caps_are_a_step_of_their_own() -> None:
    found = steps(change(("a", 3.0), cap=-10.0), "indicator", {})
    assert Step("Caps", -10.0, "caps") in found


def test_there_are_no_steps_from_or_to_a_day_with_too_little_evidence() -> None:
    assert steps(change(("a", 3.0), enough=False), "indicator", {}) == ()


def test_criteria_are_named_by_their_titles() -> None:
    found = steps(change(("a", 3.0)), "criterion", {"plans": "Plans and reviews"})
    assert found[1].name == "Plans and reviews"


def test_steps_in_words_have_a_sign_and_scores_are_cut() -> None:
    made = [Step("x", 59.9, "start"), Step("x", -1.26, "move"), Step("x", 0.01, "rest")]
    assert [step_words(step) for step in made] == ["59", "−1.3", "under 0.1"]


def test_every_grouping_has_words() -> None:
    assert grouping_words("strand") == "kind of evidence"


def test_a_change_is_told_by_cause_and_a_cause_of_nothing_is_left_out() -> None:
    assert split_sentence(change(("a", 3.0), cap=-10.0)) == "By cause: new evidence +3.0, caps −10.0."
    assert split_sentence(change(("a", 0.04))) == "No cause moved it by a tenth of a point."


def test_a_day_with_too_little_evidence_has_no_causes() -> None:
    assert split_sentence(change(("a", 3.0), enough=False)) == ""
