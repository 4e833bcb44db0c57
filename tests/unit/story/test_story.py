"""The story of a meeting: every message on ordinary and on early days, with few rows and with none."""

import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from readiness.config.models import SCREEN_IDS, Meeting, Screen
from readiness.dates import months_before
from readiness.evidence.meeting_order import save_meeting
from readiness.insight.cards import area_cards
from readiness.problems import UserError
from readiness.story.message import Message
from readiness.story.scene import MOST_POINTS, MOST_QUESTIONS, MOST_ROWS
from readiness.story.story import left_out_words, message_of, order, story
from readiness.workspace import Workspace, open_workspace
from tests.pages.shipped import DATES, shipped
from tests.unit.story.told import made, texts

DATASETS = ("wokingham", "reading", "northmere")
LONGEST_TITLE = 200
LATE = date(2026, 11, 6)
IN_OCTOBER = "2026-10-04"
PUBLISHED = tuple(each for each in SCREEN_IDS if each not in ("practice", "voice"))
TOLD = {"northmere": SCREEN_IDS, "reading": PUBLISHED, "wokingham": PUBLISHED}
PAGES = {"", "areas", "since", "indicators", "practice", "voice", "plan", "safety", "enquiry"}


def told(workspace: Workspace, day: date, months: int = 3) -> dict[str, Message]:
    framework = workspace.framework(day).id
    return {each.id: each for each in story(workspace, day, framework, months_before(day, months))}


@pytest.mark.parametrize("dataset", DATASETS)
@pytest.mark.parametrize("day", [*map(date.fromisoformat, DATES), LATE])
def test_every_message_has_a_short_title_a_few_points_and_a_page(dataset: str, day: date) -> None:
    found = told(shipped(dataset), day)
    assert tuple(found) == TOLD[dataset]
    for message in found.values():
        assert message.title.endswith(".") and len(message.title) <= LONGEST_TITLE
        assert 1 <= len(message.points) <= MOST_POINTS
        assert all(point.strip().endswith((".", "?")) for point in message.points)
        assert message.page in PAGES and message.sources
        assert all(0 < len(listing.frame) <= MOST_ROWS for listing in message.listings)
        assert len(message.questions) <= max(MOST_QUESTIONS, MOST_ROWS)
        assert all(question.asked and question.answer for question in message.questions)


@pytest.mark.parametrize("dataset", DATASETS)
def test_what_is_drawn_for_a_meeting_can_be_drawn_in_a_file_too(dataset: str) -> None:
    charts = [message.chart for message in told(shipped(dataset), LATE).values() if message.chart]
    assert charts and all(chart.native is not None for chart in charts)


def test_an_area_without_enough_evidence_has_that_said_and_what_would_change_it() -> None:
    held, day = shipped("reading"), date(2013, 1, 31)
    framework = held.framework(day).id
    message = told(held, day)["areas"]
    thin = [card for card in held.once(area_cards, day, framework) if not card.area.enough]
    assert thin
    for card in thin:
        assert any(card.wanted in point for point in message.points)
    grades = message.listings[0].frame.set_index("Judgement area")["Indicative"]
    assert all(grades[card.area.short] == "Not enough evidence" for card in thin)
    assert message.chart is None or all(card.area.short not in message.title for card in thin)


def test_the_title_of_the_questions_always_says_what_the_gravest_is_about() -> None:
    message = told(shipped("reading"), date(2026, 4, 2))["enquiry"]
    assert message.title == (
        "25 questions are likely; the gravest is about children without an allocated social worker."
    )
    assert message.points[0] == message.questions[0].asked


def test_a_dataset_without_a_row_still_tells_every_message_and_what_to_add(tmp_path: Path) -> None:
    found = told(made(tmp_path), LATE)
    assert tuple(found) == SCREEN_IDS
    assert "add rows" in " ".join(found["headline"].points)
    for name, file in (
        ("signals", "observations.csv"),
        ("practice", "audits.csv"),
        ("voice", "feedback.csv"),
        ("plan", "actions.csv"),
    ):
        assert file in " ".join(found[name].points)
    assert not any(message.chart for message in found.values())


