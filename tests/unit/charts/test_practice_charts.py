"""The charts of the Practice page: each says what its fact says, in figure, table and words."""

import pytest

from readiness.charts.grade_mix import ORDER, grade_mix_chart
from readiness.charts.moderation import moderation_chart
from readiness.charts.palette import CONCERN
from readiness.charts.shares import Setting, shares_chart
from readiness.insight.practice.mix import mix_fact
from readiness.insight.practice.moderation import moderation_fact
from readiness.insight.practice.shares import share_of, shares_fact
from tests.unit.insight.practice_made import TODAY, Pairs, graded, moderated, several

PAIRS: Pairs = [("good", "good", 12), ("good", "requires improvement", 6), ("inadequate", "inadequate", 4)]


def mix():  # noqa: ANN201
    found = mix_fact([*several(12, 6, days_ago=200), *several(20, 12)], TODAY)
    assert found
    return grade_mix_chart(found, "Source: Mine")


def shares(low: int):  # noqa: ANN201
    teams = {"A <b>": several(40, low), "B": several(40, 28), "C": several(40, 30), "D": several(3, 3)}
    found = shares_fact("team", teams)
    assert found
    everyone = share_of("All", [one for rows in teams.values() for one in rows])
    return shares_chart(found, Setting("the year", "Source: Mine", everyone, "audits"))


def test_columns_add_up_to_a_hundred_and_a_quarter_without_audits_has_none() -> None:
    bars = [trace for trace in mix().figure.data if trace.type == "bar"]
    assert [bar.name for bar in bars] == list(ORDER)
    columns = list(zip(*(bar.y for bar in bars), strict=True))
    assert [sum(column) if None not in column else None for column in columns] == [100, None, 100]
    assert {bar.customdata[1].split(": ")[1] for bar in bars} == {"no grade"}


def test_the_dot_stands_where_good_or_better_ends() -> None:
    chart = mix()
    assert chart.figure.data[-1].y == (50.0, None, 60.0)
    assert list(chart.table["Good or better"]) == ["60%", "no audit", "50%"]
    assert chart.title == "56.2% of the last 12 months' audit grades are good or better"


def test_a_team_beyond_chance_is_orange_and_square_and_said_to_be() -> None:
    far, near = shares(8), shares(26)
    assert far.figure.data[-1].marker.symbol[0] == "square"
    assert far.figure.data[-1].marker.color[0] == CONCERN
    assert far.title.endswith("is below the other teams by more than chance")
    assert set(near.figure.data[-1].marker.symbol) == {"circle"}
    assert near.title == "No team stands below the others by more than chance"


def test_a_team_with_too_few_audits_has_a_row_and_no_dot() -> None:
    chart = shares(8)
    assert len(chart.figure.data[-1].x) == 3
    assert chart.table.iloc[-1].to_dict() == {
        "Team": "D", "Audits": "3", "Grades": "3", "Good or better": "too few to say", "95% interval": "",
    }  # fmt: skip


def test_a_teams_name_is_no_markup() -> None:
    assert any("A &lt;b&gt;" in note.text for note in shares(8).figure.layout.annotations)


def test_each_year_has_two_kappas_with_their_intervals() -> None:
    found = moderation_fact([*moderated(PAIRS, days_ago=400), *moderated(PAIRS)], TODAY)
    assert found
    chart = moderation_chart(found, "Source: Mine")
    points = [trace for trace in chart.figure.data if trace.mode == "markers"]
    assert [len(trace.y) for trace in points] == [2, 2]
    assert points[0].y[1] == pytest.approx(found.latest.plain.kappa)
    assert list(chart.table["Lowered"]) == ["6 (27.3%)", "6 (27.3%)"]
    assert chart.title == "Agreement of auditors and moderators has not changed by more than chance"


@pytest.mark.parametrize("chart", [mix(), shares(8)], ids=["mix", "shares"])
def test_every_chart_has_its_words(chart) -> None:  # noqa: ANN001
    assert all((chart.title, chart.subtitle, chart.reading, chart.how_to_read, chart.alt, chart.file_name))
    assert "Source: Mine" in chart.subtitle


def test_one_audit_can_be_drawn() -> None:
    found = mix_fact([graded("outstanding")], TODAY)
    assert found
    assert grade_mix_chart(found, "Source: Mine").table.iloc[0]["Outstanding"] == "1"
