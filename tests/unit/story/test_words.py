"""Sentences cut for a screen."""

import pytest

from readiness.story.words import MOST_POINT, headed, pointed, shortened

LONG = (
    "so many things that nobody could read them all at one glance from the far end of a long council chamber"
)


def test_a_short_sentence_is_the_title_and_the_next_ones_are_points() -> None:
    assert headed("It rose. It fell. 3 rows are in use.") == ("It rose.", ("It fell.", "3 rows are in use."))


def test_a_long_sentence_is_cut_at_its_semicolons_and_nowhere_else() -> None:
    title, points = headed(f"Two lines are crossed; {LONG}; and more.")
    assert title == "Two lines are crossed."
    assert points == (f"So many things{LONG.removeprefix('so many things')}; and more.",)
    assert headed(f"One clause, {LONG}, {LONG}.") == (f"One clause, {LONG}, {LONG}.", ())


@pytest.mark.parametrize(
    ("said", "title", "point"),
    [
        (
            f"Whether it works can't be said: {LONG}.",
            "Whether it works can't be said.",
            f"So{LONG.removeprefix('so')}.",
        ),
        (f"Three are late, among them {LONG}.", "Three are late.", f"Among them {LONG}."),
    ],
)
def test_a_long_clause_loses_only_its_reason_or_the_names_of_some(said: str, title: str, point: str) -> None:
    assert headed(said) == (title, (point,))


def test_points_are_said_once_and_empty_ones_not_at_all() -> None:
    assert pointed("A.", ["", "B."], "A.", ["C.", "D.", "E.", "F."]) == ("A.", "B.", "C.", "D.", "E.")


def test_a_point_keeps_as_many_whole_sentences_as_it_has_room_for() -> None:
    sentence = f"A{'a' * (MOST_POINT // 2)}."
    assert shortened(f"{sentence} B. {sentence}") == f"{sentence} B."
    assert shortened(f"{LONG}{LONG}. B.") == f"{LONG}{LONG}."
