"""What must always hold of configuration files, however they are damaged."""

import copy
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.config.load import load_config
from readiness.config.models import Config
from readiness.config.yaml_source import parse_yaml
from readiness.problems import Code, UserError
from tests.unit.config.folders import FRAMEWORK, INDICATORS, write
from tests.unit.config.test_framework_file import FULL

FILES = ("framework", "indicators", "scoring", "settings")
ROOT = Path(__file__).parents[2]
SHIPPED = {
    name: (ROOT / f"config/{name}.yaml").read_text(encoding="utf-8") for name in ("scoring", "settings")
}
RIGHT = {"framework": FULL, "indicators": INDICATORS, **SHIPPED}
SCRAPS = ("[", "{", "&a ", "*a", "!!x ", "---\n", "\t", "\0", "- ", "? ", ": ", "1e999", "~", "é", "'", "#")


def loaded(**files: str | bytes) -> Config | UserError:
    """The configuration or the mistakes; anything else raised fails the test."""
    with tempfile.TemporaryDirectory() as name:
        folder = write(Path(name), **RIGHT)
        for file, content in files.items():
            path = folder / ("frameworks/local-2025.yaml" if file == "framework" else f"{file}.yaml")
            path.write_bytes(
                content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
            )
        try:
            return load_config(folder, environment={})
        except UserError as error:
            return error


def keyed_places(value: object, route: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The route of every key of a nested value, but for those that may be any word."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*route, key)
            yield from keyed_places(inner, (*route, key))
    if isinstance(value, list):
        for number, inner in enumerate(value):
            yield from keyed_places(inner, (*route, number))


def respelt(text: str, route: tuple[str | int, ...], key: str) -> str:
    """The file with the key at this route spelt otherwise."""
    data = inner = copy.deepcopy(yaml.safe_load(text))
    for step in route[:-1]:
        inner = inner[step]
    inner[key] = inner.pop(route[-1])
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True)


FREE = ("visits", "timetable", "pre_inspection_items")
KEYS = [
    (file, route)
    for file in FILES
    for route in keyed_places(yaml.safe_load(RIGHT[file]))
    if route[0] not in FREE
]


@settings(max_examples=150, deadline=None)
@given(file=st.sampled_from(FILES), content=st.binary(max_size=300))
def test_arbitrary_bytes_give_a_configuration_or_mistakes(file: str, content: bytes) -> None:
    answer = loaded(**{file: content})
    assert isinstance(answer, Config) or answer.problems


@settings(max_examples=200, deadline=None)
@given(
    file=st.sampled_from(FILES), at=st.integers(0, 2000), cut=st.integers(0, 40), put=st.sampled_from(SCRAPS)
)
def test_a_file_cut_and_patched_gives_a_configuration_or_mistakes(
    file: str, at: int, cut: int, put: str
) -> None:
    text = RIGHT[file]
    at %= len(text)
    answer = loaded(**{file: text[:at] + put + text[at + cut :]})
    assert isinstance(answer, Config) or all(problem.file and problem.message for problem in answer.problems)


@settings(max_examples=100, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["id", "areas", "scale", "criteria", "bands", "from", "x"]), inner
            )
        ),
        max_leaves=12,
    ),
    st.sampled_from(KEYS),
)
def test_any_value_under_any_key_gives_a_configuration_or_mistakes(
    value: object, place: tuple[str, tuple[str | int, ...]]
) -> None:
    file, route = place
    data = inner = copy.deepcopy(yaml.safe_load(RIGHT[file]))
    for step in route[:-1]:
        inner = inner[step]
    inner[route[-1]] = value
    answer = loaded(**{file: yaml.safe_dump(data)})
    assert isinstance(answer, Config) or all(problem.file and problem.message for problem in answer.problems)


@pytest.mark.parametrize(
    ("file", "route"), KEYS, ids=[f"{file}:{'.'.join(map(str, route))}" for file, route in KEYS]
)
def test_a_key_with_a_letter_doubled_is_answered_with_the_right_key(
    file: str, route: tuple[str | int, ...]
) -> None:
    right = str(route[-1])
    answer = loaded(**{file: respelt(RIGHT[file], route, right[0] + right)})
    assert isinstance(answer, UserError)
    named = [one for one in answer.problems if one.code == Code.UNKNOWN_KEY]
    assert [f"did you mean `{right}`?" in one.message for one in named] == [True]
    assert named[0].value == right[0] + right


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_key_misspelt_anywhere_is_answered_with_the_right_key(data: st.DataObject) -> None:
    file, route = data.draw(st.sampled_from([key for key in KEYS if len(str(key[1][-1])) > 5]))
    right = str(route[-1])
    gone = data.draw(st.integers(1, len(right) - 1))
    answer = loaded(**{file: respelt(RIGHT[file], route, right[:gone] + right[gone + 1 :] + "x")})
    assert isinstance(answer, UserError)
    assert f"did you mean `{right}`?" in str(answer)


@given(st.text(max_size=200))
def test_every_value_read_has_a_place_within_the_file(text: str) -> None:
    source = parse_yaml(text.encode("utf-8", "surrogatepass"), "a.yaml")
    lines = len(text.splitlines()) + 1
    assert all(1 <= place.key_line <= place.line <= lines for place in source.places.values())


def test_the_right_files_are_right() -> None:
    assert isinstance(loaded(), Config)
    assert isinstance(loaded(framework=FRAMEWORK), Config)
