"""Taking down what a meeting agrees as it agrees it, an action or a decision, below what is down already."""

from collections.abc import Sequence
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
    take_decision,
)
from readiness.insight.grip_signals import subject_names
from ui.access import why_not
from ui.fields import Fields
from ui.parts import plain
from ui.state import View
from ui.writing import filled, save, show_done, show_may_not

FORM = "decide"
KINDS = {"action": "An action", "decision": "A decision"}

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


def show_decide(view: View, day: date) -> None:
    """What the meeting of a day has agreed so far beside the form for the next; `view` is what is on screen."""
    decisions = view.workspace.once(decisions_of, day)
    with st.container(key="decide"):
        if why_not(view):
            show_taken(decisions, day)
            show_may_not(view)
            return
        form, taken = st.columns([3, 2], gap="large")
        with form:
            show_form(view, day)
        with taken:
            show_taken(decisions, day)


def show_taken(decisions: Sequence[Decision], day: date) -> None:
    """What was agreed, the latest of each kind first, each with the row in which it stands."""
    show_done(FORM)
    st.markdown(f"**{plain(decisions_sentence(decisions, day))}**")
    for each in reversed(decisions):
        st.markdown(f"**{plain(each.title)}**  \n{plain(details(each))}")
        st.caption(plain(f"{each.kind.capitalize()} {each.id} ({each.file}, line {each.line})"))


def show_form(view: View, day: date) -> None:
    """The form for one action or decision. What is typed stays where something is wrong with it."""
    kind = st.segmented_control(
        "What was agreed?",
        list(KINDS),
        default="action",
        required=True,
        format_func=KINDS.__getitem__,
        key="decide-kind",
        help="A decision asks nobody to act: to keep, stop or accept something.",
    )
    with st.form(f"{FORM}-{kind}-{filled(FORM)}", enter_to_submit=False):
        made = action_fields(view, day) if kind == "action" else decision_fields(view, day)
        pressed = st.form_submit_button(f"Take down this {kind}")
    if not pressed:
        return
    if isinstance(made, NewAction):
        write, labels = (lambda: take_action(view.workspace, day, made)), ACTION_LABELS
        done = "The action is taken down. It is in the plan as at that day and later."
    else:
        write, labels = (lambda: take_decision(view.workspace, day, made)), DECISION_LABELS
        done = "The decision is taken down. Its effect is still to be checked: the Grip page keeps it."
    save(view, FORM, write, done, labels)


def action_fields(view: View, day: date) -> NewAction:
    """The fields of an action."""
    fields = Fields(FORM, ACTION_LABELS)
    title = fields.line("title")
    about = fields.pick("criterion", theme_names(view))
    left, right = st.columns(2)
    with left:
        owner = fields.line("owner", "A role, such as Head of service, assessment. Never a person's name.")
    with right:
        due = fields.day("due", "Without one it can never be called overdue.", first=day)
    measure = fields.pick(
        "success_measure",
        indicator_names(view),
        "The indicator that will show whether it worked.",
        optional=True,
    )
    return NewAction(title, about, owner, due, measure, fields.reason("rationale", optional=True))


def decision_fields(view: View, day: date) -> NewDecision:
    """The fields of a decision that asks nobody to act."""
    fields = Fields(FORM, DECISION_LABELS)
    decision = fields.line("decision", "Such as: keep the threshold for early help as it is.")
    about = fields.pick("about", theme_names(view) | indicator_names(view))
    matter = fields.reason("what", "What was known, in a sentence.")
    left, right = st.columns(2)
    with left:
        known = fields.day("first_known", "When anybody here first knew of it.", last=day)
    with right:
        known_by = fields.line("known_by", "A role, never a person's name.")
    return NewDecision(decision, about, matter, known, known_by)


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
