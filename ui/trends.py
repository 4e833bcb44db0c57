"""The Trends page's choices, and its charts laid side by side on the same axes."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from readiness.charts.trend import HOW_TO_READ, Setting, trend_chart
from readiness.dates import months_before
from readiness.insight.cards import band_edges
from readiness.insight.headline import listed
from readiness.insight.judgements import area_judgements
from readiness.insight.timeline import Mark, marks
from readiness.insight.trends import Trend, area_trends, criterion_trends, without_line
from ui.bar import FIRST_DAY
from ui.figures import show
from ui.parts import plain
from ui.state import View, choose_date
from ui.tables import show_marks

FROM, TO = "from", "to"
EVERY = "every"
PRESETS = {"3 years": 36, "5 years": 60, "10 years": 120}
SINCE_FIRST = f"Since {FIRST_DAY.year}"

Span = tuple[date, date]


def choose_span(view: View) -> Span:
    """The first and last day of the charts, both in the URL; at first everything up to the as-at date."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="span"):
        first = choose_date("From", FIRST_DAY, view.as_at, FROM, FIRST_DAY)
        last = choose_date("To", FIRST_DAY, view.as_at, TO, view.as_at)
        for words, months in PRESETS.items():
            st.button(
                words, on_click=set_span, args=(months_before(view.as_at, months),), key=f"span-{months}"
            )
        st.button(SINCE_FIRST, on_click=set_span, args=(FIRST_DAY,), key="span-all")
    return min(first, last), max(first, last)


def set_span(first: date) -> None:
    """Show everything from a day up to the as-at date."""
    st.session_state[FROM] = "" if first <= FIRST_DAY else str(first)
    st.session_state[TO] = ""


def trends_of(view: View, span: Span, shown: str) -> tuple[Trend, ...]:
    """The lines to draw: every area's, or those of one area's criteria."""
    history = view.workspace.history(*span, view.framework.id)
    if shown == EVERY:
        return area_trends(history, view.framework)
    return criterion_trends(history, view.framework, shown)


def show_lines(view: View, span: Span, trends: Sequence[Trend], shown: str) -> None:
    """A chart per line, all on the same axes; those that never had enough evidence are named instead."""
    bare = without_line(trends) if shown != EVERY else ()
    drawn = [trend for trend in trends if trend not in bare]
    seen = marks(view.workspace.dataset, *span)
    judged = area_judgements(view.workspace.evidence(view.framework.id), span[1])
    if drawn:
        st.caption(f"How to read the charts: {plain(HOW_TO_READ)}")
    with st.grid(2, min_column_width=340, gap="medium", key="lines") as grid:
        for trend in drawn:
            with grid.cell():
                fallen = judged[trend.id if shown == EVERY else shown]
                inside = [each for each in fallen if each.published >= span[0]]
                show(trend_chart(trend, inside, setting_of(view, span, seen)), explained=False)
    if bare:
        names = listed([trend.name for trend in bare])
        st.markdown(f"Without enough evidence for a number in any month: {plain(names)}.")
    with st.expander(f"What the numbers on the charts stand for ({len(seen)})"):
        show_marks(seen)


def setting_of(view: View, span: Span, seen: Sequence[Mark]) -> Setting:
    """What the charts share: bands, confidence, span, marks and the source they name."""
    scoring = view.workspace.config.scoring
    confidence = (scoring.confidence.low, scoring.confidence.medium, scoring.confidence.high)
    source = f"Source: {view.workspace.dataset.description.title}"
    return Setting(band_edges(scoring), confidence, span, tuple(seen), source)
