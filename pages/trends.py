"""Trends: which way, how fast, and what moved it?"""

import streamlit as st

from readiness.charts.waterfall import waterfall
from readiness.dates import months_before
from readiness.insight.changes import AreaChange, area_changes
from readiness.insight.drivers import Grouping
from readiness.insight.inspections.judgements import judgements_by
from readiness.insight.steps import GROUPED_BY, group_names, grouping, grouping_words, steps
from readiness.insight.trends import trends_headline
from readiness.wording import judgement_of
from ui.bar import FIRST_DAY
from ui.figures import show
from ui.parts import plain
from ui.state import AREA, View, choose, choose_date, current_view
from ui.tables import show_drivers, show_judgements
from ui.trends import EVERY, choose_span, show_lines, trends_of

EARLIER, LATER, COMPARED, GROUP = "earlier", "later", "compared", "by"
YEAR = 12


def main(view: View) -> None:
    """Choose a span, see every line, then what moved one of them between two days."""
    place = st.container()
    span = choose_span(view)
    names = {EVERY: "All areas"} | {area.id: f"Criteria of: {area.short}" for area in view.scores.areas}
    shown = choose("Show", list(names), AREA, EVERY, names.__getitem__, width=420)
    trends = trends_of(view, span, shown)
    place.title(plain(trends_headline(trends)), anchor=False)
    show_lines(view, span, trends, shown)
    if view.scores.areas:
        show_comparison(view, shown)
    kind, inspectorate = view.workspace.dataset.description.kind, view.framework.inspectorate
    whose = judgement_of(kind, inspectorate, "judgements")
    st.header(f"{plain(whose)}, as worded then", anchor=False)
    show_judgements(judgements_by(view.workspace.evidence(view.framework.id), view.as_at))


def show_comparison(view: View, shown: str) -> None:
    """What moved one area between two days: steps that add up, then every row with its effect."""
    st.header("What moved it between two days", anchor=False)
    change, by = choose_comparison(view, shown)
    found = steps(change, by, group_names(view.framework))
    if not found:
        st.markdown(plain(change.sentence))
        return
    show(waterfall(change, found, GROUPED_BY[by]))
    with st.expander(f"Every row that moved it ({len(change.drivers.effects)})"):
        show_drivers(change)


def choose_comparison(view: View, shown: str) -> tuple[AreaChange, Grouping]:
    """The area, the two days and the grouping, all in the URL."""
    names = {area.id: area.short for area in view.scores.areas}
    with st.container(horizontal=True, vertical_alignment="bottom", key="comparison"):
        first = shown if shown != EVERY else next(iter(names))
        area = choose("Area", list(names), COMPARED, first, names.__getitem__, width=260)
        year_ago = max(months_before(view.as_at, YEAR), FIRST_DAY)
        earlier = choose_date("Earlier day", FIRST_DAY, view.as_at, EARLIER, year_ago)
        later = choose_date("Later day", FIRST_DAY, view.as_at, LATER, view.as_at)
        by = choose("Grouped by", list(GROUPED_BY), GROUP, "indicator", grouping_words, width=260)
    days = min(earlier, later), max(earlier, later)
    changes = view.workspace.once(area_changes, view.framework.id, *days)
    return next(change for change in changes if change.area.id == area), grouping(by)


main(current_view())
