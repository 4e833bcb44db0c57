"""Data: what came in, what was set aside, how fresh is it?"""

import streamlit as st

from readiness.dates import uk_date
from readiness.insight.conflicts import conflicts
from readiness.insight.freshness import freshness
from readiness.insight.inspections.national_summary import national_summary
from readiness.insight.sources import sources
from readiness.insight.tables import data_sentences, missing_tables, strands_sentence, table_facts
from ui.data_national import show_national
from ui.data_sections import (
    show_conflicts,
    show_found_problems,
    show_missing,
    show_sources,
    show_tables,
    show_templates,
)
from ui.parts import plain
from ui.state import View, current_view
from ui.tables import show_freshness


def main(view: View) -> None:
    """From the one sentence down to where every row comes from."""
    dataset = view.workspace.dataset
    first, *rest = data_sentences(dataset, view.workspace.last_evidence, view.as_at)
    st.title(plain(first), anchor=False)
    st.markdown(plain(" ".join(rest)))
    show_tables(table_facts(dataset))
    show_found_problems(dataset.id, dataset.problems)
    show_how_fresh(view)
    show_missing(missing_tables(dataset))
    show_templates()
    show_conflicts(conflicts(dataset))
    show_sources(dataset.description, sources(dataset))
    workspace = view.workspace
    show_national(national_summary(workspace.national), workspace.config.settings.national)


def show_how_fresh(view: View) -> None:
    st.header(f"How fresh it is on {uk_date(view.as_at)}", anchor=False)
    st.markdown(plain(strands_sentence(view.workspace.dataset)))
    show_freshness(freshness(view.workspace.evidence(view.framework.id), view.as_at))


main(current_view())