@pytest.mark.parametrize(
    ("table", "line"),
    [
        ("observations", "alone,2026-10-31,6,,,2026-11-01,tests"),
        ("observations", "seen,2026-10-31,50,50,100,2026-11-01,tests"),
        ("audits", "A-1,2026-10-01,front-door,good,,"),
        ("serious_events", "2026-10-01,rapid review,7"),
        ("feedback", "F-1,2026-10-01,front-door,children,survey,,40,50,Being heard"),
        ("actions", "ACT-1,Do it,front-door,Plan,2026-01-01,2026-02-01,"),
        ("confirmations", "2026-10-01,help,good,requires improvement,Director,It is not yet so"),
    ],
)
def test_one_row_is_told_without_a_mistake(table: str, line: str, tmp_path: Path) -> None:
    found = told(made(tmp_path, {table: [line]}), LATE)
    assert tuple(found) == SCREEN_IDS
    assert all(word.strip() for message in found.values() for word in (message.title, *message.points))


def test_what_people_confirmed_stands_beside_the_indicative_grade() -> None:
    frame = told(shipped("northmere"), LATE)["areas"].listings[0].frame
    rows = frame.set_index("Judgement area")
    assert rows.loc["Children in care", "Indicative"].endswith("Good")
    assert (
        "Requires improvement, 19 October 2026"
        in rows.loc["Children in care", "Confirmed by Improvement board"]
    )
    assert list(frame.columns)[3] == "Invented judgement, not Ofsted's"


def test_equal_days_are_said_to_have_nothing_between_them() -> None:
    held = shipped("wokingham")
    message = message_of(held, LATE, held.framework(LATE).id, LATE, "since")
    assert message.title == "Both days are 6 November 2026, so nothing has changed between them."


def test_a_child_not_made_safe_heads_the_meeting_once_and_is_the_first_point_of_what_else_turns_on_it() -> (
    None
):
    held, first = shipped("northmere"), date(2026, 9, 4)
    screens = (
        message_of(held, LATE, held.framework(LATE).id, first, each)
        for each in ("headline", "since", "safety")
    )
    heading, moved, counts = screens
    assert heading.title == "Fewer than five children found unsafe in audits are not recorded as made safe."
    assert moved.title.startswith("Between 4 September and 6 November 2026: ")
    assert "unsafe" not in moved.title and "found unsafe in audits" in moved.points[0]
    assert counts.title.startswith("One of 20 safety counts is crossed, ")
    assert counts.points[0].startswith("Fewer than five children found unsafe")


def test_where_the_meeting_does_not_show_the_headline_a_child_not_made_safe_heads_what_changed(
    tmp_path: Path,
) -> None:
    rows = ["a0,2026-08-03,front-door,good,,", f"a1,{IN_OCTOBER},front-door,inadequate,{IN_OCTOBER},"]
    held = made(tmp_path, {"audits": rows})
    (held.dataset.folder / "meeting.yaml").write_text("screens:\n  - {id: since}\n", encoding="utf-8")
    assert "found unsafe" in message_of(held, LATE, "now", date(2026, 9, 4), "since").title


def test_the_chart_of_signals_is_never_one_that_gives_few_children_away(tmp_path: Path) -> None:
    def month(number: int) -> str:
        return (date(2026, 1, 1) + timedelta(days=31 * number)).replace(day=1).isoformat()

    few = [f"seen,{month(each)},{9 - each},{9 - each},100,2026-11-01,tests" for each in range(8)]
    message = told(made(tmp_path, {"observations": few}), LATE)["signals"]
    assert message.chart is None
    assert "2 of 100" not in " ".join(texts(message))
    assert "not shown (small numbers)" in " ".join(texts(message))


