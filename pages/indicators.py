"""Indicators: is it changing, and will it reach the target?"""

import streamlit as st

from readiness.config.models import Indicator
from readiness.insight.indicators.facts import Indicators, indicators_headline, indicators_on, missing_words
from readiness.insight.indicators.matrix import matrix
from ui.indicators import (
    open_indicator,
    show_definition,
    show_indicator,
    show_inside,
    show_matrix,
    show_meanings,
    show_missing,
    show_parts,
    show_signals,
)
from ui.parts import plain, show_empty
from ui.state import INDICATOR, View, choose, current_view

EVERY = "every"


def main(view: View) -> None:
    """All indicators, what needs attention first; or the one that the link names."""
    found = view.workspace.once(indicators_on, view.as_at)
    place = st.container()
    names = {EVERY: "All indicators"}
    names |= {each.id: each.title for each in view.workspace.config.indicators.values()}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = choose("Indicator", list(names), INDICATOR, EVERY, names.__getitem__, width=640)
        if chosen != EVERY:
            st.button("Back to all indicators", on_click=open_indicator, args=("",), type="tertiary")
    if chosen == EVERY:
        place.title(plain(indicators_headline(found, view.as_at)), anchor=False)
        show_every(view, found)
        return
    if chosen in found.facts:
        fact = found.facts[chosen]
        place.title(plain(fact.sentence), anchor=False)
        show_indicator(view, fact, found)
    else:
        indicator = view.workspace.config.indicators[chosen]
        whole = " of the whole authority" if chosen in {**found.teams, **found.groups} else ""
        place.title(plain(f"{indicator.title}: no figure{whole} is known by this day."), anchor=False)
        show_without_figure(view, indicator, found)


def show_every(view: View, found: Indicators) -> None:
    if areas := matrix(found, view.framework):
        show_signals(view, areas)
        show_meanings()
        show_matrix(areas)
    else:
        show_empty(
            "There is nothing to draw.",
            "observations.csv",
            "rows with an indicator, its period_end and value",
        )
    show_parts("Which teams differ?", found.teams.values())
    show_parts("Which children fare worse?", found.groups.values())
    show_missing(found.missing)


def show_without_figure(view: View, indicator: Indicator, found: Indicators) -> None:
    show_empty("There is nothing to draw.", "observations.csv", missing_words(indicator))
    show_inside(indicator, found)
    show_definition(indicator, view.as_at)


main(current_view())
