"""Charts of voice: what is drawn is what the table says, and what a file gets shows no small number."""

import re
from datetime import date
from pathlib import Path

from readiness.charts.palette import CONCERN, IMPROVEMENT
from readiness.charts.voice_answers import HIDDEN, Words, answers_chart
from readiness.charts.voice_complaints import complaints_chart
from readiness.charts.voice_courses import courses_chart
from readiness.insight.voice.complaints import complaints_on
from readiness.insight.voice.heard import heard_by_who, questions_of
from readiness.insight.voice.rows import year_to
from readiness.insight.voice.time import courses
from tests.unit.insight.voice_made import DAY, survey, workspace

YEAR, AGO = year_to(DAY), date(2024, 3, 31)
WORDS = Words("Title", "Subtitle", "Reading", "Who", "file")
COUNTS = """period_end,period,team,stage,count
2025-03-31,2024/25,North,all,9
2025-03-31,2024/25,<b>South</b>,all,2
2025-03-31,2024/25,West,compliment,3
2024-03-31,2023/24,North,all,7
2024-03-31,2023/24,<b>South</b>,all,12
"""


def drawn(figure) -> set[str]:  # noqa: ANN001
    return {trace.marker.color for trace in figure.data if trace.mode == "markers"}


def test_a_group_that_moved_has_the_colour_and_the_words_of_it() -> None:
    voices = [
        survey(80, 100),
        survey(50, 100, AGO),
        survey(20, 100, who="staff"),
        survey(60, 100, AGO, who="staff"),
    ]
    chart = answers_chart(heard_by_who(voices, YEAR), WORDS)
    assert {IMPROVEMENT, CONCERN} <= drawn(chart.figure)
    assert list(chart.table["Share"]) == ["80%", "20%"]
    assert chart.table["Change"][0] == "more positive by more than chance explains"


def test_a_group_without_a_year_before_is_drawn_without_one() -> None:
    chart = answers_chart(heard_by_who([survey(8, 10)], YEAR), WORDS)
    assert list(chart.table["The year before"]) == [""]
    assert IMPROVEMENT not in drawn(chart.figure)


def test_small_numbers_are_on_screen_and_not_in_the_file() -> None:
    chart = answers_chart(questions_of([survey(2, 30), survey(15, 30, theme="Other")], YEAR), WORDS)
    assert "2" in list(chart.table["Positive"])
    assert HIDDEN in list(chart.file_table["Positive"])
    assert not any(re.fullmatch("[1-4]", cell) for cell in chart.file_table["Positive"])


def test_a_year_before_with_small_numbers_is_not_in_the_file() -> None:
    chart = answers_chart(heard_by_who([survey(15, 30), survey(2, 30, AGO)], YEAR), WORDS)
    assert list(chart.table["The year before"]) == ["7%"]
    assert list(chart.file_table["The year before"]) == [HIDDEN]


def test_a_panel_a_group_under_one_axis() -> None:
    days = [date(2024, month, 10) for month in (1, 4, 7, 10)]
    found = courses([survey(20, 40, day, who) for day in days for who in ("children", "staff")])
    assert found is not None
    chart = courses_chart(found, "Source: made", "2025-03-31")
    assert {trace.yaxis for trace in chart.figure.data} == {"y", "y2"}
    assert len(chart.table) == 8
    assert chart.table["Period ending"][0] == "31 December 2024"


def test_a_period_with_small_numbers_is_not_in_the_file() -> None:
    days = [date(2024, month, 10) for month in (1, 4, 7)]
    found = courses([survey(positive, 40, day) for positive, day in zip((3, 20, 25), days, strict=True)])
    assert found is not None
    table = courses_chart(found, "Source: made", "2025-03-31").file_table
    assert list(table["Positive"])[-1] == HIDDEN


def test_complaints_stand_by_team_with_both_years_and_compliments(tmp_path: Path) -> None:
    found = complaints_on(workspace(tmp_path, complaints=COUNTS), DAY)
    assert found is not None
    chart = complaints_chart(found, "Source: made")
    assert list(chart.table["Complaints, 2024/25"]) == ["9", "2", ""]
    assert list(chart.table["Share, 2024/25"]) == ["81.8%", "18.2%", ""]
    assert list(chart.table["Compliments, 2024/25"]) == ["", "", "3"]


def test_the_file_of_complaints_hides_small_counts_and_their_shares(tmp_path: Path) -> None:
    found = complaints_on(workspace(tmp_path, complaints=COUNTS), DAY)
    assert found is not None
    table = complaints_chart(found, "Source: made").file_table
    assert "<5" in list(table["Complaints, 2024/25"])
    assert list(table["Share, 2024/25"]) == ["", "", ""]
    assert list(table["Share, 2023/24"]) == ["36.8%", "63.2%", ""]


def test_names_from_a_file_are_shown_as_written(tmp_path: Path) -> None:
    found = complaints_on(workspace(tmp_path, complaints=COUNTS), DAY)
    assert found is not None
    labels = [note.text for note in complaints_chart(found, "Source: made").figure.layout.annotations]
    assert any("&lt;b&gt;South" in label for label in labels)
