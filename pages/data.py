"""Data: what came in, what was set aside, how fresh it is, and what to add next."""

import pandas as pd
import streamlit as st

from readiness.config.models import STRANDS
from readiness.dates import uk_date
from readiness.evidence.dataset import Dataset
from readiness.insight.conflicts import conflicts
from readiness.insight.downloads import problems_csv, templates_zip
from readiness.insight.freshness import freshness
from readiness.insight.sources import sources
from readiness.insight.tables import counted, data_sentence, missing_tables, strands_sentence, table_facts
from ui.parts import plain, show_problem_table, show_table
from ui.state import View, current_view

SHOWN_AT_ONCE = 200
"""Problems drawn on the page; the file has all of them."""


def main() -> None:
    """The page, from the one sentence down to the templates."""
    view = current_view()
    dataset = view.workspace.dataset
    st.title("Data", anchor=False)
    st.markdown(f"**{plain(data_sentence(dataset, view.workspace.last_evidence))}**")
    show_tables(dataset)
    show_problems_found(dataset)
    show_freshness(view)
    show_missing(dataset)
    show_conflicts(dataset)
    show_sources(dataset)


def show_tables(dataset: Dataset) -> None:
    """Rows read, used and set aside, table by table."""
    st.subheader("What came in", anchor=False)
    facts = table_facts(dataset)
    if not facts:
        st.info("No table holds a row yet. What each one is for stands under *What is missing*.")
        return
    rows = [
        {
            "Table": fact.file,
            "What it holds": fact.meaning,
            "Feeds": fact.feeds,
            "Read": f"{fact.read:,}",
            "Used": f"{fact.used:,}",
            "Set aside": f"{fact.set_aside:,}",
        }
        for fact in facts
    ]
    show_table(pd.DataFrame(rows), alt="Rows read, used and set aside, by table")


def show_problems_found(dataset: Dataset) -> None:
    """Every problem with its place and its fix; beyond a screenful, as a file."""
    st.subheader("Problems", anchor=False)
    found = dataset.problems
    if not found:
        st.markdown("Every row that was read is used, and nothing needs a second look.")
        return
    st.markdown(
        "A row that breaks a rule is set aside and the rest of its table is used. A warning sets nothing "
        "aside."
    )
    if len(found) > SHOWN_AT_ONCE:
        st.markdown(
            f"The first {SHOWN_AT_ONCE} of {counted(len(found), 'problem')}; the file has all of them."
        )
    show_problem_table(found[:SHOWN_AT_ONCE])
    st.download_button(
        f"Download {'the problem' if len(found) == 1 else f'all {len(found):,} problems'} (CSV)",
        data=lambda: problems_csv(found),
        file_name=f"{dataset.id}-problems.csv",
        mime="text/csv",
        on_click="ignore",
    )


def show_freshness(view: View) -> None:
    """Strand by strand: how many rows are in use on the day, how new, how far faded."""
    st.subheader(f"How fresh it is on {uk_date(view.as_at)}", anchor=False)
    st.markdown(plain(strands_sentence(view.workspace.dataset, STRANDS)))
    found = freshness(view.workspace.evidence(view.framework.id), view.as_at)
    rows = [{"Kind of evidence": each.title, "How it stands": each.sentence} for each in found]
    show_table(pd.DataFrame(rows), alt="Freshness of evidence, by strand")


def show_missing(dataset: Dataset) -> None:
    """The tables without a row, what belongs into each, and empty ones to start from."""
    st.subheader("What is missing", anchor=False)
    missing = missing_tables(dataset)
    if missing:
        st.markdown(
            f"{counted(len(missing), 'table')} without a row. To add evidence, fill the file into the "
            "dataset's folder."
        )
        rows = [
            {
                "File": each.file,
                "What to put in": each.meaning,
                "Feeds": each.feeds,
                "Columns needed": ", ".join(each.required),
            }
            for each in missing
        ]
        show_table(pd.DataFrame(rows), alt="Tables without a row, and what belongs into them")
    else:
        st.markdown("Every table holds at least one row.")
    st.download_button(
        "Download an empty file for every table (ZIP)",
        data=templates_zip,
        file_name="templates.zip",
        mime="application/zip",
        on_click="ignore",
    )


def show_conflicts(dataset: Dataset) -> None:
    """Rows whose sources disagree: both are kept, and both are shown."""
    st.subheader("Where sources disagree", anchor=False)
    found = conflicts(dataset)
    if not found:
        st.markdown(
            "No row notes a conflict. To note one, begin a row's note with `Conflict:` and say what "
            "disagrees."
        )
        return
    st.markdown("Both sides are kept as they were published; nothing is corrected silently.")
    rows = [
        {"Where": f"{each.file}, line {each.line}", "About": each.about, "What disagrees": each.says}
        for each in found
    ]
    show_table(pd.DataFrame(rows), alt="Rows whose sources disagree")


def show_sources(dataset: Dataset) -> None:
    """Where the rows come from, and under which licence they may be shown."""
    st.subheader("Sources", anchor=False)
    described = dataset.description
    st.markdown(
        "  \n".join(
            plain(line) for line in (described.description, described.source, described.licence) if line
        )
    )
    rows = [{"Table": each.file, "Source": each.source, "Rows": each.rows} for each in sources(dataset)]
    if rows:
        st.markdown(f"{counted(len(rows), 'source')} named by the rows:")
        st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch")


main()
