"""The Plan page's view of one quarter, to be printed, and what yearly figures did after actions were closed."""

import pandas as pd
import streamlit as st

from readiness.dates import uk_date
from readiness.insight.indicators.facts import indicators_on
from readiness.insight.plan.actions import Action
from readiness.insight.plan.facts import Plan
from readiness.insight.plan.groups import owner
from readiness.insight.plan.monitoring import (
    CHANGES,
    NOT_SET,
    RULE,
    Monitored,
    Monitoring,
    monitoring,
    quarter_id,
    report_words,
)
from readiness.insight.plan.pace import PlanQuarter
from readiness.insight.plan.sustained import (
    CAUTION,
    COURSES,
    Sustained,
    level,
    sustained,
    sustained_sentence,
)
from ui.parts import plain, show_long, show_table
from ui.state import View, choose

QUARTER = "quarter"
"""The URL parameter that names the quarter opened, such as 2026-q3."""
NONE = ""
ASKED_FOR = (
    "Every action in hand in the quarter: areas for development monitored each quarter, so that updates inform the "
    "next review."
)
MOST_SHOWN = 3


def choose_quarter(found: Plan) -> PlanQuarter | None:
    """The quarter that the link or the select box names, latest first; None for the whole plan."""
    quarters = {quarter_id(each): each for each in reversed(found.pace.quarters)}
    names = {NONE: "No quarter"} | {name: each.name for name, each in quarters.items()}
    chosen = choose("Monitoring view of", list(names), QUARTER, NONE, names.__getitem__, width=240)
    return quarters.get(chosen)


def quarter_seen(view: View, found: Plan, quarter: PlanQuarter) -> Monitoring:
    """One quarter of the plan in the areas of the framework in use."""
    return monitoring(found.actions, quarter, view.as_at, view.framework)


def leave_quarter() -> None:
    """Go back to the whole plan."""
    st.session_state[QUARTER] = NONE


def show_monitoring(seen: Monitoring) -> None:
    """The quarter by judgement area and what slipped; then every action in hand, folded on screen and open in print."""
    st.button("Back to the whole plan", on_click=leave_quarter, type="tertiary")
    st.caption(plain(ASKED_FOR))
    if seen.rows:
        show_table(
            pd.DataFrame([area_row(seen, area) for area in seen.areas]), alt="The quarter by judgement area"
        )
    slipped = [each for each in seen.rows if each.change == "slipped"]
    if slipped:
        st.header(f"What slipped ({len(slipped)})", anchor=False)
        st.markdown("\n".join(f"- {slipped_words(each)}" for each in slipped))
    if seen.rows:
        st.header("Every action in hand", anchor=False)
    with st.container(key="printed-open"):
        for area in seen.areas:
            mine = seen.of_area(area)
            with st.expander(f"{plain(area)} ({len(mine)})"):
                show_table(
                    pd.DataFrame([monitored_row(each) for each in mine]), alt=f"Actions in hand: {area}"
                )
    st.caption(plain(RULE))


def slipped_words(each: Monitored) -> str:
    """An action that slipped in a line, as Markdown: how it stood before and at the end, whose it is, and by when."""
    action = each.action
    return (
        f"**{plain(action.title)}**: {plain(course(each))}. {plain(f'{owner(action)}; {due_words(action)}')}."
    )


def course(each: Monitored) -> str:
    """How an action stood before the quarter and at its end."""
    return each.after if each.before == NOT_SET else f"{each.before}, then {each.after}"


def due_words(action: Action) -> str:
    """By when an action is due, or that it has no date."""
    return f"due {uk_date(action.due)}" if action.due else "no due date"


def area_row(seen: Monitoring, area: str) -> dict[str, object]:
    """An area as a row: how many actions were in hand, reported on, and of each change."""
    mine = seen.of_area(area)
    return {
        "Judgement area": area,
        "In hand": len(mine),
        "Reported on": sum(bool(each.reports) for each in mine),
        **{words: sum(each.change == change for each in mine) for change, (_, words) in CHANGES.items()},
    }


def monitored_row(each: Monitored) -> dict[str, str]:
    """An action as a row: why it was set, whose it is, how it stood before and after, and what was reported."""
    mark, words = CHANGES[each.change]
    action = each.action
    return {
        "Action, and why": f"{action.title}{f' ({action.rationale})' if action.rationale else ''}",
        "Owner's role, and due": f"{owner(action)}; {due_words(action)}",
        "Before the quarter, and at its end": f"{mark} {words}: {course(each)}",
        "Reported in it": report_words(each),
        "Its row": f"actions.csv, line {action.line}",
    }


def show_sustained(view: View, found: Plan) -> None:
    """What yearly figures did after actions were closed: slipped back first, each figure with its row on request."""
    every = sustained(found.actions, view.workspace.once(indicators_on, view.as_at).facts)
    if not every:
        return
    st.header("Sustained, or slipped back?", anchor=False)
    st.markdown(f"**{plain(sustained_sentence(every))}**")
    for each in every[:MOST_SHOWN]:
        mark, words = COURSES[each.course]
        tone = "gray" if each.course == "sustained" else "orange"
        st.markdown(f":{tone}-badge[{mark} {words}] {plain(each.says)}")
    with st.expander(f"Each figure with its row ({sum(len(each.since) + 1 for each in every)})"):
        show_long(pd.DataFrame([row for each in every for row in figure_rows(each)]), "Figures since closing")
    st.caption(plain(CAUTION))


def figure_rows(each: Sustained) -> list[dict[str, str]]:
    """The figure when actions were closed and every one since, each with where it stands."""
    actions = ", ".join(f"{one.action} (actions.csv, line {one.line})" for one in each.actions)
    return [
        {
            "Measure": each.label,
            "Figure": level(one, each.unit),
            "Beside the closing": "when closed"
            if one is each.at_close
            else "worse"
            if one in each.worse
            else "not worse",
            "Its row": f"{one.file}, line {one.line}",
            "Source": one.source,
            "Actions closed": actions,
        }
        for one in (each.at_close, *each.since)
    ]
