"""One action opened: its chain from finding to impact, with the file and line of each link."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from readiness.charts.indicator import span_of
from readiness.dates import uk_date
from readiness.insight.indicators.facts import indicators_on
from readiness.insight.plan.actions import Action
from readiness.insight.plan.chain import (
    Finding,
    action_marks,
    again_words,
    chain,
    marks_words,
    promised,
    standing,
)
from readiness.insight.plan.facts import Plan
from readiness.insight.plan.impact import RULE
from readiness.story.charts import before_and_after
from readiness.wording import upper_first
from ui.figures import show
from ui.parts import plain, show_empty, show_long
from ui.plan import FILE, UPDATES, impact_badge
from ui.plan_dates import show_moved_date
from ui.state import View

NOT_LINKED = "No file links a finding to an action: these are the nearest by source and criterion."


def show_action(view: View, found: Plan, action: Action) -> None:
    """The chain of one action."""
    links = chain(view.workspace, action)
    show_found(links.found, of_source=links.of_source)
    show_promised(found, action)
    show_moved_date(view, action)
    show_done(action)
    show_moved(view, found, action)
    st.header("Was it found again?", anchor=False)
    st.markdown(plain(again_words(links)))
    for each in links.again:
        show_finding(each)


def show_found(findings: Sequence[Finding], *, of_source: bool) -> None:
    """What was found: by the report that the action answers, or else before it."""
    st.header("What was found", anchor=False)
    if not findings:
        st.markdown("No finding on its criterion is on record from before it was set.")
        return
    if not of_source:
        st.markdown("Its source has no finding on its criterion; earlier reports said:")
    for each in findings:
        show_finding(each)
    st.caption(NOT_LINKED)


def show_finding(each: Finding) -> None:
    """One finding with its report, date and line."""
    report = f"{each.title}, {uk_date(each.published)}; findings.csv, line {each.line}"
    st.markdown(f"- **{plain(each.kind.capitalize())}:** {plain(each.summary)} ({plain(report)})")


def show_promised(found: Plan, action: Action) -> None:
    """What was promised, by whom and by when."""
    st.header("What was promised", anchor=False)
    st.markdown(f"{plain(promised(action))}. {plain(found.names.get(action.criterion, action.criterion))}.")
    if action.rationale:
        st.markdown(f"Why: {plain(action.rationale)}")
    st.caption(f"{plain(action.action)}; {FILE}, line {action.line}. Source: {plain(action.source)}")


def show_done(action: Action) -> None:
    """What was done: every update known by the day, latest first."""
    st.header("What was done", anchor=False)
    st.markdown(f"**{plain(upper_first(standing(action)))}.**")
    if not action.updates:
        show_empty(
            "No update of this action is known.",
            UPDATES,
            f"rows with action {action.action}, date and status",
        )
        return
    rows = [
        {
            "Date": uk_date(each.day),
            "Status": each.status,
            "Note": each.note,
            "File and line": f"{UPDATES}, line {each.line}",
        }
        for each in reversed(action.updates)
    ]
    show_long(pd.DataFrame(rows), "Updates of this action, latest first")


def show_moved(view: View, found: Plan, action: Action) -> None:
    """What moved: the verdict on its measure, and the measure's own chart."""
    st.header("What moved", anchor=False)
    impact = next((each for each in found.impacts if each.action.action == action.action), None)
    if impact is None:
        show_empty(
            "It names no measure.", FILE, f"an indicator's id as success_measure on line {action.line}"
        )
        return
    st.markdown(f"{impact_badge(impact)} **{plain(impact.label)}:** {plain(impact.says)}")
    if impact.shared > 1:
        others = "one other action names" if impact.shared == 2 else f"{impact.shared - 1} other actions name"
        st.markdown(f"{others.capitalize()} the same measure, so what moved it can't be told apart.")
    fact = view.workspace.once(indicators_on, view.as_at).facts.get(action.measure)
    if fact:
        show(view.workspace.once(before_and_after, view.as_at, action.action))
        st.caption(plain(marks_words(action_marks(action, *span_of(fact)))))
    st.caption(f"The rule: {plain(RULE)}")
