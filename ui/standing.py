"""An indicator among English authorities on the Indicators page: chart, neighbours, and what to bear in mind."""

from datetime import date

import pandas as pd
import streamlit as st

from readiness.charts.figure import Chart
from readiness.charts.funnel import funnel_chart
from readiness.charts.rank import rank_chart
from readiness.insight.indicators.fact import IndicatorFact
from readiness.insight.standing.fact import NoStanding, Standing
from readiness.insight.standing.facts import ranked, standing
from readiness.insight.standing.words import neighbours_sentence, standing_notes
from readiness.wording import in_unit
from readiness.workspace import Workspace
from ui.figures import show
from ui.parts import plain, show_table
from ui.state import View


def show_national(view: View, fact: IndicatorFact) -> None:
    """Rank, funnel and neighbours of an indicator; or why it has no rank."""
    found = view.workspace.once(standing, view.as_at, fact.indicator.id)
    if isinstance(found, NoStanding):
        st.header("Among English authorities", anchor=False)
        st.markdown(plain(found.reason))
        return
    if chart := view.workspace.once(standing_drawn, view.as_at, fact.indicator.id):
        show(chart)
    if said := standing_notes(found):
        st.caption(plain(" ".join(said)))
    show_neighbours(found)


def standing_drawn(workspace: Workspace, as_at: date, indicator_id: str) -> Chart | None:
    """The chart of an indicator's standing: made once, since a figure takes longer than all the rest."""
    found = workspace.once(standing, as_at, indicator_id)
    if isinstance(found, NoStanding):
        return None
    return funnel_chart(found, found.funnel) if found.funnel else rank_chart(found)


def show_neighbours(found: Standing) -> None:
    """The statistical neighbours' figures, nearest first, each with its place among all and its line."""
    if not found.neighbours:
        return
    st.markdown(f"{plain(neighbours_sentence(found))} They are those of the model of {plain(found.model)}.")
    places = {who: place for place, who in ranked(found)}
    rows = [
        {
            "Statistical neighbour": each.name,
            "Figure": in_unit(each.figure, found.indicator.unit),
            f"Place of {found.rank.of}": str(places[each]),
            "Line of national figures.csv": str(each.line),
        }
        for each in found.neighbours
    ]
    show_table(pd.DataFrame(rows), alt=f"{found.indicator.label}: statistical neighbours, nearest first")
