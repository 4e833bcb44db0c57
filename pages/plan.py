"""Plan: is what we promised done, on time, and did it work?"""

import streamlit as st

from readiness.insight.plan.facts import Plan, action_headline, no_actions_headline, pace_headline, plan_on
from readiness.story.words import headed
from ui.parts import plain
from ui.plan import (
    ACTION,
    open_action,
    show_every,
    show_gaps,
    show_groups,
    show_impact,
    show_no_actions,
    show_overdue,
    show_pace,
)
from ui.plan_action import show_action
from ui.plan_monitoring import choose_quarter, quarter_seen, show_monitoring, show_sustained
from ui.state import View, choose, current_view

EVERY = ""


def main(view: View) -> None:
    """The plan known on the day; or the one action, or the one quarter, that the link names."""
    found = view.workspace.once(plan_on, view.as_at, view.framework.id)
    if found is None:
        st.title(plain(no_actions_headline(view.as_at)), anchor=False)
        show_no_actions()
        return
    place = st.container()
    names = {EVERY: "The whole plan"}
    names |= {each.action: f"{each.title} ({each.action})" for each in found.actions}
    with st.container(horizontal=True):
        chosen = choose("Action", list(names), ACTION, EVERY, names.__getitem__, width=640)
        quarter = choose_quarter(found)
    action = found.find(chosen)
    if action is None and quarter:
        seen = quarter_seen(view, found, quarter)
        place.title(plain(seen.sentence), anchor=False)
        show_monitoring(seen)
        return
    if action is None:
        title, more = headed(found.headline)
        place.title(plain(title), anchor=False)
        place.markdown(plain(" ".join((*more, pace_headline(found.pace)))))
        show_plan(view, found)
        return
    place.title(plain(action_headline(found, action)), anchor=False)
    st.button("Back to the whole plan", on_click=open_action, args=("",), type="tertiary")
    show_action(view, found, action)


def show_plan(view: View, found: Plan) -> None:
    show_overdue(view, found)
    show_impact(found)
    show_sustained(view, found)
    show_pace(view, found)
    show_groups(found)
    show_gaps(found)
    show_every(found)


main(current_view())
