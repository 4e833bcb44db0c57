"""The Trends page's choices, and its charts laid side by side on the same axes."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from readiness.charts.figure import Chart
from readiness.charts.trend import Setting, how_to_read, trend_chart
from readiness.dates import months_before
from readiness.insight.cards import band_edges
from readiness.insight.inspections.judgements import OfstedJudgement, area_judgements
from readiness.insight.timeline import Mark, marks
from readiness.insight.trends import Trend, area_trends, criterion_trends, without_line
from readiness.story.charts import source_of
from readiness.wording import listed
from readiness.workspace import Workspace
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
    """The first and last day of the charts, both in the URL; at first all the evidence up to the as-at date."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="span"):
        first = choose_date("From", FIRST_DAY, view.as_at, FROM, first_shown(view))
        last = choose_date("To", FIRST_DAY, view.as_at, TO, view.as_at)
        for words, months in PRESETS.items():
            st.button(
                words, on_click=set_span, args=(months_before(view.as_at, months),), key=f"span-{months}"
            )
        st.button(SINCE_FIRST, on_click=set_span, args=(FIRST_DAY,), key="span-all")
    return min(first, last), max(first, last)


def first_shown(view: View) -> date:
    """Where the charts begin at first: with the evidence, but not before they can and not after they end."""
    return min(max(FIRST_DAY, view.workspace.first_evidence or FIRST_DAY), view.as_at)


def set_span(first: date) -> None:
    """Show everything from a day up to the as-at date."""
    st.session_state[FROM] = str(max(first, FIRST_DAY))
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
    charts = view.workspace.once(charts_drawn, view.framework.id, span, shown, tuple(trends))
    if charts:
        read = how_to_read(view.workspace.dataset.description.kind, view.framework.inspectorate)
        st.caption(f"How to read the charts: {plain(read)}")
    with st.grid(2, min_column_width=340, gap="medium", key="lines") as grid:
        for chart in charts:
            with grid.cell():
                show(chart, explained=False)
    if bare:
        names = listed([trend.name for trend in bare])
        st.markdown(f"Without enough evidence for a number in any month: {plain(names)}.")
    seen = marks(view.workspace.dataset, view.workspace.config, *span)
    with st.expander(f"What the numbers on the charts stand for ({len(seen)})"):
        show_marks(seen)


def charts_drawn(
    workspace: Workspace, framework_id: str, span: Span, shown: str, trends: tuple[Trend, ...]
) -> tuple[Chart, ...]:
    """The charts of the lines that can be drawn: made once, since a figure takes longer than all the rest."""
    bare = without_line(trends) if shown != EVERY else ()
    judged = area_judgements(workspace.evidence(framework_id), span[1])
    setting = setting_of(workspace, framework_id, span, marks(workspace.dataset, workspace.config, *span))
    return tuple(
        trend_chart(trend, _inside(judged[trend.id if shown == EVERY else shown], span), setting)
        for trend in trends
        if trend not in bare
    )


def _inside(fallen: Sequence[OfstedJudgement], span: Span) -> list[OfstedJudgement]:
    return [each for each in fallen if each.published >= span[0]]


def setting_of(workspace: Workspace, framework_id: str, span: Span, seen: Sequence[Mark]) -> Setting:
    """What the charts share: bands, confidence, span, marks and the source they name."""
    scoring = workspace.config.scoring
    confidence = (scoring.confidence.low, scoring.confidence.medium, scoring.confidence.high)
    source, kind = source_of(workspace), workspace.dataset.description.kind
    inspectorate = workspace.config.frameworks[framework_id].inspectorate
    return Setting(band_edges(scoring), confidence, span, tuple(seen), source, kind, inspectorate)
