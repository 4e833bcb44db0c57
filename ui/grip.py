"""The Grip page's parts: signals and what followed, concerns without an answer, inspectors, serious events."""

from datetime import date

import pandas as pd
import streamlit as st

from readiness.charts.figure import Chart
from readiness.charts.grip import grip_chart
from readiness.dates import uk_date
from readiness.insight.grip.events import recorded_events
from readiness.insight.grip.facts import Grip
from readiness.insight.grip.inspectors import Named, ReportNamed, verdict_words
from readiness.insight.grip.signals import signals_on
from readiness.insight.grip.unanswered import Raised
from readiness.story.charts import source_of
from readiness.wording import listed
from readiness.workspace import Workspace
from ui.figures import show
from ui.parts import plain, show_empty, show_long, show_table
from ui.state import INDICATOR, View, page_file

SIGNALS, EVENTS = "signals.csv", "serious_events.csv"
ON_RECORD, SIGNAL_LINE = "On record before the report?", "Line of signals.csv"
WHY_SIGNALS = (
    "Inspectors ask when leaders first knew, what they decided and how they know that it worked. A row for each signal "
    "answers that, on the day it is seen and not afterwards. Roles are named, never people."
)


def show_signals(view: View, found: Grip) -> None:
    """What leaders knew, decided and checked, on one time axis; what to add where nothing is on record."""
    if not found.signals.every:
        st.header("From first known to what was decided", anchor=False)
        show_empty(
            "No signal is on record.",
            SIGNALS,
            "a row with signal, first_known, known_by, about and what; then decided, decision, effect_checked, effect",
        )
        st.markdown(plain(WHY_SIGNALS))
        return
    show(view.workspace.once(signals_drawn, found.as_at, view.framework.id))
    if any(each.undated for each in found.signals.every):
        st.markdown(f"A decision is written down without its day. Add the day to `decided` in `{SIGNALS}`.")


def signals_drawn(workspace: Workspace, as_at: date, framework_id: str) -> Chart:
    """The chart of signals: made once, since a figure takes longer than all the rest."""
    source = source_of(workspace, SIGNALS, EVENTS)
    signals = workspace.once(signals_on, as_at, framework_id)
    return grip_chart(signals, workspace.once(recorded_events, as_at), source)


def show_raised(found: Grip) -> None:
    """The concerns that the charts raise: those not acted on in full, the others folded away."""
    st.header("What the charts raise, and who has answered", anchor=False)
    raised = found.raised
    st.markdown(plain(raised.sentence))
    for each in raised.every:
        if each.standing != "acted on":
            show_concern(each)
    if bare := raised.standing("not answered"):
        ids = listed([each.fact.indicator.id for each in bare])
        st.markdown(
            f"To answer one, add a row to `{SIGNALS}` with its id as about, or to `actions.csv` with its id as "
            f"success_measure: {plain(ids)}."
        )
    if acted := raised.standing("acted on"):
        with st.expander(f"Acted on ({len(acted)})"):
            show_table(pd.DataFrame([concern_row(each) for each in acted]), alt="Concerns that are acted on")
    if raised.every:
        st.caption(
            "A concern is an indicator that got worse by more than noise, or is unlikely to meet its target. It is "
            f"answered by a row of {SIGNALS} about it, about a criterion it feeds or about an area that holds one, "
            "unless that row was closed before the concern began; or by an open action with it as success_measure."
        )


def show_concern(raised: Raised) -> None:
    """One concern that is not acted on, with what is on record about it and the way to its chart."""
    indicator = raised.fact.indicator
    with st.container(gap="xsmall", key=f"concern-{indicator.id}"):
        st.markdown(f":orange-badge[▲ {plain(raised.standing.capitalize())}] {plain(raised.fact.sentence)}")
        for each in raised.answers:
            st.markdown(f"- {plain(each.says)} ({plain(each.file)}, line {each.line})")
        st.page_link(
            page_file("indicators"),
            label=f"Its chart: {plain(indicator.label)}",
            query_params={INDICATOR: indicator.id},
        )


def concern_row(raised: Raised) -> dict[str, str]:
    """An answered concern as a row of the table."""
    return {
        "Indicator": raised.fact.indicator.title,
        "Answers count from": uk_date(raised.began),
        "Answered by": " ".join(each.says for each in raised.answers),
        "File and line": ", ".join(f"{each.file}, line {each.line}" for each in raised.answers),
    }


def show_inspectors(found: Grip) -> None:
    """What inspectors named to improve, and whether it was on record before their report; latest report first."""
    st.header("What inspectors found, and whether we knew", anchor=False)
    st.markdown(plain(found.inspectors.sentence))
    for report in found.inspectors.reports:
        with st.expander(f"{plain(report.title)}, {uk_date(report.published)} ({len(report.named)})"):
            table = pd.DataFrame([named_row(each, report) for each in report.named])
            if all(each.verdict == "no record yet" for each in report.named):
                st.markdown("Nothing was on record yet when this report came out.")
                table = table.drop(columns=[ON_RECORD, SIGNAL_LINE])
            show_long(table, f"What {report.title} named to improve")


def named_row(named: Named, report: ReportNamed) -> dict[str, str]:
    """A finding as a row of the table."""
    return {
        "Theme": named.subject,
        ON_RECORD: verdict_words(named, report.published),
        "What was found": named.summary,
        "Kind": named.kind.capitalize(),
        "Line of findings.csv": str(named.line),
        SIGNAL_LINE: str(named.signal.line) if named.signal else "",
    }


def show_events(found: Grip) -> None:
    """Serious events, those without learning on record first; then all of them."""
    st.header("Serious events, and what was learned", anchor=False)
    every = found.events.every
    if not every:
        show_empty(found.events.sentence, EVENTS, "a row with date, kind, count and learning for each event")
        return
    st.markdown(plain(found.events.sentence))
    rows = [
        {
            "Date": uk_date(each.day),
            "Kind": each.kind.capitalize(),
            "How many": str(each.count),
            "What was learned": each.learning or "Not recorded yet",
            "Source": each.source,
            "Line of serious_events.csv": str(each.line),
        }
        for each in every
    ]
    with st.expander(f"Every serious event, latest first ({len(rows)})"):
        # Never the frame of long tables, which can be saved: these counts are small.
        show_table(pd.DataFrame(rows), alt="Serious events, latest first")
        st.caption("Learning has no date of its own in the file, so it stands as written today.")
