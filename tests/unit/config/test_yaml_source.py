"""Reading YAML safely: what is refused, with which line, and what unquoted values mean."""

from datetime import date
from pathlib import Path

import pytest

from readiness.config.places import YamlSource
from readiness.config.yaml_source import BIGGEST_FILE, parse_yaml, read_yaml
from readiness.config.yaml_tree import DEEPEST, MOST_VALUES
from readiness.problems import Code, Problem


def read(text: str) -> YamlSource:
    return parse_yaml(text.encode(), "a.yaml")


def refused(content: str | bytes) -> Problem:
    source = parse_yaml(content.encode() if isinstance(content, str) else content, "a.yaml")
    assert len(source.problems) == 1, source.problems
    return source.problems[0]


def test_values_keep_the_lines_of_their_keys_and_of_themselves() -> None:
    source = read("first: 1\nlist:\n  - id: x\n    text: >\n      folded\n")
    assert source.data == {"first": 1, "list": ({"id": "x", "text": "folded\n"},)}
    assert source.places["list", 0, "text"].key_line == 4
    assert source.places["first",].written == "1"


@pytest.mark.parametrize(
    ("written", "meaning"),
    [
        ("no", "no"),
        ("on", "on"),
        ("0123", "0123"),
        ("1:30", "1:30"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        (".nan", ".nan"),
        ("2026-02-30", "2026-02-30"),
        ("2026-04-01", date(2026, 4, 1)),
        ('"2026-04-01"', "2026-04-01"),
        ("true", True),
        ("~", None),
        ("", None),
        ("-3", -3),
        ("0.50", 0.5),
        ("1e3", 1000.0),
    ],
)
def test_an_unquoted_value_means_what_a_reader_takes_it_for(written: str, meaning: object) -> None:
    assert read(f"key: {written}").data == {"key": meaning}


def test_an_empty_file_has_neither_values_nor_problems() -> None:
    source = read("# nothing but a comment\n")
    assert (source.data, source.problems) == (None, [])


def test_a_key_given_twice_is_refused_with_both_lines() -> None:
    found = refused("a: 1\nb: 2\na: {c: [3]}\n")
    assert (found.code, found.line, found.column) == (Code.DUPLICATE_KEY, 3, "a")
    assert "first on line 1" in found.message


def test_the_first_of_two_values_of_a_key_is_the_one_read_on() -> None:
    assert read("a: 1\na: {c: [3]}\nd: 4\n").data == {"a": 1, "d": 4}


def test_an_alias_stands_for_what_its_anchor_marks_as_scripts_write_it() -> None:
    source = read("a: &x [1, {b: 2}]\nc: *x\n")
    assert (source.data, source.problems) == ({"a": (1, {"b": 2}), "c": (1, {"b": 2})}, [])
    assert source.places["c", 1, "b"].line == 1


@pytest.mark.parametrize("text", ["a: *x\n", "a: &x [*x]\n"])
def test_an_alias_without_an_anchor_before_it_is_refused(text: str) -> None:
    found = read(text).problems
    assert len(found) == 1
    assert found[0].line == 1


@pytest.mark.parametrize("times", [1, 9])
def test_an_alias_bomb_is_refused_at_once(times: int) -> None:
    layers = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * times)}]\n" for n in range(1, 40))
    found = read("l0: &l0 [x]\n" + layers).problems
    assert {one.code for one in found} <= {Code.YAML_UNSAFE, Code.FILE_TOO_BIG} and found


@pytest.mark.parametrize("text", ["a: !!python/object/apply:os.getcwd []", "a: !!str 1", "a: !own {}"])
def test_a_tag_is_refused_and_builds_nothing(text: str) -> None:
    found = refused(text)
    assert (found.code, found.line, found.column) == (Code.YAML_UNSAFE, 1, "a")


@pytest.mark.parametrize("opening", ["[", "- ", "{a: "])
def test_values_nested_too_deep_are_refused_before_the_stack_overflows(opening: str) -> None:
    found = refused(opening * 100_000)
    assert (found.code, found.line) == (Code.YAML_UNSAFE, 1)
    assert str(DEEPEST) in found.message


@pytest.mark.parametrize("opening", ["{", "? "])
def test_keys_nested_without_end_are_refused_before_the_stack_overflows(opening: str) -> None:
    assert refused(opening * 100_000).message == "a key should be a single word or phrase"


def test_too_many_values_are_refused() -> None:
    found = refused("[" + "1," * (MOST_VALUES + 1) + "]")
    assert (found.code, found.message) == (
        Code.FILE_TOO_BIG,
        "the file should hold no more than 100,000 values",
    )


def test_a_file_too_big_is_refused_unread() -> None:
    assert refused(b"#" * (BIGGEST_FILE + 1)).code == Code.FILE_TOO_BIG


def test_a_second_document_is_refused() -> None:
    found = refused("a: 1\n---\nb: 2\n")
    assert (found.code, found.line) == (Code.YAML_SYNTAX, 2)


def test_a_tab_is_named_as_a_tab() -> None:
    found = refused("a:\n\tb: 1\n")
    assert (found.line, found.message) == (2, "the line should be indented with spaces, not with a tab")


def test_what_is_no_yaml_names_the_line_and_what_stands_there() -> None:
    found = refused("a: 1\nb: [1, 2\nc: 3\n")
    assert (found.code, found.line, found.value) == (Code.YAML_SYNTAX, 3, "c: 3")


def test_a_key_that_is_a_list_is_refused() -> None:
    assert refused("[1, 2]: x\n").message == "a key should be a single word or phrase"


@pytest.mark.parametrize(
    "content", [b"a: 1\nb: \xe9\n", b"a: 1\nb: \x00\n", b"a: 1\nb: \x07\n"], ids=["latin-1", "nul", "bell"]
)
def test_bytes_that_are_no_text_are_named_with_their_line(content: bytes) -> None:
    found = refused(content)
    assert (found.code, found.line) == (Code.FILE_ENCODING, 2)


def test_a_file_saved_as_utf_16_is_refused() -> None:
    assert refused("a: 1".encode("utf-16")).code == Code.FILE_ENCODING


def test_a_character_that_yaml_does_not_allow_is_refused() -> None:
    assert refused("a: \ufffe").code == Code.FILE_ENCODING


def test_a_byte_order_mark_is_passed_over() -> None:
    assert parse_yaml(b"\xef\xbb\xbfa: 1", "a.yaml").data == {"a": 1}


def test_an_absent_file_and_a_folder_in_its_place_are_problems(tmp_path: Path) -> None:
    absent, folder = read_yaml(tmp_path / "no.yaml", "no.yaml"), read_yaml(tmp_path, "folder")
    assert absent.problems[0].code == Code.FILE_MISSING
    assert folder.problems[0].code == Code.FILE_UNREADABLE
