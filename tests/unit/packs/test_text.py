"""Text that fits its room: measured, made smaller, cut at words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.packs.text import clean, cut_to_lines, fitted, line_count, shortened, text_width

WORDS = st.text(max_size=300)


def test_text_is_put_on_one_line_without_characters_that_a_file_can_not_hold() -> None:
    assert clean(" a\tb\n\x00c\x0b\x85 ") == "a b c"
    assert clean("\ud800x\ufffe") == "\ufffdx\ufffd"
    assert clean(3) == "3"


@pytest.mark.parametrize(
    ("text", "longest", "short"),
    [
        ("as it is", 8, "as it is"),
        ("one two three", 10, "one two …"),
        ("unbroken", 5, "unb …"),
        ("a, b", 3, "a …"),
    ],
)
def test_text_is_cut_at_the_end_of_a_word(text: str, longest: int, short: str) -> None:
    assert shortened(text, longest) == short


def test_a_line_holds_as_many_words_as_its_width() -> None:
    word = text_width("word", 10)
    gap = text_width("word word", 10) - 2 * word
    assert line_count("word word", 2 * word + gap + 0.01, 10) == 1
    assert line_count("word word", 2 * word + gap - 0.5, 10) == 2


def test_a_word_wider_than_its_room_is_broken() -> None:
    assert line_count("x" * 100, text_width("x" * 30, 10), 10) == 4


def test_bold_text_is_wider() -> None:
    assert text_width("Readiness", 12, bold=True) > text_width("Readiness", 12)


def test_text_takes_the_largest_size_that_fits_and_is_cut_at_the_smallest() -> None:
    assert fitted("short", 200, 30, (20, 10)).size == 20
    assert fitted("rather long words " * 4, 200, 60, (20, 10)).size == 10
    cut = fitted("rather long words " * 40, 200, 60, (20, 10))
    assert (cut.size, cut.whole) == (10, False)
    assert cut.text.endswith(" …")


@given(WORDS, st.floats(20, 400), st.integers(1, 5))
def test_what_is_cut_to_lines_has_no_more_of_them(text: str, width: float, lines: int) -> None:
    words = clean(text)
    short = cut_to_lines(words, width, 12, lines)
    assert short == words or short.endswith("…")
    assert line_count(short, width, 12) <= lines or len(short) <= 3
