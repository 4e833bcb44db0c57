"""The Inspections page's findings: what was raised again and again, and one theme report by report."""

import pandas as pd
import streamlit as st

from readiness.charts.figure import Chart
from readiness.charts.findings import findings_chart
from readiness.dates import uk_date
from readiness.insight.inspections.findings import Findings, Theme
from readiness.insight.inspections.findings_words import (
    RULE,
    finding,
    lost_words,
    reading,
    state,
    what_is_missing,
)
from readiness.workspace import Workspace
from ui.figures import show
from ui.parts import plain, show_empty, show_long, show_table
from ui.state import CRITERION, View, choose


def show_findings(view: View, found: Findings) -> None:
    """The repeat findings over time, then every finding on one theme, each with its line."""
    if not found.themes:
        st.subheader("What inspectors found", anchor=False)
        show_empty(
            "No finding of an inspection or visit is known by this day.",
            "findings.csv",
            "a row with finding, inspection, criterion, kind, summary and source for each thing that a report found",
        )
        return
    if found.repeats:
        show(view.workspace.once(drawn_findings, found))
    else:
        st.subheader(plain(finding(found)), anchor=False)
        st.markdown(plain(reading(found)))
    if words := lost_words(found):
        st.markdown(plain(words))
    st.caption(plain(f"{RULE} {what_is_missing(found)}"))
    show_theme(found)
    with st.expander(f"Every theme that a report spoke of ({len(found.themes)})"):
        show_long(themes_table(found), "Every theme, with how often it was raised")


def drawn_findings(workspace: Workspace, found: Findings) -> Chart:
    """The chart of the repeat findings: made once."""
    return findings_chart(found, f"Source: {workspace.dataset.description.title}, findings.csv")


def show_theme(found: Findings) -> None:
    """One theme, report by report."""
    order = [*found.repeats, *(each for each in found.themes if not each.repeated)]
    themes = {each.id: each for each in order}
    names = {each.id: f"{each.title} ({raised_words(each)})" for each in order}
    chosen = choose("Report by report", list(themes), CRITERION, order[0].id, names.__getitem__, width=520)
    theme = themes[chosen]
    if theme.repeated:
        st.markdown(plain(f"{state(theme)}."))
    show_table(theme_table(theme), alt=f"What each report found on {theme.title}")


def raised_words(theme: Theme) -> str:
    """How many reports raised a theme."""
    return f"raised in {len(theme.raised)}" if theme.raised else "strengths only"


def theme_table(theme: Theme) -> pd.DataFrame:
    """Every finding on a theme, earliest first, with where it stands."""
    rows = [
        {
            "Published": uk_date(spoken.published),
            "Kind": each.kind,
            "What was found": each.summary,
            "Report": spoken.title,
            "Source": each.source,
            "File and line": f"findings.csv, line {each.line}",
        }
        for spoken in theme.spoken
        for each in spoken.findings
    ]
    return pd.DataFrame(rows)


def themes_table(found: Findings) -> pd.DataFrame:
    """Every theme in the framework's order."""
    rows = [
        {
            "Area": theme.area or "Not in this framework",
            "Theme": theme.title,
            "Reports that spoke of it": str(len(theme.spoken)),
            "Raised it": str(len(theme.raised)),
            "Last spoken of": uk_date(theme.spoken[-1].published),
            "Then": "a strength" if not theme.spoken[-1].raised else theme.spoken[-1].kind,
        }
        for theme in found.themes
    ]
    return pd.DataFrame(rows)
