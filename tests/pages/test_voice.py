"""Voice: who is heard and who is not, complaints with their small numbers, what was done, every row traced."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from readiness.insight.voice.facts import voice_headline, voice_on
from tests.pages.shipped import DATES, FRAMEWORKS, opened, shipped
from tests.pages.visit import as_read, column, headings, installation, said, visited
from ui.answered import NOTHING_SAID
from ui.complaints import team_chart
from ui.figures import csv_file
from ui.voice import groups_chart, questions_chart, time_chart

LATEST = {"northmere": "2026-11-06", "wokingham": "2026-04-02", "reading": "2026-04-30"}
FEEDBACK = "feedback,date,criterion,from,kind,sentiment,theme,summary\n"


def voice(dataset: str = "northmere", as_at: str = "", **more: str) -> AppTest:
    return visited("voice.py", dataset=dataset, as_at=as_at or LATEST[dataset], **more)


@pytest.mark.parametrize("dataset", LATEST)
@pytest.mark.parametrize("as_at", DATES)
def test_every_day_since_2011_can_be_shown(dataset: str, as_at: str) -> None:
    page = voice(dataset, as_at)
    day = opened(as_at)[0]
    framework = shipped(dataset).framework(day).id
    assert not page.exception
    assert as_read(page.title[0].value) == voice_headline(voice_on(shipped(dataset), day, framework))[0]


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_every_framework_can_be_shown(framework: str) -> None:
    assert not voice(framework=framework).exception


def test_the_page_goes_from_what_is_heard_to_what_was_done() -> None:
    order = [
        "What we hear, and from whom", "In their own words, newest first", "Who is missing",
        "Complaints and compliments", "You said, we did", "Indicators of voice", "The rows behind it",
    ]  # fmt: skip
    found = headings(voice())
    assert [heading for heading in found if heading in order] == order


def test_northmere_has_answers_by_group_and_complaints_by_team_and_every_group_in_words() -> None:
    page = voice()
    assert drawn(page) == ["voice-by-who-2026-11-06", "complaints-2026-09-30"]
    assert "Children: 527 of 699 answers positive: 75% (72% to 78%)" in said(page)


@pytest.mark.parametrize(
    ("part", "chart"), [("by-question", "voice-by-question"), ("over-time", "voice-over-time")]
)
def test_a_link_opens_the_answers_by_question_or_over_time_instead(part: str, chart: str) -> None:
    assert drawn(voice(answers=part))[0] == f"{chart}-2026-11-06"
    assert len(drawn(voice(answers=part))) == 2


def drawn(page: AppTest) -> list[str]:
    """The names of the charts on the page, in order."""
    return [str(chart.key).removeprefix("figure-") for chart in page.get("plotly_chart")]


def test_every_period_of_complaints_can_be_opened_by_a_link() -> None:
    page = voice(complaints="by-period")
    assert len(column(page, "Period")) == 12


def test_what_people_said_is_on_record_for_the_actions_that_are_cards() -> None:
    cards = [each.value for each in voice().markdown if each.value.startswith("**You said**")]
    assert len(cards) == 3
    assert not any(NOTHING_SAID in card for card in cards)


def test_wokinghams_two_years_say_what_its_paper_does_not() -> None:
    words = said(voice("wokingham", "2015-06-01"))
    assert "31 complaints came in 2014/15, against 29 in 2013/14: no more than chance explains" in words
    assert "One of them was out of scope" in words
    assert "two of 11 formal complaints went further than stage 1" in words
    assert "with numbers this small that is no trend" in words
    assert "24 compliments came in 2014/15" in words


def test_totals_that_the_paper_got_wrong_are_said_with_both_figures_and_their_line() -> None:
    words = said(voice("wokingham"))
    assert re.search(
        r"complaints\.csv, line \d+: the teams of 2013/14 add to 29 and the printed total", words
    )
    assert "6 of 31 is 19.4%" in words


def test_what_has_no_row_is_blank_and_not_nought() -> None:
    page = voice("wokingham", "2015-06-01", complaints="by-stage")
    table = next(table.value for table in page.table if "Stage 2" in table.value and "Team" in table.value)
    ambleside = table[table["Team"] == "Ambleside"].iloc[0]
    assert (ambleside["Stage 2"], ambleside["Ombudsman"], ambleside["Complaints in all"]) == ("", "0", "4")


def test_care_leavers_who_were_not_heard_are_named() -> None:
    page = voice("wokingham", "2015-06-01")
    assert (
        as_read(page.warning[0].value)
        == "Nothing is on record in the 12 months to 1 June 2015 from care leavers (never)."
    )


def test_without_feedback_the_file_and_its_columns_are_named() -> None:
    words = said(voice("reading"))
    assert "feedback, date, criterion, from and kind" in words
    assert "`feedback.csv`" in words
    assert "period_end, team, stage and count to `complaints.csv`" in words
    assert "The dataset says that it can't hold this kind of evidence" in words


def test_an_action_stands_with_what_was_said_and_where_it_is_written() -> None:
    page = voice()
    assert "You said" in said(page)
    assert any(
        "actions.csv, line" in caption.value and "feedback.csv, line" in caption.value
        for caption in page.caption
    )


def test_the_indicators_of_voice_are_named_with_a_link() -> None:
    assert [link.proto.label for link in voice().get("page_link")] == [
        "Its chart: Children and families giving feedback",
        "Its chart: Advocacy taken up",
        "Its chart: Things asked for that were done and told back",
    ]


def test_every_count_is_traced_to_its_lines() -> None:
    page = voice("wokingham", period="2014-03-31 2013/14")
    assert "complaints.csv, line 46" in [as_read(cell) for cell in column(page, "File and lines")]


@pytest.mark.parametrize(("dataset", "as_at"), LATEST.items())
def test_no_file_of_the_page_shows_a_count_of_one_to_four(dataset: str, as_at: str) -> None:
    held, day = shipped(dataset), opened(as_at)[0]
    found = voice_on(held, day, held.framework(day).id)
    charts = [team_chart(held, day)] if found.complaints else []
    if found.questions:
        drawn = [
            make(held, day, held.framework(day).id) for make in (groups_chart, questions_chart, time_chart)
        ]
        charts += [each for each in drawn if each is not None]
    for chart in charts:
        cells = csv_file(chart, "Official", "Ofsted").decode("utf-8-sig").replace("\r\n", ",").split(",")
        assert not [cell for cell in cells if re.fullmatch("[1-4]", cell)]


def test_the_file_of_wokinghams_complaints_says_less_than_the_screen() -> None:
    chart = team_chart(shipped("wokingham"), opened("2015-06-01")[0])
    written = csv_file(chart, "Official", "Ofsted").decode("utf-8-sig")
    assert "Here4U,<5,,<5,,<5" in written
    assert list(chart.table["Complaints, 2014/15"])[2] == "4"


def test_one_row_of_feedback_is_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dataset = installation(tmp_path, monkeypatch)
    content = FEEDBACK + "f1,2025-03-01,front-door,staff,survey,mixed,Calls,*Long* waits\n"
    (dataset / "feedback.csv").write_text(content, encoding="utf-8")
    page = voice_of_mine()
    assert not page.exception
    assert "Staff: said in words: one entry is mixed. Newest on 1 March 2025." in said(page)
    assert r"\*Long\* waits" in "".join(str(part.value) for part in page.markdown)


def test_complaints_of_all_teams_together_have_no_chart_of_teams(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dataset = installation(tmp_path, monkeypatch)
    content = "period_end,period,team,stage,count\n2025-03-31,2024/25,All teams,all,12\n"
    (dataset / "complaints.csv").write_text(content, encoding="utf-8")
    page = voice_of_mine()
    assert not page.exception
    assert not page.get("plotly_chart")
    assert "All teams are counted together." in said(page)


def test_complaints_alone_are_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dataset = installation(tmp_path, monkeypatch)
    content = "period_end,team,stage,count\n2025-03-31,North,stage 1,3\n"
    (dataset / "complaints.csv").write_text(content, encoding="utf-8")
    page = voice_of_mine()
    assert not page.exception
    assert as_read(page.title[0].value).startswith(
        "Three complaints came in the period to 31 March 2025; no period of the same length"
    )
    assert "Nothing else that anybody said is on record." in said(page)


def voice_of_mine() -> AppTest:
    return visited("voice.py", dataset="mine", as_at="2025-06-01", framework="worked-example")
