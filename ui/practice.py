"""The first half of the Practice page: children found unsafe, trust in our grading, and the grades."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from readiness.charts.figure import Chart
from readiness.charts.grade_mix import grade_mix_chart
from readiness.charts.moderation import moderation_chart, moderation_table
from readiness.charts.palette import GRADES, grade_mark
from readiness.charts.shares import Setting, shares_chart, shares_table
from readiness.dates import uk_date
from readiness.insight.indicators.words import counted
from readiness.insight.practice.facts import Practice
from readiness.insight.practice.mix import MixFact
from readiness.insight.practice.moderated import YearModerated
from readiness.insight.practice.moderation import ModerationFact
from readiness.insight.practice.moderation_words import drift_finding
from readiness.insight.practice.shares import NOUNS, Share, SharesFact, shares_findings
from readiness.insight.safety.escalations import Escalation
from readiness.story.charts import source_of
from readiness.workspace import Workspace
from ui.figures import show
from ui.parts import plain, show_empty, show_long, show_table
from ui.state import View, choose_tab

AUDITS = "audits.csv"
AUDITS_BY = "audits-by"
MOST_DRAWN = 20
"""Teams, themes or criteria that one chart can hold."""
WHY_AUDITS = (
    "Figures say whether a visit was made; an audit says whether the work was good. Without audits the score has no "
    "evidence of practice, and nobody can say whether the authority would grade itself straight."
)


def show_no_audits() -> None:
    """The state without an audit: which columns of which file, and why it matters."""
    show_empty(
        "There is no audit to show.",
        AUDITS,
        "a row for each criterion that an audit graded, with audit, date, criterion and grade",
    )
    st.markdown(plain(WHY_AUDITS))
    st.header("What each further column makes possible", anchor=False)
    columns = {
        "moderated_grade": "whether auditors and moderators agree, and which way auditors lean",
        "team, theme, kind": "which team or theme stands lowest, and whether that is more than chance",
        "learning_due, learning_closed, checked_in_practice": "whether learning was acted on, and checked",
        "escalated, made_safe": "children found unsafe, and how soon they were made safe",
    }
    rows = [{"Column": f"{name}", "What it lets this page say": says} for name, says in columns.items()]
    show_table(pd.DataFrame(rows), alt="Columns of audits.csv, and what each makes possible")


def show_unsafe(found: Practice) -> None:
    """Children found unsafe: those not recorded as made safe first, and loud."""
    st.header("Children found unsafe", anchor=False)
    unsafe = found.escalations
    if unsafe.open:
        st.error(f"**✖ {plain(unsafe.sentence)}**")
        st.markdown("\n".join(f"- {plain(each.words)}. {plain(each.place)}" for each in unsafe.open))
        if unsafe.past:
            st.markdown(plain(unsafe.past))
    else:
        st.markdown(plain(unsafe.sentence))
    if unsafe.safe:
        with st.expander(f"Children made safe ({len(unsafe.safe)})"):
            show_made_safe(unsafe.safe)


def show_made_safe(every: Sequence[Escalation]) -> None:
    """Each child found unsafe and made safe, by the audit that found it, latest first."""
    rows = [
        {
            "Audit": each.audit,
            "Found unsafe on": uk_date(each.escalated),
            "Made safe on": uk_date(each.made_safe) if each.made_safe else "",
            "After": "the same day" if each.days == 0 else counted(each.days, "day"),
            "Team": each.team,
            "File and line": each.place,
        }
        for each in reversed(every)
    ]
    show_table(pd.DataFrame(rows), alt="Children made safe, by audit, latest first")


def show_trust(view: View, found: Practice) -> None:
    """Can we trust our own grading? The answer, which way auditors lean, and how agreement moved."""
    st.header("Can we trust our own grading?", anchor=False)
    fact = found.moderation
    st.markdown(f"**{plain(fact.trust)}** {plain(fact.lean)}")
    if fact.so_far:
        st.markdown(plain(fact.so_far))
    show_agreement(view, fact)
    if not fact.every.moderated:
        show_empty("No grade was moderated.", AUDITS, "moderated_grade where an audit was looked at again")
        return
    with st.expander("What moderation changed, grade by grade"):
        if len(fact.compared) < 2:
            show_table(moderation_table([fact.every]), alt="What moderation changed")
        st.markdown(f"All grades moderated by {uk_date(found.as_at)}:")
        show_table(grade_by_grade(fact.every), alt="Auditors' grades beside moderated grades")
        st.caption(
            "The contract has no date of moderation, so a moderated grade counts from the day of its audit. Nothing "
            "says how audits were chosen for moderation: if not at random, this may not speak for the others."
        )


def show_agreement(view: View, fact: ModerationFact) -> None:
    """Whether agreement moved, in a line; the chart, with the measures that only some can read, on request."""
    if len(fact.compared) < 2:
        st.markdown(plain(fact.drift))
        return
    st.markdown(f"{plain(drift_finding(fact.years))}.")
    folded = st.expander("How far they agreed, year by year", key="fold-agreement", on_change="rerun")
    if folded.open:
        with folded:
            show(view.workspace.once(moderation_drawn, fact))


def grade_by_grade(year: YearModerated) -> pd.DataFrame:
    """Auditors' grades down, moderated grades across, lowest first."""
    rows = [
        {"Auditor's grade": f"{grade_mark(given)} {given}"}
        | {f"Moderated {grade}": str(count) for grade, count in zip(GRADES, year.table[index], strict=True)}
        for index, given in enumerate(GRADES)
    ]
    return pd.DataFrame(rows)


