"""What if: safety lines first, a ranking that can be tried, a scenario that its link opens, pace and weights."""

import pytest
from streamlit.testing.v1 import AppTest

from readiness.dates import month
from readiness.insight.what_if.facts import NOTHING
from readiness.insight.what_if.lift import lifts
from readiness.insight.what_if.lift_words import lifts_headline
from readiness.insight.what_if.projection import paces
from tests.pages.shipped import DATES, FRAMEWORKS, opened, shipped
from tests.pages.visit import as_read, column, headings, said, visited

TODAY = "2026-11-06"
CROSSED = "2025-08-31"
LINE = "children-without-allocated-social-worker"
DATASETS = ["northmere", "wokingham", "reading"]


def page(dataset: str = "northmere", as_at: str = TODAY, **more: str) -> AppTest:
    return visited("what_if.py", dataset=dataset, as_at=as_at, **more)


def title(visit: AppTest) -> str:
    return as_read(visit.title[0].value)


@pytest.mark.parametrize("dataset", DATASETS)
@pytest.mark.parametrize("as_at", [*DATES, CROSSED, "2024-01-31"])
def test_every_day_since_2011_can_be_shown_and_begins_with_what_would_lift_most(
    dataset: str, as_at: str
) -> None:
    visit = page(dataset, as_at)
    day, workspace = opened(as_at)[0], shipped(dataset)
    assert not visit.exception
    assert title(visit) == lifts_headline(lifts(workspace, day, workspace.framework(day).id))


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_every_framework_can_be_shown(framework: str) -> None:
    visit = page(framework=framework)
    assert not visit.exception
    assert "Is the pace enough?" in headings(visit)


def test_on_northmere_the_safety_line_crossed_comes_first_in_the_title_and_in_the_ranking() -> None:
    visit = page(as_at=CROSSED)
    assert title(visit) == (
        "Clearing one safety line (children without an allocated social worker) comes first: it would take help and "
        "protection from 39 to 59 (indicative: requires improvement)."
    )
    assert as_read(column(visit, "What")[0]).startswith("▲ Safety line crossed: Unallocated children")


def test_where_no_line_is_crossed_children_lead_and_the_points_come_after_the_ranking() -> None:
    visit = page()
    assert "children are left behind" in title(visit)
    order = headings(visit)
    gains = next(place for place, words in enumerate(order) if "would add" in words)
    assert order.index("In the order that matters to children") < gains


def test_a_small_count_is_shown_on_screen_and_not_in_the_list_that_can_be_saved() -> None:
    visit = page(as_at=CROSSED)
    assert as_read(column(visit, "Now, and what it aims at")[0]) == "3 (Jul 2025) → 0"
    saved = next(each.value for each in visit.dataframe if "Arithmetic" in each.value).iloc[0]
    assert (saved["Now"], saved["Children left behind"]) == ("fewer than five", "<5")
    assert "its points are not told" in saved["Arithmetic"]


def test_every_lift_shows_its_arithmetic() -> None:
    table = next(each.value for each in [*page().table, *page().dataframe] if "Arithmetic" in each.value)
    told = [as_read(cell) for cell in table["Arithmetic"]]
    assert all("of the score ×" in cell or "its points are not told" in cell for cell in told)
    assert sum("of the score ×" in cell for cell in told) > 50


def test_the_rows_behind_a_lift_have_file_and_line() -> None:
    visit = page("wokingham", "2026-04-02", lift="children-in-care/indicator/long-term-stability")
    assert "Long-term stability: 58% at 31 March 2025, 66% aimed at (the edge of good)" in said(visit)
    places = column(visit, "File and line")
    assert all(as_read(place).startswith("observations.csv, line ") for place in places)


def test_trying_a_lift_moves_the_areas_and_the_title_says_how() -> None:
    visit = page(as_at=CROSSED)
    visit.button(key="try").click().run()
    assert not visit.exception
    assert visit.session_state["scenario"] == f"figure:{LINE}:0"
    assert title(visit).startswith("With this one change, one safety line would be cleared, and help and ")
    assert "Safety line cleared: Children without an allocated social worker." in said(visit)
    assert "Unallocated children at 0 (now 3, July 2025)" in said(visit)


