"""The Meeting page: its order, each of its screens, and links that name what there is not."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from readiness.config.models import SCREEN_IDS
from tests.pages.visit import as_read, installation, said, visited

LATE = {"dataset": "northmere", "as_at": "2026-11-06"}


def buttons(visit) -> dict[str, str]:  # noqa: ANN001
    return {each.key: as_read(each.label) for each in visit.button}


def test_the_page_opens_with_what_will_be_shown_and_when_it_compares_with() -> None:
    visit = visited("meeting.py", **LATE)
    assert visit.title[0].value == "10 screens are ready, from headline to decisions."
    assert "What will be shown, with what has changed since 6 August 2026" in said(visit)
    opened = [label for key, label in buttons(visit).items() if key.startswith("row-open-screen-")]
    assert [each.split(". ")[0] for each in opened] == [str(number) for number in range(1, 11)]
    assert "31 of 104 open actions are overdue" in said(visit)


@pytest.mark.parametrize("screen", SCREEN_IDS)
def test_a_link_opens_exactly_its_screen_with_its_imprint(screen: str) -> None:
    visit = visited("meeting.py", screen=screen, **LATE)
    assert not visit.exception
    number = SCREEN_IDS.index(screen) + 1
    assert f"{number} of 10 · " in said(visit)
    assert any("Synthetic data: every figure is invented" in as_read(each.value) for each in visit.caption)
    held = {each.key: each.disabled for each in visit.button}
    assert held["meeting-back"] == (number == 1) and held["meeting-next"] == (number == 10)
    assert "Presenter's notes" not in said(visit)


def test_keys_lead_on_and_back_show_the_notes_and_end_the_meeting() -> None:
    visit = visited("meeting.py", screen="practice", **LATE)
    visit.button(key="meeting-notes").click().run()
    assert "Presenter's notes" in said(visit) and "Can we trust our own grading?" in said(visit)
    visit.button(key="meeting-next").click().run()
    assert "6 of 10 · Voice" in said(visit) and "Presenter's notes" in said(visit)
    visit.button(key="meeting-back").click().run()
    visit.button(key="meeting-first").click().run()
    assert "1 of 10 · Headline" in said(visit)
    visit.button(key="meeting-end").click().run()
    assert visit.title[0].value.startswith("10 screens are ready")


def test_a_link_to_a_screen_that_there_is_not_says_so_and_shows_the_order() -> None:
    visit = visited("meeting.py", screen="[x](y)", **LATE)
    assert "There is no screen called [x](y)" in said(visit)
    assert visit.title[0].value.startswith("10 screens are ready")


def test_other_pages_offer_the_way_back_only_while_a_screen_waits() -> None:
    waiting = visited("plan.py", meeting="plan", **LATE)
    assert buttons(waiting)["return-to-meeting"] == "Back to the meeting: Plan"
    waiting.button(key="leave-meeting").click().run()
    assert "return-to-meeting" not in buttons(waiting)
    assert "return-to-meeting" not in buttons(visited("plan.py", **LATE))
    assert "return-to-meeting" not in buttons(visited("plan.py", meeting="nothing", **LATE))


def test_a_dataset_without_a_row_has_a_meeting_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installation(tmp_path, monkeypatch)
    visit = visited("meeting.py", screen="plan")
    assert not visit.exception
    assert "actions.csv" in said(visit)


def with_order_open(monkeypatch: pytest.MonkeyPatch, writing: str) -> AppTest:
    """The Meeting page with the order unfolded, where these may write."""
    monkeypatch.setenv("READINESS_WRITING", writing)
    visit = visited("meeting.py")
    visit.session_state["fold-order"] = True
    return visit.run()


def test_an_order_is_changed_and_saved_for_this_authority(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dataset = installation(tmp_path, monkeypatch)
    visit = with_order_open(monkeypatch, writing="everybody")
    visit.button(key="order-down-headline").click().run()
    visit.toggle(key="order-show-mine-voice").set_value(False).run()
    visit.text_input(key="order-note-mine-areas").input("Begin with care leavers").run()
    assert not (dataset / "meeting.yaml").exists()
    visit.button(key="save-order").click().run()
    text = (dataset / "meeting.yaml").read_text(encoding="utf-8")
    assert text.index("id: areas") < text.index("id: headline")
    assert "note: Begin with care leavers" in text
    assert visit.title[0].value.startswith("Nine screens are ready, from judgement areas")


def test_who_may_not_write_reads_why_instead_of_the_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installation(tmp_path, monkeypatch)
    visit = with_order_open(monkeypatch, writing="nobody")
    assert "read only" in said(visit)
    assert not [key for key in buttons(visit) if key.startswith("order-")]


def test_a_saved_order_with_a_mistake_is_told_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dataset = installation(tmp_path, monkeypatch)
    (dataset / "meeting.yaml").write_text("screens: [{id: headlines}]\n", encoding="utf-8")
    for parameters in ({}, {"screen": "plan"}):
        visit = visited("meeting.py", **parameters)
        assert not visit.exception
        assert "The order of this meeting can't be read." in said(visit)
        assert "did you mean `headline`?" in as_read(
            " ".join(map(str, visit.table[0].value.to_numpy().ravel()))
        )


def test_a_template_that_is_not_there_is_said_and_the_other_files_are_still_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installation(tmp_path, monkeypatch)
    monkeypatch.setenv("READINESS_TEMPLATE", "gone.pptx")
    visit = visited("meeting.py")
    assert not visit.exception
    assert "No slides can be made until the template is put right." in said(visit)
    assert len(visit.get("download_button")) == 2


def test_a_note_that_tells_who_somebody_is_is_not_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dataset = installation(tmp_path, monkeypatch)
    visit = with_order_open(monkeypatch, writing="everybody")
    visit.text_input(key="order-note-mine-areas").input("- ask about child 448123").run()
    visit.button(key="save-order").click().run()
    assert "The order was not saved." in said(visit)
    assert "the number of a case or a person" in said(visit)
    assert not (dataset / "meeting.yaml").exists()
