"""What if: what would lift us most?"""

import streamlit as st

from readiness.insight.what_if.lift import lifts
from readiness.insight.what_if.lift_words import lifts_headline, second_sentence
from readiness.insight.what_if.scenario import NOTHING_CHANGED
from ui.parts import plain
from ui.state import View, current_view
from ui.what_if import found_for, scenario_in_url, show_builder, show_scenario
from ui.what_if_lifts import show_lifts
from ui.what_if_pace import show_pace, show_sensitivity


def main(view: View) -> None:
    """What would lift us; or, where the link names changes, what they would do, before it."""
    place = st.container()
    scenario = scenario_in_url(view)
    found = view.workspace.once(lifts, view.as_at, view.framework.id)
    if scenario:
        outcome = found_for(view, scenario)
        place.title(plain(outcome.headline), anchor=False)
        show_scenario(view, outcome)
        st.header("Change something else", anchor=False)
        show_builder(view, scenario)
        st.header(plain(lifts_headline(found)), anchor=False)
    else:
        place.title(plain(lifts_headline(found)), anchor=False)
    st.markdown(plain(second_sentence(found)))
    show_lifts(view, found, scenario)
    if not scenario:
        show_try_it(view)
    show_pace(view)
    show_sensitivity(view)


def show_try_it(view: View) -> None:
    """The invitation to change something, on a page where nothing is changed yet."""
    with st.container(key="try-it"):
        st.header("Try it", anchor=False)
        st.markdown("Change figures, audits, answers or actions and see areas, ranges and safety lines move.")
        show_builder(view, NOTHING_CHANGED)


main(current_view())
