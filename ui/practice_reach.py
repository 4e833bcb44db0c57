"""The second half of the Practice page: how far audits reach, what they led to, and what they can tell."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from readiness.dates import uk_date
from readiness.insight.practice.facts import Practice
from readiness.insight.practice.inspectors import Compared, Report
from readiness.insight.practice.learning import Loop
from readiness.insight.practice.reach import Reach
from readiness.wording import plain_number
from ui.parts import plain, show_empty, show_long, show_table


def show_coverage(found: Practice) -> None:
    """How many audits looked at each criterion, against what is enough."""
    fact = found.coverage
    st.header("How far audits reach", anchor=False)
    st.markdown(plain(fact.sentence))
    st.caption(plain(fact.rule))
    rows = [
        {
            "Judgement area": each.area,
            "Criterion": each.title,
            "Audits in 12 months": str(each.year),
            "Of the criterion itself": str(each.own),
            "Audits the score still trusts in full": str(each.fresh),
            "Of what is enough": f"{each.coverage:.0%}" if each.coverage is not None else "none expected",
            "Last audit": uk_date(each.last) if each.last else "never",
        }
        for each in sorted(fact.criteria, key=lambda one: (one.own, one.year))
    ]
    with st.expander(f"Audits of each criterion, fewest first ({len(rows)})"):
        show_long(pd.DataFrame(rows), "Audits of each criterion, fewest first")


def show_learning(found: Practice) -> None:
    """What audits raised, and what became of it."""
    st.header("Did we learn from it?", anchor=False)
    fact = found.learning
    if fact is None:
        columns = "learning_due, and learning_closed and checked_in_practice when they come"
        show_empty("No audit raised any learning with a date.", "audits.csv", columns)
        return
    st.markdown(plain(fact.sentence))
    show_table(loops_table([fact.now, fact.before], "Due in the"), alt="What became of learning, by year")
    if fact.undated:
        st.caption(f"{fact.undated} with a date of action but none by which it was due are not counted here.")
    if fact.teams:
        with st.expander(f"By team, the largest share not done first ({len(fact.teams)})"):
            show_table(loops_table(fact.teams, "Team"), alt="What became of learning, by team")


def loops_table(loops: Sequence[Loop], first: str) -> pd.DataFrame:
    """A row for each period or team; counts of learning raised by audits, not of children."""
    rows = [
        {
            first: each.name,
            "Raised": str(each.raised),
            "Done in time": of_raised(each.in_time, each),
            "Done late": of_raised(each.late, each),
            "Not done": of_raised(each.not_done, each),
            "Checked": of_raised(each.checked, each),
        }
        for each in loops
    ]
    return pd.DataFrame(rows)


def of_raised(part: int, whole: Loop) -> str:
    """A count with its share of what was raised."""
    return f"{part} ({part / whole.raised:.0%})" if whole.raised else str(part)


def show_inspectors(found: Practice) -> None:
    """Our audits beside what inspectors and reviewers found, report by report."""
    fact = found.inspectors
    st.header("Do inspectors see what our audits see?", anchor=False)
    st.markdown(plain(fact.sentence))
    for report in fact.reports:
        with st.expander(f"{plain(report.title)}, {uk_date(report.published)}"):
            show_report(report)
    if fact.reports:
        st.caption(plain(fact.rule))


def show_report(report: Report) -> None:
    """Each criterion that a report had findings on."""
    st.markdown(plain(report.sentence))
    show_long(
        pd.DataFrame([compared_row(each) for each in report.compared]), "Audits beside findings, by criterion"
    )


def compared_row(each: Compared) -> dict[str, str]:
    """One criterion of one report."""
    points = "none" if each.audit_points is None else f"{each.audit_points:.0f}"
    return {
        "Criterion": each.title,
        "Compared": each.verdict.capitalize(),
        "Findings": "; ".join(each.found),
        "Findings, 0 to 100": f"{each.points:.0f}",
        "Audits, 0 to 100": points,
        "Audits compared": audits_words(each),
        "Lines of findings.csv": ", ".join(map(str, each.lines)),
    }


def audits_words(each: Compared) -> str:
    """How many audits were compared, and whether they looked at the criterion or at its whole area."""
    if each.own == each.audits:
        return str(each.audits)
    return f"{each.audits}, of which {each.audits - each.own} of the whole area"


def show_reach(found: Practice) -> None:
    """What so many audits can tell, and what they can't."""
    st.header("What this many audits can tell", anchor=False)
    if found.reach is None:
        st.markdown("Nothing can be told of the last 12 months: no audit is known of them.")
        return
    st.markdown(plain(found.reach.sentence))
    with st.expander("What to bear in mind, and the figures"):
        st.markdown("\n".join(f"- {plain(caution)}" for caution in found.reach.cautions))
        if found.reach.reaches:
            rows = [reach_row(each) for each in found.reach.reaches]
            show_table(pd.DataFrame(rows), alt="What audits of a period can tell")


def reach_row(each: Reach) -> dict[str, str]:
    """One length of period."""
    half, least = each.half_width, each.smallest
    return {
        "Audits of a": each.period,
        "How many, about": f"{each.audits:,}",
        "The share is known to within": f"{plain_number(half)} points" if half is not None else "not known",
        "Least change that is more than chance": f"{plain_number(least)} points"
        if least is not None
        else "none",
    }


def show_rows_behind(found: Practice) -> None:
    """Every row that the page rests on, latest first."""
    rows = [
        {
            "Audit": each.audit,
            "Date": uk_date(each.day),
            "Criterion": found.names.get(each.criterion, each.criterion),
            "Auditor's grade": each.given,
            "Moderated": each.moderated or "",
            "Team": each.team,
            "Kind": each.kind,
            "Theme": each.theme,
            "Line of audits.csv": each.line,
        }
        for each in reversed(found.audits)
    ]
    with st.expander(f"The rows behind it ({len(rows):,})"):
        show_long(pd.DataFrame(rows), "Every audit grade known by the day, latest first")
