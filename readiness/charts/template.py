"""The one plotly template, named in every figure.

Importing Streamlit replaces plotly's default template by placeholder colours, so a figure without a
template of its own comes out black when it is exported. Grounds are transparent and text has no colour
here: on a page the theme gives both, on paper the ground is white and plotly's own text colour reads.
"""

import plotly.graph_objects as go
import plotly.io as pio

from readiness.charts.palette import ORDINARY, SERIES, faint

TEMPLATE = "readiness"
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif"
GRID = faint(ORDINARY, 0.25)
CLEAR = "rgba(0, 0, 0, 0)"


def axis() -> dict[str, object]:
    """An axis as we draw it: faint grid, no zero line, room for its own labels."""
    return {
        "gridcolor": GRID,
        "linecolor": faint(ORDINARY, 0.6),
        "zeroline": False,
        "automargin": True,
        "ticks": "outside",
        "tickcolor": faint(ORDINARY, 0.6),
        "title": {"standoff": 8},
        "fixedrange": True,
    }


def layout() -> go.Layout:
    """What every figure shares, whatever it shows."""
    return go.Layout(
        colorway=list(SERIES),
        font={"family": FONT, "size": 14},
        paper_bgcolor=CLEAR,
        plot_bgcolor=CLEAR,
        margin={"l": 8, "r": 8, "t": 16, "b": 8},
        separators=".,",
        showlegend=False,
        hovermode="closest",
        dragmode=False,
        xaxis=axis(),
        yaxis=axis(),
    )


pio.templates[TEMPLATE] = go.layout.Template(layout=layout())


def new_figure(height: int = 360) -> go.Figure:
    """An empty figure in the house style, `height` pixels tall and as wide as its place."""
    return go.Figure(layout={"template": TEMPLATE, "height": height})
