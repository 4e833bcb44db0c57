"""Showing a chart with everything that belongs to it: finding, reading, how to read, table, download."""

import csv
import io

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from readiness.charts.figure import Chart
from readiness.wording import local_judgement
from ui.parts import LONGEST_HTML_TABLE, plain, show_long
from ui.state import current_view


def show(chart: Chart, *, explained: bool = True) -> None:
    """One chart on a page. The words come first: they are on screen before the browser has the chart.

    `explained` is False for a chart of a set whose how to read stands once, above them all.
    """
    with st.container(key=f"chart-{chart.file_name}"):
        st.header(plain(chart.title), anchor=False)
        st.caption(plain(chart.subtitle))
        st.markdown(plain(chart.reading))
        st.plotly_chart(
            chart.figure,
            theme="streamlit",
            alt=chart.alt,
            config={"displayModeBar": False},
            key=f"figure-{chart.file_name}",
        )
        if explained:
            st.caption(f"How to read it: {plain(chart.how_to_read)}")
        show_figures_behind(chart)


def show_small(figure: go.Figure, alt: str, key: str) -> None:
    """A small chart inside a card, where the words around it say what it shows."""
    st.plotly_chart(
        figure, theme="streamlit", alt=alt, config={"displayModeBar": False, "staticPlot": True}, key=key
    )


def show_figures_behind(chart: Chart) -> None:
    """The plotted figures as a table, on request, and as a file."""
    with st.expander("The figures as a table"):
        # A long table is drawn in a frame with a download of its own.
        shown = chart.table if len(chart.table) <= LONGEST_HTML_TABLE else chart.file_table
        show_long(shown, alt=f"The figures of: {chart.alt}")
        st.download_button(
            "Download these figures (CSV)",
            data=lambda: _file_of(chart),
            file_name=f"{chart.file_name}.csv",
            mime="text/csv",
            key=f"download-{chart.file_name}",
            on_click="ignore",
        )


def _file_of(chart: Chart) -> bytes:
    view = current_view()
    return csv_file(chart, view.workspace.config.settings.branding.marking, view.framework.inspectorate)


def csv_file(chart: Chart, marking: str, inspectorate: str) -> bytes:
    """The table as a CSV that Excel opens, headed by its protective marking, what it is not and what it shows."""
    indicative = f"Readiness figures are {local_judgement(inspectorate)}."
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerows(
        [[marking], [indicative], [safe_cell(chart.file_title)], [safe_cell(chart.subtitle)], []]
    )
    writer.writerow([safe_cell(name) for name in chart.file_table.columns])
    writer.writerows([safe_cell(value) for value in row] for row in chart.file_table.itertuples(index=False))
    return text.getvalue().encode("utf-8-sig")


def safe_cell(value: object) -> object:
    """A cell that a spreadsheet shows and never runs: text that begins like a formula gets an apostrophe."""
    if value is None or (not isinstance(value, str) and pd.isna(value)):
        return ""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value
