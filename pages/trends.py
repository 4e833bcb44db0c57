"""Trends: which way, how fast, and what moved it?"""

from datetime import date

import streamlit as st

from readiness.charts.trend import trend_chart
from readiness.charts.waterfall import waterfall
from readiness.dates import months_before
from readiness.insight.changes import area_changes
from readiness.insight.judgements import area_judgements, judgements_by
from readiness.insight.steps import GROUPED_BY, group_names, steps
from readiness.insight.timeline import marks
from readiness.insight.trends import trends_headline
from ui.bar import FIRST_DAY
from ui.figures import show
from ui.parts import plain
from ui.state import AREA, View, choose, choose_date, current_view
from ui.tables import show_drivers, show_judgements, show_marks
from ui.trends import EVERY, choose_span, setting_of, show_trend, trends_of

EARLIER, LATER, COMPARED, GROUP = "earlier", "later", "compared", "by"


def main(view: View) -> None:
    """Choose a span, see every line, then what moved one of them between two days."""
    place = st.container()
    span = choose_span(view)
    names = {EVERY: "All areas"} | {area.id: f"Criteria of: {area.short}" for area in view.scores.areas}
    shown = choose("Show", list(names), AREA, EVERY, names.__getitem__)
    trends = trends_of(view, span, shown)
    place.title(plain(trends_headline(trends)), anchor=False)
    show_lines(view, span, trends)
    show_comparison(view)
    st.subheader("Ofsted's judgements", anchor=False)
    show_judgements(judgements_by(view.workspace.evidence(view.framework.id), view.as_at))


main(current_view())
