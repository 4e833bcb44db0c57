"""Framework files: minimal, full, each key missing, each value wrong, with message and line."""

from datetime import date
from pathlib import Path

import pytest

from readiness.problems import Code
from tests.unit.config.folders import FRAMEWORK, load, problem, problems

FULL = """\
id: local-2025
title: A local practice framework
inspectorate: The authority itself
in_force: {from: 2025-01-01, to: 2026-12-31}
source: Local practice framework, first edition, 2025
areas:
  - id: help
    title: Help for families
    short: Help
    continues: [ilacs-2018/help-and-protection]
    criteria:
      - {id: front-door, title: Front door, good: Quick., weight: 2, strands: [practice, voice], source: p. 3}
  - {id: leaders, title: Leaders, criteria: }
overall:
  title: Overall
  limits:
    - {areas: [help], any_at_or_below: inadequate, gives: inadequate}
  otherwise: lowest
red_lines:
  - {id: slow, title: Slow, area: help, indicator: re-referrals, above: 40, caps_at: inadequate}
visits:
  - {kind: focused visit, length: 2 days}
timetable:
  - {day: 1, what: [arrival, first cases]}
pre_inspection_items:
  - {id: self-evaluation, due: day 1, format: document}
"""


def test_a_minimal_framework_has_the_defaults(tmp_path: Path) -> None:
    framework = load(tmp_path).frameworks["local-2025"]
    criterion = framework.areas[0].criteria[0]
    assert (framework.in_force.to, framework.overall, framework.red_lines, framework.visits) == (
        None,
        None,
        (),
        (),
    )
    assert (criterion.weight, criterion.strands, criterion.source) == (1, None, None)
    assert framework.areas[0].label == "Help for families"


def test_a_full_framework_is_read_as_written(tmp_path: Path) -> None:
    framework = load(tmp_path, framework=FULL).frameworks["local-2025"]
    help_area, leaders = framework.areas
    assert framework.in_force.to == date(2026, 12, 31)
    assert (help_area.label, help_area.continues) == ("Help", ("ilacs-2018/help-and-protection",))
    assert help_area.criteria[0].strands == ("practice", "voice")
    assert leaders.criteria == ()
    assert framework.red_lines[0].above == 40
    assert framework.timetable[0]["what"] == ("arrival", "first cases")
    assert framework.pre_inspection_items[0].id == "self-evaluation"
    assert framework.ids == {"help", "leaders", "front-door"}


@pytest.mark.parametrize(
    ("line", "key", "at"),
    [
        ("id: local-2025\n", "id", 1),
        ("title: A local practice framework\n", "title", 1),
        ("inspectorate: The authority itself\n", "inspectorate", 1),
        ("in_force: {from: 2025-01-01}\n", "in_force", 1),
        ("from: 2025-01-01", "in_force.from", 4),
        ("source: Local practice framework, first edition, 2025\n", "source", 1),
        ("    title: Help for families\n", "areas.help.title", 7),
        ("        title: Front door\n", "areas.help.criteria.front-door.title", 10),
        ("        good: Contacts are decided within a day.\n", "areas.help.criteria.front-door.good", 10),
    ],
)
def test_each_key_that_is_needed_is_missed(line: str, key: str, at: int, tmp_path: Path) -> None:
    found = problem(tmp_path, framework=FRAMEWORK.replace(line, ""))
    assert (found.code, found.column, found.line) == (Code.MISSING_KEY, key, at)
    assert found.file == "frameworks/local-2025.yaml"


def test_a_list_that_is_needed_may_be_empty_but_not_absent(tmp_path: Path) -> None:
    without = "".join(FRAMEWORK.partition("    criteria:")[:1])
    found = problem(tmp_path, framework=without, indicators="indicators: []")
    assert (found.code, found.column) == (Code.MISSING_KEY, "areas.help.criteria")
    assert (
        load(tmp_path, framework=without + "    criteria: []", indicators="indicators: []").indicators == {}
    )


@pytest.mark.parametrize(
    ("old", "new", "key", "line", "said"),
    [
        ("id: local-2025", "id: Local_2025", "id", 1, "lower-case letters and digits"),
        ("title: A local practice framework", "title: 2025", "title", 2, "in quotes"),
        ("title: A local practice framework", "title: ' '", "title", 2, "not be empty"),
        ("title: A local practice framework", "title: [a]", "title", 2, "this is a list"),
        ("title: A local practice framework", "title:", "title", 2, "nothing is written here"),
        ("from: 2025-01-01,", "from: 01/01/2025,", "in_force.from", 4, "2026-04-01"),
        ("to: 2026-12-31", "to: 2024-12-31", "in_force.to", 4, "before `from`"),
        ("help-and-protection]", "]", "areas.help.continues.1", 10, "ilacs-2018/help-and-protection"),
        ("weight: 2", "weight: 0", "areas.help.criteria.front-door.weight", 12, "above 0"),
        ("weight: 2", "weight: .inf", "areas.help.criteria.front-door.weight", 12, "a number"),
        ("weight: 2", "weight: '2'", "areas.help.criteria.front-door.weight", 12, "without quotes"),
        ("voice]", "voise]", "areas.help.criteria.front-door.strands.2", 12, "did you mean `voice`?"),
        ("voice]", "practice]", "areas.help.criteria.front-door.strands", 12, "named twice"),
        ("otherwise: lowest", "otherwise: mean", "overall.otherwise", 18, "median, lowest"),
        ("gives: inadequate", "gives: no", "overall.limits.1.gives", 17, "requires improvement"),
        ("above: 40, ", "", "red_lines.slow.below", 20, "exactly one"),
        ("above: 40", "above: 40, below: 3", "red_lines.slow.below", 20, "exactly one"),
        ("caps_at: inadequate", "caps_at: Inadequat", "red_lines.slow.caps_at", 20, "`inadequate`"),
        ("  - {kind: focused visit, length: 2 days}", "  - focused", "visits.1", 22, "keys with values"),
        ("{id: self-evaluation,", "{", "pre_inspection_items.1.id", 26, "`id` is missing"),
    ],
)
def test_each_wrong_value_is_named_with_line_and_fix(
    old: str, new: str, key: str, line: int, said: str, tmp_path: Path
) -> None:
    assert old in FULL
    found = problem(tmp_path, framework=FULL.replace(old, new, 1))
    assert (found.column, found.line) == (key, line)
    assert said in found.message


def test_a_key_misspelt_is_one_mistake_with_the_right_key_named(tmp_path: Path) -> None:
    found = problem(tmp_path, framework=FRAMEWORK.replace("good:", "god:"))
    assert (found.code, found.line, found.value) == (Code.UNKNOWN_KEY, 12, "god")
    assert found.column == "areas.help.criteria.front-door.god"
    assert "did you mean `good`?" in found.message


def test_the_codes_own_name_of_a_key_is_no_key_of_the_file(tmp_path: Path) -> None:
    found = problem(tmp_path, framework=FRAMEWORK.replace("{from:", "{from_:"))
    assert "did you mean `from`?" in found.message


def test_a_framework_that_is_a_list_is_told_what_it_should_be(tmp_path: Path) -> None:
    found = problems(tmp_path, framework="- a\n- b\n")
    assert [(one.line, one.message) for one in found if one.file.startswith("frameworks")] == [
        (1, "should be keys with values; this is a list")
    ]
