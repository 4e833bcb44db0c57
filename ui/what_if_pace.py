"""The What if page's outlook: the pace of each area against the next inspection, and how far grades hang on weights."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from readiness.charts.figure import Chart
from readiness.charts.pace import pace_chart
from readiness.charts.palette import grade_mark
from readiness.dates import month
from readiness.insight.cards import band_edges
from readiness.insight.what_if.projection import AreaPace, area_pace, paces
from readiness.insight.what_if.projection_words import (
    METHOD,
    finding,
    paces_sentence,
    slope_words,
    verdict_words,
)
from readiness.insight.what_if.sensitivity import FACTORS, AreaSensitivity, Sensitivity, sensitivity
from readiness.story.charts import source_of
from readiness.wording import whole_score
from readiness.workspace import Workspace
from ui.figures import show
from ui.parts import plain, show_table
from ui.state import View, choose, page_file

PACED = "paced"
"""The URL parameter that names the area whose pace is drawn."""


def show_pace(view: View) -> None:
    """Every area's pace in a sentence and a table, and one of them drawn."""
    every = view.workspace.once(paces, view.as_at, view.framework.id)
    st.header("Is the pace enough?", anchor=False)
    st.markdown(f"**{plain(paces_sentence(every))}**")
    if all(each.verdict == "unknown" for each in every):
        return
    show_table(pace_table(every), alt="The pace of each judgement area")
    with st.expander("One area's pace, drawn"):
        names = {each.area.id: each.area.short for each in every}
        chosen = choose("Area", list(names), PACED, first_drawn(every), names.__getitem__, width=320)
        show(view.workspace.once(pace_drawn, view.as_at, view.framework.id, chosen))
    st.caption(plain(METHOD))


def show_outlook(view: View, area_id: str) -> None:
    """One area's pace, and whether its grade hangs on the weights, in a line each, with the way to both."""
    pace = view.workspace.once(area_pace, view.as_at, view.framework.id, area_id)
    every = view.workspace.once(sensitivity, view.as_at, view.framework.id).areas
    weights = next(each for each in every if each.area.id == area_id)
    st.markdown(f"**Pace:** {plain(finding(pace))}")
    st.markdown(f"**Weights:** {plain(weights.sentence)}")
    st.page_link(
        page_file("what-if"),
        label="What would lift it, its pace and its weights",
        query_params={PACED: area_id},
    )


def first_drawn(every: Sequence[AreaPace]) -> str:
    """The lowest area that has a pace; the first where none has."""
    known = [each for each in every if each.verdict != "unknown"] or list(every)
    return min(known, key=lambda each: each.area.score or 0.0).area.id


def pace_drawn(workspace: Workspace, as_at: date, framework_id: str, area_id: str) -> Chart:
    """The picture of one area's pace: made once."""
    found = workspace.once(area_pace, as_at, framework_id, area_id)
    return pace_chart(found, band_edges(workspace.config.scoring), source_of(workspace))


def pace_table(every: Sequence[AreaPace]) -> pd.DataFrame:
    """A row an area: where it stands, how fast it goes, when it would be good, and the verdict."""
    rows = [
        {
            "Judgement area": each.area.short,
            "Score": str(whole_score(each.area.score or 0.0)) if each.area.enough else "too little evidence",
            "Points a month (95% range)": slope_words(each) or "none",
            "Good by": good_by(each),
            "Pace": verdict_words(each),
        }
        for each in every
    ]
    return pd.DataFrame(rows)


def good_by(each: AreaPace) -> str:
    """The likely month of good; why there is none where there is none."""
    if each.verdict == "there" or (each.area.enough and (each.area.score or 0.0) >= each.good):
        return "at good or above"
    if each.finish is None:
        return "no date"
    return month(each.finish[1]) if each.finish[1] else "not within ten years"


def show_sensitivity(view: View) -> None:
    """Whether a grade would change if one kind of evidence counted a quarter more or less."""
    found = view.workspace.once(sensitivity, view.as_at, view.framework.id)
    st.header("Would other weights change the grade?", anchor=False)
    st.markdown(f"**{plain(found.sentence)}**")
    if not any(each.tilts for each in found.areas):
        return
    with st.expander("Each area under each change of a weight"):
        for each in found.areas:
            st.markdown(f"- {plain(each.sentence)}")
        show_table(
            sensitivity_table(found), alt="Scores if one kind of evidence counted a quarter less, or more"
        )
        st.caption(
            "Each cell: the score if that kind of evidence counted a quarter less, then a quarter more."
        )


def sensitivity_table(found: Sensitivity) -> pd.DataFrame:
    """A row an area, a column a strand: the scores under both changes, and the grade where it would be another."""
    rows = [
        {
            "Judgement area": each.area.short,
            "Now": f"{whole_score(each.area.score or 0.0)} {grade_mark(each.area.grade)}",
            **{strand.capitalize(): tilt_words(each, strand) for strand in found.strands},
        }
        for each in found.areas
        if each.tilts
    ]
    return pd.DataFrame(rows)


def tilt_words(each: AreaSensitivity, strand: str) -> str:
    """`55 / 56`, with mark and grade where that would be another."""
    said = []
    for factor in FACTORS:
        tilt = each.at(strand, factor)
        if tilt is None or tilt.score is None:
            said.append("no number")
            continue
        changed = f" {grade_mark(tilt.grade)} {tilt.grade}" if tilt.grade != each.area.grade else ""
        said.append(f"{whole_score(tilt.score)}{changed}")
    return " / ".join(said)
