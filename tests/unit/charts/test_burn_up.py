"""The burn-up as a chart: what is drawn, named beside its end, and listed."""

from datetime import date

from readiness.charts.burn_up import burn_up_chart
from readiness.insight.plan.burn_up import burn_up
from tests.unit.insight.plan_made import TODAY, action, closed, days_ago

START = date(2025, 12, 1)
DATED = burn_up([closed(START, days_ago(20), days_ago(30)), action(START, date(2026, 5, 15))], TODAY)
UNDATED = burn_up([closed(START, days_ago(20)), action(START)], TODAY)


def test_actions_set_closed_and_due_are_lines_named_at_their_end() -> None:
    chart = burn_up_chart(DATED, "Source: made")
    assert [trace.name for trace in chart.figure.data] == ["set", "closed", "due", "today"]
    words = [each.text for each in chart.figure.layout.annotations]
    assert set(words) == {"2 set", "<b>1 closed</b>", "2 due by May 2026"}


def test_a_small_plan_has_no_ticks_between_whole_actions() -> None:
    assert burn_up_chart(DATED, "Source: made").figure.layout.yaxis.dtick == 1
    large = burn_up([action(START) for _ in range(40)], TODAY)
    assert burn_up_chart(large, "Source: made").figure.layout.yaxis.dtick is None


def test_without_due_dates_there_is_no_line_of_them() -> None:
    chart = burn_up_chart(UNDATED, "Source: made")
    assert [trace.name for trace in chart.figure.data] == ["set", "closed"]
    assert set(chart.table["Due"]) == {"0"}


def test_the_table_lists_every_month_latest_first_and_ahead_only_what_is_due() -> None:
    table = burn_up_chart(DATED, "Source: made").table
    assert table.iloc[0].to_dict() == {"By": "15 May 2026", "Set": "", "Closed": "", "Due": "2"}
    assert table.iloc[-1].to_dict() == {"By": "31 December 2025", "Set": "2", "Closed": "0", "Due": "0"}


def test_the_words_name_the_finding_the_unit_and_the_source() -> None:
    chart = burn_up_chart(DATED, "Source: made")
    assert chart.title == "One action closed, one due by now"
    assert chart.subtitle.startswith("Number of actions by month end")
    assert chart.subtitle.endswith("Source: made")
