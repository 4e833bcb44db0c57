"""`meeting.yaml`: every screen by default, and every mistake in it with its line."""

from pathlib import Path

import pytest

from readiness.config.load import load_config
from readiness.config.models import SCREEN_IDS, Meeting, Screen
from tests.unit.config.folders import load, problem

SHIPPED = Path(__file__).parents[3] / "config"


def test_without_a_file_every_screen_is_shown_in_the_usual_order(tmp_path: Path) -> None:
    meeting = load(tmp_path).meeting
    assert meeting == Meeting()
    assert tuple(each.id for each in meeting.shown) == SCREEN_IDS


def test_the_shipped_file_says_the_default() -> None:
    assert load_config(SHIPPED, environment={}).meeting == Meeting()


def test_a_screen_left_out_of_the_file_is_offered_last_and_not_shown(tmp_path: Path) -> None:
    text = "screens:\n  - {id: plan, title: Our plan, note: Be brief}\n  - {id: voice, show: false}\n"
    meeting = load(tmp_path, meeting=text).meeting
    assert meeting.shown == (Screen(id="plan", title="Our plan", note="Be brief"),)
    assert [each.id for each in meeting.every][:2] == ["plan", "voice"]
    assert {each.id for each in meeting.every} == set(SCREEN_IDS)
    assert meeting.shown[0].name == "Our plan" and meeting.every[1].name == "Voice"


@pytest.mark.parametrize(
    ("text", "line", "key", "said"),
    [
        ("screen: []", 1, "screen", "did you mean `screens`?"),
        ("screens:\n  - {id: plans}", 2, "screens.plans.id", "did you mean `plan`?"),
        ("screens:\n  - {id: plan, show: 1}", 2, "screens.plan.show", "true or false"),
        ("screens:\n  - {id: plan}\n  - {id: plan}", 1, "screens", "twice: plan"),
        ("screens:\n  - {id: plan, show: false}", 1, "screens", "at least one screen should be shown"),
        ("screens: []", 1, "screens", "at least one screen should be shown"),
    ],
)
def test_each_mistake_is_named_with_its_line(
    text: str, line: int, key: str, said: str, tmp_path: Path
) -> None:
    found = problem(tmp_path, meeting=text)
    assert (found.file, found.line, found.column) == ("meeting.yaml", line, key)
    assert said in found.message
