"""The Inspections page's look back and ahead: how our evidence compared with judgements, and the next inspection."""

from datetime import date

import pandas as pd
import streamlit as st

from readiness.charts.figure import Chart
from readiness.charts.next_visit import next_visit_chart
from readiness.charts.palette import grade_mark
from readiness.dates import month, uk_date
from readiness.insight.inspections.calibration import RULE, Compared, calibration
from readiness.insight.inspections.fading import Fade, Fading, ageing_words, fading, fading_words
from readiness.insight.inspections.next_visit import NextVisit, next_visit
from readiness.insight.inspections.next_visit_words import headline, held, preparation, why
from readiness.story.charts import source_of
from readiness.wording import whole_score
from readiness.workspace import Workspace
from ui.figures import show
from ui.parts import plain, show_long
from ui.state import View


def show_calibration(view: View) -> None:
    """What was judged beside what our evidence said on the day before."""
    found = view.workspace.once(calibration, view.as_at)
    st.header("What was judged, and what our evidence said the day before", anchor=False)
    st.markdown(plain(found.sentence))
    if not found.compared:
        return
    with st.expander(f"Judgement by judgement ({len(found.compared)})"):
        rows = [{**compared_row(each), **compared_basis(each)} for each in found.compared]
        show_long(pd.DataFrame(rows), "Judged beside our evidence, with coverage, caps and lines")
        st.caption(plain(RULE))


def compared_row(each: Compared) -> dict[str, str]:
    """One judgement as a row: the grades side by side."""
    ours = "not enough evidence"
    if each.ours is not None and each.score is not None:
        ours = f"{grade_mark(each.ours)} indicative: {each.ours}, {whole_score(each.score)}"
    return {
        "Area": f"{each.area}, {month(each.judged.published)}",
        "Judged": f"{grade_mark(each.judged.grade)} {each.judged.grade}",
        "Our evidence the day before": ours,
        "Compared": each.verdict if each.ours else "–",
    }


def compared_basis(each: Compared) -> dict[str, str]:
    """What a comparison rests on."""
    return {
        "Published": uk_date(each.judged.published),
        "Our evidence as at": uk_date(each.day),
        "Framework": each.framework,
        "Coverage": f"{each.coverage:.2f}",
        "Confidence": each.confidence,
        "Held down by": "; ".join(each.held_down),
        "Report": each.judged.source,
        "Line of judgements.csv": str(each.judged.line),
    }


def show_next_visit(view: View) -> None:
    """The window of the next inspection, why it is the kind it is, and what will be stale by then."""
    found = view.workspace.once(next_visit, view.as_at, view.framework.id)
    chart = view.workspace.once(next_drawn, found)
    if chart is None:
        st.header(plain(headline(found)), anchor=False)
        st.markdown(plain(why(found)))
    else:
        show(chart)
        st.markdown(plain(f"{why(found)} {preparation(found)}"))
    if words := held(found):
        st.markdown(plain(words))
    if day := stale_day(found):
        show_fading(view.workspace.once(fading, view.as_at, view.framework.id, day))


def next_drawn(workspace: Workspace, found: NextVisit) -> Chart | None:
    """The timeline of the next inspection: made once."""
    return next_visit_chart(found, source_of(workspace, "inspections.csv"))


def stale_day(found: NextVisit) -> date | None:
    """The day to be ready by: the window's first, or its last once it is open; None where it is over or unknown."""
    return next((day for day in found.window or () if day > found.as_at), None)


def show_fading(found: Fading) -> None:
    """What will be stale by the day to be ready by, if nothing new comes."""
    st.markdown(f"**By {uk_date(found.day)}:** {plain(fading_words(found))} {plain(ageing_words(found))}")
    if found.falling:
        with st.expander(f"The themes that will have too little ({len(found.falling)})"):
            show_long(
                pd.DataFrame([fade_row(each) for each in found.falling]), "Themes by coverage now and then"
            )
            st.caption(
                f"A theme has enough from a coverage of {found.falling[0].enough:.2f}. Only age counts here: nothing "
                "new, and nothing replaced."
            )


def fade_row(each: Fade) -> dict[str, str]:
    """One theme as a row."""
    return {
        "Area": each.area,
        "Theme": each.title,
        "Coverage now": f"{each.now:.2f}",
        "Coverage then": f"{each.then:.2f}",
    }
