"""The timeline of signals: a row each, its days beside it, and what a file of it leaves out."""

from datetime import date
from pathlib import Path

from readiness.charts.figure import Chart
from readiness.charts.grip import MOST, grip_chart
from readiness.insight.grip.events import recorded_events
from readiness.insight.grip.signals import signals_on
from readiness.workspace import Workspace
from tests.pages.shipped import shipped
from tests.unit.insight.grip_made import made, signal

DAY = date(2026, 11, 6)


def drawn(workspace: Workspace, day: date = DAY) -> Chart:
    return grip_chart(
        signals_on(workspace, day, "ilacs-2026"), recorded_events(workspace, day), "Source: Mine"
    )


def labels(chart: Chart) -> list[str]:
    return [each.text for each in chart.figure.layout.annotations]


def test_each_row_is_named_and_says_where_it_stands() -> None:
    chart = drawn(shipped("northmere"))
    assert chart.title == "Decisions took a median of 28 days, checks of the effect 189 more"
    assert "<b>Re-referrals</b>" in labels(chart) and "<b>144 days</b><br>not decided" in labels(chart)
    assert "<b>655 days</b><br>not checked" in labels(chart) and "checked<br>28 + 364 days" in labels(chart)


def test_every_signal_and_serious_event_has_its_mark() -> None:
    found = shipped("northmere")
    marks = [len(each.x) for each in drawn(found).figure.data if each.mode == "markers"]
    assert marks == [12, 8, 5, 14]


def test_the_table_has_every_signal_with_its_line_and_the_file_no_words_on_children() -> None:
    chart = drawn(shipped("northmere"))
    assert sorted(chart.table["Line of signals.csv"].astype(int)) == list(range(2, 14))
    assert "What was seen" in chart.table and "What was seen" not in chart.file_table


def test_words_of_a_file_are_escaped(tmp_path: Path) -> None:
    chart = drawn(made(tmp_path, signals=(signal("a", "2026-01-01", what="<b>x</b>"),)))
    assert "&lt;b&gt;x&lt;/b&gt;" in chart.figure.data[3].customdata[0]


def test_a_signal_of_today_alone_can_be_drawn(tmp_path: Path) -> None:
    chart = drawn(made(tmp_path, signals=(signal("a", "2026-11-06", decision=""),)))
    assert chart.title == "No decision has a day yet"
    assert "<b>0 days</b><br>not decided" in labels(chart)


def test_many_signals_are_drawn_in_part_and_all_listed(tmp_path: Path) -> None:
    chart = drawn(made(tmp_path, signals=tuple(signal(f"s{each}", "2026-01-01") for each in range(MOST + 3))))
    assert len(chart.table) == MOST + 3
    assert chart.reading.endswith(f"Drawn are the first {MOST}; 3 more stand in the table.")
