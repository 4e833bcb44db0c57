"""Teams in a judgement area: what differs by more than chance first, the rest folded away. Facts in, words out."""

import pandas as pd
import streamlit as st

from readiness.insight.area_teams import AreaTeams, TeamLine, by_chance_words
from ui.parts import plain, show_empty, show_long
from ui.state import INDICATOR, page_file


def show_teams(teams: AreaTeams) -> None:
    """Every measure of one area that has teams."""
    st.header("Teams", anchor=False)
    if not teams.lines:
        show_no_teams(teams)
        return
    st.markdown(f"{plain(teams.summary)} {plain(by_chance_words(teams))}")
    for line in teams.differ:
        show_differing(line)
    if others := [line for line in teams.lines if not line.differs]:
        with st.expander(
            f"Where no team differs by more than chance, or that can't be tested ({len(others)})"
        ):
            rows = [{"Measure": line.measure, "What the teams say": line.sentence} for line in others]
            show_long(pd.DataFrame(rows), "Teams by measure")


def show_no_teams(teams: AreaTeams) -> None:
    """An area without a word on teams: too few audits, or no row that names one."""
    if teams.too_few:
        st.markdown(plain(by_chance_words(teams)))
        return
    show_empty(
        "No figure and no audit of this area names a team.",
        "observations.csv",
        "rows with a team (or a team to the rows of audits.csv)",
    )


def show_differing(line: TeamLine) -> None:
    """A measure on which a team differs, with the way to its own page."""
    st.markdown(f":orange-badge[▲ More than chance] **{plain(line.measure)}.** {plain(line.sentence)}")
    if line.indicator:
        st.page_link(
            page_file("indicators"),
            label=f"{plain(line.measure)}: by team",
            query_params={INDICATOR: line.indicator},
        )
