"""The What if page's lifts: what would lift us, in order, with arithmetic, rows and a button that tries it."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from readiness.charts.figure import Chart
from readiness.charts.lift import lift_chart
from readiness.dates import uk_date
from readiness.insight.cards import band_edges
from readiness.insight.what_if.lift import Lift, Lifts, Rank, lifts
from readiness.insight.what_if.lift_words import (
    LIFTING,
    RULE,
    arithmetic,
    children_cell,
    from_to_cell,
    lift_sentence,
    missing_words,
    points_cell,
    totals_sentence,
)
from readiness.insight.what_if.scenario import Scenario
from readiness.workspace import Workspace
from ui.figures import show
from ui.parts import plain, show_empty, show_long, show_table
from ui.state import View, choose
from ui.tables import show_rows
from ui.what_if import set_scenario

LIFT = "lift"
"""The URL parameter that names the lift opened."""
MOST_OF_RANK: dict[Rank, int] = {"safety line": 6, "cap": 3, "weak practice": 3, "other": 8}
"""How many of each rank stand in the short table, so that one kind does not crowd out the rest."""
LED_BY: dict[Rank, str] = {
    "safety line": "▲ Safety line crossed: ",
    "cap": "▲ Weak practice that caps: ",
    "weak practice": "▲ Weak practice, few audits: ",
    "other": "",
}


def show_lifts(view: View, found: Lifts, scenario: Scenario) -> None:
    """The ranking, one lift opened with its rows, and last the points by area, drawn where no scenario is."""
    if not found.ranked:
        show_no_lifts(view, found)
        return
    if words := missing_words(view.workspace.dataset.description.strands):
        st.caption(plain(words))
    st.header("In the order that matters to children", anchor=False)
    show_table(short_ranking(found), alt="What would lift us, the most important first")
    with st.expander(f"All of them, with the arithmetic ({len(found.ranked)})"):
        show_long(ranking(found.ranked), alt="Every lift with its arithmetic")
    show_one(view, found, scenario)
    if found.totals and not scenario:
        show(view.workspace.once(lifts_drawn, view.as_at, view.framework.id))
    with st.expander("What each area has to gain, and how this is worked out"):
        for area in view.scores.areas:
            if area.enough:
                st.markdown(f"- {plain(totals_sentence(found, area))}")
        st.markdown(plain(RULE))


def lifts_drawn(workspace: Workspace, as_at: object, framework_id: str) -> Chart:
    """The picture of the lifts: made once, since a figure takes longer than all the rest."""
    found = workspace.once(lifts, as_at, framework_id)
    return lift_chart(found, workspace.score(found.as_at, framework_id), band_edges(workspace.config.scoring))


def short_ranking(found: Lifts) -> pd.DataFrame:
    """The first few lifts of each rank, in the order of the ranking."""
    shown = [
        each
        for rank, most in MOST_OF_RANK.items()
        for each in [one for one in found.ranked if one.rank == rank][:most]
    ]
    rows = [
        {
            "What": f"{LED_BY[each.rank]}{each.source.name} ({each.area.short})",
            "Now, and what it aims at": from_to_cell(each.source),
            "Children left behind": children_cell(each.source, on_screen=True),
            "Points": points_cell(each),
        }
        for each in shown
    ]
    return pd.DataFrame(rows)


def ranking(ranked: Sequence[Lift]) -> pd.DataFrame:
    """Lifts as rows, in their order, each with its aim and its arithmetic; it may leave the screen as a file."""
    rows = [
        {
            "What": each.source.name,
            "Judgement area": each.area.short,
            "Now": each.source.told,
            "At": f"{each.source.seen:%b %Y}" if each.source.seen else "",
            "Aim": f"{each.source.aim} ({each.source.basis})",
            "Children left behind": children_cell(each.source),
            "Arithmetic": arithmetic(each.source) if each.area.enough else "too little evidence",
        }
        for each in ranked
    ]
    return pd.DataFrame(rows)


def show_one(view: View, found: Lifts, scenario: Scenario) -> None:
    """One lift: its sentence, its arithmetic, the rows behind it, and a button that tries it."""
    every = {name_of(each): each for each in found.ranked}
    first = next(iter(every))
    with st.container(horizontal=True, vertical_alignment="bottom", key="one-lift"):
        label = {name: f"{each.source.name}: {each.area.short}" for name, each in every.items()}
        chosen = every[choose("Look closer at", list(every), LIFT, first, label.__getitem__, width=560)]
        st.button(
            "Try it", key="try", on_click=set_scenario, args=(scenario.having(chosen.try_it),), type="primary"
        )
    st.markdown(plain(lift_sentence(chosen, on_screen=True)))
    if chosen.source.kind == "practice":
        st.caption(
            "The lift supposes that the audits in use had been good. Trying it adds new audits at good instead."
        )
    with st.expander(f"The rows behind it ({len(chosen.source.rows)})"):
        if chosen.source.rows:
            show_rows(chosen.source.rows)
        else:
            line = chosen.source.line
            place = f" (observations.csv, line {line.line})" if line else ""
            st.markdown(f"It earns no points in this area{place}; only its safety line counts.")


def name_of(each: Lift) -> str:
    """The name of a lift in a link."""
    return f"{each.area.id}/{each.source.kind}/{each.source.id}"


def show_no_lifts(view: View, found: Lifts) -> None:
    """The state without a lift: where evidence is too thin, which files to fill."""
    if found.thin and len(found.thin) == len(view.scores.areas):
        held = view.workspace.dataset.description.strands
        files = " or ".join(file for strand, file in LIFTING.items() if strand in held)
        show_empty(f"Too little is known by {uk_date(view.as_at)} for a number.", files, "rows known by then")
        return
    st.markdown("Nothing that is scored stands below what it aims for by as much as a tenth of a point.")
