"""Taking down what a meeting agrees as it agrees it, an action or a decision, below what is down already."""

from collections.abc import Callable, Sequence
from datetime import date

import streamlit as st

from readiness.insight.decisions import (
    Decision,
    NewAction,
    NewDecision,
    decisions_of,
    decisions_sentence,
    details,
    take_action,
    take_answer,
    take_decision,
    waiting_signals,
)
from readiness.insight.grip.signals import subject_names
from ui.access import why_not
from ui.fields import Fields
from ui.parts import plain
from ui.state import View
from ui.writing import filled, save, show_done, show_may_not

FORM = "decide"
KINDS = {"action": "An action", "decision": "A decision", "answer": "On a signal"}

ACTION_LABELS = {
    "title": "What is to be done",
    "criterion": "Area or theme",
    "owner": "Owner's role",
    "due": "Due",
    "success_measure": "Measure of success",
    "rationale": "Why",
}
DECISION_LABELS = {
    "decision": "What was decided",
    "about": "Area, theme or indicator",
    "what": "The matter",
    "first_known": "First known on",
    "known_by": "Known by (role)",
}

ANSWER_LABELS = {"signal": "Signal that waits for a decision", "decision": "What was decided"}
DONE = {
    "action": "The action is taken down. It is in the plan as at that day and later.",
    "decision": "The decision is taken down. Its effect is still to be checked: the Grip page keeps it.",
    "answer": "The decision is taken down with its signal. Its effect is still to be checked: the Grip page keeps it.",
}


def show_decide(view: View, day: date) -> None:
    """What the meeting of a day has agreed so far beside the form for the next; `view` is what is on screen."""
    decisions = view.workspace.once(decisions_of, day)
    with st.container(key="decide"):
        if why_not(view):
            show_taken(decisions, day)
            show_may_not(view)
            return
        form, taken = st.columns([2, 1], gap="large")
        with form:
            show_form(view, day)
        with taken:
            show_taken(decisions, day)


def show_taken(decisions: Sequence[Decision], day: date) -> None:
    """What was agreed, the latest of each kind first, each with the row in which it stands."""
    with st.container(key="decide-taken"):
        show_done(FORM)
        st.markdown(f"**{plain(decisions_sentence(decisions, day))}**")
        for each in reversed(decisions):
            st.markdown(f"**{plain(each.title)}**  \n{plain(details(each))}")
            st.caption(plain(f"{each.kind.capitalize()} {each.id} ({each.file}, line {each.line})"))


def show_form(view: View, day: date) -> None:
    """The form for what was agreed. What is typed stays where something is wrong with it."""
    waiting = view.workspace.once(waiting_signals, day)
    kinds = [kind for kind in KINDS if kind != "answer" or waiting]
    kind = st.segmented_control(
        "What was agreed?",
        kinds,
        default="action",
        required=True,
        format_func=KINDS.__getitem__,
        key="decide-kind",
        help="A decision asks nobody to act: to keep, stop or accept something. A signal is one on record that waits.",
    )
    labels = {"action": ACTION_LABELS, "decision": DECISION_LABELS, "answer": ANSWER_LABELS}[kind]
    fields = Fields(FORM, labels)
    with st.form(f"{FORM}-{kind}-{filled(FORM)}", enter_to_submit=False):
        write = WRITERS[kind](view, day, fields)
        pressed = st.form_submit_button("Take this down", type="primary")
    if pressed:
        save(view, FORM, write, DONE[kind], labels)


def write_action(view: View, day: date, fields: Fields) -> Callable[[], int]:
    """The fields of an action, and what writes it."""
    title = fields.line("title")
    what, whose, when = st.columns([3, 3, 2])
    with what:
        about = fields.pick("criterion", theme_names(view))
    with whose:
        owner = fields.line("owner", "A role, such as Head of service, assessment. Never a person's name.")
    with when:
        due = fields.day("due", "Without one it can never be called overdue.", first=day)
    measured, reason = st.columns(2)
    with measured:
        measure = fields.pick(
            "success_measure",
            indicator_names(view),
            "The indicator that will show whether it worked.",
            optional=True,
        )
    with reason:
        why = fields.reason("rationale", optional=True)
    action = NewAction(title, about, owner, due, measure, why)
    return lambda: take_action(view.workspace, day, action)


def write_decision(view: View, day: date, fields: Fields) -> Callable[[], int]:
    """The fields of a decision that asks nobody to act, and what writes it."""
    decided = fields.line("decision", "Such as: keep the threshold for early help as it is.")
    about = fields.pick("about", theme_names(view) | indicator_names(view))
    matter = fields.reason("what", "What was known, in a sentence.")
    left, right = st.columns(2)
    with left:
        known = fields.day("first_known", "When anybody here first knew of it.", last=day)
    with right:
        known_by = fields.line("known_by", "A role, never a person's name.")
    decision = NewDecision(decided, about, matter, known, known_by)
    return lambda: take_decision(view.workspace, day, decision)


def write_answer(view: View, day: date, fields: Fields) -> Callable[[], int]:
    """The fields of a decision on a signal that waits for one, and what writes it into the signal's row."""
    waiting = view.workspace.once(waiting_signals, day)
    names = {each.id: f"{each.what} ({each.id}, {each.waited:,} days)" for each in waiting}
    signal = fields.pick("signal", names)
    decided = fields.reason("decision")
    return lambda: take_answer(view.workspace, day, signal, decided)


WRITERS = {"action": write_action, "decision": write_decision, "answer": write_answer}


def theme_names(view: View) -> dict[str, str]:
    """The areas of the framework and their criteria, each by its id, as a list of choices names them."""
    return {
        each.id: area.label if each is area else f"{area.label}: {each.title}"
        for area in view.framework.areas
        for each in (area, *area.criteria)
    }


def indicator_names(view: View) -> dict[str, str]:
    """The indicators by their ids."""
    names = subject_names(view.workspace.config, view.framework)
    return {each: names[each] for each in sorted(view.workspace.config.indicators, key=names.__getitem__)}
