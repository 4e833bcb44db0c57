"""Inspections: what has Ofsted said, to us and to our neighbours?"""

import streamlit as st

from readiness.insight.inspections.findings import findings_by
from readiness.insight.inspections.findings_words import headline
from readiness.insight.inspections.own_judgements import own_headline
from readiness.insight.inspections.since_raised import since_raised
from readiness.insight.inspections.since_raised_words import different
from ui.inspection_findings import show_findings
from ui.inspections import show_beside, show_england, show_neighbours, show_own
from ui.next_inspection import show_calibration, show_next_visit
from ui.parts import plain
from ui.state import View, current_view


def main(view: View) -> None:
    """Our own judgements and findings, how our evidence compared, what comes next; then neighbours and England."""
    findings = view.workspace.once(findings_by, view.as_at, view.framework.id)
    st.title(plain(own_headline(view.workspace, view.as_at, view.framework)), anchor=False)
    answers = view.workspace.once(since_raised, view.as_at, view.framework.id)
    st.markdown(plain(" ".join(filter(None, (headline(findings), different(answers))))))
    show_own(view)
    show_findings(view, findings)
    show_calibration(view)
    show_next_visit(view)
    show_beside(view)
    show_neighbours(view)
    show_england(view)


main(current_view())