def show_mix(view: View, found: Practice) -> None:
    """The grades by quarter."""
    show(view.workspace.once(mix_drawn, found.mix))


def show_parts(view: View, found: Practice) -> None:
    """Whether a team, theme, area or criterion stands low, in words; then the figures of one kind at a time."""
    st.header("Where is practice weakest?", anchor=False)
    facts: dict[str, SharesFact] = {
        fact.by: fact for fact in (found.teams, found.themes, found.areas, found.criteria) if fact is not None
    }
    st.markdown("  \n".join(f"{plain(said)}." for said in shares_findings(list(facts.values()))))
    if found.teams is None:
        show_empty("No audit of the last 12 months names a team.", AUDITS, "the column team")
    if facts:
        chosen, tab = choose_tab({by: f"By {NOUNS[fact.by][0]}" for by, fact in facts.items()}, AUDITS_BY)
        with tab:
            show_part(view, found, facts[chosen])


def show_part(view: View, found: Practice, fact: SharesFact) -> None:
    """The figures of one kind of part, low end first: drawn where they can be compared, else as a table."""
    if len(fact.shares) <= MOST_DRAWN and sum(share.enough for share in fact.shares) > 1:
        show(view.workspace.once(shares_drawn, fact, found.whole, found.as_at))
        return
    st.markdown(plain(fact.sentence))
    name = f"Audit grades of the last 12 months by {NOUNS[fact.by][0]}, low end first"
    show_long(shares_table(fact), name)


def mix_drawn(workspace: Workspace, fact: MixFact) -> Chart:
    """The chart of the grade mix: made once, since a figure takes longer than all the rest."""
    return grade_mix_chart(fact, source_of(workspace, AUDITS))


def moderation_drawn(workspace: Workspace, fact: ModerationFact) -> Chart:
    """The chart of agreement by year, made once."""
    return moderation_chart(fact, source_of(workspace, AUDITS))


def shares_drawn(workspace: Workspace, fact: SharesFact, whole: Share, as_at: date) -> Chart:
    """The chart of teams, made once."""
    period = f"the 12 months to {uk_date(as_at)}"
    name = f"audits-by-{fact.by}-{as_at.isoformat()}"
    return shares_chart(fact, Setting(period, source_of(workspace, AUDITS), whole, name))
