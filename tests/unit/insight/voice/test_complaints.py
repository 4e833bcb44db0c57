"""Complaints: totals that add up, years of one length, changes that are more than chance, small numbers said so."""

from datetime import date
from pathlib import Path

import pytest

from readiness.insight.voice.complaint_words import (
    alone_sentence,
    chart_title,
    disagreements,
    escalation_sentence,
    praise_sentence,
    received_sentence,
    scope_sentence,
    stale_sentence,
    teams_sentence,
)
from readiness.insight.voice.complaints import Complaints, complaints_on, team_lines
from readiness.insight.voice.counts import CountRow, line_words, periods
from readiness.insight.voice.years import two_years
from tests.unit.insight.voice_made import NOW, earlier, row, workspace

HEAD = "period_end,period,team,stage,count,source\n"


def years(*rows: CountRow):  # noqa: ANN201
    found = two_years(rows)
    assert found is not None
    return found


def complaints(folder: Path, *rows: str, as_at: date = NOW) -> Complaints:
    found = complaints_on(
        workspace(folder, complaints=HEAD + "".join(f"{each},Made\n" for each in rows)), as_at
    )
    assert found is not None
    return found


def test_stages_add_up_to_what_came_and_compliments_stand_beside() -> None:
    now, before = years(row("A", "early resolution", 4), row("A", "stage 1", 2), row("A", "compliment", 9))
    assert (now.received, now.compliments, before) == (6, 9, None)


def test_what_has_no_row_is_not_nought() -> None:
    now, _ = years(row("A", "compliment", 3), row("B", "stage 1", 0))
    a, b = now.team("A"), now.team("B")
    assert a is not None
    assert b is not None
    assert (a.received, b.received, b.compliments) == (None, 0, None)


def test_years_of_the_same_names_are_compared() -> None:
    now, before = years(row("A", "stage 1", 5), earlier("A", "all", 3))
    assert (now.name, now.received) == ("2024/25", 5)
    assert before is not None
    assert (before.name, before.received) == ("2023/24", 3)


def test_four_quarters_make_a_year_and_are_compared_with_the_four_before() -> None:
    ends = [date(year, month, 28) for year in (2023, 2024) for month in (2, 5, 8, 11)]
    rows = [
        row("A", "stage 1", number, end, f"{end.year} quarter {end.month}") for number, end in enumerate(ends)
    ]
    now, before = years(*rows)
    assert (now.name, now.received) == ("the year to 28 November 2024", 4 + 5 + 6 + 7)
    assert before is not None
    assert before.received == 0 + 1 + 2 + 3


def test_with_a_quarter_missing_the_latest_stands_beside_the_same_a_year_before() -> None:
    ends = [date(2023, 11, 30), date(2024, 8, 31), date(2024, 11, 30)]
    now, before = years(*[row("A", "stage 1", 2, end, f"{end.year} quarter {end.month}") for end in ends])
    assert (now.name, now.received) == ("2024 quarter 11", 2)
    assert before is not None
    assert before.name == "2023 quarter 11"


def test_a_quarter_is_never_compared_with_a_year() -> None:
    now, before = years(row("A", "stage 1", 5, period="2024/25 quarter 4"), earlier("A", "all", 30))
    assert (now.name, before) == ("2024/25 quarter 4", None)


def test_periods_without_a_name_are_not_compared() -> None:
    _, before = years(row("A", "all", 5, period=""), row("A", "all", 3, date(2024, 3, 31), ""))
    assert before is None


def test_a_year_and_its_last_quarter_are_not_added_together() -> None:
    rows = [row("A", "all", 40), row("A", "all", 9, period="2024/25 quarter 4"), earlier("A", "all", 38)]
    now, _ = years(*rows)
    assert now.received == 40
    assert [span.name for span in periods(rows)] == ["2024/25 quarter 4", "2024/25", "2023/24"]