def test_a_link_opens_its_scenario_and_reset_goes_back() -> None:
    visit = page(as_at=CROSSED, scenario=f"figure:{LINE}:0,audits:front-door:good:6")
    assert "With these two changes" in title(visit)
    assert column(visit, "Under the changes")[1] == "59, ◆ requires improvement"
    visit.button(key="reset").click().run()
    assert visit.session_state["scenario"] == ""
    assert title(visit).startswith("Clearing one safety line")


def test_one_change_is_taken_out_and_the_other_stays() -> None:
    visit = page(as_at=CROSSED, scenario=f"figure:{LINE}:0,audits:front-door:good:6")
    visit.button(key="out-0").click().run()
    assert visit.session_state["scenario"] == "audits:front-door:good:6"


def test_a_link_that_names_what_is_not_here_says_so_and_opens_the_rest() -> None:
    visit = page(scenario="figure:unheard-of:3,audits:front-door:good:6")
    assert "One change in this link is not known here and left out." in said(visit)
    assert "Six more audits of front door" in said(visit)


@pytest.mark.parametrize(
    ("kind", "begins"),
    [
        ("An indicator's figure", "figure:"),
        ("More audits", "audits:"),
        ("What people say", "voice:"),
    ],
)
def test_each_kind_of_change_can_be_added(kind: str, begins: str) -> None:
    visit = page()
    visit.selectbox(key="change-kind").select(kind).run()
    visit.button(key="add").click().run()
    assert not visit.exception
    assert visit.session_state["scenario"].startswith(begins)
    assert title(visit) != NOTHING


def test_actions_are_ticked_together_the_longest_overdue_offered_first() -> None:
    visit = page()
    visit.selectbox(key="change-kind").select("An action marked done").run()
    offered = visit.multiselect(key="change-actions")
    assert "overdue since 24 June 2026, 135 days" in offered.options[0]
    assert visit.button(key="add").disabled
    offered.set_value(["ACT-259", "ACT-260"]).run()
    visit.button(key="add").click().run()
    assert visit.session_state["scenario"] == "action:ACT-259:completed,action:ACT-260:completed"
    assert "With these two changes" in title(visit)


def test_the_overall_grade_is_told_in_a_framework_that_has_one() -> None:
    visit = page("wokingham", "2017-06-30", scenario="figure:turnover-rate:10")
    assert "Overall effectiveness would " in said(visit)


def test_an_action_marked_done_says_that_a_status_is_not_an_impact() -> None:
    visit = page(scenario="action:ACT-260:completed")
    assert any("a status is not an impact" in as_read(each.value) for each in visit.info)


@pytest.mark.parametrize("dataset", ["wokingham", "reading"])
def test_published_evidence_says_what_it_cant_hold_and_offers_neither_audits_nor_answers(
    dataset: str,
) -> None:
    visit = page(dataset, "2026-04-02")
    assert any("can't hold practice (audits.csv) and voice" in as_read(each.value) for each in visit.caption)
    assert set(visit.selectbox(key="change-kind").options) == {
        "An indicator's figure",
        "An action marked done",
    }


def test_a_day_with_nothing_says_what_to_add_and_shows_no_number() -> None:
    visit = page("reading", "2011-01-01")
    assert title(visit) == "No area has enough evidence on 1 January 2011 to say what would lift it."
    assert any("observations.csv" in as_read(each.value) for each in visit.info)
    assert not visit.get("plotly_chart")


def test_the_pace_stands_against_the_window_of_the_next_inspection() -> None:
    visit = page("wokingham", "2026-04-02")
    assert "Short of indicative good and not on pace: impact of leaders (rising too slowly)." in said(visit)
    pace = paces(shipped("wokingham"), opened("2026-04-02")[0], "ilacs-2026")[0]
    assert pace.finish and pace.finish[1] and pace.window
    assert column(visit, "Good by")[0] == month(pace.finish[1])
    assert pace.finish[1] > pace.window[1]


def test_weights_that_would_change_a_grade_are_named() -> None:
    assert "Care leavers: its indicative grade hangs on the weights" in said(page("wokingham", "2026-04-02"))
    assert "Every area with a grade keeps it" in said(page())
