"""An authority's own order of a meeting: written whole, read back the same, refused with its line."""

from pathlib import Path

import pytest

from readiness.config.models import Meeting, Screen
from readiness.evidence.meeting_order import FILE, own_meeting, save_meeting
from readiness.problems import UserError

OWN = Meeting(
    screens=(
        Screen(id="safety", note="Say “nobody is unsafe” only where it's known: # never else\nand wait"),
        Screen(id="plan", title="Our plan: 2026", show=False),
    )
)


def test_what_is_saved_is_read_back_the_same(tmp_path: Path) -> None:
    assert own_meeting(tmp_path) is None
    save_meeting(tmp_path, OWN)
    assert own_meeting(tmp_path) == OWN
    assert (tmp_path / FILE).read_text(encoding="utf-8").startswith("# This authority's own order")
    assert [each.name for each in tmp_path.iterdir()] == [FILE]


def test_an_order_that_can_not_be_written_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_meeting(tmp_path, OWN)

    def no_room(*_: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr("os.replace", no_room)
    with pytest.raises(OSError, match="no room"):
        save_meeting(tmp_path, Meeting())
    assert own_meeting(tmp_path) == OWN


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the file is empty"),
        ("screens: [{id: safty}]", "did you mean `safety`?"),
        ("screens: [{id: plan}, {id: plan}]", "twice: plan"),
        ("screens: {", "meeting.yaml"),
    ],
)
def test_a_file_that_is_wrong_is_refused_with_what_to_put_right(text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as caught:
        own_meeting(tmp_path)
    assert said in f"{caught.value.problems[0].file}: {caught.value.problems[0].message}"
