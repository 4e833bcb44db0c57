"""The part of the Data page about other authorities: how much is published, up to when, and under which licence."""

import pandas as pd
import streamlit as st

from readiness.dates import uk_date
from readiness.insight.inspections.national_summary import NationalSummary
from ui.data_sections import PROBLEMS_SHOWN
from ui.parts import plain, show_empty, show_long, show_problem_table


def show_national(summary: NationalSummary, folder: str) -> None:
    """What stands beside the dataset to compare with; where nothing does, what to put into which folder."""
    st.header("The national picture", anchor=False)
    if not summary.sentences:
        show_empty(
            "No published figures of other authorities are kept, so nothing is compared nationally.",
            folder,
            "the files that docs/data-guide.md describes under this heading",
        )
    else:
        st.markdown(plain(" ".join(summary.sentences)))
    if summary.problems:
        show_problem_table(summary.problems[:PROBLEMS_SHOWN])
    if summary.publications:
        show_publications(summary)


def show_publications(summary: NationalSummary) -> None:
    """The lines that the licences ask for; and, on request, every publication with its licence."""
    for line in summary.attributions:
        st.markdown(plain(line))
    rows = [
        {
            "Publication": f"{each.title}. {each.note}" if each.note else each.title,
            "Published": f"{each.publisher}, {uk_date(each.published)}, {each.licence}",
        }
        for each in summary.publications
    ]
    with st.expander("Where the national picture is taken from"):
        show_long(pd.DataFrame(rows), "Publications that the national picture is taken from")
