"""A chart with everything that must be shown with it."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from readiness.charts.native import Plot


@dataclass(frozen=True)
class Chart:
    """A figure and its words. Pages, slides and documents show the same one.

    `title` says what was found, `subtitle` what is plotted, with unit and source. `reading` is the
    one sentence the chart is there for; `how_to_read` one line for who sees such a chart first.
    `table` holds the plotted figures as people read them (headings and dates in plain words), `alt`
    names the chart for a screen reader, `file_name` (without ending) names the download.

    `protected` is the same table without small counts of children or families, for what leaves the screen as a
    file; None where the table holds none. `protected_title` heads the file in place of a title that tells one; no
    `subtitle` does.

    `native` holds the same figures for an editable chart in a slide; None where the chart can't be drawn as one, and
    a file then shows its table.
    """

    title: str
    subtitle: str
    reading: str
    how_to_read: str
    figure: go.Figure
    table: pd.DataFrame
    alt: str
    file_name: str
    protected: pd.DataFrame | None = None
    native: Plot | None = None
    protected_title: str = ""

    @property
    def file_title(self) -> str:
        """What was found, as a file may say it."""
        return self.protected_title or self.title

    @property
    def file_subtitle(self) -> str:
        """What is plotted, as the chart of a file shows it."""
        told = self.native.subtitle if self.native else ""
        return told or self.subtitle

    @property
    def file_table(self) -> pd.DataFrame:
        """The figures as a file may hold them."""
        return self.table if self.protected is None else self.protected