def test_a_rise_of_chance_is_said_with_its_ratio(tmp_path: Path) -> None:
    found = complaints(tmp_path, "2025-03-31,2024/25,A,all,31", "2024-03-31,2023/24,A,all,29")
    assert received_sentence(found) == (
        "31 complaints came in 2024/25, against 29 in 2023/24: no more than chance explains (1.07 times as many, "
        "95% interval 0.62 to 1.84)."
    )
    assert chart_title(found) == "31 complaints in 2024/25: no change from 2023/24 beyond chance"


def test_a_real_rise_is_called_more_than_chance(tmp_path: Path) -> None:
    found = complaints(tmp_path, "2025-03-31,2024/25,A,all,80", "2024-03-31,2023/24,A,all,40")
    assert "more than chance explains" in received_sentence(found)
    assert chart_title(found).endswith("more than in 2023/24, by more than chance explains")
    assert teams_sentence(found).startswith("A from 40 to 80: more than chance explains")


def test_three_to_five_is_no_trend(tmp_path: Path) -> None:
    found = complaints(tmp_path, "2025-03-31,2024/25,A,all,5", "2024-03-31,2023/24,A,all,3")
    assert teams_sentence(found) == (
        "The largest change is A from three to five: with numbers this small that is no trend."
    )


def test_a_rise_from_none_is_said_as_such_and_tiny_numbers_have_no_ratio(tmp_path: Path) -> None:
    found = complaints(
        tmp_path,
        "2025-03-31,2024/25,A,all,1",
        "2024-03-31,2023/24,A,all,0",
        "2025-03-31,2024/25,A,compliment,4",
    )
    assert received_sentence(found) == (
        "One complaint came in 2024/25, against none in 2023/24: no more than chance explains, with numbers this small."
    )
    assert "A from none to one" in teams_sentence(found)


def test_a_year_with_complaints_out_of_scope_only_had_no_formal_one(tmp_path: Path) -> None:
    found = complaints(tmp_path, "2025-03-31,2024/25,A,stage 2,1", "2024-03-31,2023/24,A,out of scope,1")
    assert escalation_sentence(found).endswith("No formal complaint is counted for 2023/24.")


def test_the_same_numbers_are_said_to_be_the_same(tmp_path: Path) -> None:
    found = complaints(tmp_path, "2025-03-31,2024/25,A,all,7", "2024-03-31,2023/24,A,all,7")
    assert "the same number" in received_sentence(found)
    assert teams_sentence(found) == "No team's count differs from the year before."


def test_many_teams_must_be_surer_than_one() -> None:
    rows = [row(name, "all", 24 if name == "A" else 10) for name in "ABCDEFGH"]
    rows += [earlier(name, "all", 10) for name in "ABCDEFGH"]
    now, before = years(*rows)
    [one] = team_lines(*years(row("A", "all", 24), earlier("A", "all", 10)))
    assert one.change is not None
    assert one.change.more_than_chance
    assert not any(line.change and line.change.more_than_chance for line in team_lines(now, before))


def test_a_team_of_one_year_only_is_not_compared(tmp_path: Path) -> None:
    found = complaints(
        tmp_path, "2025-03-31,2024/25,A,all,7", "2024-03-31,2023/24,A,all,7", "2025-03-31,2024/25,New,all,2",
        "2024-03-31,2023/24,Old,all,6",
    )  # fmt: skip
    assert alone_sentence(found).startswith(
        "New and Old have no count of complaints for the whole of both years"
    )
    assert [line.team for line in found.teams] == ["A", "New", "Old"]


def test_shares_are_worked_out_from_the_counts() -> None:
    lines = team_lines(*years(row("A", "all", 6), row("B", "all", 25)))
    assert [round(line.share or 0, 1) for line in lines] == [80.6, 19.4]


def test_a_file_shows_no_count_of_one_to_four() -> None:
    lines = team_lines(*years(row("A", "all", 6), row("B", "all", 3), row("C", "all", 9)))
    texts = {line.team: line.protected[0] for line in lines}
    assert texts["B"] == "<5"
    assert "hidden" in texts.values()
    assert all(line.protected[1:] == ("", "") for line in lines)


