"""The parts of the Data page: tables, problems, what is missing, conflicts, sources. Words only, no arithmetic."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from readiness.evidence.dataset import DatasetDescription
from readiness.insight.conflicts import Conflict
from readiness.insight.downloads import problems_csv, templates_zip
from readiness.insight.sources import Source, publications
from readiness.insight.tables import MissingTable, TableFact, counted, scored_sentence
from readiness.problems import Problem
from ui.parts import plain, show_long, show_problem_table, show_table

PROBLEMS_SHOWN = 200
"""Problems drawn on the page; the file has all of them."""


def show_tables(facts: Sequence[TableFact]) -> None:
    """Rows read, used and set aside, table by table."""
    st.header("What came in", anchor=False)
    if not facts:
        st.info(
            "No table holds a row yet. *What is missing*, further down, says what belongs into which file."
        )
        return
    rows = [
        {
            "File": fact.file,
            "Read": fact.read,
            "Used": fact.used,
            "Set aside": fact.set_aside,
        }
        for fact in facts
    ]
    show_table(pd.DataFrame(rows), alt="Rows read, used and set aside, by table")
    st.markdown(plain(scored_sentence(facts)))


def show_found_problems(dataset: str, problems: Sequence[Problem]) -> None:
    """Every problem with its place and its fix; beyond a screenful, as a file."""
    st.header("Problems", anchor=False)
    if not problems:
        st.markdown("Every row that was read is used, and nothing needs a second look.")
        return
    st.markdown(
        "A row that breaks a rule is set aside; the rest of its table is used. A warning changes nothing."
    )
    if len(problems) > PROBLEMS_SHOWN:
        st.markdown(
            f"Here are the first {PROBLEMS_SHOWN} of {len(problems):,}; the download has all of them."
        )
    show_problem_table(problems[:PROBLEMS_SHOWN])
    st.download_button(
        f"Download {counted(len(problems), 'problem')} (CSV)",
        data=lambda: problems_csv(problems),
        file_name=f"{dataset}-problems.csv",
        mime="text/csv",
        on_click="ignore",
    )


def show_missing(missing: Sequence[MissingTable]) -> None:
    """The tables without a row, and what to put into which file."""
    st.header("What is missing", anchor=False)
    if not missing:
        st.markdown("Every table holds at least one row.")
        return
    said = "One table holds no row" if len(missing) == 1 else f"{len(missing)} tables hold no row"
    st.markdown(
        f"{said}. To add evidence, put the file into the dataset's folder and fill at least what is named."
    )
    rows = [
        {"File": each.file, "What to put in": f"{each.meaning} Fill: {', '.join(each.required)}."}
        for each in missing
    ]
    show_table(pd.DataFrame(rows), alt="Tables without a row, and what belongs into them")


def show_templates() -> None:
    """Empty tables to start from."""
    st.markdown("`docs/data-guide.md` explains every column. Start from empty files with the right headings:")
    st.download_button(
        "Download an empty file for every table (ZIP)",
        data=templates_zip,
        file_name="templates.zip",
        mime="application/zip",
        on_click="ignore",
    )


def show_conflicts(found: Sequence[Conflict]) -> None:
    """Rows whose sources disagree: both sides are kept, and both are shown."""
    st.header("Where sources disagree", anchor=False)
    if not found:
        st.markdown("No row notes a conflict. A note that begins with `Conflict:` is listed here.")
        return
    st.markdown("Each side is kept as it was published; nothing is put right in silence.")
    rows = [
        {"Where": f"{each.file}, line {each.line}", "What disagrees": f"{each.about}: {each.says}"}
        for each in found
    ]
    show_long(pd.DataFrame(rows), "Rows whose sources disagree")


def show_sources(described: DatasetDescription, sources: Sequence[Source]) -> None:
    """What the dataset says of itself, and every source that its rows name."""
    st.header("Sources", anchor=False)
    for said in (described.description, described.source, described.licence):
        if said:
            st.markdown(plain(said))
    if not sources:
        return
    papers = publications(sources)
    st.markdown(f"The rows name {counted(len(papers), 'publication')}.")
    table = [
        {
            "Publication": each.name,
            "Files": ", ".join(each.files),
            "Places in it": each.places,
            "Rows": each.rows,
        }
        for each in papers
    ]
    show_table(pd.DataFrame(table), "Publications, those with most rows first")
    with st.expander(f"Every source as the rows word it ({len(sources):,})"):
        rows = [{"File": each.file, "Source": each.source, "Rows": each.rows} for each in sources]
        show_long(pd.DataFrame(rows), "Sources by table, those with most rows first")