def test_the_order_is_the_configurations_until_the_dataset_has_its_own(tmp_path: Path) -> None:
    workspace = made(tmp_path)
    assert order(workspace) == Meeting()
    note = "Thank the audit team"
    own = Meeting(
        screens=(Screen(id="plan", note=note), Screen(id="headline", show=False), Screen(id="safety"))
    )
    save_meeting(workspace.dataset.folder, own)
    again = open_workspace(workspace.config.folder, workspace.dataset.folder)
    assert order(again) == own
    assert list(told(again, LATE)) == ["plan", "safety"]
    assert told(again, LATE)["plan"].note == note
    assert replace(told(again, LATE)["safety"], note="") == told(again, LATE)["safety"]


def test_a_screen_on_evidence_that_a_dataset_can_not_hold_is_left_out_and_that_is_said() -> None:
    assert left_out_words(shipped("northmere")) == ""
    assert left_out_words(shipped("reading")) == (
        "Practice and voice are left out: dataset.yaml says under strands that this dataset can't hold such evidence. "
        "An order of your own can show them."
    )
    assert "2 of 5 kinds of evidence (this dataset can't hold practice and voice)" in " ".join(
        told(shipped("reading"), LATE)["headline"].points
    )
    assert [each.id for each in order(shipped("reading")).every] == list(SCREEN_IDS)


def test_an_own_order_is_followed_as_it_stands_though_the_dataset_can_not_hold_the_evidence(
    tmp_path: Path,
) -> None:
    workspace = shipped("reading")
    folder = shutil.copytree(workspace.dataset.folder, tmp_path / "reading")
    save_meeting(folder, Meeting(screens=(Screen(id="voice"),)))
    again = open_workspace(workspace.config.folder, folder)
    assert list(told(again, LATE)) == ["voice"]
    assert left_out_words(again) == ""


def test_where_every_screen_would_be_left_out_none_is(tmp_path: Path) -> None:
    config = shutil.copytree(shipped("reading").config.folder, tmp_path / "config")
    (config / "meeting.yaml").write_text("screens: [{id: practice}, {id: voice}]\n", encoding="utf-8")
    again = open_workspace(config, shipped("reading").dataset.folder)
    assert list(told(again, LATE)) == ["practice", "voice"]
    assert left_out_words(again) == ""


def test_an_own_order_with_a_mistake_is_refused_with_its_line(tmp_path: Path) -> None:
    workspace = made(tmp_path)
    (workspace.dataset.folder / "meeting.yaml").write_text("screens:\n  - {id: plans}\n", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        order(workspace)
    assert (caught.value.problems[0].file, caught.value.problems[0].line) == ("meeting.yaml", 2)


def test_where_only_indicators_without_a_better_direction_changed_the_first_point_says_so() -> None:
    workspace = shipped("wokingham")
    day = workspace.default_as_at(date(2026, 11, 27))
    found = message_of(workspace, day, workspace.framework(day).id, date(2026, 1, 2), "signals")
    assert (
        found.title == "None of the 23 indicators that can be tested got better or worse by more than noise."
    )
    assert (
        found.points[0]
        == "Four indicators that have no better direction changed by more than chance explains."
    )
    assert len(found.listings[0].frame) == 4


@pytest.mark.parametrize(
    ("late", "title"),
    [
        (MOST_ROWS, "Overdue, longest first"),
        (MOST_ROWS + 1, f"The {MOST_ROWS} longest overdue of {MOST_ROWS + 1}"),
    ],
)
def test_the_table_of_overdue_actions_says_how_many_it_leaves_out(
    tmp_path: Path, late: int, title: str
) -> None:
    rows = [f"A{each},Do it,front-door,Board,2025-01-01,2025-06-{each + 1:02},Head" for each in range(late)]
    message = message_of(
        made(tmp_path, {"actions": rows}), date(2026, 1, 1), "now", date(2025, 10, 1), "plan"
    )
    [listing] = message.listings
    assert (listing.title, len(listing.frame)) == (title, MOST_ROWS)
    assert listing.frame["Due"].iloc[0] == "1 June 2025"
