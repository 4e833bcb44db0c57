"""`safety.yaml`: what it says by default, and every mistake in it with its line."""

from pathlib import Path

import pytest

from readiness.config.load import load_config
from readiness.config.models import Safety, SafetyGroup
from tests.unit.config.folders import load, problem

SHIPPED = Path(__file__).parents[3] / "config"


def test_without_a_file_only_the_red_lines_are_watched(tmp_path: Path) -> None:
    assert load(tmp_path).safety == Safety()
    assert load(tmp_path, safety="groups:\n").safety == Safety()


def test_the_shipped_file_says_the_defaults_but_for_what_names_an_indicator() -> None:
    assert load_config(SHIPPED, environment={}).safety.model_copy(update={"groups": ()}) == Safety()


def test_every_red_line_of_every_framework_has_its_place_in_a_shipped_group() -> None:
    config = load_config(SHIPPED, environment={})
    watched = {name for group in config.safety.groups for name in group.indicators}
    lines = [line for framework in config.frameworks.values() for line in framework.red_lines]
    assert {line.indicator for line in lines} <= watched


def test_a_group_holds_counts_or_says_by_having_none_that_nothing_counts_it(tmp_path: Path) -> None:
    text = "groups:\n  - {title: Seen, indicators: [re-referrals]}\n  - {title: Homeless, indicators: }\n"
    assert load(tmp_path, safety=text).safety.groups == (
        SafetyGroup(title="Seen", indicators=("re-referrals",)),
        SafetyGroup(title="Homeless"),
    )


@pytest.mark.parametrize(
    ("text", "line", "key", "said"),
    [
        ("group: []", 1, "group", "did you mean `groups`?"),
        ("groups: soon", 1, "groups", "should be a list"),
        ("groups:\n  - {indicators: []}", 2, "groups.1.title", "`title` is missing"),
        (
            "groups:\n  - {title: A, indicators: [re-referals]}",
            2,
            "groups.1.indicators.1",
            "did you mean `re-referrals`?",
        ),
        (
            "groups:\n  - {title: A, indicators: [re-referrals]}\n  - {title: B, indicators: [re-referrals]}",
            3,
            "groups.2.indicators.1",
            "line 2 already watches this indicator",
        ),
    ],
)
def test_each_mistake_is_named_with_its_line(
    text: str, line: int, key: str, said: str, tmp_path: Path
) -> None:
    found = problem(tmp_path, safety=text)
    assert (found.file, found.line, found.column) == ("safety.yaml", line, key)
    assert said in found.message