def test_a_total_that_would_give_a_count_away_is_not_in_the_title(tmp_path: Path) -> None:
    assert (
        chart_title(complaints(tmp_path, "2025-03-31,2024/25,A,all,3"))
        == "Complaints and compliments by team, 2024/25"
    )


def test_escalation_is_a_share_of_formal_complaints_with_its_interval(tmp_path: Path) -> None:
    found = complaints(
        tmp_path, "2025-03-31,2024/25,A,early resolution,19", "2025-03-31,2024/25,A,stage 1,9",
        "2025-03-31,2024/25,A,stage 2,2",
    )  # fmt: skip
    assert escalation_sentence(found) == (
        "In 2024/25 two of 11 formal complaints went further than stage 1, a small number: 18% (95% interval 5% to "
        "48%)."
    )


@pytest.mark.parametrize(
    ("stage", "said"),
    [
        ("all", "The rows of 2024/25 give no stages, so how many complaints went further is not known."),
        (
            "early resolution",
            "No formal complaint is counted for 2024/25, so none went further than stage 1.",
        ),
        (
            "stage 1",
            "In 2024/25 none of six formal complaints went further than stage 1, too few for a share.",
        ),
    ],
)
def test_escalation_says_no_more_than_the_stages_do(tmp_path: Path, stage: str, said: str) -> None:
    assert escalation_sentence(complaints(tmp_path, f"2025-03-31,2024/25,A,{stage},6")) == said


def test_out_of_scope_is_said_apart(tmp_path: Path) -> None:
    found = complaints(
        tmp_path, "2025-03-31,2024/25,A,out of scope,1", "2025-03-31,2024/25,A,stage 1,6", "2024-03-31,2023/24,A,all,7"
    )  # fmt: skip
    assert (
        scope_sentence(found)
        == "One of them was out of scope; whether those of 2023/24 hold such is not said."
    )


def test_compliments_alone_say_nothing_of_complaints(tmp_path: Path) -> None:
    found = complaints(tmp_path, "2025-03-31,2024/25,A,compliment,6")
    assert received_sentence(found) == "No complaints are counted for 2024/25."
    assert praise_sentence(found) == "Six compliments came in 2024/25."
    assert teams_sentence(found) == ""


def test_totals_that_do_not_add_up_are_said_with_both_figures(tmp_path: Path) -> None:
    found = complaints(
        tmp_path, "2025-03-31,2024/25,A,stage 1,9", "2025-03-31,2024/25,A,all,10", "2025-03-31,2024/25,Total,all,12"
    )  # fmt: skip
    said = list(disagreements(found))
    assert said[0].startswith("A, 2024/25: its stages add up to 9, its row for all stages says 10.")
    assert said[1].startswith("2024/25: the teams add up to 10, the row for all teams says 12.")
    assert found.now.received == 10


def test_a_total_alone_is_used(tmp_path: Path) -> None:
    found = complaints(tmp_path, "2025-03-31,2024/25,All teams,all,12")
    assert found.now.received == 12
    assert not list(disagreements(found))


def test_rows_that_count_the_same_twice_are_said(tmp_path: Path) -> None:
    found = complaints(tmp_path, "2025-03-31,2024/25,A,all,9", "2025-03-31,2024/25,A,all,7")
    assert list(disagreements(found)) == [
        "Lines 2 and 3 of complaints.csv count the same thing (A, all, 2024/25): their counts are added up."
    ]


def test_a_period_is_known_from_its_last_day(tmp_path: Path) -> None:
    held = workspace(tmp_path, complaints=HEAD + "2025-03-31,2024/25,A,all,9,Made\n")
    assert complaints_on(held, date(2025, 3, 30)) is None
    found = complaints_on(held, date(2026, 6, 1))
    assert found is not None
    assert stale_sentence(found, found.as_at).startswith("Nothing newer than 31 March 2025 is on file")


def test_lines_are_named_in_runs() -> None:
    assert line_words([row("A", "all", 1, line=line) for line in (9, 2, 3, 4)]) == "2 to 4 and 9"
