"""The Inspections page's findings: what was raised again and again, what is different now, and one theme by report."""

from collections.abc import Sequence

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
    what_is_missing,
)
from readiness.insight.inspections.since_raised import RULE as HOW_ANSWERED
from readiness.insight.inspections.since_raised import SinceRaised, since_raised
from readiness.insight.inspections.since_raised_words import line
from readiness.insight.plan.chain import standing
from readiness.insight.plan.groups import owner
from readiness.insight.plan.impact import VERDICTS
from readiness.story.charts import source_of
from readiness.wording import in_unit
from readiness.workspace import Workspace
from ui.figures import show
from ui.parts import plain, show_empty, show_long, show_table
from ui.state import CRITERION, View, choose, named_in_url

MOST_SHOWN = 3
FILE = "actions.csv"


def show_findings(view: View, found: Findings) -> None:
    """The repeat findings over time, then every finding on one theme, each with its line."""
    if not found.themes:
        st.header("What inspectors found", anchor=False)
        show_empty(
            "No finding of an inspection or visit is known by this day.",
            "findings.csv",
            "a row with finding, inspection, criterion, kind, summary and source for each thing that a report found",
        )
        return
    if found.repeats:
        show(view.workspace.once(findings_drawn, found))
    else:
        st.header(plain(finding(found)), anchor=False)
        st.markdown(plain(reading(found)))
    if words := lost_words(found):
        st.markdown(plain(words))
    if words := what_is_missing(found):
        st.caption(plain(words))
    answers = view.workspace.once(since_raised, view.as_at, view.framework.id)
    if answers:
        show_different(answers)
    show_theme(found, {each.theme.id: each for each in answers})
    with st.expander(f"Every theme that a report spoke of ({len(found.themes)})"):
        show_long(themes_table(found), "Every theme, with how often it was raised")
    with st.expander("How this is counted"):
        st.markdown(plain(RULE))
        st.markdown(plain(HOW_ANSWERED))


def show_different(answers: Sequence[SinceRaised]) -> None:
    """What was done about each repeat finding and which way its figures went: the longest running at once."""
    st.header("What is different now?", anchor=False)
    show_lines(answers[:MOST_SHOWN])
    if len(answers) > MOST_SHOWN:
        with st.expander(f"The other repeat findings ({len(answers) - MOST_SHOWN})"):
            show_lines(answers[MOST_SHOWN:])


def show_lines(answers: Sequence[SinceRaised]) -> None:
    """A line for each repeat finding."""
    st.markdown("\n".join(f"- **{plain(each.theme.title)}.** {plain(line(each))}" for each in answers))


def findings_drawn(workspace: Workspace, found: Findings) -> Chart:
    """The chart of the repeat findings: made once."""
    return findings_chart(found, source_of(workspace, "findings.csv"))


def show_theme(found: Findings, answers: dict[str, SinceRaised]) -> None:
    """One theme, report by report; of a repeat finding also what was set since and what moved, each with its row."""
    folded = st.expander(
        "One theme, report by report, with every row",
        expanded=named_in_url(CRITERION),
        key="fold-theme",
        on_change="rerun",
    )
    if not folded.open:
        return
    order = [*found.repeats, *(each for each in found.themes if not each.repeated)]
    themes = {each.id: each for each in order}
    names = {each.id: f"{each.title} ({raised_words(each)})" for each in order}
    with folded:
        chosen = choose("Theme", list(themes), CRITERION, order[0].id, names.__getitem__, width=520)
        if answer := answers.get(chosen):
            st.markdown(plain(line(answer)))
        show_table(theme_table(themes[chosen]), alt=f"What each report found on {themes[chosen].title}")
        if answer:
            show_answer(answer)


def show_answer(answer: SinceRaised) -> None:
    """The actions set on a repeat finding, and the figures of it from before and since."""
    if answer.actions:
        show_table(actions_table(answer), alt=f"Actions set since on {answer.theme.title}")
    if answer.figures:
        show_table(figures_table(answer), alt=f"Figures since of {answer.theme.title}")


def actions_table(answer: SinceRaised) -> pd.DataFrame:
    """Every action set on a theme since it was first raised, as far as it has come and what its measure did."""
    verdicts = answer.verdicts()
    rows = [
        {
            "Action set since": each.title,
            "Set": uk_date(each.created),
            "Owner's role": owner(each),
            "How it stands": standing(each),
            "Its measure since": f"{verdicts[each.action].label}: {verdicts[each.action].says}"
            if each.action in verdicts
            else "none named",
            "Its row": f"{FILE}, line {each.line}",
        }
        for each in answer.actions
    ]
    return pd.DataFrame(rows)


def figures_table(answer: SinceRaised) -> pd.DataFrame:
    """Every figure of a theme from before it was last raised and since."""
    rows = [
        {
            "Figure": each.label,
            "When last raised": f"{in_unit(each.before.figure, each.unit)}, {uk_date(each.before.period_end)}",
            "Now": f"{in_unit(each.latest.figure, each.unit)}, {uk_date(each.latest.period_end)}",
            "Since": " ".join(VERDICTS[each.verdict]),
            "Their rows": f"{each.before.file}, lines {each.before.line} and {each.latest.line}",
        }
        for each in answer.figures
    ]
    return pd.DataFrame(rows)


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
