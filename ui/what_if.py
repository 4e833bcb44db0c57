"""The What if page's scenario: choosing changes, seeing where the areas would stand, and the link that holds both."""

from collections.abc import Callable, Sequence

import streamlit as st

from readiness.charts.palette import GRADES
from readiness.charts.what_if import what_if_chart
from readiness.insight.cards import band_edges
from readiness.insight.indicators.words import counted
from readiness.insight.plan.chain import standing
from readiness.insight.what_if.facts import (
    WhatIf,
    nameable,
    note_on_status,
    open_to_a_status,
    overall_sentence,
    what_if,
)
from readiness.insight.what_if.scenario import (
    MOST_AUDITS,
    MOST_EXERCISES,
    NOTHING_CHANGED,
    STATUSES,
    Change,
    Done,
    Figure,
    MoreAudits,
    MoreVoice,
    Scenario,
    link_text,
    read_link,
)
from readiness.insight.what_if.words import Movable, change_words, criterion_title, movable, not_held
from ui.figures import show
from ui.parts import plain
from ui.state import View, in_url

SCENARIO = "scenario"
"""The URL parameter that holds the changes, so that a link opens exactly them."""
MOST_ACTIONS = 20
"""Actions that can be ticked at once: with more the link grows too long to send."""
KINDS = {
    "An indicator's figure": "performance",
    "More audits": "practice",
    "What people say": "voice",
    "An action marked done": "improvement",
}
"""What can be changed, and the strand of evidence that it belongs to."""


def scenario_in_url(view: View) -> Scenario:
    """The scenario that the link names; parts that name nothing here are left out, and that is said."""
    known = view.workspace.once(nameable, view.as_at, view.framework.id)
    scenario, wrong = read_link(in_url(SCENARIO), known)
    if wrong:
        verb = "is" if wrong == 1 else "are"
        st.warning(
            f"{counted(wrong, 'change').capitalize()} in this link {verb} not known here and left out."
        )
    return scenario


def set_scenario(scenario: Scenario) -> None:
    """Put a scenario into the URL, from which the page reads it."""
    st.session_state[SCENARIO] = link_text(scenario)


def found_for(view: View, scenario: Scenario) -> WhatIf:
    """What follows from a scenario. Not kept: there are as many as people can think of, and one takes little time."""
    return what_if(view.workspace, view.as_at, view.framework.id, scenario)


def show_scenario(view: View, found: WhatIf) -> None:
    """The changes, each to be taken out again, and where the areas would stand."""
    show_changes(view, found.scenario)
    bands = band_edges(view.workspace.config.scoring)
    show(what_if_chart(found, bands, view.framework.inspectorate))
    for area in found.areas:
        if area.moved:
            st.markdown(f"- {plain(area.sentence)}")
    if words := overall_sentence(found):
        st.markdown(f"- {plain(words)}")
    if note := note_on_status(found.scenario):
        st.info(note)


def show_changes(view: View, scenario: Scenario) -> None:
    """The changes in words with a button each, and one that takes all of them out."""
    for number, change in enumerate(scenario.changes):
        said, out = st.columns([9, 2], vertical_alignment="center")
        said.markdown(f"**{plain(change_words(view.workspace, view.as_at, view.framework.id, change))}**")
        out.button("Take out", key=f"out-{number}", on_click=set_scenario, args=(scenario.without(change),))
    st.button("Reset: as things stand", on_click=set_scenario, args=(NOTHING_CHANGED,), key="reset")


def show_builder(view: View, scenario: Scenario) -> None:
    """Choose one more change and add it. Only kinds of evidence that the dataset can hold are offered."""
    held = view.workspace.dataset.description.strands
    offered = [name for name, strand in KINDS.items() if strand in held and _subjects(view, strand)]
    if not offered:
        st.markdown("There is nothing here to change.")
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="builder"):
        kind = st.selectbox("Change", offered, key="change-kind", width=220)
        changed = scenario
        for change in CHOOSERS[KINDS[kind]](view):
            changed = changed.having(change)
        st.button(
            "Add this change",
            on_click=set_scenario,
            args=(changed,),
            key="add",
            type="primary",
            disabled=changed == scenario,
        )
    if words := not_held(held):
        st.caption(plain(words))


def _subjects(view: View, strand: str) -> Sequence[object]:
    """What could be changed in a strand."""
    if strand == "performance":
        return view.workspace.once(movable, view.as_at, view.framework.id)
    if strand == "improvement":
        return open_to_a_status(view.workspace, view.as_at)
    return criteria(view)


def criteria(view: View) -> list[str]:
    """The criteria of the framework, in its order."""
    return [each.id for area in view.framework.areas for each in area.criteria]


def choose_figure(view: View) -> tuple[Change, ...]:
    """An indicator, and the figure that it is supposed to have; a safety line's is its limit at first."""
    every = {each.id: each for each in view.workspace.once(movable, view.as_at, view.framework.id)}
    chosen = st.selectbox(
        "Indicator",
        list(every),
        format_func=lambda each: every[each].words,
        key="change-indicator",
        width=420,
    )
    return (Figure(chosen, choose_value(every[chosen])),)


def choose_value(each: Movable) -> float:
    """A figure in the indicator's unit, within what can be."""
    start = each.limit if each.crossed and each.limit is not None else each.figure or 0.0
    return float(
        st.number_input(
            f"Figure ({each.unit})",
            min_value=0.0,
            max_value=100.0 if each.unit == "percent" else None,
            value=round(float(start), 1),
            step=1.0,
            format="%0.0f" if each.unit == "count" else "%0.1f",
            key=f"change-value-{each.id}",
            width=170,
        )
    )


def choose_audits(view: View) -> tuple[Change, ...]:
    """How many more audits of a criterion, moderated at which grade."""
    criterion = choose_criterion(view)
    number = st.number_input("More audits", 1, MOST_AUDITS, 6, key="change-audits", width=130)
    grade = st.selectbox("Moderated", GRADES, index=GRADES.index("good"), key="change-grade", width=210)
    return (MoreAudits(criterion, grade, int(number)),)


def choose_voice(view: View) -> tuple[Change, ...]:
    """How many more surveys on a criterion, and how many of 100 answers are positive."""
    criterion = choose_criterion(view)
    number = st.number_input("More surveys", 1, MOST_EXERCISES, 1, key="change-surveys", width=140)
    positive = st.number_input("Positive, %", 0, 100, 75, key="change-positive", width=130)
    return (MoreVoice(criterion, int(positive), int(number)),)


def choose_criterion(view: View) -> str:
    """A criterion of the framework, by its title."""
    return st.selectbox(
        "Criterion",
        criteria(view),
        format_func=lambda each: criterion_title(view.workspace, view.framework.id, each),
        key="change-criterion",
        width=340,
    )


def choose_action(view: View) -> tuple[Change, ...]:
    """Actions that are not done yet, those overdue first, and the status that they are supposed to have."""
    every = {each.action: each for each in open_to_a_status(view.workspace, view.as_at)}
    chosen = st.multiselect(
        "Actions",
        list(every),
        format_func=lambda each: f"{every[each].title} ({each}, {standing(every[each])})",
        key="change-actions",
        max_selections=MOST_ACTIONS,
        width=520,
    )
    status = st.selectbox("Marked", STATUSES, key="change-status", width=190)
    return tuple(Done(action, status) for action in chosen)


CHOOSERS: dict[str, Callable[[View], tuple[Change, ...]]] = {
    "performance": choose_figure,
    "practice": choose_audits,
    "voice": choose_voice,
    "improvement": choose_action,
}
