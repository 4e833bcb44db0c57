"""The Inspections page's parts: our own judgements, our neighbours', and all of England's. Facts in, words out."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from readiness.charts.figure import Chart
from readiness.charts.grade_bars import Bar, areas_chart, years_chart
from readiness.charts.judged import judged_chart
from readiness.charts.palette import grade_mark
from readiness.dates import month, uk_date
from readiness.insight.inspections.authorities import neighbour_model, our_code
from readiness.insight.inspections.judgements import judgements_by, last_judgements
from readiness.insight.inspections.national_judgements import (
    Region,
    judgement_sources,
    regions,
    regions_sentence,
    spreads,
    yearly,
)
from readiness.insight.inspections.neighbours import (
    Cell,
    Neighbour,
    cell_words,
    comparison_words,
    comparisons,
    neighbours,
)
from readiness.insight.inspections.own_judgements import own_judgements
from readiness.story.charts import source_of
from readiness.workspace import Workspace
from ui.figures import show
from ui.parts import plain, show_empty, show_long, show_table
from ui.state import AREA, View, choose, named_in_url
from ui.tables import show_judgements


def show_own(view: View) -> None:
    """Every judgement of us by area over the years, then all of them as worded then."""
    evidence = view.workspace.evidence(view.framework.id)
    every = judgements_by(evidence, view.as_at)
    if not every:
        show_empty(
            "No judgement of this authority is known by this day.",
            "judgements.csv",
            "a row with inspection, area and grade for each area judged, and its inspection to inspections.csv",
        )
        return
    show(view.workspace.once(own_drawn, view.as_at, view.framework.id))
    with st.expander(f"Every judgement, as worded then ({len(every)})"):
        show_judgements(every)


def own_drawn(workspace: Workspace, as_at: date, framework_id: str) -> Chart:
    """The chart of our own judgements: made once."""
    return judged_chart(own_judgements(workspace, as_at, framework_id), source_of(workspace))


def show_beside(view: View) -> None:
    """How our last grades lie to the neighbours' and England's, a sentence for each area."""
    found = view.workspace.once(comparisons, view.as_at, view.framework.id)
    st.header("How we compare", anchor=False)
    if not found:
        st.markdown("There is no grade of ours in these terms to compare.")
    elif view.workspace.dataset.description.kind == "synthetic":
        st.markdown("Invented grades beside real ones, to show what this says of a real authority:")
    for each in found:
        ours = f"{grade_mark(each.grade)} {each.grade}, {month(each.published)}"
        st.markdown(f"- **{plain(each.area.label)}** ({plain(ours)}): {plain(comparison_words(each))}")


def show_neighbours(view: View) -> None:
    """Who among our statistical neighbours was judged what, and when, on request; last judged first."""
    rows = view.workspace.once(neighbours, view.as_at, view.framework.id)
    if not rows:
        st.markdown(plain(no_neighbours(view.workspace)))
        return
    titles = {area.id: area.label for area in view.framework.areas}
    table = pd.DataFrame([neighbour_row(row, titles) for row in rows])
    model = neighbour_model(view.workspace, our_code(view.workspace) or "")
    with st.expander(f"Our {len(rows) - 1} statistical neighbours and us, last judged first"):
        show_table(table, alt="Latest judgement on each area of each neighbour")
        st.caption(
            f"The neighbours are those of the model of {plain(model)}, also where an earlier day is shown; the number "
            "says how near. Jointly means given together with another area."
        )
    with st.expander("Each neighbour's judgements with their lines"):
        show_long(rows_behind(rows, titles), "Every judgement of the neighbours, with its line")


def no_neighbours(workspace: Workspace) -> str:
    """Why there are none, and what would change that."""
    description = workspace.dataset.description
    if description.kind == "synthetic":
        name = description.authority.name
        return f"{name} does not exist, so it has no statistical neighbours: only England is shown."
    return (
        "No neighbours are known. Put the authority's code of the Office for National Statistics into dataset.yaml "
        "(authority, ons_code), and its neighbours into neighbours.csv of the national picture."
    )


def neighbour_row(row: Neighbour, titles: dict[str, str]) -> dict[str, str]:
    """One authority as a row of the table."""
    who = f"{row.name} (us)" if row.near == 0 else f"{row.name} ({row.near})"
    cells = {titles[cell.area]: marked(cell) for cell in row.cells}
    return {"Authority": who, "Last judged": f"{row.newest:%b %Y}" if row.newest else "never", **cells}


def marked(cell: Cell) -> str:
    """A cell with the mark of its grade."""
    return f"{grade_mark(cell.latest.grade if cell.latest else None)} {cell_words(cell)}"


def rows_behind(rows: Sequence[Neighbour], titles: dict[str, str]) -> pd.DataFrame:
    """Each latest judgement and the one before, with the line it stands on."""
    found = [
        {
            "Authority": row.name,
            "Area": titles[cell.area],
            "Grade": judged.grade,
            "Published": uk_date(judged.published),
            "Judged as": f"{judged.framework}, {judged.area}",
            "Source": judged.source,
            "Line of national judgements.csv": str(judged.line),
        }
        for row in rows
        for cell in row.cells
        for judged in (cell.latest, cell.before)
        if judged
    ]
    return pd.DataFrame(found)


def show_england(view: View) -> None:
    """How all authorities stand by area, on one area by year, and by region."""
    if view.workspace.national.judgements.empty:
        show_empty(
            "No national picture is installed.",
            "judgements.csv of the national folder",
            "a row with inspection, authority, framework, kind, published, area, grade and source for each judgement",
        )
        return
    if chart := view.workspace.once(areas_drawn, view.as_at, view.framework.id):
        show(chart)
        show_years(view)
        show_regions(view)
    else:
        st.markdown("No authority is judged in the terms of this framework by this day.")


def areas_drawn(workspace: Workspace, as_at: date, framework_id: str) -> Chart | None:
    """The bars of all areas: made once; None where nobody is judged in these terms yet."""
    found = {each.area: each for each in workspace.once(spreads, as_at, framework_id) if each.judged}
    last = last_judgements(workspace.evidence(framework_id), as_at)
    whose = workspace.dataset.description.authority.name
    bars = [
        Bar(area.label, found[area.id], ours.grade if (ours := last[area.id]) else "", whose)
        for area in workspace.config.frameworks[framework_id].areas
        if area.id in found
    ]
    return areas_chart(bars, as_at, judgement_sources(workspace)) if bars else None


def show_years(view: View) -> None:
    """One area over the years, on request; at once where the link names the area."""
    folded = st.expander(
        "England over the years, one area at a time",
        expanded=named_in_url(AREA),
        key="fold-years",
        on_change="rerun",
    )
    if not folded.open:
        return
    judged = [
        each.area for each in view.workspace.once(spreads, view.as_at, view.framework.id) if each.judged
    ]
    names = {area.id: area.label for area in view.framework.areas if area.id in judged}
    with folded:
        chosen = choose("Judgement area", list(names), AREA, next(iter(names)), names.__getitem__, width=420)
        show(view.workspace.once(years_drawn, view.as_at, view.framework.id, chosen))


def years_drawn(workspace: Workspace, as_at: date, framework_id: str, area_id: str) -> Chart:
    """The bars of one area by year: made once."""
    label = next(each.label for each in workspace.config.frameworks[framework_id].areas if each.id == area_id)
    found = workspace.once(yearly, as_at, framework_id, area_id)
    return years_chart([Bar(uk_date(each.day), each) for each in found], label, judgement_sources(workspace))


def show_regions(view: View) -> None:
    """How many of each region's authorities stand at good or better on each area, on request."""
    found = view.workspace.once(regions, view.as_at, view.framework.id)
    rows = [region_row(region, [area.label for area in view.framework.areas]) for region in found]
    with st.expander(f"England by region ({len(rows)})"):
        show_table(pd.DataFrame(rows), alt="Authorities at good or better by region and area")
        st.caption(plain(regions_sentence(found)))


def region_row(region: Region, labels: Sequence[str]) -> dict[str, str]:
    """One region as a row of the table."""
    cells = {
        label: f"{each.good_or_better} of {each.judged}" if each.judged else "none judged"
        for label, each in zip(labels, region.spreads, strict=True)
    }
    return {"Region": f"{region.name} (ours)" if region.ours else region.name, **cells}
