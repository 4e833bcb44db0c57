"""The routes to the next inspection in a framework file: as written, and each way to write them wrong."""

from pathlib import Path

import pytest

from tests.unit.config.folders import FRAMEWORK, load, problem

ROUTES = f"""{FRAMEWORK}\
visits:
  - {{id: short, title: Short inspection}}
next_inspection:
  - visit: short
    when:
      - {{areas: [help, overall], minimum: 1, at_least: good}}
    window: {{from_months: 30, to_months: 42}}
"""


def test_a_route_is_read_as_written(tmp_path: Path) -> None:
    (route,) = load(tmp_path, framework=ROUTES).frameworks["local-2025"].next_inspection
    assert (route.visit, route.when[0].areas, route.when[0].minimum) == ("short", ("help", "overall"), 1)
    assert route.window is not None
    assert (route.window.from_months, route.window.to_months) == (30, 42)


def test_without_routes_there_are_none(tmp_path: Path) -> None:
    assert load(tmp_path).frameworks["local-2025"].next_inspection == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("visit: short", "visit: shor", "did you mean `short`?"),
        ("[help, overall]", "[helb, overall]", "did you mean `help`?"),
        ("[help, overall]", "[]", ""),
        (", at_least: good", "", "exactly one of `at_least` and `at_or_below`"),
        ("at_least: good", "at_least: good, at_or_below: good", "exactly one"),
        ("at_least: good", "at_least: god", "good"),
        ("minimum: 1", "minimum: 0", "1"),
        ("to_months: 42", "to_months: 12", "should not be less"),
        ("from_months: 30, ", "", "`from_months` is missing"),
    ],
)
def test_each_wrong_route_is_named_with_its_line(old: str, new: str, said: str, tmp_path: Path) -> None:
    found = problem(tmp_path, framework=ROUTES.replace(old, new, 1))
    assert found.line is not None
    assert found.line >= 13
    assert said in found.message
